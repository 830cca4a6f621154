"""The stage."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Assertion, Claim, Dating, Document, Excerpt, Mention, Person, Record, Sourcebook, Voice

__all__ = ["AssertionStage"]


class AssertionStage:
    """Who says what of whom: assertions read from claims and excerpts."""

    name = "assertions"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Person, Mention, Voice, Document, Dating})
    writes: frozenset[type] = frozenset({Assertion})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the records of the book."""
        yield from ()
