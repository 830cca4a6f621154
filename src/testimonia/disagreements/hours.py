"""One event at different times of day, in accounts that stand under one claim.

A time of day is told of many things; what makes two of them one is the claim, and that they are near each other: the
nearer if the sentences have no word in common that says something.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..model import DiscrepancyKind, Reason
from ..words.clocks import Clock, find_clocks, minutes_apart
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_hours"]

_HINT = re.compile(
    r"o['’]clock|\b(?:past|half|quarter|noon|midnight|minutes)\b|\d[.:]\d\d|\d\s*[ap]\.?\s?m\b", re.IGNORECASE
)
_NEAR = 180  # minutes: further off, something else is told
_NEARER = 45  # minutes: so near, the claim alone will do
_FEW = 3  # times in one account: of more, each is another thing's
_MOST = 12  # accounts of one claim that are set against each other


def differing_hours(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Times of day that differ, the nearest of two accounts that tell few."""
    told: defaultdict[str, list[list[tuple[Saying, Clock]]]] = defaultdict(list)
    for own in sayings.of_record.values():
        if not _HINT.search(own[0].text):
            continue
        found: list[tuple[Saying, Clock]] = []
        for saying in own:
            clocks = list(find_clocks(saying.text, saying.start, saying.end))
            if len(clocks) > 1:
                found = []  # from one time to another: which of them dates the event is not said
                break
            found += [(saying, clock) for clock in clocks]
        if 0 < len(found) <= _FEW and own[0].record.claim is not None:
            told[own[0].record.claim].append(found)
    for accounts in told.values():
        for n, here in enumerate(accounts[:_MOST]):
            for there in accounts[n + 1 : _MOST]:
                rivals = _rivals(here, there)
                if rivals is None:
                    continue
                (a, one), (b, other) = rivals
                pair = sayings.pair(a, b)
                alone = len(here) == len(there) == 1
                near = _NEAR if alone and _tie(a, one) & _tie(b, other) else _NEARER
                if not 0 < minutes_apart(one, other) <= near or settings.clash(a, b):
                    continue
                yield Difference(
                    DiscrepancyKind.DATE,
                    Words(a, one.span.start, one.span.end),
                    Words(b, other.span.start, other.span.end),
                    about_of(pair) or "time of day",
                    min(0.7, 0.45 + pair.weight / 60),
                    None,
                    tuple(sorted(f[1:] for f in pair.shared if f[0] == "@")),
                    (Reason("under one claim, both tell one time of day, not far from each other"),),
                    pair.weight,
                )


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


def _tie(saying: Saying, clock: Clock) -> set[str]:
    """What the sentence says beside the time of day."""
    return {t.key for t in saying.tokens if t.key and (t.end <= clock.span.start or t.start >= clock.span.end)}
