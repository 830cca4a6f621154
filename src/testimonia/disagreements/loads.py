"""How many were in it, told differently under a claim that speaks of a boat, a carriage, a cell.

Such a number stands behind "we were" or "there were", before "of us" or "in the boat", behind what somebody put or took
aboard, or behind "with" where the boat puts off. An account that tells several tells of several loads, and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Sourcebook
from ..words.bare_counts import find_bare
from ..words.counts import Count
from .differences import Difference
from .numbers import agree
from .sayings import Saying, Sayings
from .settings import Settings
from .told_numbers import Told, numbers_apart

__all__ = ["differing_loads"]

_HOLDS = (
    r"boats?|lifeboats?|rafts?|launch|cutter|dinghy|skiff|canoe|barge|ferry|carriages?|coach|coaches|wagons?|waggons?|"
    r"carts?|vans?|lorry|lorries|trucks?|bus|buses|lift|cage|cells?|dormitory|dormitories|cellar|wards?|tent|tents|hut|huts|"
    r"sledge|sledges|aeroplane|balloon|car|cars"
)
_HOLDING = re.compile(rf"\b(?:{_HOLDS})\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:(?:we|they|there)\s+(?:were|are|had\s+been)\s+(?:only\s+|but\s+|about\s+|just\s+)?"
    r"|(?:put|took|got|packed|pulled|carried|held|loaded|crammed|counted)\s+(?:in\s+|on\s+board\s+|aboard\s+|over\s+)?"
    r"|(?:left|put\s+off|pushed\s+off|went|came|started|sailed|got\s+away|away|off)\b[^.;:,]{0,30}?\s+with\s+)$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s+(?:of\s+(?:us|them)\b|(?:(?:people|persons|men|souls|women|of\s+us|of\s+them)\s+)?"
    rf"(?:in|into|to|aboard|on)\s+(?:the\s+|a\s+|each\s+|one\s+|that\s+|our\s+)?(?:\w+\s+)?(?:{_HOLDS}|it|her|number)\b)",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:certified|room|built|licen[cs]ed|meant|made|designed|capacity)\b[^.;,]{0,30}$", re.IGNORECASE)
_ASKS = re.compile(rf"\bhow\s+many\b[^?]*\b(?:{_HOLDS}|it|her|aboard)\b[^?]*\?", re.IGNORECASE)
_SHORT_ANSWER = 8  # words
_FEWEST, _RATIO = 3.0, 6.0
_MOST = 14


def differing_loads(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Numbers of those who were in it that differ."""
    held = {claim.id for claim in book.claims if _HOLDING.search(claim.text)}
    for accounts in sayings.by_claim:
        if accounts[0][0].record.claim not in held:
            continue
        told = [load for own in accounts[:_MOST] if (load := _load(sayings, own)) is not None]
        for n, one in enumerate(told):
            for other in told[n + 1 :]:
                low, high = sorted((one.count.low, other.count.low))
                if agree(one.count, other.count) or high > _RATIO * low:
                    continue
                if settings.clash(one.saying, other.saying) < 2:
                    yield _difference(sayings, one, other)


def _load(sayings: Sayings, own: list[Saying]) -> Told | None:
    """The one load that an account tells."""
    found = [Told(s, count) for n, s in enumerate(own) for count in _counts(sayings, s, own[n - 1] if n else None)]
    return found[0] if len({load.count.low for load in found}) == 1 else None


def _counts(sayings: Sayings, saying: Saying, before_it: Saying | None) -> Iterator[Count]:
    text = saying.text
    answers = (
        before_it is not None
        and len(saying.tokens) <= _SHORT_ANSWER
        and bool(_ASKS.search(text, before_it.start, before_it.end))
    )
    counts = [count for count in sayings.counts(saying) if count.kind in ("persons", "bare")]
    bare = find_bare(text, saying.start, saying.end)
    counts += [count for count in bare if not any(count.span.overlaps(other.span) for other in sayings.counts(saying))]
    for count in sorted(counts, key=lambda c: c.span.start):
        before = text[max(saying.start, count.span.start - 50) : count.span.start]
        if count.low < _FEWEST or _MAY.search(before):
            continue
        if answers or _BEFORE.search(before) or _BEHIND.match(text, count.span.end, saying.end):
            yield count


def _difference(sayings: Sayings, one: Told, other: Told) -> Difference:
    reason = "under one claim, accounts tell how many were in it"
    return numbers_apart(sayings, one, other, "how many were in it", reason, base=0.45, per=80, most=0.65)
