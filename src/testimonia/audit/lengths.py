"""How long a claim has something last against how long its evidence has it: "eleven years" under "FIFTEEN YEARS"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from testimonia.words.calendars import DAYS
from testimonia.words.counts import Count, find_counts
from testimonia.words.letters import small

from .denied import clause_around
from .exhibits import Exhibit, Point

__all__ = ["another_length"]

_LASTING = re.compile(
    r"\b(?:spent|served|lasted|held|kept|lived|lay|waited|ruled|reigned|worked|passed|imprisoned|besieged|stood|"
    r"tortured|flogged|questioned|for|during)\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(  # a length of time that tells how long ago, how old or how soon
    r"\s+(?:ago|later|after(?:wards)?|before|earlier|old|of\s+age|hence|since|previously|older|younger|too|hard|more)\b",
    re.IGNORECASE,
)
_NOT_LASTING = re.compile(
    r"\b(?:after|within|aged|of|past|last|next|every|first|another|over|in)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE
)
_OF_THE = re.compile(r"\bof\s+(?:the|his|her|their)\s+$", re.IGNORECASE)
_RATIO = 4.0
_SAME = 1.1
_UNITS = tuple(DAYS[name] for name in ("day", "month", "year"))
_NEAR = 0.2


def another_length(exhibit: Exhibit) -> Iterator[Point]:
    """Where the excerpt has it last another time, in the same units, and never the claim's."""
    heading = exhibit.heading
    own = None if heading.is_topic or heading.is_denial else _asked(heading.text)
    if own is None:
        return
    text = exhibit.record.text
    told = [count for count in find_counts(text) if _is_time(count)]
    if any(_days(count) / _SAME <= own.low <= _days(count) * _SAME for count in told):
        return
    for count in told:
        low, high = sorted((own.low, _days(count)))
        n = exhibit.line_at(count.span.start)
        if n is None or high > _RATIO * low or _unit(_days(count)) != _unit(own.low):
            continue
        line = exhibit.lines[n]
        if line.is_question or exhibit.near(n) < _NEAR or _OTHER_TIME.match(text, count.span.end):
            continue
        before = text[max(line.start, count.span.start - 16) : count.span.start]
        if _NOT_LASTING.search(before) and not _OF_THE.search(before):
            continue
        weight = max(0.5, exhibit.near(n))
        yield Point("figure", exhibit, own.span, clause_around(line, count.span), count.span, weight)
        return


@lru_cache(maxsize=256)
def _asked(claim: str) -> Count | None:
    """The one length of time of a claim, where it says how long something lasted."""
    if _LASTING.search(claim) is None:
        return None
    asked = [count for count in find_counts(small(claim)) if count.kind == "time"]
    return asked[0] if len(asked) == 1 and not _OTHER_TIME.match(claim, asked[0].span.end) else None


def _is_time(count: Count) -> bool:
    return count.kind == "time" or count.noun == "year"


def _days(count: Count) -> float:
    """How long it is; "six years and two months" is read as two, of which the years count."""
    return count.low * 365.0 if count.kind != "time" else count.low


def _unit(days: float) -> int:
    return sum(days >= unit * 1.5 for unit in _UNITS)
