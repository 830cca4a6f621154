"""What stands beside the family names of a page: given names, headings, and names side by side in a list."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .forms import Naming
from .surnames import GIVEN_AGREES

__all__ = ["PageWitness"]

_AND = re.compile(
    r"['’]?s?(?:\s?[,;&/]|\s(?:and|und|et|y|i|и|or))+\s+(?:the |another |a |both )?(?:\w+\.? )?", re.IGNORECASE
)
_LONGEST_INITIAL = 2  # letters: "Yu."
_LONGEST_AND = 24  # code points between two names of a list


class PageWitness:
    """What stands beside the family names of a page."""

    def __init__(self, namings: Sequence[Naming], text: str) -> None:
        self.counts: Counter[str] = Counter()
        self._heads: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._headed: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._claims: dict[str, set[str]] = defaultdict(set)
        self._listed: set[frozenset[str]] = set()
        for naming in namings:
            family = naming.form.family
            if not family:
                continue
            self.counts[family] += 1
            if naming.form.starts:
                self._heads[family].add(naming.form.starts)
                if family not in self._headed[naming.form.starts]:
                    self._headed[naming.form.starts].append(family)
            self._claims[family].add(naming.claim or naming.record)
        for a, b in pairwise(namings):
            gap = text[a.span.end : b.span.start]
            if a.record == b.record and len(gap) < _LONGEST_AND and _AND.fullmatch(gap):
                self._listed.add(frozenset((a.form.family, b.form.family)))

    def of_same_head(self, name: str) -> Iterable[str]:
        """The spellings that the same written out given name, or the same two initials, stand beside."""
        found = (other for starts in self._heads[name] if _tells(starts) for other in self._headed[starts])
        return [other for other in dict.fromkeys(found) if other != name]

    def same_head(self, a: str, b: str) -> str:
        """Whether the same given name or initials stand beside both."""
        shared = self._heads[a] & self._heads[b]
        if not shared:
            return ""
        return GIVEN_AGREES if any(map(_tells, shared)) else "the same initial beside it"

    def near(self, a: str, b: str) -> str:
        """Whether both stand under one heading."""
        return "both under one heading" if self._claims[a] & self._claims[b] else ""

    def apart(self, a: str, b: str) -> str:
        """Whether both stand side by side as two."""
        return "both stand side by side in a list" if frozenset((a, b)) in self._listed else ""


def _tells(starts: tuple[str, ...]) -> bool:
    """Whether what stands before a family name is more than one initial."""
    return len(starts) > 1 or len(starts[0]) > _LONGEST_INITIAL
