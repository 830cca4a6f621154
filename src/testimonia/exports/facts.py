"""A record as the plain facts of the exchange format: its field names, absent facts left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..model import (
    Assertion,
    Audit,
    Cell,
    Citation,
    Claim,
    Dating,
    Decision,
    Dependence,
    Discrepancy,
    Document,
    Entry,
    Excerpt,
    Finding,
    Hand,
    MayBe,
    Mention,
    Origin,
    Person,
    Proceeding,
    Reason,
    Review,
    Sourcebook,
    Span,
    Spelling,
    Voice,
    Witness,
    Work,
)
from .reasons import reason_facts
from .reviews import anchor_facts, review_facts, standing_of
from .statements import Stated, statement_facts
from .worth import Weighed, weighed_facts

__all__ = ["Exported", "hand_facts", "json_record", "reason_facts"]

Exported = (
    Claim
    | Excerpt
    | Citation
    | Work
    | Finding
    | Person
    | Mention
    | MayBe
    | Decision
    | Voice
    | Document
    | Stated
    | Weighed
    | Review
)


def json_record(record: Exported, book: Sourcebook | None = None) -> dict[str, Any]:
    """The record with the field names of the export, absent facts left out.

    ``book`` is asked for what a record names by its id: the document that a voice comes from. Without it, the id alone
    stands there. It is asked, too, for what readers say of the record, which stands under ``review``.

    >>> json_record(Claim("c1", Span(0, 9), "THE FERRY"))
    {'id': 'c1', 'start': 0, 'end': 9, 'text': 'THE FERRY', 'level': 1}
    """
    return dict(_facts(record, book))


def _facts(record: Exported, book: Sourcebook | None) -> Iterator[tuple[str, Any]]:
    yield "id", record.id
    match record:
        case Person() | Mention() | MayBe() | Decision():
            yield from _people_facts(record)
        case Voice() | Document():
            yield from _voice_facts(record, book)
        case Assertion() | Proceeding() | Cell() | Entry() | Dating():
            yield from statement_facts(record, book)
        case Dependence() | Origin() | Witness() | Discrepancy() | Audit():
            yield from weighed_facts(record, book)
        case Review():
            yield from review_facts(record)
        case _:
            yield from _page_facts(record)
    if not isinstance(record, Decision | Review):
        yield from _reasons(record.reasons if not isinstance(record, Finding) else ())
    if isinstance(record, Mention | MayBe):
        yield from _reasons(record.against, "against")
    yield from standing_of(record, book)


def _page_facts(record: Claim | Excerpt | Citation | Work | Finding) -> Iterator[tuple[str, Any]]:
    if isinstance(record, Excerpt):
        yield "claim", record.claim
    if isinstance(record, Finding):
        yield "kind", record.kind.value
    yield from _place(record.span)
    match record:
        case Claim():
            yield "text", record.text
            yield "level", record.level
            if record.segments:
                yield "segments", _pairs(record.segments)
        case Excerpt():
            yield "text", record.text
            yield "citation", record.citation
            yield "segments", _pairs(record.segments or (record.span,))
        case Citation():
            yield "text", record.text
            yield "csl", dict(record.csl)
            for name in ("work", "locator", "resolved"):
                value = getattr(record, name)
                if value is not None:
                    yield name, value
            if record.fields:
                yield "fields", [{"name": f.name, **dict(_place(f.span))} for f in record.fields]
        case Work():
            if record.text is not None:
                yield "text", record.text
            yield "csl", dict(record.csl)
            yield "citations", record.citations
            if record.spellings:
                yield "spellings", list(record.spellings)
        case Finding():
            if record.text:
                yield "text", record.text
            yield "message", record.message


def _people_facts(record: Person | Mention | MayBe | Decision) -> Iterator[tuple[str, Any]]:
    match record:
        case Person():
            yield "name", record.name
            yield "variants", list(record.variants)
            if record.spellings:
                yield "spellings", [dict(_spelling(spelling)) for spelling in record.spellings]
            if record.gender is not None:
                yield "gender", record.gender.value
            if record.roles:
                yield "roles", [reason_facts(role) for role in record.roles]
            if record.identifiers:
                yield "identifiers", dict(record.identifiers)
        case Mention():
            yield from _place(record.span)
            yield "text", record.text
            yield "record", record.record
            yield "person", record.person
            yield "confidence", record.confidence
        case MayBe():
            yield "a", record.a
            yield "b", record.b
            yield "confidence", record.confidence
        case Decision():
            yield "kind", record.kind.value
            if record.of is not None:
                yield "of", record.of
            yield "a", [anchor_facts(anchor) for anchor in record.a]
            yield "b", [anchor_facts(anchor) for anchor in record.b]
            yield "reviewer", record.reviewer
            yield "when", record.when
            yield "why", record.why
            yield "orphaned", record.orphaned


def _spelling(spelling: Spelling) -> Iterator[tuple[str, Any]]:
    yield "text", spelling.text
    yield "count", spelling.count
    if spelling.scheme is not None:
        yield "scheme", spelling.scheme
    if spelling.original is not None:
        yield "original", spelling.original
    yield "confidence", spelling.confidence
    yield from _reasons(spelling.reasons)
    yield from _reasons(spelling.against, "against")


def _voice_facts(record: Voice | Document, book: Sourcebook | None) -> Iterator[tuple[str, Any]]:
    if isinstance(record, Document):
        yield from _document(record)
        for name, spans in (("date_words", record.date_words), ("places", record.places)):
            if spans:
                yield name, _pairs(spans)
        if record.excerpts:
            yield "excerpts", list(record.excerpts)
        return
    yield "excerpt", record.excerpt
    yield from _place(record.span)
    if len(record.segments) > 1:
        yield "segments", _pairs(record.segments)
    yield "speaker", record.speaker
    yield "speaker_name", record.speaker_name
    yield "mode", record.mode.value
    if record.document is None:
        yield "document", None
    else:
        known = None if book is None else book.documents[record.document]
        yield "document", {"id": record.document} | ({} if known is None else dict(_document(known)))
    yield "chain", [hand_facts(hand) for hand in record.chain]
    yield "confidence", record.confidence


def _document(document: Document) -> Iterator[tuple[str, Any]]:
    yield "type", document.type.value
    for name in ("date", "author", "author_name"):
        value = getattr(document, name)
        if value is not None:
            yield name, value


def hand_facts(hand: Hand) -> dict[str, Any]:
    """One link of a chain."""
    facts: dict[str, Any] = {"role": hand.role.value, "who": hand.who}
    if hand.name:
        facts["name"] = hand.name
    return facts | dict(_reasons(hand.reasons))


def _reasons(reasons: Iterable[Reason], name: str = "reasons") -> Iterator[tuple[str, Any]]:
    if reasons:
        yield name, [reason_facts(reason) for reason in reasons]


def _place(span: Span | None) -> Iterator[tuple[str, int]]:
    if span is not None:
        yield "start", span.start
        yield "end", span.end


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
