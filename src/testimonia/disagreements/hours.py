"""One event at different times of day, in accounts that stand under one claim.

A time of day is told of many things; what makes two of them one is the claim, and that they are near each other: the
nearer if the sentences have no word in common that says something.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..model import DiscrepancyKind, Reason
from ..words.clocks import Clock, find_clocks, minutes_apart
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_hours"]

_NEAR = 180  # minutes: further off, something else is told
_NEARER = 45  # minutes: so near, the claim alone will do
_MOST = 12  # accounts of one claim that are set against each other


def differing_hours(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Times of day that differ, each the only one of its account."""
    told: defaultdict[str, list[tuple[Saying, Clock]]] = defaultdict(list)
    for own in sayings.of_record.values():
        found = [(saying, clock) for saying in own for clock in find_clocks(saying.text, saying.start, saying.end)]
        if len(found) == 1 and own[0].record.claim is not None:
            told[own[0].record.claim].append(found[0])
    for accounts in told.values():
        for n, (a, one) in enumerate(accounts[:_MOST]):
            for b, other in accounts[n + 1 : _MOST]:
                pair = sayings.pair(a, b)
                apart = minutes_apart(one, other)
                if not 0 < apart <= (_NEAR if _tie(a, one) & _tie(b, other) else _NEARER) or settings.clash(a, b):
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


def _tie(saying: Saying, clock: Clock) -> set[str]:
    """What the sentence says beside the time of day."""
    return {t.key for t in saying.tokens if t.key and (t.end <= clock.span.start or t.start >= clock.span.end)}
