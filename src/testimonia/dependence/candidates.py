"""Which excerpts to set side by side: those that share the most rare words, never all with all.

Rare words and pairs of words point to the excerpts that have them; what too many have points nowhere. Each excerpt
keeps its best few partners, so that the work grows as the page does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nlargest
from math import log, sqrt

from .rarity import MOST_FOR_PAIR, MOST_FOR_WORD, Rarity

__all__ = ["PARTNERS", "find_candidates", "further_copies"]

PARTNERS = 10  # that an excerpt keeps
PARTNERS_OF_QUOTATION = 4
COPIES = 3  # of one text that are each set beside all others
LONGEST_QUOTATION = 60  # words: a longer one is the excerpt, or nearly
_LENGTH = 50  # words that are added to a length, so that a short excerpt is no better for being short


def find_candidates(
    rarity: Rarity,
    quotations: Callable[[int], list[tuple[int, int]]],
    partners: int = PARTNERS,
    further: Mapping[int, int] | None = None,
) -> list[tuple[int, int]]:
    """Pairs of excerpts, each the lesser number first, in order; each excerpt keeps so many ``partners``.

    ``quotations`` gives what an excerpt quotes, as its first word and the one behind its last: a short quotation in a
    long excerpt looks for partners of its own. ``further`` are copies, each set beside the first of them alone.
    """
    points: dict[int, list[int]] = defaultdict(list)
    further = further or {}
    for excerpt in range(len(rarity.readings)):
        if excerpt in further:
            continue
        for key in rarity.keys(excerpt, MOST_FOR_WORD, MOST_FOR_PAIR):
            points[key].append(excerpt)
    among = len(rarity.readings) + 1
    worth = [0.0, *(log(among / (n - 0.5)) for n in range(1, MOST_FOR_WORD + 1))]
    least = worth[2] * 1.01 if len(worth) > 2 else 0.0  # one word that two alone share is not enough
    length = [sqrt(_LENGTH + len(reading)) for reading in rarity.readings]

    def best(excerpt: int, keys: Iterable[int], most: int) -> Iterator[tuple[int, int]]:
        sums: dict[int, float] = defaultdict(float)
        for key in keys:
            excerpts = points[key]
            if len(excerpts) > MOST_FOR_WORD:  # what was copied so often: only the nearest, which tie all to each other
                at = max(0, bisect_left(excerpts, excerpt) - MOST_FOR_WORD // 2)
                excerpts = excerpts[at : at + MOST_FOR_WORD]
            weight = worth[len(excerpts)]
            for other in excerpts:
                sums[other] += weight
        sums.pop(excerpt, None)
        ranked = [(weight / length[other], other) for other, weight in sums.items() if weight > least]
        for _, other in nlargest(most, ranked):
            yield (excerpt, other) if excerpt < other else (other, excerpt)

    found: set[tuple[int, int]] = {(first, copy) for copy, first in further.items()}
    for excerpt in range(len(rarity.readings)):
        if excerpt in further:
            continue
        found.update(best(excerpt, rarity.keys(excerpt, MOST_FOR_WORD, MOST_FOR_PAIR), partners))
        for first, behind in quotations(excerpt):
            if behind - first <= LONGEST_QUOTATION:
                keys = rarity.keys(excerpt, MOST_FOR_WORD, MOST_FOR_PAIR, first, behind)
                found.update(best(excerpt, keys, PARTNERS_OF_QUOTATION))
    return sorted(found)


def further_copies(rarity: Rarity) -> dict[int, int]:
    """Excerpts that have word for word what many before them have, each with the first of them.

    They are set beside that one alone, which stands for them all: what else it answers, they answer too, and a passage
    that a hundred excerpts print would make ten thousand pairs.
    """
    copies: dict[bytes, list[int]] = defaultdict(list)
    for excerpt, reading in enumerate(rarity.readings):
        if len(reading):
            copies[reading.words.tobytes()].append(excerpt)
    return {copy: alike[0] for alike in copies.values() for copy in alike[COPIES:]}
