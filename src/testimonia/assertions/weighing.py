"""How likely a clause is an assertion of each act: signs added up with the weights of ``weights.toml``.

The weights are those of a logistic regression on the gold of the bundled sample and of ``gold/dev``, made by
``bench/assertion_weights.py``, which also prints what they reach on excerpts that they were not made from.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import add
from pathlib import Path

from testimonia.model import Act

__all__ = ["Weights", "shipped_weights"]

_FILE = Path(__file__).with_name("weights.toml")
_ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Weights:
    """Per sign what it adds for each of ``acts``; a sign that is not named weighs nothing."""

    acts: tuple[Act, ...]
    tables: Mapping[str, tuple[float, ...]]

    def likelihoods(self, common: Iterable[str], signs: Mapping[Act, Iterable[str]]) -> dict[Act, float]:
        """How likely each act is, 0 to 1; ``common`` are signs of the clause, ``signs`` those for or against an act."""
        tables = self.tables
        totals = list(tables[_ALWAYS])
        for sign in common:
            weights = tables.get(sign)
            if weights is not None:
                totals = list(map(add, totals, weights))
        for place, act in enumerate(self.acts):
            for sign in signs[act]:
                weights = tables.get(sign)
                if weights is not None:
                    totals[place] += weights[place]
        return {act: 1 / (1 + math.exp(-total)) for act, total in zip(self.acts, totals, strict=True)}


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    by_act = {Act(name): table for name, table in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()}
    signs = {sign for table in by_act.values() for sign in table}
    return Weights(tuple(by_act), {sign: tuple(table.get(sign, 0.0) for table in by_act.values()) for sign in signs})
