"""The stage."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Claim, Dating, Document, Entry, Excerpt, Mention, Person, Record, Sourcebook, Voice
from testimonia.words.accounts import teller_of

from .payments import find_payments, may_pay
from .rows import Book

__all__ = ["LedgerStage"]


class LedgerStage:
    """Ledgers of what the page states: payments, meetings, messages, offices."""

    name = "ledgers"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Person, Mention, Voice, Document, Dating})
    writes: frozenset[type] = frozenset({Entry})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the rows of the ledgers in the order of the page."""
        if book.is_bare:
            return
        rows = Book(book)
        entries: list[Entry] = []
        for account in teller_of(book).accounts.values():
            if may_pay(account):
                entries += [rows.entry(account, found, sentence) for found, sentence in find_payments(account)]
        yield from sorted(entries, key=lambda entry: entry.span.start)
