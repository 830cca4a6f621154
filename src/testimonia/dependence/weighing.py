"""How likely two excerpts share an origin: a few signs, each with a weight that was learnt from gold.

``bench/dependence.py --train`` makes the weights and says what they reach on excerpts left out.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path

from .alignment import Chain, chain_worth, find_chains, shared_points
from .rarity import Rarity
from .sides import Side, Sides

__all__ = ["SIGNS", "Pair", "confidence", "look_at"]

LEAST_WORTH = 7.0  # of the best chain: what is worth less is not looked at again

SIGNS = ("worth", "particular", "same_work", "same_author", "same_claim", "quoted")
"""What a pair is weighed by, in this order.

``worth`` is the logarithm of what the best chain of shared words is worth, ``particular`` the part of it that names and
numbers make, ``quoted`` the logarithm of the best chain through words that one of the two has in quotation marks.
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two excerpts, by their numbers, and what they have in common."""

    a: int
    b: int
    chains: tuple[Chain, ...]
    signs: tuple[float, ...]


def look_at(rarity: Rarity, sides: Sides, is_particular: list[bool], a: int, b: int) -> Pair | None:
    """What two excerpts have in common; ``None`` where it is too little to tell."""
    points = shared_points(rarity, a, b)
    best = chain_worth(points)
    if best.worth < LEAST_WORTH:
        return None
    chains = find_chains(points)
    left, right = sides.all[a], sides.all[b]
    here, there = rarity.readings[a], rarity.readings[b]
    quoted = [
        point for point in points if sides.is_quoted(left, here, point[0]) or sides.is_quoted(right, there, point[1])
    ]
    particular = sum(gain for x, _, gain in best.points if is_particular[here.words[x]])
    same_work = left.work is not None and left.work == right.work
    signs = (
        log(best.worth),
        particular / best.worth,
        float(same_work),
        float(not same_work and bool(left.authors & right.authors)),
        float(_is_one_claim(left, right)),
        log(1.0 + chain_worth(quoted).worth),
    )
    return Pair(a, b, tuple(chains), signs)


def _is_one_claim(left: Side, right: Side) -> bool:
    return left.excerpt.claim is not None and left.excerpt.claim == right.excerpt.claim


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    read = tomllib.loads(Path(__file__).with_name("weights.toml").read_text(encoding="utf-8"))
    return float(read["always"]), tuple(float(read["signs"][sign]) for sign in SIGNS)


def confidence(pair: Pair) -> float:
    """How likely the two share an origin, 0 to 1."""
    always, weights = _weights()
    total = always + sum(weight * sign for weight, sign in zip(weights, pair.signs, strict=True))
    return 1.0 / (1.0 + exp(-total))
