"""A part where the claim has all: "the rest came home", "there were six of us", "five against me"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from testimonia.model import Span
from testimonia.words.verbs import base_of

from .contexts import is_supposed
from .denied import clause_around
from .exhibits import Exhibit, Point
from .vocabulary import stem_of

__all__ = ["divided", "partial", "some_did"]

_N = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_VOTES = re.compile(
    rf"\b{_N}\s+(?:votes?\s+)?against\s+(?:{_N}|me|us|him|her|them)\b"
    rf"|\b{_N}\s+(?:were\s+|voted\s+)?for\s+(?:it\s+)?and\s+{_N}\s+(?:were\s+)?against\b"
    rf"|\b(?:lost|rejected|defeated|thrown\s+out)\s+by\s+{_N}\s+(?:votes?\s+)?to\s+{_N}\b"
    r"|\bdissent(?:s|ed)\b|\bwas\s+outvoted\b",
    re.IGNORECASE,
)
_NONE_DID = re.compile(
    r"\b(?:all|every\s+one|each)\b[^.;]{0,40}?\b(?:refused|declined|failed|would\s+not|could\s+not|did\s+not)\s+(?:to\s+)?(?P<not>\w{2,})"
    r"|\b(?:nobody|no\s+one|none(?:\s+of\s+(?:the\s+)?\w+)?|not\s+one(?:\s+of)?(?:\s+the)?(?:\s+\w+)??|no\s+\w+)\s+"
    r"(?:(?:ever|was|were|had|has|have|would|could|dared|came|to|been)\s+){0,3}(?P<none>\w{3,})",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|some|several|many|a\s+few|most|others|half)\s+"
    r"(?:of\s+(?:them|us|the\s+\w+)\s+|men\s+|women\s+|others\s+)?(?:(?:had|have|were|was|been)\s+){0,2}(?P<verb>\w{2,})",
    re.IGNORECASE,
)
_OF_ONE_MIND = frozenset(
    "agree agrees agreed vote votes voted decide decides decided resolve resolves resolved find finds found elect "
    "elects elected adopt adopts adopted approve approves approved condemn condemns condemned rule rules ruled".split()
)

_REST = re.compile(
    r"\b[Tt]he\s+rest\s+(?:of\s+(?:it|them|us)\s+)?(?:was|were|had|did|stayed|came|went|remained|kept|got)\b"
    r"|(?<![^\s\"“‘])The\s+others\s+(?:was|were|had|did|stayed|came|went|remained|kept|got)\b",
)
_OF_US = re.compile(
    r"\b(?:there\s+were|only|but)\s+(?:but\s+|only\s+)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+dozen|a\s+few|half\s+a\s+dozen|\d{1,2})\s+of\s+(?:us|them)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:all|every|everyone|everybody|whole|entire)\b", re.IGNORECASE)
_BRIEF = 4  # sentences of an excerpt that speaks of little else


def partial(exhibit: Exhibit) -> Iterator[Point]:
    """What a short excerpt says of the rest, or of the few there were."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_denial or heading.reserved or len(exhibit.lines) > _BRIEF:
        return
    whole = _WHOLE.search(heading.text)
    for form in (_REST, _OF_US) if whole else (_REST,):
        found = form.search(exhibit.record.text)
        n = None if found is None else exhibit.line_at(found.start())
        if found is None or n is None or exhibit.lines[n].is_question or exhibit.is_told_outright:
            continue
        words = Span(*found.span())
        claim = Span(*whole.span()) if whole else Span(0, len(heading.text))
        yield Point("part", exhibit, claim, clause_around(exhibit.lines[n], words), words, max(0.3, exhibit.near(n)))
        return


def divided(exhibit: Exhibit) -> Iterator[Point]:
    """Votes on both sides, where the claim lets a body agree or find something."""
    heading = exhibit.heading
    if heading.is_topic or heading.is_denial or _OF_ONE_MIND.isdisjoint(heading.line.lows):
        return
    found = _VOTES.search(exhibit.record.text)
    n = None if found is None else exhibit.line_at(found.start())
    if found is None or n is None or exhibit.lines[n].is_question:
        return
    words, whole = Span(*found.span()), Span(0, len(heading.text))
    yield Point("divided", exhibit, whole, clause_around(exhibit.lines[n], words), words, max(0.4, exhibit.near(n)))


@lru_cache(maxsize=256)
def _none_did(claim: str) -> tuple[Span, str] | None:
    """The words by which a claim has it that nobody did a thing, and the verb."""
    found = _NONE_DID.search(claim)
    return None if found is None else (Span(*found.span()), base_of((found["not"] or found["none"]).lower()))


def some_did(exhibit: Exhibit) -> Iterator[Point]:
    """Some who did what by the claim nobody did: "Six sailed" under "ALL THE PILOTS REFUSED TO SAIL"."""
    heading = exhibit.heading
    asked = None if heading.is_topic else _none_did(heading.text)
    if asked is None:
        return
    claim, verb = asked
    for found in _SOME.finditer(exhibit.record.text):
        told = found["verb"].lower()
        n = exhibit.line_at(found.start())
        if base_of(told) != verb and stem_of(told) != stem_of(verb):
            continue
        if n is None or exhibit.lines[n].is_question or _is_turned(exhibit, n, found.start()):
            continue
        if not exhibit.near(n) and len(exhibit.lines) > _BRIEF:
            continue
        words = Span(*found.span())
        place = clause_around(exhibit.lines[n], words)
        yield Point("part", exhibit, claim, place, words, max(0.3, exhibit.near(n)))
        return


def _is_turned(exhibit: Exhibit, n: int, start: int) -> bool:
    line = exhibit.lines[n]
    at = next((k for k, word in enumerate(line.words) if word.start >= start), 0)
    return line.is_denied(at) or is_supposed(line, at)
