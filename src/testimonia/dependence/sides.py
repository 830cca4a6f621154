"""What is known of an excerpt beside its words: whose book, under which claim, and what is quoted in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Citation, Excerpt, Mention, Mode, Sourcebook, Span, Voice
from ..words.quotes import QuoteStyle, quote_style, read_quotations
from .readings import Reading, fold

__all__ = ["Side", "Sides", "makers"]

_AUTHORS = ("author", "editor")
SHORTEST = 3  # words of a quotation: less is a name or a word set apart


@dataclass(frozen=True, slots=True)
class Side:
    """An excerpt with its source.

    ``work`` is ``None`` where no citation tells; ``authors`` are folded family names of who wrote it, of who edited it
    where it names no author; ``documents`` are ids of those whose words stand in it.
    """

    excerpt: Excerpt
    citation: Citation | None
    work: str | None
    authors: frozenset[str]
    documents: frozenset[str]


class Sides:
    """The excerpts of a book with their sources, and what is quoted in each."""

    def __init__(self, book: Sourcebook, mentions: Mapping[str, Sequence[Mention]]) -> None:
        self._mentions = mentions
        self._style: QuoteStyle = quote_style(book.text)
        self._quoted: dict[tuple[str, int], list[tuple[int, int]]] = {}
        self._quotes: dict[str, list[Voice]] = defaultdict(list)
        self._heard: dict[str, set[str]] = defaultdict(set)
        for voice in book.voices:
            if voice.mode is Mode.QUOTE:
                self._quotes[voice.excerpt].append(voice)
            elif voice.mode is Mode.TURN and voice.speaker_name.strip() and not _asks(voice, book.text):
                self._heard[voice.excerpt].add(fold(voice.speaker_name.split()[-1]))
        citations = {citation.id: citation for citation in book.citations}
        records: dict[str, Mapping[str, Any]] = {work.id: work.csl for work in book.works}
        documents: dict[str, set[str]] = defaultdict(set)
        for document in book.documents:
            for place in document.excerpts:
                documents[place].add(document.id)
        self.all: list[Side] = []
        for excerpt in book.excerpts:
            citation = citations.get(excerpt.citation) if excerpt.citation is not None else None
            work = citation.work if citation is not None else None
            record: Mapping[str, Any] = records.get(work, {}) if work is not None else {}
            self.all.append(Side(excerpt, citation, work, _families(record), frozenset(documents.get(excerpt.id, ()))))

    def quotations(self, side: Side, reading: Reading, shortest: int = SHORTEST) -> list[tuple[int, int]]:
        """What an excerpt has in quotation marks, as the first word and the one behind the last, in order.

        What has fewer words than the ``shortest`` is left out.
        """
        key = side.excerpt.id, shortest
        found = self._quoted.get(key)
        if found is None and shortest > 1:
            every = self.quotations(side, reading, shortest=1)
            found = self._quoted[key] = [(first, behind) for first, behind in every if behind - first >= shortest]
        elif found is None:
            found = self._quoted[key] = []
            for quotation in read_quotations(side.excerpt.text, style=self._style).quotations:
                first = bisect_left(reading.starts, quotation.span.start)
                behind = bisect_left(reading.starts, quotation.span.end)
                if behind > first:
                    found.append((first, behind))
        return found

    def quoted_share(self, side: Side, reading: Reading, words: Sequence[int]) -> float:
        """How much of some words of an excerpt is quoted: in marks, or as an embedded document is."""
        spans = [(first, behind) for first, behind in self.quotations(side, reading, shortest=1)]
        for voice in self._quotes.get(side.excerpt.id, ()):
            span = side.excerpt.text_span(voice.span)
            if span is not None:
                spans.append((bisect_left(reading.starts, span.start), bisect_left(reading.starts, span.end)))
        return sum(any(first <= word < behind for first, behind in spans) for word in words) / len(words)

    def by_claim(self) -> list[list[int]]:
        """The numbers of the excerpts under each claim that has any, in the order of the page."""
        claims: dict[str, list[int]] = defaultdict(list)
        for number, side in enumerate(self.all):
            if side.excerpt.claim is not None:
                claims[side.excerpt.claim].append(number)
        return list(claims.values())

    def are_of_one_work(self, a: int, b: int) -> bool:
        """Whether two excerpts, by their numbers, are known to be from one work."""
        return a == b or (self.all[a].work is not None and self.all[a].work == self.all[b].work)

    def heard(self, side: Side) -> frozenset[str]:
        """The folded last names of those who speak in turn in an excerpt, and do not only ask."""
        return frozenset(self._heard.get(side.excerpt.id, ()))

    def naming(self, side: Side, other: Side) -> Span | None:
        """Where an excerpt names the author of the other's work; ``None`` where it does not."""
        for mention in self._mentions.get(side.excerpt.id, ()):
            if other.authors and fold(mention.text.split()[-1]) in other.authors:
                return mention.span
        return None


def _asks(voice: Voice, text: str) -> bool:
    return voice.span.cut(text).rstrip().endswith("?")


def makers(record: Mapping[str, Any]) -> Sequence[Mapping[str, str]]:
    """Who wrote a work, or who edited it where it names no author, as its record has them."""
    return next((names for role in _AUTHORS if (names := record.get(role))), ())


def _families(record: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(fold(name.get("family") or name.get("literal") or "") for name in makers(record)) - {""}
