"""What the evidence is worth, as plain facts of the exchange format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import Audit, AuditPart, Caution, Dependence, Discrepancy, Origin, Reviewed, Sourcebook, Span, Witness
from .reasons import reason_facts
from .reviews import standing_facts

__all__ = ["Weighed", "weighed_facts"]

Weighed = Dependence | Origin | Witness | Discrepancy | Audit


def weighed_facts(record: Weighed, book: Sourcebook | None = None) -> Iterator[tuple[str, Any]]:
    """The facts of a record but for its id and reasons, absent ones left out.

    ``book`` is asked for the words of the spans of evidence; without it these are not said.
    """
    match record:
        case Dependence():
            yield from _pair(record)
            yield "kind", record.kind.value
            if record.alignments:
                yield "alignments", [dict(_bounds(piece.a, piece.b)) for piece in record.alignments]
            yield "confidence", record.confidence
        case Origin():
            yield "excerpts", list(record.excerpts)
            if record.dependences:
                yield "dependences", list(record.dependences)
            if record.head is not None:
                yield "head", record.head
        case Witness():
            yield "excerpt", record.excerpt
            yield from _place(record.span)
            yield "speaker", record.speaker
            yield "speaker_name", record.speaker_name
            yield "nearness", record.nearness.value
            yield "origin", record.origin
            yield "confidence", record.confidence
        case Discrepancy():
            yield from _pair(record)
            yield "kind", record.kind.value
            yield "about", record.about
            yield "a_says", record.a_says
            yield "b_says", record.b_says
            if record.cause is not None:
                yield "cause", record.cause.value
            if record.persons:
                yield "persons", list(record.persons)
            yield "confidence", record.confidence
        case Audit():
            yield from _audit(record, book)


def _audit(record: Audit, book: Sourcebook | None) -> Iterator[tuple[str, Any]]:
    yield "claim", record.claim
    yield "profile", record.profile.value
    yield (
        "parts",
        [
            {**dict(_part(part, book)), **_said(record, Reviewed.PART, n, book)}
            for n, part in enumerate(record.parts, 1)
        ],
    )
    yield (
        "cautions",
        [
            {**dict(_caution(caution, book)), **_said(record, Reviewed.CAUTION, n, book)}
            for n, caution in enumerate(record.cautions, 1)
        ],
    )
    yield "excerpts", list(record.excerpts)
    yield "origins", list(record.origins)


def _said(audit: Audit, what: Reviewed, number: int, book: Sourcebook | None) -> dict[str, Any]:
    """What readers say of a part or caution of an audit, which is told by its number."""
    standing = None if book is None else book.standing(what, f"{audit.id}.{what}-{number}")
    return {} if standing is None else {"review": standing_facts(standing)}


def _part(part: AuditPart, book: Sourcebook | None) -> Iterator[tuple[str, Any]]:
    yield from _place(part.span)
    yield "text", part.text
    yield "kind", part.kind.value
    yield "carriage", part.carriage.value
    if part.evidence:
        yield "evidence", [_words(span, book) for span in part.evidence]
    if part.reasons:
        yield "reasons", [reason_facts(reason) for reason in part.reasons]


def _caution(caution: Caution, book: Sourcebook | None) -> Iterator[tuple[str, Any]]:
    yield "kind", caution.kind.value
    yield from _place(caution.span)
    yield "message", caution.message
    if caution.excerpt is not None:
        yield "excerpt", caution.excerpt
    if caution.evidence is not None:
        yield "evidence", _words(caution.evidence, book)
    yield "confidence", caution.confidence


def _pair(record: Dependence | Discrepancy) -> Iterator[tuple[str, Any]]:
    yield "a", record.a
    yield "b", record.b
    yield from _bounds(record.a_span, record.b_span)


def _bounds(a: Span, b: Span) -> Iterator[tuple[str, int]]:
    yield "a_start", a.start
    yield "a_end", a.end
    yield "b_start", b.start
    yield "b_end", b.end


def _words(span: Span, book: Sourcebook | None) -> dict[str, Any]:
    facts: dict[str, Any] = dict(_place(span))
    return facts if book is None else facts | {"text": book.cut(span)}


def _place(span: Span) -> Iterator[tuple[str, int]]:
    yield "start", span.start
    yield "end", span.end
