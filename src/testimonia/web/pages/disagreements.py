"""Where accounts differ: both places side by side, the differing words marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...answers.worth_pairs import disagreements, marked_words
from ...model import DiscrepancyKind
from ...store.pages import Base
from ...store.pages.disagreements import disagreement_kinds, disagreement_people, disagreements_book
from ..links import Links
from ..turning import Turning
from ..wording import Words
from . import Page

__all__ = ["PAGES"]

_ROWS = 20


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """``kind`` in the query is one of the kinds, ``about`` somebody's id."""
    kind = query.get("kind") if query.get("kind") in list(DiscrepancyKind) else None
    about = query.get("about") or None
    turning = Turning(query, _ROWS if links.live else 1_000_000)
    total, book, ids = disagreements_book(base, kind=kind, about=about, first=turning.first, most=turning.most)
    rows = {row.id: row for row in disagreements(book)}
    words = Words(base, links)
    return {
        "kinds": disagreement_kinds(base, about),
        "people": disagreement_people(base, kind),
        "kind": kind,
        "about": about,
        "about_name": words.name(about) if about else "",
        "rows": [
            (
                row,
                [(side, pieces, words.party(side.speaker_id or None)) for side, pieces in _sides(row)],
                [
                    (name, links.to("disagreements", about=id_) if links.live else words.party(id_))
                    for name, id_ in zip(row.people, row.people_ids, strict=True)
                ],
            )
            for row in (rows[id_] for id_ in ids)
        ],
        "turning": turning.of(total, lambda number: links.to("disagreements", kind=kind, about=about, page=number)),
    }


def _sides(row: Any) -> list[tuple[Any, Any]]:
    a, b = marked_words(row)
    return [(row.a, a), (row.b, b)]


PAGES = (Page("disagreements", "disagreements.html", fill),)
