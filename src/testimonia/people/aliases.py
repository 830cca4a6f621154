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
from .forms import Naming
from .namesakes import Namesake
from .surroundings import Surroundings

__all__ = ["Alias", "find_aliases"]

_LONGEST_GAP = 60  # code points between the two names
_RARE = 2  # a name in brackets explains one that stands no more often than so
_CALLED = r"(?:called|nicknamed|styled|dubbed|christened|surnamed)"
_ADVERB = r"(?:(?:also|otherwise|better|generally|usually|universally|always|then|commonly) )?"
_QUOTE = r"[\"“”'‘’«„]?"
_KNOWN_AS = re.compile(
    rf",?\s+(?:(?:who|that) (?:is|was) )?{_ADVERB}known(?: \w+){{0,5}}? (?:as|by the name of)(?: the)?\s+{_QUOTE}"
    rf"|(?:,\s+|\s+(?:who|that) (?:is|was) ){_ADVERB}{_CALLED}(?: the)?\s+{_QUOTE}"
)
_THAT_IS = re.compile(
    r",?\s*[(\[]?\s*(?:alias|a\.?k\.?a\.?|that is(?: to say)?,?|i\.\s?e\.,?|n[ée]e|born|pseudonym|real name|"
    r"(?:his|her|whose) (?:real|true|party|pen|own|maiden|code) ?name (?:is|was)|otherwise|dite?|vulgo|genannt)(?:\s+(?:the|le|la|der|die|das|el|il))?\s+"
    r"[\"“”'‘’«„]?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"['’\"”»]?\s*(?P<open>[(\[])\s*(?:the\s+)?[\"“‘']?")
_BRACKET_END = re.compile(r"[\"”’']?\s*(?P<close>[)\]])")
_CALLED_HIM = re.compile(
    rf"\b{_CALLED} (?:him|her) (?:the |our |my )?{_QUOTE}$|\bknew (?:him|her) as (?:the )?{_QUOTE}$"
)
_AS_KNOWN = re.compile(rf"[\"”’»]?,? as (?:\w+ ){{1,5}}?(?:is|was|were|are) (?:\w+ )?(?:known|{_CALLED})\b")


@dataclass(frozen=True, slots=True)
class Alias:
    """Two namings, by index, that the page says are one person's, and the words that say so."""

    nickname: int
    name: int
    confidence: float
    reason: Reason


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
        if _KNOWN_AS.fullmatch(gap) or _THAT_IS.fullmatch(gap):
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
        said = _CALLED_HIM.search(self.text[start : naming.span.start])
        after = _AS_KNOWN.match(self.text, naming.span.end)
        bearer = self._bearer(indexes, place) if said or after else None
        if bearer is None:
            return None
        if said:
            span = Span(start + said.start(), naming.span.end)
        else:
            span = Span(naming.span.start, after.end() if after else naming.span.end)
        reason = Reason("the page says that somebody is called so", span.cut(self.text), span)
        return Alias(naming.index, bearer, 0.75, reason)

    def _bearer(self, indexes: Sequence[int], place: int) -> int | None:
        """Who "him" is in "they called him …": the only other person of the passage, else the first of its heading."""
        own = self.people.get(indexes[place])
        others = [i for i in indexes if i in self.people and self.people[i] is not own]
        if len({id(self.people[i]) for i in others}) == 1:
            return others[0]
        naming = self.scene.namings[indexes[place]]
        under = self.scene.in_claim.get(naming.claim or "", ())
        heading = [i for i in under if self.scene.namings[i].in_claim and self.people.get(i) is not own]
        return next((i for i in heading if i in self.people), None)
