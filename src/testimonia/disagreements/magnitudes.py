"""Figures that by their size alone are of one thing: two heights of four digits that are almost the same, two votes.

That two numbers of four digits or more lie within a few hundredths of each other, measured in one unit, is no chance
where the sentences also name the same: 2,312 metres in one account and 2,287 in another are one peak's. How a vote
went ("by four to three", "five votes to two") is told of one vote where the accounts stand under one claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Cause, DiscrepancyKind, Reason, Sourcebook
from ..words.amounts import read_number
from ..words.bare_numbers import SUM_WORDS, find_sums
from ..words.stems import stem
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings

__all__ = ["differing_magnitudes"]

_UNITS = {
    unit: kind
    for kind, units in (
        ("metre", "metre metres meter meters m"),
        ("foot", "foot feet ft"),
        ("kilometre", "kilometre kilometres kilometer kilometers km"),
        ("mile", "mile miles"),
        ("ton", "ton tons tonne tonnes"),
        ("kilogram", "kilogram kilograms kilo kilos kg"),
        ("pound", "pound pounds lb lbs"),
        ("acre", "acre acres"),
        ("hectare", "hectare hectares ha"),
        ("inhabitant", "inhabitants souls people persons"),
        ("volume", "volumes books"),
    )
    for unit in units.split()
}
_LARGE = re.compile(r"(?<![\w.,£$€/])(\d{1,3}(?:[,\u202f]\d{3})+|\d{4,7})(?![\w,]*\d|\.\d)(?:[\s-]+([^\W\d_]+))?")
_LEAST, _LEAST_SUM = 1000, 100
_SUM = "in all"
_NEARLY = 0.04  # of the greater
_VERY_NEARLY = 0.01  # so near by chance two measures of one unit seldom are
_DIGITS = re.compile(r"\d[\d,]{3}")
_YEARS = range(1400, 2101)
_FEW = 40  # large numbers of one unit: a page of tables has more, and tells nothing by them
_VOTE = re.compile(
    r"\b(?P<for>[a-z]+|\d{1,4})(?:\s+votes?)?\s+(?:to|against)\s+(?P<against>[a-z]+|\d{1,4})\b(?!\s+(?:years|days|months))",
    re.I,
)
_VOTING = re.compile(
    r"\b(?:vote[sd]?|voting|motion|ballot|majority|carried|censure|resolution|elected|defeated|divided(?!\s+(?:by|into|among)\b)|division)\b",
    re.I,
)
_VOTES = (
    "vote voted votes voting motion ballot majority carried censure resolution elected defeated divided division"
).split()
_MOST_VOTES = 100_000
_ROUND = 10


@dataclass(frozen=True, slots=True)
class _Size:
    saying: Saying
    start: int
    end: int
    value: float
    unit: str


def differing_magnitudes(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """Almost the same large numbers, and votes that went differently."""
    asked = {n: list(_of_claim(claim.text)) for n, claim in enumerate(book.claims) if _DIGITS.search(claim.text)}
    sizes = [
        size
        for number in sayings.figured()
        for size in _sizes(sayings.all[number], asked.get(sayings.all[number].section, ()))
    ]
    large = {number for word in ("hundred", "thousand") for number in sayings.having(stem(word))}
    sizes += [size for number in sorted(large.union(sayings.figured())) for size in _sums(sayings.all[number])]
    for unit in sorted({size.unit for size in sizes} - {""}):
        own = [size for size in sizes if size.unit == unit]
        if len(own) <= _FEW:
            rest = [size for size in sizes if not size.unit] if unit != _SUM else []
            yield from _compare(sayings, own, [*own, *rest], _are_nearly, "almost the same number, and no round one")
    told = {number for word in _VOTES for number in sayings.having(stem(word))}
    votes = [
        vote
        for number in sorted(told | {n + 1 for n in told})
        if number < len(sayings.all)
        for vote in _votes(sayings.all[number])
    ]
    yield from _compare(sayings, votes, votes, _is_one_vote, "both tell how a vote went")


def _compare(
    sayings: Sayings,
    ones: list[_Size],
    others: list[_Size],
    is_one: Callable[[Sayings, _Size, _Size], bool],
    rule: str,
) -> Iterator[Difference]:
    for n, one in enumerate(ones):
        for other in others[n + 1 :]:
            a, b = (one, other) if one.saying.number <= other.saying.number else (other, one)
            if a.saying.record is b.saying.record or a.value == b.value or not is_one(sayings, a, b):
                continue
            pair = sayings.pair(a.saying, b.saying)
            yield Difference(
                DiscrepancyKind.NUMBER,
                Words(a.saying, a.start, a.end),
                Words(b.saying, b.start, b.end),
                about_of(pair) or a.unit or b.unit or "votes",
                min(0.8, 0.6 + pair.weight / 100),
                _cause(a, b),
                tuple(sorted(f[1:] for f in pair.shared if f[0] == "@")),
                (Reason(rule),),
                pair.weight,
            )


def _of_claim(text: str) -> Iterator[tuple[float, str]]:
    """The large numbers of a claim with their units."""
    for found in _LARGE.finditer(text):
        unit = _UNITS.get((found[2] or "").lower(), "")
        if unit:
            yield float(re.sub(r"\D", "", found[1])), unit


def _sizes(saying: Saying, asked: Sequence[tuple[float, str]]) -> Iterator[_Size]:
    for found in _LARGE.finditer(saying.text, saying.start, saying.end):
        value = float(re.sub(r"\D", "", found[1]))
        unit = _UNITS.get((found[2] or "").lower(), "")
        is_plain = found[1].isdecimal()
        own = bool(unit)
        if not unit and not is_plain:  # the claim says what is measured
            unit = next((kind for size, kind in asked if abs(size - value) <= _NEARLY * size), "")
        if (
            value < _LEAST
            or (is_plain and not unit)
            or (is_plain and value in _YEARS and unit not in ("metre", "foot"))
        ):
            continue
        yield _Size(saying, found.start(), found.end(2) if own else found.end(1), value, unit)


def _sums(saying: Saying) -> Iterator[_Size]:
    """Sums of what was named before."""
    if not any(token.low in SUM_WORDS for token in saying.tokens):
        return
    for count in find_sums(saying.text, saying.start, saying.end):
        if count.low >= _LEAST_SUM:
            yield _Size(saying, count.span.start, count.span.end, count.low, _SUM)


def _are_nearly(sayings: Sayings, a: _Size, b: _Size) -> bool:
    """Whether both may be one quantity: near each other, neither a round figure, in accounts that name the same."""
    if abs(a.value - b.value) > _NEARLY * max(a.value, b.value) or not (a.value % 100 and b.value % 100):
        return False
    if a.saying.section >= 0 and abs(a.saying.section - b.saying.section) <= 1:
        return True
    if a.unit == _SUM:
        return False
    if a.unit and a.unit == b.unit and abs(a.value - b.value) <= _VERY_NEARLY * max(a.value, b.value):
        return True
    beside = sayings.around(a.saying) & sayings.around(b.saying)
    return any(feature for feature in beside if not feature[0].isdecimal())


def _votes(saying: Saying) -> Iterator[_Size]:
    if not any(token.low in ("to", "against") for token in saying.tokens) or not _VOTING.search(
        saying.text, max(0, saying.start - 120), saying.end
    ):
        return
    for found in _VOTE.finditer(saying.text, saying.start, saying.end):
        ayes, noes = read_number(found["for"].lower()), read_number(found["against"].lower())
        if ayes is not None and noes is not None and 0 < ayes + noes < _MOST_VOTES:
            yield _Size(saying, *found.span(), max(ayes, noes) * _MOST_VOTES + min(ayes, noes), "")
            return


def _is_one_vote(_sayings: Sayings, a: _Size, b: _Size) -> bool:
    return a.saying.section >= 0 and a.saying.section == b.saying.section


def _cause(a: _Size, b: _Size) -> Cause | None:
    """Rounding, where one is the other in round figures; a misprint, where two figures stand in each other's place."""
    if sorted(str(int(a.value))) == sorted(str(int(b.value))):
        return Cause.MISPRINT
    is_round = any(size.value % 10 == 0 and size.value < _MOST_VOTES for size in (a, b))
    return Cause.ROUNDING if is_round and abs(a.value - b.value) < _ROUND else None
