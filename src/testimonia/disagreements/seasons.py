"""One month, season or day of two years: "in the summer of 1871" here, "in the summer of 1872" there.

Under one claim the same time of the year, a year apart, is one time misdated sooner than two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import DiscrepancyKind, Reason, Sourcebook
from .dates import events_of, words_beside
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings

__all__ = ["differing_seasons"]

_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?[~?%]?")
_SEASONS = {21: (3, 4, 5), 22: (6, 7, 8), 23: (9, 10, 11), 24: (12, 1, 2)}
_MOST = 30  # dates under one claim
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
    told: defaultdict[int, list[_Time]] = defaultdict(list)
    for time in _read(book, sayings):
        told[time.saying.section].append(time)
    for times in told.values():
        for n, one in enumerate(times[:_MOST]):
            for other in times[n + 1 : _MOST]:
                if one.saying.record is not other.saying.record and _may_be_one(one, other):
                    a, b = sorted((one, other), key=lambda time: time.saying.number)
                    pair = sayings.pair(a.saying, b.saying)
                    yield Difference(
                        DiscrepancyKind.DATE,
                        Words(a.saying, a.start, a.end),
                        Words(b.saying, b.start, b.end),
                        about_of(pair) or "the year",
                        min(0.7, 0.5 + pair.weight / 80),
                        None,
                        tuple(sorted(f[1:] for f in pair.shared if f[0] == "@")),
                        (Reason("accounts under one claim date it to one time of the year, in years that follow"),),
                        pair.weight,
                    )


def _may_be_one(one: _Time, other: _Time) -> bool:
    if abs(one.year - other.year) != 1 or not one.months & other.months:
        return False
    if 12 in one.months | other.months and 1 in one.months | other.months and one.months != other.months:
        return False  # January of the next year is of the same winter
    if one.day and other.day and one.day != other.day:
        return False
    return not (one.events and other.events) or bool(one.events & other.events)


def _read(book: Sourcebook, sayings: Sayings) -> Iterator[_Time]:
    starts = sayings.starts
    for dating in book.datings:
        found = _DATE.fullmatch(dating.edtf)
        own = sayings.of_record.get(dating.record)
        if found is None or not own or own[0].section < 0:
            continue
        saying = own[max(0, bisect_right(starts[dating.record], dating.span.start) - 1)]
        place = saying.record.source.text_span(dating.span)  # type: ignore[union-attr]
        if place is None or not saying.start <= place.start < saying.end or not _YEAR.search(dating.text):
            continue
        months = _SEASONS.get(int(found["month"]), (int(found["month"]),))
        beside = events_of(token.key for token in words_beside(saying, place.start, place.end))
        yield _Time(saying, place.start, place.end, int(found["year"]), frozenset(months), found["day"] or "", beside)
