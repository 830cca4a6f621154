"""Weighs what the whole page says of a word and what its own place says: does it name a person here?

Every occurrence of a word lends its features to the others: a man who is asked and answers on one line is a man on the
next. The word's own place decides where they differ ("in Hartley", "the Hartley works").
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from testimonia.words.kinds import kind_words

from .sequences import Candidate

__all__ = ["Evidence", "gather_evidence", "score"]

# weight of a feature over the page, per doubling of how often it was met, and at the place itself
OVER_PAGE: Mapping[str, float] = {
    "forename or initial before it": 2.0,
    "family name first in a list": 2.0,
    "label of a turn": 3.0,
    "spoken to in a label": 2.0,
    "form of address before it": 2.5,
    "title before it": 1.5,
    "calling before it": 1.5,
    "alone in brackets": 0.7,
    "whose thing it is": 0.7,
    "object of what is done to persons": 0.8,
    "owns what persons have": 1.0,
    "owns something": 0.2,
    "speaks or writes": 1.2,
    "does or suffers what persons do": 0.6,
    "names an event": 0.5,
    "'who' after it": 1.5,
    "age after it": 1.5,
    "role after it": 1.5,
    "an author": 1.5,
    "beside a person": 1.0,
    "-after 'the'": -0.8,
    "-after an article": -0.5,
    "-after 'in' or 'at'": -1.5,
    "-after 'from' or 'to'": -0.3,
    "-after 'town of'": -1.5,
    "-part of a longer name": -0.7,
    "-before another name": -0.2,
    "-names a place or body": -0.7,
    "-beside a place": -0.8,
    "after 'by' or 'with'": 0.2,
    "-'where' after it": -1.0,
}
STRONG = frozenset(
    (
        "forename or initial before it",
        "family name first in a list",
        "label of a turn",
        "form of address before it",
        "title before it",
        "an author",
    )
)
AT_PLACE: Mapping[str, float] = {
    "forename or initial before it": 3.0,
    "family name first in a list": 3.0,
    "a forename": 1.0,
    "label of a turn": 3.0,
    "spoken to in a label": 3.0,
    "form of address before it": 4.0,
    "title before it": 2.0,
    "calling before it": 2.0,
    "alone in brackets": 0.5,
    "whose thing it is": 0.7,
    "object of what is done to persons": 0.7,
    "owns what persons have": 1.0,
    "owns something": 0.3,
    "speaks or writes": 1.2,
    "does or suffers what persons do": 0.7,
    "names an event": 1.2,
    "'who' after it": 1.5,
    "age after it": 2.0,
    "role after it": 1.5,
    "beside a person": 1.0,
    "-a known place": -2.5,
    "-a word of the language": -2.5,
    "-in capitals": -2.0,
    "-after 'the'": -2.0,
    "-after an article": -2.0,
    "-after 'in' or 'at'": -2.5,
    "-after 'from' or 'to'": -0.5,
    "-after 'town of'": -2.0,
    "-part of a longer name": -12.0,
    "-made of words of the language": -2.0,
    "-'where' after it": -5.0,
    "-label of nobody": -9.0,
    "-plural of a name": -8.0,
    "after 'by' or 'with'": 0.3,
    "first in its sentence": -0.7,
    "-before another name": -0.3,
    "-names a place or body": -3.0,
    "-beside a place": -1.0,
}
PRIOR = 0.6  # a capitalised word that is no word of the language is rather a person's name than not
MOST_OVER_PAGE = 6.0
TWINS = -1.5  # per doubling of how often the word is met in small letters against with a capital


@dataclass(slots=True)
class Evidence:
    """What the page says of one word: how often each feature, and how often the word in small letters."""

    counts: Counter[str] = field(default_factory=Counter)
    met: int = 0
    twins: int = 0
    persons: int = 0  # how many of its places in mixed-case text name a person, once they are judged

    def weight(self) -> float:
        """The sum over the page."""
        total = sum(OVER_PAGE[f] * math.log2(1 + n) for f, n in self.counts.items() if f in OVER_PAGE)
        if self.twins:
            total += TWINS * math.log2(1 + self.twins / max(self.met, 1))
        return max(-MOST_OVER_PAGE, min(MOST_OVER_PAGE, total))


def gather_evidence(found: Iterable[Candidate], twins: Mapping[str, int]) -> dict[str, Evidence]:
    """The evidence for each word that heads a candidate."""
    every: dict[str, Evidence] = {}
    for candidate in found:
        evidence = every.setdefault(candidate.key, Evidence())
        evidence.met += 1
        evidence.counts.update(candidate.features)
    for key, evidence in every.items():
        evidence.twins = twins.get(key, 0)
    return every


def score(candidate: Candidate, evidence: Evidence) -> float:
    """Above 0: rather a person than not."""
    own = sum(AT_PLACE.get(feature, 0.0) for feature in candidate.features)
    if candidate.weak and not _word_may_name(candidate, evidence):
        return -9.0
    return PRIOR + own + evidence.weight()


def _word_may_name(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a word of the language is a name here: printed in full or with a title, here or elsewhere on the page."""
    features = set(candidate.features)
    if candidate.key in kind_words("functions"):
        return False
    if features & {"form of address before it", "forename or initial before it", "title before it"}:
        return True
    strong = sum(evidence.counts[feature] for feature in STRONG)
    if not strong or evidence.twins > 4 * evidence.met or "-after 'the'" in features or "-after an article" in features:
        return False
    if "first in its sentence" in features:
        return evidence.twins == 0 or any(AT_PLACE.get(feature, 0) > 0 for feature in features)
    return True
