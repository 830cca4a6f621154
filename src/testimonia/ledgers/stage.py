"""The stage."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Claim, Dating, Document, Entry, Excerpt, Mention, Person, Record, Sourcebook, Voice

__all__ = ["LedgerStage"]


class LedgerStage:
    """Ledgers of what the page states: payments, meetings, messages, offices."""

    name = "ledgers"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Person, Mention, Voice, Document, Dating})
    writes: frozenset[type] = frozenset({Entry})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the records of the book."""
        yield from ()
