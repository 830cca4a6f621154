"""Audits of claims, their parts and cautions: into their tables and back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from ..model import Audit, AuditPart, Carriage, Caution, CautionKind, PartKind, Profile, Sourcebook, Span
from .rows import (
    Reasons,
    insert_ids,
    insert_reasons,
    insert_rows,
    insert_spans,
    read_ids,
    read_rows,
    read_span,
    read_spans,
    span_row,
    sql_words,
)

__all__ = ["TABLES", "insert_audits", "read_audits"]

TABLES = (
    "audit_evidence",
    "audit_parts",
    "cautions",
    "audit_excerpts",
    "audit_origins",
    "audits",
)  # those that name first


def insert_audits(connection: sqlite3.Connection, book: Sourcebook) -> None:
    """Write audits, the parts of claims and what to mind."""
    audits = book.audits
    insert_rows(
        connection,
        "audits",
        "number, id, claim, profile",
        ((n, a.id, a.claim, a.profile.value) for n, a in enumerate(audits, 1)),
    )
    insert_ids(connection, "audit_excerpts", ("audit", "excerpt"), ((a.id, a.excerpts) for a in audits))
    insert_ids(connection, "audit_origins", ("audit", "origin"), ((a.id, a.origins) for a in audits))
    parts = [(a.id, part) for a in audits for part in a.parts]
    insert_rows(
        connection,
        "audit_parts",
        "number, audit, start, end, text, kind, carriage",
        (
            (n, audit, p.span.start, p.span.end, sql_words(p.text), p.kind.value, p.carriage.value)
            for n, (audit, p) in enumerate(parts, 1)
        ),
    )
    insert_spans(connection, "audit_evidence", "part", ((n, part.evidence) for n, (_, part) in enumerate(parts, 1)))
    cautions = [(a.id, caution) for a in audits for caution in a.cautions]
    insert_rows(
        connection,
        "cautions",
        "number, audit, kind, start, end, message, excerpt, evidence_start, evidence_end, confidence",
        (
            (
                n,
                audit,
                c.kind.value,
                c.span.start,
                c.span.end,
                sql_words(c.message),
                c.excerpt,
                *span_row(c.evidence),
                c.confidence,
            )
            for n, (audit, c) in enumerate(cautions, 1)
        ),
    )
    insert_reasons(connection, "audit", ((a.id, a.reasons) for a in audits))
    insert_reasons(connection, "audit_part", ((n, part.reasons) for n, (_, part) in enumerate(parts, 1)))


def read_audits(connection: sqlite3.Connection, reasons: Reasons) -> Iterator[Audit]:
    """The audits as they were written."""
    evidence = read_spans(connection, "audit_evidence", "part")
    parts: dict[str, list[AuditPart]] = defaultdict(list)
    for number, audit, start, end, text, kind, carriage in read_rows(
        connection, "audit_parts", "number, audit, start, end, text, kind, carriage"
    ):
        parts[audit].append(
            AuditPart(
                span=Span(start, end),
                text=text,
                kind=PartKind(kind),
                carriage=Carriage(carriage),
                evidence=tuple(evidence.get(number, ())),
                reasons=reasons("audit_part", number),
            )
        )
    cautions: dict[str, list[Caution]] = defaultdict(list)
    for audit, kind, start, end, message, excerpt, evidence_start, evidence_end, confidence in read_rows(
        connection,
        "cautions",
        "audit, kind, start, end, message, excerpt, evidence_start, evidence_end, confidence",
    ):
        place = read_span(evidence_start, evidence_end)
        cautions[audit].append(Caution(CautionKind(kind), Span(start, end), message, excerpt, place, confidence))
    excerpts = read_ids(connection, "audit_excerpts", ("audit", "excerpt"))
    origins = read_ids(connection, "audit_origins", ("audit", "origin"))
    for id_, claim, profile in read_rows(connection, "audits", "id, claim, profile"):
        yield Audit(
            id=id_,
            claim=claim,
            profile=Profile(profile),
            parts=tuple(parts.get(id_, ())),
            cautions=tuple(cautions.get(id_, ())),
            excerpts=excerpts.get(id_, ()),
            origins=origins.get(id_, ()),
            reasons=reasons("audit", id_),
        )
