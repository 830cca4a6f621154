"""Who may be speaking in a clause: besides its teller, those whom its words or the words before it let speak.

A sentence names its speakers in many ways that cut no clause out of it: "the denials of Ash", "three of them, Ash among
them, had accused him", and what is told goes on over later sentences without another "he said". Each clause is
therefore read once for everyone who may be its speaker; what shows which of them it is, is weighed with the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.model import Mode
from testimonia.words.grammar import PREPOSITIONS

from .acts import Hit
from .clauses import Clause, Link, filled
from .frame_forms import is_noun
from .frames import Frame, Teller
from .further import further_tellers, openings
from .negations import is_passive
from .parties import Party
from .subjects import Kind, Subject, Subjects
from .utterances import Reading

__all__ = ["speakings_of"]

_ON = 2  # sentences for which one who was heard may still be speaking
_LISTED = 4  # … behind a colon
_BEFORE = 4  # words from a possessor to what he says
_BEHIND = 6  # words from what is said to "of" and whose it is
_MANY = 6  # speakers named together
_RIVALS = 1  # others whom a pronoun may mean
_MEANS_ONE = frozenset(("he", "she"))
_OWNERS = frozenset(("his", "her", "their"))
_PRONOUNS = frozenset("he she they him her them his their himself herself themselves both".split())
_OF = frozenset(("of", "by", "from"))


def speakings_of(reading: Reading, subjects: Subjects, clauses: Sequence[Clause]) -> list[list[Clause]]:
    """For each clause its readings, one for each possible speaker; its own teller comes first."""
    found: list[list[Clause]] = []
    heard: list[tuple[int, Teller, bool]] = []  # who was let speak: the number of the sentence, whether it introduces
    opens = openings(reading)
    for number, clause in enumerate(clauses):
        mine = [clause]
        seen = {clause.teller.id}
        if clause.frame is not None:
            for party in clause.frame.subject.parties[1:_MANY]:
                _add(mine, seen, replace(clause, teller=Teller(party.id, party.name), link=Link.JOINT))
            if clause.frame.subject.pronoun in _MEANS_ONE:
                for party in subjects.rivals(clause.frame.subject.start)[:_RIVALS]:
                    _add(mine, seen, _said_by_another(reading, subjects, clause, clause.frame, party))
        for frame in _loose(reading, subjects, clause):
            for party in frame.subject.parties[:_MANY]:
                teller = Teller(party.id, party.name)
                link = Link.NOUN if frame.noun else Link.BY if frame.passive else Link.VERB
                other = replace(clause, teller=teller, frame=replace(frame, teller=teller), told=True, link=link)
                _add(mine, seen, other)
        for teller, link in further_tellers(reading, clause, clauses[:number], opens):
            _add(mine, seen, replace(clause, teller=teller, told=True, link=link))
        voice = Teller(clause.voice.speaker, clause.voice.speaker_name)
        if voice.id not in seen:
            other = replace(clause, teller=voice, frame=None, told=False, link=Link.BESIDE)
            _add(mine, seen, filled(reading, subjects, other))
        if clause.frame is None:
            for sentence, teller, introduces in reversed(heard):
                back = clause.number - sentence
                if back > (_LISTED if introduces else _ON):
                    break
                if clause.voice.mode is not Mode.TURN and _speaks_on(reading, clause, teller):
                    link = Link.INTRODUCED if introduces else Link.ON
                    _add(mine, seen, replace(clause, teller=teller, told=True, link=link))
        else:
            end = reading.words[clause.last - 1].end
            heard.append((clause.number, clause.teller, reading.text[end : end + 2].strip()[:1] == ":"))
        found.append(mine)
    return found


def _said_by_another(reading: Reading, subjects: Subjects, clause: Clause, frame: Frame, party: Party) -> Clause:
    """The clause, if its pronoun means this party."""
    teller = Teller(party.id, party.name)
    frame = replace(frame, teller=teller, subject=replace(frame.subject, parties=(party,)))
    return filled(reading, subjects, replace(clause, teller=teller, frame=frame, link=Link.RIVAL))


def _add(mine: list[Clause], seen: set[str], clause: Clause) -> None:
    if clause.teller.id not in seen:
        seen.add(clause.teller.id)
        mine.append(clause)


def _speaks_on(reading: Reading, clause: Clause, teller: Teller) -> bool:
    """Whether a clause names him who was heard before, or may mean him."""
    return any(
        reading.words[at].low in _PRONOUNS or ((party := reading.party_at(at)) is not None and party.id == teller.id)
        for at in range(clause.first, clause.last)
    )


def _loose(reading: Reading, subjects: Subjects, clause: Clause) -> Iterator[Frame]:
    """Words of saying in a clause that are no frame of it, with those who say it."""
    own = clause.frame.hit.first if clause.frame is not None else -1
    for hit in clause.said:
        if hit.first == own or hit.usage.asks or hit.usage.motive:
            continue
        if hit.is_verb and not is_noun(reading, hit, clause.utterance):
            passive = is_passive(reading, hit.first, clause.utterance.first)
            subject = (
                _agent(reading, subjects, clause, hit)
                if passive
                else subjects.of_verb(hit.first, clause.utterance, None)
            )
            if subject is None or subject.kind is not Kind.PARTY:
                continue
            yield Frame(hit, hit.usage, clause.teller, subject, passive, start=hit.first)
        else:
            subject = _owner(reading, subjects, clause, hit)
            if subject is not None and subject.parties:
                yield Frame(hit, hit.usage, clause.teller, subject, start=hit.first, noun=True)


def _agent(reading: Reading, subjects: Subjects, clause: Clause, hit: Hit) -> Subject | None:
    return _behind(reading, subjects, clause, hit.last, frozenset(("by",)))


def _behind(reading: Reading, subjects: Subjects, clause: Clause, place: int, joints: frozenset[str]) -> Subject | None:
    for at in range(place, min(place + _BEHIND, clause.last)):
        low = reading.words[at].low
        if low in joints:
            for behind in range(at + 1, min(at + 5, clause.last)):
                number = reading.party_number(behind)
                if number >= 0:
                    return Subject(Kind.PARTY, subjects.together(number), at)
                if reading.words[behind].low in PREPOSITIONS:
                    return None
            return None
        if reading.party_number(at) >= 0:
            return None
    return None


def _owner(reading: Reading, subjects: Subjects, clause: Clause, hit: Hit) -> Subject | None:
    words = reading.words
    for at in range(hit.first - 1, max(clause.first, hit.first - _BEFORE) - 1, -1):
        number = reading.party_number(at)
        if number >= 0:
            if reading.parties[number].genitive:
                return Subject(Kind.PARTY, subjects.together(number), at)
            break
        if words[at].low in _OWNERS:
            return Subject(Kind.PARTY, subjects.meant(at), at)
        if words[at].low in PREPOSITIONS:
            break
    behind = _behind(reading, subjects, clause, hit.last, _OF)
    if behind is not None:
        return behind
    for at in range(hit.first - 1, max(clause.first, hit.first - _BEFORE - 2) - 1, -1):
        number = reading.party_number(at)
        if number >= 0 and not subjects.is_object(number):
            return Subject(Kind.PARTY, subjects.together(number), at)
        if words[at].low in ("he", "she", "they"):
            return Subject(Kind.PARTY, subjects.meant(at), at)
    return None
