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

from .polarity import is_denied

__all__ = ["State", "is_claim_bound", "may_state", "states"]

_DATA = Path(__file__).with_name("states.toml")


class State(NamedTuple):
    """Words ``at`` to ``at + length`` of a sequence put a thing on one end of a scale, any denial counted in."""

    at: int
    length: int
    scale: str
    yes: bool


@cache
def _tables() -> tuple[dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]], frozenset[str]]:
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    bound = set()
    for scale, table in tomllib.loads(_DATA.read_text(encoding="utf-8")).items():
        if table.get("bound") == "claim":
            bound.add(scale)
        for end, yes in (("plus", True), ("minus", False)):
            phrases = [(word,) for word in table.get(end, "").split()]
            phrases += [tuple(entry.split()) for entry in table.get(f"{end}_phrases", "").split(";") if entry.strip()]
            for words in phrases:
                found.setdefault(words[0], []).append((words, scale, yes))
    return {first: tuple(sorted(own, key=lambda f: -len(f[0]))) for first, own in found.items()}, frozenset(bound)


def is_claim_bound(scale: str) -> bool:
    """Whether accounts of one matter that lie on its two ends need not name the thing."""
    return scale in _tables()[1]


def may_state(word: str) -> bool:
    """Whether a word in small letters begins words that tell a state."""
    return word in _tables()[0]


def states(words: Sequence[str]) -> Iterator[State]:
    """Where words and marks in small letters tell a state, in order; of one scale the longest words at a place.

    >>> [(s.scale, s.yes) for s in states("no horn was blowing".split())]
    [('going', False)]
    """
    first = _tables()[0]
    for at, word in enumerate(words):
        seen: set[str] = set()
        for phrase, scale, yes in first.get(word, ()):
            if scale not in seen and tuple(words[at : at + len(phrase)]) == phrase:
                seen.add(scale)
                own = phrase[0] in ("not", "without")
                yield State(at, len(phrase), scale, yes != (not own and is_denied(words, at)))
