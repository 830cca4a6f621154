"""What is said to have happened when: statements, ledger rows and dated proceedings over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Act, Assertion, Cell, CellKind, Dating, Entry, Sourcebook, Span
from ..words.edtf import bounds_of
from .naming import QuestionError, find_parties, of_words, party_words
from .rows import Ground, Grounds, known_bounds

__all__ = ["Event", "read_bounds", "timeline"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is said to have happened at a time.

    ``when`` is EDTF, ``first`` and ``last`` the days that it can mean, as numbers like 19310503; of what has but a
    beginning or an end, the days that this can mean. ``kind`` is the act of a statement, ``payment``, ``meeting``,
    ``message`` or ``office`` of a ledger, ``proceeding`` or ``date``. ``what`` is what happened, in the page's words,
    ``people`` name those whom it concerns, ``id`` is the record's.
    """

    id: str
    when: str
    first: int
    last: int
    kind: str
    what: str
    people: tuple[str, ...]
    people_ids: tuple[str, ...]
    confidence: float
    ground: Ground

    @property
    def headline(self) -> str:
        """Who says so, and what kind of thing it is: ``Dorval accuses Quist``, ``Dorval (payment)``."""
        who = self.ground.speaker
        if self.kind in list(Act):
            return " ".join(filter(None, (who, self.kind, ", ".join(self.people))))
        return who if self.kind == "date" else f"{who} ({self.kind})"


def timeline(
    book: Sourcebook, *, about: str | None = None, since: str | None = None, until: str | None = None
) -> list[Event]:
    """What is said to have happened, over time; what may have happened in a span of time counts as in it.

    Args:
        book: the book.
        about: whom it concerns, who is named in its words, or who says it, by name or id.
        since: the first day as EDTF: a year, a month or a day.
        until: the last day, likewise.

    Raises:
        NotFoundError: nobody is called so. QuestionError: a date is none, or the later one comes first.
    """
    people = None if about is None else set(find_parties(book, about))
    low, high = read_bounds(since, until)
    events = [event for event in _events(book) if event.last >= low and event.first <= high]
    if people is not None:
        named = [(m.span, m.person) for m in book.mentions if m.person in people]
        events = [event for event in events if _concerns(event, people, named)]
    return sorted(events, key=lambda event: (event.first, event.last, event.ground.start))


def read_bounds(since: str | None, until: str | None) -> tuple[int, int]:
    """The first and last day of a span of time.

    Raises:
        QuestionError: a date is none, or the later one comes first.
    """
    low, high = 0, 99999999
    for words, is_first in ((since, True), (until, False)):
        if words is None:
            continue
        found = bounds_of(words)
        if found is None:
            raise QuestionError(f"{words!r} is no date. Write a year, a month or a day: 1931, 1931-05, 1931-05-03.")
        low, high = (found[0], high) if is_first else (low, found[1])
    if low > high:
        raise QuestionError(f"The time from {since!r} to {until!r} runs backwards. Write the earlier date first.")
    return low, high


def _concerns(event: Event, people: set[str], named: list[tuple[Span, str]]) -> bool:
    if people & {*event.people_ids, event.ground.speaker_id}:
        return True
    place = Span(event.ground.start, event.ground.end)
    return any(place.contains(span) for span, _ in named)


def _events(book: Sourcebook) -> Iterator[Event]:
    """Every record with a date; a date that a statement, row or proceeding states already is not told again."""
    grounds = Grounds(book)
    told: list[Span] = []

    def event(
        record: Assertion | Entry | Cell | Dating,
        when: str,
        kind: str,
        what: str,
        names: tuple[str, ...],
        ids: tuple[str, ...],
        sure: float,
    ) -> Iterator[Event]:
        found = known_bounds(when)
        if found is not None:
            ground = grounds.of(record)
            yield Event(record.id, when, *found, kind, " ".join(what.split()), names, ids, sure, ground)

    for said in book.assertions:
        if said.when is not None:
            told += [said.when_span] if said.when_span is not None else []
            names = tuple(of_words(said, book))
            yield from event(said, said.when, said.act.value, said.text, names, said.of, said.confidence)
    for entry in book.entries:
        if entry.when is not None:
            told += [entry.when_span] if entry.when_span is not None else []
            parts = [part for part in entry.parts if part.id is not None]
            names = tuple(party_words(part.id or "", part.name, book) for part in parts)
            ids = tuple(part.id or "" for part in parts)
            yield from event(
                entry, entry.when, entry.ledger.value.removesuffix("s"), entry.text, names, ids, entry.confidence
            )
    for cell in book.cells:
        if cell.kind is CellKind.DATE and cell.edtf is not None:
            told.append(cell.span)
            what = f"{book.proceedings[cell.proceeding].name}: {cell.value}"
            yield from event(cell, cell.edtf, "proceeding", what, (), (), cell.confidence)
    starts = {span.start for span in told}
    for dating in book.datings:
        if dating.event is not None and dating.span.start not in starts:
            yield from event(dating, dating.edtf, "date", book.cut(dating.event), (), (), 1.0)
