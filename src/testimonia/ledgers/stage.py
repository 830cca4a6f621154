"""The stage."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Claim, Dating, Document, Entry, Excerpt, Mention, Person, Record, Sourcebook, Voice
from testimonia.words.accounts import Teller
from testimonia.words.record_texts import record_texts

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
        records = {record.id: record for record in record_texts(book)}
        teller = Teller(book, records)
        entries: list[Entry] = []
        for record in records.values():
            account = teller.account(record)
            if may_pay(record.text):
                entries += [rows.entry(account, found, sentence) for found, sentence in find_payments(account)]
        yield from sorted(entries, key=lambda entry: entry.span.start)
