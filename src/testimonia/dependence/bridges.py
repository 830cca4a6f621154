"""Two excerpts that answer the same words of a third answer each other.

What two translations of a letter have in common may be too little to tell; where a third book quotes both wordings, it
shows that they are one. Three accounts of one scene answer each other in different words: where two of them surely go
back to the third, it is likely that what the two share a little of, for the same claim, is from there too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from .weighing import Pair

__all__ = ["Bridge", "find_bridges", "find_company"]

SURE = 0.3  # confidence of the two pairs that a bridge rests on
MOST = 8  # excerpts that one third excerpt ties to each other: the likeliest of those that answer it
SHARED = 0.5  # share of the shorter of the two stretches of the third excerpt that they have in common
HALF_LIKELY = 0.08  # confidence of two by themselves, from which a third may tie them by other words than they share
TOGETHER = 0.5  # how likely both go back to the third, at the least; half of it is how much that tells


@dataclass(frozen=True, slots=True)
class Bridge:
    """``middle`` is the third excerpt, ``strength`` (0 to 1) how much it tells."""

    middle: int
    strength: float


def find_bridges(weighed: Iterable[tuple[Pair, float]]) -> dict[tuple[int, int], Bridge]:
    """The best bridge of each two excerpts that have one, by their numbers, the lesser first."""
    stretches: dict[int, list[tuple[int, int, int, float]]] = defaultdict(list)
    for pair, likely in weighed:
        if likely >= SURE:
            first, last = pair.chain.points[0], pair.chain.points[-1]
            stretches[pair.a].append((pair.b, first[0], last[0] + 1, likely))
            stretches[pair.b].append((pair.a, first[1], last[1] + 1, likely))
    bridges: dict[tuple[int, int], Bridge] = {}
    for middle, all_answered in stretches.items():
        answered = sorted(sorted(all_answered, key=lambda stretch: (-stretch[3], stretch[0]))[:MOST])
        for n, (a, start, end, likely) in enumerate(answered):
            for b, other_start, other_end, also_likely in answered[n + 1 :]:
                both = min(end, other_end) - max(start, other_start)
                if both < SHARED * min(end - start, other_end - other_start):
                    continue
                strength = min(likely, also_likely) * both / max(end - start, other_end - other_start)
                key = (a, b) if a < b else (b, a)
                if key not in bridges or strength > bridges[key].strength:
                    bridges[key] = Bridge(middle, strength)
    return bridges


def find_company(
    likely: Mapping[tuple[int, int], float], may_be: Callable[[int, int], bool]
) -> dict[tuple[int, int], Bridge]:
    """What a third excerpt tells of two that are half likely by themselves, whatever words of it each answers.

    ``likely`` is the confidence of each pair, by its numbers, ``may_be`` whether two are of the kind that is asked for.
    """
    answered: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), confidence in likely.items():
        if confidence >= TOGETHER:
            answered[a][b] = answered[b][a] = confidence
    company: dict[tuple[int, int], Bridge] = {}
    for (a, b), confidence in likely.items():
        if HALF_LIKELY <= confidence < TOGETHER and may_be(a, b):
            both = answered.get(a, {}).keys() & answered.get(b, {}).keys()
            together, middle = max(((answered[a][n] * answered[b][n], -n) for n in both), default=(0.0, 0))
            if together >= TOGETHER:
                company[a, b] = Bridge(-middle, together / 2)
    return company
