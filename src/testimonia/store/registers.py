"""Proceedings and their cells, the rows of the ledgers, and dates: into their tables and back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator

from ..model import (
    Cell,
    CellKind,
    Dating,
    Entry,
    Ledger,
    Part,
    Proceeding,
    ProceedingKind,
    Reason,
    Sourcebook,
    Span,
)
from .assertions import AMOUNT, amount_row, read_amount
from .rows import Reasons, insert_reasons, insert_rows, read_rows, read_span, reason_row, span_row, sql_words

__all__ = ["TABLES", "insert_registers", "read_registers"]

TABLES = ("proceeding_names", "cells", "proceedings", "entry_parts", "entries", "datings")  # those that name first


def insert_registers(connection: sqlite3.Connection, book: Sourcebook) -> None:
    """Write proceedings, cells, entries and datings."""
    claims = {claim.id for claim in book.claims}

    def within(record: str) -> tuple[str | None, str | None]:
        return (record, None) if record in claims else (None, record)

    _insert_proceedings(connection, book)
    _insert_cells(connection, book, within)
    _insert_entries(connection, book, within)
    _insert_datings(connection, book, within)


_Within = Callable[[str], tuple[str | None, str | None]]
"""The id of a record as that of a claim or of an excerpt."""


def _insert_cells(connection: sqlite3.Connection, book: Sourcebook, within: _Within) -> None:
    insert_rows(
        connection,
        "cells",
        "number, id, proceeding, kind, person, person_name, value, dated, start, end, claim, excerpt, "
        "speaker, speaker_name, confidence",
        (
            (
                n,
                c.id,
                c.proceeding,
                c.kind.value,
                sql_words(c.person),
                sql_words(c.person_name),
                sql_words(c.value),
                c.edtf,
                c.span.start,
                c.span.end,
                *within(c.record),
                sql_words(c.speaker),
                sql_words(c.speaker_name),
                c.confidence,
            )
            for n, c in enumerate(book.cells, 1)
        ),
    )
    insert_reasons(connection, "cell", ((c.id, c.reasons) for c in book.cells))


def _insert_entries(connection: sqlite3.Connection, book: Sourcebook, within: _Within) -> None:
    insert_rows(
        connection,
        "entries",
        f"number, id, ledger, start, end, text, claim, excerpt, speaker, speaker_name, dated, dated_start, dated_end, "
        f"confidence, {AMOUNT}",
        (
            (
                n,
                e.id,
                e.ledger.value,
                e.span.start,
                e.span.end,
                sql_words(e.text),
                *within(e.record),
                sql_words(e.speaker),
                sql_words(e.speaker_name),
                e.when,
                *span_row(e.when_span),
                e.confidence,
                *amount_row(e.amount),
            )
            for n, e in enumerate(book.entries, 1)
        ),
    )
    insert_rows(
        connection,
        "entry_parts",
        "entry, number, role, who, name, start, end",
        (
            (e.id, n, sql_words(p.role), sql_words(p.id), sql_words(p.name), p.span.start, p.span.end)
            for e in book.entries
            for n, p in enumerate(e.parts, 1)
        ),
    )
    insert_reasons(connection, "entry", ((e.id, e.reasons) for e in book.entries))


def _insert_datings(connection: sqlite3.Connection, book: Sourcebook, within: _Within) -> None:
    insert_rows(
        connection,
        "datings",
        "number, id, start, end, text, edtf, precision, claim, excerpt, speaker, speaker_name, event_start, event_end",
        (
            (
                n,
                d.id,
                d.span.start,
                d.span.end,
                sql_words(d.text),
                d.edtf,
                sql_words(d.precision),
                *within(d.record),
                sql_words(d.speaker),
                sql_words(d.speaker_name),
                *span_row(d.event),
            )
            for n, d in enumerate(book.datings, 1)
        ),
    )
    insert_reasons(connection, "dating", ((d.id, d.reasons) for d in book.datings))


def _insert_proceedings(connection: sqlite3.Connection, book: Sourcebook) -> None:
    insert_rows(
        connection,
        "proceedings",
        "number, id, kind, name, dated",
        ((n, p.id, p.kind.value, sql_words(p.name), p.date) for n, p in enumerate(book.proceedings, 1)),
    )
    insert_rows(
        connection,
        "proceeding_names",
        "proceeding, number, rule, words, start, end",
        ((p.id, n, *reason_row(name)) for p in book.proceedings for n, name in enumerate(p.names, 1)),
    )
    insert_reasons(connection, "proceeding", ((p.id, p.reasons) for p in book.proceedings))


def read_registers(connection: sqlite3.Connection, reasons: Reasons) -> Iterator[Proceeding | Cell | Entry | Dating]:
    """The proceedings, cells, entries and datings as they were written."""
    names: dict[str, list[Reason]] = defaultdict(list)
    for id_, rule, words, start, end in read_rows(
        connection, "proceeding_names", "proceeding, rule, words, start, end"
    ):
        names[id_].append(Reason(rule, words, read_span(start, end)))
    for id_, kind, name, date in read_rows(connection, "proceedings", "id, kind, name, dated"):
        yield Proceeding(id_, ProceedingKind(kind), name, tuple(names.get(id_, ())), date, reasons("proceeding", id_))
    yield from _read_cells(connection, reasons)
    yield from _read_entries(connection, reasons)
    for id_, start, end, text, edtf, precision, record, speaker, speaker_name, event_start, event_end in read_rows(
        connection,
        "datings",
        "id, start, end, text, edtf, precision, coalesce(claim, excerpt), speaker, speaker_name, "
        "event_start, event_end",
    ):
        yield Dating(
            id=id_,
            span=Span(start, end),
            text=text,
            edtf=edtf,
            precision=precision,
            record=record,
            speaker=speaker,
            speaker_name=speaker_name,
            event=read_span(event_start, event_end),
            reasons=reasons("dating", id_),
        )


def _read_cells(connection: sqlite3.Connection, reasons: Reasons) -> Iterator[Cell]:
    for row in read_rows(
        connection,
        "cells",
        "id, proceeding, kind, value, start, end, coalesce(claim, excerpt), speaker, speaker_name, person, "
        "person_name, dated, confidence",
    ):
        id_, proceeding, kind, value, start, end, record, speaker, speaker_name, person, person_name, *last = row
        edtf, confidence = last
        yield Cell(
            id=id_,
            proceeding=proceeding,
            kind=CellKind(kind),
            value=value,
            span=Span(start, end),
            record=record,
            speaker=speaker,
            speaker_name=speaker_name,
            person=person,
            person_name=person_name,
            edtf=edtf,
            confidence=confidence,
            reasons=reasons("cell", id_),
        )


def _read_entries(connection: sqlite3.Connection, reasons: Reasons) -> Iterator[Entry]:
    parts: dict[str, list[Part]] = defaultdict(list)
    for entry, role, who, name, start, end in read_rows(
        connection, "entry_parts", "entry, role, who, name, start, end"
    ):
        parts[entry].append(Part(role, name, Span(start, end), who))
    for row in read_rows(
        connection,
        "entries",
        "id, ledger, start, end, text, coalesce(claim, excerpt), speaker, speaker_name, dated, dated_start, "
        f"dated_end, confidence, {AMOUNT}",
    ):
        id_, ledger, start, end, text, record, speaker, speaker_name, when, when_start, when_end, *last = row
        confidence, *amount = last
        yield Entry(
            id=id_,
            ledger=Ledger(ledger),
            span=Span(start, end),
            text=text,
            record=record,
            speaker=speaker,
            speaker_name=speaker_name,
            parts=tuple(parts.get(id_, ())),
            amount=read_amount(*amount),
            when=when,
            when_span=read_span(when_start, when_end),
            confidence=confidence,
            reasons=reasons("entry", id_),
        )
