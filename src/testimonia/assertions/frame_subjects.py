"""Whose a verb of saying is, by whom it is done in the passive, and whom it is said of or to.

Beyond what `Subjects` finds of any verb: subjects of participles and second verbs, and those behind "said".
"""

from __future__ import annotations

from testimonia.words.grammar import BE, PREPOSITIONS

from .acts import Form, Hit
from .frame_forms import is_noun
from .parties import Party
from .subjects import Kind, Subject, Subjects
from .utterances import Reading, Utterance

__all__ = ["agent_of", "inverted", "may_invert", "objects_of", "subject_of_saying"]

_HEAD = 5  # words before a participle at the head of a sentence
_ING = frozenset((Form.ING,))
_BY = 12  # words from a passive to the "by" of him who does it
_NOBODY = Subject(Kind.NONE)
_WRITTEN_BY = frozenset(("by", "from"))


def subject_of_saying(
    reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit, before: list[Hit]
) -> Subject:
    """The subject of a verb of saying; of a participle, an infinitive or a second verb that of the verb before it."""
    words = reading.words
    alone = hit.forms == _ING and (hit.first == utterance.first or words[hit.first - 1].low not in BE)
    if alone:
        subject = _right_before(reading, subjects, utterance, hit.first)
        if subject is not None:
            return subject
    else:
        subject = subjects.of_verb(hit.first, utterance, None)
        if subject.kind is not Kind.NONE:
            return subject
    begin = utterance.first
    for at in range(hit.first - 1, utterance.first, -1):
        if ";" in reading.text[words[at - 1].end : words[at].start]:
            begin = at
            break
    that = next((at for at in range(hit.first - 1, begin, -1) if words[at].low == "that"), None)
    for earlier in reversed(before):
        if (that is not None and earlier.first < that) or earlier.first < begin:
            break
        if earlier.is_verb and not is_noun(reading, earlier, utterance) and not _bracketed(reading, earlier, hit):
            subject = subjects.of_verb(earlier.first, utterance, None)
            if subject.kind in (Kind.PARTY, Kind.SELF):
                return _nearer(reading, subjects, earlier.last, hit.first) or subject
    if that is not None:
        subject = subjects.main(hit.first, utterance, that + 1)
        if subject.kind is not Kind.NONE:
            return subject
    opens = alone and hit.first - utterance.first < _HEAD  # "Admitting the theft, Ash …"
    if opens:
        subject = _behind_comma(reading, subjects, hit.last, utterance)
        if subject is not None:
            return subject
    return subjects.main(utterance.last if opens else hit.first, utterance, begin)


def _bracketed(reading: Reading, earlier: Hit, hit: Hit) -> bool:
    """Whether a bracket closes between a verb and a later one that was opened before the first."""
    between = reading.text[reading.words[earlier.last - 1].end : reading.words[hit.first].start]
    closes, opens = between.find(")"), between.find("(")
    return closes >= 0 and (opens < 0 or closes < opens)


def _behind_comma(reading: Reading, subjects: Subjects, first: int, utterance: Utterance) -> Subject | None:
    """Who stands right behind a comma: "Admitting the theft of the seals from the clerks, Ash …", "…, he …"."""
    words, text = reading.words, reading.text
    for at in range(first + 1, utterance.last):
        if "," not in text[words[at - 1].end : words[at].start]:
            continue
        number = reading.party_number(at)
        if number >= 0 and not subjects.is_object(number):
            return Subject(Kind.PARTY, subjects.together(number), at)
        if words[at].low in ("he", "she", "they"):
            return Subject(Kind.PARTY, subjects.meant(at), at, words[at].low)
        if words[at].low in ("i", "we"):
            return Subject(Kind.SELF, (), at, words[at].low)
    return None


def _right_before(reading: Reading, subjects: Subjects, utterance: Utterance, place: int) -> Subject | None:
    """Whose a participle is by the name before it: "hymns by Ash gently mocking", "Ash's accusing him"."""
    at = place - 1
    while at > utterance.first and reading.words[at].low.endswith("ly"):
        at -= 1
    number = reading.party_number(at) if at >= utterance.first else -1
    if number < 0:
        return None
    together = subjects.together(number)
    if reading.parties[number].genitive:
        return Subject(Kind.PARTY, together, at)
    first = min(subjects.first_place(party, at) for party in together)
    written = first > utterance.first and reading.words[first - 1].low in _WRITTEN_BY
    return Subject(Kind.PARTY, together, at) if written else None


def _nearer(reading: Reading, subjects: Subjects, first: int, last: int) -> Subject | None:
    """A subject that stands behind a comma between a verb and a later one: "when the court met, Ash wrote a letter
    denying it"."""
    for at in range(last - 1, first, -1):
        number = reading.party_number(at)
        if number < 0 or subjects.is_object(number) or subjects.first_word.get(number) != at:
            continue
        before = reading.text[reading.words[at - 1].end : reading.words[at].start]
        if "," in before and len(subjects.together(number)) == 1:
            return Subject(Kind.PARTY, (reading.parties[number],), at)
    return None


def may_invert(reading: Reading, hit: Hit, utterance: Utterance) -> bool:
    """Whether the subject may stand behind the verb: after a quotation or a comma, or at the beginning."""
    if hit.forms == _ING:
        return False
    if hit.first == utterance.first:
        return True
    gap = reading.text[reading.words[hit.first - 1].end : reading.words[hit.first].start]
    return any(mark in gap for mark in ",\"”’'»!?")


def inverted(reading: Reading, subjects: Subjects, utterance: Utterance, hit: Hit) -> Subject | None:
    """``said Ash``: the subject right behind the verb."""
    for at in range(hit.last, min(hit.last + 5, utterance.last)):
        number = reading.party_number(at)
        if number >= 0:
            return Subject(Kind.PARTY, subjects.together(number), hit.first)
        low = reading.words[at].low
        if low in ("he", "she", "they"):
            return Subject(Kind.PARTY, subjects.meant(at), hit.first, low)
        if (
            low in PREPOSITIONS
            or low == "that"
            or "," in reading.text[reading.words[at - 1].end : reading.words[at].start]
        ):
            return None
    return None


def objects_of(reading: Reading, subjects: Subjects, place: int, utterance: Utterance) -> tuple[Party, ...]:
    """Whoever follows a verb as its object."""
    for at in range(place, min(place + 9, utterance.last)):
        number = reading.party_number(at)
        if number >= 0:
            return subjects.together(number)
        low = reading.words[at].low
        if low in ("him", "her", "them"):
            return subjects.meant(at)
        if low in ("that", "how", "when", "because"):
            return ()
    return ()


def agent_of(reading: Reading, subjects: Subjects, hit: Hit, utterance: Utterance) -> Subject:
    """Whoever follows "by" behind a passive, or within its words; of `Kind.NONE` where nobody does."""
    for at in range(hit.first + 1, min(hit.last + _BY, utterance.last)):
        if reading.words[at].low == "by":
            for behind in range(at + 1, min(at + 7, utterance.last)):
                number = reading.party_number(behind)
                if number >= 0:
                    return Subject(Kind.PARTY, subjects.together(number), at)
                if reading.words[behind].low in ("him", "her", "them"):
                    return Subject(Kind.PARTY, subjects.meant(behind), at)
                if reading.words[behind].low in PREPOSITIONS:
                    break
            break
    return _NOBODY
