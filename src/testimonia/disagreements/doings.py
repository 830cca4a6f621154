"""What somebody is said never to have done and is told to have done, in whatever words: "never spoke of it", "told".

Both stand under one claim, and are said of one person; where nobody is said to have done it, of anybody. A deed that
is done to something (`words.doings`) is one where both name the same beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from ..model import Cause, DiscrepancyKind, Reason, Sourcebook
from ..words.amounts import find_amounts
from ..words.doings import doing_of, stands_alone
from ..words.grammar import BE
from ..words.polarity import is_denied
from ..words.verbs import is_irregular_participle
from .differences import Difference, Words, about_of
from .lines import Line, line_of
from .propositions import Subjects, is_question
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["denied_and_done"]

_MOST = 14  # accounts of one claim that are set against each other
_ANY = "*"  # nobody is said to have done it
_NOT = frozenset(
    "not never cannot isn't wasn't aren't weren't didn't won't wouldn't can't couldn't hasn't haven't hadn't "
    "refused refuses declined declines".split()
)
_WOULD_NOT = frozenset("refused refuses declined declines".split())
_NOBODY = frozenset("nobody none".split())
_NOTHING = frozenset("nothing nobody nowhere".split())
_PRESENT = frozenset("do does don't doesn't will shall can cannot won't can't may might should must".split())
_UNSURE = frozenset(
    "if whether would could might may should perhaps must will shall unless until till lest wished hoped wanted cannot "
    "propose proposed imagine allege alleges alleged allegedly supposed supposedly rumor rumour legend who to".split()
)
_DENYING = _NOT | _NOBODY | _NOTHING | {"no", "unable"}
_SAYING = frozenset("say said find found show shown prove proved proven hold establish established".split())
_CLAUSE = 9
_WISHED = frozenset("would should might may must".split())
_ENDS = frozenset(';:.!?()"“”[]') | {"--", "–", "—", "but", "because", "while", "if", "when", "and"}
_KNOWING, _MEETING, _PAYING = map(doing_of, ("knew", "met", "paid"))
_WITH_OBJECT = frozenset(map(doing_of, "asked gave received took found signed sent".split()))
_OUTRIGHT = 3.0
_STOPS = frozenset(';:.!?()"“”')
_PRONOUNS = frozenset("he she i we".split())
_LATER = frozenset("first only later afterwards afterward since then".split())
_SUPPOSED, _OBJECT, _BETWEEN = 6, 12, 5  # words
_RARE = 3.0
_OFTEN = 60  # times that one account tells of such a deed, which are set against a denial
_FAR, _FEW = 12, 3  # claims, and accounts under them that one denial is set against
_COINS = frozenset("penny farthing cent copper money bribe".split())


@dataclass(frozen=True, slots=True)
class _Done:
    saying: Saying
    line: Line
    at: int
    first: int
    doing: str
    subject: str
    of: frozenset[str]
    nothing: bool = False  # it is denied of anything at all: "asked for nothing"


def denied_and_done(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Pairs of a deed denied of somebody and told of him."""
    subjects = Subjects(book, sayings.named_in_claims)
    for accounts in sayings.by_claim:
        denied = [
            done
            for own in accounts[:_MOST]
            for saying in own
            if saying.number in sayings.denying
            for done in _denied(saying, subjects)
        ]
        told: dict[tuple[int, str], list[_Done]] = {}
        for no in denied:
            for place, own in enumerate(accounts[:_MOST]):
                if own[0].record is no.saying.record:
                    continue
                deeds = told.get((place, no.doing))
                if deeds is None:
                    all_told = (yes for saying in own for yes in _told(saying, no.doing, subjects))
                    deeds = told[place, no.doing] = [*islice(all_told, _OFTEN)]
                rivals = [(weight, yes) for yes in deeds if (weight := _tie(sayings, settings, no, yes))]
                if rivals:
                    weight, yes = max(rivals, key=lambda r: r[0])
                    yield _difference(sayings, no, yes, weight)
            if _is_for_ever(no):
                yield from _elsewhere(sayings, settings, no, subjects)


def _is_for_ever(no: _Done) -> bool:
    """Whether it is denied for all time: "never in my life"."""
    return no.line.words[no.first] == "never" and "life" in no.line.words[no.first + 1 : no.first + 4]


def _elsewhere(sayings: Sayings, settings: Settings, no: _Done, subjects: Subjects) -> Iterator[Difference]:
    """What is told of somebody under other claims that he denies for all time."""
    here = no.saying
    rivals = []
    for number in sayings.having("@" + no.subject):
        saying = sayings.all[number]
        if saying.record.claim == here.record.claim or abs(saying.section - here.section) > _FAR:
            continue
        for yes in _told(saying, no.doing, subjects):
            weight = _tie(sayings, settings, no, yes)
            if not weight and yes.subject == no.subject and _is_of_money(no) and _is_of_money(yes):
                weight = 1.0
            if weight:
                rivals.append((weight, yes))
    rivals.sort(key=lambda r: (-r[0], r[1].saying.number))
    for weight, yes in rivals[:_FEW]:
        yield _difference(sayings, no, yes, weight)


def _is_of_money(done: _Done) -> bool:
    """Whether money is what is given: a sum, or the least of it."""
    start = done.line.places[done.at][1]
    if not _COINS.isdisjoint(done.line.words[done.at + 1 : done.at + 1 + _OBJECT]):
        return True
    return any(sum_.kind == "money" for sum_ in find_amounts(done.saying.text, start, done.saying.end))


def _denied(saying: Saying, subjects: Subjects) -> Iterator[_Done]:
    if _DENYING.isdisjoint(saying.lows) or is_question(saying):
        return
    line = line_of(saying)
    words = line.words
    for at, word in enumerate(words):
        that = _not_found(words, at)
        if that:
            place = next((n for n in range(that + 1, min(len(words), that + _CLAUSE)) if doing_of(words[n])), None)
            if place is not None and _is_passive(line, place):
                yield _make(line, place, at, _ANY, place)  # "unable to swear that a lamp was lit"
            continue
        nobody = word in _NOBODY or (word == "no" and words[at + 1 : at + 2] in (["one"], ["man"]))
        if word in _NOT or nobody:
            if not _UNSURE.isdisjoint(words[max(0, at - _SUPPOSED) : at]) or is_denied(words, at):
                continue
            if word in _PRESENT or not _PRESENT.isdisjoint(words[max(0, at - 1) : at]):
                continue
            if word in _WOULD_NOT and words[at + 1 : at + 2] != ["to"]:
                continue
            place = _verb(line, at + 1 + (nobody and word == "no"))
            if place is not None:
                anybody = nobody or _is_passive(line, place)
                yield _make(line, place, at, _ANY if anybody else subjects(line, at))
        elif word == "no" and at + 1 < len(words) and stands_alone(doing_of(words[at + 1])):
            if _UNSURE.isdisjoint(words[max(0, at - _SUPPOSED) : at]):
                yield _make(line, at + 1, at, subjects(line, at))  # "Ash had no knowledge of the lamp"
        elif word in _NOTHING or (word == "no" and words[at + 1 : at + 2] == ["one"]):
            for place in range(at - 1, max(-1, at - 4), -1):
                if line.tokens[place] < 0 or line.named[place]:
                    break
                if doing_of(words[place]):
                    if _UNSURE.isdisjoint(words[max(0, place - _SUPPOSED) : place]):
                        yield replace(_make(line, place, place, subjects(line, place)), nothing=word == "nothing")
                    break


def _not_found(words: list[str], at: int) -> int:
    """The place of the "that" behind which stands what is not found or cannot be said to be so; 0 for none."""
    if words[at] not in _NOT and words[at] != "unable":
        return 0
    near = words[at + 1 : at + 6]
    if "that" not in near or _SAYING.isdisjoint(near[: near.index("that")]):
        return 0
    return at + 1 + near.index("that")


def _verb(line: Line, at: int) -> int | None:
    for place in range(at, min(len(line.words), at + _BETWEEN)):
        number = line.tokens[place]
        if number < 0 or line.named[place]:
            return None
        if doing_of(line.words[place]):
            return place
        if line.words[place] in _WISHED:
            return None
        if line.saying.tokens[number].key and line.words[place] != "life":
            return None
    return None


def _told(saying: Saying, doing: str, subjects: Subjects) -> Iterator[_Done]:
    if is_question(saying) or doing not in map(doing_of, saying.lows):
        return
    line = line_of(saying)
    for at, word in enumerate(line.words):
        if line.named[at] or doing_of(word) != doing or is_denied(line.words, at):
            continue
        before = line.words[max(0, at - _SUPPOSED) : at]
        if before[-3:] == ["to", "have", "been"]:
            before = before[:-3]  # "declared the gate to have been opened"
        if not _UNSURE.isdisjoint(before):
            continue
        if doing == _KNOWING and not _LATER.isdisjoint(line.words[max(0, at - 3) : at]):
            continue  # "had first known of it in June"
        if not _NOTHING.isdisjoint(line.words[at + 1 : at + 4]) or (word.endswith("ing") and _says(line, at + 1)):
            continue  # "told nothing", "a sleeping man"
        yield _make(line, at, at, "" if _is_passive(line, at) else _doer(line, at, subjects))


def _doer(line: Line, at: int, subjects: Subjects) -> str:
    """Who does it; of a verb that is joined to one before by "and", whoever does that one."""
    found = subjects(line, at)
    if found or at < 2 or line.words[at - 1] != "and":
        return found
    for back in range(at - 2, -1, -1):
        if line.words[back] in _STOPS:
            return ""
        if line.words[back] in _PRONOUNS or line.named[back]:
            return subjects(line, back + 1)
    return ""


def _says(line: Line, at: int) -> bool:
    return at < len(line.words) and line.tokens[at] >= 0 and bool(line.saying.tokens[line.tokens[at]].key)


def _till_end(line: Line, places: range) -> Iterator[int]:
    """The places of a clause."""
    for place in places:
        if line.words[place] in _ENDS or line.words[place] == "that":
            return
        yield place


def _is_passive(line: Line, at: int) -> bool:
    """Whether it is done to what stands before: "the door was never opened"."""
    word = line.words[at]
    return not BE.isdisjoint(line.words[max(0, at - 3) : at]) and (
        word.endswith(("ed", "en")) or is_irregular_participle(word)
    )


def _make(line: Line, at: int, first: int, subject: str, behind: int | None = None) -> _Done:
    of: set[str] = set()
    last = (min(first, at) if behind is None else behind) - 1
    places = [range(at + 1, min(len(line.words), at + 1 + _OBJECT))]
    if _is_passive(line, at):
        places.append(range(last, max(-1, last - _OBJECT), -1))
    for place in (place for places_ in places for place in _till_end(line, places_)):
        number = line.tokens[place]
        if number >= 0 and line.saying.tokens[number].key and not doing_of(line.words[place]):
            of.add(line.saying.tokens[number].key)
    of.discard("@" + subject)
    return _Done(line.saying, line, at, first, doing_of(line.words[at]), subject, frozenset(of))


def _tie(sayings: Sayings, settings: Settings, no: _Done, yes: _Done) -> float:
    shared = no.of & yes.of
    if no.doing == _PAYING and _is_for(no) != _is_for(yes):
        return 0.0  # "paid him nothing", "paid for the wine"
    if no.subject != _ANY and (not no.subject or no.subject != yes.subject):
        turned = no.doing == _MEETING and "@" + no.subject in yes.of and "@" + yes.subject in no.of
        if not turned:
            return 0.0
        shared = shared | {"@" + no.subject}
    if no.nothing and no.doing in _WITH_OBJECT and yes.of and yes.at + 1 < len(yes.line.words):
        return 0.0 if settings.clash(no.saying, yes.saying) else _OUTRIGHT
    things = {feature for feature in no.of if feature[0] != "@"}
    if no.subject == _ANY or (things and no.doing != _MEETING):
        shared = shared & things  # who is told of a thing may be told of another
    weight = sayings.weigh(frozenset(shared))
    if weight < _RARE and (no.subject == _ANY or no.of or not stands_alone(no.doing)):
        return 0.0
    return 0.0 if settings.clash(no.saying, yes.saying) else weight + 1.0


def _is_for(done: _Done) -> bool:
    """Whether it stands right before a "for": a thing is paid for, and nobody paid."""
    return done.line.words[done.at + 1 : done.at + 2] == ["for"]


def _difference(sayings: Sayings, no: _Done, yes: _Done, weight: float) -> Difference:
    a, b = (no, yes) if no.saying.number < yes.saying.number else (yes, no)
    pair = sayings.pair(a.saying, b.saying)
    return Difference(
        DiscrepancyKind.OPPOSITE,
        _words(a),
        _words(b),
        about_of(pair) or yes.line.words[yes.at],
        min(0.75, 0.5 + weight / 60),
        Cause.CONFLICT,
        tuple(sorted({no.subject} & (a.saying.persons | b.saying.persons))),
        (Reason("one account denies of somebody what the other tells of him"),),
        weight,
    )


def _words(done: _Done) -> Words:
    places = done.line.places
    return Words(done.saying, places[min(done.first, done.at)][0], places[max(done.first, done.at)][1])
