"""Which of a claim's words a word of the evidence is set against, and when opposite words oppose nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from testimonia.model import Span
from testimonia.words.polarity import Pole

from .exhibits import Exhibit
from .headings import Heading
from .lines import Line, years_of
from .vocabulary import context_words

__all__ = [
    "PRESSURE",
    "clause_begin",
    "concepts_of",
    "has_both_ends",
    "is_beside_the_point",
    "is_earlier",
    "is_excepted",
    "is_of_another_subject",
    "is_of_evidence",
    "is_of_other_years",
    "is_of_somebody_else",
    "set_against",
]

_JOINING = frozenset(("and", "but", "&", ",", ";", "while"))
_PARTING = frozenset((";", ":", "but"))
PRESSURE = frozenset(("freedom", "treatment"))
_BEARING = ("compel", "forc", "pressur", "oblig")
_PASSING = frozenset(("repression", "liberty"))
_BACK = 8  # words from "had" to what was done before
_BOUNDS = frozenset((",", ";", ":", "--", "–", "—", "and", "but", "while", "though", "when"))
_RELATIVE = frozenset(("who", "which"))
_OF_HIM = frozenset("he she it they i we you this that these those".split())
_BEING = frozenset("was were is are be been had has have did could would".split())
_ARTICLES = frozenset("a an the".split())
_WHOEVER = frozenset("crowd mob throng audience gathering people men women man woman lot one".split())
_NOUN = 3  # words behind an adjective in which its noun stands
_THEM = frozenset(("them", "us"))
_POINTING = frozenset("this that these those".split())
_SAME = frozenset("same very day night week month year summer winter spring autumn morning evening time".split())
_OWN = _OF_HIM | frozenset(  # an answer that begins with one says itself of whom or of what
    "nobody no everybody everyone the another other two three four five several hand handwriting signature".split()
)
_BY = (["by"], ["from"], ["of"])  # whose doing it is: "bullied by the judge"


def set_against(heading: Heading, mine: Sequence[Pole], line: Line, pole: Pole) -> Pole | None:
    """The claim's word that is opposed; of two opposite ones, the one whose subject the sentence names."""
    against = [own for own in mine if own.effective != pole.effective]
    if len(against) == len(mine):
        return against[0] if against else None
    for own in against:
        subjects = _beside(heading, own)
        others = frozenset().union(*(_beside(heading, other) for other in mine if other is not own))
        if not (subjects - others).isdisjoint(line.concepts):
            return own
    return None


def _beside(heading: Heading, pole: Pole) -> frozenset[str]:
    """What the words are looked for by that stand with one of a claim between two "and" or commas."""
    lows = heading.line.lows
    first, last = pole.at, pole.at + pole.length - 1
    while first > 0 and lows[first - 1] not in _JOINING:
        first -= 1
    while last + 1 < len(lows) and lows[last + 1] not in _JOINING:
        last += 1
    words = heading.line.words
    return frozenset(words[n].concept for n in range(first, last + 1) if words[n].concept) - concepts_of(heading, pole)


def concepts_of(heading: Heading, pole: Pole) -> frozenset[str]:
    """What the words of a claim that lie on a scale are looked for by."""
    return frozenset(word.concept for word in heading.line.words[pole.at : pole.at + pole.length])


def is_beside_the_point(exhibit: Exhibit, line: Line, pole: Pole) -> bool:
    """Whether the sentence says the claim's own word of its matter, and the opposite only of something else."""
    told = exhibit.heading.weights
    if not _stretch(line, pole.at).isdisjoint(told):
        return False
    return any(
        other.scale == pole.scale
        and other.effective != pole.effective
        and not _stretch(line, other.at).isdisjoint(told)
        for other in line.poles
    )


def _stretch(line: Line, at: int) -> frozenset[str]:
    """What the other words are looked for by that stand with one between two semicolons or the like."""
    first, last = at, at
    while first > 0 and line.lows[first - 1] not in _PARTING:
        first -= 1
    while last + 1 < len(line.lows) and line.lows[last + 1] not in _PARTING:
        last += 1
    return frozenset(line.words[n].concept for n in range(first, last + 1) if n != at)


def is_of_other_years(heading: Heading, line: Line) -> bool:
    """Whether both tell of years, and the sentence of none of the claim's."""
    mine = years_of(heading.text, 0, len(heading.text))
    return bool(mine) and mine.isdisjoint(years_of(line.text, line.start, line.end) or mine)


def has_both_ends(line: Line, pole: Pole) -> bool:
    """Whether the same stretch of the sentence lies on the other end too: "a mild three years in prison"."""
    return any(
        other.scale == pole.scale
        and other.effective != pole.effective
        and not _PARTING.intersection(line.lows[min(other.at, pole.at) : max(other.at, pole.at)])
        for other in line.poles
    )


def is_of_evidence(line: Line, pole: Pole) -> bool:
    """Whether it is evidence and no hand that bears down: "compelled by the letters to admit", "under its pressure"."""
    if pole.scale not in PRESSURE or not line.lows[pole.at + pole.length - 1].startswith(_BEARING):
        return False
    return not context_words("weighing").isdisjoint(line.lows)


def is_earlier(line: Line, pole: Pole) -> bool:
    """Whether the sentence looks back on it: "who had at times been expelled"."""
    before = line.lows[max(0, pole.at - _BACK) : pole.at]
    return pole.scale in _PASSING and any(pair in (("who", "had"), ("which", "had")) for pair in pairwise(before))


def is_of_somebody_else(exhibit: Exhibit, line: Line, place: Span) -> bool:
    """Whether a clause names people, and none whom the claim names; or speaks of those who remain beside him."""
    named = {
        word.person
        for at, word in enumerate(line.words)
        if word.person and place.start <= word.start < place.end and line.lows[at - 1 : at] not in _BY
    }
    persons = exhibit.heading.persons
    if not named and persons and "remaining" in line.lows:  # "each of the remaining men denied it"
        return not any("@" + person in line.concepts for person in persons)
    return bool(named) and bool(persons) and named.isdisjoint(persons)


def is_excepted(heading: Heading, line: Line) -> bool:
    """Whether a sentence speaks of what the claim itself excepts."""
    return not heading.excepted.isdisjoint(line.concepts)


def clause_begin(line: Line, at: int) -> int:
    """Where the clause of a word begins; behind "…, who" with whom that means."""
    stops = (k + 1 for k in range(at - 1, -1, -1) if line.lows[k] in _BOUNDS)
    return next((k for k in stops if k == at or line.lows[k] not in _RELATIVE), 0)


def is_of_another_subject(exhibit: Exhibit, line: Line, at: int) -> bool:
    """Whether words from ``at`` on are said of what the claim does not speak of: "his companion died in his bed"."""
    before = line.words[clause_begin(line, at) : at]
    subject = [word for word in before if word.concept]
    if not subject and before and before[-1].low in _ARTICLES:  # "the corrupt old sheriff was dead"
        subject = [word for word in line.words[at + 1 : _noun_end(line, at + 1)] if word.concept]
        subject = [] if any(word.low in _WHOEVER for word in subject) else subject
    if not subject or _is_own(line.lows, at) or _has_pronoun(line.lows[at - len(before) : at]):
        return False
    return not any(word.concept in exhibit.heading.weights for word in subject)


def _noun_end(line: Line, at: int) -> int:
    """Where behind an adjective the noun is over: before the next small word or mark, at most three words on."""
    behind = range(at, min(at + _NOUN, len(line.words)))
    return next((k for k in behind if not line.words[k].concept), behind.stop)


def _is_own(lows: Sequence[str], at: int) -> bool:
    """Whether the words begin with their own subject: "no hand was laid on them", and not "felt no regret"."""
    return lows[at] in _OWN and (lows[at] != "no" or not _BEING.isdisjoint(lows[at + 2 : at + 4]))


def _has_pronoun(lows: Sequence[str]) -> bool:
    """Whether a pronoun stands for the subject, or "of them" beside it; "that" in "that same week" stands for none."""
    return any(
        (low in _OF_HIM and not (low in _POINTING and lows[k + 1 : k + 2] and lows[k + 1] in _SAME))
        or (low in _THEM and k > 0 and lows[k - 1] == "of")
        for k, low in enumerate(lows)
    )
