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

__all__ = ["Outcome", "are_shut_out", "asked_of", "is_sent_on", "nouns_of", "outcome_words", "outcomes"]

_DATA = Path(__file__).with_name("outcomes.toml")
_PHRASES = "_phrases"
_FRAMES = frozenset("bare going with_to not_as votes".split())
_NO_ENDS = _FRAMES | {"of", "asked", "both"}
_ON = frozenset("to into onto from away off home out over back through up down along across".split())
_BESIDE = frozenset(  # what is no object
    "and but or in on at by after before for within when as though although without because while until under "
    "at last again too so there here outright".split()
)
_VOTES = frozenset("vote votes poll polls election elections ballot majority candidate".split())
_AFTER = frozenset("before after during".split())
_NEAR = 7  # words


class Outcome(NamedTuple):
    """Words ``at`` to ``at + length`` of a sequence tell that a matter of a sort ended so, or did not."""

    at: int
    length: int
    sort: str
    end: str
    denied: bool


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def _frames() -> dict[tuple[str, str], tuple[str, ...]]:
    """The frames that a word of a sort must stand in."""
    found: dict[tuple[str, str], list[str]] = {}
    for sort, table in _data().items():
        for frame in sorted(_FRAMES & table.keys()):
            for word in table[frame].split():
                found.setdefault((sort, word), []).append(frame)
    return {key: tuple(own) for key, own in found.items()}


@cache
def _tables() -> tuple[dict[str, tuple[tuple[tuple[str, ...], str, str], ...]], dict[str, tuple[frozenset[str], ...]]]:
    """Phrases by their first word, the longest first; and of each sort the nouns and the words that must be near."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    sorts: dict[str, tuple[frozenset[str], ...]] = {}
    for sort, table in _data().items():
        sorts[sort] = frozenset(table["of"].split()), frozenset(table.get("asked", "").split())
        for name, entries in table.items():
            if name in _NO_ENDS:
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


@cache
def are_shut_out(sort: str, one: str, other: str) -> bool:
    """Whether two ends of one matter cannot both be: what was stolen may be given back.

    >>> are_shut_out("thing", "sold", "destroyed"), are_shut_out("thing", "given", "stolen")
    (True, False)
    """
    both = {frozenset(pair.split()) for pair in _data()[sort].get("both", "").split(";")}
    return one != other and frozenset((one, other)) not in both


def is_sent_on(words: Sequence[str], at: int, sort: str, word: str) -> bool:
    """Whether a place tells that something was sent on, and did not end: "carried the bill | to the bank"."""
    return at < len(words) and words[at] in _ON and "going" in _frames().get((sort, word), ())


def _is_in_frame(words: Sequence[str], at: int, sort: str) -> bool:
    """Whether a word stands in the frame that it needs to tell an end."""
    behind = words[at + 1] if at + 1 < len(words) else "."
    for frame in _frames().get((sort, words[at]), ()):
        if frame == "bare":
            if behind[:1].isalnum() and behind not in _BESIDE and not behind.endswith("ly"):
                return False
        elif frame == "going":
            if behind in _ON:
                return False
        elif frame == "with_to":
            if behind != "to":
                return False
        elif frame == "not_as":
            if behind == "as":
                return False
        else:
            told = next((word for word in words[at + 1 : at + _NEAR] if word in _VOTES or word in _AFTER), "")
            if told not in _VOTES:
                return False
    return True


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
                if len(phrase) == 1 and not _is_in_frame(words, at, sort):
                    continue
                seen.add(sort)
                yield Outcome(at, len(phrase), sort, end, is_denied(words, at))
