"""The words by which a page names documents, from ``documents.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testimonia.model import DocumentType

__all__ = ["WORDS_FILE", "DocumentNoun", "DocumentWords", "document_words"]

WORDS_FILE = Path(__file__).with_name("documents.toml")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PHRASE_GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class DocumentNoun:
    """A word or phrase that names a document: ``text[start:end]``. ``weak`` ones need more to be believed."""

    type: DocumentType
    start: int
    end: int
    weak: bool


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """What one language calls documents.

    ``phrases`` are by their first word, in small letters, the longest first; ``titles`` finds what a cited work is,
    ``forms`` and ``closes`` how a document shows by its words what it is, ``papers`` the name of a newspaper.
    """

    phrases: dict[str, tuple[tuple[tuple[str, ...], DocumentType, bool], ...]]
    titles: tuple[tuple[re.Pattern[str], DocumentType], ...]
    forms: tuple[tuple[re.Pattern[str], DocumentType], ...]
    closes: re.Pattern[str]
    papers: re.Pattern[str]

    def nouns_in(self, text: str, start: int, end: int) -> Iterator[DocumentNoun]:
        """The nouns between two offsets, in order; of two that overlap, the first."""
        past = start
        for found in _WORD.finditer(text, start, end):
            at = found.start()
            if at < past:
                continue
            low = found.group().lower().replace("’", "'")
            entries = self.phrases.get(low) or self.phrases.get(low.removesuffix("'s")) or self._singular(low)
            if not entries:
                continue
            for words, kind, weak in entries:
                stop = _end_of_phrase(text, found.end(), end, words)
                if stop is not None:
                    past = stop
                    yield DocumentNoun(kind, at, stop, weak)
                    break

    def _singular(self, low: str) -> tuple[tuple[tuple[str, ...], DocumentType, bool], ...] | None:
        if low.endswith("ies"):
            return self.phrases.get(low[:-3] + "y")
        if low.endswith("es") and low[:-2] in self.phrases:
            return self.phrases.get(low[:-2])
        return self.phrases.get(low[:-1]) if low.endswith("s") else None


def _end_of_phrase(text: str, at: int, end: int, words: tuple[str, ...]) -> int | None:
    """Where the rest of a phrase ends whose first word ends at ``at``; ``None`` where other words follow."""
    for word in words[1:]:
        gap = _PHRASE_GAP.match(text, at, end)
        found = _WORD.match(text, gap.end(), end) if gap else None
        if found is None:
            return None
        low = found.group().lower().replace("’", "'")
        if low != word and low != word + "s" and not (word.endswith("y") and low == word[:-1] + "ies"):
            return None
        at = found.end()
    return at


def _entries(words: str) -> list[tuple[str, ...]]:
    return [tuple(entry.lower().split()) for entry in " ".join(words.split()).split(";") if entry.strip()]


@cache
def document_words(language: str) -> DocumentWords:
    """The words of a language (ISO 639-1); of English where the table has none for it."""
    table = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    language = language if language in table["nouns"] else "en"
    phrases: dict[str, list[tuple[tuple[str, ...], DocumentType, bool]]] = {}
    for group, weak in (("nouns", False), ("weak", True)):
        for kind, words in table[group].get(language, {}).items():
            for entry in _entries(words):
                phrases.setdefault(entry[0], []).append((entry, DocumentType(kind), weak))
    titles = tuple(
        (re.compile(rf"(?<!\w)(?:{'|'.join(' '.join(map(re.escape, e)) for e in _entries(words))})(?!\w)", re.I), kind)
        for kind, words in ((DocumentType(k), w) for k, w in table["titles"].items())
    )
    forms = tuple((re.compile("|".join(exprs)), DocumentType(kind)) for kind, exprs in table["forms"].items())
    closes = re.compile("|".join(expr for exprs in table["closes"].values() for expr in exprs), re.MULTILINE)
    papers = "|".join(re.escape(name.strip()) for name in table["papers"]["names"].split(";"))
    return DocumentWords(
        {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in phrases.items()},
        titles,
        forms,
        closes,
        re.compile(rf"(?:(?<![\w-])[Tt]he\s+)?(?:[A-ZÀ-Þ][\w.'’-]+\s+){{0,3}}(?:{papers})(?![\w-])"),
    )
