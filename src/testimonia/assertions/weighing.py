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
from pathlib import Path

from testimonia.model import Act

__all__ = ["Weights", "shipped_weights"]

_FILE = Path(__file__).with_name("weights.toml")
_ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Weights:
    """Per act the weight of each sign; a sign that is not named weighs nothing."""

    tables: Mapping[Act, Mapping[str, float]]

    def likelihood(self, act: Act, signs: Iterable[str]) -> float:
        """How likely the act is, 0 to 1."""
        table = self.tables.get(act)
        if table is None:
            return 0.0
        total = table[_ALWAYS] + sum(table.get(sign, 0.0) for sign in signs)
        return 1 / (1 + math.exp(-total))


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Weights({Act(name): table for name, table in tables.items()})
