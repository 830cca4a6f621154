"""States that shut each other out: locked and open, cut and frayed, sounding and silent.

The scales are data (``states.toml``), English so far. What is in one state is not in the other at that time; whether
two words are said of one thing and of one time is the caller's question.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .grammar import FEMALE, FIRST, MALE, PREPOSITIONS
from .polarity import is_denied, is_phrase_at
from .stems import is_function_word

__all__ = ["State", "bound_by", "least_of", "state_words", "states"]

_COMMON = MALE | FEMALE | FIRST | PREPOSITIONS
_DATA = Path(__file__).with_name("states.toml")


class State(NamedTuple):
    """Words ``at`` to ``at + length`` of a sequence put a thing on one end of a scale, any denial counted in."""

    at: int
    length: int
    scale: str
    yes: bool


@cache
def _tables() -> tuple[dict[str, tuple[tuple[int, tuple[str, ...], str, bool], ...]], dict[str, tuple[str, float]]]:
    """Phrases by the longest of their words that says something, with where it stands; and what binds each scale."""
    found: dict[str, list[tuple[int, tuple[str, ...], str, bool]]] = {}
    bound = {}
    for scale, table in tomllib.loads(_DATA.read_text(encoding="utf-8")).items():
        bound[scale] = (table.get("bound", "thing"), table.get("least", 0.0))
        for end, yes in (("plus", True), ("minus", False)):
            phrases = [(word,) for word in table.get(end, "").split()]
            phrases += [tuple(entry.split()) for entry in table.get(f"{end}_phrases", "").split(";") if entry.strip()]
            for words in phrases:
                longest = max(words, key=lambda word: (not is_function_word(word), word not in _COMMON, len(word)))
                found.setdefault(longest, []).append((words.index(longest), words, scale, yes))
    return {word: tuple(sorted(own, key=lambda f: -len(f[1]))) for word, own in found.items()}, bound


def bound_by(scale: str) -> str:
    """What ties two states of a scale: one ``thing``, ``person`` or ``noun``, or no more than one ``claim``."""
    return _tables()[1][scale][0]


def least_of(scale: str) -> float:
    """How much two sentences must share that tell two states of a scale."""
    return _tables()[1][scale][1]


@cache
def state_words() -> frozenset[str]:
    """Words in small letters of which one stands in whatever tells a state: a quick way to pass over most sentences."""
    return frozenset(_tables()[0])


def states(words: Sequence[str]) -> Iterator[State]:
    """Where words and marks in small letters tell a state, in order; of one scale the longest words at a place.

    >>> [(s.scale, s.yes) for s in states("no horn was blowing".split())]
    [('going', False)]
    """
    known = _tables()[0]
    for place, word in enumerate(words):
        seen: set[str] = set()
        for inside, phrase, scale, yes in known.get(word, ()):
            at = place - inside
            if scale not in seen and at >= 0 and is_phrase_at(words, at, phrase):
                seen.add(scale)
                own = phrase[0] in ("not", "without", "no", "nobody")
                yield State(at, len(phrase), scale, yes != (not own and is_denied(words, at)))
