"""When a sentence's matter was, and which proceedings it speaks of, so that two like events are not taken for one.

A sentence is of the years that it prints; where it prints none, of those printed last before it in its excerpt, else
right behind it, else of those of its claim. It is of the proceedings that are named or told of in it, else of those
of the nearest sentence of its excerpt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from typing import TypeVar

from ..model import Sourcebook
from ..words.edtf import bounds_of, days_between
from .sayings import Saying, Sayings

__all__ = ["Settings"]

K = TypeVar("K", int, str)
_AHEAD = 1  # sentences: what is told later is often another matter
_FAR = 40  # claims
_AROUND = 40  # sentences: pages go by matters
_GAP = 1  # years between what may be one event, misdated
_NEAR, _WHOLE = 1, 8  # sentences
_YEARS = 40  # a longer stretch is an age and dates nothing


class Settings:
    """The years and proceedings of every sentence."""

    def __init__(self, book: Sourcebook, sayings: Sayings) -> None:
        self._sayings = sayings
        self._printed: dict[int, frozenset[int]] = {}
        self._days: dict[int, frozenset[str]] = {}
        claims: defaultdict[str, set[int]] = defaultdict(set)
        for dating in book.datings:
            if (
                _DAY.fullmatch(dating.edtf)
                and (dated := self._sayings.at(dating.record, dating.span.start)) is not None
            ):
                self._days[dated.number] = self._days.get(dated.number, frozenset()) | {dating.edtf}
            bounds = bounds_of(dating.edtf)
            if bounds is None or bounds[1] // 10_000 - bounds[0] // 10_000 > _YEARS or not bounds[0]:
                continue
            years = range(bounds[0] // 10_000, bounds[1] // 10_000 + 1)
            saying = self._sayings.at(dating.record, dating.span.start)
            if saying is None:
                claims[dating.record].update(years)
            else:
                self._printed[saying.number] = self._printed.get(saying.number, frozenset()).union(years)
        self._claims = claims
        self._years_of: dict[tuple[int, int], frozenset[int]] = {}
        self._proceedings_of: dict[tuple[int, int], frozenset[str]] = {}
        self._told: dict[int, frozenset[str]] = {}
        records: defaultdict[str, set[str]] = defaultdict(set)
        for cell in book.cells:
            records[cell.proceeding].add(cell.record)
        known = {
            key for key, own in records.items() if len(own) > 1
        }  # others may be any of these, told of without a name
        for cell in book.cells:
            if cell.proceeding not in known:
                continue
            saying = self._sayings.at(cell.record, cell.span.start)
            if saying is not None:
                self._told[saying.number] = self._told.get(saying.number, frozenset()) | {cell.proceeding}
        self._all_starts = [start for own in sayings.starts.values() for start in own]
        for proceeding in book.proceedings:
            if proceeding.id not in known:
                continue
            for name in proceeding.names:
                if name.span is None:
                    continue
                number = self._number_at(name.span.start)
                if number is not None:
                    self._told[number] = self._told.get(number, frozenset()) | {proceeding.id}

        self._tellers = sorted(self._told)

    def _number_at(self, offset: int) -> int | None:
        at = bisect_right(self._all_starts, offset) - 1
        return at if at >= 0 else None

    def years(self, saying: Saying, reach: int = _WHOLE) -> frozenset[int]:
        """The years it is of, looked for so many sentences away; empty where nothing tells."""
        known = self._years_of.get((saying.number, reach))
        if known is None:
            known = self._years_of[saying.number, reach] = self._read_years(saying, reach)
        return known

    def _read_years(self, saying: Saying, reach: int) -> frozenset[int]:
        found = self._nearest(saying, self._printed, reach)
        if not found and reach == _WHOLE:
            return frozenset(self._claims.get(saying.record.claim or "", set()))
        return found or frozenset()

    def days_apart(self, a: Saying, b: Saying) -> int | None:
        """How many days lie between the nearest days that two sentences print; a day of no year is taken as of the
        other's. ``None`` where one of them prints none."""
        apart = (
            days_between(one, other) for one in self._days.get(a.number, ()) for other in self._days.get(b.number, ())
        )
        return min((days for days in apart if days is not None), default=None)

    def proceedings(self, saying: Saying, reach: int = _WHOLE) -> frozenset[str]:
        """The proceedings it is of, ids; empty where nothing tells."""
        known = self._proceedings_of.get((saying.number, reach))
        if known is None:
            known = self._nearest(saying, self._told, reach) or frozenset()
            self._proceedings_of[saying.number, reach] = known
        return known

    def _nearest(self, saying: Saying, found: dict[int, frozenset[K]], reach: int) -> frozenset[K] | None:
        if saying.number in found:
            return found[saying.number]
        own = self._sayings.of_record[saying.record.id]
        first, last = own[0].number, own[-1].number
        for number in range(saying.number - 1, max(first, saying.number - reach) - 1, -1):
            if number in found:
                return found[number]
        for number in range(saying.number + 1, min(last, saying.number + min(reach, _AHEAD)) + 1):
            if number in found:
                return found[number]
        return None

    def of_one_trial(self, a: Saying, b: Saying) -> bool:
        """Whether both are of one of the proceedings, by what is told in their excerpts, else near by on the page."""
        told, heard = self.proceedings(a), self.proceedings(b)
        if told and heard:
            return bool(told & heard)
        if a.section < 0 or b.section < 0 or abs(a.section - b.section) > _FAR:
            return False
        return bool(self._around(a) & self._around(b))

    def _around(self, saying: Saying) -> frozenset[str]:
        told = self.proceedings(saying)
        if told:
            return told
        at = bisect_right(self._tellers, saying.number)
        near = [self._tellers[n] for n in (at - 1, at) if 0 <= n < len(self._tellers)]
        near = [number for number in near if abs(number - saying.number) <= _AROUND]
        if not near:
            return frozenset()
        return self._told[min(near, key=lambda number: abs(number - saying.number))]

    def may_be_one(self, a: Saying, b: Saying) -> bool:
        """Whether nothing tells that the two are of different years or different proceedings."""
        return self.clash(a, b) == 0

    def clash(self, a: Saying, b: Saying) -> int:
        """How plainly the two are of different years or proceedings: 0 not, 1 by what is told far off, 2 near by."""
        for reach, much in ((_NEAR, 2), (_WHOLE, 1)):
            ours, theirs = self.years(a, reach), self.years(b, reach)
            if ours and theirs and not _are_near(ours, theirs):
                return much
            told, heard = self.proceedings(a, reach), self.proceedings(b, reach)
            if told and heard and not told & heard:
                return much
        return 0


@lru_cache(maxsize=1 << 14)
def _are_near(ours: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether some of the years are those of one event, one of them misdated."""
    return any(year + step in theirs for year in ours for step in range(-_GAP, _GAP + 1))


_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d[~?%]?")
