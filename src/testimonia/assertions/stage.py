"""The stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
        from .acts_file import read_vocabulary

        self._vocabulary = read_vocabulary(vocabulary)

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the assertions of the book in the order of the page."""
        shares, together = self.shares(book)
        yield from together(share() for share in shares)

    def shares(
        self, book: Sourcebook
    ) -> tuple[Sequence[Callable[[], list[Assertion]]], Callable[[Iterable[list[Assertion]]], Iterator[Record]]]:
        """The work in shares that need nothing of each other, and what makes of their results what a call yields."""
        from .circumstances import Circumstances
        from .headings import heading_assertions
        from .prose import excerpt_shares, joined

        if book.is_bare:
            return [], lambda _: iter(())
        stated = list(heading_assertions(book, self._vocabulary, Circumstances(book, self._vocabulary)))

        def together(found: Iterable[list[Assertion]]) -> Iterator[Record]:
            yield from sorted([*stated, *joined(found)], key=lambda assertion: assertion.span.start)

        return excerpt_shares(book, self._vocabulary, stated), together
