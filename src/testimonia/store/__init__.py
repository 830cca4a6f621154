"""One SQLite file that holds the evidence base of a page.

In comes a `Sourcebook` (or a page, which is read), out goes a file that any SQLite tool opens, written
whole or not at all; `open_store` gives the same records back and searches them. A reader's decisions go
from every base into the one that takes its place; `deciding.decide` adds one. Blind spots: the full-text
index parts words at spaces and punctuation, so scripts that write without spaces are found only by the
beginning of a run; titles and stray text are not indexed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .building import build_store
    from .migrations import migrate
    from .reading import Store, open_store
    from .reports import BuildReport
    from .search import Hit, Match
    from .writing import write_store

_HOMES = {
    "BuildReport": "reports",
    "Hit": "search",
    "Match": "search",
    "Store": "reading",
    "build_store": "building",
    "migrate": "migrations",
    "open_store": "reading",
    "write_store": "writing",
}

__all__ = ["BuildReport", "Hit", "Match", "Store", "build_store", "migrate", "open_store", "write_store"]


def __getattr__(name: str) -> Any:
    """Load a part of the store when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = value
    return value
