"""How matters end, in words that shut each other out: a bill was carried or thrown out, a man acquitted or condemned.

The ends are data (``outcomes.toml``), English so far. Whether two are told of one matter is the caller's question.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .polarity import is_denied, is_phrase_at

__all__ = ["Outcome", "asked_of", "nouns_of", "outcome_words", "outcomes"]

_DATA = Path(__file__).with_name("outcomes.toml")
_PHRASES = "_phrases"


class Outcome(NamedTuple):
    """Words ``at`` to ``at + length`` of a sequence tell that a matter of a sort ended so, or did not."""

    at: int
    length: int
    sort: str
    end: str
    denied: bool


@cache
def _tables() -> tuple[dict[str, tuple[tuple[tuple[str, ...], str, str], ...]], dict[str, tuple[frozenset[str], ...]]]:
    """Phrases by their first word, the longest first; and of each sort the nouns and the words that must be near."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    sorts: dict[str, tuple[frozenset[str], ...]] = {}
    for sort, table in tomllib.loads(_DATA.read_text(encoding="utf-8")).items():
        sorts[sort] = frozenset(table["of"].split()), frozenset(table.get("asked", "").split())
        for name, entries in table.items():
            if name in ("of", "asked"):
                continue
            parts = entries.split(";") if name.endswith(_PHRASES) else entries.split()
            for words in (tuple(part.split()) for part in parts):
                found.setdefault(words[0], []).append((words, sort, name.removesuffix(_PHRASES)))
    return {word: tuple(sorted(own, key=lambda f: -len(f[0]))) for word, own in found.items()}, sorts


def outcome_words() -> frozenset[str]:
    """Words in small letters of which one stands in whatever tells an outcome."""
    return frozenset(_tables()[0])


def nouns_of(sort: str) -> frozenset[str]:
    """The nouns that an outcome of a sort is told of, or "persons", or "claimed"."""
    return _tables()[1][sort][0]


def asked_of(sort: str) -> tuple[str, ...]:
    """Beginnings of words of which one must stand near an outcome of a sort; none where it tells it by itself."""
    return tuple(sorted(_tables()[1][sort][1]))


def outcomes(words: Sequence[str]) -> Iterator[Outcome]:
    """Where words and marks in small letters tell how something ended, in order; of one sort the longest at a place.

    >>> [(o.sort, o.end, o.denied) for o in outcomes("the bill was never carried".split())]
    [('decision', 'passed', True)]
    """
    known = _tables()[0]
    for at, word in enumerate(words):
        seen: set[str] = set()
        for phrase, sort, end in known.get(word, ()):
            if sort not in seen and is_phrase_at(words, at, phrase):
                seen.add(sort)
                yield Outcome(at, len(phrase), sort, end, is_denied(words, at))
