"""Dates that are told from another: "the following day", "two years later", "last summer", "yesterday".

`find_relative` says what the words reckon from: an *anchor* that was told before ("the following day"), or the *now* of
whoever speaks ("last summer", "three weeks ago"). `reckon` gives the EDTF once that is known; it claims no more than
the two allow: from an anchor that is only a month, "the next day" is still only that month and is left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from testimonia.model import Span

from .calendars import SEASONS

__all__ = ["From", "RelativeDate", "find_relative", "reckon"]


class From(StrEnum):
    """What a relative date is reckoned from."""

    ANCHOR = "anchor"  # the date told last
    NOW = "now"  # the day on which the words are said or written


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """One relative date: ``unit`` is "day", "week", "month", "year" or a season, ``steps`` how many on or back."""

    span: Span
    words: str
    base: From
    unit: str
    steps: int


_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
} | {"a": 1, "an": 1, "a couple of": 2, "thirty": 30, "forty": 40, "fifty": 50}
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted((re.escape(n) for n in _NUMBERS), key=len, reverse=True)) + ")"
_PART_OF_DAY = r"day|morning|afternoon|evening|night"
_SEASON = "spring|summer|autumn|fall|winter"
_UNIT = r"days?|nights?|weeks?|fortnights?|months?|years?|decades?"
_PATTERNS: tuple[tuple[str, From], ...] = (
    (rf"\b(?:(?:the|on the|on that|in the) )?(?P<way>next|following|same|very same|previous|preceding) "
     rf"(?P<unit>{_PART_OF_DAY}|week|month|year|{_SEASON})\b", From.ANCHOR),
    (rf"\b(?P<way>that) (?:same |very )?(?P<unit>{_PART_OF_DAY}|week|month|year|{_SEASON})\b", From.ANCHOR),
    (r"\b(?P<way>the) (?P<unit>day|night|week|month|year) (?P<side>before|after)\b", From.ANCHOR),
    (rf"\b{_COUNT} (?P<unit>{_UNIT}) "
        r"(?P<side>later|afterwards?|thereafter|earlier|previously|(?:after|before)(?= that| this|[.,;:]))\b",
     From.ANCHOR),
    (rf"\b{_COUNT} (?P<unit>{_UNIT}) (?P<side>ago|hence)\b", From.NOW),
    (rf"\b(?P<way>last|this|next) (?P<unit>night|week|month|year|{_SEASON})\b", From.NOW),
    (r"\b(?P<unit>yesterday|today|tomorrow|tonight)\b", From.NOW),
)  # fmt: skip
_FINDERS = tuple((re.compile(pattern, re.IGNORECASE), base) for pattern, base in _PATTERNS)
_ANY_UNIT = re.compile(rf"\b(?:{_UNIT}|{_PART_OF_DAY}|{_SEASON}|yesterday|today|tomorrow|tonight)\b", re.IGNORECASE)
_BEFORE, _AFTER = 40, 16  # code points around a unit in which the words that belong to it stand
_ON = frozenset(("next", "following", "after", "later", "afterward", "afterwards", "thereafter", "hence"))
_BACK = frozenset(("previous", "preceding", "before", "earlier", "previously", "ago", "last"))
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def find_relative(text: str, *, start: int = 0, end: int | None = None) -> list[RelativeDate]:
    """The relative dates of a text in order.

    >>> [(r.words, r.base.value, r.steps, r.unit) for r in find_relative("The following day, two years later.")]
    [('The following day', 'anchor', 1, 'day'), ('two years later', 'anchor', 2, 'year')]
    """
    end = len(text) if end is None else end
    found: list[RelativeDate] = []
    for unit in _ANY_UNIT.finditer(text, start, end):
        low, high = max(start, unit.start() - _BEFORE), min(end, unit.end() + _AFTER)
        for pattern, base in _FINDERS:
            match = next((m for m in pattern.finditer(text, low, high) if m.span("unit") == unit.span()), None)
            if match is not None:
                found.append(_relative(match, base))
    found.sort(key=lambda r: (r.span.start, -len(r.span)))
    kept: list[RelativeDate] = []
    for relative in found:
        if not kept or relative.span.start >= kept[-1].span.end:
            kept.append(relative)
    return kept


def _relative(match: re.Match[str], base: From) -> RelativeDate:
    groups = match.groupdict()
    printed = groups["unit"].lower()
    unit, steps = _unit(printed), _steps(groups)
    if printed in _DAYS:
        unit, steps = "day", _DAYS[printed]
    elif unit == "fortnight":
        unit, steps = "week", 2 * steps
    elif unit == "decade":
        unit, steps = "year", 10 * steps
    return RelativeDate(Span(*match.span()), match.group(), base, unit, steps)


def _unit(word: str) -> str:
    singular = word.removesuffix("s") if word not in SEASONS else word
    return "day" if singular in ("day", "night", "morning", "afternoon", "evening") else singular


def _steps(groups: dict[str, str | None]) -> int:
    way = (groups.get("way") or groups.get("side") or "").lower()
    printed = (groups.get("count") or "").lower()
    count = _NUMBERS[printed] if printed in _NUMBERS else int(printed) if printed else 1
    side = (groups.get("side") or way).lower()
    return count if side in _ON else -count if side in _BACK else 0


def reckon(relative: RelativeDate, edtf: str) -> str | None:
    """The date in EDTF, reckoned from another; ``None`` where that is not fine enough to say.

    >>> day, year = find_relative("The next day he left; two years later he came back.")
    >>> reckon(day, "1934-12-01"), reckon(year, "1934-12-01"), reckon(day, "1934-12")
    ('1934-12-02', '1936', None)
    """
    base = edtf.rstrip("~?%")
    if "/" in base:
        base = base.split("/")[1 if relative.steps > 0 else 0]
    return _RECKONERS.get(relative.unit, _season)(relative, base)


def _day(relative: RelativeDate, base: str) -> str | None:
    whole = _whole(base)
    return (whole + timedelta(days=relative.steps)).isoformat() if whole is not None else None


def _week(relative: RelativeDate, base: str) -> str | None:
    whole = _whole(base)
    if whole is None:
        return _same(relative, base)
    counted = relative.words.split()[0].isdigit() or relative.words.split()[0].lower() in _NUMBERS
    moved = whole + timedelta(weeks=relative.steps)
    if counted:
        return f"{moved.isoformat()}~"
    monday = moved - timedelta(days=moved.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _month(relative: RelativeDate, base: str) -> str | None:
    found = re.match(r"(\d{4})-(0\d|1[0-2])", base)
    if found is None:
        return _same(relative, base)
    number = int(found.group(1)) * 12 + int(found.group(2)) - 1 + relative.steps
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _year(relative: RelativeDate, base: str) -> str | None:
    found = re.match(r"\d{4}(?![\dX])", base)
    return f"{int(found.group()) + relative.steps:04d}" if found is not None else None


def _season(relative: RelativeDate, base: str) -> str | None:
    """The season of the year: "last summer" is the last that was over, "that autumn" the one of the year told."""
    found = re.match(r"(\d{4})(?:-(\d\d))?", base)
    season = SEASONS.get(relative.unit)
    if found is None or season is None or "X" in base[:4]:
        return None
    year, month = int(found.group(1)), found.group(2)
    if relative.base is From.NOW and relative.steps and month is None:
        return None
    begins, ends = _SEASON_MONTHS[season]
    if relative.steps < 0:
        year -= int(month is None or int(month) <= (ends if relative.base is From.NOW else begins))
    elif relative.steps > 0:
        year += int(month is None or int(month) >= begins)
    return f"{year:04d}-{season}"


def _same(relative: RelativeDate, base: str) -> str | None:
    return base if relative.steps == 0 else None


def _whole(base: str) -> date | None:
    try:
        return date.fromisoformat(base)
    except ValueError:
        return None


_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # in the northern hemisphere
_RECKONERS: dict[str, Callable[[RelativeDate, str], str | None]] = {
    "day": _day, "week": _week, "month": _month, "year": _year,
}  # fmt: skip
