"""What is known of an excerpt beside its words: whose book, under which claim, and what is quoted in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Citation, Excerpt, Mention, Sourcebook, Span
from ..words.quotes import QuoteStyle, quote_style, read_quotations
from .readings import Reading, fold

__all__ = ["Side", "Sides"]

_AUTHORS = ("author", "editor")


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
        self._quoted: dict[str, list[int]] = {}
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

    def is_quoted(self, side: Side, reading: Reading, word: int) -> bool:
        """Whether a word of an excerpt stands in quotation marks."""
        edges = self._quoted.get(side.excerpt.id)
        if edges is None:
            edges = self._quoted[side.excerpt.id] = []
            for quotation in read_quotations(side.excerpt.text, style=self._style).quotations:
                if quotation.depth == 0:
                    edges += (quotation.span.start, quotation.span.end)
        return bisect_right(edges, reading.starts[word]) % 2 == 1

    def naming(self, side: Side, other: Side) -> Span | None:
        """Where an excerpt names the author of the other's work; ``None`` where it does not."""
        for mention in self._mentions.get(side.excerpt.id, ()):
            if other.authors and fold(mention.text.split()[-1]) in other.authors:
                return mention.span
        return None


def _families(record: Mapping[str, Any]) -> frozenset[str]:
    for role in _AUTHORS:
        names = record.get(role) or ()
        if names:
            return frozenset(fold(name.get("family") or name.get("literal") or "") for name in names) - {""}
    return frozenset()
