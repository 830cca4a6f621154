"""How likely a clause is an assertion of each act: signs and words added up with the weights of ``weights.toml``.

The weights are those of a logistic regression on excerpts read by hand, made by ``bench/assertion_weights.py``, which
also prints what they reach on excerpts that they were not made from. ``word_weights.txt`` holds what single words of
general English add: words that are used alike add alike, so that a word counts that no excerpt had. What a word adds by
itself, beyond those that are used like it, stands in ``stem_weights.txt``, for all forms of it at once.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from testimonia.model import Act
from testimonia.words.stems import is_function_word, stem

__all__ = ["Weights", "root_of", "shipped_weights", "shipped_words"]

_FILE = Path(__file__).with_name("weights.toml")
_WORDS = Path(__file__).with_name("word_weights.txt")
_STEMS = Path(__file__).with_name("stem_weights.txt")
_ALWAYS = "always"
_PARTS = 100  # the words' weights are written in hundredths


class Weights:
    """Per sign and per word what it adds for each of ``acts``; one that is not named weighs nothing."""

    def __init__(
        self,
        acts: tuple[Act, ...],
        tables: Mapping[str, tuple[float, ...]],
        words: Mapping[str, tuple[float, ...]] | None = None,
        stems: Mapping[str, tuple[float, ...]] | None = None,
    ) -> None:
        self.acts = acts
        self.tables = tables
        self.words = words or {}
        self.stems = stems or {}
        self._by_low = _Rows(self.stems)
        self._by_act = [{sign: row[place] for sign, row in tables.items() if row[place]} for place in range(len(acts))]
        self._known: list[dict[tuple[str, ...], float]] = [{} for _ in acts]  # what signs of an act came to before

    def of_words(self, lows: Sequence[str]) -> list[float]:
        """What the words of a clause, in small letters, add for each act: by what is used like them, long clauses no
        more than short ones, and each by itself."""
        known = self.words
        rows = [known[low] for low in lows if low in known]
        root = math.sqrt(len(rows) or 1)
        alike = [total / root for total in map(sum, zip(*rows, strict=True))] if rows else [0.0] * len(self.acts)
        own = filter(None, map(self._by_low.__getitem__, dict.fromkeys(lows)))
        return list(map(sum, zip(alike, *own, strict=True)))

    def total(self, signs: Iterable[str], start: Sequence[float]) -> list[float]:
        """What signs that count for every act add up to, on top of ``start``; the same in whatever order they come."""
        tables = self.tables
        return list(map(math.fsum, zip(start, *filter(None, map(tables.get, signs)), strict=True)))

    def likelihoods(self, totals: Sequence[float], signs: Mapping[Act, tuple[str, ...]]) -> dict[Act, float]:
        """How likely each act is, 0 to 1: ``totals`` and what always counts, with the signs for or against each act."""
        found = {}
        for act, total, mine, known in zip(self.acts, totals, self._by_act, self._known, strict=True):
            own = known.get(signs[act])
            if own is None:
                own = mine.get(_ALWAYS, 0.0) + math.fsum([mine[sign] for sign in signs[act] if sign in mine])
                known[signs[act]] = own
            found[act] = 1 / (1 + math.exp(-total - own))
        return found


class _Rows(dict[str, tuple[float, ...]]):
    """By word what it adds by itself, empty for nothing; looked up by its stem once."""

    def __init__(self, stems: Mapping[str, tuple[float, ...]]) -> None:
        super().__init__()
        self._stems = stems

    def __missing__(self, low: str) -> tuple[float, ...]:
        found = self[low] = self._stems.get(root_of(low), ())
        return found


@cache
def root_of(low: str) -> str:
    """The key of a word in small letters under which all its forms weigh alike."""
    return low if is_function_word(low) else stem(low)


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    by_act = {Act(name): table for name, table in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()}
    signs = {sign for table in by_act.values() for sign in table}
    tables = {sign: tuple(table.get(sign, 0.0) for table in by_act.values()) for sign in signs}
    return Weights(tuple(by_act), tables, shipped_words(), _read(_STEMS))


@cache
def shipped_words() -> dict[str, tuple[float, ...]]:
    """What single words add, in the order of the acts of the weights."""
    return _read(_WORDS)


def _read(path: Path) -> dict[str, tuple[float, ...]]:
    found: dict[str, tuple[float, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, *parts = line.split()
            found[word] = tuple([int(part) / _PARTS for part in parts])
    return found
