"""A difference between two places before it becomes a record, and the words around a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from math import inf

from ..model import Cause, DiscrepancyKind, Reason
from .sayings import Pair, Saying, Sayings, Token, may_count

__all__ = ["Difference", "Words", "about_of", "around", "dates_apart", "may_be_same_people", "words_apart"]

_WINDOW = 9  # words on either side: about a clause
_CLAUSE = frozenset(";:()[]\n")


@dataclass(frozen=True, slots=True)
class Words:
    """``text[start:end]`` of one record."""

    saying: Saying
    start: int
    end: int

    @property
    def cut(self) -> str:
        """The words."""
        return self.saying.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two places that differ; fields as in `Discrepancy`. ``weight`` is what the words around them share."""

    kind: DiscrepancyKind
    a: Words
    b: Words
    about: str
    confidence: float
    cause: Cause | None = None
    persons: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    weight: float = 0.0


def around(saying: Saying, start: int, end: int, window: int = _WINDOW) -> list[Token]:
    """The words near ``text[start:end]`` in its clause, without those inside."""
    tokens = saying.tokens
    first = bisect_right(tokens, start, key=lambda token: token.end)
    last = bisect_left(tokens, end, key=lambda token: token.start)
    before, after = tokens[max(0, first - window) : first], tokens[last : last + window]
    text = saying.text
    kept: list[Token] = []
    edge = start
    for token in reversed(before):
        if _CLAUSE & set(text[token.end : edge]):
            break
        kept.append(token)
        edge = token.start
    kept.reverse()
    edge = end
    for token in after:
        if _CLAUSE & set(text[edge : token.start]):
            break
        kept.append(token)
        edge = token.end
    return kept


def about_of(pair: Pair, features: frozenset[str] | None = None, limit: int = 6) -> str:
    """What both speak of: the words of the earlier that stand in both, rarest kept, in their order."""
    wanted = pair.shared if features is None else features
    seen: set[str] = set()
    words: list[str] = []
    for token in pair.a.tokens:
        if token.key in wanted and token.key not in seen:
            seen.add(token.key)
            words.append(pair.a.text[token.start : token.end])
    return " ".join(" ".join(words[:limit]).split())


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
    a, b = sorted((one, other), key=lambda words: (words.saying.number, words.start))
    pair = sayings.pair(a.saying, b.saying)
    confidence = min(most, base + pair.weight / per)
    shared = about_of(pair)
    if all(may_count(word.lower()) for word in shared.split()):
        shared = ""  # the "hundred" of two numbers is not what they count
    return Difference(kind, a, b, shared or about, confidence, cause, (), (Reason(reason),), pair.weight)


def dates_apart(
    sayings: Sayings,
    one: Words,
    other: Words,
    about: str,
    reason: str,
    *,
    base: float,
    per: float,
    most: float = 0.7,
    cause: Cause | None = None,
) -> Difference:
    """The same for two dates or hours, which are of whoever both sentences name."""
    kind = DiscrepancyKind.DATE
    found = words_apart(sayings, one, other, about, reason, base=base, per=per, most=most, kind=kind, cause=cause)
    shared = sayings.pair(found.a.saying, found.b.saying).shared
    return replace(found, persons=tuple(sorted(feature[1:] for feature in shared if feature[0] == "@")))


def may_be_same_people(pair: Pair, one: list[Token], other: list[Token]) -> bool:
    """Whether the people named in two runs of words let both be about the same people.

    Where one names people and the other none, the sentences must be near in all else or stand under one claim.
    """
    here = {token.named.person for token in one if token.named is not None}
    there = {token.named.person for token in other if token.named is not None}
    if here and there:
        return here <= there or there <= here or len(here & there) >= 2
    if not here and not there:
        return True
    return pair.distance <= 1 or pair.weight >= _VERY_NEAR


_VERY_NEAR = 20.0
