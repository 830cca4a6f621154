"""Assertions, registers and dates as plain facts of the exchange format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import Amount, Assertion, Cell, Dating, Entry, Part, Proceeding, Sourcebook, Span

__all__ = ["Stated", "amount_facts", "record_of", "statement_facts"]

Stated = Assertion | Proceeding | Cell | Entry | Dating


def statement_facts(record: Stated, book: Sourcebook | None = None) -> Iterator[tuple[str, Any]]:
    """The facts of a record but for its id and reasons, absent ones left out.

    ``book`` is asked for the words of spans and for what kind of record an id is of; without it these are not said.
    """
    match record:
        case Assertion():
            yield from _assertion(record, book)
        case Proceeding():
            yield "kind", record.kind.value
            yield "name", record.name
            if record.names:
                yield "names", [_named(name.rule, name.words, name.span) for name in record.names]
            if record.date is not None:
                yield "date", record.date
        case Cell():
            yield from _cell(record)
        case Entry():
            yield from _entry(record, book)
        case Dating():
            yield from _place(record.span)
            yield "text", record.text
            yield "edtf", record.edtf
            yield "precision", record.precision
            yield from _whose(record)
            if record.event is not None:
                yield "event", _words(record.event, book)


def _assertion(record: Assertion, book: Sourcebook | None) -> Iterator[tuple[str, Any]]:
    for name in ("excerpt", "claim", "voice"):
        value = getattr(record, name)
        if value is not None:
            yield name, value
    yield from _place(record.span)
    yield "text", record.text
    yield "speaker", record.speaker
    yield "speaker_name", record.speaker_name
    yield "act", record.act.value
    yield "of", list(record.of)
    yield "of_names", list(record.of_names)
    if record.of_spans:
        yield "of_spans", [[span.start, span.end] for span in record.of_spans]
    if record.matter is not None:
        yield "matter", _words(record.matter, book)
    for name, value, span in (
        ("when", record.when, record.when_span),
        ("where", record.where, record.where_span),
    ):
        if value is not None:
            yield name, value
        if span is not None:
            yield f"{name}_words", _words(span, book)
    if record.amount is not None:
        yield "amount", amount_facts(record.amount)
    if record.markers:
        yield "markers", [{"kind": m.kind.value, **dict(_place(m.span)), "text": m.text} for m in record.markers]
    if record.touches is not None:
        yield "touches", record.touches
    yield "confidence", record.confidence


def _cell(record: Cell) -> Iterator[tuple[str, Any]]:
    yield "proceeding", record.proceeding
    yield "kind", record.kind.value
    for name in ("person", "person_name"):
        value = getattr(record, name)
        if value is not None:
            yield name, value
    yield "value", record.value
    if record.edtf is not None:
        yield "edtf", record.edtf
    yield from _place(record.span)
    yield from _whose(record)
    yield "confidence", record.confidence


def _entry(record: Entry, book: Sourcebook | None) -> Iterator[tuple[str, Any]]:
    yield "ledger", record.ledger.value
    yield from _place(record.span)
    yield "text", record.text
    yield from _whose(record)
    yield "parts", [_part(part) for part in record.parts]
    if record.amount is not None:
        yield "amount", amount_facts(record.amount)
    if record.when is not None:
        yield "when", record.when
    if record.when_span is not None:
        yield "when_words", _words(record.when_span, book)
    yield "confidence", record.confidence


def _whose(record: Cell | Entry | Dating) -> Iterator[tuple[str, str]]:
    yield "record", record.record
    yield "speaker", record.speaker
    yield "speaker_name", record.speaker_name


def _part(part: Part) -> dict[str, Any]:
    facts: dict[str, Any] = {"role": part.role, "name": part.name, **dict(_place(part.span))}
    return facts if part.id is None else facts | {"id": part.id}


def amount_facts(amount: Amount) -> dict[str, Any]:
    """An amount with its one value or its bounds; a whole number is written as one."""
    facts: dict[str, Any] = {}
    for name in ("value", "min", "max"):
        value: float | None = getattr(amount, name)
        if value is not None:
            facts[name] = int(value) if float(value).is_integer() else value
    if amount.unit is not None:
        facts["unit"] = amount.unit
    return facts | {"text": amount.text, **dict(_place(amount.span))}


def _named(rule: str, words: str, span: Span | None) -> dict[str, Any]:
    facts: dict[str, Any] = {"rule": rule}
    if words:
        facts["words"] = words
    return facts if span is None else facts | dict(_place(span))


def _words(span: Span, book: Sourcebook | None) -> dict[str, Any]:
    facts: dict[str, Any] = dict(_place(span))
    return facts if book is None else facts | {"text": book.cut(span)}


def _place(span: Span) -> Iterator[tuple[str, int]]:
    yield "start", span.start
    yield "end", span.end


def record_of(record: Assertion | Cell | Entry | Dating) -> str:
    """The id of the excerpt or claim that it stands in."""
    return record.excerpt or record.claim or "" if isinstance(record, Assertion) else record.record
