"""Make the weights of whom a statement concerns, from the clauses where the gold has an act.

Two logistic regressions: which of those who come into question is concerned, made from the clauses that concern
somebody, and whether a clause concerns nobody, which may look at how the likeliest of them stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from testimonia.assertions.candidates import Candidates, candidates
from testimonia.assertions.involved import likelihoods_of, signs_of_nobody, signs_of_number, table_of
from testimonia.assertions.roles import whole
from testimonia.assertions.subjects import Subjects
from testimonia.model import Act

from .fitting import Rows, fit

WHO_RIDGE = 4.0
NOBODY_RIDGE = 6.0
FREQUENT = 5  # times that a sign is shown, before it gets a weight
SMALL = 0.05  # a weight that is not written
ALWAYS = "always"
OURS = "read by us"  # readings of our own name nobody more often than the gold does; what comes of that is left out
GOLD = ("corpus", "sample")  # pages whose gold is not ours


@dataclass
class Cell:
    """An act of a clause's reading that the gold has, with those who come into question and which of them it has."""

    act: Act
    found: Candidates
    right: list[bool]
    ours: bool

    def without(self, left_out: set[str]) -> Cell:
        """The same with some signs left out."""
        parties = [(party, signs - left_out) for party, signs in self.found.parties]
        return replace(self, found=replace(self.found, parties=parties))


def cell_of(
    row: Any, subjects: Subjects, key: tuple[int, int, Act], records: Sequence[Mapping[str, Any]], people: Any
) -> Cell:
    """The cell of a clause (its place, the number of its reading) and act; ``records`` are those of the gold there."""
    place, number, act = key
    names = [name for record in records for name in record.get("of_names") or ()]
    ids = {one for record in records for one in record.get("of") or ()}  # for where a pronoun is printed
    found = candidates(row.reading, subjects, row.context, place, number, act)
    called = [whole(row.reading, subjects, party).name for party, _ in found.parties]
    right = [any(people.same(one, name) for name in names) or bool(ids & people.key(one)) for one in called]
    return Cell(act, found, right, row.page not in GOLD)


def fitted_concern(cells: Sequence[Cell]) -> dict[str, dict[str, float]]:
    """The two tables that these cells make."""
    who = _fitted(
        [
            (cell.act, {*signs, signs_of_number(cell.found)}, right)
            for cell in cells
            if any(cell.right)
            for (_, signs), right in zip(cell.found.parties, cell.right, strict=True)
        ],
        WHO_RIDGE,
    )
    table = table_of(who)
    clauses = []
    for cell in cells:
        if cell.found.parties:
            signs = signs_of_nobody(cell.found, likelihoods_of(cell.found, cell.act, table))
            clauses.append((cell.act, signs | {OURS} if cell.ours else signs, not any(cell.right)))
    nobody = _fitted(clauses, NOBODY_RIDGE)
    return {
        "who": _rounded(who),
        "nobody": _rounded({sign: weight for sign, weight in nobody.items() if not sign.endswith(OURS)}),
    }


def _fitted(rows: Sequence[tuple[Act, Iterable[str], bool]], ridge: float) -> dict[str, float]:
    """What each sign weighs, and each for one act beside."""
    shown = [{*signs, act.value, *(f"{act.value} {sign}" for sign in signs)} for act, signs, _ in rows]
    counts = Counter(sign for signs in shown for sign in signs)
    names = sorted(sign for sign, times in counts.items() if times >= FREQUENT)
    places = {name: place for place, name in enumerate(names)}
    table = Rows.of([sorted(places[s] for s in signs if s in places) for signs in shown], np.zeros((len(shown), 0)))
    truth = np.array([float(right) for *_, right in rows])
    weights = fit(table, truth, np.zeros(len(names) + 1), len(names), ridge, 1.0)
    return {ALWAYS: float(weights[-1])} | dict(zip(names, map(float, weights), strict=False))


def _rounded(table: Mapping[str, float]) -> dict[str, float]:
    return {
        sign: round(weight, 2) for sign, weight in table.items() if sign == ALWAYS or abs(round(weight, 2)) >= SMALL
    }
