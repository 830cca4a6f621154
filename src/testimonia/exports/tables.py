"""CSV and Parquet: one file per kind of record, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..errors import MissingExtraError, NotFoundError
from ..model import Records, Sourcebook
from ..model.columns import columns_of, rows
from ..model.tables import storable
from .folders import export_folder, write_sourcebook

__all__ = ["FORMATS", "export_tables"]

KINDS = (
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
    "passages",
    "conventions",
)


def export_tables(book: Sourcebook, folder: str | os.PathLike[str], format: str = "csv") -> Path:
    """Write every kind of record as a table into ``folder`` and return its path.

    ``format`` is ``csv`` (UTF-8 with a byte order mark, which spreadsheets need to show other alphabets) or
    ``parquet``. Columns are those of `Records.to_arrow`; in CSV a list is the JSON it is, an absent fact an
    empty cell.

    Raises:
        ExportError: the folder is not an export of ours, or cannot be written.
        MissingExtraError: Parquet is wanted and pyarrow is not installed.
        NotFoundError: there is no such format.
    """
    write = FORMATS.get(format)
    if write is None:
        raise NotFoundError(f"No table format is named {format!r}. There are: {', '.join(FORMATS)}.")
    if format == "parquet":
        _parquet()
    with export_folder(Path(folder)) as fresh:
        write_sourcebook(book, fresh)
        for name in KINDS:
            write(getattr(book, name), fresh / f"{name}.{format}")
    return Path(folder)


def _write_csv(records: Records[Any], path: Path) -> None:
    # the csv module ends its lines itself, and those within a cell stay as printed
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(name for name, _, _ in columns_of(records.kind))
        table.writerows([_plain(value) for value in row] for row in rows(records.kind, records))


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    return storable(json.dumps(value, ensure_ascii=False)) if isinstance(value, list) else value


def _write_parquet(records: Records[Any], path: Path) -> None:
    _parquet().write_table(records.to_arrow(), path)


def _parquet() -> Any:
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtraError("The Parquet format", "tables") from error
    return parquet


FORMATS: Mapping[str, Callable[[Records[Any], Path], None]] = {"csv": _write_csv, "parquet": _write_parquet}
