"""Frames of nouns: "according to Ash", "made a confession", and at the head of a sentence "the confession of Ash"."""

from __future__ import annotations

from testimonia.words.grammar import PREPOSITIONS

from .acts import Hit
from .frame_forms import that_ahead
from .frames import Frame, frame_start, paper_of, teller_of
from .subjects import Kind, Subject, Subjects
from .utterances import Reading, Utterance

__all__ = ["noun_frame"]

_MAKES = frozenset(
    "make makes made making give gives gave given giving sign signs signed signing write wrote written issued".split()
)
_WHOSE = 6  # words from "according to" to him whose word it is
_HEAD = 5  # words before a noun at the head of a sentence
_SAYS_NOUNS_OF = frozenset("of by from".split())


def noun_frame(reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit) -> Frame | None:
    """``according to Ash``, ``made a confession``, and at the head of a sentence ``the confession of Ash``."""
    words = reading.words
    if words[hit.first].low == "according":
        last = hit.last
        while last < min(hit.last + _WHOSE, utterance.last):
            number = reading.party_number(last)
            if number >= 0:
                return _noun_of(reading, hit, Subject(Kind.PARTY, (reading.parties[number],), hit.first))
            last += 1
            if "," in reading.text[words[last - 1].end : words[last - 1].end + 1]:
                break
        paper = paper_of(reading, Subject(Kind.THING, (), hit.last), last)
        return None if paper is None else Frame(hit, hit.usage, paper, Subject(Kind.NONE), start=hit.first, noun=True)
    for at in range(hit.first - 1, max(utterance.first, hit.first - 6) - 1, -1):
        if words[at].low in _MAKES:
            return _noun_of(reading, hit, subjects.of_verb(at, utterance, None))
        if reading.party_at(at) is not None or words[at].low in PREPOSITIONS:
            break
    if hit.first - utterance.first > _HEAD or (hit.usage.said and not that_ahead(reading, hit.last, utterance)):
        return None
    if hit.last < utterance.last and words[hit.last].low in _SAYS_NOUNS_OF:
        for at in range(hit.last + 1, min(hit.last + 5, utterance.last)):
            number = reading.party_number(at)
            if number >= 0:
                return _noun_of(reading, hit, Subject(Kind.PARTY, subjects.together(number), hit.first))
    for at in range(hit.first - 1, max(utterance.first, hit.first - 4) - 1, -1):
        number = reading.party_number(at)
        if number >= 0:
            genitive = reading.parties[number].genitive
            return _noun_of(reading, hit, Subject(Kind.PARTY, subjects.together(number), at)) if genitive else None
        if words[at].low in ("his", "her", "their"):
            return _noun_of(reading, hit, Subject(Kind.PARTY, subjects.meant(at), at))
    return None


def _noun_of(reading: Reading, hit: Hit, subject: Subject) -> Frame | None:
    teller = teller_of(reading, subject, hit.first) if subject.kind in (Kind.PARTY, Kind.SELF) else None
    if teller is None or (hit.usage.said and subject.kind is Kind.SELF):
        return None
    return Frame(hit, hit.usage, teller, subject, start=frame_start(subject, hit), noun=True)
