"""Which excerpts to set side by side: those that share the most rare words, never all with all.

Rare words and pairs of words point to the excerpts that have them; what too many have points nowhere. Each excerpt
keeps its best few partners, so that the work grows as the page does.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from math import log, sqrt

from .rarity import Rarity

__all__ = ["find_candidates"]

MOST_FOR_WORD = 25  # excerpts that a word may point to
MOST_FOR_PAIR = 12  # excerpts that two words side by side may point to
PARTNERS = 12  # that an excerpt keeps
_LENGTH = 50  # words that are added to a length, so that a short excerpt is no better for being short


def find_candidates(rarity: Rarity) -> list[tuple[int, int]]:
    """Pairs of excerpts, each the lesser number first, in order."""
    points: dict[int, list[int]] = defaultdict(list)
    count, pairs = rarity.count, rarity.pairs
    for excerpt in range(len(rarity.readings)):
        for key in rarity.places(excerpt):
            if pairs[key] <= MOST_FOR_PAIR if key in pairs else count[key] <= MOST_FOR_WORD:
                points[key].append(excerpt)
    shared: list[list[int]] = [[] for _ in rarity.readings]
    for key, excerpts in points.items():
        if len(excerpts) > 1:
            for excerpt in excerpts:
                shared[excerpt].append(key)
    among = len(rarity.readings) + 1
    worth = [0.0, *(log(among / (n - 0.5)) for n in range(1, MOST_FOR_WORD + 1))]
    length = [sqrt(_LENGTH + len(reading)) for reading in rarity.readings]
    least = worth[2] * 1.01  # one word that two alone share is not enough
    found: set[tuple[int, int]] = set()
    for excerpt, keys in enumerate(shared):
        sums: dict[int, float] = defaultdict(float)
        for key in keys:
            excerpts = points[key]
            weight = worth[len(excerpts)]
            for other in excerpts:
                sums[other] += weight
        sums.pop(excerpt, None)
        ranked = [(weight / length[other], other) for other, weight in sums.items() if weight > least]
        for _, other in nlargest(PARTNERS, ranked):
            found.add((excerpt, other) if excerpt < other else (other, excerpt))
    return sorted(found)
