"""What every row of an answer says: where it stands on the page, and on whose word."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from ..model import Amount, Assertion, Cell, Dating, Entry, Sourcebook, Span
from ..model.wording import speaker_words
from ..words.edtf import bounds_of
from ..words.lines import Lines
from .authors import namesakes

__all__ = ["Ground", "Grounds", "amount_words", "day_of", "facts", "flat", "known_bounds", "when_key"]

_LAST_YEAR = 9998  # that leaves room on either side of what a calendar of Python can hold
_LATE = 99999999  # after every date: what has none comes last


@dataclass(frozen=True, slots=True)
class Ground:
    """What a row rests on.

    ``within`` is the id of the excerpt or claim, ``source`` the citation that closes the excerpt, as printed; ``None``
    in a claim, which is the compiler's. ``line`` is counted from 1, ``start`` and ``end`` are characters.
    """

    speaker: str
    speaker_id: str
    within: str
    source: str | None
    line: int
    start: int
    end: int


class Grounds:
    """Finds the ground of records of one book."""

    def __init__(self, book: Sourcebook) -> None:
        self._book = book
        self._lines = Lines(book.text)
        self._namesakes = namesakes(book)
        citations = {citation.id: " ".join(citation.text.split()) for citation in book.citations}
        self._sources = {x.id: citations.get(x.citation or "") for x in book.excerpts}

    def of(self, record: Assertion | Cell | Entry | Dating) -> Ground:
        """Where a record stands, and on whose word."""
        within = (record.excerpt or record.claim or "") if isinstance(record, Assertion) else record.record
        return Ground(
            speaker=self._namesakes.get(record.speaker)
            or speaker_words(record.speaker, record.speaker_name, self._book),
            speaker_id=record.speaker,
            within=within,
            source=self._sources.get(within),
            line=self.line(record.span),
            start=record.span.start,
            end=record.span.end,
        )

    def line(self, span: Span) -> int:
        """The line in which a span begins."""
        return self._lines.number(span)


def facts(row: Any) -> dict[str, Any]:
    """A row for a program: its fields, those of its ground among them, what is absent left out."""
    found: dict[str, Any] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, Ground):
            found |= facts(value)
        elif value is not None and value != ():
            found[field.name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    """A value as JSON can hold it; a row within a row is its facts."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return facts(value) if is_dataclass(value) and not isinstance(value, type) else value


def flat(row: Any) -> dict[str, Any]:
    """A row for a table: the same, every field there, several values in one joined by ``; ``."""
    found: dict[str, Any] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, Ground):
            found |= flat(value)
        else:
            found[field.name] = _joined(value) if isinstance(value, tuple) else value
    return found


def _joined(values: Iterable[Any]) -> str | None:
    return "; ".join(map(str, values)) or None


def amount_words(amount: Amount | None) -> str | None:
    """An amount as printed, on one line."""
    return None if amount is None else " ".join(amount.text.split())


def when_key(edtf: str | None) -> tuple[int, int]:
    """By what to sort in time; what has no date, or none with a year, comes last."""
    return (known_bounds(edtf) if edtf else None) or (_LATE, _LATE)


def known_bounds(edtf: str) -> tuple[int, int] | None:
    """The first and last day of a date as numbers; of what has one end only, the days that this end can mean.

    >>> known_bounds("1871-05/.."), known_bounds("../1871"), known_bounds("XXXX-05-03")
    ((18710501, 18710531), (18710101, 18711231), None)
    """
    return bounds_of(edtf.removeprefix("..").removesuffix("..").strip("/"))


def day_of(number: int) -> date:
    """The day of a number like 18710503; one that its month lacks is the last of the month.

    >>> day_of(18710631)
    datetime.date(1871, 6, 30)
    """
    year = min(max(number // 10_000, 1), _LAST_YEAR)
    month, day = min(max(number // 100 % 100, 1), 12), max(number % 100, 1)
    return date(year, month, min(day, monthrange(year, month)[1]))
