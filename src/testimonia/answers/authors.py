"""Authors of cited works by their full names: whose name alone would mislead, where another of that family is named."""

from __future__ import annotations

from collections import defaultdict

from ..model import Sourcebook

__all__ = ["full_names", "namesakes"]


def full_names(book: Sourcebook) -> dict[str, str]:
    """The name of the one author of each work by the id that a voice has for him, where a given name is printed."""
    found: dict[str, str] = {}
    for work in book.works:
        authors: list[dict[str, str]] = work.csl.get("author") or []
        if len(authors) == 1 and authors[0].get("given") and authors[0].get("family"):
            found[f"author:{work.id}"] = f"{authors[0]['given']} {authors[0]['family']}"
    return found


def namesakes(book: Sourcebook) -> dict[str, str]:
    """Of those, the authors who share the family name with somebody of another given name, on the page or cited."""
    authors = full_names(book)
    given: defaultdict[str, set[str]] = defaultdict(set)
    for name in (*(person.name for person in book.people), *authors.values()):
        words = name.casefold().split()
        if len(words) > 1:
            given[words[-1]].add(words[0])
    return {id_: name for id_, name in authors.items() if any(_differ(name, other) for other in given[_family(name)])}


def _family(name: str) -> str:
    return name.casefold().split()[-1]


def _differ(name: str, given: str) -> bool:
    """Whether a given name is another than that of a full name: neither is the other's beginning or initial."""
    own = name.casefold().split()[0].rstrip(".")
    other = given.rstrip(".")
    return not own.startswith(other) and not other.startswith(own)
