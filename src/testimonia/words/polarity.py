"""Opposites: on which end of which scales of meaning a word lies, and whether the words before it deny it.

The scales are data (``polarity.toml``), English so far. Two words of one scale that lie on opposite ends, or on one end
where one of them is denied, say opposite things of whatever they are said of; whether that is one thing is the caller's
question.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from .grammar import BE

__all__ = ["Pole", "is_denied", "is_phrase_at", "may_have_poles", "phrase_ends", "poles", "scales", "sides_of"]

_DATA = Path(__file__).with_name("polarity.toml")
_REACH = 8  # words from a denial to what it denies
_BESIDE = 3  # words between a loose word and the noun that makes it one of the scale

_NOT = frozenset(
    "not no never without neither nor cannot hardly scarcely barely none nobody nothing isn't wasn't aren't weren't "
    "don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't".split()
)
_DENYING = frozenset(
    "deny denies denied denying denial denials disclaims disclaimed refuses refused refuse fails failed fail "
    "failure lack lacked lacks absence absent unable impossible ceased refute refuted refutes disproves disproved "
    "dispel dispels dispelled repudiate repudiates repudiated rejects rejected nowhere resist resists resisted "
    "resisting prevent prevents prevented avoid avoided avert averted stop stops stopped instead".split()
)
_DENYING_PAIRS = frozenset((("rather", "than"), ("anything", "but"), ("far", "from")))
_NO_DENIAL = frozenset(
    "only just merely simply doubt doubts less sooner least other matter mean uncertain unlike".split()
)  # "not only"
_BOUNDS = frozenset(
    "that which who whom whose because when while if although though until unless whereas where but and since after "
    "before however".split()
)
_THINKING = frozenset(
    "think thinks thought believe believes believed pretend pretends pretended suppose supposed claim claims claimed "
    "say says said suggest suggests suggested suggestion idea notion theory argue argued assert asserted assertion "
    "allegation mean imagine consider considered find found show shows showed shown prove proves proved evidence proof "
    "reason possible likely".split()
)
_COUNTING = frozenset((("votes", "to"),))  # phrases that a number ends: "votes to three", and not "she votes to sell"
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred none nil".split()
)
_MARKS = frozenset(';:.!?()[]"“”«»…–—,') | {"--"}


class Pole(NamedTuple):
    """Words ``at`` to ``at + length`` of a sequence lie on one end of a scale.

    ``sign`` is 1 or -1, as the words stand by themselves; ``denied`` says that a "not" or the like turns it.
    """

    at: int
    length: int
    scale: str
    sign: int
    denied: bool

    @property
    def effective(self) -> int:
        """The sign after the denial."""
        return -self.sign if self.denied else self.sign


@dataclass(frozen=True, slots=True)
class _Scales:
    exact: dict[str, tuple[tuple[str, int], ...]]
    beginnings: dict[str, tuple[tuple[str, int], ...]]
    loose: dict[str, tuple[tuple[str, int], ...]]
    nouns: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, int], ...]]  # by first word, longest first
    names: tuple[str, ...]


@cache
def _scales() -> _Scales:
    exact: dict[str, list[tuple[str, int]]] = {}
    loose: dict[str, list[tuple[str, int]]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    beginnings: dict[str, list[tuple[str, int]]] = {}
    nouns: dict[str, frozenset[str]] = {}
    tables = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    for scale, table in tables.items():
        nouns[scale] = frozenset(table.get("nouns", "").split())
        for end, sign in (("plus", 1), ("minus", -1)):
            for word in table.get(end, "").split():
                if word.endswith("*"):
                    beginnings.setdefault(word[:-1], []).append((scale, sign))
                else:
                    exact.setdefault(word, []).append((scale, sign))
            for word in table.get(end + "_loose", "").split():
                loose.setdefault(word, []).append((scale, sign))
            for phrase in table.get(end + "_phrases", "").split(";"):
                words = tuple(phrase.split())
                if words:
                    phrases.setdefault(words[0], []).append((words, scale, sign))
    return _Scales(
        {word: tuple(sides) for word, sides in exact.items()},
        {word: tuple(sides) for word, sides in beginnings.items()},
        {word: tuple(sides) for word, sides in loose.items()},
        nouns,
        {word: tuple(sorted(found, key=lambda p: -len(p[0]))) for word, found in phrases.items()},
        tuple(tables),
    )


def scales() -> tuple[str, ...]:
    """The names of the scales."""
    return _scales().names


@cache
def phrase_ends(scales: frozenset[str]) -> frozenset[str]:
    """The last words of the phrases that lie on some scales.

    >>> "eyes" in phrase_ends(frozenset(("sleep",)))
    True
    """
    own = (found for found in _scales().phrases.values())
    return frozenset(words[-1] for found in own for words, scale, _ in found if scale in scales)


@lru_cache(maxsize=1 << 15)
def sides_of(word: str) -> tuple[tuple[str, int], ...]:
    """The scales that a word in small letters lies on by itself, each with its end.

    >>> sides_of("lenient"), sides_of("harshly"), sides_of("table")
    ((('severity', 1),), (('severity', -1),), ())
    """
    known = _scales()
    found = dict.fromkeys(known.exact.get(word, ()))
    for end in range(2, len(word) + 1):
        sides = known.beginnings.get(word[:end])
        if sides is not None:
            found.update(dict.fromkeys(sides))
    return tuple(found)


@lru_cache(maxsize=1 << 15)
def _may_begin(word: str) -> bool:
    """Whether a word in small letters lies on a scale, or begins a phrase that does."""
    known = _scales()
    return word in known.phrases or word in known.loose or bool(sides_of(word))


@lru_cache(maxsize=1 << 12)
def _phrases_from(word: str) -> tuple[frozenset[str], ...]:
    """The words of each phrase that a word begins."""
    return tuple(frozenset(phrase) for phrase, _, _ in _scales().phrases.get(word, ()))


def may_have_poles(words: Set[str]) -> bool:
    """Whether a sentence of these words, in small letters, may lie on any scale: a quick way to pass over most.

    >>> may_have_poles({"to", "be", "shot"}), may_have_poles({"to", "be", "fed"})
    (True, False)
    """
    known = _scales()
    return any(
        bool(sides_of(word)) or word in known.loose or any(pieces <= words for pieces in _phrases_from(word))
        for word in filter(_may_begin, words)
    )


def poles(words: Sequence[str], beside: int = _BESIDE) -> list[Pole]:
    """Where a sequence of words and marks in small letters lies on scales, in order; a word may lie on several.

    ``beside`` is how far from a loose word the noun may stand that makes it one of the scale.

    >>> [(p.scale, p.effective) for p in poles("it was not absurd".split())]
    [('credence', 1)]
    """
    known = _scales()
    found: list[Pole] = []
    for at in compress(range(len(words)), map(_may_begin, words)):
        word = words[at]
        for phrase, scale, sign in known.phrases.get(word, ()):
            if is_phrase_at(words, at, phrase):
                found.append(Pole(at, len(phrase), scale, sign, is_denied(words, at)))
        for scale, sign in sides_of(word):
            found.append(Pole(at, 1, scale, sign, is_denied(words, at)))
        for scale, sign in known.loose.get(word, ()):
            if _is_beside(words, at, known.nouns[scale], beside):
                found.append(Pole(at, 1, scale, sign, is_denied(words, at)))
    return _without_parts(found)


def is_phrase_at(words: Sequence[str], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand there, and behind them a number where it needs one.

    >>> votes = ("votes", "to")
    >>> is_phrase_at("by seven votes to five".split(), 2, votes), is_phrase_at("he votes to sell".split(), 1, votes)
    (True, False)
    """
    end = at + len(phrase)
    if tuple(words[at:end]) != phrase:
        return False
    if phrase not in _COUNTING:
        return True
    behind = words[end] if end < len(words) else ""
    return behind[:1].isdecimal() or behind.partition("-")[0] in _NUMBERS


def _is_beside(words: Sequence[str], at: int, nouns: frozenset[str], beside: int) -> bool:
    """Whether one of the nouns stands behind the word, or before it with a "to be": "the sentence was light"."""
    if not nouns.isdisjoint(words[at + 1 : at + 1 + beside]):
        return True
    before = words[max(0, at - beside - 1) : at]
    return not nouns.isdisjoint(before) and not BE.isdisjoint(before)


def _without_parts(found: list[Pole]) -> list[Pole]:
    """Without words that are part of a longer phrase of the same scale: "no doubt" is not a doubt."""
    longer = [pole for pole in found if pole.length > 1]
    return [
        pole
        for pole in found
        if not any(
            big.length > pole.length and big.scale == pole.scale and big.at <= pole.at < big.at + big.length
            for big in longer
        )
    ]


def is_denied(words: Sequence[str], at: int) -> bool:
    """Whether what stands before the word at ``at``, in its clause and near, denies it; a double denial denies nothing.

    A "not" before a verb of thinking or saying reaches into the clause behind its "that".

    >>> is_denied("there was no cruelty".split(), 3), is_denied("not only harsh".split(), 2)
    (True, False)
    >>> is_denied("it was anything but safe".split(), 4)
    True
    >>> is_denied("I do not think that he was harsh".split(), 7)
    True
    """
    times, reach = 0, at - 1 - _REACH
    for place in range(at - 1, -1, -1):
        if place <= reach:
            break
        word = words[place]
        if word == "that" and place and words[place - 1] in _THINKING:
            reach = place - 1 - _REACH
        elif tuple(words[max(0, place - 1) : place + 1]) in _DENYING_PAIRS:
            times += 1
        elif word in _MARKS or word in _BOUNDS:
            break
        elif word in _NOT or word.endswith("n’t"):
            after = words[place + 1] if place + 1 < len(words) else ""
            times += after not in _NO_DENIAL
        elif word in _DENYING:
            times += 1
    return times % 2 == 1
