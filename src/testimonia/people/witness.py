"""What stands beside the family names of a page: given names, headings, and names side by side in a list."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .forms import Form, Naming
from .given import given_keys
from .surnames import GIVEN_AGREES

__all__ = ["PageWitness"]

_AND = re.compile(
    r"['’]?s?(?:\s?[,;&/]|\s(?:and|und|et|y|i|и|or))+\s+(?:the |another |a |both )?(?:\w+\.? )?", re.IGNORECASE
)
_SLAVIC = re.compile(r"(?:ov|ev|off|eff|ova|eva|sk(?:y|i|ii|iy|ij|aya|a)|enko|chuk|nuk|vich|vitch|dze|shvili)$")
_SLAVIC_PAGE = 0.2  # of all family names; a page on other matters has a few in a hundred
_SPELT = re.compile(
    r"\b(?:spell|spells|spelt|spelled|spelling|writes?|written|orthography|écri[tv]\w*|orthographi\w+|schreib\w*|"
    r"geschrieben|pisz\w+|пиш\w+)(?:\s(?!and\b|to\b|that\b)[^\W\d_]{1,6}){0,2}\s[\"“«„‘']?\s?$",
    re.IGNORECASE,
)
_LEAD = 40  # code points before a name in which it is said that it is spelt so
_LONGEST_AND = 24  # code points between two names of a list


class PageWitness:
    """What stands beside the family names of a page."""

    def __init__(self, namings: Sequence[Naming], text: str) -> None:
        self.counts: Counter[str] = Counter()
        self._heads: dict[str, set[str]] = defaultdict(set)
        self._headed: dict[str, list[str]] = defaultdict(list)
        self._claims: dict[str, set[str]] = defaultdict(set)
        self._spelt: dict[str, set[str]] = defaultdict(set)  # names of which the page says so, and in which records
        self._records: dict[str, set[str]] = defaultdict(set)
        self._listed: set[frozenset[str]] = set()
        for naming in namings:
            family = naming.form.family
            if not family:
                continue
            self.counts[family] += 1
            for head in _heads(naming.form):
                self._heads[family].add(head)
                if family not in self._headed[head]:
                    self._headed[head].append(family)
            self._claims[family].add(naming.claim or naming.record)
            self._records[family].add(naming.record)
            if _SPELT.search(text, max(0, naming.span.start - _LEAD), naming.span.start):
                self._spelt[family].add(naming.record)
        slavic = sum(_SLAVIC.search(family) is not None for family in self.counts)
        self._slavic = slavic >= _SLAVIC_PAGE * len(self.counts)
        for a, b in pairwise(namings):
            gap = text[a.span.end : b.span.start]
            if a.record == b.record and len(gap) < _LONGEST_AND and _AND.fullmatch(gap):
                self._listed.add(frozenset((a.form.family, b.form.family)))

    def of_same_head(self, name: str) -> Iterable[str]:
        """The spellings that the same written out given name, or the same two initials, stand beside."""
        found = (other for head in sorted(self._heads[name]) for other in self._headed[head])
        return [other for other in dict.fromkeys(found) if other != name]

    def same_head(self, a: str, b: str) -> str:
        """Whether the same given name or initials stand beside both."""
        return GIVEN_AGREES if self._heads[a] & self._heads[b] else ""

    def turns_h_to_g(self, a: str, b: str) -> bool:
        """Whether the page has many Slavic names, or the same given name stands beside both."""
        return self._slavic or bool(self.same_head(a, b))

    def spelt(self, a: str, b: str) -> str:
        """Whether the page speaks of one as a way to write the name of a passage that has the other."""
        told = bool(self._spelt[a] & self._records[b] or self._spelt[b] & self._records[a])
        return "the page says that the name is spelt so" if told else ""

    def near(self, a: str, b: str) -> str:
        """Whether both stand under one heading."""
        return "both under one heading" if self._claims[a] & self._claims[b] else ""

    def apart(self, a: str, b: str) -> str:
        """Whether both stand side by side as two."""
        return "both stand side by side in a list" if frozenset((a, b)) in self._listed else ""


def _heads(form: Form) -> tuple[str, ...]:
    """What stands before a family name, as keys; empty for less than a given name or two initials."""
    if form.given:
        return given_keys(form.given[0])
    return (".".join(form.initials),) if len(form.initials) > 1 else ()
