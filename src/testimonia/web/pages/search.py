"""Full-text search across spellings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model import Act
from ...store.pages import Base
from ...store.pages.searching import find
from ...store.queries import QueryError
from ..links import Links
from ..turning import Turning
from ..wording import Words
from . import Page

__all__ = ["PAGES"]

_HITS = 20
_FACETS = ("work", "voice", "act", "years")


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """``q`` in the query are the words, ``work``, ``voice``, ``act`` and ``years`` narrow the hits, ``as`` is ``is``
    where no other spellings are wanted."""
    asked = query.get("q", "").strip()
    chosen = {name: query.get(name) or None for name in _FACETS}
    if chosen["act"] not in list(Act):
        chosen["act"] = None
    exact = query.get("as") == "is"
    turning = Turning(query, _HITS)
    found, trouble = None, None
    if asked and links.live:
        try:
            found = find(base, asked, spellings=not exact, first=turning.first, most=turning.most, **chosen)
        except QueryError as error:
            trouble = str(error)
    words = Words(base, links)
    kept = {"q": asked, **chosen, "as": "is" if exact else None}

    def address(**changed: object) -> str:
        return links.to("search", None, "", **{**kept, **changed})

    def called(name: str, value: str) -> str:
        return words.work(value) if name == "work" else words.name(value) if name == "voice" else value

    return {
        "asked": asked,
        "found": found,
        "trouble": trouble,
        "exact": exact,
        "address": address,
        "chosen": [(name, called(name, value), address(**{name: None})) for name, value in chosen.items() if value],
        "chosen_names": [name for name, value in chosen.items() if value],
        "hidden": [(name, value) for name, value in chosen.items() if value],
        "turning": turning.of(found.total if found else 0, lambda number: address(page=number)),
    }


PAGES = (Page("search", "search.html", fill),)
