"""Voices, their chains and the documents they come from: into their tables and back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from ..model import Document, DocumentType, Hand, HandRole, Mode, Sourcebook, Span, Voice
from ..model.wording import chain_words
from .rows import Reasons, insert_reasons, insert_rows, insert_spans, read_rows, read_spans, sql_words

__all__ = ["TABLES", "insert_voices", "read_voices"]

TABLES = (
    "voice_segments",
    "voices",
    "hands",
    "chains",
    "document_places",
    "document_dates",
    "document_excerpts",
    "documents",
)  # those that name first


def insert_voices(connection: sqlite3.Connection, book: Sourcebook) -> None:
    """Write documents, chains and voices; voices whose chains are equal share one."""
    documents, voices = book.documents, book.voices
    insert_rows(
        connection,
        "documents",
        "number, id, type, date, author, author_name",
        (
            (n, d.id, d.type.value, d.date, sql_words(d.author), sql_words(d.author_name))
            for n, d in enumerate(documents, 1)
        ),
    )
    insert_spans(connection, "document_places", "document", ((d.id, d.places) for d in documents))
    insert_spans(connection, "document_dates", "document", ((d.id, d.date_words) for d in documents))
    insert_rows(
        connection,
        "document_excerpts",
        "document, number, excerpt",
        ((d.id, n, excerpt) for d in documents for n, excerpt in enumerate(d.excerpts, 1)),
    )
    chains: dict[tuple[Hand, ...], tuple[int, int]] = {}  # its number, and its depth
    for voice in voices:
        chains.setdefault(voice.chain, (len(chains) + 1, voice.depth))
    insert_rows(
        connection,
        "chains",
        "number, depth, words",
        ((number, depth, sql_words(chain_words(chain, book))) for chain, (number, depth) in chains.items()),
    )
    hands = list(enumerate(((number, hand) for chain, (number, _) in chains.items() for hand in chain), 1))
    insert_rows(
        connection,
        "hands",
        "number, chain, role, who, name",
        ((n, chain, h.role.value, sql_words(h.who), sql_words(h.name)) for n, (chain, h) in hands),
    )
    insert_rows(
        connection,
        "voices",
        "number, id, excerpt, start, end, speaker, speaker_name, mode, document, chain, confidence",
        (
            (
                n,
                v.id,
                v.excerpt,
                v.span.start,
                v.span.end,
                sql_words(v.speaker),
                sql_words(v.speaker_name),
                v.mode.value,
                v.document,
                chains[v.chain][0],
                v.confidence,
            )
            for n, v in enumerate(voices, 1)
        ),
    )
    insert_spans(connection, "voice_segments", "voice", ((v.id, v.segments) for v in voices))
    insert_reasons(connection, "document", ((d.id, d.reasons) for d in documents))
    insert_reasons(connection, "hand", ((n, hand.reasons) for n, (_, hand) in hands))
    insert_reasons(connection, "voice", ((v.id, v.reasons) for v in voices))


def read_voices(connection: sqlite3.Connection, reasons: Reasons) -> Iterator[Document | Voice]:
    """The documents and voices as they were written."""
    places = read_spans(connection, "document_places", "document")
    dates = read_spans(connection, "document_dates", "document")
    excerpts: dict[str, list[str]] = defaultdict(list)
    for document, excerpt in read_rows(connection, "document_excerpts", "document, excerpt"):
        excerpts[document].append(excerpt)
    for id_, type_, date, author, author_name in read_rows(
        connection, "documents", "id, type, date, author, author_name"
    ):
        yield Document(
            id=id_,
            type=DocumentType(type_),
            date=date,
            author=author,
            author_name=author_name,
            date_words=tuple(dates.get(id_, ())),
            places=tuple(places.get(id_, ())),
            excerpts=tuple(excerpts.get(id_, ())),
            reasons=reasons("document", id_),
        )
    chains: dict[int, list[Hand]] = defaultdict(list)
    for number, chain, role, who, name in read_rows(connection, "hands", "number, chain, role, who, name"):
        chains[chain].append(Hand(HandRole(role), who, name, reasons("hand", number)))
    shared = {number: tuple(hands) for number, hands in chains.items()}
    segments = read_spans(connection, "voice_segments", "voice")
    for id_, excerpt, start, end, speaker, speaker_name, mode, document, chain, confidence in read_rows(
        connection, "voices", "id, excerpt, start, end, speaker, speaker_name, mode, document, chain, confidence"
    ):
        yield Voice(
            id=id_,
            excerpt=excerpt,
            span=Span(start, end),
            speaker=speaker,
            speaker_name=speaker_name,
            mode=Mode(mode),
            document=document,
            chain=shared.get(chain, ()),
            segments=tuple(segments.get(id_, ())),
            confidence=confidence,
            reasons=reasons("voice", id_),
        )
