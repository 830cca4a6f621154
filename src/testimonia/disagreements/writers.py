"""Which of the people of a page wrote which cited work: the "I" of a memoir is somebody whom others name."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

from ..model import Sourcebook

__all__ = ["writers"]


def writers(book: Sourcebook) -> dict[str, str]:
    """Ids of persons by the id that a voice has for the author of a work; only where one person alone may be meant.

    The surname must be the same, and no given name or initial another.
    """
    named: defaultdict[str, set[str]] = defaultdict(set)
    given: defaultdict[str, set[str]] = defaultdict(set)
    for person in book.people:
        for name in {person.name, *person.variants}:
            words = _plain(name).split()
            if words:
                named[words[-1]].add(person.id)
                if len(words) > 1:
                    given[person.id].add(words[0])
    found = {}
    for work in book.works:
        authors: list[dict[str, str]] = work.csl.get("author") or []
        family = authors[0].get("family") if len(authors) == 1 else None
        if not family or not _plain(family):
            continue
        own = _plain(authors[0].get("given") or "").split()[:1]
        may_be = named.get(_plain(family).split()[-1], set())
        sure = {person for person in may_be if own and any(_may_be_one(own[0], name) for name in given[person])}
        fit = sure or {person for person in may_be if not own or not given[person]}
        if len(fit) == 1:
            found[f"author:{work.id}"] = next(iter(fit))
    return found


def _may_be_one(name: str, other: str) -> bool:
    """Whether two given names are the same, or one is the other's beginning."""
    return name.startswith(other) or other.startswith(name)


def _plain(name: str) -> str:
    """Small letters without their signs, for a comparison that writes ø as o."""
    low = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o").replace("ł", "l"))
    kept = "".join(c if c.isalpha() or c.isspace() else " " for c in low if not unicodedata.combining(c))
    return " ".join(kept.split())
