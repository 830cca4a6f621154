"""How likely two excerpts share an origin: a few signs, each with a weight that was learnt from gold.

``bench/dependence.py --train`` makes the weights and says what they reach on excerpts left out.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path
from typing import Any

from .alignment import Chain, Point, best_chain, shared_points
from .rarity import Rarity
from .readings import Reading
from .sides import Side, Sides

__all__ = ["SIGNS", "Pair", "confidence", "look_at", "naming_weights"]

LEAST_WORTH = 8.0  # of the best chain: what is worth less is not looked at again
TIGHT_STEP, TIGHT_DRIFT = 2.5, 2.0  # costs of a step at which a chain hardly leaves out a word
PLAIN = 30.0  # worth of words side by side from which more tells no more
LONG = 60.0  # worth of a chain from which more tells no more

SIGNS = ("worth", "long", "particular", "wording", "near", "same_author", "quotation")
"""What a pair is weighed by, in this order.

``worth`` is the logarithm of what the best chain of shared words is worth; ``long`` the same as it stands, where the
works are two, since what fills a work comes back in it; ``particular`` the part of it that names and numbers make,
which two accounts of one event share anyway. ``wording`` is what words side by side in the chain are worth without
names and numbers: turns of phrase are not shared by chance. ``near`` says of two works that they have an author in
common or that the excerpts stand under one claim, ``same_author`` that it is the former. ``quotation`` is the logarithm
of what the best chain through one quotation of either is worth, times the share of the quotation's words that it has.
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two excerpts, by their numbers, and what they have in common."""

    a: int
    b: int
    chain: Chain
    signs: tuple[float, ...]


def look_at(
    rarity: Rarity, sides: Sides, is_particular: list[bool], a: int, b: int, least: float = LEAST_WORTH
) -> Pair | None:
    """What two excerpts have in common; ``None`` where the best chain is worth less than ``least``."""
    points = shared_points(rarity, a, b)
    if sum(gain for _, _, gain in points) < least:
        return None
    best = best_chain(points)
    if not best.points or best.worth < least:
        return None
    left, right = sides.all[a], sides.all[b]
    here, there = rarity.readings[a], rarity.readings[b]
    same_work = left.work is not None and left.work == right.work
    same_author = bool(left.authors & right.authors)
    quotation = max(
        _best_quotation(rarity, points, here, 0, sides.quotations(left, here)),
        _best_quotation(rarity, points, there, 1, sides.quotations(right, there)),
    )
    signs = (
        log(best.worth),
        0.0 if same_work else min(best.worth, LONG) / LONG,
        _particular(best, here, is_particular) / best.worth,
        _wording(best, here, is_particular),
        float(not same_work and (same_author or _is_one_claim(left, right))),
        float(not same_work and same_author),
        log(1.0 + quotation),
    )
    return Pair(a, b, best, signs)


def _particular(chain: Chain, reading: Reading, is_particular: list[bool]) -> float:
    return sum(gain for x, _, gain in chain.points if is_particular[reading.words[x]])


def _wording(chain: Chain, reading: Reading, is_particular: list[bool]) -> float:
    tight = best_chain(chain.points, TIGHT_STEP, TIGHT_DRIFT)
    return min(1.0, max(0.0, tight.worth - _particular(tight, reading, is_particular)) / PLAIN)


def _best_quotation(
    rarity: Rarity, points: list[Point], reading: Reading, side: int, quotations: list[tuple[int, int]]
) -> float:
    """What a chain through one quotation is worth, times the share of the quotation that it makes up."""
    best = 0.0
    for first, behind in quotations:
        within = [point for point in points if first <= point[side] < behind]
        if within:
            whole = sum(rarity.worth[word] for word in reading.words[first:behind])
            if _share(sum(gain for _, _, gain in within), whole) > best:
                best = max(best, _share(best_chain(within).worth, whole))
    return best


def _share(worth: float, whole: float) -> float:
    return worth * min(1.0, worth / whole)


def _is_one_claim(left: Side, right: Side) -> bool:
    return left.excerpt.claim is not None and left.excerpt.claim == right.excerpt.claim


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("weights.toml").read_text(encoding="utf-8"))


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    read = _read()
    return float(read["always"]), tuple(float(read["signs"][sign]) for sign in SIGNS)


@cache
def naming_weights() -> tuple[float, float]:
    """What is always added where one excerpt names another's source, and the weight of what stands around the name."""
    read = _read()["naming"]
    return float(read["always"]), float(read["worth"])


def confidence(pair: Pair) -> float:
    """How likely the two share an origin, 0 to 1."""
    always, weights = _weights()
    total = always + sum(weight * sign for weight, sign in zip(weights, pair.signs, strict=True))
    return 1.0 / (1.0 + exp(-total))
