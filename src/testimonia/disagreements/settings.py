"""When a sentence's matter was, and which proceedings it speaks of, so that two like events are not taken for one.

A sentence is of the years that it prints; where it prints none, of those printed last before it in its excerpt, else
first behind it, else of those of its claim. It is of the proceedings that are named or told of in it, else of those
of the nearest sentence of its excerpt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TypeVar

from ..model import Sourcebook
from ..words.edtf import bounds_of
from .sayings import Saying, Sayings

__all__ = ["Settings"]

K = TypeVar("K", int, str)
_YEARS = 40  # a longer stretch is an age and dates nothing


class Settings:
    """The years and proceedings of every sentence."""

    def __init__(self, book: Sourcebook, sayings: Sayings) -> None:
        self._sayings = sayings
        self._starts = {
            key: [s.record.place(s.start, s.end).start for s in own] for key, own in sayings.of_record.items()
        }
        self._printed: dict[int, frozenset[int]] = {}
        claims: defaultdict[str, set[int]] = defaultdict(set)
        for dating in book.datings:
            bounds = bounds_of(dating.edtf)
            if bounds is None or bounds[1] // 10_000 - bounds[0] // 10_000 > _YEARS or not bounds[0]:
                continue
            years = range(bounds[0] // 10_000, bounds[1] // 10_000 + 1)
            saying = self._at(dating.record, dating.span.start)
            if saying is None:
                claims[dating.record].update(years)
            else:
                self._printed[saying.number] = self._printed.get(saying.number, frozenset()).union(years)
        self._claims = claims
        self._told: dict[int, frozenset[str]] = {}
        for cell in book.cells:
            saying = self._at(cell.record, cell.span.start)
            if saying is not None:
                self._told[saying.number] = self._told.get(saying.number, frozenset()) | {cell.proceeding}
        self._all_starts = [s.record.place(s.start, s.end).start for s in sayings.all]
        for proceeding in book.proceedings:
            for name in proceeding.names:
                if name.span is None:
                    continue
                number = self._number_at(name.span.start)
                if number is not None:
                    self._told[number] = self._told.get(number, frozenset()) | {proceeding.id}

    def _number_at(self, offset: int) -> int | None:
        at = bisect_right(self._all_starts, offset) - 1
        return at if at >= 0 else None

    def _at(self, record: str, offset: int) -> Saying | None:
        starts = self._starts.get(record)
        if not starts:
            return None
        return self._sayings.of_record[record][max(0, bisect_right(starts, offset) - 1)]

    def years(self, saying: Saying) -> frozenset[int]:
        """The years it is of, empty where nothing tells."""
        found = self._nearest(saying, self._printed)
        return found or frozenset(self._claims.get(saying.record.claim or "", set()))

    def proceedings(self, saying: Saying) -> frozenset[str]:
        """The proceedings it is of, ids; empty where nothing tells."""
        return frozenset(self._nearest(saying, self._told) or ())

    def _nearest(self, saying: Saying, found: dict[int, frozenset[K]]) -> frozenset[K] | None:
        if saying.number in found:
            return found[saying.number]
        own = self._sayings.of_record[saying.record.id]
        first, last = own[0].number, own[-1].number
        for number in range(saying.number - 1, first - 1, -1):
            if number in found:
                return found[number]
        for number in range(saying.number + 1, last + 1):
            if number in found:
                return found[number]
        return None

    def may_be_one(self, a: Saying, b: Saying, gap: int = 1) -> bool:
        """Whether nothing tells that the two are of different years or different proceedings."""
        ours, theirs = self.years(a), self.years(b)
        if ours and theirs and min(abs(x - y) for x in ours for y in theirs) > gap:
            return False
        told, heard = self.proceedings(a), self.proceedings(b)
        return not (told and heard and not told & heard)
