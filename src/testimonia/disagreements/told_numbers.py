"""A number that an account tells, and two of them that differ, set side by side."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import DiscrepancyKind, Reason
from ..words.counts import Count
from .differences import Difference, Words, about_of
from .numbers import cause_of
from .sayings import Saying, Sayings

__all__ = ["Told", "numbers_apart"]


@dataclass(frozen=True, slots=True)
class Told:
    """A count in a sentence; ``fit`` is how well it answers what the claim asks, where that was weighed."""

    saying: Saying
    count: Count
    fit: float = 0.0


def numbers_apart(
    sayings: Sayings, one: Told, other: Told, about: str, reason: str, *, base: float, per: float, most: float
) -> Difference:
    """The two in the order of the page; ``base`` and what the sentences share, over ``per``, make the confidence."""
    a, b = (one, other) if one.saying.number < other.saying.number else (other, one)
    pair = sayings.pair(a.saying, b.saying)
    return Difference(
        DiscrepancyKind.NUMBER,
        Words(a.saying, a.count.span.start, a.count.span.end),
        Words(b.saying, b.count.span.start, b.count.span.end),
        about_of(pair) or about,
        min(most, base + pair.weight / per),
        cause_of(a.count, b.count),
        (),
        (Reason(reason),),
        pair.weight,
    )
