"""Assertions, whom they concern and how they are marked: into their tables and back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from ..model import Act, Amount, Assertion, Marker, MarkerKind, Sourcebook, Span
from .rows import Reasons, insert_reasons, insert_rows, read_rows, read_span, span_row, sql_words

__all__ = ["AMOUNT", "TABLES", "amount_row", "insert_assertions", "read_amount", "read_assertions"]

TABLES = ("assertion_of", "assertion_markers", "assertions")  # those that name first

AMOUNT = "amount, amount_value, amount_min, amount_max, amount_unit, amount_start, amount_end"
_COLUMNS = (
    "id, claim, excerpt, voice, start, end, text, speaker, speaker_name, act, matter_start, matter_end, "
    f"dated, dated_start, dated_end, place, place_start, place_end, touches, confidence, {AMOUNT}"
)


def amount_row(amount: Amount | None) -> tuple[Any, ...]:
    """The columns of an amount."""
    if amount is None:
        return (None,) * 7
    unit = sql_words(amount.unit)
    return (sql_words(amount.text), amount.value, amount.min, amount.max, unit, amount.span.start, amount.span.end)


def read_amount(
    text: str | None,
    value: float | None,
    least: float | None,
    most: float | None,
    unit: str | None,
    start: int | None,
    end: int | None,
) -> Amount | None:
    """The amount of these columns; ``None`` where there is none."""
    if text is None or start is None or end is None:
        return None
    return Amount(Span(start, end), text, value, least, most, unit)


def insert_assertions(connection: sqlite3.Connection, book: Sourcebook) -> None:
    """Write assertions, whom they concern and what marks them."""
    assertions = book.assertions
    insert_rows(
        connection,
        "assertions",
        f"number, {_COLUMNS}",
        (
            (
                n,
                a.id,
                a.claim,
                a.excerpt,
                a.voice,
                a.span.start,
                a.span.end,
                sql_words(a.text),
                sql_words(a.speaker),
                sql_words(a.speaker_name),
                a.act.value,
                *span_row(a.matter),
                a.when,
                *span_row(a.when_span),
                sql_words(a.where),
                *span_row(a.where_span),
                a.touches,
                a.confidence,
                *amount_row(a.amount),
            )
            for n, a in enumerate(assertions, 1)
        ),
    )
    insert_rows(
        connection,
        "assertion_of",
        "assertion, number, who, name, start, end",
        (
            (a.id, n, sql_words(who), sql_words(name), *span_row(span))
            for a in assertions
            for n, (who, name, span) in enumerate(zip_longest(a.of, a.of_names, a.of_spans), 1)
        ),
    )
    insert_rows(
        connection,
        "assertion_markers",
        "assertion, number, kind, start, end, text",
        (
            (a.id, n, m.kind.value, m.span.start, m.span.end, sql_words(m.text))
            for a in assertions
            for n, m in enumerate(a.markers, 1)
        ),
    )
    insert_reasons(connection, "assertion", ((a.id, a.reasons) for a in assertions))


def read_assertions(connection: sqlite3.Connection, reasons: Reasons) -> Iterator[Assertion]:
    """The assertions as they were written."""
    ids: dict[str, list[str]] = defaultdict(list)
    names: dict[str, list[str]] = defaultdict(list)
    spans: dict[str, list[Span]] = defaultdict(list)
    for assertion, who, name, start, end in read_rows(connection, "assertion_of", "assertion, who, name, start, end"):
        if who is not None:
            ids[assertion].append(who)
        if name is not None:
            names[assertion].append(name)
        if start is not None:
            spans[assertion].append(Span(start, end))
    markers: dict[str, list[Marker]] = defaultdict(list)
    for assertion, kind, start, end, text in read_rows(
        connection, "assertion_markers", "assertion, kind, start, end, text"
    ):
        markers[assertion].append(Marker(MarkerKind(kind), Span(start, end), text))
    for row in read_rows(connection, "assertions", _COLUMNS):
        id_, claim, excerpt, voice, start, end, text, speaker, speaker_name, act, *more = row
        matter_start, matter_end, when, when_start, when_end, where, where_start, where_end, *last = more
        touches, confidence, *amount = last
        yield Assertion(
            id=id_,
            span=Span(start, end),
            text=text,
            speaker=speaker,
            speaker_name=speaker_name,
            act=Act(act),
            excerpt=excerpt,
            claim=claim,
            of=tuple(ids.get(id_, ())),
            of_names=tuple(names.get(id_, ())),
            of_spans=tuple(spans.get(id_, ())),
            matter=read_span(matter_start, matter_end),
            when=when,
            when_span=read_span(when_start, when_end),
            where=where,
            where_span=read_span(where_start, where_end),
            amount=read_amount(*amount),
            markers=tuple(markers.get(id_, ())),
            touches=touches,
            voice=voice,
            confidence=confidence,
            reasons=reasons("assertion", id_),
        )
