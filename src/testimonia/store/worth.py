"""What depends on what, what counts once, who stood how near, where accounts differ: into their tables and back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from ..model import (
    Alignment,
    Cause,
    Dependence,
    DependenceKind,
    Discrepancy,
    DiscrepancyKind,
    Nearness,
    Origin,
    Sourcebook,
    Span,
    Witness,
)
from .rows import Reasons, insert_ids, insert_reasons, insert_rows, read_ids, read_rows, sql_words

__all__ = ["TABLES", "insert_worth", "read_worth"]

TABLES = (
    "discrepancy_persons", "discrepancies", "witnesses", "origin_dependences", "origin_excerpts", "origins",
    "dependence_alignments", "dependences",
)  # fmt: skip  # those that name first
_PAIR = "a_start, a_end, b_start, b_end"


def insert_worth(connection: sqlite3.Connection, book: Sourcebook) -> None:
    """Write dependences, origins, witnesses and discrepancies."""
    _insert_dependences(connection, book)
    _insert_origins(connection, book)
    _insert_discrepancies(connection, book)


def _insert_dependences(connection: sqlite3.Connection, book: Sourcebook) -> None:
    insert_rows(
        connection,
        "dependences",
        f"number, id, a, b, {_PAIR}, kind, confidence",
        (
            (n, d.id, d.a, d.b, *_pair(d.a_span, d.b_span), d.kind.value, d.confidence)
            for n, d in enumerate(book.dependences, 1)
        ),
    )
    insert_rows(
        connection,
        "dependence_alignments",
        f"dependence, number, {_PAIR}",
        ((d.id, n, *_pair(piece.a, piece.b)) for d in book.dependences for n, piece in enumerate(d.alignments, 1)),
    )
    insert_reasons(connection, "dependence", ((d.id, d.reasons) for d in book.dependences))


def _insert_origins(connection: sqlite3.Connection, book: Sourcebook) -> None:
    insert_rows(connection, "origins", "number, id, head", ((n, o.id, o.head) for n, o in enumerate(book.origins, 1)))
    insert_ids(connection, "origin_excerpts", ("origin", "excerpt"), ((o.id, o.excerpts) for o in book.origins))
    insert_ids(
        connection, "origin_dependences", ("origin", "dependence"), ((o.id, o.dependences) for o in book.origins)
    )
    insert_reasons(connection, "origin", ((o.id, o.reasons) for o in book.origins))
    insert_rows(
        connection,
        "witnesses",
        "number, id, excerpt, speaker, speaker_name, start, end, nearness, origin, confidence",
        (
            (
                n,
                w.id,
                w.excerpt,
                sql_words(w.speaker),
                sql_words(w.speaker_name),
                w.span.start,
                w.span.end,
                w.nearness.value,
                w.origin,
                w.confidence,
            )
            for n, w in enumerate(book.witnesses, 1)
        ),
    )
    insert_reasons(connection, "witness", ((w.id, w.reasons) for w in book.witnesses))


def _insert_discrepancies(connection: sqlite3.Connection, book: Sourcebook) -> None:
    claims = {claim.id for claim in book.claims}

    def within(record: str) -> tuple[str | None, str | None]:
        return (record, None) if record in claims else (None, record)

    insert_rows(
        connection,
        "discrepancies",
        f"number, id, kind, about, a_claim, a_excerpt, b_claim, b_excerpt, {_PAIR}, a_says, b_says, cause, confidence",
        (
            (
                n,
                d.id,
                d.kind.value,
                sql_words(d.about),
                *within(d.a),
                *within(d.b),
                *_pair(d.a_span, d.b_span),
                sql_words(d.a_says),
                sql_words(d.b_says),
                None if d.cause is None else d.cause.value,
                d.confidence,
            )
            for n, d in enumerate(book.discrepancies, 1)
        ),
    )
    insert_ids(
        connection, "discrepancy_persons", ("discrepancy", "who"), ((d.id, d.persons) for d in book.discrepancies)
    )
    insert_reasons(connection, "discrepancy", ((d.id, d.reasons) for d in book.discrepancies))


def _pair(a: Span, b: Span) -> tuple[int, int, int, int]:
    return a.start, a.end, b.start, b.end


def read_worth(
    connection: sqlite3.Connection, reasons: Reasons
) -> Iterator[Dependence | Origin | Witness | Discrepancy]:
    """The dependences, origins, witnesses and discrepancies as they were written."""
    pieces: dict[str, list[Alignment]] = defaultdict(list)
    for id_, *bounds in read_rows(connection, "dependence_alignments", f"dependence, {_PAIR}"):
        pieces[id_].append(Alignment(*_spans(*bounds)))
    for id_, a, b, kind, confidence, *bounds in read_rows(
        connection, "dependences", f"id, a, b, kind, confidence, {_PAIR}"
    ):
        a_span, b_span = _spans(*bounds)
        aligned, why = tuple(pieces.get(id_, ())), reasons("dependence", id_)
        yield Dependence(id_, a, b, a_span, b_span, DependenceKind(kind), aligned, confidence, why)
    excerpts = read_ids(connection, "origin_excerpts", ("origin", "excerpt"))
    dependences = read_ids(connection, "origin_dependences", ("origin", "dependence"))
    for id_, head in read_rows(connection, "origins", "id, head"):
        yield Origin(id_, excerpts.get(id_, ()), dependences.get(id_, ()), head, reasons("origin", id_))
    for id_, excerpt, speaker, name, start, end, nearness, origin, confidence in read_rows(
        connection,
        "witnesses",
        "id, excerpt, speaker, speaker_name, start, end, nearness, origin, confidence",
    ):
        span, near = Span(start, end), Nearness(nearness)
        yield Witness(id_, excerpt, speaker, name, span, near, origin, confidence, reasons("witness", id_))
    yield from _read_discrepancies(connection, reasons)


def _read_discrepancies(connection: sqlite3.Connection, reasons: Reasons) -> Iterator[Discrepancy]:
    persons = read_ids(connection, "discrepancy_persons", ("discrepancy", "who"))
    for id_, kind, about, a, b, a_says, b_says, cause, confidence, *bounds in read_rows(
        connection,
        "discrepancies",
        "id, kind, about, coalesce(a_claim, a_excerpt), coalesce(b_claim, b_excerpt), a_says, b_says, cause, "
        f"confidence, {_PAIR}",
    ):
        a_span, b_span = _spans(*bounds)
        yield Discrepancy(
            id=id_,
            a=a,
            b=b,
            a_span=a_span,
            b_span=b_span,
            kind=DiscrepancyKind(kind),
            about=about,
            a_says=a_says,
            b_says=b_says,
            cause=None if cause is None else Cause(cause),
            persons=persons.get(id_, ()),
            confidence=confidence,
            reasons=reasons("discrepancy", id_),
        )


def _spans(a_start: int, a_end: int, b_start: int, b_end: int) -> tuple[Span, Span]:
    return Span(a_start, a_end), Span(b_start, b_end)
