"""All layouts, by name. A new one is put into the list of its family."""

from __future__ import annotations

from .families import markdown, plain, plain_closed, web, wiki
from .layouts import Layout

__all__ = ["LAYOUTS"]

LAYOUTS: tuple[Layout, ...] = (
    *plain.LAYOUTS,
    *markdown.LAYOUTS,
    *wiki.LAYOUTS,
    *web.LAYOUTS,
    *plain_closed.LAYOUTS,
)
