"""Whether two spellings may have one original at all: a quick look that lets too many pass, and none that has.

An *inventory* is the set of letters that may stand in any original of a word. A word can only share an original with
another if it can be spelt with the letters in the other's inventory alone, and begins with one the other may begin
with. A walk over both words side by side takes a hundred times as long, and most pairs are nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .schemes import INITIAL, Units

__all__ = ["Inventories"]


@dataclass(frozen=True, slots=True)
class _Inventory:
    """Sets of letters as bits: those a word may begin with, all of them, and what may be read at each offset."""

    first: int
    letters: int
    readings: tuple[tuple[tuple[int, int], ...], ...]  # where the reading ends, and its letters

    def can_be_made_of(self, letters: int) -> bool:
        """Whether the word can be read with these letters alone."""
        reached = [False] * len(self.readings) + [True]
        for start in range(len(self.readings) - 1, -1, -1):
            reached[start] = any(reached[end] and not own & ~letters for end, own in self.readings[start])
        return reached[0]


class Inventories:
    """The inventories of words in one script's tables; ``always`` are letters that may stand where none is printed."""

    def __init__(self, units: Units, always: Iterable[str]) -> None:
        self._bits: dict[str, int] = {}
        found: dict[str, set[int]] = {}
        first: dict[str, int] = {}
        beginnings: set[str] = set()
        for place, tables in enumerate(units):
            for table in tables:
                for spelling, by_letters in table.items():
                    sets = found.setdefault(spelling, set())
                    for letters in by_letters:
                        sets.add(self._as_bits(letters))
                        if place == INITIAL:
                            first[spelling] = first.get(spelling, 0) | self._as_bits(letters[0])
        for beginning in found:
            while beginning not in beginnings:
                beginnings.add(beginning)
                beginning = beginning[:-1]
        self._sets = {spelling: tuple(sets) for spelling, sets in found.items()}
        self._first = first
        self._beginnings = beginnings
        self._always = self._as_bits("".join(always))
        for silent in self._sets.get("", ()):
            self._always |= silent
        self._of = lru_cache(maxsize=8192)(self._take)

    def may_be_alike(self, a: str, b: str) -> bool:
        """Whether two folded words may have one original."""
        one, other = self._of(a), self._of(b)
        return bool(one.first & other.first and one.can_be_made_of(other.letters) and other.can_be_made_of(one.letters))

    def _as_bits(self, letters: str) -> int:
        found = 0
        for letter in letters:
            found |= self._bits.setdefault(letter, 1 << len(self._bits))
        return found

    def _take(self, word: str) -> _Inventory:
        readings = []
        every = self._always
        for start in range(len(word)):
            row = []
            for end in range(start + 1, len(word) + 1):
                printed = word[start:end]
                if printed not in self._beginnings:
                    break
                for letters in self._sets.get(printed, ()):
                    row.append((end, letters))
                    every |= letters
            readings.append(tuple(row))
        first = 0
        for length in range(len(word) + 1):
            if word[:length] not in self._beginnings:
                break
            first |= self._first.get(word[:length], 0)
        return _Inventory(first, every, tuple(readings))
