"""Where the evidence leaves open what a claim settles, "is another question", or calls it baseless."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Act, Span

from .denied import clause_around
from .exhibits import Exhibit, Point
from .headings import Heading
from .lines import Line

__all__ = ["unsettled"]

_OPEN = re.compile(
    r"\b(?:whether|who|how|why|what|which)\b[^.;!?]{2,60}?\b(?:is|are|was|were|remains?|remained|must\s+remain)\s+"
    r"(?:(?:quite|still)\s+)?(?:another|a\s+different|an\s+open|a|not\s+a)\s+question\b"
    r"|\b(?:is|was)\s+open\s+to\s+(?:question|doubt)\b|\bremains?\s+to\s+be\s+(?:seen|proved|shown)\b"
    r"|\b(?:would\s+be|is|was)\s+(?:rash|idle|vain|useless)\s+to\s+(?:say|choose|decide|guess|assert|pretend|speculate|judge)\b"
    r"|\bfor\s+what\s+(?:it|they|that|this)\s+(?:is|are|was|were|may\s+be)\s+worth\b"
    r"|\b(?:is|was|are|were|am|been)\s+(?:\w+ly\s+)?(?:unable|not\s+able)\s+to\s+"
    r"(?:say|tell|decide|determine|establish|discover|learn|ascertain)\b"
    r"|\bdeclin(?:ed?|es|ing)\s+to\s+(?:choose|say|decide|guess|pronounce|judge)\b"
    r"|\b(?:could|can|would|will)\s*(?:not|n[’']t)\s+(?:swear|vouch)\b"
    r"|\b(?:could|can|did)\s*not\s+agree\s+(?:about|on|upon|whether|as\s+to)\b|\bnobody\s+can\s+be\s+found\b"
    r"|\bthere\s+(?:is|was)\s+nothing\s+to\s+(?:show|prove)\b|\bnothing\s+(?:shows|proves|showed|proved)\s+(?:it|that)\b",
    re.IGNORECASE,
)
_BASELESS = re.compile(
    r"\b(?:ha(?:d|s|ve)|is|was|were|are|be|been)\s+(?:had\s+)?(?:no|without(?:\s+any)?)\s+"
    r"(?:(?:real|sort\s+of|shadow\s+of)\s+)?(?:basis|foundation|grounds?|truth|part|hand|share)\b(?:\s+(?:in|for|of|to)\b)?"
    r"|\bnot\s+a\s+(?:word|shred|scrap|particle|grain)\s+of\s+truth\b|\bnothing\s+of\s+the\s+(?:kind|sort)\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\bif\s+(?:there\s+(?:(?:ever\s+)?was|were|is|had\s+(?:ever\s+)?been)\s+(?:ever\s+)?(?:any\s+|an?\s+)?|any\s+)"
    r"(?P<thing>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:ask(?:s|ed|ing)?|see|know|wonder(?:s|ed|ing)?|enquired?|inquired?)\s+$", re.IGNORECASE)
_THAT = re.compile(r"\s+(?:that|whether|if|how|who|why|about|as\s+to)\b", re.IGNORECASE)
_HINTS = (
    "question", "doubt", "to be", "rash", "idle", "vain", "useless", "worth", "able", "declin", "swear", "vouch",
    "agree", "nobody can", "nothing", "basis", "foundation", "ground", "truth", "part", "hand", "share", "f any",
    "f there",
)  # fmt: skip
_WITHIN = 2  # sentences from the matter of the claim to what leaves it open
_BRIEF = 6  # sentences of an excerpt that speaks of little else


def unsettled(exhibit: Exhibit) -> Iterator[Point]:
    """Words that leave open, or call baseless, what the claim says."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_denial or heading.is_unproved or heading.reserved or _withdraws(heading):
        return
    text = exhibit.record.text
    if not any(hint in text for hint in _HINTS):
        return
    denies = Act.DENIES in heading.acts or any(part.concept == "=deny" for part in heading.parts)
    forms = [("open", _OPEN), ("open", _MAY)] if denies else [("open", _OPEN), ("open", _MAY), ("baseless", _BASELESS)]
    for rule, form in forms:
        for found in form.finditer(text):
            n = exhibit.line_at(found.start())
            if n is None or exhibit.lines[n].is_question:
                continue
            line, words = exhibit.lines[n], Span(*found.span())
            if not _is_near(exhibit, n) or not _is_of_it(heading, line, words, form is _MAY):
                continue
            whole = Span(0, len(heading.text))
            yield Point(rule, exhibit, whole, clause_around(line, words), words, max(0.4, exhibit.near(n)))


def _withdraws(heading: Heading) -> bool:
    return Act.RETRACTS in heading.acts or any(part.concept == "=retract" for part in heading.parts)


def _is_near(exhibit: Exhibit, n: int) -> bool:
    """Whether the claim's matter stands in the sentence or soon before it; a short excerpt speaks of little else."""
    if len(exhibit.lines) <= _BRIEF:
        return True
    return any(exhibit.shares[m] for m in range(max(0, n - _WITHIN), n + 1))


def _is_of_it(heading: Heading, line: Line, words: Span, by_name: bool) -> bool:
    """Whether a word of the claim is there where a "that" or the like follows, or where a thing is named."""
    told = {concept for concept in heading.weights if not concept.startswith("@")}
    if by_name:
        if _ASKED.search(line.text, line.start, words.start):
            return False
        last = [word for word in line.words if word.end == words.end]
        return any(word.concept in told for word in last)
    behind = _THAT.match(line.text, words.end, line.end)
    if behind is None:
        return True
    return any(word.concept in told for word in line.words if word.start >= behind.end())
