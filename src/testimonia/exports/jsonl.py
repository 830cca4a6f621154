"""JSON Lines: the plain exchange format, one folder with one file per kind of record.

Offsets are code points into ``text.txt``, which is always written, ``end`` exclusive. Absent facts are
left out; only ``claim`` and ``citation`` of an excerpt say ``null`` where the page shows none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..model import Citation, Claim, Excerpt, Finding, Sourcebook, Span, Work
from ..model.tables import storable
from .folders import export_folder, write_sourcebook

__all__ = ["FILES", "export_jsonl", "json_line", "json_record"]

# the files of stages that do not exist yet are written empty, as the format wants
FILES = (
    "claims",
    "excerpts",
    "citations",
    "works",
    "people",
    "mentions",
    "voices",
    "assertions",
    "dependences",
    "discrepancies",
    "findings",
)

# JSON leaves these bare, but many a reader takes them for the end of a line
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def export_jsonl(book: Sourcebook, folder: str | os.PathLike[str]) -> Path:
    """Write the whole book into ``folder`` and return its path.

    Raises:
        ExportError: the folder is not an export of ours, or cannot be written.
    """
    kinds: dict[str, Iterable[Claim | Excerpt | Citation | Work | Finding]] = {
        "claims": book.claims,
        "excerpts": book.excerpts,
        "citations": book.citations,
        "works": book.works,
        "findings": book.findings,
    }
    with export_folder(Path(folder)) as fresh:
        write_sourcebook(book, fresh)
        for name in FILES:
            lines = "".join(map(json_line, map(json_record, kinds.get(name, ()))))
            (fresh / f"{name}.jsonl").write_bytes(lines.encode("utf-8"))
    return Path(folder)


def json_line(record: dict[str, Any]) -> str:
    """The record as one line of JSON that no reader will break in two."""
    return storable(json.dumps(record, ensure_ascii=False, default=dict)).translate(_LINE_ENDS) + "\n"


def json_record(record: Claim | Excerpt | Citation | Work | Finding) -> dict[str, Any]:
    """The record with the field names of the export, absent facts left out.

    >>> json_record(Claim("c1", Span(0, 9), "THE FERRY"))
    {'id': 'c1', 'start': 0, 'end': 9, 'text': 'THE FERRY', 'level': 1}
    """
    return dict(_facts(record))


def _facts(record: Claim | Excerpt | Citation | Work | Finding) -> Iterator[tuple[str, Any]]:
    yield "id", record.id
    if isinstance(record, Excerpt):
        yield "claim", record.claim
    if isinstance(record, Finding):
        yield "kind", record.kind.value
    if record.span is not None:
        yield "start", record.span.start
        yield "end", record.span.end
    match record:
        case Claim():
            yield "text", record.text
            yield "level", record.level
        case Excerpt():
            yield "text", record.text
            yield "citation", record.citation
            yield "segments", [[s.start, s.end] for s in record.segments or (record.span,)]
        case Citation():
            yield "text", record.text
            yield "csl", dict(record.csl)
            for name in ("work", "locator", "resolved"):
                value = getattr(record, name)
                if value is not None:
                    yield name, value
            if record.fields:
                yield "fields", [{"name": f.name, "start": f.span.start, "end": f.span.end} for f in record.fields]
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
    reasons = getattr(record, "reasons", ())
    if reasons:
        yield "reasons", [_reason(r.rule, r.words, r.span) for r in reasons]


def _reason(rule: str, words: str, span: Span | None) -> dict[str, Any]:
    facts: dict[str, Any] = {"rule": rule}
    if words:
        facts["words"] = words
    if span is not None:
        facts |= {"start": span.start, "end": span.end}
    return facts
