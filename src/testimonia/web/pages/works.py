"""The cited works, and one work with all that rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...store.pages import Base
from ...store.pages.works import work_page, work_rows
from ..links import Links
from ..turning import Turning
from . import Page

__all__ = ["PAGES"]

_WORKS = 100
_EXCERPTS = 30

# fields of a CSL item that a reader wants to see, and what they are called
_FIELDS = (
    ("author", "author"),
    ("editor", "editor"),
    ("translator", "translator"),
    ("title", "title"),
    ("container-title", "in"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("publisher-place", "place"),
    ("publisher", "publisher"),
    ("issued", "year"),
    ("original-date", "first published"),
    ("archive", "archive"),
    ("archive_location", "shelf mark"),
    ("URL", "address"),
)


def fill_list(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """All works."""
    from ..plots import bar

    rows = work_rows(base)
    turning = Turning(query, _WORKS if links.live else 1_000_000)
    return {
        "rows": rows[turning.first : turning.first + turning.most],
        "most": max((row.excerpts for row in rows), default=0),
        "turning": turning.of(len(rows), lambda number: links.to("works", page=number)),
        "bar": bar,
    }


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """One work."""
    id_ = query.get("key", "")
    turning = Turning(query, _EXCERPTS if links.live else 1_000_000)
    found = work_page(base, id_, first=turning.first, most=turning.most)
    return {
        "work": found,
        "fields": [(name, words) for key, name in _FIELDS if (words := _printed(found.csl.get(key)))],
        "turning": turning.of(found.total, lambda number: links.to("work", id_, page=number)),
    }


def _printed(value: Any) -> str:
    """A field of a CSL item in words."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_name, value)))
    if isinstance(value, dict):
        parts = value.get("date-parts") or [[]]
        found = "–".join("-".join(map(str, part)) for part in parts if part) or str(value.get("literal", ""))
        return f"{found} (about)" if value.get("circa") and found else found
    return str(value)


def _name(name: Any) -> str:
    if not isinstance(name, dict):
        return str(name)
    parts = [name.get(part) for part in ("given", "non-dropping-particle", "family", "suffix", "literal")]
    return " ".join(str(part) for part in parts if part)


def _keys(base: Base) -> Iterable[str]:
    return (id_ for (id_,) in base.rows("select id from works order by number"))


PAGES = (Page("works", "works.html", fill_list), Page("work", "work.html", fill, _keys))
