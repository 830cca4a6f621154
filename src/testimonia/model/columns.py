"""Records as named columns of plain values.

A span becomes ``start`` and ``end``, spans a list of them, a CSL item the JSON it is. The reasons for a record are
left out: they are many to one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from .assertions import Amount, Assertion, Marker
from .conventions import Convention
from .findings import Finding
from .passages import Claim, Excerpt, Passage
from .persons import Decision, MayBe, Mention, Person
from .registers import Cell, Dating, Entry, Part, Proceeding
from .reviews import Review
from .sources import Citation, Work
from .span import Span
from .voices import Document, Hand, Voice
from .worth import Alignment, Audit, AuditPart, Caution, Dependence, Discrepancy, Origin, Witness

__all__ = ["COLUMNS", "Column", "columns_of", "rows"]

Column = tuple[str, str, Callable[[Any], Any]]
"""A column's name, the type of its values, and how to get a value from a record.

The types are ``string``, ``integer``, ``number``, ``boolean``, ``spans`` ([start, end] pairs) and ``strings``.
"""


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, default=dict)


def _own(name: str, type_: str = "string") -> Column:
    return (name, type_, lambda record: getattr(record, name))


_ID = _own("id")
_TEXT = _own("text")
_PLACE: tuple[Column, ...] = (
    ("start", "integer", lambda record: record.span.start),
    ("end", "integer", lambda record: record.span.end),
)
_CSL: Column = ("csl", "string", lambda record: _json(record.csl))
_KIND: Column = ("kind", "string", lambda record: record.kind.value)
_CONFIDENCE = _own("confidence", "number")


def _hand(hand: Hand) -> dict[str, str]:
    return {"role": hand.role.value, "who": hand.who, "name": hand.name}


def _marker(marker: Marker) -> dict[str, Any]:
    return {"kind": marker.kind.value, "start": marker.span.start, "end": marker.span.end, "text": marker.text}


def _part(part: Part) -> dict[str, Any]:
    facts = {"role": part.role, "name": part.name, "start": part.span.start, "end": part.span.end}
    return facts if part.id is None else {**facts, "id": part.id}


def _alignment(piece: Alignment) -> list[list[int]]:
    return _spans((piece.a, piece.b))


def _audit_part(part: AuditPart) -> dict[str, Any]:
    facts = {"start": part.span.start, "end": part.span.end, "text": part.text, "kind": part.kind.value}
    return facts | {"carriage": part.carriage.value, "evidence": _spans(part.evidence)}


def _caution(caution: Caution) -> dict[str, Any]:
    facts: dict[str, Any] = {"kind": caution.kind.value, "start": caution.span.start, "end": caution.span.end}
    facts |= {"message": caution.message, "confidence": caution.confidence}
    if caution.excerpt is not None:
        facts["excerpt"] = caution.excerpt
    return facts if caution.evidence is None else facts | {"evidence": _spans((caution.evidence,))[0]}


_WHOSE = (_own("record"), _own("speaker"), _own("speaker_name"))


def _amount(name: str, type_: str) -> Column:
    """One fact of a record's amount, in a column of its own."""

    def get(record: Any) -> Any:
        amount: Amount | None = record.amount
        return None if amount is None else getattr(amount, name)

    return ("amount" if name == "text" else f"amount_{name}", type_, get)


_AMOUNT = (
    _amount("text", "string"),
    *(_amount(name, "number") for name in ("value", "min", "max")),
    _amount("unit", "string"),
)


def _place_of(name: str, prefix: str) -> tuple[Column, Column]:
    """Two columns for a span that may not be there."""

    def bound(which: str) -> Callable[[Any], Any]:
        return lambda record: None if getattr(record, name) is None else getattr(getattr(record, name), which)

    return (f"{prefix}_start", "integer", bound("start")), (f"{prefix}_end", "integer", bound("end"))


COLUMNS: dict[type, tuple[Column, ...]] = {
    Claim: (_ID, *_PLACE, _TEXT, _own("level", "integer")),
    Excerpt: (
        _ID,
        _own("claim"),
        *_PLACE,
        _TEXT,
        _own("citation"),
        ("segments", "spans", lambda record: _spans(record.segments or (record.span,))),
    ),
    Citation: (
        _ID,
        *_PLACE,
        _TEXT,
        _own("work"),
        _own("locator"),
        _CSL,
        ("resolved", "string", lambda record: _json(record.resolved)),
    ),
    Work: (
        _ID,
        _own("citations", "integer"),
        _CSL,
        ("spellings", "strings", lambda record: list(record.spellings)),
        ("start", "integer", lambda record: None if record.span is None else record.span.start),
        ("end", "integer", lambda record: None if record.span is None else record.span.end),
        _TEXT,
    ),
    Finding: (_ID, _KIND, *_PLACE, _TEXT, _own("message")),
    Person: (
        _ID,
        _own("name"),
        ("variants", "strings", lambda record: list(record.variants)),
        ("gender", "string", lambda record: None if record.gender is None else record.gender.value),
        ("roles", "strings", lambda record: [role.words for role in record.roles]),
        ("identifiers", "string", lambda record: _json(record.identifiers or None)),
    ),
    Mention: (_ID, *_PLACE, _TEXT, _own("record"), _own("person"), _CONFIDENCE),
    MayBe: (_ID, _own("a"), _own("b"), _CONFIDENCE),
    Decision: (
        _ID,
        _KIND,
        _own("of"),
        ("a", "spans", lambda record: _spans(anchor.span for anchor in record.a)),
        ("b", "spans", lambda record: _spans(anchor.span for anchor in record.b)),
        _own("reviewer"),
        _own("when"),
        _own("why"),
        _own("orphaned", "boolean"),
    ),
    Review: (
        _ID,
        _KIND,
        ("what", "string", lambda record: record.what.value),
        _own("item"),
        _own("of"),
        ("places", "spans", lambda record: _spans(anchor.span for anchor in record.places)),
        ("identity", "string", lambda record: _json(record.identity or None)),
        _own("field"),
        _own("value"),
        ("place_start", "integer", lambda record: None if record.place is None else record.place.span.start),
        ("place_end", "integer", lambda record: None if record.place is None else record.place.span.end),
        _own("reviewer"),
        _own("when"),
        _own("why"),
        _own("orphaned", "boolean"),
    ),
    Voice: (
        _ID,
        _own("excerpt"),
        *_PLACE,
        ("segments", "spans", lambda record: _spans(record.segments or (record.span,))),
        _own("speaker"),
        _own("speaker_name"),
        ("mode", "string", lambda record: record.mode.value),
        _own("document"),
        _own("depth", "integer"),
        ("chain", "string", lambda record: _json([_hand(hand) for hand in record.chain])),
        _CONFIDENCE,
    ),
    Document: (
        _ID,
        ("type", "string", lambda record: record.type.value),
        _own("date"),
        _own("author"),
        _own("author_name"),
        ("date_words", "spans", lambda record: _spans(record.date_words)),
        ("places", "spans", lambda record: _spans(record.places)),
        ("excerpts", "strings", lambda record: list(record.excerpts)),
    ),
    Assertion: (
        _ID,
        _own("excerpt"),
        _own("claim"),
        *_PLACE,
        _TEXT,
        _own("speaker"),
        _own("speaker_name"),
        ("act", "string", lambda record: record.act.value),
        ("of", "strings", lambda record: list(record.of)),
        ("of_names", "strings", lambda record: list(record.of_names)),
        ("of_spans", "spans", lambda record: _spans(record.of_spans)),
        *_place_of("matter", "matter"),
        _own("when"),
        *_place_of("when_span", "when"),
        _own("where"),
        *_place_of("where_span", "where"),
        *_AMOUNT,
        ("markers", "string", lambda record: _json([_marker(marker) for marker in record.markers])),
        _own("touches"),
        _own("voice"),
        _CONFIDENCE,
    ),
    Proceeding: (
        _ID,
        _KIND,
        _own("name"),
        ("names", "strings", lambda record: [name.words for name in record.names]),
        ("names_at", "spans", lambda record: _spans(n.span for n in record.names if n.span is not None)),
        _own("date"),
    ),
    Cell: (
        _ID,
        _own("proceeding"),
        _KIND,
        _own("person"),
        _own("person_name"),
        _own("value"),
        _own("edtf"),
        *_PLACE,
        *_WHOSE,
        _CONFIDENCE,
    ),
    Entry: (
        _ID,
        ("ledger", "string", lambda record: record.ledger.value),
        *_PLACE,
        _TEXT,
        ("parts", "string", lambda record: _json([_part(part) for part in record.parts])),
        *_AMOUNT,
        _own("when"),
        *_place_of("when_span", "when"),
        *_WHOSE,
        _CONFIDENCE,
    ),
    Dating: (_ID, *_PLACE, _TEXT, _own("edtf"), _own("precision"), *_WHOSE, *_place_of("event", "event")),
    Dependence: (
        _ID,
        _KIND,
        _own("a"),
        _own("b"),
        *_place_of("a_span", "a"),
        *_place_of("b_span", "b"),
        ("alignments", "string", lambda record: _json([_alignment(piece) for piece in record.alignments])),
        _CONFIDENCE,
    ),
    Origin: (
        _ID,
        ("excerpts", "strings", lambda record: list(record.excerpts)),
        ("dependences", "strings", lambda record: list(record.dependences)),
        _own("head"),
    ),
    Witness: (
        _ID,
        _own("excerpt"),
        *_PLACE,
        _own("speaker"),
        _own("speaker_name"),
        ("nearness", "string", lambda record: record.nearness.value),
        _own("origin"),
        _CONFIDENCE,
    ),
    Discrepancy: (
        _ID,
        _KIND,
        _own("about"),
        _own("a"),
        *_place_of("a_span", "a"),
        _own("a_says"),
        _own("b"),
        *_place_of("b_span", "b"),
        _own("b_says"),
        ("cause", "string", lambda record: None if record.cause is None else record.cause.value),
        ("persons", "strings", lambda record: list(record.persons)),
        _CONFIDENCE,
    ),
    Audit: (
        _ID,
        _own("claim"),
        ("profile", "string", lambda record: record.profile.value),
        ("parts", "string", lambda record: _json([_audit_part(part) for part in record.parts])),
        ("cautions", "string", lambda record: _json([_caution(caution) for caution in record.cautions])),
        ("excerpts", "strings", lambda record: list(record.excerpts)),
        ("origins", "strings", lambda record: list(record.origins)),
    ),
    Passage: (_KIND, *_PLACE, _own("record")),
    Convention: (
        _own("name"),
        _own("value"),
        _own("why"),
        _own("count", "integer"),
        ("odd", "spans", lambda record: _spans(record.odd)),
        _own("stated", "boolean"),
    ),
}


def columns_of(kind: type | None) -> tuple[Column, ...]:
    """The columns of a kind of record; none for a kind that is not known, or where there are no records."""
    return () if kind is None else COLUMNS.get(kind, ())


def rows(kind: type | None, records: Iterable[Any]) -> list[list[Any]]:
    """The records as rows of plain values, in the order of `columns_of`."""
    getters = [get for _, _, get in columns_of(kind)]
    return [[get(record) for get in getters] for record in records]
