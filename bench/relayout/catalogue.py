"""All layouts, by name. A new one is put into the list of its family."""

from __future__ import annotations

from .families import files, markdown, plain, plain_closed, web, web_closed, wiki
from .layouts import Layout

__all__ = ["LAYOUTS"]

LAYOUTS: tuple[Layout, ...] = (
    *plain.LAYOUTS,
    *markdown.LAYOUTS,
    *wiki.LAYOUTS,
    *web.LAYOUTS,
    *web_closed.LAYOUTS,
    *plain_closed.LAYOUTS,
    *files.LAYOUTS,
)
