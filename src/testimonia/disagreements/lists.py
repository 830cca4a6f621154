"""Who was there: rows of names about one occasion of which one has somebody the other has not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import DiscrepancyKind, Reason
from ..words.stems import stem
from .differences import Difference, Words, about_of, around
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_rows"]

# what people do together on one occasion; those on a line may stand for each other
_OCCASIONS = {
    stem(word): line.split()[0]
    for line in (
        "present attended",
        "went left came arrived travelled traveled accompanied departed set way train returned visited flew sailed",
        "met meeting gathered assembled",
        "confronted confrontation confrontations faced",
        "tried trial indicted charged dock",
        "arrested",
        "executed shot hanged",
        "sentenced condemned",
    )
    for word in line.split()
}
_OPEN_BEFORE = re.compile(r"\b(?:such as|includ\w+|among \w+|especially|particularly|notably|like)\W*$", re.IGNORECASE)
_OPEN_AFTER = re.compile(r"\W*(?:\w+\W+){0,2}(?:and|&)\s+(?:\w+\s+){0,2}(?:others?|etc|more|rest|\d+)\b", re.IGNORECASE)
_LEAST = 9.0
_LOCAL = 7.0
_WITH_PEOPLE = 14.0


@dataclass(frozen=True, slots=True)
class _Row:
    saying: Saying
    start: int
    end: int
    persons: frozenset[str]
    features: frozenset[str]
    occasion: frozenset[str]
    is_open: bool


def differing_rows(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Who stands in one row and not in the other."""
    rows = [row for saying in sayings.all for row in _rows(saying)]
    for one, other, _weight in sayings.meetings(rows, _LEAST):
        both = one.persons & other.persons
        if len(both) < 2 or one.persons == other.persons or not settings.may_be_one(one.saying, other.saying):
            continue
        if not one.occasion & other.occasion or (one.is_open and other.is_open):
            continue
        if (one.is_open and one.persons < other.persons) or (other.is_open and other.persons < one.persons):
            continue
        shared = frozenset(f for f in one.features & other.features if f[0] != "@")
        local = sayings.weigh(shared)
        people = sayings.weigh(frozenset("@" + person for person in both))
        if not shared or (local < _LOCAL and local + people < _WITH_PEOPLE) or (len(both) < 3 and len(shared) < 2):
            continue
        pair = sayings.pair(one.saying, other.saying)
        yield Difference(
            DiscrepancyKind.PRESENCE,
            Words(one.saying, one.start, one.end),
            Words(other.saying, other.start, other.end),
            about_of(pair, shared),
            min(0.85, 0.3 + local / 40 + pair.weight / 80),
            None,
            tuple(sorted(one.persons ^ other.persons)),
            (Reason("both name several of the same people in one row, in the same words around"),),
            local,
        )


def _rows(saying: Saying) -> Iterator[_Row]:
    row: list[int] = []
    tokens = saying.tokens
    for at, token in enumerate(tokens):
        if token.named is None:
            if token.low in ("and", "with", "also") and row:
                continue
            if row:
                yield from _row(saying, row)
                row = []
            continue
        if row and len(saying.text[tokens[row[-1]].end : token.start]) > 8:
            yield from _row(saying, row)
            row = []
        row.append(at)
    if row:
        yield from _row(saying, row)


def _row(saying: Saying, row: list[int]) -> Iterator[_Row]:
    tokens = saying.tokens
    persons = frozenset(tokens[at].named.person for at in row)  # type: ignore[union-attr]
    if len(persons) >= 2:
        start, end = tokens[row[0]].start, tokens[row[-1]].end
        features = {token.key for token in around(saying, start, end)} - {""}
        occasion = frozenset(_OCCASIONS[key] for key in features if key in _OCCASIONS)
        if not occasion:
            return
        is_open = bool(_OPEN_BEFORE.search(saying.text, max(saying.start, start - 30), start)) or bool(
            _OPEN_AFTER.match(saying.text, end, min(saying.end, end + 60))
        )
        people = {"@" + person for person in persons}
        yield _Row(saying, start, end, persons, frozenset(features | people), occasion, is_open)
