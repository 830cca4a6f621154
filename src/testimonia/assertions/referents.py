"""Whom a pronoun means in an excerpt taken apart: the likeliest of those named before it, and who else it may be."""

from __future__ import annotations

from bisect import bisect_left

from testimonia.model import Gender
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS
from testimonia.words.titles import is_title

from .lists import Lists
from .parties import Party
from .utterances import Reading, Utterance

__all__ = ["GOVERNING", "HE", "SHE", "Referents"]

# prepositions that begin no clause: what follows is their object
GOVERNING = PREPOSITIONS - frozenset("as like than after before since until".split())
HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
_THEY = frozenset(("they", "them", "their", "both", "all", "themselves"))
# what adds to the weight of somebody named before a pronoun, or takes from it
_LEADS = 0.15  # for the first of its sentence that can be a subject
_VAGUE = 0.5  # times, for "a man", a body
_FLOOR = 0.5  # for him who was heard just before
_SEEN = 0.15  # times the weight of another mention
_IN_CLAIM = 0.1  # for those that the claim names
_RIVALS = 0.5  # times the weight of the likeliest, another may be meant as well
_FADES = 0.6  # how much less somebody counts for each sentence that lies between
_HEARD = 2  # sentences for which one who was heard stays in the ear
_SAID = frozenset("said says added adds declared claimed explained continued stated wrote thought say".split())
_GENERIC = frozenset("men women people others friends enemies workers".split())
_LIMIT = 4  # sentences back


class Referents:
    """Whom the pronouns of one reading mean, and how well each party of it can be a subject (``weights``)."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._known: dict[int, tuple[Party, ...]] = {}
        self._lists = Lists(reading)
        self._rivals: dict[int, list[Party]] = {}
        self._floor: tuple[int, str] = (-9, "")
        self._in_claim = {party.id for party in reading.claim_persons}
        words, parties = reading.words, reading.parties
        self.weights: list[float] = []
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
            if party.kind != "person" and place > 1 and words[place - 2].low in GOVERNING and before not in DETERMINERS:
                before = words[place - 2].low  # "into open court"
            adjacent = not reading.text[words[place - 1].end : words[place].start].strip() if place else False
            bad = party.genitive or (adjacent and before in GOVERNING)
            joined = number > 0 and not party.genitive and self._lists.is_list(number - 1)
            self.weights.append(self.weights[number - 1] if joined else 0.45 if bad else 1.0)
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
        return self.weights[number] < 1.0

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
            if low in HE and party.gender is Gender.FEMALE:
                continue
            if low in SHE and party.gender is Gender.MALE:
                continue
            if party.id == quoted.speaker and quoted.mode.value != "narration":
                continue
            weight = self.weights[number]
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
            wrong = Gender.FEMALE if low in HE else Gender.MALE
            if party.gender is not wrong:
                return (party,)
        return ()

    def _leads(self, number: int) -> bool:
        """Whether a party is the first of its sentence that can be a subject."""
        if self.weights[number] < 1.0:
            return False
        sentence = self._utterance_of[self.first_word.get(number, 0)]
        for before in range(number - 1, -1, -1):
            if self._utterance_of[self.first_word.get(before, 0)] != sentence:
                return True
            if self.weights[before] == 1.0:
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

    def _in_company(self, number: int) -> bool:
        """Whether a person is named together with another: "Ash and Birch"."""
        return len(self.together(number)) > 1

    def together(self, number: int) -> tuple[Party, ...]:
        """The party of this number and those it is joined to: "Ash, Birch and Rowan"."""
        return self._lists.together(number)
