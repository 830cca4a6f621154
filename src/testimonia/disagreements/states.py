"""One thing in two states that shut each other out: the door was locked, the door stood open.

Under one claim, or two that follow each other, the states are said of one thing where a noun beside both is the same;
an "it" stands for what the sentence before or the claim names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Cause, DiscrepancyKind, Reason, Sourcebook
from ..words.grammar import ADVERBIAL, BE, DETERMINERS
from ..words.states import State, bound_by, least_of, state_words, states
from ..words.stems import is_function_word, stem
from .differences import Difference, Words, about_of
from .lines import Line, line_of
from .propositions import Subjects, is_question
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_states"]

_NEAR_BY = frozenset("until till lest to when before after as like".split())
_UNSURE = frozenset(
    "if whether would could might may should perhaps must will shall unless wished hoped wanted allegedly supposedly "
    "possible probable likely rumor rumour story legend claim claims claimed alleged alleges concocted".split()
)
_PEOPLE = frozenset("i we you he she they who nobody".split())
_DENYING = frozenset("no not never".split())
_WHICH = frozenset("that which who".split())
_STANDS_FOR = frozenset("it this that one they them these those".split())
_ENDS = frozenset(";:.!?()[]") | {"--", "–", "—"}
_CLOSE, _SUPPOSED, _BEFORE, _BEHIND = 5, 9, 7, 3  # words
_TELLING = 2.5  # weight of a noun that tells which thing
_MOST = 2


@dataclass(frozen=True, slots=True)
class _Placed:
    saying: Saying
    line: Line
    state: State
    things: frozenset[str]
    asked: frozenset[str]  # what its claim speaks of
    person: str  # of whom, an id, empty where nothing tells


def differing_states(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Pairs of states of one thing that cannot both be."""
    asked = {
        number: frozenset(stem(word) for word in _words_of(claim.span.cut(book.text)))
        for number, claim in enumerate(book.claims)
    }
    telling = state_words()
    subjects = Subjects(book, sayings.named_in_claims)
    found: defaultdict[str, list[_Placed]] = defaultdict(list)
    for saying in sayings.all:
        if saying.section < 0 or telling.isdisjoint(saying.lows) or is_question(saying):
            continue
        line = line_of(saying)
        for state in states(line.words):
            if not line.named[state.at] and _is_told(line, state):
                person = _person(line, state, subjects) if bound_by(state.scale) in ("person", "noun") else ""
                things = frozenset() if person else _things(sayings, line, state)
                found[state.scale].append(_Placed(saying, line, state, things, asked[saying.section], person))
    for scale, placed in found.items():
        yes, no = [p for p in placed if p.state.yes], [p for p in placed if not p.state.yes]
        leading, others = (yes, no) if len(yes) <= len(no) else (no, yes)
        for one in leading:
            rivals = [(weight, o) for o in others if (weight := _tie(sayings, settings, scale, one, o)) > 0.0]
            rivals.sort(key=lambda pair: (-pair[0], pair[1].saying.number))
            for weight, other in rivals[:_MOST]:
                yield _difference(sayings, one, other, weight)


def _person(line: Line, state: State, subjects: Subjects) -> str:
    """Of whom a state is told: the subject before it, else the only one whom the sentence names."""
    found = subjects(line, state.at)
    if not state.at:  # "Without a word Holm …"
        behind = line.named[state.length : state.length + _BEHIND]
        found = next((person for person in behind if person), found)
    named = {person for person in line.named if person}
    return found or (next(iter(named)) if len(named) == 1 else "")


def _words_of(text: str) -> list[str]:
    return [word for word in text.lower().split() if word.isalpha() and not is_function_word(word)]


def _is_told(line: Line, state: State) -> bool:
    """Whether it is told outright, and of one thing: not "ropes that were cut"."""
    words, at = line.words, state.at
    if not _UNSURE.isdisjoint(words[max(0, at - _SUPPOSED) : at]):
        return False
    if bound_by(state.scale) == "claim":
        return True
    if bound_by(state.scale) in ("person", "noun"):
        return _NEAR_BY.isdisjoint(words[max(0, at - 2) : at]) and _WHICH.isdisjoint(words[max(0, at - 2) : at])
    if words[at - 1 : at] in (["a"], ["an"]):
        return False  # "I once saw a cut rope"
    behind = words[at + state.length : at + state.length + 1]
    if behind and (behind[0] in DETERMINERS or behind[0] == "to") and BE.isdisjoint(words[max(0, at - 3) : at]):
        return False  # "she opened the door", "he stopped to look"
    for place in range(at - 1, max(-1, at - 4), -1):
        if line.named[place] or words[place] in _PEOPLE:
            return False  # what people do, or what is done to them
        if words[place] not in ADVERBIAL and words[place] not in BE:
            break
    near, beside = words[max(0, at - _CLOSE) : at], words[max(0, at - 2) : at]
    return _NEAR_BY.isdisjoint(near) and _WHICH.isdisjoint(beside)


def _things(sayings: Sayings, line: Line, state: State) -> frozenset[str]:
    """What the state may be said of: the words beside it, and for an "it" those that it may stand for."""
    found: set[str] = set()
    behind = state.at + state.length
    if state.length == 1 and behind < len(line.words) and not line.words[state.at].endswith(("ed", "ing")):
        _take(line, behind, found)
        if found:
            return frozenset(found)  # "cold air"
    stands_for = False
    for place in range(state.at - 1, max(-1, state.at - 1 - _BEFORE), -1):
        if line.words[place] in _ENDS:
            break
        stands_for = stands_for or line.words[place] in _STANDS_FOR
        _take(line, place, found)
    for place in range(behind, min(len(line.words), behind + _BEHIND)):
        if line.words[place] in _ENDS or line.words[place] == ",":
            break
        _take(line, place, found)
    if stands_for or not found:
        own = sayings.of_record[line.saying.record.id]
        at = line.saying.number - own[0].number
        if at:
            found.update(f for f in own[at - 1].features if f[0] != "@")
    return frozenset(found)


def _take(line: Line, place: int, found: set[str]) -> None:
    number = line.tokens[place]
    if number >= 0 and not line.named[place] and line.saying.tokens[number].key:
        found.add(line.saying.tokens[number].key)


def _tie(sayings: Sayings, settings: Settings, scale: str, one: _Placed, other: _Placed) -> float:
    if one.saying.record is other.saying.record or abs(one.saying.section - other.saying.section) > 1:
        return 0.0
    same = one.saying.record.claim == other.saying.record.claim
    things = (one.things & (other.things | other.asked)) | (one.asked & other.things)
    if least_of(scale) and not (same and _shared(sayings, one.saying, other.saying) >= least_of(scale)):
        return 0.0
    if bound_by(scale) == "noun":
        nouns = {p.line.words[p.state.at + p.state.length - 1] for p in (one, other)}
        who = not one.person or not other.person or one.person == other.person
        return 2.0 if same and who and len(nouns) == 1 and not settings.clash(one.saying, other.saying) else 0.0
    if bound_by(scale) == "person":
        if not same or not one.person or one.person != other.person or settings.clash(one.saying, other.saying):
            return 0.0
        return 1.0 + sayings.pair(one.saying, other.saying).weight / 4
    shared = [w for f in things if (w := sayings.weights.get(f, 0.0)) >= _TELLING]
    if not shared and not (same and bound_by(scale) == "claim"):
        return 0.0
    return 0.0 if settings.clash(one.saying, other.saying) else 1.0 + sum(shared) + same


def _shared(sayings: Sayings, a: Saying, b: Saying) -> float:
    """What either sentence shares with the other and the sentences beside it."""
    return sayings.weigh((a.features & sayings.around(b, 1)) | (b.features & sayings.around(a, 1)))


def _difference(sayings: Sayings, one: _Placed, other: _Placed, weight: float) -> Difference:
    a, b = (one, other) if one.saying.number < other.saying.number else (other, one)
    pair = sayings.pair(a.saying, b.saying)
    return Difference(
        DiscrepancyKind.OPPOSITE,
        _words(a),
        _words(b),
        about_of(pair) or a.state.scale,
        min(0.75, 0.45 + weight / 60),
        Cause.CONFLICT,
        (),
        (Reason("one thing in two states that shut each other out"),),
        weight,
    )


def _words(placed: _Placed) -> Words:
    """The words of the state, with the "no" or "not" close before them."""
    words, places, state = placed.line.words, placed.line.places, placed.state
    first = next((n for n in range(state.at - 1, max(-1, state.at - 5), -1) if words[n] in _DENYING), state.at)
    return Words(placed.saying, places[first][0], places[state.at + state.length - 1][1])
