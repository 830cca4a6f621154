"""What is said to have happened when, as an index of the dated records that a time can be looked up in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ...answers.rows import known_bounds
from ...model import Sourcebook
from .cuts import cut_book
from .opened import Base

__all__ = ["Dated", "dated_records", "events_book", "months_told", "years_told"]


class Dated(NamedTuple):
    """A dated record: the first and last day that it can mean, as numbers like 19310503, and where it stands."""

    first: int
    last: int
    start: int
    end: int
    kind: str  # of record: assertion, entry, cell, dating
    id: str


def dated_records(base: Base, *, since: int = 0, until: int = 99999999, about: str | None = None) -> Sequence[Dated]:
    """The records that may fall between two days, over time; of somebody, if it is said of whom.

    A date that a statement, a row of a ledger or a proceeding states already is not told again.
    """
    found = [one for one in base.lasting("dated", lambda: _all(base)) if one.last >= since and one.first <= until]
    if about is None:
        return found
    ids = _concerning(base, about)
    named = sorted(base.rows("select start, end from mentions where person = ?", about))
    starts = [start for start, _ in named]

    def is_named(one: Dated) -> bool:
        at = bisect_right(starts, one.end) - 1
        return at >= 0 and starts[at] >= one.start and named[at][1] <= one.end

    return [one for one in found if one.id in ids or is_named(one)]


def years_told(records: Sequence[Dated]) -> tuple[list[tuple[int, int]], int]:
    """How many of the records fall in each year, and how many may fall in several."""
    counts: Counter[int] = Counter()
    several = 0
    for one in records:
        if one.first // 10_000 == one.last // 10_000:
            counts[one.first // 10_000] += 1
        else:
            several += 1
    return sorted(counts.items()), several


def months_told(records: Sequence[Dated], first: int, last: int) -> list[tuple[int, int]]:
    """How many of the records fall in each month of some years, months as 193105; those of several months in none."""
    counts = Counter(
        one.first // 100
        for one in records
        if one.first // 100 == one.last // 100 and first <= one.first // 10_000 <= last
    )
    return sorted(counts.items())


def events_book(base: Base, records: Sequence[Dated]) -> Sourcebook:
    """The book of these records."""
    wanted: dict[str, list[str]] = {}
    for one in records:
        wanted.setdefault(one.kind, []).append(one.id)
    return cut_book(base, wanted)


def _all(base: Base) -> list[Dated]:
    bounds = cache(known_bounds)
    told: set[int] = set()

    def dated() -> Iterator[Dated]:
        for kind, query in (
            ("assertion", "select id, start, end, dated, dated_start from assertions where dated is not null"),
            ("entry", "select id, start, end, dated, dated_start from entries where dated is not null"),
            ("cell", "select id, start, end, dated, start from cells where kind = 'date' and dated is not null"),
            ("dating", "select id, start, end, edtf, null from datings where event_start is not null"),
        ):
            for id_, start, end, edtf, at in base.rows(query):
                if kind == "dating" and start in told:
                    continue
                if at is not None:
                    told.add(at)
                found = bounds(edtf)
                if found is not None:
                    yield Dated(*found, start, end, kind, id_)

    return sorted(dated())


def _concerning(base: Base, who: str) -> set[str]:
    return {
        id_
        for query in (
            "select id from assertions where speaker = ?",
            "select assertion from assertion_of where who = ?",
            "select id from entries where speaker = ?",
            "select entry from entry_parts where who = ?",
            "select id from cells where speaker = ?",
            "select id from datings where speaker = ?",
        )
        for (id_,) in base.rows(query, who)
    }
