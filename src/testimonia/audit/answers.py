"""What an answer denies of what was asked, where the question carries the claim: "Did they pay him?" "Not a penny."

In a transcript the words of a claim stand in the question, and the answer says no more than that it was not so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Mode, Span
from testimonia.words.counts import find_counts

from .exhibits import Exhibit, Point
from .lines import Line

__all__ = ["answered"]

_SPEAKER = r"(?:(?:[A-Z][^\W\d_.]*\.?[ ’'-]?(?:[^\W_.:]+[ ’'-]?){0,6}|[QA]|Question|Answer)\s*[.:]\s*)?"
_NO = re.compile(
    rf"\W{{0,4}}{_SPEAKER}\W{{0,4}}"
    r"(?P<no>(?:no|never|none|nothing(?!\s+(?:but|except))|nobody|no\s+one|not\s+(?:a|an|any|one|at\s+all|in\s+the\s+least|so|that|to\s+my)|"
    r"by\s+no\s+means|certainly\s+not|on\s+the\s+contrary|(?:I|we|he|she|they|it)\s+(?:did|do|does|was|were|had|have|has|could)"
    r"(?:\s+not|n[’']t)|(?:I|we|he|she|they)\s+(?:gave|had|saw|heard|took|got|made|sent|received|found)\s+(?:none|nothing)|"
    r"that\s+is\s+(?:a\s+lie|false|untrue|not\s+(?:so|true)))\b[^.!?;]{0,120})",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(r"no(?:t\s+(?:that|so|to\s+my)|thing)?\s+(?:doubt|matter|wonder|sooner)", re.IGNORECASE)
_HOW_NEAR = frozenset(("time", "length"))  # "I was not two yards from him" says how near he was
_ASKED_FOR_MORE = re.compile(
    r"\b(?:why|how|who|whom|whose|what|when|where|which)\b[^?]{0,80}\?|\bnot\b[^?]*\?", re.IGNORECASE
)
_NOT_SO_FAR = re.compile(r"(?:\bnot|n[’']t)\s+$", re.IGNORECASE)
_LABELLED = re.compile(r"\W{0,4}(?:A|Answer)\s*[.:]\s")
_NEAR = 0.15


def answered(exhibit: Exhibit) -> Iterator[Point]:
    """Where a question that carries some of the claim is answered with a no; none where the claim itself denies."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_denial or heading.is_unproved:
        return
    if "?" not in exhibit.record.text:
        return
    for n, line in enumerate(exhibit.lines[:-1]):
        if exhibit.shares[n] < _NEAR or not line.is_question:
            continue
        if _ASKED_FOR_MORE.search(line.text, line.start, line.end):
            continue
        answer = exhibit.lines[n + 1]
        found = _NO.match(line.text, answer.start, answer.end)
        if found is None or _NO_DENIAL.match(found["no"]) or _is_his_own(exhibit, line, answer):
            continue
        place = Span(*found.span("no"))
        if _is_how_near(line, place):
            continue
        claim = next((part for part in heading.parts if part.concept in exhibit.told[n]), None)
        if claim is not None:
            yield Point("answered", exhibit, Span(claim.start, claim.end), place, place, max(0.4, exhibit.shares[n]))


def _is_how_near(line: Line, place: Span) -> bool:
    """Whether the denial is of a measure alone: "I was not two yards from him"."""
    measured = next(iter(find_counts(line.text, place.start, place.end)), None)
    if measured is None or measured.kind not in _HOW_NEAR:
        return False
    return _NOT_SO_FAR.search(line.text, place.start, measured.span.start) is not None


def _is_his_own(exhibit: Exhibit, line: Line, answer: Line) -> bool:
    """Whether the one who asks answers himself: "Did they see it? They did not." """
    asks, says = (exhibit.voice_at(exhibit.record.place(own.end - 1, own.end).start) for own in (line, answer))
    if _LABELLED.match(answer.text, answer.start, answer.end):
        return False
    return asks is not None and says is not None and asks.speaker == says.speaker and asks.mode is not Mode.TURN
