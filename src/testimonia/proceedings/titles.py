"""Proceedings that a cited work's own title names: "The Skarra Trial (Holm & Sons)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Sourcebook

from .gathering import Gathered

__all__ = ["titled"]

_TITLE = re.compile(r"\b(?:trial|inquiry|enquiry|court-martial|proceedings)\b", re.IGNORECASE)


def titled(book: Sourcebook, groups: list[Gathered]) -> Iterator[tuple[str, Gathered]]:
    """The excerpts whose work is titled after proceedings that the page names, with these."""
    works: dict[str, Gathered | None] = {}
    citations = {citation.id: citation for citation in book.citations}
    for excerpt in book.excerpts:
        citation = citations.get(excerpt.citation or "")
        if citation is None:
            continue
        title = str(citation.csl.get("title", ""))
        if title not in works:
            works[title] = _named_in(title, groups) if _TITLE.search(title) else None
        found = works[title]
        if found is not None:
            yield excerpt.id, found


def _named_in(title: str, groups: list[Gathered]) -> Gathered | None:
    words = set(re.findall(r"[^\W\d_]+", title.casefold()))
    fitting = [
        group
        for group in groups
        if any(key.startswith("label:") and set(key.removeprefix("label:").split()) <= words for key in group.keys)
    ]
    return fitting[0] if len(fitting) == 1 else None
