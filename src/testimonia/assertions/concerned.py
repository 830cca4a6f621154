"""Whom an assertion concerns: the accused of an accusation, the partners of an admission, the judged of a judgement."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act
from testimonia.words.grammar import DETERMINERS, PREPOSITIONS
from testimonia.words.titles import is_title

from .clauses import Clause
from .parties import Party
from .proposals import Proposal
from .subjects import Subjects
from .utterances import Reading

__all__ = ["concerned"]

_PARTNER = frozenset("with from by for through under".split())
_ORDERS = frozenset(
    """instruction instructions order orders directive directives direction command behalf request plan plans
    money""".split()
)
_DONE_TO = frozenset("of against on upon to".split())
_PRONOUNS = frozenset("he him his she her they them their".split())
_TREATED = "org:police"
_COURT = "org:court"


def concerned(
    reading: Reading, subjects: Subjects, clause: Clause, act: Act, proposals: list[Proposal]
) -> tuple[Party, ...]:
    """Whom the act is about, the teller himself left out."""
    mine = [proposal for proposal in proposals if proposal.act is act]
    frame = clause.frame
    if act is Act.ADMITS:
        return _partners(reading, subjects, clause)
    if act in (Act.DENIES, Act.RETRACTS):
        return ()
    if act is Act.CORROBORATES:
        found = _others(frame.sought if frame is not None else (), clause)
        return found or next((others for p in mine if (others := _others(p.of, clause))), ())
    if act is Act.REPORTS:
        return _others((*_named(reading, clause), *_meant(reading, subjects, clause)), clause)
    if frame is not None and frame.usage.act is act and frame.sought:
        found = _others(frame.sought, clause)
        if found:
            return found
    for proposal in mine:
        found = _others(proposal.of, clause)
        if found:
            return found
    if act is Act.EXONERATES and any("ill" in proposal.rule or "treated" in proposal.rule for proposal in mine):
        named = _others(_named(reading, clause, kinds=("org",)), clause)
        return named or (Party(0, 0, _TREATED, "", "org"),)
    first = _first(reading, subjects, clause, act)
    if first:
        return first
    if act is Act.JUDGES and {reading.words[at].low for at in range(clause.first, clause.last)} & {
        "sentence",
        "sentences",
        "trial",
        "verdict",
    }:
        return (Party(0, 0, _COURT, "", "org"),)
    return ()


def _others(parties: tuple[Party, ...], clause: Clause) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for party in parties:
        if party.id != clause.teller.id:
            found.setdefault(party.id, party)
    return tuple(found.values())


def _named(reading: Reading, clause: Clause, kinds: tuple[str, ...] = ()) -> tuple[Party, ...]:
    first = (
        clause.frame.hit.last if clause.frame is not None and clause.frame.hit.first >= clause.first else clause.first
    )
    parties = reading.parties_in(first, clause.last)
    return tuple(party for party in parties if not kinds or party.kind in kinds)


def _meant(reading: Reading, subjects: Subjects, clause: Clause) -> Iterator[Party]:
    """Whoever is meant by the pronouns of the clause, behind the words that let its teller speak."""
    frame = clause.frame
    begin = frame.hit.last if frame is not None and frame.hit.first >= clause.first else clause.first
    for at in range(begin, clause.last):
        if reading.words[at].low in _PRONOUNS:
            yield from subjects.meant(at)


def _is_victim(reading: Reading, subjects: Subjects, number: int, begin: int) -> bool:
    """Whether a name is what a deed is done to: "the murder of Ash", "acts against Ash"."""
    place = subjects.first_word.get(number, begin)
    while place > begin and is_title(reading.words[place - 1].low):
        place -= 1
    while place > begin and reading.words[place - 1].low in DETERMINERS:
        place -= 1
    return place > begin and reading.words[place - 1].low in _DONE_TO


def _first(reading: Reading, subjects: Subjects, clause: Clause, act: Act) -> tuple[Party, ...]:
    """The first subject of the clause who is not its teller; a name in any place, then; then whom a pronoun means."""
    begin = (
        clause.frame.hit.last if clause.frame is not None and clause.frame.hit.first >= clause.first else clause.first
    )
    for _, subject, _, _ in clause.hits:
        found = _others(subject.parties, clause)
        if found:
            return found
    spare: tuple[Party, ...] = ()
    for at in range(begin, clause.last):
        number = reading.party_number(at)
        if number >= 0:
            found = _others(subjects.together(number), clause)
            if found and not subjects.is_object(number):
                return found
            if act is not Act.ACCUSES or not _is_victim(reading, subjects, number, begin):
                spare = spare or found
        elif reading.words[at].low in ("he", "she", "they"):
            found = _others(subjects.meant(at), clause)
            if found:
                return found
    if spare:
        return spare
    for hit in clause.hits:
        if hit[1].owner is not None and hit[1].owner.id != clause.teller.id:
            return (hit[1].owner,)
    for at in range(begin, clause.last):
        if reading.words[at].low in ("his", "her", "their", "him", "them"):
            found = _others(subjects.meant(at), clause)
            if found:
                return found
    return ()


def _partners(reading: Reading, subjects: Subjects, clause: Clause) -> tuple[Party, ...]:
    """Those with, for, from or through whom it was done, or who ordered it."""
    words = reading.words
    begin = (
        clause.frame.hit.last if clause.frame is not None and clause.frame.hit.first >= clause.first else clause.first
    )
    found: dict[str, Party] = {}
    for at in range(begin, clause.last):
        number = reading.party_number(at)
        if number < 0 or subjects.first_word.get(number) != at:
            continue
        party = reading.parties[number]
        if party.id == clause.teller.id:
            continue
        place = at - 1
        while place > begin and words[place].capital and words[place].low not in PREPOSITIONS:
            place -= 1
        before = words[place].low if place >= begin else ""
        after = words[at + 1].low if at + 1 < clause.last else ""
        owned = party.genitive and any(words[n].low in _ORDERS for n in range(at + 1, min(at + 4, clause.last)))
        of_orders = before == "of" and place - 1 >= begin and words[place - 1].low in _ORDERS
        if (before in _PARTNER and not party.genitive) or owned or of_orders:
            if before == "for" and party.kind != "person":
                continue
            for other in subjects.together(number):
                if other.id != clause.teller.id:
                    found.setdefault(other.id, other)
        elif not subjects.is_object(number) and not party.genitive and after not in ("", "and"):
            ahead = {words[n].low for n in range(at + 1, min(at + 5, clause.last))}
            if ahead & {"me", "him", "her", "us", "them"}:
                found.setdefault(party.id, party)
    return tuple(found.values())
