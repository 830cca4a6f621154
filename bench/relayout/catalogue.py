"""All layouts, by name. A new one is put into the list of its family."""

from __future__ import annotations

from .families import (
    files,
    fresh_foreign,
    fresh_plain,
    fresh_short,
    fresh_sources,
    fresh_web,
    markdown,
    plain,
    plain_closed,
    unseen2_marked,
    unseen2_plain,
    unseen3,
    unseen4,
    unseen5,
    unseen6,
    unseen7,
    unseen8,
    unseen_notes,
    unseen_plain,
    unseen_web,
    web,
    web_closed,
    wiki,
)
from .layouts import Layout

__all__ = ["LAYOUTS"]

LAYOUTS: tuple[Layout, ...] = (
    *plain.LAYOUTS,
    *markdown.LAYOUTS,
    *wiki.LAYOUTS,
    *web.LAYOUTS,
    *web_closed.LAYOUTS,
    *plain_closed.LAYOUTS,
    *fresh_plain.LAYOUTS,
    *fresh_short.LAYOUTS,
    *fresh_sources.LAYOUTS,
    *fresh_web.LAYOUTS,
    *fresh_foreign.LAYOUTS,
    *unseen_plain.LAYOUTS,
    *unseen_notes.LAYOUTS,
    *unseen_web.LAYOUTS,
    *unseen2_plain.LAYOUTS,
    *unseen2_marked.LAYOUTS,
    *unseen3.LAYOUTS,
    *unseen4.LAYOUTS,
    *unseen5.LAYOUTS,
    *unseen6.LAYOUTS,
    *unseen7.LAYOUTS,
    *unseen8.LAYOUTS,
    *files.LAYOUTS,
)
