"""How long something went on, as printed: "for nine nights", "a full quarter of an hour", "lasted six sitting days".

Left out are the times from one thing to another ("ten months later", "within a week", "every two minutes"), times of
day, ages, and what is paid or done in each ("forty pesos a week").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.model import Span

from .amounts import read_number
from .calendars import DAYS
from .clocks import find_clocks
from .counts import NUMBER

__all__ = ["HINTS", "Duration", "find_durations", "find_from_to", "scale_of"]

HINTS = frozenset(
    "second seconds minute minutes hour hours day days night nights week weeks fortnight month months year "
    "years".split()
)  # without one of these there is none
_SCALES = ("second minute hour", "day night week fortnight", "month year")
_PARTS = {"three": 0.75, "half": 0.5, "quarter": 0.25, "part": 0.75}
_FOUND = re.compile(
    rf"\b(?:(?P<near>about|some|nearly|almost|around|perhaps|hardly|barely|over|more\s+than|less\s+than|at\s+least)\s+)?"
    rf"(?:(?P<part>half|three[- ]quarters\s+of|(?:an?\s+)?(?:good\s+|full\s+)?quarter\s+of|"
    rf"the\s+(?:better|greater|best)\s+part\s+of)\s+an?\s+(?P<whole>hour|minute|day|week|month|year)"
    rf"|(?:(?P<much>{NUMBER})|(?P<one>an?|one))\s+(?:good\s+|whole\s+|full\s+|long\s+|sitting\s+|solid\s+|clear\s+|more\s+)?"
    rf"(?P<unit>seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?)"
    rf"(?P<half>\s+and\s+a\s+half)?(?:\s+and\s+(?P<rest>{NUMBER})\s+(?P<small>seconds?|minutes?|hours?|days?|weeks?|months?))?)"
    r"\b(?!['’])",
    re.IGNORECASE,
)
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|the\\s+hour"
_FROM_ANOTHER = re.compile(
    r"\s*(?:,?\s*(?:later|before|after|afterwards|ago|earlier|previously|since|hence|old|of\s+age|past|too\s+late|"
    rf"to\s+(?:{_HOURS}|when)\b|to(?=[,.;])|on\s+(?:I|he|she|it|we|they)\b|apart|away|off|by\s+\w+\s+from|from\b|time\b|early|"
    r"longer|shorter|more\s+than|in\s+(?:each|every)|each\b|at\s+a\s+time|apiece))",
    re.IGNORECASE,
)
_NO_LENGTH = re.compile(
    r"(?:\b(?:within|every|each|next|last|past|following|previous|other|another|these|those|first|second|third|"
    r"aged?|a\s+(?:man|woman|boy|girl|lad|child|youth)\s+of|intervals\s+of|this|that|at|since|by|until|till)\s+(?:the\s+)?"
    r"|\b(?:twice|once|thrice|times|pesos|dollars|pounds|shillings|pence|francs|marks|rubles|roubles|meals|guineas|cents)\s+)$",
    re.IGNORECASE,
)

_AFTER = re.compile(r"\bafter\s+(?:\w+\s+)?$", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|lasted|took)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time at ``span``: ``days`` is what it comes to, ``unit`` as printed, ``about`` if put as near."""

    span: Span
    days: float
    unit: str
    about: bool
    after: bool = False  # "after five months" tells how long only where that is asked


def scale_of(unit: str) -> int:
    """Minutes and hours are of one scale, days and weeks of another, months and years of a third."""
    return next((n for n, units in enumerate(_SCALES) if unit in units.split()), -1)


def find_durations(text: str, start: int = 0, end: int | None = None) -> Iterator[Duration]:
    """The lengths of time in ``text[start:end]``, in order.

    >>> [(d.unit, round(d.days, 2)) for d in find_durations("It lasted nine nights; ten months later he left at six.")]
    [('night', 9.0)]
    """
    end = len(text) if end is None else end
    for found in _FOUND.finditer(text, start, end):
        before = text[max(start, found.start() - 30) : found.start()]
        if _FROM_ANOTHER.match(text, found.end(), end) or _NO_LENGTH.search(before):
            continue
        about, after = bool(found["near"]), bool(_AFTER.search(before))
        if found["part"]:
            part = re.sub(r"\s+", " ", found["part"].lower())
            share = next(value for word, value in _PARTS.items() if word in part)
            unit = found["whole"].lower()
            yield Duration(Span(*found.span()), share * DAYS[unit], unit, about or "part" in part, after)
            continue
        unit = found["unit"].lower().removesuffix("s")
        if found["one"] and found["unit"].lower().endswith("s"):
            continue
        value = 1.0 if found["one"] else read_number(found["much"].lower())
        if value is None or (found["one"] and unit in ("second", "day", "night") and not _FOR.search(before)):
            continue
        days = (value + (0.5 if found["half"] else 0.0)) * DAYS[unit]
        if found["rest"]:
            days += (read_number(found["rest"].lower()) or 0.0) * DAYS[found["small"].lower().removesuffix("s")]
        yield Duration(Span(*found.span()), days, unit, about, after)


_BEGINS = re.compile(r"\b(?:from|began|begun|begins|opened|started|set\s+to)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:till|until|to|ended|ends|stopped|ceased|left\s+off|was\s+over|were\s+done|broke\s+off|finished)\b",
    re.IGNORECASE,
)
_OF_THAT_HOUR = re.compile(
    r"\b(?P<n>[a-z]+(?:-[a-z]+)?|\d{1,2})\s+minutes\s+(?P<way>to|past)(?=\s+when\b|\s*[,.;])", re.IGNORECASE
)
_FROM_HOUR = re.compile(
    r"\bfrom\s+(?:about\s+)?(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+"
    r"(?:in\s+the\s+\w+\s+)?(?:till|until|to)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_HALF_DAY, _HOUR_LONG = 720, 60


def find_from_to(text: str, start: int, end: int) -> Duration | None:
    """How long it was from one time of day to another, where one sentence tells when it began and when it ended.

    >>> words = "The pumps ran from nine minutes to six, and it was three minutes to when they stopped."
    >>> found = find_from_to(words, 0, len(words))
    >>> found and round(found.days * 1440)
    6
    """
    clocks = list(find_clocks(text, start, end))
    times = [(clock.span, clock.minute) for clock in clocks]
    if len(clocks) == 1 and (short := _OF_THAT_HOUR.search(text, clocks[0].span.end, end)) is not None:
        minutes = read_number(short["n"].lower())
        if minutes is None or minutes >= _HOUR_LONG:
            return None
        hour = round(clocks[0].minute / _HOUR_LONG) * _HOUR_LONG  # "ten to four ... five to"
        way = 1 if short["way"].lower() == "past" else -1
        times.append((Span(*short.span()), int(hour + way * minutes)))
    if len(clocks) == 1 and len(times) == 1:
        hour_told = _FROM_HOUR.search(text, start, clocks[0].span.start)
        value = read_number(hour_told["hour"].lower()) if hour_told is not None else None
        if hour_told is not None and value is not None:
            times.insert(0, (Span(*hour_told.span("hour")), int(value) * _HOUR_LONG))
    if len(times) != 2:
        return None
    (first, begun), (last, ended) = times
    if not _BEGINS.search(text, start, first.start) or not _ENDS.search(text, first.end, end):
        return None
    minutes_long = (ended - begun) % _HALF_DAY
    return Duration(Span(first.start, last.end), minutes_long / 1440, "minute", False) if minutes_long else None
