"""The stage."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Claim, Dating, Document, Excerpt, Mention, Person, Record, Sourcebook, Voice

__all__ = ["TimeStage"]


class TimeStage:
    """The dates that the page prints, resolved, and what they date."""

    name = "times"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Person, Mention, Voice, Document})
    writes: frozenset[type] = frozenset({Dating})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the records of the book."""
        yield from ()
