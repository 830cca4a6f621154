"""Another cause of the same: "closed for want of coal" under "CLOSED BECAUSE OF THE FEVER"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.model import PartKind, Span

from .contexts import is_supposed
from .exhibits import Exhibit, Point
from .headings import Heading, Part
from .lines import Line

__all__ = ["another_cause"]

_MINE = re.compile(
    r"\b(?:because(?:\s+of)?|due\s+to|owing\s+to|on\s+account\s+of|out\s+of|(?<=died\s)(?:of|from)|"
    r"for\s+(?:lack|want|fear)\s+of|for(?=\s+(?:not\s+)?\w{3,}ing\b))\s+",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:because(?:\s+of)?|for\s+(?:want|lack|fear)\s+of|owing\s+to|on\s+account\s+of|by\s+reason\s+of|due\s+to|"
    r"as\s+a\s+result\s+of|in\s+consequence\s+of|(?<=died\s)(?:of|from)|"
    r"(?P<put>(?:put|puts)\s+(?:it|this|that)\s+down\s+to|blam(?:ed|es)|ascrib(?:ed|es)\s+(?:it|this|that)\s+to|"
    r"attribut(?:ed|es)\s+(?:it|this|that)\s+to)|"
    r"for(?=\s+(?:an?|his|her|their|the|having|being|not)\b|\s+\w{3,}ing\b))\s+",
    re.IGNORECASE,
)
_HAS = re.compile(r"\b(?:because|for|owing|account|reason|due|result|consequence|died|down|blam|ascrib|attribut)", re.I)
_WORDS = 8  # of a cause that is shown
_FROM = 9  # words from what came about to a plain "for"
_NEAR = 0.1
_BRIEF = 4  # sentences of an excerpt that speaks of little else


@dataclass(frozen=True, slots=True)
class _Reason:
    """What a claim says came about (the parts before), and its cause: a place and what its words are looked for by."""

    effect: tuple[Part, ...]
    place: Span
    concepts: frozenset[str]


def another_cause(exhibit: Exhibit) -> Iterator[Point]:
    """Where the excerpt gives a cause for what the claim gives another cause for, and never the claim's."""
    heading = exhibit.heading
    mine = None if heading.is_topic or heading.is_unproved else _reason(heading)
    if mine is None or _HAS.search(exhibit.record.text) is None:
        return
    if not exhibit.concepts.isdisjoint(mine.concepts):
        return
    effects = {part.concept for part in mine.effect if part.kind is not PartKind.PERSON}
    for n, line in enumerate(exhibit.lines):
        if line.is_question:
            continue
        for found in _THEIRS.finditer(line.text, line.start, line.end):
            at = next((k for k, word in enumerate(line.words) if word.start >= found.end()), None)
            first = next((k for k, word in enumerate(line.words) if word.start >= found.start()), None)
            if at is None or first is None or is_supposed(line, first):
                continue
            told = [k for k in range(first) if line.words[k].concept in effects]
            plain = found[0].split()[0].lower() == "for" and "of" not in found[0].lower().split()
            if found["put"] and len(exhibit.lines) <= _BRIEF:
                pass
            elif not told or (plain and first - told[-1] > _FROM) or line.is_denied(told[-1]):
                continue
            if exhibit.near(n) < _NEAR and not found["put"]:
                continue
            last = _end(line, at)
            if not any(word.concept for word in line.words[at : last + 1]):
                continue
            start = line.words[told[-1]].start if told else found.start()
            place = Span(start, line.words[last].end)
            words = Span(found.start(), line.words[last].end)
            yield Point("cause", exhibit, mine.place, place, words, max(0.4, exhibit.near(n)))
            return


def _reason(heading: Heading) -> _Reason | None:
    text = heading.text
    found = _MINE.search(text)
    if found is None:
        return None
    before = tuple(part for part in heading.parts if part.end <= found.start() and part.weight)
    behind = frozenset(
        part.concept
        for part in heading.parts
        if part.start >= found.end() and part.weight and part.kind is not PartKind.PERSON
    )
    if not before or not behind:
        return None
    return _Reason(before, Span(found.start(), len(text.rstrip())), behind)


def _end(line: Line, at: int) -> int:
    """The last word of a cause: before a mark, at most so many."""
    last = at
    while last + 1 < len(line.words) and last - at < _WORDS and line.lows[last + 1][0].isalnum():
        last += 1
    return last
