"""Who may speak though no verb of saying is his: whom something convinces, whose charge it is, whose list goes on.

"All this convinced the captains that …" is their opinion; who "was tried for theft" is accused by the prosecution;
"Ash: the lamp was out" is Ash's word; and a finding goes on in sentences that begin with "That".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from testimonia.model import Mode
from testimonia.words.grammar import BE

from .clauses import Clause, Link
from .frames import Teller, charging
from .utterances import Reading

__all__ = ["further_tellers", "openings"]

_CONVINCED = frozenset(  # what happens to whoever has the opinion
    """convince convinces convinced persuade persuades persuaded satisfy satisfies satisfied strike strikes
    struck impress impresses impressed bewilder bewilders bewildered baffle baffled puzzle puzzled surprise
    surprised""".split()
)
_SEEMS = frozenset("seem seems seemed appear appears appeared".split())
_CHARGES = frozenset("charge charges accusation accusations indictment".split())
_TRIED = frozenset("tried prosecuted arraigned indicted arrested imprisoned".split())
_SUPPOSED = frozenset(("supposed", "alleged"))
_WAS = frozenset(("was", "were"))
_OPENS = _CONVINCED | _SEEMS | _CHARGES | _TRIED | _SUPPOSED | _WAS | {"trial"}
_NEAR = 4  # words from a verb to whom it convinces
_FEW = 10  # words before a colon


def openings(reading: Reading) -> list[int]:
    """The places of words that may tell of somebody's opinion or of a charge."""
    return [at for at, word in enumerate(reading.words) if word.low in _OPENS]


def further_tellers(
    reading: Reading, clause: Clause, before: Sequence[Clause], opens: Sequence[int]
) -> Iterator[tuple[Teller, Link]]:
    """Those of a clause, with how each shows; ``before`` are the clauses before it, ``opens`` the `openings`."""
    if clause.voice.mode is Mode.TURN:
        return
    words = reading.words
    introduced = _before_colon(reading, clause) if ":" in reading.text else None
    if introduced is None and words[clause.utterance.first].low == "that":
        introduced = _lister(reading, clause, before)
    if introduced is not None:
        yield introduced, Link.INTRODUCED
    for at in opens:
        if not clause.first <= at < clause.last - 1 or reading.party_number(at) >= 0:
            continue
        low = words[at].low
        if low in _CONVINCED or low in _SEEMS:
            convinced = _object(reading, clause, at + 1 if low in _CONVINCED else at + 2)
            if convinced is not None and (low in _CONVINCED or words[at + 1].low == "to"):
                yield convinced, Link.CONVINCED
        elif _names_charge(reading, clause, at):
            yield charging(reading), Link.CHARGED


def _object(reading: Reading, clause: Clause, place: int) -> Teller | None:
    """Whoever is named at a place or a few words behind."""
    for at in range(place, min(place + _NEAR, clause.last)):
        number = reading.party_number(at)
        if number >= 0:
            party = reading.parties[number]
            return None if party.genitive else Teller(party.id, party.name)
    return None


def _names_charge(reading: Reading, clause: Clause, at: int) -> bool:
    """Whether a word is part of "on a charge of", "on trial for", "was tried for" or "was supposed to have"."""
    words = reading.words
    low, after = words[at].low, words[at + 1].low
    if low in _SUPPOSED:
        return after == "to" and at > clause.first and words[at - 1].low in BE
    if low in _WAS:  # "the league was to send arms", in what tells of an indictment
        return after == "to" and any(word.low == "indictment" for word in words)
    before = [words[place].low for place in range(max(clause.first, at - 2), at)]
    if low in _CHARGES:
        return after == "of" and "on" in before
    if low == "trial":
        ahead = [words[place].low for place in range(at + 1, min(at + 3, clause.last))]
        return before[-1:] == ["on"] and "for" in ahead
    return after == "for"


def _before_colon(reading: Reading, clause: Clause) -> Teller | None:
    """Who is named right before a colon near the beginning of a clause: "Thus Ash: the lamp was out"."""
    words, text = reading.words, reading.text
    last = min(clause.first + _FEW, clause.last)
    colon = text.find(":", words[clause.first].start, words[last - 1].end + 1)
    if colon < 0:
        return None
    for at in range(clause.first, last):
        if words[at].end == colon:
            number = reading.party_number(at)
            return Teller(reading.parties[number].id, reading.parties[number].name) if number >= 0 else None
    return None


def _lister(reading: Reading, clause: Clause, before: Sequence[Clause]) -> Teller | None:
    """Who finds or resolves what sentences that begin with "That" list one after another."""
    number = clause.number
    found = sentence = None
    for other in (clause, *reversed(before)):
        first = reading.words[other.utterance.first]
        if other.number < number - 1 or (sentence is not None and other.number != sentence):
            break
        number = other.number
        if first.low == "that" and first.capital:
            continue
        sentence = number
        if other.frame is not None and other.link is Link.FIRST:
            found = other.teller
    return None if sentence == clause.number else found
