"""How likely a clause is an assertion of each act: signs and words added up with the weights of ``weights.toml``.

The weights are those of a logistic regression on excerpts read by hand, made by ``bench/assertion_weights.py``, which
also prints what they reach on excerpts that they were not made from. ``word_weights.txt`` holds what single words of
general English add: words that are used alike add alike, so that a word counts that no excerpt had.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import add
from pathlib import Path

from testimonia.model import Act

__all__ = ["Weights", "shipped_weights", "shipped_words"]

_FILE = Path(__file__).with_name("weights.toml")
_WORDS = Path(__file__).with_name("word_weights.txt")
_ALWAYS = "always"
_PARTS = 100  # the words' weights are written in hundredths


@dataclass(frozen=True, slots=True)
class Weights:
    """Per sign and per word what it adds for each of ``acts``; one that is not named weighs nothing."""

    acts: tuple[Act, ...]
    tables: Mapping[str, tuple[float, ...]]
    words: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    def of_words(self, lows: Iterable[str]) -> Sequence[float]:
        """What the words of a clause, in small letters, add for each act: long clauses no more than short ones."""
        totals: list[float] = [0.0] * len(self.acts)
        known = self.words
        count = 0
        for low in lows:
            weights = known.get(low)
            if weights is not None:
                totals = list(map(add, totals, weights))
                count += 1
        if count > 1:
            root = math.sqrt(count)
            totals = [total / root for total in totals]
        return totals

    def total(self, signs: Iterable[str], start: Sequence[float] = ()) -> list[float]:
        """What signs that count for every act add up to, on top of ``start``."""
        tables = self.tables
        totals = list(start or tables[_ALWAYS])
        for sign in signs:
            weights = tables.get(sign)
            if weights is not None:
                totals = list(map(add, totals, weights))
        return totals

    def likelihoods(self, totals: list[float], signs: Mapping[Act, Iterable[str]]) -> dict[Act, float]:
        """How likely each act is, 0 to 1: ``totals`` with the signs for or against each act put on top."""
        tables = self.tables
        found = {}
        for place, act in enumerate(self.acts):
            total = totals[place]
            for sign in signs[act]:
                weights = tables.get(sign)
                if weights is not None:
                    total += weights[place]
            found[act] = 1 / (1 + math.exp(-total))
        return found


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    by_act = {Act(name): table for name, table in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()}
    signs = {sign for table in by_act.values() for sign in table}
    tables = {sign: tuple(table.get(sign, 0.0) for table in by_act.values()) for sign in signs}
    return Weights(tuple(by_act), tables, shipped_words())


@cache
def shipped_words() -> dict[str, tuple[float, ...]]:
    """What single words add, in the order of the acts of the weights."""
    found: dict[str, tuple[float, ...]] = {}
    for line in _WORDS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, *parts = line.split()
            found[word] = tuple([int(part) / _PARTS for part in parts])
    return found
