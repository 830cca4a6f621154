"""The second step of `bench.assertion_weights`: how many records an excerpt has of each act of each speaker.

It is fitted on what the first step, made from other excerpts, finds likely in an excerpt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from testimonia.assertions.tallies import MOST, steps_up_to
from testimonia.model import Act

from .fitting import Rows, fit

__all__ = ["Pair", "Table", "fitted_tallies", "labelled"]

RIDGE = 50.0
FREQUENT = 20  # pairs that show a sign, before it gets a weight
SMALL = 0.02  # a weight that is not written
ALWAYS = "always"
Table = dict[str, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """A speaker's act in an excerpt: its signs, and for one record, two and so on whether the gold has so many."""

    signs: list[str]
    truth: tuple[float, ...]


def labelled(
    signs: Mapping[tuple[str, Act], list[str]], names: Mapping[str, str], gold: Iterable[Mapping[str, Any]], fits: Any
) -> list[Pair]:
    """The pairs of an excerpt; ``fits`` tells of a record and of a line whether they agree in act and in speaker."""
    records = list(gold)
    found = []
    for (teller, act), mine in signs.items():
        line = {"speaker": teller, "speaker_name": names[teller], "act": act.value}
        same = [record["act"] == act.value for record in records if fits(record, line)]
        sure, all_ = sum(same), len(same)
        truth = tuple(1.0 if sure >= count else 0.5 if all_ >= count else 0.0 for count in range(1, MOST + 1))
        found.append(Pair([step for sign in mine for step in steps_up_to(sign)], truth))
    return found


def fitted_tallies(pairs: Sequence[Pair]) -> list[Table]:
    """For one record, two and so on the weights of signs."""
    counts = Counter(sign for pair in pairs for sign in pair.signs)
    names = sorted(sign for sign, times in counts.items() if times >= FREQUENT)
    places = {name: place for place, name in enumerate(names)}
    rows = Rows.of(
        [[places[sign] for sign in pair.signs if sign in places] for pair in pairs], np.zeros((len(pairs), 0))
    )
    tables = []
    for number in range(MOST):
        truth = np.array([pair.truth[number] for pair in pairs])
        weights = fit(rows, truth, np.zeros(len(names) + 1), len(names), RIDGE, 1.0)
        table = {ALWAYS: round(float(weights[-1]), 2)}
        found = zip(names, weights, strict=False)
        tables.append(table | {name: round(float(weight), 2) for name, weight in found if abs(weight) >= SMALL})
    return tables
