"""A number that an account tells, and two of them that differ, set side by side."""

from __future__ import annotations

from dataclasses import dataclass

from ..words.counts import Count
from .differences import Difference, Words, words_apart
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
    """Two counts that differ, with the likely cause; the rest as in `words_apart`."""
    a, b = (one, other) if one.saying.number < other.saying.number else (other, one)
    here, there = (Words(told.saying, told.count.span.start, told.count.span.end) for told in (a, b))
    cause = cause_of(a.count, b.count)
    return words_apart(sayings, here, there, about, reason, base=base, per=per, most=most, cause=cause)
