"""The documents that excerpts quote from, and one of them with its words side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...model.wording import document_words
from ...store.pages import Base
from ...store.pages.cuts import cut_book
from ...store.pages.works import document_rows, excerpts_of_document
from ..links import Links
from ..turning import Turning
from ..wording import first_words
from . import Page

__all__ = ["PAGES"]

_DOCUMENTS = 100
_EXCERPTS = 15


def fill_list(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """All documents."""
    turning = Turning(query, _DOCUMENTS if links.live else 1_000_000)
    total, rows = document_rows(base, first=turning.first, most=turning.most)
    return {"rows": rows, "turning": turning.of(total, lambda number: links.to("documents", page=number))}


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """One document."""
    from ..typeset import Typesetter

    id_ = query.get("key", "")
    every = excerpts_of_document(base, id_)
    turning = Turning(query, _EXCERPTS if links.live else 1_000_000)
    document = cut_book(base, {"document": [id_]}, why=("document",)).documents[id_]
    setter = Typesetter(base, links, every[turning.first : turning.first + turning.most])
    spans = sorted(document.places)
    return {
        "document": document,
        "name": document_words(document, name=base.cut(spans[0]) if spans else ""),
        "places": [(first_words(base.cut(place), 80), place) for place in spans],
        "dates": [(first_words(base.cut(place), 80), place) for place in document.date_words],
        "why": list(dict.fromkeys((r.rule, first_words(r.words, 80)) for r in document.reasons)),
        "excerpts": [setter.excerpt(x) for x in every[turning.first : turning.first + turning.most]],
        "turning": turning.of(len(every), lambda number: links.to("document", id_, page=number)),
    }


def _keys(base: Base) -> Iterable[str]:
    return (id_ for (id_,) in base.rows("select id from documents order by number"))


PAGES = (Page("documents", "documents.html", fill_list), Page("document", "document.html", fill, _keys))
