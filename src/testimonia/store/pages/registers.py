"""Proceedings and ledgers, leaf by leaf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...errors import NotFoundError
from ...model import Ledger, Sourcebook
from .cuts import cut_book
from .opened import Base

__all__ = ["ProceedingRow", "entries_of", "ledger_counts", "proceeding_book", "proceeding_rows"]


@dataclass(frozen=True, slots=True)
class ProceedingRow:
    """A proceeding in a list: how often the page names it, how many facts and people it tells of it."""

    id: str
    name: str
    kind: str
    date: str | None
    named: int
    facts: int
    people: int


def proceeding_rows(base: Base, *, first: int = 0, most: int = 100) -> tuple[int, list[ProceedingRow]]:
    """How many proceedings there are, and some of them, those first of which most is told."""
    rows = [
        ProceedingRow(*found)
        for found in base.rows(
            "select id, name, kind, dated, "
            "(select count(*) from proceeding_names where proceeding = proceedings.id), "
            "(select count(*) from cells where proceeding = proceedings.id) as facts, "
            "(select count(distinct coalesce(person, person_name)) from cells where proceeding = proceedings.id) "
            "from proceedings order by facts desc, dated is null, dated, number limit ? offset ?",
            most,
            first,
        )
    ]
    return base.count("select count(*) from proceedings"), rows


def proceeding_book(base: Base, id_: str) -> Sourcebook:
    """One proceeding with its facts.

    Raises:
        NotFoundError: there is none of this id.
    """
    if base.row("select 1 from proceedings where id = ?", id_) is None:
        raise NotFoundError(f"No proceeding has the id {id_!r}.")
    cells = [cell for (cell,) in base.rows("select id from cells where proceeding = ? order by number", id_)]
    return cut_book(base, {"proceeding": [id_], "cell": cells}, why=("proceeding",))


def ledger_counts(base: Base) -> dict[str, int]:
    """How many rows each ledger has, all ledgers among them."""
    counts = dict(base.rows("select ledger, count(*) from entries group by ledger"))
    return {ledger.value: counts.get(ledger.value, 0) for ledger in Ledger}


def entries_of(
    base: Base, ledger: str, *, about: str | None = None, first: int = 0, most: int = 60
) -> tuple[int, Sourcebook, Sequence[str]]:
    """How many rows a ledger has, and some of them, in time, then in the order of the page.

    ``about`` is who has a part in them or says so. The book holds them, the ids say in which order.
    """
    condition, values = "ledger = ?", [ledger]
    if about is not None:
        condition += " and (speaker = ? or id in (select entry from entry_parts where who = ?))"
        values += [about, about]
    total = base.count(f"select count(*) from entries where {condition}", *values)
    ids = [
        id_
        for (id_,) in base.rows(
            f"select id from entries where {condition} order by dated is null, dated, start limit ? offset ?",
            *values,
            most,
            first,
        )
    ]
    return total, cut_book(base, {"entry": ids}), ids
