"""A number that an account tells, and two of them that differ, set side by side."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from ..model import Cause, DiscrepancyKind, Reason
from ..words.counts import Count
from .differences import Difference, Words, about_of
from .numbers import cause_of
from .sayings import Saying, Sayings

__all__ = ["Told", "numbers_apart", "words_apart"]


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


def words_apart(
    sayings: Sayings,
    one: Words,
    other: Words,
    about: str,
    reason: str,
    *,
    base: float,
    per: float = inf,
    most: float = 0.7,
    kind: DiscrepancyKind = DiscrepancyKind.NUMBER,
    cause: Cause | None = None,
) -> Difference:
    """The two in the order of the page; ``base`` and what the sentences share, over ``per``, make the confidence."""
    a, b = (one, other) if one.saying.number < other.saying.number else (other, one)
    pair = sayings.pair(a.saying, b.saying)
    confidence = min(most, base + pair.weight / per)
    return Difference(kind, a, b, about_of(pair) or about, confidence, cause, (), (Reason(reason),), pair.weight)
