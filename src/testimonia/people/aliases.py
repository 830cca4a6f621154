"""Nicknames, party names and assumed names, where the page says whose they are in words or in brackets.

Reads ``Hartley, known as the Heron``, ``the Heron (Hartley)``, ``Piers [Hartley]``, ``they all called him the Heron``.
What the page does not say is not guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Reason, Span
from .bearers import Namesake
from .forms import Naming
from .surroundings import Surroundings

__all__ = ["Alias", "find_aliases"]

_LONGEST_GAP = 90  # code points between the two names
_LONGEST_LEAD = 24  # code points: "christened" and an article
_NEAR = 200  # code points before "they called him …" within which he was named
_RARE = 2  # a name in brackets explains one that stands no more often than so
_QUOTE = r"[\"“”'‘’«„]*"
_THE = r"(?:(?:the|our|my|their|le|la|l['’]|der|die|das|el|il)\s)?"
_ADVERB = (
    r"(?:(?:also|otherwise|better|generally|usually|universally|always|then|commonly|simply|affectionately|all)\s){0,2}"
)
_CALLED = r"(?:called|nicknamed|styled|dubbed|christened|surnamed|code-?named|surnommée?|appelée?|dite?|genannt)"
_NAME_FOR = (
    r"(?:nickname|nick-name|code[ -]?name|cover[ -]?name|party[ -]?name|pen[ -]?name|nom de guerre|nom de plume|"
    r"pseudonym|alias|sobriquet|by-?name|assumed name|stage name|real name|true name|own name|surnom|Spitzname)"
)
_OF_HIMSELF = r"(?:himself|herself)"


def _between(*patterns: str) -> re.Pattern[str]:
    """What may stand between two names of one person, the second of which may have an article and quotation marks."""
    return re.compile("|".join(rf"(?:{pattern})\s+{_THE}{_QUOTE}" for pattern in patterns))


# the words between a name and another name of the same person
_STATED = _between(
    rf",?\s+(?:(?:who|that) (?:is|was) )?{_ADVERB}known(?: \w+){{0,5}}? (?:as|by the name of|under the name of)",
    rf"(?:,|\s[(])\s*{_ADVERB}{_CALLED}(?: by (?:\w+ ){{1,4}}?)?",
    rf"(?:,?\s+(?:who|that) (?:is|was)|,\s+(?:he|she) was) {_ADVERB}{_CALLED}",
    r",?\s+whom (?:\w+ ){1,5}?(?:call|called|knew as|nicknamed|dubbed)",
    r",?\s+que (?:\w+ ){1,4}?(?:appelaient|appelait|nommaient|surnommaient)",
    rf",?\s+(?:who )?(?:call|sign|styl|nam)(?:s|ed|ing|ling|led)? {_OF_HIMSELF}(?: as)?",
    r",?\s+(?:who )?(?:went|goes|going|passed|passing|travelled|travelling|lived|living|writing|wrote)(?: \w+){0,2} "
    r"(?:by|under) the name(?: of)?",
    r",?\s+(?:under|by) the (?:false |assumed )?name(?: of)?",
    r",?\s*[(]?\s*(?:alias|a\.?k\.?a\.?|that is(?: to say)?,?|i\.\s?e\.,?|c['’]est-à-dire|in other words,?|vulgo)",
    rf",?\s*[(]?\s*(?:(?:his|her|whose|the|with the) )?{_NAME_FOR}(?: (?:is|was|being))?:?",
    rf"{_QUOTE},?\s+(?:which )?(?:is|was)? ?(?:the |their |our |my |a )?{_NAME_FOR} (?:of|for|given to)",
    rf"{_QUOTE},\s+as (?:\w+ ){{1,4}}?(?:call|called|nicknamed|dubbed|knew)",
)
# a maiden or later name: this one place is the person's, not all who bear the name
_BORN = _between(
    r",?\s*[(]?\s*(?:née?|nee|born|geb\.|geborene|z domu|урождённая|урожденная)",
    r",?\s*[(]?\s*(?:then|formerly|later|afterwards|subsequently|now|the future|by then|plus tard|veuve|femme) "
    r"(?:Miss|Mrs\.?|Mr\.?|Lady|Lord|Sir|Mme|Mlle|Frau|Baron(?:ess)?|Count(?:ess)?|Dame|Viscount|Earl)",
)
_BRACKET = re.compile(rf"['’\"”»]?\s*(?P<open>[(\[])\s*{_THE}{_QUOTE}")
_BRACKET_END = re.compile(r"[\"”’'»]*\s*(?P<close>[)\]])")
# "they called him the …", "he was known as …", with the name behind it
_CALLED_HIM = re.compile(
    rf"\b(?:{_CALLED}|call|named) (?:him|her) {_THE}{_QUOTE}$|\b(?:knew|know) (?:him|her) as {_THE}{_QUOTE}$"
    rf"|\b(?:[Hh]e|[Ss]he) (?:is|was|had been) {_ADVERB}(?:{_CALLED}|known(?: \w+){{0,4}}? as) {_THE}{_QUOTE}$"
    rf"|\b(?:[Hh]e|[Ss]he) (?:went by|answered to)(?: the name(?: of)?)? {_THE}{_QUOTE}$"
    rf"|\b(?:[Hh]is|[Hh]er) {_NAME_FOR} (?:is|was) {_THE}{_QUOTE}$"
)
_CALL_ME = re.compile(rf"\b{_CALLED} me {_THE}{_QUOTE}$|\bcall me {_THE}{_QUOTE}$")
_AS_KNOWN = re.compile(
    rf"{_QUOTE},? as (?:\w+ ){{1,5}}?(?:is|was|were|are) (?:\w+ )?(?:known|{_CALLED})\b"
    rf"|{_QUOTE},? as (?:\w+ ){{1,4}}?(?:call|called) (?:him|her)\b"
)


_QUOTES = "\"“”'‘’«„"
# what the words before a nickname end with, its article left out; they are searched for the rest only then
_LEADING = re.compile(rf"(?:him|her|me|as|of|is|was|name|to|by|{_CALLED})\s*{_THE}$")


def _may_lead_to_a_nickname(words: str) -> bool:
    return _LEADING.search(words.rstrip(_QUOTES)[-_LONGEST_LEAD:]) is not None


@dataclass(frozen=True, slots=True)
class Alias:
    """Two namings, by index, that the page says are one person's, and the words that say so."""

    nickname: int
    name: int
    confidence: float
    reason: Reason
    whole: bool = True  # whether all that is called by the nickname is that person


def find_aliases(text: str, people: Mapping[int, Namesake], scene: Surroundings) -> list[Alias]:
    """The places where the page says in words or brackets that two names are one person's.

    ``people`` has the person of each naming that was settled before; given names alone are missing there.
    """
    return list(_Aliases(text, people, scene).find())


class _Aliases:
    def __init__(self, text: str, people: Mapping[int, Namesake], scene: Surroundings) -> None:
        self.text = text
        self.people = people
        self.scene = scene
        self.times = Counter(id(person) for person in people.values())

    def find(self) -> Iterator[Alias]:
        for indexes in self.scene.in_record.values():
            for a, b in pairwise(indexes):
                if not self._are_one(a, b) and (alias := self._stated(self.scene.namings[a], self.scene.namings[b])):
                    yield alias
            for place in range(len(indexes)):
                if (alias := self._called(indexes, place)) is not None:
                    yield alias

    def _are_one(self, a: int, b: int) -> bool:
        return a in self.people and self.people[a] is self.people.get(b)

    def _is_nickname(self, naming: Naming) -> bool:
        """Whether nothing but this one word is known of somebody."""
        person = self.people.get(naming.index)
        if person is None:
            return True
        return naming.form.is_bare and all(not (f.given or f.initials) for f in person.forms)

    def _times(self, naming: Naming) -> int:
        return self.times[id(self.people[naming.index])] if naming.index in self.people else 0

    def _stated(self, a: Naming, b: Naming) -> Alias | None:
        gap = self.text[a.span.end : b.span.start]
        if len(gap) > _LONGEST_GAP:
            return None
        span = Span(a.span.start, b.span.end)
        words = span.cut(self.text)
        if _BORN.fullmatch(gap):
            return Alias(
                b.index, a.index, 0.85, Reason("the page says that it is another name", words, span), whole=False
            )
        if _STATED.fullmatch(gap):
            names = [(x, y) for x, y in ((b, a), (a, b)) if self._is_nickname(x)]
            if not names:
                return None
            nickname, name = min(names, key=lambda pair: self._is_nickname(pair[1]) and self._times(pair[0]))
            return Alias(nickname.index, name.index, 0.95, Reason("the page says that it is another name", words, span))
        opened, closed = _BRACKET.fullmatch(gap), _BRACKET_END.match(self.text, b.span.end)
        if opened is None or closed is None or not self._is_nickname(a):
            return None
        alone = not a.form.family
        rare = self._times(a) <= _RARE and self._times(a) < self._times(b)
        if alone or (rare and opened["open"] == "[" and not a.title):
            sureness = 0.9 if opened["open"] == "[" else 0.8
            return Alias(a.index, b.index, sureness, Reason("the name in brackets after it", words, span))
        return None

    def _called(self, indexes: Sequence[int], place: int) -> Alias | None:
        naming = self.scene.namings[indexes[place]]
        if not self._is_nickname(naming):
            return None
        start = max(0, naming.span.start - _LONGEST_GAP)
        before = self.text[start : naming.span.start]
        called = _may_lead_to_a_nickname(before)
        said = _CALLED_HIM.search(before) if called else None
        after = _AS_KNOWN.match(self.text, naming.span.end)
        mine = _CALL_ME.search(before) if called else None
        bearer = self._bearer(indexes, place) if said or after else self._speaker(indexes, place) if mine else None
        said = said or mine
        if bearer is None:
            return None
        if said:
            span = Span(start + said.start(), naming.span.end)
        else:
            span = Span(naming.span.start, after.end() if after else naming.span.end)
        reason = Reason("the page says that somebody is called so", span.cut(self.text), span)
        return Alias(naming.index, bearer, 0.75, reason)

    def _speaker(self, indexes: Sequence[int], place: int) -> int | None:
        """Who "me" is: the label of the turn."""
        labels = [i for i in indexes[:place] if self.scene.namings[i].is_label and i in self.people]
        return labels[-1] if labels else None

    def _bearer(self, indexes: Sequence[int], place: int) -> int | None:
        """Who "him" is in "they called him …": the only other person of the passage or near by, else the heading's."""
        own = self.people.get(indexes[place])
        others = [i for i in indexes if i in self.people and self.people[i] is not own]
        if len({id(self.people[i]) for i in others}) == 1:
            return others[0]
        naming = self.scene.namings[indexes[place]]
        before = [i for i in others if i < indexes[place] and not self.scene.namings[i].is_label]
        near = [i for i in before if naming.span.start - self.scene.namings[i].span.end <= _NEAR]
        if len({id(self.people[i]) for i in near}) == 1:
            return near[-1]
        under = self.scene.in_claim.get(naming.claim or "", ())
        heading = [i for i in under if self.scene.namings[i].in_claim and self.people.get(i) is not own]
        return next((i for i in heading if i in self.people), None)
