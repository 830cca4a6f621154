"""Where names stand together: in one excerpt, under one claim, in excerpts from one work."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from .forms import Naming
from .given import fold

__all__ = ["Surroundings", "likeness_of_company"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_FEW_RECORDS = 6
_RARE_SHARE = 0.03  # of all records, in which a name that tells their matter stands at most
_MANY_NAMES = 100
_RARE_WORDS = 0.06  # the same of a word
_NEAR = 300  # code points around a name, whose words tell its matter
_SHORTEST_WORD = 4
_MOST_COPIES = 4  # of one passage that are looked at
_FEWEST_WORDS = 8  # of a passage that is printed twice; fewer may be anybody's


class Surroundings:
    """The names of a page by the records they stand in.

    A family name is known here by the number of its group of spellings; ``groups`` gives it for each naming, ``None``
    for a name without a family name.
    """

    def __init__(self, namings: Sequence[Naming], groups: Sequence[int | None], texts: Mapping[str, str]) -> None:
        self.namings = namings
        self._texts = texts
        self._spread: Counter[int] = Counter()
        self._times: dict[str, int] = {}
        self._near: dict[tuple[str, str], frozenset[str]] = {}
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

    @cached_property
    def has_few_names(self) -> bool:
        """Whether so few family names stand on the page that two bearers of one need not be reckoned with."""
        return len(set(self.groups) - {None}) < _MANY_NAMES

    def words(self, record: str) -> frozenset[str]:
        """The words of a record, in small letters."""
        if record not in self._words:
            self._words[record] = frozenset(_WORD.findall(self._texts.get(record, "").casefold()))
        return self._words[record]

    def twins(self, naming: Naming) -> list[Naming]:
        """The same name in the same passage where the page prints that more than once, itself left out."""
        others = self._copies.get(naming.record)
        if not others:
            return []
        place = self.in_record[naming.record].index(naming.index)
        return [self.namings[self.in_record[record][place]] for record in others]

    @cached_property
    def _copies(self) -> dict[str, list[str]]:
        """For each record the others with the same words and the same names."""
        same: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for record, indexes in self.in_record.items():
            words = self._texts.get(record, "").split()
            if len(words) >= _FEWEST_WORDS:
                same[" ".join(words), *(self.namings[i].text for i in indexes)].append(record)
        return {
            record: [other for other in records[:_MOST_COPIES] if other != record]
            for records in same.values()
            if len(records) > 1
            for record in records
        }

    def company(self, record: str) -> frozenset[int]:
        """The family names that stand in a record."""
        return self._company.get(record, frozenset())

    def is_rare(self, group: int) -> bool:
        """Whether a family name stands in few of the page's records, so that it tells what they speak of."""
        if not self._spread:
            self._spread.update(group for company in self._company.values() for group in company)
        return self._spread[group] <= max(_FEW_RECORDS, _RARE_SHARE * len(self._company))

    def shared_matter(self, a: Naming, b: Naming) -> float:
        """How much the words around two namings tell of one matter: the sum of how rare each shared one is, in nats."""
        shared = self._words_near(a) & self._words_near(b)
        spellings = {n.form.family for n in (a, b)} | {fold(n.family_words) for n in (a, b)}
        most = _RARE_WORDS * len(self._texts)
        times = [self._records_with(word) for word in shared if fold(word) not in spellings]
        return sum(math.log(len(self._texts) / n) for n in times if 0 < n <= most)

    def _records_with(self, word: str) -> int:
        """In how many records the letters of a word stand."""
        if word not in self._times:
            self._times[word] = sum([word in text for text in self._small])
        return self._times[word]

    @cached_property
    def _small(self) -> list[str]:
        return [text.casefold() for text in self._texts.values()]

    def _words_near(self, naming: Naming) -> frozenset[str]:
        key = (naming.record, naming.text)
        if key not in self._near:
            text = self._texts.get(naming.record, "")
            found: set[str] = set()
            at = text.find(naming.text)
            while at >= 0:
                around = text[max(0, at - _NEAR) : at + len(naming.text) + _NEAR].casefold()
                found.update(word for word in _WORD.findall(around) if len(word) >= _SHORTEST_WORD)
                at = text.find(naming.text, at + 1)
            self._near[key] = frozenset(found)
        return self._near[key]

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
