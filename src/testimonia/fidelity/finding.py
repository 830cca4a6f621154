"""Where a passage stands in a book: runs of words that both have, in their order.

A run is worth its words; a step from one run to the next costs by what is skipped, less where the excerpt has dots
there, so that a passage is followed through cuts and does not stray to where the same phrase stands again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import log2

from .wording import Wording, dots_between

__all__ = ["Index", "Run", "find_runs"]

Run = tuple[int, int, int]
"""Words that agree: the first in the excerpt, the first in the book, and how many."""

GRAM = 3  # words in a row by which a place is found
_COMMON = 64  # places of one gram: what stands oftener tells no place
_BACK = 40  # runs right before one that it may follow, and
_LEADERS = 8  # of those that were worth more than all before them
_STEP = 0.9  # words that a step costs, for each doubling of what is skipped
_CUT = 0.35  # the same, where dots say that something was left out
_LEAST = 4  # words of a run that stands alone
_ALONE = 6  # words of a run with more words that answer nothing on either side
_SHORT = 8  # words: of a shorter excerpt all have to be there


class Index:
    """The places of each run of three words of a book."""

    def __init__(self, book: Wording) -> None:
        self.book = book
        self.words = [n for n in range(len(book)) if n not in book.furniture]
        self.forms = [book.forms[n] for n in self.words]
        self.places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        forms = self.forms
        for n, gram in enumerate(zip(forms, forms[1:], forms[2:], strict=False)):
            self.places[gram].append(n)

    def third(self, place: int) -> str:
        """The last of the three words at a place, nothing behind the end."""
        return self.forms[place + GRAM - 1] if place + GRAM <= len(self.forms) else ""


def find_runs(excerpt: Wording, index: Index) -> list[Run]:
    """The runs of the passage, in order; none where the book has no such passage.

    Places of the book are numbers among its words without those that set a page.
    """
    runs = _runs(excerpt.forms, index)
    if not runs:
        return []
    chain = _without_chance(_best_chain(runs, excerpt), len(excerpt))
    if not chain:
        return []
    agreeing = sum(length for _, _, length in chain)
    longest = max(length for _, _, length in chain)
    if len(excerpt) < _SHORT:
        return chain if agreeing >= max(GRAM, len(excerpt) - 1) else []
    return chain if longest >= _SHORT or (longest >= _LEAST and 2 * agreeing >= len(excerpt)) else []


def _without_chance(chain: list[Run], words: int) -> list[Run]:
    """The chain without short runs that stand alone: three words of a phrase that both happen to have."""
    while len(chain) > 1:
        ends = [0, *(x + length for x, _, length in chain)]
        begins = [*(x for x, _, _ in chain), words]
        lost = [
            n
            for n, (x, _, length) in enumerate(chain)
            if length < _ALONE and x - ends[n] > length and begins[n + 1] - x - length > length
        ]
        if not lost:
            break
        chain = [run for n, run in enumerate(chain) if n not in lost]
    return chain


def _runs(forms: Sequence[str], index: Index) -> list[Run]:
    """All runs of three words and more that both have, by where they begin."""
    runs: list[Run] = []
    alive: dict[int, int] = {}  # by how far the book is ahead: where the run began
    for n, gram in enumerate((*zip(forms, forms[1:], forms[2:], strict=False), ())):
        places = index.places.get(gram, ())
        if len(places) > _COMMON:  # it only carries on what has begun
            now = {ahead: first for ahead, first in alive.items() if index.third(n + ahead) == gram[-1]}
        else:
            now = {place - n: alive.get(place - n, n) for place in places}
        runs += [(first, first + ahead, n - 1 - first + GRAM) for ahead, first in alive.items() if ahead not in now]
        alive = now
    return sorted(runs)


def _best_chain(runs: list[Run], excerpt: Wording) -> list[Run]:
    """The runs that follow each other and are worth most."""
    worth: list[float] = []
    before: list[int] = []
    leaders: list[int] = []
    for n, (x, y, length) in enumerate(runs):
        best, through = 0.0, -1
        first = max(0, n - _BACK)
        for m in (*range(n - 1, first - 1, -1), *(m for m in leaders[-_LEADERS:] if m < first)):
            px, py, plength = runs[m]
            right, down = x - px - plength, y - py - plength
            overlap = -min(right, down, 0)
            if x <= px or y <= py or overlap >= length or (overlap and x - px != y - py and overlap >= plength):
                continue
            price = _STEP
            if down > right and dots_between(excerpt, px + plength, x + max(0, -right)):
                price = _CUT
            value = worth[m] - overlap - price * log2(2 + abs(down - right) + max(0, min(right, down)))
            if value > best:
                best, through = value, m
        worth.append(best + length)
        before.append(through)
        if not leaders or worth[n] > worth[leaders[-1]]:
            leaders.append(n)
    at = max(range(len(runs)), key=lambda n: worth[n])
    chain: list[Run] = []
    while at >= 0:
        chain.append(runs[at])
        at = before[at]
    chain.reverse()
    return _without_overlaps(chain)


def _without_overlaps(chain: list[Run]) -> list[Run]:
    kept: list[Run] = []
    for x, y, length in chain:
        if kept:
            px, py, plength = kept[-1]
            over = max(0, px + plength - x, py + plength - y)
            x, y, length = x + over, y + over, length - over
        if length > 0:
            kept.append((x, y, length))
    return kept
