"""The words that two excerpts share, in order: chains of shared rare words, with what lies between them filled in.

A chain is worth what its words are worth, less what each step costs: the further apart two shared words stand, the
likelier it is that they meet by chance. So a chain goes through an ellipsis, changed words and misprints as long as
what follows is rare enough, and ends where it is not. Places are counted in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from .rarity import Rarity

__all__ = ["Chain", "Point", "best_chain", "fill_chain", "find_chains", "shared_points"]

Point = tuple[int, int, float]
"""A place in each excerpt where both have one word, and what that is worth."""

STEP = 0.8  # cost of a step, for each unit of the logarithm of how far it goes in either excerpt
DRIFT = 0.6  # cost of a step that goes further in one than in the other
_FURTHEST = 60  # words of a step
_BACK = 40  # points before one that a chain is carried on from
_REPEATED = 25  # meetings of one word: a word that each excerpt has five times tells no place
_CHAINS = 4  # that are looked for in two excerpts
_FILLED = 900  # meetings of words that are looked at between two shared ones
_LOG = (0.0, *(log(n) for n in range(1, _FURTHEST + 1)))


@dataclass(frozen=True, slots=True)
class Chain:
    """Shared rare words in order, and what they are worth."""

    points: tuple[Point, ...]
    worth: float


def shared_points(rarity: Rarity, a: int, b: int) -> list[Point]:
    """Where two excerpts have one rare word or two words side by side, in order."""
    left, right = rarity.places(a), rarity.places(b)
    worth, pair_worth, words = rarity.worth, rarity.pair_worth, rarity.readings[a].words
    points: dict[tuple[int, int], float] = {}
    for key in left.keys() & right.keys():
        here, there = left[key], right[key]
        if len(here) * len(there) > _REPEATED:
            continue
        pair = pair_worth.get(key)
        for x in here:
            first = worth[words[x]]
            for y in there:
                if first > points.get((x, y), 0.0):
                    points[x, y] = first
                if pair is not None:
                    second = max(pair - first, worth[words[x + 1]])
                    if second > points.get((x + 1, y + 1), 0.0):
                        points[x + 1, y + 1] = second
    return sorted([(x, y, gain) for (x, y), gain in points.items()])


def best_chain(points: Sequence[Point], step: float = STEP, drift: float = DRIFT) -> Chain:
    """The best chain through some points; the dearer a step, the nearer its words stand to each other."""
    sums: list[float] = []
    most: list[float] = []  # of the sums so far: where it is no more than what is carried, nothing before it can be
    befores: list[int] = []
    best, last = 0.0, -1
    for n, (x, y, gain) in enumerate(points):
        carried, before = 0.0, -1
        for m in range(n - 1, max(-1, n - 1 - _BACK), -1):
            if most[m] <= carried:
                break
            through = sums[m]
            if through <= carried:
                continue
            there = points[m]
            right, down = x - there[0], y - there[1]
            if right > _FURTHEST:
                break
            if right > 0 < down <= _FURTHEST:
                across, along = _LOG[right], _LOG[down]
                through -= step * (across + along) + drift * (across - along if across > along else along - across)
                if through > carried:
                    carried, before = through, m
        sums.append(carried + gain)
        befores.append(before)
        if sums[n] > best:
            best, last = sums[n], n
        most.append(best)
    chain = []
    while last >= 0:
        chain.append(points[last])
        last = befores[last]
    return Chain(tuple(reversed(chain)), best)


def find_chains(points: list[Point], best: Chain, least: float) -> list[Chain]:
    """The best chain and others with no word in its stretches that are worth something too, best first."""
    chains = [best]
    while len(chains) < _CHAINS:
        (x, y, _), (right, down, _) = chains[-1].points[0], chains[-1].points[-1]
        points = [p for p in points if not x <= p[0] <= right and not y <= p[1] <= down]
        chain = best_chain(points)
        if chain.worth < least:
            break
        chains.append(chain)
    return chains


def fill_chain(rarity: Rarity, a: int, b: int, chain: Chain) -> list[tuple[int, int]]:
    """The chain with all that is the same between its points and right beside its ends: places of equal words."""
    left, right = rarity.readings[a].words, rarity.readings[b].words
    x, y = chain.points[0][:2]
    found: list[tuple[int, int]] = []
    while x > 0 and y > 0 and left[x - 1] == right[y - 1]:
        x, y = x - 1, y - 1
        found.append((x, y))
    found.reverse()
    x, y = x - 1, y - 1
    at_x, at_y = chain.points[0][:2]
    for n, (x, y, _) in enumerate(chain.points):
        if n:
            found += _same_between(left[at_x + 1 : x].tolist(), right[at_y + 1 : y].tolist(), at_x + 1, at_y + 1)
        found.append((x, y))
        at_x, at_y = x, y
    while at_x + 1 < len(left) and at_y + 1 < len(right) and left[at_x + 1] == right[at_y + 1]:
        at_x, at_y = at_x + 1, at_y + 1
        found.append((at_x, at_y))
    return found


def _same_between(left: list[int], right: list[int], x: int, y: int) -> list[tuple[int, int]]:
    """The longest run of equal words in order, of two short stretches that begin at ``x`` and ``y``."""
    if not left or not right or len(left) * len(right) > _FILLED:
        return []
    rows = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for m in range(len(left) - 1, -1, -1):
        row, below = rows[m], rows[m + 1]
        for n in range(len(right) - 1, -1, -1):
            row[n] = below[n + 1] + 1 if left[m] == right[n] else max(below[n], row[n + 1])
    found, m, n = [], 0, 0
    while m < len(left) and n < len(right):
        if left[m] == right[n]:
            found.append((x + m, y + n))
            m, n = m + 1, n + 1
        elif rows[m + 1][n] >= rows[m][n + 1]:
            m += 1
        else:
            n += 1
    return found
