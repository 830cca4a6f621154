"""The evidence base in other people's formats, one module per format.

In comes a `Sourcebook`, out go files: `jsonl` (the project's plain exchange format), `tables` (CSV and
Parquet), and for the works alone `bibliography`, `csl_json`, `bibtex` and `ris`. A folder is written
whole or not at all, and a folder that is not an export of ours is never touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .jsonl import export_jsonl
    from .tables import export_tables

__all__ = ["export_jsonl", "export_tables"]

_HOMES = {"export_jsonl": "jsonl", "export_tables": "tables"}


def __getattr__(name: str) -> Any:
    """Load a format when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{home}", __name__), name)
