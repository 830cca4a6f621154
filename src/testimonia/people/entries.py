"""The entries of an authority file, met with the names of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from testimonia.words.names import split_name

from .authority import AuthorityEntry
from .bearers import Namesake
from .forms import form_of
from .genders import gender_of_form
from .given import fold

__all__ = ["LISTED", "Listed"]

LISTED = "the authority file says so"
_MARKS = re.compile(r"[^\w]+")


class Listed:
    """A person for each entry, and which printed names are an entry's own.

    ``families`` are the folded family names that stand in the file.
    """

    def __init__(self, entries: Sequence[AuthorityEntry]) -> None:
        self.people: list[Namesake] = []
        self.families: set[str] = set()
        self._of_family: dict[str, list[Namesake]] = defaultdict(list)
        self._by_spelling: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(entries):
            forms = list(dict.fromkeys(form_of(split_name(words)) for words in entry.spellings))
            heads = [form for form in forms if form.given or form.initials or form.patronymic]
            genders = {gender for form in heads[:1] if (gender := gender_of_form(form)) is not None}
            person = Namesake(heads, gender=genders.pop() if genders else None, entry=number, why=[LISTED])
            self.people.append(person)
            for words in entry.spellings:
                self._by_spelling[_plain(words)].add(number)
            for family in dict.fromkeys(form.family for form in forms if form.family):
                self.families.add(family)
                self._of_family[family].append(person)

    def sole(self, words: str) -> Namesake | None:
        """The person of the one entry that lists these very words; ``None`` where none does or several do."""
        numbers = self._by_spelling.get(_plain(words), ())
        return self.people[next(iter(numbers))] if len(numbers) == 1 else None

    def by_group(self, groups: Mapping[str, int]) -> dict[int, list[Namesake]]:
        """The persons by the group of spellings that a family name of theirs belongs to."""
        found: dict[int, list[Namesake]] = defaultdict(list)
        for family, people in self._of_family.items():
            for person in people:
                if person not in found[groups[family]]:
                    found[groups[family]].append(person)
        return found


def _plain(words: str) -> str:
    return _MARKS.sub(" ", fold(words)).strip()
