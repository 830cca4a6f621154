"""Two rows of words side by side: the blocks that difflib finds, without its cubic time on sentences of one form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from difflib import Match, SequenceMatcher

__all__ = ["SideBySide"]

_Block = tuple[int, int, int]  # where it begins on either side, and its words
_Bounds = tuple[int, int, int, int]


class SideBySide(SequenceMatcher[str]):
    """A `SequenceMatcher` without junk; its matching blocks are the same.

    difflib looks for the longest block, and anew in what is left of it and right of it. Where a form is repeated, all
    blocks are of one length, and it goes through everything once for each of them. Here all blocks of the greatest
    length are found at once: those that fit behind one another are what it would find, one after another.
    """

    def __init__(self, first: Sequence[str], second: Sequence[str]) -> None:
        super().__init__(None, first, second, autojunk=False)
        self._first = first
        self._size = len(second)
        self._places: dict[str, list[int]] = self.b2j  # type: ignore[attr-defined]  # documented, not in the stubs
        self._blocks: list[Match] | None = None

    def get_matching_blocks(self) -> list[Match]:
        """As of `SequenceMatcher`: in order, adjacent ones as one, an empty one last."""
        if self._blocks is None:
            blocks: list[Match] = []
            for a, b, size in sorted(self._all_blocks()):
                if blocks and (last := blocks[-1]).a + last.size == a and last.b + last.size == b:
                    blocks[-1] = Match(last.a, last.b, last.size + size)
                else:
                    blocks.append(Match(a, b, size))
            self._blocks = [*blocks, Match(len(self._first), self._size, 0)]
        return self._blocks

    def _all_blocks(self) -> list[_Block]:
        found: list[_Block] = []
        open_: list[_Bounds] = [(0, len(self._first), 0, self._size)]
        while open_:
            a, a_end, b, b_end = open_.pop()
            size, starts = self._longest(a, a_end, b, b_end)
            if not size:
                continue
            for i, j in starts:
                if i < a or j < b:
                    continue  # it overlaps the one before, or crosses it
                found.append((i, j, size))
                if i > a and j > b:
                    open_.append((a, i, b, j))
                a, b = i + size, j + size
            if a < a_end and b < b_end:
                open_.append((a, a_end, b, b_end))
        return found

    def _longest(self, a: int, a_end: int, b: int, b_end: int) -> tuple[int, list[tuple[int, int]]]:
        """The length of the longest blocks within bounds, and where each begins, in order."""
        size, starts = 0, list[tuple[int, int]]()
        before: dict[int, int] = {}  # the length of the block that ends at a place of the second, and at the last word
        for i in range(a, a_end):
            here: dict[int, int] = {}
            places = self._places.get(self._first[i], ())
            for n in range(bisect_left(places, b) if b else 0, len(places)):
                j = places[n]
                if j >= b_end:
                    break
                length = here[j] = before.get(j - 1, 0) + 1
                if length > size:
                    size, starts = length, []
                if length == size:
                    starts.append((i - length + 1, j - length + 1))
            before = here
        return size, starts
