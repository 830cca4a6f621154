"""The ledgers: payments, meetings, messages and offices, each row on somebody's word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..model import Entry, Ledger, Part, Sourcebook
from .naming import QuestionError, find_parties, party_words
from .rows import Ground, Grounds, amount_words, facts, flat, when_key

__all__ = ["ROLES", "LedgerRow", "Taker", "ledger"]

ROLES = {
    Ledger.PAYMENTS: ("payer", "through", "payee", "for"),
    Ledger.MEETINGS: ("who", "with", "where"),
    Ledger.MESSAGES: ("from", "through", "to", "for"),
    Ledger.OFFICES: ("who", "office", "where"),
}
"""The roles of each ledger, in the order in which they read."""


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody or something with a part in a row; ``id`` is ``None`` for what is no person."""

    role: str
    name: str
    id: str | None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An entry as a row. ``least`` and ``most`` are the bounds of the amount, the same where it is one value."""

    id: str
    ledger: str
    parts: tuple[Taker, ...]
    amount: str | None
    least: float | None
    most: float | None
    unit: str | None
    when: str | None
    text: str
    confidence: float
    ground: Ground

    def names(self, role: str) -> tuple[str, ...]:
        """The names of those who have a role."""
        return tuple(part.name for part in self.parts if part.role == role)

    def as_dict(self) -> dict[str, Any]:
        """The row with plain values that JSON can hold."""
        return {**facts(self), "parts": [facts(part) for part in self.parts]}

    def as_columns(self) -> dict[str, Any]:
        """The row for a table, with a column for each role of its ledger."""
        roles = ROLES[Ledger(self.ledger)]
        more = dict.fromkeys(part.role for part in self.parts if part.role not in roles)
        found = flat(self)
        del found["parts"]
        named = {role: "; ".join(self.names(role)) or None for role in roles}
        if more:
            named["others"] = "; ".join(f"{role}: {name}" for role in more for name in self.names(role))
        return {"id": found.pop("id"), "ledger": found.pop("ledger"), **named, **found}


def ledger(
    book: Sourcebook,
    which: Ledger | str,
    *,
    by: str | None = None,
    of: str | None = None,
    about: str | None = None,
) -> list[LedgerRow]:
    """The rows of a ledger over time.

    Args:
        book: the book.
        which: ``payments``, ``meetings``, ``messages`` or ``offices``.
        by: on whose word, by name or id.
        of: who has a part in it.
        about: who has a part in it or is named in its words.

    Raises:
        NotFoundError: nobody is called so. QuestionError: there is no such ledger.
    """
    try:
        wanted = Ledger(which)
    except ValueError:
        raise QuestionError(f"No ledger is named {which!r}. There are: {', '.join(Ledger)}.") from None
    speakers = None if by is None else set(find_parties(book, by))
    takers = None if of is None else set(find_parties(book, of))
    named = None if about is None else set(find_parties(book, about))
    places = [mention.span for mention in book.mentions if mention.person in named] if named else []
    chosen = [
        entry
        for entry in book.entries
        if entry.ledger is wanted
        and (speakers is None or entry.speaker in speakers)
        and (takers is None or takers & _takers(entry))
        and (named is None or named & _takers(entry) or any(map(entry.span.contains, places)))
    ]
    grounds = Grounds(book)
    chosen.sort(key=lambda entry: (when_key(entry.when), entry.span))
    return [_row(entry, book, grounds) for entry in chosen]


def _takers(entry: Entry) -> set[str]:
    return {part.id for part in entry.parts if part.id is not None}


def _row(entry: Entry, book: Sourcebook, grounds: Grounds) -> LedgerRow:
    amount = entry.amount
    roles = ROLES[entry.ledger]
    least = most = None
    if amount is not None:
        least = amount.min if amount.value is None else amount.value
        most = amount.max if amount.value is None else amount.value
    places = {role: n for n, role in enumerate(roles)}
    parts = sorted(entry.parts, key=lambda part: places.get(part.role, len(roles)))
    return LedgerRow(
        id=entry.id,
        ledger=entry.ledger.value,
        parts=tuple(_taker(part, book) for part in parts),
        amount=amount_words(amount),
        least=least,
        most=most,
        unit=None if amount is None else amount.unit,
        when=entry.when,
        text=entry.text,
        confidence=entry.confidence,
        ground=grounds.of(entry),
    )


def _taker(part: Part, book: Sourcebook) -> Taker:
    name = " ".join(part.name.split())
    return Taker(part.role, name if part.id is None else party_words(part.id, name, book), part.id)
