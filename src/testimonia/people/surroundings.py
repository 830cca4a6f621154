"""Where names stand together: in one excerpt, under one claim, in excerpts from one work."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .forms import Naming

__all__ = ["Surroundings", "likeness_of_company"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Surroundings:
    """The names of a page by the records they stand in.

    A family name is known here by the number of its group of spellings; ``groups`` gives it for each naming, ``None``
    for a name without a family name.
    """

    def __init__(self, namings: Sequence[Naming], groups: Sequence[int | None], texts: Mapping[str, str]) -> None:
        self.namings = namings
        self._texts = texts
        self._words: dict[str, frozenset[str]] = {}
        self.groups = groups
        self.in_record: dict[str, list[int]] = defaultdict(list)
        self.in_claim: dict[str, list[int]] = defaultdict(list)
        self.in_work: dict[str, list[int]] = defaultdict(list)
        for naming in namings:
            self.in_record[naming.record].append(naming.index)
            if naming.claim is not None:
                self.in_claim[naming.claim].append(naming.index)
            if naming.work is not None:
                self.in_work[naming.work].append(naming.index)
        self._company = {
            record: frozenset(g for i in indexes if (g := groups[i]) is not None)
            for record, indexes in self.in_record.items()
        }

    def words(self, record: str) -> frozenset[str]:
        """The words of a record, in small letters."""
        if record not in self._words:
            self._words[record] = frozenset(_WORD.findall(self._texts.get(record, "").casefold()))
        return self._words[record]

    def company(self, record: str) -> frozenset[int]:
        """The family names that stand in a record."""
        return self._company.get(record, frozenset())

    def company_of(self, indexes: Iterable[int]) -> Counter[int]:
        """How often each family name stands beside these namings: in their records, themselves left out."""
        found: Counter[int] = Counter()
        own = {self.groups[i] for i in indexes}
        for record in sorted({self.namings[i].record for i in indexes}):
            found.update(self.company(record) - own)
        return found


def likeness_of_company(a: Mapping[int, int], b: Iterable[int]) -> float:
    """The share of one company (0 to 1) that has been met in the other."""
    wanted = set(b)
    return sum(1 for group in wanted if group in a) / len(wanted) if wanted else 0.0
