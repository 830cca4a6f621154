"""The reading room: an evidence base as pages that a browser shows.

In comes the path of a base, out goes an ASGI application (`make_app`). Its pages are made by `render`, which knows of
no server: it is given a base, what is asked, and links that lead from page to page, so that the same pages can be
written into a folder. Everything is read page by page out of the base (`store.pages`), never the whole book. `security`
keeps strangers' pages out. Blind spots: whoever may use this machine's loopback may read and, with a page open, write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .app import make_app
    from .links import Links, RoomLinks
    from .rendering import render
    from .shelf import Shelf

_HOMES = {"Links": "links", "RoomLinks": "links", "Shelf": "shelf", "make_app": "app", "render": "rendering"}

__all__ = ["Links", "RoomLinks", "Shelf", "make_app", "render"]


def __getattr__(name: str) -> Any:
    """Load a part when it is first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{home}", __name__), name)
