"""Which records of a book have which stems of words: all records are looked through at once, and once for each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate

__all__ = ["Stems"]


class Stems:
    """Looks for stems in texts of small letters, by their ids."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._holding: dict[tuple[str, ...], dict[str, list[str]]] = {}

    def holding(self, stems: tuple[str, ...]) -> dict[str, list[str]]:
        """By the id of a record, which of the stems stand in its text."""
        found = self._holding.get(stems)
        if found is None:
            found = self._holding[stems] = {}
            for stem in stems:
                for id_ in self._having(stem):
                    found.setdefault(id_, []).append(stem)
        return found

    def _having(self, stem: str) -> set[str]:
        """The ids of the records that have a stem."""
        parts = stem.split()
        if parts != [stem]:  # it has white space: to be looked for where its longest word is
            within = self._having(max(parts, key=len)) if parts else self._texts.keys()
            return {id_ for id_ in within if stem in self._texts[id_]}
        words, starts, having = self._words
        found: set[str] = set()
        at = words.find(stem)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            found.update(having[number])
            at = words.find(stem, starts[number + 1])
        return found

    @cached_property
    def _words(self) -> tuple[str, list[int], list[list[str]]]:
        """All that stands between white space in the book, each once: where each begins, and the records that have it.

        A stem is looked for in them: they are a sixth of the texts.
        """
        having: dict[str, list[str]] = {}
        for id_, text in self._texts.items():
            for word in set(text.split()):
                having.setdefault(word, []).append(id_)
        starts = list(accumulate((len(word) + 1 for word in having), initial=0))
        return " ".join(having), starts, list(having.values())
