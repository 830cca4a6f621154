"""One event at different times of day, in accounts that stand under one claim or under claims near by.

A time of day is told of many things; what makes two of them one is the claim, and that they are near each other: the
nearer if an account tells of several times. Under claims near by the sentences must have a word in common that says
something.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..model import DiscrepancyKind, Reason
from ..words.calendars import MONTHS
from ..words.clocks import Clock, find_clocks, minutes_apart
from ..words.stems import stem
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_hours"]

# without one of these words, or figures such as "2.10" and "3 p.m.", there is no time of day; for speed
_HINTS = frozenset(
    "o'clock past quarter half noon midday midnight minutes striking struck strike chimed chiming tolled "
    "precisely".split()
)
_PARTS = frozenset("morning afternoon evening night church clock watch sharp minute".split())  # with a word for an hour
_HOURS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_DOTTED = re.compile(r"\d{1,2}\.\d\d$")
_PRINTED = re.compile(r"\d:\d\d|\d\s*[ap]\.?\s?m\b|\d\s+(?:in\s+the|at\s+night)\b", re.IGNORECASE)
_NEAR = 180  # minutes: further off, something else is told
_NEARER = 45  # minutes, where either account tells more times than one
_NEAR_BY, _BESIDE = 120, 3  # minutes and claims: under another claim
_DAYS = 2  # between two dates that may be one, misdated
_SELDOM = 4.0  # of a word that both then must say
_OF_TIME = frozenset(
    stem(word)
    for word in (
        "past half quarter minutes hour hours noon midnight morning afternoon evening night day clock watch one two "
        "three four five six seven eight nine ten eleven twelve twenty "
        "monday tuesday wednesday thursday friday saturday sunday"
    ).split()
) | frozenset(map(stem, MONTHS))
_FEW = 3  # times in one account: of more, each is another thing's
_MOST = 12  # accounts of one claim that are set against each other


def differing_hours(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Times of day that differ, the nearest of two accounts that tell few."""
    told: defaultdict[int, list[list[tuple[Saying, Clock]]]] = defaultdict(list)
    hints = _HINTS | frozenset(filter(_DOTTED.match, sayings.lows))
    figured = frozenset(sayings.figured())
    for own in sayings.of_record.values():
        if own[0].section < 0:
            continue
        found: list[tuple[Saying, Clock]] = []
        for saying in own:
            if not _may_tell(saying, hints, figured):
                continue
            clocks = list(find_clocks(saying.text, saying.start, saying.end))
            if len(clocks) > 1:
                found = []  # from one time to another: which of them dates the event is not said
                break
            found += [(saying, clock) for clock in clocks]
        if 0 < len(found) <= _FEW:
            told[own[0].section].append(found)
    for section, accounts in sorted(told.items()):
        near_by = [account for step in range(1, _BESIDE + 1) for account in told.get(section + step, ())]
        for n, here in enumerate(accounts[:_MOST]):
            for there in [*accounts[n + 1 : _MOST], *near_by[:_MOST]]:
                rivals = _rivals(here, there)
                if rivals is None:
                    continue
                (a, one), (b, other) = rivals
                if not 0 < minutes_apart(one, other) <= _reach(
                    sayings, settings, here, there, rivals
                ) or settings.clash(a, b):
                    continue
                pair = sayings.pair(a, b)
                yield Difference(
                    DiscrepancyKind.DATE,
                    Words(a, one.span.start, one.span.end),
                    Words(b, other.span.start, other.span.end),
                    about_of(pair) or "time of day",
                    min(0.7, 0.45 + pair.weight / 60),
                    None,
                    tuple(sorted(f[1:] for f in pair.shared if f[0] == "@")),
                    (Reason("both tell one time of day of one matter, not far from each other"),),
                    pair.weight,
                )


def _may_tell(saying: Saying, hints: frozenset[str], figured: frozenset[int]) -> bool:
    """Whether there may be a time of day in a sentence; quick."""
    lows = saying.lows
    if not hints.isdisjoint(lows) or not (_PARTS.isdisjoint(lows) or _HOURS.isdisjoint(lows)):
        return True
    return saying.number in figured and bool(_PRINTED.search(saying.text, saying.start, saying.end))


Timed = tuple[Saying, Clock]


def _reach(
    sayings: Sayings, settings: Settings, here: list[Timed], there: list[Timed], rivals: tuple[Timed, Timed]
) -> int:
    """How many minutes apart two times may be and still be told of one event, 0 for not at all."""
    (a, _), (b, _) = rivals
    alone = len(here) == len(there) == 1
    if a.section == b.section:
        return _NEAR if alone else _NEARER
    days = settings.days_apart(a, b)
    if days is not None:
        return _NEAR_BY if days <= _DAYS else 0
    shared = (sayings.around(a, 1) & sayings.around(b, 1)) - _OF_TIME
    telling = any(sayings.weights[f] >= _SELDOM for f in shared if f[0] != "@" and not f[0].isdecimal())
    return _NEAR_BY if telling else 0


def _rivals(
    here: list[tuple[Saying, Clock]], there: list[tuple[Saying, Clock]]
) -> tuple[tuple[Saying, Clock], tuple[Saying, Clock]] | None:
    """The two times that lie nearest each other; none where one time is told in both."""
    pairs = sorted(
        ((minutes_apart(a[1], b[1]), n, m) for n, a in enumerate(here) for m, b in enumerate(there)),
    )
    if not pairs[0][0]:
        return None
    _, n, m = pairs[0]
    return here[n], there[m]
