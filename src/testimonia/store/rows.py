"""Rows in and out: words that SQLite cannot hold as such, JSON in a column, spans and reasons beside a record."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..model import Reason, Span

__all__ = [
    "AGAINST",
    "FOR",
    "Reasons",
    "insert_ids",
    "insert_reasons",
    "insert_rows",
    "insert_spans",
    "read_ids",
    "read_reasons",
    "read_rows",
    "read_span",
    "read_spans",
    "read_words",
    "reason_row",
    "span_row",
    "sql_json",
    "sql_words",
    "statements",
]

FOR, AGAINST = "for", "against"
_ABOUT = (
    "claim", "excerpt", "citation", "work", "person", "spelling", "mention", "maybe", "document", "hand", "voice",
    "assertion", "proceeding", "cell", "entry", "dating", "dependence", "origin", "witness", "discrepancy", "audit",
    "audit_part",
)  # fmt: skip

Reasons = Callable[..., tuple[Reason, ...]]
"""Gives the reasons for a record of a kind by its key; those against it where the side is said."""


def sql_words(words: str | None) -> str | bytes | None:
    """The words as SQLite can hold them: lone surrogates are in no UTF-8, so such words go in as bytes."""
    if words is None or words.isascii():
        return words
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return words.encode("utf-8", "surrogatepass")
    return words


def sql_json(value: Any) -> str:
    """The value as JSON that SQLite can hold."""
    written = json.dumps(value, ensure_ascii=False, default=dict)
    return written if isinstance(sql_words(written), str) else json.dumps(value, default=dict)


def insert_rows(connection: sqlite3.Connection, table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows into a table, in one go."""
    marks = ", ".join("?" * (columns.count(",") + 1))
    connection.executemany(f"insert into {table} ({columns}) values ({marks})", rows)


def insert_spans(
    connection: sqlite3.Connection, table: str, owner: str, spans: Iterable[tuple[object, Iterable[Span]]]
) -> None:
    """Insert the spans of each owner, numbered."""
    insert_rows(
        connection,
        table,
        f"{owner}, number, start, end",
        ((key, n, span.start, span.end) for key, own in spans for n, span in enumerate(own, 1)),
    )


def insert_ids(
    connection: sqlite3.Connection, table: str, columns: tuple[str, str], ids: Iterable[tuple[str, Iterable[str]]]
) -> None:
    """Insert the ids that each owner names, numbered; ``columns`` are the owner's and that of what it names."""
    owner, named = columns
    insert_rows(
        connection,
        table,
        f"{owner}, number, {named}",
        ((key, n, sql_words(id_)) for key, own in ids for n, id_ in enumerate(own, 1)),
    )


def insert_reasons(
    connection: sqlite3.Connection, about: str, reasons: Iterable[tuple[object, Iterable[Reason]]], side: str = FOR
) -> None:
    """Insert the reasons for (or against) each record of one kind, by its key."""
    insert_rows(
        connection,
        "reasons",
        f"{about}, side, rule, words, start, end",
        ((key, side, *reason_row(reason)) for key, own in reasons for reason in own),
    )


def reason_row(reason: Reason) -> tuple[Any, ...]:
    """Rule, words and place of a reason."""
    return sql_words(reason.rule), sql_words(reason.words), *span_row(reason.span)


def read_words(value: Any) -> Any:
    """What was written: words that UTF-8 cannot hold stand in the base as bytes."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def read_rows(connection: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table, or of some of it, in the order in which they were written."""
    for row in connection.execute(f"select {columns} from {table} order by number"):
        yield tuple(map(read_words, row)) if bytes in map(type, row) else row


def read_span(start: int | None, end: int | None) -> Span | None:
    """The span of two columns; ``None`` where they are null."""
    return None if start is None or end is None else Span(start, end)


def span_row(span: Span | None) -> tuple[int | None, int | None]:
    """The two columns of a span that may not be there."""
    return (None, None) if span is None else (span.start, span.end)


def read_spans(connection: sqlite3.Connection, table: str, owner: str) -> Mapping[Any, list[Span]]:
    """The spans of each owner."""
    found: dict[Any, list[Span]] = defaultdict(list)
    for key, start, end in read_rows(connection, table, f"{owner}, start, end"):
        found[key].append(Span(start, end))
    return found


def read_ids(connection: sqlite3.Connection, table: str, columns: tuple[str, str]) -> Mapping[str, tuple[str, ...]]:
    """The ids that each owner names; one that names none is left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, named in read_rows(connection, table, ", ".join(columns)):
        found[key].append(named)
    return {key: tuple(own) for key, own in found.items()}


def read_reasons(connection: sqlite3.Connection) -> Reasons:
    """The reasons by kind of record, key and side, in the order in which they were given."""
    found: dict[tuple[str, Any, str], list[Reason]] = defaultdict(list)
    cases = " ".join(f"when {about} is not null then '{about}'" for about in _ABOUT)
    columns = f"case {cases} end, coalesce({', '.join(_ABOUT)}), side, rule, words, start, end"
    for about, key, side, rule, words, start, end in read_rows(connection, "reasons", columns):
        found[about, key, side].append(Reason(rule, words, read_span(start, end)))

    def reasons(about: str, key: object, side: str = FOR) -> tuple[Reason, ...]:
        return tuple(found.get((about, key, side), ()))

    return reasons


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would commit in between."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
