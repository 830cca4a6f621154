"""Whose a verb is, in an excerpt taken apart.

No parser: words that may stand between a subject and its verb are stepped over. What cannot be told is left open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from testimonia.words.grammar import ADVERBIAL, BE, DETERMINERS, PREPOSITIONS
from testimonia.words.titles import is_title

from .insertions import before_insertion
from .negations import NEGATIONS, NO_TIME
from .parties import Party
from .referents import GOVERNING, HE, SHE, Referents
from .utterances import Utterance

__all__ = ["Kind", "Subject", "Subjects"]

_I = frozenset(("i", "we", "me", "us", "my", "our"))
_THINGS = frozenset("it this that these those there which what something nothing everything".split())
_ALL = frozenset("all both some most many several each two three none".split())
_AMOUNTS = frozenset(
    """all some several none many most bulk majority minority rest remainder number section sections part dozen dozens
    hundreds thousands handful few two three four five six half""".split()
)
_APART = 30  # words that may stand between somebody and his verb
_TELLING = frozenset("a an who whose whom which one himself herself then now once formerly himself the his her".split())


class Kind(StrEnum):
    """What a subject is."""

    PARTY = "party"
    SELF = "self"  # "I" and "we"
    THING = "thing"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose a verb is: ``parties`` if anybody's, ``start`` the place of its first word."""

    kind: Kind
    parties: tuple[Party, ...] = ()
    start: int = -1
    pronoun: str = ""
    owner: Party | None = None  # "Ash's letter", "the letter of Ash"
    negative: bool = False  # "nobody", "no member"


_NOBODY = Subject(Kind.NONE)


class Subjects(Referents):
    """Finds the subjects of verbs in one reading, and whom its pronouns mean."""

    def _weighs_by_genitive(self, number: int) -> bool:
        return self.reading.parties[number].genitive

    def _head_before(self, number: int, utterance: Utterance) -> int:
        """The group that a party is part of the name of: "the leaders of the league, who"; -1 for none."""
        place = self.first_word.get(number, 0) - 1
        while place > utterance.first and self.reading.words[place].low in ("the", "this", "that"):
            place -= 1
        if place > utterance.first and self.reading.words[place].low == "of":
            return self.reading.party_number(place - 1)
        return -1

    def of_verb(self, place: int, utterance: Utterance, last: Subject | None) -> Subject:
        """The subject of the verb at a place; ``last`` is that of the verb before it in the sentence."""
        reading = self.reading
        words, text = reading.words, reading.text
        at = before_insertion(reading, place, utterance.first, self.weights)
        commas = 0 if at < 0 else 1
        at = place - 1 if at < 0 else at
        negative = False
        while at >= utterance.first:
            word = words[at]
            gap = text[word.end : words[at + 1].start]
            if ";" in gap or ":" in gap or ("." in gap and not word.capital):
                return last or _NOBODY
            closing = ")" in gap or "]" in gap
            if closing and reading.party_number(at) < 0:
                at = self._before_bracket(at, utterance.first)
                continue
            if "," in gap or "–" in gap or "--" in gap or "—" in gap:
                commas += 1
                if commas > 2:
                    return _NOBODY
                if word.low in ("and", "but", "or"):
                    return last or _NOBODY
            low = word.low
            number = reading.party_number(at)
            if number >= 0:
                governed = self._governing(number, utterance)
                if governed > utterance.first and reading.party_number(governed - 1) < 0:
                    at = governed - 1
                    continue
                named = self._apposed(number, utterance) if commas == 1 else -1
                if named >= 0:
                    number, at = named, self.first_word.get(named, at)
                return self._party_subject(number, at, utterance, last, negative)
            if low in ("and", "but", "or") and at + 1 <= place:
                return last or _NOBODY
            if low == "to":
                return last or _NOBODY
            if low in NEGATIONS:
                if low in ("nobody", "none", "neither"):
                    return Subject(Kind.THING, (), at, low, None, True)
                negative = negative or low == "no"
                at -= 1
                continue
            if low in _I:
                if low in ("i", "we"):
                    return Subject(Kind.SELF, (), at, low)
                return last or _NOBODY
            if low in HE or low in SHE or low in ("they", "both"):
                if low in ("him", "his", "her", "hers"):
                    return last or _NOBODY
                if low.endswith("self"):
                    at -= 1
                    continue
                return Subject(Kind.PARTY, self.meant(at), at, low)
            if low == "who" or low == "whom":
                if at - 2 > utterance.first and words[at - 1].low == "of" and words[at - 2].low in _ALL:
                    at -= 2  # "Ash and Birch, all of whom"
                before = reading.party_number(at - 1) if at > utterance.first else -1
                if (
                    before >= 0
                    and self.weights[before] < 1.0
                    and not self._weighs_by_genitive(before)
                    and self._head_before(before, utterance) >= 0
                ):
                    before = self._head_before(before, utterance)
                if before >= 0:
                    return Subject(Kind.PARTY, self.together(before), at - 1, low)
                return Subject(Kind.THING, (), at, low)
            if low in _THINGS:
                return Subject(Kind.THING, (), at, low)
            if low == "all" and self._begins(at, utterance):
                return Subject(Kind.PARTY, self.meant(at), at, "they")
            if low in ADVERBIAL or low.endswith("ly") or low in BE:
                at -= 1
                continue
            if low in NO_TIME and at - 2 >= utterance.first and words[at - 1].low == "no":
                at -= 3
                continue
            who = self._who_before(at, utterance.first) if commas else -1
            if who >= 0:
                at = who
                continue
            if commas == 1:
                # a clause between commas: go on before it
                back = self._comma_before(at, utterance.first)
                if back is None:
                    return last or _NOBODY
                at = back
                commas = 1
                number = reading.party_number(at)
                if number >= 0:
                    named = self._apposed(number, utterance) if self.is_object(number) else -1
                    if named >= 0:
                        number, at = named, self.first_word.get(named, at)
                    return self._party_subject(number, at, utterance, last, negative)
                return last or _NOBODY
            return self._thing(at, utterance, negative)
        return last or _NOBODY

    def _begins(self, at: int, utterance: Utterance) -> bool:
        """Whether a word is the first of its clause: behind a comma, or "and"."""
        words = self.reading.words
        if at == utterance.first:
            return True
        gap = self.reading.text[words[at - 1].end : words[at].start]
        return words[at - 1].low in ("and", "but", "that", "yet") or any(mark in gap for mark in ",;:–—")

    def main(self, place: int, utterance: Utterance, begin: int = -1) -> Subject:
        """The first party of the sentence, or from ``begin`` on, that can be a subject, before a place."""
        reading = self.reading
        for at in range(utterance.first if begin < 0 else begin, place):
            number = reading.party_number(at)
            if number >= 0 and not self.is_object(number):
                return Subject(Kind.PARTY, self.together(number), at)
            low = reading.words[at].low
            if low in ("he", "she", "they"):
                return Subject(Kind.PARTY, self.meant(at), at, low)
            if low in ("i", "we"):
                return Subject(Kind.SELF, (), at, low)
        return _NOBODY

    def _party_subject(
        self, number: int, at: int, utterance: Utterance, last: Subject | None, negative: bool
    ) -> Subject:
        reading = self.reading
        party = reading.parties[number]
        first = self.first_word.get(number, at)
        if party.genitive:
            return Subject(Kind.THING, (), first, "", party)
        if self.weights[number] < 1.0:
            before = first - 1
            while before > utterance.first and is_title(reading.words[before].low):
                before -= 1
            preposition = reading.words[before].low
            if preposition == "of":
                return self._owned(before, utterance, party)
            if before - 1 >= utterance.first:
                number = reading.party_number(before - 1)
                if number >= 0 and self.weights[number] >= 1.0:
                    return Subject(Kind.PARTY, self.together(number), self.first_word.get(number, before - 1))
            if last is not None:
                return last
            return Subject(Kind.THING, (), first, "", party)
        if party.kind == "anon" and number:
            earlier = reading.parties[number - 1]
            gap = reading.text[earlier.end : party.start]
            if (
                earlier.kind == "person"
                and gap.startswith(",")
                and len(gap) < 40
                and not any(m in gap for m in ";.:!?")
            ):
                return self._party_subject(number - 1, self.first_word.get(number - 1, at), utterance, last, negative)
        together = self.together(number)
        start = min(self.first_place(party, first) for party in together)
        head = reading.words[start].low
        negative = negative or head in ("no", "none", "neither") or (start > 0 and reading.words[start - 1].low == "no")
        return Subject(Kind.PARTY, together, start, "", None, negative)

    def _apposed(self, number: int, utterance: Utterance) -> int:
        """Whom words between commas tell of that close with this party: "Ash, a friend of Brand, said", "Ash, who had
        met Brand, said"; -1 for nobody."""
        reading = self.reading
        words, text = reading.words, reading.text
        begin = self.first_word.get(number, 0)
        for at in range(begin - 1, max(utterance.first, begin - _APART) - 1, -1):
            gap = text[words[at].end : words[at + 1].start]
            if any(mark in gap for mark in ";:.!?()[]"):
                return -1
            earlier = reading.party_number(at)
            if "," not in gap or earlier < 0 or self.weights[earlier] < 1.0 or reading.parties[earlier].genitive:
                continue
            low = words[at + 1].low
            if reading.parties[earlier].kind == "person" and (low in _TELLING or low.endswith(("ing", "ed", "ly"))):
                return earlier
        return -1

    def _governing(self, number: int, utterance: Utterance) -> int:
        """The place of the preposition before a party, other than "of"; -1 for none."""
        if self.weights[number] == 1.0 or self.reading.parties[number].genitive:
            return -1
        place = self.first_word.get(number, 0) - 1
        while place > utterance.first and is_title(self.reading.words[place].low):
            place -= 1
        low = self.reading.words[place].low
        return place if low in GOVERNING and low != "of" else -1

    def _owned(self, preposition: int, utterance: Utterance, party: Party) -> Subject:
        """``the engineers of Ash`` are they; ``the letter of Ash`` is his."""
        number = self.reading.party_number(preposition - 1) if preposition > utterance.first else -1
        if number >= 0:
            return Subject(Kind.PARTY, (self.reading.parties[number],), self.first_word.get(number, preposition - 1))
        if preposition > utterance.first and self.reading.words[preposition - 1].low in _AMOUNTS:
            return Subject(
                Kind.PARTY, (party,), preposition - 1, "", None, self.reading.words[preposition - 1].low == "none"
            )
        return Subject(Kind.THING, (), preposition - 1, "", party)

    def _thing(self, at: int, utterance: Utterance, negative: bool) -> Subject:
        """A noun that is nobody, and whose it is."""
        reading = self.reading
        place = at
        owner = None
        while place >= utterance.first and at - place < 6:
            number = reading.party_number(place)
            if number >= 0:
                owner = reading.parties[number] if reading.parties[number].genitive else None
                break
            low = reading.words[place].low
            if low in ("his", "her", "their", "my", "our"):
                meant = self.meant(place) if low not in ("my", "our") else ()
                owner = meant[0] if meant else None
                break
            if low in PREPOSITIONS or (low in DETERMINERS and place > utterance.first):
                before = place if low in PREPOSITIONS else place - 1
                head = reading.party_number(before - 1) if before > utterance.first else -1
                if reading.words[before].low in PREPOSITIONS and head >= 0 and not self.is_object(head):
                    return Subject(Kind.PARTY, self.together(head), self.first_word.get(head, before - 1))
                break
            if low == "no":
                negative = True
                break
            if "," in reading.text[reading.words[place - 1].end : reading.words[place].start] if place else False:
                break
            place -= 1
        return Subject(Kind.THING, (), max(place, utterance.first), "", owner, negative)

    def _who_before(self, at: int, first: int) -> int:
        """The place of a "who" with a comma behind it, a few words before; -1 for none."""
        for place in range(at, max(first, at - 8), -1):
            if (
                self.reading.words[place].low == "who"
                and "," in self.reading.text[self.reading.words[place].end : self.reading.words[place + 1].start]
            ):
                return place
        return -1

    def _before_bracket(self, at: int, first: int) -> int:
        text, words = self.reading.text, self.reading.words
        place = at
        while place > first:
            gap = text[words[place - 1].end : words[place].start]
            if "(" in gap or "[" in gap:
                return place - 1
            place -= 1
        return first - 1

    def _comma_before(self, at: int, first: int) -> int | None:
        text, words = self.reading.text, self.reading.words
        for place in range(at, max(first, at - 16), -1):
            gap = text[words[place - 1].end : words[place].start]
            if "," in gap or "–" in gap or "—" in gap or "--" in gap:
                return place - 1
        return None
