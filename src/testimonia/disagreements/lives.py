"""What happens once to a person, told differently: when he was born, when he died and when he was buried.

Whoever is born or dies does so on one day, so that no more is asked for two accounts to speak of one thing than that
they name one person. "He" is whoever the sentence before named first or, at the head of an account, whom its claim
names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import DiscrepancyKind, Reason, Sourcebook
from ..words.edtf import bounds_of
from ..words.grammar import BE
from .dates import cause_of
from .differences import Difference, Words, about_of, dates_apart
from .lines import Line, line_of
from .of_one import LESS_SURE, he_is, of_one_person
from .sayings import Saying, Sayings

__all__ = ["differing_lives"]

_ALONE = {"died": "death", "perished": "death", "drowned": "death", "dies": "death"}
_SUFFERED = {  # behind a "was"
    "born": "birth",
    "buried": "burial",
    "cremated": "burial",
    "baptised": "baptism",
    "baptized": "baptism",
    "christened": "baptism",
    "shot": "death",
    "executed": "death",
    "hanged": "death",
    "murdered": "death",
    "assassinated": "death",
    "killed": "death",
    "drowned": "death",
}
_LATER = {"birth": ("baptism", "death", "burial"), "baptism": ("death", "burial"), "death": ("burial",)}
_NAMED = {"birth": "birth", "baptism": "baptism", "christening": "baptism", "burial": "burial", "funeral": "burial"}
_WORDS = frozenset(_ALONE) | frozenset(_SUFFERED) | frozenset(_NAMED)
_REACH = 8  # words from a verb to its subject
_NO_FACT = frozenset("if whether would could might may should not never almost nearly wanted ordered to".split())
_MOST = 100  # of one person
_BEHIND = 90  # code points from the verb to its date, either way


@dataclass(frozen=True, slots=True)
class _Event:
    saying: Saying
    person: str
    what: str
    edtf: str
    start: int
    end: int


def differing_lives(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """Days of one person's birth, death or burial that cannot be one."""
    told: defaultdict[tuple[str, str], list[_Event]] = defaultdict(list)
    for event in _read(book, sayings):
        told[event.person, event.what].append(event)
    yield from _out_of_order(sayings, told)
    for (person, what), one, other, sure in of_one_person(told, book.maybes, _MOST):
        if one.saying.record is other.saying.record or not _differ(one.edtf, other.edtf):
            continue
        pair = sayings.pair(one.saying, other.saying)
        yield Difference(
            DiscrepancyKind.DATE,
            Words(one.saying, one.start, one.end),
            Words(other.saying, other.start, other.end),
            about_of(pair) or what,
            0.75 if sure else 0.75 - LESS_SURE,
            cause_of(one.edtf, other.edtf),
            (person,),
            (Reason(f"both date one person's {what}"),),
            pair.weight,
        )


def _out_of_order(sayings: Sayings, told: Mapping[tuple[str, str], Sequence[_Event]]) -> Iterator[Difference]:
    """What cannot have been before something else: a baptism before the birth, a burial before the death."""
    for (person, what), events in told.items():
        for later in _LATER.get(what, ()):
            for one in events[:_MOST]:
                for other in told.get((person, later), ())[:_MOST]:
                    first, second = bounds_of(one.edtf), bounds_of(other.edtf)
                    if first is None or second is None or second[1] >= first[0]:
                        continue
                    if one.saying.record is not other.saying.record:
                        here, there = (Words(event.saying, event.start, event.end) for event in (one, other))
                        rule = f"one dates the {later} of a person before another dates the {what}"
                        yield dates_apart(sayings, here, there, what, rule, base=0.65, per=100)


def _read(book: Sourcebook, sayings: Sayings) -> Iterator[_Event]:
    for dating in book.datings:
        dated = sayings.dated(dating) if bounds_of(dating.edtf) is not None else None
        if dated is None or _WORDS.isdisjoint(dated[0].lows):
            continue
        saying, place = dated
        own = sayings.of_record[dating.record]
        found = _event(line_of(saying), place.start, _meant(sayings, own, saying.number - own[0].number))
        if found is not None:
            yield _Event(saying, *found, dating.edtf, place.start, place.end)


def _meant(sayings: Sayings, own: Sequence[Saying], at: int) -> str:
    """Whom a "he" at the head of a sentence means: the first who is named in the one before, else the claim's one."""
    person = he_is(sayings, own[at])
    if person is not None:
        return person
    for before in reversed(own[:at]):
        people = [token.named.person for token in before.named if token.named is not None]
        if people:
            return people[0] if before is own[at - 1] or len(set(people)) == 1 else ""
    asked = sayings.named_in_claims.get(own[0].record.claim or "", [])
    return asked[0] if len(asked) == 1 else ""


def _event(line: Line, date: int, meant: str) -> tuple[str, str] | None:
    """Whose what is dated: the nearest verb to the date that tells of such an event, and its subject."""
    best: tuple[int, int] | None = None
    for at, word in enumerate(line.words):
        if word not in _WORDS or _NO_FACT & set(line.words[max(0, at - 4) : at]):
            continue
        if word in _NAMED and not _whose(line, at, meant):
            continue
        if word not in _ALONE and word not in _NAMED and not BE & set(line.words[max(0, at - 3) : at]):
            continue
        apart = abs(line.places[at][0] - date)
        low, high = sorted((line.places[at][0], date))
        if ";" in line.saying.text[low:high]:
            continue  # "It was sold in 1852; he died in 1874"
        if apart <= _BEHIND and (best is None or apart < best[0]):
            best = (apart, at)
    if best is None:
        return None
    at = best[1]
    word = line.words[at]
    person = _whose(line, at, meant) if word in _NAMED else _subject(line, at, meant)
    what = _ALONE.get(word) or _SUFFERED.get(word) or _NAMED[word]
    return (person, what) if person else None


def _whose(line: Line, at: int, meant: str) -> str:
    """Whose baptism or burial a word tells of: "his baptism, Jane Ash", "the burial of Ash"."""
    if at + 2 < len(line.words) and line.words[at + 1] in ("of", ",") and line.named[at + 2]:
        return line.named[at + 2]
    return meant if at and line.words[at - 1] in ("his", "her") else ""


def _subject(line: Line, at: int, meant: str) -> str:
    for back in range(at - 1, max(-1, at - _REACH - 1), -1):
        word = line.words[back]
        if line.named[back]:
            if back and (line.words[back - 1] in ("and", "of", "by", "with", "to", "'s") or line.named[back - 1]):
                return ""  # several, or somebody else's
            return line.named[back]
        if word in ("he", "she"):
            return meant if back <= 1 or line.words[back - 1] in (",", "and") else ""
        if word in ("who", "and", ",") or word.endswith("ly") or word in BE or word in ("had", "has", "himself"):
            continue
        return ""
    return ""


def _differ(one: str, other: str) -> bool:
    a, b = bounds_of(one), bounds_of(other)
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])
