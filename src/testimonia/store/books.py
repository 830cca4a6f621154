"""A book read back from its base: the page, and the records of each kind in their order."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..model import (
    Block,
    Citation,
    CitedField,
    Claim,
    Convention,
    Excerpt,
    Finding,
    FindingKind,
    Passage,
    PassageKind,
    Source,
    Sourcebook,
    Span,
    Work,
)
from .assertions import read_assertions
from .audits import read_audits
from .people import read_decisions, read_people
from .registers import read_registers
from .reviews import read_reviews
from .rows import Reasons, read_reasons, read_rows, read_spans, read_words
from .voices import read_voices
from .worth import read_worth

__all__ = ["read_book"]


def read_book(connection: sqlite3.Connection) -> Sourcebook:
    """The book that a base holds, with all its records."""
    book = Sourcebook(_read_source(connection))
    reasons = read_reasons(connection)
    book.add(_read_passages(connection))
    book.add(_read_claims(connection, reasons, book.passages))
    book.add(_read_excerpts(connection, reasons))
    book.add(_read_citations(connection, reasons))
    book.add(_read_works(connection, reasons))
    book.add(_read_findings(connection))
    book.add(_read_conventions(connection))
    book.add(read_people(connection, reasons))
    book.add(read_decisions(connection))
    book.add(read_reviews(connection))
    book.add(read_voices(connection, reasons))
    book.add(read_assertions(connection, reasons))
    book.add(read_registers(connection, reasons))
    book.add(read_worth(connection, reasons))
    book.add(read_audits(connection, reasons))
    return book


def _read_passages(connection: sqlite3.Connection) -> Iterator[Passage]:
    return (
        Passage(PassageKind(kind), Span(start, end), record)
        for kind, start, end, record in read_rows(
            connection, "passages", "kind, start, end, coalesce(claim, excerpt, citation)"
        )
    )


def _read_claims(connection: sqlite3.Connection, reasons: Reasons, passages: Iterable[Passage]) -> Iterator[Claim]:
    pieces: dict[str, list[Span]] = defaultdict(list)
    for passage in passages:
        if passage.kind is PassageKind.CLAIM and passage.record is not None:
            pieces[passage.record].append(passage.span)
    return (
        Claim(
            id_,
            Span(start, end),
            text,
            level,
            reasons("claim", id_),
            tuple(pieces[id_]) if len(pieces[id_]) > 1 else (),
        )
        for id_, start, end, text, level in read_rows(connection, "claims", "id, start, end, text, level")
    )


def _read_excerpts(connection: sqlite3.Connection, reasons: Reasons) -> Iterator[Excerpt]:
    segments = read_spans(connection, "excerpt_segments", "excerpt")
    return (
        Excerpt(id_, Span(start, end), text, claim, citation, tuple(segments.get(id_, ())), reasons("excerpt", id_))
        for id_, start, end, text, claim, citation in read_rows(
            connection, "excerpts", "id, start, end, text, claim, citation"
        )
    )


def _read_citations(connection: sqlite3.Connection, reasons: Reasons) -> Iterator[Citation]:
    fields: dict[str, list[CitedField]] = defaultdict(list)
    for citation, name, start, end in read_rows(connection, "citation_fields", "citation, name, start, end"):
        fields[citation].append(CitedField(name, Span(start, end)))
    return (
        Citation(
            id=id_,
            span=Span(start, end),
            text=text,
            csl=json.loads(csl),
            work=work,
            locator=locator,
            resolved=None if resolved is None else json.loads(resolved),
            fields=tuple(fields[id_]),
            reasons=reasons("citation", id_),
        )
        for id_, start, end, text, csl, work, locator, resolved in read_rows(
            connection, "citations", "id, start, end, text, csl, work, locator, resolved"
        )
    )


def _read_works(connection: sqlite3.Connection, reasons: Reasons) -> Iterator[Work]:
    spellings: dict[str, list[str]] = defaultdict(list)
    for work, spelling in read_rows(connection, "work_spellings", "work, spelling"):
        spellings[work].append(spelling)
    return (
        Work(
            id=id_,
            csl=json.loads(csl),
            citations=citations,
            spellings=tuple(spellings[id_]),
            reasons=reasons("work", id_),
            span=None if start is None else Span(start, end),
            text=text,
        )
        for id_, csl, citations, start, end, text in read_rows(
            connection, "works", "id, csl, citations, start, end, text"
        )
    )


def _read_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    return (
        Finding(id_, FindingKind(kind), Span(start, end), message, text)
        for id_, kind, start, end, message, text in read_rows(
            connection, "findings", "id, kind, start, end, message, text"
        )
    )


def _read_conventions(connection: sqlite3.Connection) -> Iterator[Convention]:
    odd = read_spans(connection, "convention_odd", "convention")
    return (
        Convention(name, value, why, count, tuple(odd.get(number, ())), bool(stated))
        for number, name, value, why, count, stated in read_rows(
            connection, "conventions", "number, name, value, why, count, stated"
        )
    )


def _read_source(connection: sqlite3.Connection) -> Source:
    name, encoding, media, sha256 = next(read_rows(connection, "sourcebook", "name, encoding, media, sha256"))
    text, raw = connection.execute("select text, raw from page").fetchone()
    blocks = (
        Block(
            span=Span(start, end),
            tag=tag,
            path=tuple(json.loads(path)),
            serials=tuple(json.loads(serials)),
            style=style,
            aside=bool(aside),
            emphasis=tuple((Span(s, e), kind) for s, e, kind in json.loads(emphasis)),
            links=tuple((Span(s, e), address) for s, e, address in json.loads(links)),
            anchor=anchor,
        )
        for start, end, tag, path, serials, style, aside, anchor, emphasis, links in read_rows(
            connection, "blocks", "start, end, tag, path, serials, style, aside, anchor, emphasis, links"
        )
    )
    offsets = tuple(read_rows(connection, "offsets", "text_start, raw_start, length"))
    return Source(name, raw, read_words(text), encoding, media, sha256, tuple(blocks), offsets)
