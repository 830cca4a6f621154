"""How many there were of those of whom a claim prints a number: "forty men were saved by the tug".

The claim says what became of them, people or things; the answer of an account under it is the number of such, or of
nothing named, that stands by the claim's own words or lies near its number. Lives lost are asked for in `tolls`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Claim, Sourcebook
from ..words.bare_counts import find_bare, is_of_a_part
from ..words.counts import Count, find_counts
from ..words.sames import set_of
from ..words.sorts import sort_of
from ..words.stems import is_function_word, stem
from .differences import Difference
from .numbers import agree, counts_a_part
from .sayings import Saying, Sayings, may_count
from .settings import Settings
from .told_numbers import Told, numbers_apart
from .tolls import COME_TO, PEOPLE, THERE_WERE, asked_toll

__all__ = ["differing_companies"]

_OF_TIME = frozenset(map(stem, "days nights hours minutes weeks months years times miles feet pounds".split()))
_YEARS = range(1400, 2101)
_FEWEST = 3.0  # people or things of a claim
_NEARLY, _SPREAD = 3.0, 8.0  # one number so many times the claim's
_LEAST = 2.0
_MOST = 14


def differing_companies(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Numbers of people that answer one claim and differ."""
    asked = {claim.id: found for claim in book.claims if (found := _asked(claim)) is not None}
    for accounts in sayings.by_claim:
        found = asked.get(accounts[0][0].record.claim or "")
        if found is None:
            continue
        told = [answer for own in accounts[:_MOST] if (answer := _answer(sayings, own, *found)) is not None]
        for n, one in enumerate(told):
            for other in told[n + 1 :]:
                if not agree(one.count, other.count) and settings.clash(one.saying, other.saying) < 2:
                    yield _difference(sayings, one, other)


def _asked(claim: Claim) -> tuple[float, frozenset[str], str] | None:
    """The number that a claim prints, what it says of those, and the sort of thing they are, empty for people."""
    text = claim.text.lower()
    if not any(map(may_count, text.split())):
        return None
    counts = [count for count in find_counts(text) if count.kind in ("persons", "things")]
    if len(counts) != 1 or counts[0].low < _FEWEST or asked_toll(claim) is not None:
        return None
    if counts[0].noun in _OF_TIME or (counts[0].words[0].isdecimal() and counts[0].low in _YEARS):
        return None
    inside = text[counts[0].span.start : counts[0].span.end]
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word not in inside]
    said = frozenset(_key(word) for word in words if not is_function_word(word) and not may_count(word))
    of_people = counts[0].kind == "persons" or counts[0].noun in PEOPLE
    sort = "" if of_people else sort_of(counts[0].noun)
    return counts[0].low, said | {sort} if sort else said, sort


def _key(word: str) -> str:
    return set_of(word) or stem(word)


def _answer(sayings: Sayings, own: list[Saying], asked: float, said: frozenset[str], sort: str) -> Told | None:
    best: Told | None = None
    before: frozenset[str] = frozenset()
    for saying in own:
        keys = frozenset(map(_key, saying.lows)) | frozenset(map(sort_of, saying.features))
        for count in _counts(sayings, saying, sort):
            fit = _fit(saying, count, asked, len(said & keys), len(said & before))
            if fit >= _LEAST and (best is None or fit > best.fit):
                best = Told(saying, count, fit)
        before = keys
    return best


def _counts(sayings: Sayings, saying: Saying, sort: str) -> Iterator[Count]:
    counts = sayings.counts(saying)
    if sort:
        yield from (count for count in counts if count.kind == "bare" or sort_of(count.noun) == sort)
    else:
        yield from (count for count in counts if count.kind in ("persons", "bare") or count.noun in PEOPLE)
    for count in find_bare(saying.text, saying.start, saying.end):
        if not any(count.span.overlaps(other.span) for other in counts):
            yield count


def _fit(saying: Saying, count: Count, asked: float, here: int, before: int) -> float:
    if is_of_a_part(saying.text, count) or counts_a_part(saying, count):
        return 0.0
    if not asked / _SPREAD <= count.high <= asked * _SPREAD:
        return 0.0
    fit = 0.5 if count.kind == "bare" else 1.6
    fit += min(here, 2) * 0.9 + min(before, 1) * 0.5
    if asked / _NEARLY <= count.high <= asked * _NEARLY:
        fit += 0.8
    lead = (max(saying.start, count.span.start - 60), count.span.start)
    if THERE_WERE.search(saying.text, *lead) or COME_TO.search(saying.text, *lead):
        fit += 0.8
    return fit


def _difference(sayings: Sayings, one: Told, other: Told) -> Difference:
    reason = "the claim prints so many of them, and each account its own number"
    base = 0.35 + min(one.fit, other.fit) / 20
    return numbers_apart(sayings, one, other, "how many they were", reason, base=base, per=100, most=0.7)
