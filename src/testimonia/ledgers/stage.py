"""The stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from testimonia.model import Claim, Dating, Document, Entry, Excerpt, Mention, Person, Record, Sourcebook, Voice
from testimonia.words.accounts import teller_of

from .letterforms import find_letter_forms
from .meetings import find_meetings
from .messages import find_messages
from .offices import find_offices, offices_of_roles
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
            for find in (find_meetings, find_messages, find_letter_forms, find_offices):
                entries += [rows.entry(account, found, sentence) for found, sentence in find(account)]
        entries += self._beside_names(book, rows)
        yield from sorted(_once(entries), key=lambda entry: (entry.span.start, entry.ledger.value))

    def _beside_names(self, book: Sourcebook, rows: Book) -> Iterator[Entry]:
        """Offices that the people's room found beside names."""
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in book.mentions:
            mentions[mention.person].append(mention)
        for role, person in offices_of_roles(book):
            assert role.span is not None
            near = min(mentions[person.id], key=lambda m: abs(m.span.start - role.span.start), default=None)  # type: ignore[union-attr]
            if near is not None and abs(near.span.start - role.span.start) < _BESIDE:
                yield rows.office(role, person, near, book.voice_at(near.span.start))


_BESIDE = 160  # characters between a name and the words beside it


def _once(entries: list[Entry]) -> Iterator[Entry]:
    """Each row once: what two ways of reading found of one office is one."""
    met: set[tuple[object, ...]] = set()
    for entry in entries:
        office = next((part.span.start for part in entry.parts if part.role == "office"), None)
        key = (entry.ledger, office) if office is not None else (entry.id,)
        if key not in met:
            met.add(key)
            yield entry
