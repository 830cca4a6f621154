"""How one matter ended, told differently under one claim: the bill was carried here, thrown out there.

What it is told of is the nearest noun before it that may have such an end, or somebody; "it" and "he" are what and whom
the claim names. Of an account that tells both ends, one after the other, nothing is told, nor where the two are of two
bodies, towns, months or years; of two accounts each matter is told once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..model import Cause, DiscrepancyKind, Sourcebook
from ..words.calendars import MONTHS
from ..words.grammar import BE, DETERMINERS, PREPOSITIONS
from ..words.outcomes import Outcome, are_shut_out, asked_of, is_sent_on, nouns_of, outcome_words, outcomes
from ..words.stems import is_function_word, stem
from .differences import Difference, Words, words_apart
from .lines import Line, line_of
from .propositions import Subjects, is_question
from .repeated import is_again, is_of_several, which_of_several
from .sayings import Saying, Sayings
from .scenes import place_behind
from .settings import Settings

__all__ = ["differing_outcomes"]

_WORD = re.compile(r"[^\W\d_]{3,}")
_TERM = re.compile(
    r"\b(?:got|gets|was\s+given|were\s+given|received|did|sentenced\s+to)\s+(?:\w+[- ]){0,2}?(?:\w+)\s+"
    r"(?:months|years|weeks)\b"
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|for|in\s+(?:prison|gaol|jail|the)|hard|penal|at\s+hard|imprisonment|"
    r"of\s+(?:hard|penal|imprisonment|prison)|['’]\s*(?:hard|penal|imprisonment)|with\s+hard)\b)",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"(?i)\b(?:trial|tried|court|judge|jury|sentenc|prison|gaol|jail|guilty|convict|charge|accus|dock|assize|forge|thef|murder|crime)"
)
_TERMS = frozenset(("months", "years", "weeks"))
_UNSURE = frozenset(
    "if whether would could might may should perhaps must will shall unless wished hoped wanted expected feared "
    "threatened demanded asked to".split()
)
_STOPS = frozenset(';.!?()"“”:') | {"--", "–", "—"}
_FAR = 9  # words back to what it is told of
_BESIDE = 4  # words back to whom
_STANDS_FOR = frozenset("it this that they these all".split())
_MOST = 14
_FIRST = 3  # of what one account tells of one matter
_ENDED = 8  # words from how it ended to where
_DAYS = 31  # further apart they are two events
_BODIES = frozenset(
    "commons lords senate house chamber assembly parliament congress diet duma council board committee cabinet court "
    "senators deputies bench jury synod convention conference union meeting king queen president governor "
    "crown lower upper first second high supreme appeal".split()
)
_WHICH_BODY = frozenset("lower upper first second high supreme appeal".split())
_COURTS = frozenset("court courts jury judge judges bench magistrate magistrates tribunal assizes lord lords".split())
_VOTES = frozenset("vote votes poll polls election ballot majority last narrow large".split())
_IN_TURN = frozenset("later afterwards eventually subsequently meanwhile".split())
_APPEAL = frozenset("appeal appealed retrial retried rehearing".split())
_PART = frozenset("some many most part half several few one two three four five six".split())
_PERSONS, _CLAIMED = "persons", "claimed"
_LEAST = 4.0  # of a noun that tells which thing
_RULE = "accounts under one claim, which tell how one matter ended"


@dataclass(frozen=True, slots=True)
class _Told:
    saying: Saying
    subject: str  # an id, or the stem of a noun
    end: str
    denied: bool
    start: int
    stop: int
    which: str = ""  # of several matters of one name
    where: str = ""  # in what body, or at what place


def differing_outcomes(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Ends of one matter that shut each other out."""
    telling = outcome_words()
    texts = {claim.id: claim.text.lower() for claim in book.claims}
    subjects = Subjects(book, sayings.named_in_claims)
    for accounts in sayings.by_claim:
        text = texts.get(accounts[0][0].record.claim or "", "")
        if len(accounts) < 2 or is_of_several(text):
            continue
        claimed = _WORD.findall(text)
        told = [list(_read(sayings, own, claimed, subjects, telling)) for own in accounts[:_MOST]]
        for n, here in enumerate(told):
            for there in told[n + 1 :]:
                yield from _compare(sayings, settings, here, there)


def _compare(sayings: Sayings, settings: Settings, here: list[_Told], there: list[_Told]) -> Iterator[Difference]:
    ends: list[defaultdict[str, set[tuple[str, bool]]]] = []
    for own in (here, there):
        found: defaultdict[str, set[tuple[str, bool]]] = defaultdict(set)
        for told in own:
            found[told.subject].add((told.end, told.denied))
        ends.append(found)
    theirs: defaultdict[str, list[_Told]] = defaultdict(list)
    for told in there:
        theirs[told.subject].append(told)
    ours: defaultdict[str, list[_Told]] = defaultdict(list)
    for told in here:
        ours[told.subject].append(told)
    for subject, own in ours.items():
        if len(ends[0][subject]) > 1 or len(ends[1][subject]) > 1:
            continue
        pairs = ((one, other) for one in own[:_FIRST] for other in theirs[subject][:_FIRST])
        found_pair = next((pair for pair in pairs if _is_one_matter(settings, *pair)), None)
        if found_pair is None:
            continue
        first, second = (Words(told.saying, told.start, told.stop) for told in found_pair)
        yield words_apart(
            sayings,
            first,
            second,
            "how it ended",
            _RULE,
            base=0.5,
            per=80,
            kind=DiscrepancyKind.OUTCOME,
            cause=Cause.CONFLICT,
        )


def _is_one_matter(settings: Settings, one: _Told, other: _Told) -> bool:
    """Whether two tell other ends of what may be one matter at one time."""
    if one.denied and other.denied:
        return False
    if one.denied == other.denied:
        if not are_shut_out(one.subject.split(" ", 1)[0], one.end, other.end):
            return False
    elif one.end != other.end:
        return False
    if any(a and b and a != b for a, b in ((one.which, other.which), (one.where, other.where))):
        return False
    months, theirs = (MONTHS.keys() & told.saying.lows for told in (one, other))
    if months and theirs and not months & theirs:
        return False
    years, others = (settings.years(told.saying, 0) for told in (one, other))
    if (years and others and not years & others) or settings.clash(one.saying, other.saying):
        return False
    return (settings.days_apart(one.saying, other.saying) or 0) <= _DAYS


def _read(
    sayings: Sayings, own: list[Saying], claimed: list[str], subjects: Subjects, telling: frozenset[str]
) -> Iterator[_Told]:
    for saying in own:
        terms = not _TERMS.isdisjoint(saying.lows)
        if (
            is_question(saying)
            or is_again(saying)
            or not _IN_TURN.isdisjoint(saying.lows)
            or (telling.isdisjoint(saying.lows) and not terms)
        ):
            continue
        line = line_of(saying)
        for outcome in outcomes(line.words):
            if not _UNSURE.isdisjoint(line.words[max(0, outcome.at - 4) : outcome.at]) or line.named[outcome.at]:
                continue
            asked = asked_of(outcome.sort)
            if asked and not any(word.startswith(asked) for word in (*claimed, *saying.lows)):
                continue
            subject = _subject(sayings, line, outcome, claimed, subjects)
            if subject:
                last = outcome.at + outcome.length - 1
                start, stop = line.places[outcome.at][0], line.places[last][1]
                if outcome.sort == "trial" and not _APPEAL.isdisjoint(saying.lows):
                    continue
                if _is_of_a_part(line, outcome, subject) or _is_of_another_charge(line, outcome, claimed):
                    continue
                which, where = _which(line, outcome, subject), _where(line, outcome)
                yield _Told(saying, f"{outcome.sort} {subject}", outcome.end, outcome.denied, start, stop, which, where)
        for found in _TERM.finditer(saying.text, saying.start, saying.end) if terms else ():
            if not _COURT.search(saying.words) and not _COURT.search(" ".join(claimed)):
                continue
            at = next((n for n, (start, _) in enumerate(line.places) if start >= found.start()), 0)
            person = _who(sayings, line, at, claimed, subjects)
            if person and _UNSURE.isdisjoint(line.words[max(0, at - 4) : at]):
                which = _which(line, Outcome(at, 1, "trial", "convicted", False), person)
                yield _Told(saying, f"trial {person}", "convicted", False, *found.span(), which)


def _subject(sayings: Sayings, line: Line, outcome: Outcome, claimed: list[str], subjects: Subjects) -> str:
    """What or whom an outcome is told of; empty where nothing tells."""
    nouns = nouns_of(outcome.sort)
    words, at = line.words, outcome.at
    if _PERSONS in nouns:
        passive = not BE.isdisjoint(words[max(0, at - 3) : at]) or outcome.length > 1
        if not passive:
            return next((person for person in line.named[at + 1 : at + 4] if person), "")
        return _who(sayings, line, at, claimed, subjects)
    if BE.isdisjoint(words[max(0, at - 3) : at]):  # "refused the petition"
        told, last = "", at
        for n in range(at + 1, min(len(words), at + _BESIDE + 1)):
            key = "" if _is_behind(words, n) else _noun(sayings, line, n, claimed, nouns)
            if words[n] in _STOPS or words[n] in BE or (told and not key):
                break
            told, last = key or told, n
        if told:
            return "" if is_sent_on(words, last + 1, outcome.sort, words[at]) else told
    for back in range(at - 1, max(-1, at - _FAR - 1), -1):
        word = words[back]
        if word in _STOPS:
            break
        key = "" if _is_behind(words, back) else _noun(sayings, line, back, claimed, nouns)
        if key:
            return key
        if word in _STANDS_FOR and (word != "that" or back == 0):
            return _claimed(sayings, claimed, nouns)
    return ""


def _which(line: Line, outcome: Outcome, subject: str) -> str:
    """Which of several matters of one name it is: that of the noun, or of the trial that a sentence speaks of."""
    near = range(max(0, outcome.at - _FAR), min(len(line.words), outcome.at + _FAR))
    for n in near:
        key = line.saying.tokens[line.tokens[n]].key if line.tokens[n] >= 0 else ""
        if key == subject or (outcome.sort == "trial" and line.words[n] in ("trial", "hearing", "assizes")):
            which = which_of_several(line, n)
            if which:
                return which
    return ""


def _is_behind(words: list[str], at: int) -> bool:
    """Whether a noun stands behind a preposition, so that it is not what is told of: "a copy of the old portrait"."""
    for n in range(at - 1, max(-1, at - 4), -1):
        if words[n] in PREPOSITIONS:
            return True
        if n < at - 1 and words[n + 1] in DETERMINERS:
            return False
    return False


def _where(line: Line, outcome: Outcome) -> str:
    """In what body or at what place it ended so; empty where nothing tells."""
    last = outcome.at + outcome.length - 1
    near: list[str] = []
    for word in line.words[last + 1 : last + 1 + _ENDED]:
        if word in _STOPS:
            break
        near.append(word)
    if BE.isdisjoint(line.words[max(0, outcome.at - 3) : outcome.at]):  # "the Lords rejected it"
        near = line.words[max(0, outcome.at - _BESIDE) : outcome.at] + near
    if outcome.sort == "election":
        for mark, what in pairwise(near):
            if mark in ("the", "a", "for", "as") and what not in DETERMINERS and what not in _VOTES:
                return what
        return ""
    bodies = [word for word in near if word in _BODIES]
    if not _WHICH_BODY.issuperset(bodies):
        return " ".join(bodies)
    if outcome.sort != "thing" and near[:1] == ["by"]:
        agent = [word for word in near[1:4] if word not in DETERMINERS]
        return agent[0] if agent and agent[0].isalpha() else ""
    place = place_behind(line, last)
    return place[0] if place is not None and place[0][:1].isupper() else ""


def _is_of_a_part(line: Line, outcome: Outcome, subject: str) -> bool:
    """Whether it is told of some of them only: "some letters were burnt"."""
    for n in range(max(1, outcome.at - _FAR), min(len(line.words), outcome.at + _BESIDE)):
        key = line.saying.tokens[line.tokens[n]].key if line.tokens[n] >= 0 else ""
        before = line.words[max(0, n - 4) : n]
        if key != subject:
            continue
        if "of" in before[1:]:
            before = [before[before.index("of") - 1]]  # "one of the letters"
        elif "one" in before or before[-1:] == ["the"]:
            continue  # "the new one"
        if not _PART.isdisjoint(before[-2:]):
            return True
    return False


def _is_of_another_charge(line: Line, outcome: Outcome, claimed: list[str]) -> bool:
    """Whether somebody was acquitted of what the claim does not name, or condemned by no court: it may be another."""
    behind = line.words[outcome.at + outcome.length : outcome.at + outcome.length + 4]
    if outcome.sort != "trial" or behind[:1] not in (["of"], ["on"], ["by"]):
        return False
    if behind[0] == "by":  # "condemned by the newspapers"
        return _COURTS.isdisjoint(behind)
    return not any(stem(word) in map(stem, claimed) for word in behind[1:] if not is_function_word(word))


def _noun(sayings: Sayings, line: Line, at: int, claimed: list[str], nouns: frozenset[str]) -> str:
    """The stem of a noun that may have such an end; empty for other words."""
    word, number = line.words[at], line.tokens[at]
    key = line.saying.tokens[number].key if number >= 0 and not line.named[at] else ""
    if _CLAIMED in nouns:
        seldom = bool(key) and sayings.weights.get(key, 0.0) >= _LEAST
        return key if seldom and any(stem(own) == key for own in claimed) else ""
    return key if word in nouns or word.removesuffix("s") in nouns else ""


def _who(sayings: Sayings, line: Line, at: int, claimed: list[str], subjects: Subjects) -> str:
    """Of whom it is told: who stands before it, else a word of the claim right there ("the prisoner was acquitted")."""
    person = subjects(line, at)
    if person:
        return "" if person[0] == "?" else person
    for back in range(at - 1, max(-1, at - _BESIDE - 1), -1):
        if line.words[back] in _STOPS:
            break
        key = line.saying.tokens[line.tokens[back]].key if line.tokens[back] >= 0 else ""
        if key and sayings.weights.get(key, 0.0) >= _LEAST and any(stem(own) == key for own in claimed):
            return key
    return ""


def _claimed(sayings: Sayings, claimed: list[str], nouns: frozenset[str]) -> str:
    """The one thing in the claim that may have such an end."""
    if _CLAIMED in nouns:
        found = {stem(word) for word in claimed if not is_function_word(word)}
        found = {key for key in found if sayings.weights.get(key, 0.0) >= _LEAST}
    else:
        found = {stem(word) for word in claimed if word in nouns or word.removesuffix("s") in nouns}
    return found.pop() if len(found) == 1 else ""
