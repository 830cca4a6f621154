"""Disagreements, leaf by leaf, and the defects of the page."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Finding, FindingKind, Sourcebook, Span
from .cuts import cut_book, ids_within
from .names import name_of
from .opened import Base

__all__ = ["disagreement_kinds", "disagreement_people", "disagreements_book", "findings_of"]


def disagreement_kinds(base: Base, about: str | None = None) -> list[tuple[str, int]]:
    """How many disagreements there are of each kind, the commonest first; about somebody, if it is said about whom."""
    condition, values = _about(about)
    return list(
        base.rows(
            f"select kind, count(*) from discrepancies where true{condition} group by kind order by 2 desc, 1", *values
        )
    )


def disagreement_people(base: Base, kind: str | None = None, most: int = 12) -> list[tuple[str, str, int]]:
    """Whom most disagreements (of a kind) are about: id, name and how many."""
    condition, values = ("where kind = ?", [kind]) if kind is not None else ("", [])
    return [
        (who, name_of(base, who), count)
        for who, count in base.rows(
            "select who, count(*) from discrepancy_persons "
            f"join discrepancies on discrepancies.id = discrepancy {condition} group by who order by 2 desc, 1 limit ?",
            *values,
            most,
        )
    ]


def disagreements_book(
    base: Base, *, kind: str | None = None, about: str | None = None, first: int = 0, most: int = 20
) -> tuple[int, Sourcebook, Sequence[str]]:
    """How many disagreements there are, and some of them, the surest first, with the voices of both places."""
    condition, values = _about(about)
    if kind is not None:
        condition += " and kind = ?"
        values.append(kind)
    total = base.count(f"select count(*) from discrepancies where true{condition}", *values)
    rows = list(
        base.rows(
            f"select id, a_excerpt, b_excerpt from discrepancies where true{condition} "
            "order by confidence desc, a_start, b_start limit ? offset ?",
            *values,
            most,
            first,
        )
    )
    excerpts = {x for _, *both in rows for x in both if x is not None}
    ids = [id_ for id_, *_ in rows]
    wanted = {"discrepancy": ids, "voice": ids_within(base, "voice", excerpts)}
    return total, cut_book(base, wanted, why=("discrepancy",)), ids


def _about(about: str | None) -> tuple[str, list[object]]:
    if about is None:
        return "", []
    return " and id in (select discrepancy from discrepancy_persons where who = ?)", [about]


def findings_of(base: Base, kind: str | None = None, *, first: int = 0, most: int = 100) -> tuple[int, list[Finding]]:
    """How many defects the page has, and some of them, by kind, in the order of the page."""
    condition, values = ("where kind = ?", [kind]) if kind is not None else ("", [])
    return base.count(f"select count(*) from findings {condition}", *values), [
        Finding(id_, FindingKind(found), Span(start, end), message, text)
        for id_, found, start, end, message, text in base.rows(
            f"select id, kind, start, end, message, text from findings {condition} "
            "order by kind, start limit ? offset ?",
            *values,
            most,
            first,
        )
    ]
