"""How the pages are to be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...store.pages import Base
from ...store.pages.overview import figures
from ..links import Links
from . import Page

__all__ = ["PAGES"]


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """The values of the template."""
    return {
        "figures": figures(base),
        "habits": list(base.rows("select name, value, why, count, stated from conventions order by number")),
    }


PAGES = (Page("help", "help.html", fill),)
