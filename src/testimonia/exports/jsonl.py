"""JSON Lines: the plain exchange format, one folder with one file per kind of record.

Offsets are code points into ``text.txt``, which is always written, ``end`` exclusive. Absent facts are left out; only
``claim`` and ``citation`` of an excerpt and ``document`` of a voice say ``null`` where the page shows none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..model import Sourcebook
from ..model.tables import storable
from .facts import Exported, json_record
from .folders import export_folder, write_sourcebook

__all__ = ["FILES", "export_jsonl", "json_line", "json_record"]

FILES = (
    "claims",
    "excerpts",
    "citations",
    "works",
    "people",
    "mentions",
    "maybes",
    "decisions",
    "reviews",
    "voices",
    "documents",
    "assertions",
    "proceedings",
    "cells",
    "entries",
    "datings",
    "dependences",
    "origins",
    "witnesses",
    "discrepancies",
    "audits",
    "findings",
)

# JSON leaves these bare, but many a reader takes them for the end of a line
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def export_jsonl(book: Sourcebook, folder: str | os.PathLike[str]) -> Path:
    """Write the whole book into ``folder`` and return its path.

    Raises:
        ExportError: the folder is not an export of ours, or cannot be written.
    """
    kinds: dict[str, Iterable[Exported]] = {
        "claims": book.claims,
        "excerpts": book.excerpts,
        "citations": book.citations,
        "works": book.works,
        "people": book.people,
        "mentions": book.mentions,
        "maybes": book.maybes,
        "decisions": book.decisions,
        "reviews": book.reviews,
        "voices": book.voices,
        "documents": book.documents,
        "assertions": book.assertions,
        "proceedings": book.proceedings,
        "cells": book.cells,
        "entries": book.entries,
        "datings": book.datings,
        "dependences": book.dependences,
        "origins": book.origins,
        "witnesses": book.witnesses,
        "discrepancies": book.discrepancies,
        "audits": book.audits,
        "findings": book.findings,
    }
    with export_folder(Path(folder)) as fresh:
        write_sourcebook(book, fresh)
        for name in FILES:
            lines = "".join(json_line(json_record(record, book)) for record in kinds[name])
            (fresh / f"{name}.jsonl").write_bytes(lines.encode("utf-8"))
    return Path(folder)


def json_line(record: dict[str, Any]) -> str:
    """The record as one line of JSON that no reader will break in two."""
    return storable(json.dumps(record, ensure_ascii=False, default=dict)).translate(_LINE_ENDS) + "\n"
