"""Things of one kind of which one sentence names more than another of the same matter: four lighthouses, or three.

What stands with capitals right before a noun ("the Skarra and Kell lighthouses") is its name; two spellings a letter
apart are one. A place where the noun is a building, a street, a town; else a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..model import DiscrepancyKind, Reason
from ..words.gazetteer import is_known_place
from ..words.kinds import kind_words
from ..words.stems import is_function_word, stem
from ..words.variants import is_near_spelling, same_word
from .differences import Difference, Words, about_of
from .sayings import Pair, Saying, Sayings, Token

__all__ = ["differing_things"]

_TOLD_ALIKE = 15.0
_SELDOM = 5.3
_SHORTEST = 4  # letters of a noun
_BEFORE = 8  # words before the noun that may be its names


@dataclass(frozen=True, slots=True)
class _Thing:
    saying: Saying
    noun: str
    names: tuple[str, ...]
    start: int
    end: int
    is_place: bool


def differing_things(sayings: Sayings, alike: Sequence[Pair]) -> Iterator[Difference]:
    """What is called differently."""
    read: dict[int, list[_Thing]] = {}
    nouns = frozenset(low for low in sayings.lows if len(low) >= _SHORTEST and _is_noun(low, _places()))
    for pair in alike:
        if pair.weight < _TOLD_ALIKE:
            continue
        ones, others = (
            read[s.number] if s.number in read else read.setdefault(s.number, [*_things(s, nouns)])
            for s in (pair.a, pair.b)
        )
        for one in ones:
            for other in others:
                both = sum(_agree((name,), other.names) for name in one.names)
                if one.noun != other.noun or both == max(len(one.names), len(other.names)):
                    continue
                if both < 2 and (both or not _seldom_named(sayings, pair)):
                    continue
                if not one.is_place and not other.is_place:
                    continue
                yield Difference(
                    DiscrepancyKind.PLACE,
                    Words(pair.a, one.start, one.end),
                    Words(pair.b, other.start, other.end),
                    about_of(pair),
                    min(0.8, 0.4 + pair.weight / 80),
                    None,
                    (),
                    (Reason("things of one kind, called differently, in sentences that share much else"),),
                    pair.weight,
                )


def _seldom_named(sayings: Sayings, pair: Pair) -> bool:
    """Whether somebody stands in both who is named so seldom that they are likely told of one matter."""
    return any(feature[0] == "@" and sayings.weights[feature] >= _SELDOM for feature in pair.shared)


def _things(saying: Saying, nouns: frozenset[str]) -> Iterator[_Thing]:
    if nouns.isdisjoint(saying.lows):
        return
    tokens = saying.tokens
    places = _places()
    for at, token in enumerate(tokens):
        if token.low not in nouns or token.named is not None or not at:
            continue
        names: list[Token] = []
        for back in range(at - 1, max(-1, at - _BEFORE - 1), -1):
            word = tokens[back]
            if set(saying.text[word.end : tokens[back + 1].start]) - set(" ,-&\n"):
                break
            if word.low in ("and", "or") and names:
                continue
            if not saying.text[word.start].isupper() or is_function_word(word.low):
                if names or word.low not in ("power", "railway", "police", "party"):
                    break
                continue
            names.append(word)
        if names:
            start = names[-1].start
            if start == tokens[0].start:
                continue  # a capital that only begins the sentence
            shown = tuple(sorted({saying.text[n.start : n.end].casefold() for n in names} - places))
            if shown:
                yield _Thing(
                    saying, stem(token.low), shown, start, token.end, any(is_known_place(n.title()) for n in shown)
                )


@cache
def _places() -> frozenset[str]:
    return kind_words("small_things") | kind_words("things")


def _is_noun(low: str, places: frozenset[str]) -> bool:
    return low in places or low.removesuffix("s") in places


def _agree(names: Sequence[str], other: Sequence[str]) -> bool:
    """Whether all the names stand among the other's."""
    return all(any(name == o or same_word(name, o) or is_near_spelling(name, o) for o in other) for name in names)
