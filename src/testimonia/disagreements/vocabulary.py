"""The words that the room reads stands from (``stances.toml``), and a sentence marked with where they stand."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from .lines import Line
from .sayings import Saying

__all__ = ["Marked", "mark", "may_lead"]

_DATA = Path(__file__).with_name("stances.toml")
_PREFIX = 3  # letters that a word with any ending is looked up by
_LEADING = frozenset("deeds alone forced papers word worth believed".split())  # tables: a stand needs one of them
_NONE: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    exact: dict[str, tuple[str, ...]]
    beginnings: dict[str, tuple[tuple[str, str], ...]]  # by their first letters
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # by their first word
    needed: frozenset[str]  # the longest word of each phrase that leads, of several the last


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with the places of the vocabulary's words and phrases.

    A tag is a table's name where it has one list of ``words``, else ``table.list``; what is named is never tagged.
    """

    line: Line
    tags: dict[str, tuple[int, ...]]
    phrases: dict[str, tuple[int, int]]  # the first of each list: where, and how many words

    @property
    def saying(self) -> Saying:
        """The sentence."""
        return self.line.saying

    @property
    def words(self) -> list[str]:
        """Its words and marks in small letters."""
        return self.line.words

    @property
    def named(self) -> list[str]:
        """Who is named by them, ids."""
        return self.line.named

    @property
    def tokens(self) -> list[int]:
        """Their numbers among the words of the sentence, -1 for marks."""
        return self.line.tokens

    def places(self, tag: str) -> tuple[int, ...]:
        """Where words of a list stand."""
        return self.tags.get(tag, _NONE)

    def has(self, tag: str, start: int, end: int) -> bool:
        """Whether one stands between two places."""
        return any(start <= place < end for place in self.places(tag))


@cache
def _words() -> _Words:
    exact: dict[str, list[str]] = {}
    beginnings: dict[str, list[tuple[str, str]]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for table, lists in tomllib.loads(_DATA.read_text(encoding="utf-8")).items():
        for name, entries in lists.items():
            tag = table if name == "words" else f"{table}.{name}"
            if ";" in entries or name.endswith("phrases"):
                for entry in entries.split(";"):
                    words = tuple(entry.split())
                    phrases.setdefault(words[0], []).append((words, tag))
                continue
            for entry in entries.split():
                if entry.endswith("*"):
                    beginnings.setdefault(entry[:_PREFIX], []).append((entry[:-1], tag))
                else:
                    exact.setdefault(entry, []).append(tag)
    return _Words(
        {word: tuple(tags) for word, tags in exact.items()},
        {first: tuple(found) for first, found in beginnings.items()},
        {first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in phrases.items()},
        frozenset(
            max(reversed(words), key=len)
            for found in phrases.values()
            for words, tag in found
            if tag.partition(".")[0] in _LEADING
        ),
    )


@lru_cache(maxsize=1 << 15)
def _begins(word: str) -> tuple[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]] | None:
    """The tags of a word and the phrases that it begins; ``None`` for a word of neither, as most are."""
    found = _tags_of(word), _words().phrases.get(word, ())
    return found if any(found) else None


@lru_cache(maxsize=1 << 15)
def _tags_of(word: str) -> tuple[str, ...]:
    known = _words()
    found = dict.fromkeys(known.exact.get(word, ()))
    for beginning, tag in known.beginnings.get(word[:_PREFIX], ()):
        if word.startswith(beginning):
            found[tag] = None
    return tuple(found)


def may_lead(word: str) -> bool:
    """Whether a sentence may take a stand for having a word: of those that stands need, or of their phrases."""
    return word in _words().needed or any(tag.partition(".")[0] in _LEADING for tag in _tags_of(word))


def mark(line: Line) -> Marked:
    """Find the vocabulary's words in a line."""
    tags: dict[str, list[int]] = {}
    phrases: dict[str, tuple[int, int]] = {}
    for at, known in enumerate(map(_begins, line.words)):
        if known is None or line.named[at]:
            continue
        for tag in known[0]:
            tags.setdefault(tag, []).append(at)
        for words, tag in known[1]:
            if tag not in phrases and tuple(line.words[at : at + len(words)]) == words:
                phrases[tag] = (at, len(words))
    return Marked(line, {tag: tuple(places) for tag, places in tags.items()}, phrases)
