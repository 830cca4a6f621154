"""The stage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from testimonia.model import Assertion, Claim, Dating, Document, Excerpt, Mention, Person, Record, Sourcebook, Voice

__all__ = ["AssertionStage"]


class AssertionStage:
    """Who says what of whom: assertions read from claims and excerpts.

    ``vocabulary`` is the path of a reader's own words for acts and deeds, laid over the shipped ones (``acts.toml``).
    """

    name = "assertions"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Person, Mention, Voice, Document, Dating})
    writes: frozenset[type] = frozenset({Assertion})

    def __init__(self, vocabulary: Path | str | None = None) -> None:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file cannot be read, or says something that cannot be.
        """
        from .acts import read_vocabulary

        self._vocabulary = read_vocabulary(vocabulary)

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the assertions of the book in the order of the page."""
        from .circumstances import Circumstances
        from .headings import heading_assertions
        from .prose import excerpt_assertions

        if book.is_bare:
            return
        found = list(heading_assertions(book, self._vocabulary, Circumstances(book, self._vocabulary)))
        found += excerpt_assertions(book, self._vocabulary, found)
        yield from sorted(found, key=lambda assertion: assertion.span.start)
