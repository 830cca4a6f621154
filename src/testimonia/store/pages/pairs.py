"""Who says what of whom, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...model import Sourcebook
from .cuts import cut_book
from .opened import Base

__all__ = ["pair_counts", "statements_between"]


def pair_counts(base: Base, act: str | None) -> Counter[tuple[str, str]]:
    """How often one says something of another, by the act; ``None`` counts every act. Who speaks comes first."""
    return base.lasting("pairs", lambda: _pairs(base)).get(act, Counter())


def _pairs(base: Base) -> dict[str | None, Counter[tuple[str, str]]]:
    found: dict[str | None, Counter[tuple[str, str]]] = {None: Counter()}
    for act, speaker, who, count in base.rows(
        "select act, speaker, who, count(*) from assertion_of "
        "join assertions on assertions.id = assertion_of.assertion where who is not null group by 1, 2, 3"
    ):
        found.setdefault(act, Counter())[speaker, who] = count
        found[None][speaker, who] += count
    return found


def statements_between(
    base: Base, speaker: str, of: str, act: str | None, *, first: int = 0, most: int = 30
) -> tuple[int, Sourcebook, Sequence[str]]:
    """How many statements one makes of another, and some of them, in time, then in the order of the page."""
    condition = "speaker = ? and id in (select assertion from assertion_of where who = ?)"
    values = [speaker, of]
    if act is not None:
        condition += " and act = ?"
        values.append(act)
    total = base.count(f"select count(*) from assertions where {condition}", *values)
    ids = [
        id_
        for (id_,) in base.rows(
            f"select id from assertions where {condition} order by dated is null, dated, start limit ? offset ?",
            *values,
            most,
            first,
        )
    ]
    return total, cut_book(base, {"assertion": ids}), ids
