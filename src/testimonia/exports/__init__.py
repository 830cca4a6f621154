"""The evidence base in other people's formats, one module per format.

In comes a `Sourcebook`, out go files: `jsonl` (the project's plain exchange format), `tables` (CSV and
Parquet), `tei`, `ipif` (people and what is said of them, for prosopographers), `graphs` and `plots`, `report` (one
page to be sent to somebody), and for the works alone `bibliography`, `csl_json`, `bibtex` and `ris`. A folder or file
is written whole or not at all, and a folder that is not an export of ours is never touched.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ExportError, NotFoundError
from ..model import Sourcebook

if TYPE_CHECKING:
    from .jsonl import export_jsonl
    from .report import report_html, write_report
    from .tables import export_tables

__all__ = ["FILES", "export", "export_jsonl", "export_tables", "report_html", "write_report"]

_HOMES = {
    "export_jsonl": "jsonl",
    "export_tables": "tables",
    "report_html": "report",
    "write_report": "report",
}


def __getattr__(name: str) -> Any:
    """Load a format when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{home}", __name__), name)


FILES = {"ipif": ".json", "tei": ".xml"}
"""The formats that are one file and no folder, with its ending."""


def export(book: Sourcebook, folder: str | os.PathLike[str], format: str = "jsonl") -> Path:
    """Write the book into ``folder`` as ``jsonl``, ``csv``, ``parquet`` or a format that someone else offers.

    As ``ipif`` and ``tei`` it is one file, and ``folder`` its name.

    A format of someone else's is a callable that is given the book and the folder, by the entry point
    group ``testimonia.exports``.

    Raises:
        ExportError: the folder is not an export of ours, or cannot be written, or the format cannot be loaded.
        MissingExtraError: the format needs what is not installed.
        NotFoundError: there is no such format.
    """
    if format == "jsonl":
        from .jsonl import export_jsonl

        return export_jsonl(book, folder)
    if format == "ipif":
        from .ipif import export_ipif

        return export_ipif(book, folder)
    if format == "tei":
        from .tei import export_tei

        return export_tei(book, folder)
    from .tables import FORMATS, export_tables

    if format in FORMATS:
        return export_tables(book, folder, format)
    from importlib.metadata import entry_points

    others = {entry.name: entry for entry in entry_points(group="testimonia.exports")}
    if format not in others:
        names = ", ".join(["jsonl", *FORMATS, *FILES, *sorted(others)])
        raise NotFoundError(f"No export is named {format!r}. There are: {names}.")
    try:
        write = others[format].load()
    except Exception as error:  # someone else's code may fail in any way
        value = others[format].value
        raise ExportError(
            f"The export {format!r} ({value}) cannot be loaded: {type(error).__name__}: {error}."
        ) from error
    write(book, folder)
    return Path(folder)
