"""One month, season or day of two years: "in the summer of 1871" here, "in the summer of 1872" there.

Under one claim the same time of the year, a year apart, is one time misdated sooner than two. So are two years few
apart beside which the same two words follow each other: "in 1871, at a cheese fair", "at the cheese fair of 1872".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from ..model import Sourcebook
from .dates import events_of, phrased_events, words_beside
from .differences import Difference, Words, dates_apart
from .numbers import have_numbers_of_their_own
from .sayings import Saying, Sayings

__all__ = ["differing_seasons"]

_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?[~?%]?")
_SEASONS = {21: (3, 4, 5), 22: (6, 7, 8), 23: (9, 10, 11), 24: (12, 1, 2)}
_RULE = "accounts under one claim date it to one time of the year, in years that follow"
_BESIDE = "accounts under one claim date it to years few apart, in the same words beside"
_MOST = 30  # dates under one claim
_FEW_YEARS = 3
_SELDOM = 10.0
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class _Time:
    saying: Saying
    start: int
    end: int
    year: int
    months: frozenset[int]
    day: str
    events: frozenset[str]


def differing_seasons(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """Times of the year that are one, in years that follow each other."""
    yield from _differing_years(book, sayings)
    told: defaultdict[int, list[_Time]] = defaultdict(list)
    for time in _read(book, sayings):
        told[time.saying.section].append(time)
    for times in told.values():
        for n, one in enumerate(times[:_MOST]):
            for other in times[n + 1 : _MOST]:
                if one.saying.record is not other.saying.record and _may_be_one(one, other):
                    here, there = (Words(time.saying, time.start, time.end) for time in (one, other))
                    yield dates_apart(sayings, here, there, "the year", _RULE, base=0.5, per=80)


def _differing_years(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """Years few apart, with two seldom words beside both that follow each other."""
    told: defaultdict[int, list[tuple[Saying, int, int, int]]] = defaultdict(list)
    for dating in book.datings:
        if _YEAR.fullmatch(dating.edtf) and _YEAR.fullmatch(dating.text):
            dated = sayings.dated(dating)
            if dated is not None and dated[0].section >= 0:
                told[dated[0].section].append((dated[0], dated[1].start, dated[1].end, int(dating.edtf)))
    for years in told.values():
        for (a, *here, one), (b, *there, other) in combinations(years[:_MOST], 2):
            if a.record is b.record or not 0 < abs(one - other) <= _FEW_YEARS:
                continue
            if str(one) in b.lows or str(other) in a.lows or have_numbers_of_their_own(sayings, a, b):
                continue  # "in 1871 and 1872"
            events = _events(a, *here), _events(b, *there)
            if all(events) and events[0].isdisjoint(events[1]):
                continue  # the pans were sold in one year and flooded in another
            both = _runs(a, *here) & _runs(b, *there)
            if any(sayings.weigh(frozenset(run)) >= _SELDOM for run in both):
                yield dates_apart(sayings, Words(a, *here), Words(b, *there), "the year", _BESIDE, base=0.5, per=80)


def _events(saying: Saying, start: int, end: int) -> frozenset[str]:
    beside = events_of(token.key for token in words_beside(saying, start, end))
    return frozenset(beside | phrased_events(saying, start, end))


def _runs(saying: Saying, start: int, end: int) -> set[tuple[str, str]]:
    """Two words that say something and follow each other, near a date."""
    near = sorted(words_beside(saying, start, end), key=lambda token: token.start)
    return {
        (one.key, other.key)
        for one, other in pairwise(near)
        if one.key and other.key and not (one.named or other.named) and other.start - one.end == 1
        if not (one.low[0].isdecimal() or other.low[0].isdecimal())
    }


def _may_be_one(one: _Time, other: _Time) -> bool:
    if abs(one.year - other.year) != 1 or not one.months & other.months:
        return False
    if 12 in one.months | other.months and 1 in one.months | other.months and one.months != other.months:
        return False  # January of the next year is of the same winter
    if one.day and other.day and one.day != other.day:
        return False
    return not (one.events and other.events) or bool(one.events & other.events)


def _read(book: Sourcebook, sayings: Sayings) -> Iterator[_Time]:
    for dating in book.datings:
        found = _DATE.fullmatch(dating.edtf)
        dated = sayings.dated(dating) if found is not None and _YEAR.search(dating.text) else None
        if found is None or dated is None or dated[0].section < 0:
            continue
        saying, place = dated
        months = _SEASONS.get(int(found["month"]), (int(found["month"]),))
        beside = events_of(token.key for token in words_beside(saying, place.start, place.end))
        beside |= phrased_events(saying, place.start, place.end)
        yield _Time(saying, place.start, place.end, int(found["year"]), frozenset(months), found["day"] or "", beside)
