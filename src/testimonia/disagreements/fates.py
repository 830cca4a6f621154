"""What became of somebody, told differently: shot here, imprisoned there; by accident here, by design there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import DiscrepancyKind, Reason
from ..words.polarity import is_denied
from .differences import Difference, Words, about_of
from .lines import line_of
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_fates"]

_ENDS = {
    "put to death": "executed shot hanged beheaded guillotined execution",
    "imprisoned": "imprisoned imprisonment prison jailed jail gaol camp served",
    "exiled": "exiled exile banished banishment",
    "let go": "acquitted released freed pardoned reprieved amnestied",
    "suicide": "suicide",
    "accident": "accident",
    "murdered": "murdered assassinated poisoned murder",
    "illness": "pneumonia illness influenza tuberculosis typhus",
}
_OF = {word: end for end, words in _ENDS.items() for word in words.split()}
# what can both be told of one man without a difference
_TOGETHER = {
    frozenset(pair.split("+"))
    for pair in "imprisoned+put to death,exiled+put to death,let go+put to death,imprisoned+illness,exiled+illness,"
    "let go+illness,put to death+murdered,let go+murdered,let go+accident,let go+suicide,imprisoned+suicide,"
    "imprisoned+murdered,exiled+murdered,accident+put to death,exiled+suicide,exiled+accident,"
    "imprisoned+accident".split(",")
}
_NEAR = 26  # words between somebody and his end
_GOES_ON = frozenset(("imprisoned", "suicide", "let go", "exiled"))  # told of whoever was named last
_NEAR_BY = 5  # claims between places that tell of one end
_STOPS = frozenset(";:.")
_NOT_SO = frozenset(("put to death", "imprisoned", "exiled"))
_NO_SUBJECT = frozenset(
    "sentenced condemned acquitted convicted imprisoned released discharged committed exiled".split()
)
_OF_TIME = frozenset("year years months time term sentence".split())
_DOUBTED = frozenset(
    "alleged faked fake so-called staged supposed simulated arranged attempted attempt threatened".split()
)


@dataclass(frozen=True, slots=True)
class _Fate:
    saying: Saying
    person: str
    end: str
    start: int
    stop: int

    @property
    def features(self) -> frozenset[str]:
        """Whom it became of."""
        return frozenset({"@" + self.person})


def differing_fates(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Whose end two places tell differently."""
    fates: list[_Fate] = []
    record, last = "", ""
    for saying in sayings.all:
        if saying.record.id != record:
            record, last = saying.record.id, ""
        fates += _read(saying, _meant(sayings, saying, last))
        named = [token.named.person for token in saying.tokens if token.named is not None]
        last = named[0] if named else last  # who a sentence begins with is whom the next goes on about
    told: dict[tuple[int, str], set[str]] = {}
    for fate in fates:
        told.setdefault((fate.saying.number, fate.person), set()).add(fate.end)
    people: dict[str, list[_Fate]] = {}
    for fate in fates:
        people.setdefault(fate.person, []).append(fate)
    for person, own in people.items():
        for at, one in enumerate(own):
            for other in own[at + 1 :]:
                if one.saying.record is other.saying.record:
                    continue
                if one.end == other.end == "suicide":
                    yield from _grounds(sayings, one, other)
                if one.end == other.end:
                    continue
                if one.end.startswith("not ") and other.end.startswith("not "):
                    continue
                ends, rival = told[one.saying.number, person], told[other.saying.number, person]
                if ends & rival or any(_may_both_be(x, y) for x in ends for y in rival):
                    continue
                pair = sayings.pair(one.saying, other.saying)
                if (not pair.shared and pair.distance) or not _is_one_occasion(
                    settings, one.saying, other.saying, pair.distance, pair.weight
                ):
                    continue
                yield Difference(
                    DiscrepancyKind.OUTCOME,
                    Words(one.saying, one.start, one.stop),
                    Words(other.saying, other.start, other.stop),
                    about_of(pair) or "what became of one person",
                    min(0.8, 0.4 + pair.weight / 60),
                    None,
                    (person,),
                    (Reason("both tell what became of one person"),),
                    pair.weight,
                )


_GROUND = re.compile(
    r"\b(?:to (?:escape|avoid)|because|so \w+ed\b|at the moment of|rather than|out of|for fear|in despair|when)\b"
    r"[^.;]{3,90}",
    re.IGNORECASE,
)


def _grounds(sayings: Sayings, one: _Fate, other: _Fate) -> Iterator[Difference]:
    """The grounds that two places give for one suicide."""
    here, there = (_GROUND.search(f.saying.text, f.saying.start, f.saying.end) for f in (one, other))
    if here is None or there is None:
        return
    keys, rival = (
        {t.key for t in f.saying.tokens_in(*found.span())} - {""} for f, found in ((one, here), (other, there))
    )
    if keys == rival:
        return
    pair = sayings.pair(one.saying, other.saying)
    yield Difference(
        DiscrepancyKind.OUTCOME,
        Words(one.saying, *here.span()),
        Words(other.saying, *there.span()),
        about_of(pair),
        0.55,
        None,
        (one.person,),
        (Reason("both give a ground for one death"),),
        pair.weight,
    )


def _is_one_occasion(settings: Settings, a: Saying, b: Saying, distance: int, weight: float) -> bool:
    if settings.clash(a, b):
        return False
    told = settings.proceedings(a) & settings.proceedings(b)
    years = settings.years(a) & settings.years(b)
    return bool(told) or distance <= _NEAR_BY or len(years) == 1 or weight >= 12.0


def _meant(sayings: Sayings, saying: Saying, last: str) -> str:
    """Whom a sentence means that names nobody: where it has no subject ("Sentenced to a year."), the claim's one."""
    if saying.named or not saying.tokens or saying.tokens[0].low not in _NO_SUBJECT:
        return last
    asked = sayings.named_in_claims.get(saying.record.claim or "", [])
    return asked[0] if len(asked) == 1 else last


def _may_both_be(one: str, other: str) -> bool:
    """Whether two ends may be told of one man: who was not imprisoned may have been let go."""
    for denied, told in ((one, other), (other, one)):
        if denied.startswith("not "):
            return denied != "not " + told
    return frozenset((one, other)) in _TOGETHER


def _is_told_of(words: list[str], at: int) -> bool:
    """Whether a denial is of the end itself: "was not shot", "did not put him in prison"."""
    before = words[max(0, at - 6) : at]
    return bool({"not", "never", "n't"}.intersection(before) or any(w.endswith("n't") for w in before)) and not {
        "if",
        "would",
        "could",
        "should",
        "whether",
        "that",
    }.intersection(before)


def _read(saying: Saying, last: str) -> Iterator[_Fate]:
    if _OF.keys().isdisjoint(saying.lows):
        return
    line = line_of(saying)
    for at, word in enumerate(line.words):
        end = _OF.get(word)
        if end is None or line.named[at]:
            continue
        if is_denied(line.words, at):
            if end not in _NOT_SO or not _is_told_of(line.words, at):
                continue
            end = "not " + end
        if _DOUBTED & set(line.words[max(0, at - 3) : at]):
            end = "staged " + end
        if word in ("shot", "prison", "murder", "camp", "exile") and end[:4] != "not " and not _is_told(line.words, at):
            continue
        if word == "served" and not _OF_TIME.intersection(line.words[at + 1 : at + 5]):
            continue
        for back in range(at - 1, max(-1, at - _NEAR - 1), -1):
            if line.words[back] in _STOPS:
                break
            if line.named[back]:
                yield _Fate(saying, line.named[back], end, line.places[back][0], line.places[at][1])
                break
        else:
            for ahead in range(at + 1, min(len(line.words), at + 7)):
                if line.named[ahead] and end.endswith("accident") and line.words[ahead + 1 : ahead + 2] != ["s"]:
                    yield _Fate(saying, line.named[ahead], end, line.places[at][0], line.places[ahead][1])
                    break
            else:
                if last and end in _GOES_ON and not any(line.named[:at]):
                    yield _Fate(saying, last, end, *line.places[at])


def _is_told(lows: list[str], at: int) -> bool:
    """Whether the word tells an end and no place or deed: "was shot", "sent to prison", "years in prison"."""
    before = set(lows[max(0, at - 4) : at])
    if lows[at] == "shot":
        return bool(before & {"was", "were", "been", "be", "being", "both"})
    if lows[at] == "murder":
        return False
    return bool(before & {"sent", "sentenced", "years", "year", "year's", "returned", "back", "served", "months"})
