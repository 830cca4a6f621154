"""Everybody who is named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...store.pages import Base
from ...store.pages.people import people_rows
from ..links import Links
from ..turning import Turning
from . import Page

__all__ = ["PAGES"]

_PEOPLE = 60


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """The values of the template."""
    from ..plots import bar

    words = query.get("q", "")
    turning = Turning(query, _PEOPLE if links.live else 1_000_000)
    total, rows = people_rows(base, words=words, first=turning.first, most=turning.most)
    return {
        "rows": rows,
        "wanted": words,
        "most": people_rows(base, most=1)[1],
        "turning": turning.of(total, lambda number: links.to("people", q=words, page=number)),
        "bar": bar,
    }


PAGES = (Page("people", "people.html", fill),)
