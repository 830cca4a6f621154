"""Who "I" is: the person whose words they are, or the author of the cited book where he is one of the page's people."""

from __future__ import annotations

from collections import defaultdict

from ..model import Sourcebook

__all__ = ["Speakers"]


class Speakers:
    """The first persons of a page's words."""

    def __init__(self, book: Sourcebook) -> None:
        self._book = book
        self._families: defaultdict[str, set[str]] = defaultdict(set)
        self._given: defaultdict[str, set[str]] = defaultdict(set)  # first words of a person's full names
        for person in book.people:
            for name in (person.name, *(spelling.text for spelling in person.spellings)):
                words = name.casefold().removesuffix("'s").removesuffix("’s").split()
                if words:
                    self._families[words[-1]].add(person.id)
                    if len(words) > 1:
                        self._given[person.id].add(words[0].strip("."))
        self._authors: dict[str, str] = {}
        for work in book.works:
            authors = work.csl.get("author") or []
            if len(authors) == 1:
                known = self._person(str(authors[0].get("family") or ""), str(authors[0].get("given") or ""))
                if known:
                    self._authors[f"author:{work.id}"] = known

    def _person(self, family: str, given: str) -> str:
        found = self._families.get(family.casefold().split()[-1] if family.strip() else "", set())
        first = given.casefold().split()[0].strip(".") if given.strip() else ""
        alike = {person for person in found if any(_may_be_one(first, name) for name in self._given[person])}
        if len(alike) == 1:
            return next(iter(alike))
        nameless = {person for person in found if not self._given[person]}
        return next(iter(nameless)) if not alike and len(nameless) == len(found) == 1 else ""

    def at(self, offset: int) -> str:
        """The id of whoever says "I" at an offset of the page, empty where that is nobody of its people."""
        voice = self._book.voice_at(offset)
        if voice is None:
            return ""
        return self._authors.get(voice.speaker, "") if ":" in voice.speaker else voice.speaker


def _may_be_one(one: str, other: str) -> bool:
    """Whether two given names are one, or one of them its first letter."""
    return bool(one and other) and (one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]))
