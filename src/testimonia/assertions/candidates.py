"""Who may be concerned by a clause: all whom it and the clauses about it name, each with the signs that show of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.model import Act
from testimonia.words.grammar import BE, DETERMINERS, PREPOSITIONS
from testimonia.words.titles import is_title

from .acts import Group, Hit
from .clauses import Clause
from .concerned import concerned
from .parties import PASTS, Party
from .roles import heads, roles
from .signs import Context
from .subjects import Subjects
from .utterances import Reading

__all__ = ["Candidates", "candidates"]

_BACK = 3  # clauses before that may name whom it is about
_NEAR = 4  # words
_MANY = 3
_TIMES = tuple(f"named {times} times" for times in range(_MANY + 1))
_VICTIM = "wrong of"
_GUESSED = "concerned"
_SUBJECTS = frozenset(("he", "she", "they"))
_OBJECTS = frozenset(("him", "her", "them"))
_OWNERS = frozenset(("his", "their"))
_YOU = frozenset(("you", "your", "yours"))
_AUX = frozenset("had has have did does do".split())
_THEIRS = frozenset(("they", "them", "their", "these", "those"))
_HIS = frozenset(("he", "him", "his", "she", "her"))
_ROLES = (("he", frozenset(("he", "she"))), ("they", frozenset(("they",))), ("it", frozenset(("it", "this", "that"))))
_OPENINGS = frozenset(
    "he she they it this that these those there i we you no not the a an all what who in on by".split()
)
_AHEAD = 1  # clauses behind that may name whom it is about
_MODALS = frozenset("will would shall should can could may might must".split())
_JOINS = frozenset(("and", "or"))


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who comes into question, each with the signs for and against it, and what the clause shows whoever it is."""

    parties: list[tuple[Party, set[str]]]
    general: set[str]


class _Found:
    """The parties that come into question, each with what shows of it."""

    def __init__(self, teller: str) -> None:
        self._teller = teller
        self._signs: dict[str, tuple[Party, set[str]]] = {}

    def add(self, party: Party, *signs: str) -> None:
        if party.id != self._teller:
            self._signs.setdefault(party.id, (party, set()))[1].update(signs)

    def __contains__(self, party: Party) -> bool:
        return party.id in self._signs

    def __len__(self) -> int:
        return len(self._signs)

    def __iter__(self) -> Iterator[tuple[Party, set[str]]]:
        return iter(self._signs.values())


def candidates(
    reading: Reading,
    subjects: Subjects,
    context: Context,
    place: int,
    number: int,
    act: Act,
    guess: tuple[Party, ...] | None = None,
) -> Candidates:
    """Who may be concerned by a clause's reading; ``guess`` is that of `concerned`."""
    clause = context.speakings[place][number]
    if guess is None:
        guess = concerned(reading, subjects, clause, act, context.proposals[place][number])
    found = _Found(clause.teller.id)
    _named_here(reading, subjects, clause, found)
    _by_grammar(clause, found)
    named = [party for party in guess if party.name]
    for party in named:
        found.add(party, _GUESSED)
    if named:
        found.add(named[0], "concerned first")
    direct = "direct some" if len(found) else "direct none"
    many = f"n{min(_MANY, len(found))}"
    lows = {reading.words[at].low for at in range(clause.first, clause.last)}
    near = frozenset(party.id for party, _ in found)
    _named_before(reading, context, place, clause, found, lows)
    _named_behind(reading, context, place, clause, found)
    for party in reading.claim_persons:
        if party not in found:
            found.add(party, "from claim", "kind " + party.kind)
    stated = {who for assertion in context.stated for who in (*assertion.of, assertion.speaker)}
    same_act = {who for assertion in context.stated if assertion.act is act for who in assertion.of}
    for party, shown in roles(reading, subjects, clause):
        if party in found:
            found.add(party, *shown)
    theirs, his = not lows.isdisjoint(_THEIRS), not lows.isdisjoint(_HIS)
    far = f"far, {direct}"
    often, in_claim, accused = context.often, context.in_claim, context.setting.accused
    for party, signs in found:
        if party.kind != "person":
            signs.update(heads(party))
        signs.add(_TIMES[min(often[party.id], _MANY)])
        if party.id in near:
            signs.update((direct, many))
        else:
            signs.add(far)
            if theirs and (party.is_many or "listed" in signs):
                signs.add("far, they")
            elif his and party.kind in ("person", "anon"):
                signs.add("far, he")
        if party.id in same_act:
            signs.add("claim of same act")
        if party.id in stated:
            signs.add("in claim assertion")
        if party.id in in_claim:
            signs.add("in claim")
        if party.id in accused:
            signs.add("stands accused")
        if party.id == clause.voice.speaker:
            signs.add("is voice")
    general = {*_general(reading, context, place, number, clause, act, lows)}
    return Candidates(list(found), general)


def _named_here(reading: Reading, subjects: Subjects, clause: Clause, found: _Found) -> None:
    words = reading.words
    frame = clause.frame
    begin = frame.hit.last if frame is not None and frame.hit.first >= clause.first else clause.first
    wrongs = [hit for hit, *_ in clause.hits if _is_wrong(hit)]
    firsts = sorted(hit.first for hit in wrongs)
    done = {hit.last for hit in wrongs if hit.is_verb}
    quality = next((hit.first for hit, *_ in clause.hits if hit.usage.group is Group.QUALITIES), -1)
    seen = 0
    for at in range(clause.first, clause.last):
        number = reading.party_number(at)
        if number < 0:
            low = words[at].low
            role = "subj" if low in _SUBJECTS else "obj" if low in _OBJECTS else "poss" if low in _OWNERS else ""
            if role:
                for party in subjects.meant(at):
                    found.add(party, "pronoun", "pronoun " + role, "kind " + party.kind)
            continue
        if subjects.first_word.get(number) != at:
            continue
        party = reading.parties[number]
        signs = ["kind " + party.kind, *_before(reading, clause, at, wrongs)]
        if party.genitive:
            signs.append("genitive")
        end = at
        while end < clause.last and reading.party_number(end) == number:
            end += 1
        after = words[end].low if end < clause.last else ""
        if after in BE or after in _AUX:
            signs.append("then be" if after in BE else "then aux")
        elif _is_verb(after) and _adjoins(reading, end):
            signs.append("then verb")
        if not seen and at >= begin and not subjects.is_object(number) and not _verb_within(reading, begin, at):
            signs.append("leads")
        if _is_object_of(reading, done, at):
            signs.append("wrong object")
        signs.append("after frame" if at >= begin else "before frame")
        signs.append("party first" if not seen else "party second" if seen == 1 else "party later")
        seen += 1
        signs.append("object" if subjects.is_object(number) else "free")
        if wrongs:
            signs.append("before wrong" if at < wrongs[0].first else "after wrong")
            if bisect_right(firsts, at - _NEAR) < bisect_left(firsts, at + _NEAR):
                signs.append("near wrong")
        if quality >= 0:
            signs.append("before quality" if at < quality else "after quality")
        if len(subjects.together(number)) > 1:
            signs.append("listed")
        if words[at].capital:
            signs.append("capital")
        found.add(party, *signs)


def _is_verb(low: str) -> bool:
    return low in PASTS or low in _MODALS or (low.endswith("ed") and len(low) > _NEAR) or low.endswith("ly")


def _adjoins(reading: Reading, place: int) -> bool:
    """Whether nothing but a space parts a word from the one before it."""
    return not reading.text[reading.words[place - 1].end : reading.words[place].start].strip()


def _verb_within(reading: Reading, first: int, last: int) -> bool:
    lows = [reading.words[at].low for at in range(first, last)]
    return any(low in BE or low in _AUX or low in PASTS or low in _MODALS for low in lows)


def _is_object_of(reading: Reading, done: set[int], at: int) -> bool:
    """Whether a party stands behind a word of wrong as whom it is done to: "to kill Ash", not "killed by Ash".

    ``done`` are the places at which the verbs of wrong end.
    """
    for last in range(at, max(-1, at - _NEAR), -1):
        if last in done and _adjoins(reading, at):
            between = [reading.words[place].low for place in range(last, at)]
            if not any(low in PREPOSITIONS or low in BE for low in between):
                return True
    return False


def _before(reading: Reading, clause: Clause, at: int, wrongs: list[Hit]) -> Iterator[str]:
    """What stands right before a name, titles and articles left out."""
    words = reading.words
    place = at
    while place > clause.first and (is_title(words[place - 1].low) or words[place - 1].low in DETERMINERS):
        place -= 1
    before = words[place - 1].low if place > clause.first else "^"
    yield "before " + (before if before in PREPOSITIONS or before in _JOINS or before == "^" else "word")
    if before == "of" and any(hit.first <= place - 2 < hit.last for hit in wrongs):
        yield _VICTIM


def _by_grammar(clause: Clause, found: _Found) -> None:
    for hit, subject, passive, _ in clause.hits:
        kind = "wrong" if _is_wrong(hit) else "quality" if hit.usage.group is Group.QUALITIES else "deed"
        for party in subject.parties:
            found.add(party, f"subject of {kind}" + (" passive" if passive else ""))
        if subject.owner is not None:
            found.add(subject.owner, f"owner of {kind}")
    if clause.frame is not None:
        for party in clause.frame.sought:
            found.add(party, "sought", "sought " + clause.frame.usage.name)
        for party in clause.frame.subject.parties:
            found.add(party, "frame subject")


def _general(
    reading: Reading, context: Context, place: int, number: int, clause: Clause, act: Act, lows: set[str]
) -> list[str]:
    """What the clause shows whoever it concerns: for acts that may concern nobody."""
    found = [f"rule {proposal.rule}" for proposal in context.proposals[place][number] if proposal.act is act]
    found += [f"clause {sign}" for sign in context.shown[place].told]
    found += [f"has {role}" for role, words in _ROLES if lows & words]
    if clause.last > clause.first:
        frame = clause.frame
        begin = frame.hit.last if frame is not None and frame.hit.last < clause.last else clause.first
        opening = reading.words[begin].low
        named = "party" if reading.party_number(begin) >= 0 else "word"
        found.append("opens " + (opening if opening in _OPENINGS else named))
    return found


def _named_before(
    reading: Reading, context: Context, place: int, clause: Clause, found: _Found, lows: set[str]
) -> None:
    earlier: set[str] = set()
    for back in range(1, min(_BACK, place) + 1):
        other = context.clauses[place - back]
        subject = {party.id for _, whose, *_ in other.hits for party in whose.parties}
        teller = "same teller" if other.teller.id == clause.teller.id else "other teller"
        named = reading.parties_in(other.first, other.last)
        for party in reversed(named):
            if party.id in earlier:
                continue
            if not earlier:
                found.add(party, "nearest")
            earlier.add(party.id)
            if sum(one.kind == party.kind for one in named) > _NEAR - 2 and party.kind == "person":
                found.add(party, "listed")
            if party is named[0]:
                found.add(party, "first there")
            role = "earlier subject" if party.id in subject else "earlier other"
            sentence = "same sentence" if other.number == clause.number else "sentence before"
            found.add(party, "earlier", f"earlier {back}", role, "kind " + party.kind, teller, sentence)
        if back == 1 and other.voice.speaker != clause.voice.speaker and lows & _YOU:
            found.add(Party(0, 0, other.voice.speaker, other.voice.speaker_name, "person"), "you")


def _named_behind(reading: Reading, context: Context, place: int, clause: Clause, found: _Found) -> None:
    for ahead in range(1, _AHEAD + 1):
        if place + ahead >= len(context.clauses):
            return
        other = context.clauses[place + ahead]
        for party in reading.parties_in(other.first, other.last):
            if party not in found:
                sentence = "same sentence" if other.number == clause.number else "sentence behind"
                found.add(party, "later", f"later {ahead}", "kind " + party.kind, sentence)


def _is_wrong(hit: Hit) -> bool:
    return hit.usage.group is Group.DEEDS and hit.usage.act is Act.ACCUSES
