"""Whose a verb is, and whom a pronoun means, in an excerpt taken apart.

No parser: words that may stand between a subject and its verb are stepped over. What cannot be told is left open.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

from testimonia.model import Gender
from testimonia.words.grammar import ADVERBIAL, BE, DETERMINERS, PREPOSITIONS
from testimonia.words.titles import is_title

from .insertions import before_insertion
from .lists import Lists
from .negations import NEGATIONS, NO_TIME
from .parties import Party
from .utterances import Reading, Utterance

__all__ = ["Kind", "Subject", "Subjects"]

# prepositions that begin no clause: what follows is their object
_GOVERNING = PREPOSITIONS - frozenset("as like than after before since until".split())
_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))
_THEY = frozenset(("they", "them", "their", "both", "all", "themselves"))
_I = frozenset(("i", "we", "me", "us", "my", "our"))
_THINGS = frozenset("it this that these those there which what something nothing everything".split())
_ALL = frozenset("all both some most many several each two three none".split())
_AMOUNTS = frozenset(
    """all some several none many most bulk majority minority rest remainder number section sections part dozen dozens
    hundreds thousands handful few two three four five six half""".split()
)
# what adds to the weight of somebody named before a pronoun, or takes from it
_LEADS = 0.15  # for the first of its sentence that can be a subject
_VAGUE = 0.5  # times, for "a man", a body
_FLOOR = 0.5  # for him who was heard just before
_SEEN = 0.15  # times the weight of another mention
_IN_CLAIM = 0.1  # for those that the claim names
_RIVALS = 0.5  # times the weight of the likeliest, another may be meant as well
_FADES = 0.6  # how much less somebody counts for each sentence that lies between
_HEARD = 2  # sentences for which one who was heard stays in the ear
_APART = 30  # words that may stand between somebody and his verb
_TELLING = frozenset("a an who whose whom which one himself herself then now once formerly himself the his her".split())
_SAID = frozenset("said says added adds declared claimed explained continued stated wrote thought say".split())
_GENERIC = frozenset("men women people others friends enemies workers".split())
_LIMIT = 4  # sentences back


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


class Subjects:
    """Finds the subjects of verbs in one reading; ``told`` is who says "I" in words reported of him."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._known: dict[int, tuple[Party, ...]] = {}
        self._lists = Lists(reading)
        self._rivals: dict[int, list[Party]] = {}
        self._floor: tuple[int, str] = (-9, "")
        self._in_claim = {party.id for party in reading.claim_persons}
        words, parties = reading.words, reading.parties
        self._weights: list[float] = []
        first_of: dict[int, int] = {}
        for place in range(len(words)):
            number = reading.party_number(place)
            if number >= 0:
                first_of.setdefault(number, place)
        self.first_word = first_of
        self._party_starts = [party.start for party in parties]
        for number, party in enumerate(parties):
            place = first_of.get(number, 0)
            while place > 0 and is_title(words[place - 1].low):
                place -= 1
            before = words[place - 1].low if place else ""
            if (
                party.kind != "person"
                and place > 1
                and words[place - 2].low in _GOVERNING
                and before not in DETERMINERS
            ):
                before = words[place - 2].low  # "into open court"
            adjacent = not reading.text[words[place - 1].end : words[place].start].strip() if place else False
            bad = party.genitive or (adjacent and before in _GOVERNING)
            joined = number > 0 and not party.genitive and self._lists.is_list(number - 1)
            self._weights.append(self._weights[number - 1] if joined else 0.45 if bad else 1.0)
        self._utterance_of: list[int] = [0] * (len(words) + 1)
        for number, utterance in enumerate(reading.utterances):
            for place in range(utterance.first, utterance.last):
                self._utterance_of[place] = number

    def first_place(self, party: Party, otherwise: int) -> int:
        """The place of the first word of a party of this reading; ``otherwise`` if it has none."""
        return self.first_word.get(bisect_left(self._party_starts, party.start), otherwise)

    def heard(self, utterance: Utterance, who: str) -> None:
        """Take note that a sentence lets somebody speak: "he said" in the next ones means him rather than another."""
        self._floor = (self._utterance_of[utterance.first], who)

    def is_object(self, number: int) -> bool:
        """Whether the party of this number stands in the genitive or behind a preposition."""
        return self._weights[number] < 1.0

    def meant(self, place: int) -> tuple[Party, ...]:
        """Whom the pronoun at this place means; settled when first asked, for later somebody else was heard last."""
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = self._meant(place)
        return known

    def rivals(self, place: int) -> list[Party]:
        """Who else may be meant by the pronoun at this place, the likeliest first."""
        self.meant(place)
        return self._rivals.get(place, [])

    def _meant(self, place: int) -> tuple[Party, ...]:
        reading = self.reading
        low = reading.words[place].low
        following = reading.party_number(place + 1) if place + 1 < len(reading.words) else -1
        if following >= 0:
            gap = reading.text[reading.words[place].end : reading.words[place + 1].start]
            if gap.strip() in ("[", "("):
                return (reading.parties[following],)
        now = self._utterance_of[place]
        best: Party | None = None
        best_weight = 0.0
        best_number = -1
        many = low in _THEY
        seen: dict[str, float] = {}
        quoted = reading.voice_of(place)
        inserted = self._is_inserted(place)
        weights: dict[str, tuple[float, Party]] = {}
        before = bisect_left(self._party_starts, reading.words[place].start)
        for number in range(before - 1, -1, -1):
            party = reading.parties[number]
            first = self.first_word.get(number, 0)
            back = now - self._utterance_of[first]
            if back > _LIMIT:
                break
            if (
                (inserted and not back)
                or (many and not party.is_many and not self._in_company(number))
                or (not many and party.is_many)
            ):
                continue
            if low in _HE and party.gender is Gender.FEMALE:
                continue
            if low in _SHE and party.gender is Gender.MALE:
                continue
            if party.id == quoted.speaker and quoted.mode.value != "narration":
                continue
            weight = self._weights[number]
            if self._leads(number):
                weight += _LEADS
            weight *= _FADES**back
            if party.kind in ("anon", "org") or party.name in _GENERIC:
                weight *= _VAGUE
            if party.id == self._floor[1] and 0 < now - self._floor[0] <= _HEARD:
                weight += _FLOOR
            weight += _SEEN * seen.get(party.id, 0.0)
            if party.id in self._in_claim:
                weight += _IN_CLAIM
            seen[party.id] = max(seen.get(party.id, 0.0), weight)
            if weight > best_weight:
                best, best_weight, best_number = party, weight, number
            if weight > weights.get(party.id, (0.0, party))[0]:
                weights[party.id] = (weight, party)
        if best is not None:
            self._rivals[place] = [
                party
                for weight, party in sorted(weights.values(), key=lambda found: -found[0])
                if party.id != best.id and weight >= _RIVALS * best_weight
            ]
            return (best,) if best.is_many or not many else self.together(best_number)
        for party in reading.claim_persons:
            wrong = Gender.FEMALE if low in _HE else Gender.MALE
            if party.gender is not wrong:
                return (party,)
        return ()

    def _leads(self, number: int) -> bool:
        """Whether a party is the first of its sentence that can be a subject."""
        if self._weights[number] < 1.0:
            return False
        sentence = self._utterance_of[self.first_word.get(number, 0)]
        for before in range(number - 1, -1, -1):
            if self._utterance_of[self.first_word.get(before, 0)] != sentence:
                return True
            if self._weights[before] == 1.0:
                return False
        return True

    def _is_inserted(self, place: int) -> bool:
        """Whether "he said" is put into what he says: between commas, or behind a quotation."""
        words, text = self.reading.words, self.reading.text
        if place == 0 or place + 2 >= len(words) or words[place].low not in ("he", "she", "they"):
            return False
        before = text[words[place - 1].end : words[place].start]
        if not any(mark in before for mark in ',"”’'):
            return False
        for at in range(place + 1, min(place + 4, len(words) - 1)):
            gap = text[words[at].end : words[at + 1].start]
            if "," in gap or "." in gap:
                return words[at].low in _SAID or words[place + 1].low in _SAID
        return False

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

    def _in_company(self, number: int) -> bool:
        """Whether a person is named together with another: "Ash and Birch"."""
        return len(self.together(number)) > 1

    def together(self, number: int) -> tuple[Party, ...]:
        """The party of this number and those it is joined to: "Ash, Birch and Rowan"."""
        return self._lists.together(number)

    def of_verb(self, place: int, utterance: Utterance, last: Subject | None) -> Subject:
        """The subject of the verb at a place; ``last`` is that of the verb before it in the sentence."""
        reading = self.reading
        words, text = reading.words, reading.text
        at = before_insertion(reading, place, utterance.first, self._weights)
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
            if low in _HE or low in _SHE or low in ("they", "both"):
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
                    and self._weights[before] < 1.0
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
        if self._weights[number] < 1.0:
            before = first - 1
            while before > utterance.first and is_title(reading.words[before].low):
                before -= 1
            preposition = reading.words[before].low
            if preposition == "of":
                return self._owned(before, utterance, party)
            if before - 1 >= utterance.first:
                number = reading.party_number(before - 1)
                if number >= 0 and self._weights[number] >= 1.0:
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
            if "," not in gap or earlier < 0 or self._weights[earlier] < 1.0 or reading.parties[earlier].genitive:
                continue
            low = words[at + 1].low
            if reading.parties[earlier].kind == "person" and (low in _TELLING or low.endswith(("ing", "ed", "ly"))):
                return earlier
        return -1

    def _governing(self, number: int, utterance: Utterance) -> int:
        """The place of the preposition before a party, other than "of"; -1 for none."""
        if self._weights[number] == 1.0 or self.reading.parties[number].genitive:
            return -1
        place = self.first_word.get(number, 0) - 1
        while place > utterance.first and is_title(self.reading.words[place].low):
            place -= 1
        low = self.reading.words[place].low
        return place if low in _GOVERNING and low != "of" else -1

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
