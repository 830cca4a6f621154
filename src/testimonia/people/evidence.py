"""Weighs what the whole page says of a word and what its own place says: does it name a person here?

Every occurrence of a word lends its features to the others: a man who is asked and answers on one line is a man on the
next. The word's own place decides where they differ ("in Hartley", "the Hartley works").
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from testimonia.words.kinds import kind_words
from testimonia.words.titles import is_calling, is_title

from .candidates import Candidate
from .word_sorts import sort_of

__all__ = ["Evidence", "gather_evidence", "judge", "score"]

# weight of a feature over the page, per doubling of how often it was met, and at the place itself
OVER_PAGE: Mapping[str, float] = {
    "forename or initial before it": 2.0,
    "family name first in a list": 2.0,
    "label of a turn": 3.0,
    "spoken to in a label": 2.0,
    "form of address before it": 2.5,
    "title before it": 1.5,
    "calling before it": 1.5,
    "opens a line before a colon": 0.5,
    "adjective before it": 0.5,
    "alone in brackets": 0.7,
    "whose thing it is": 0.7,
    "object of what is done to persons": 0.8,
    "owns what persons have": 1.0,
    "owns something": 0.2,
    "speaks or writes": 1.2,
    "does or suffers what persons do": 0.6,
    "names an event": 0.5,
    "called out to": 1.0,
    "'who' after it": 1.5,
    "age after it": 1.5,
    "role after it": 1.5,
    "an author": 1.5,
    "title behind it": 2.0,
    "beside a person": 0.6,
    "-after 'the'": -2.0,
    "-after 'the', with a noun": -0.1,
    "-an office of it": -1.0,
    "-after a word of motion": -1.0,
    "-of it, after a name": -1.0,
    "-after 'Saint'": -1.0,
    "-a firm": -0.5,
    "-called a firm": -4.0,
    "-a ship": -2.0,
    "-owns what bodies have": -1.0,
    "-'which' after it": -1.2,
    "role before it": 1.0,
    "-from one to the other": -0.7,
    "-two words, neither of them a forename": -0.3,
    "-what is done to firms, ships or places": -1.2,
    "-after another word with a capital": -1.0,
    "-in capitals": -1.0,
    "-made of words of the language": -1.0,
    "given or said to": 1.0,
    "-after an article": -0.5,
    "-after 'in' or 'at'": -1.5,
    "-after 'from' or 'to'": -0.3,
    "-after 'town of'": -1.5,
    "-part of a longer name": -0.7,
    "-before another name": -0.2,
    "-names a place or body": -0.7,
    "-beside a place": -0.4,
    "-after a word for 'of'": -0.3,
    "-a cited title": -0.5,
    "after 'by' or 'with'": 0.2,
    "-'where' after it": -1.0,
    "-one of several events": -0.7,
    "-heads a dateline": -1.5,
    "office before it": 1.0,
}
STRONG = frozenset(  # what makes a word of the language somebody's name elsewhere on the page
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
    "tells somebody": 4.5,
    "a word not met alone before it": 0.5,
    "title behind it": 4.0,
    "a nickname": 20.0,
    "-an adjective by its look": -2.5,
    "-a word that is spoken of": -3.0,
    "given name of somebody on the page": 3.0,
    "given name of a family named after it": 4.0,
    "label of a turn": 3.0,
    "spoken to in a label": 3.0,
    "form of address before it": 4.0,
    "title before it": 2.0,
    "calling before it": 2.0,
    "opens a line before a colon": 1.0,
    "adjective before it": 1.0,
    "alone in brackets": 0.5,
    "whose thing it is": 0.7,
    "object of what is done to persons": 0.7,
    "owns what persons have": 1.0,
    "owns something": 0.3,
    "speaks or writes": 1.2,
    "does or suffers what persons do": 0.7,
    "names an event": 1.2,
    "called out to": 1.5,
    "'who' after it": 1.5,
    "age after it": 2.0,
    "role after it": 1.5,
    "beside a person": 1.0,
    "-a known place": -2.5,
    "-a known place, and a forename": -0.7,
    "-heads a dateline": -1.5,
    "-after a word of motion": -2.5,
    "-of it, after a name": -2.5,
    "-after 'Saint'": -4.0,
    "-a date": -4.0,
    "-a firm": -12.0,
    "-called a firm": -12.0,
    "-a ship": -12.0,
    "-explains what stands before it": -3.0,
    "-owns what bodies have": -1.0,
    "-'which' after it": -2.5,
    "-after a foreign article": -1.0,
    "role before it": 1.5,
    "-from one to the other": -2.0,
    "-two words, neither of them a forename": -0.8,
    "-what is done to firms, ships or places": -1.5,
    "-a word of the language": -1.5,
    "-in capitals": -2.0,
    "-after 'the'": -4.0,
    "-after 'the', with a noun": -1.0,
    "-an office of it": -1.5,
    "-after another word with a capital": -2.0,
    "given or said to": 1.0,
    "-after an article": -2.0,
    "-after 'in' or 'at'": -2.5,
    "-after 'from' or 'to'": -0.5,
    "-after 'town of'": -2.0,
    "-part of a longer name": -12.0,
    "-made of words of the language": -2.0,
    "-'where' after it": -5.0,
    "-label of nobody": -9.0,
    "-plural of a name": -8.0,
    "-names a family": -14.0,
    "after 'by' or 'with'": 0.3,
    "first in its sentence": -0.7,
    "-before another name": -0.3,
    "-names a place or body": -5.0,
    "-beside a place": -1.0,
    "-after a word for 'of'": -1.2,
    "-a cited title": -6.0,
    "-a height": -12.0,
    "-in a list of places": -9.0,
    "-ends as places do": -2.0,
    "-one of several events": -2.0,
    "office before it": 5.0,
    "in a list of persons": 2.0,
}
SHARE = 1.5  # how much the rest of the page pulls: this much if all other places of the word name persons, or none
LEAST_FOR_SHARE = 3
ACTS = (
    "speaks or writes",
    "object of what is done to persons",
    "owns what persons have",
    "'who' after it",
    "tells somebody",
)
PLACE_SIGNS = ("-after 'in' or 'at'", "-names a place or body", "-after 'town of'", "-after a word of motion")
LEAST_SIGNS, MET_FOR_A_SIGN = 2, 10
PLACE_TOO = -4.0
EVENTS_ONLY = -1.5
TWINS_OF_A_NAME = 2  # so often a family name may stand on the page as a word
LEAST_INSIDE, LEAST_ACTS = 2, 2
TWINS_FOR_A_NAME, WITH_THE_FOR_A_NAME = 10, 5
SHOWN_BESIDE = 0.7
SHOWN = 2.0  # a feature of this weight shows a name in any language
NEVER = -9.0
LONGEST_INITIALS = 3
PRIOR = 0.6  # a capitalised word that is no word of the language is rather a person's name than not
MOST_OVER_PAGE = 6.0
TWINS = -1.5  # per doubling of how often the word is met in small letters against with a capital


@dataclass
class Evidence:
    """What the page says of one word: how often each feature, and how often the word in small letters."""

    counts: Counter[str] = field(default_factory=Counter)
    met: int = 0
    twins: int = 0
    mixed: int = 0  # how often with a capital and small letters
    persons: int = 0  # how many of its places in mixed-case text name a person, once they are judged

    def speaks_like_a_person(self) -> bool:
        """Whether a word of the language is a name throughout: never in small letters, and doing what persons do."""
        acts = sum(self.counts[feature] for feature in ACTS)
        inside = self.met - self.counts["first in its sentence"]
        with_the = (
            self.counts["-after 'the'"] + self.counts["-after 'the', with a noun"] + self.counts["-after an article"]
        )
        return (
            inside >= LEAST_INSIDE
            and acts >= LEAST_ACTS
            and self.twins * TWINS_FOR_A_NAME <= self.met
            and with_the * WITH_THE_FOR_A_NAME <= self.met
        )

    def names_events_only(self) -> bool:
        """Whether the page has the word more than once, and never but for events: then it is where they were."""
        events = self.counts["names an event"] + self.counts["-one of several events"]
        return self.met > 1 and self.counts["-one of several events"] > 0 and events == self.met

    def is_place_too(self) -> bool:
        """Whether the page has several signs that a place is so called, be it a man's name or not."""
        signs = sum(self.counts[feature] for feature in PLACE_SIGNS)
        return signs >= LEAST_SIGNS and signs * MET_FOR_A_SIGN >= self.met

    @cached_property
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
        evidence = every.get(candidate.key)
        if evidence is None:
            evidence = every[candidate.key] = Evidence()
        evidence.met += 1
        evidence.mixed += not candidate.tokens.words[candidate.last].isupper()
        counts = evidence.counts
        for feature in candidate.features:
            counts[feature] += 1
    for key, evidence in every.items():
        evidence.twins = twins.get(key, 0)
    return every


def score(candidate: Candidate, evidence: Evidence) -> float:
    """Above 0: rather a person than not."""
    own = 0.0
    for feature in candidate.features:
        own += AT_PLACE.get(feature, 0.0)
    if candidate.weak and not _word_may_name(candidate, evidence):
        return NEVER
    word = candidate.tokens.words[candidate.last]
    if candidate.tokens.language != "en" and _may_be_any_word(candidate, evidence):
        return NEVER
    if word.isupper() and len(word) <= LONGEST_INITIALS and not evidence.mixed and not candidate.given:
        return NEVER  # initials for a name are no name, nor is "BBC"
    if evidence.names_events_only():
        own += EVENTS_ONLY
    if "-after 'in' or 'at'" in candidate.features and evidence.is_place_too():
        own += PLACE_TOO
    return PRIOR + own + evidence.weight


def _may_be_any_word(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether it opens a sentence, in a language without a list of words here, and may have its capital from that."""
    if "first in its sentence" not in candidate.features or candidate.first < candidate.last:
        return False
    if any(AT_PLACE.get(f, 0.0) >= SHOWN or f == "called out to" for f in candidate.features):
        return False
    return evidence.twins > 0 or evidence.counts["first in its sentence"] == evidence.met


def judge(found: Sequence[Candidate], evidence: Mapping[str, Evidence]) -> None:
    """Score all candidates of a page: each word by itself first, then once more with what most of its places name."""
    for candidate in found:
        candidate.score = score(candidate, evidence[candidate.key])
        evidence[candidate.key].persons += candidate.score > 0
    for candidate in found:
        own = evidence[candidate.key]
        if candidate.score == NEVER and own.persons:
            candidate.score = score(candidate, own)
        if own.met >= LEAST_FOR_SHARE:
            candidate.score += SHARE * (2 * own.persons / own.met - 1)
    for own in evidence.values():
        own.persons = 0
    for candidate in found:
        evidence[candidate.key].persons += candidate.score > 0


# titles that are family names as well: "Mr. Dean", but not "Mr. Speaker"
_TITLES_AND_NAMES = frozenset(
    "king dean marshall bishop pope abbot prior major judge duke earl baron knight constable sheriff khan cardinal "
    "deacon prince noble proctor chamberlain chaplin chaplain clerk foreman gunner nurse page parson provost squire "
    "warden count".split()
)


def _word_may_name(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a word of the language is a name here: printed in full or with a title, here or elsewhere on the page."""
    features = set(candidate.features)
    if candidate.key in kind_words("functions"):
        return False
    if candidate.tokens.language != "en" and candidate.key in kind_words("foreign_functions"):
        return False
    sort = sort_of(candidate.tokens.words[candidate.last])
    if features & {"forename or initial before it", "a nickname"}:
        return True
    if "form of address before it" in features:
        return sort != "title" or candidate.key in _TITLES_AND_NAMES
    if "office before it" in features:
        return sort == "common" and evidence.twins <= TWINS_OF_A_NAME
    if "in a list of persons" in features and sort == "common" and not evidence.twins:
        return True
    if "tells somebody" in features and sort == "common" and not evidence.twins and not is_calling(candidate.key):
        return True  # "Reed, at the works, told me"
    if "a word not met alone before it" in features:
        return evidence.persons > 0 or any(AT_PLACE.get(feature, 0.0) >= SHOWN_BESIDE for feature in candidate.features)
    inside = "first in its sentence" not in features
    if "title before it" in features or ("calling before it" in features and inside):
        return True
    if "-in capitals" in features or (
        sort == "title" and candidate.tokens.low(candidate.last + 1) in ("of", "for", "to")
    ):
        return False
    if evidence.speaks_like_a_person():
        return "-after 'the'" not in features
    strong = sum(evidence.counts[feature] for feature in STRONG)
    if "label of a turn" in features and (is_title(candidate.key) or evidence.twins > evidence.met):
        return False
    if not strong or evidence.twins > 4 * evidence.met or "-after 'the'" in features or "-after an article" in features:
        return False
    if "first in its sentence" in features:
        return evidence.twins == 0 or any(AT_PLACE.get(feature, 0) > 0 for feature in features)
    return True
