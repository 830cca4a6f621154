"""Times of day as printed: "ten minutes past two", "half-past one", "two o'clock", "it was 2.10", "3:30 a.m.", "noon".

English. Figures with a point are read only where "a.m." or "p.m." follows or a word such as "at" stands before, for
else "2.10" may be a sum or a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.model import Span

from .amounts import read_number

__all__ = ["Clock", "find_clocks", "find_limits", "minutes_apart"]

_HALF_DAY = 720
_HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HOUR = rf"(?:{_HOUR_WORDS}|1[0-2]|[1-9])"
_TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_PAST = "ten|fifteen|(?:twenty|thirty|forty|fifty)(?:[- ]five)?"
_NUMBER = rf"(?:{_HOUR_WORDS}|{_TEENS}|twenty(?:[- ](?:{_HOUR_WORDS}))?|[1-5]?\d)"
_FOUND = re.compile(
    rf"\b(?:(?P<part>half|(?:a\s+)?quarter|{_NUMBER}(?:\s+minutes?)?)[\s-]+(?P<way>past|after|to|before)\s+(?P<of>{_HOUR}|noon|midnight)\b"
    r"(?!\s+(?:days|weeks|months|years|minutes|other|of|hundred|thousand|million|or)\b)(?:\s+o['’]clock)?"
    rf"|(?P<worded>{_HOUR_WORDS})[\s-](?P<past>{_PAST})(?=[\s]*[.,;:?!)’”\"']|$|\s+(?:in\s+the|at\s+night|on\s+the|that|by|[ap]\.?\s?m)\b)"
    rf"|(?P<whole>{_HOUR})(?:\s+o['’]clock|(?=\s+(?:in\s+the\s+(?:morning|afternoon|evening|day)|at\s+night)\b))"
    r"|(?P<hour>2[0-3]|1\d|0?\d)[.:](?P<minute>[0-5]\d)(?!\d|[.,:]\d|\s*(?:%|per\b|million\b))"
    rf"|(?P<sharp>1[0-2]|[1-9])(?=\s*[ap]\.?\s?m\b)"
    rf"|(?:(?<=striking )|(?<=struck )|(?<=strike )|(?<=chiming )|(?<=chimed )|(?<=tolled ))(?P<struck>{_HOUR})\b"
    r"(?!-|\s+(?:as|that|how|of)\b)"
    rf"|(?:(?<=\bat )|(?<=\babout )|(?<=\btowards )|(?<=\bnear )|(?<=\bbefore ))(?P<bare>{_HOUR_WORDS})"
    r"(?=\s+(?:on\s+the\s+(?:morning|afternoon|evening|night)\b|that\s+(?:morning|afternoon|evening|night)\b|"
    r"by\s+(?:the\s+church|the\s+clock|my\s+watch|his\s+watch)\b|precisely\b|sharp\b|to\s+the\s+minute\b))"
    r"|(?<!-)\b(?P<sun>noon|midday|midnight)\b(?!-|\s+(?:mass|meal|mail|train|post|prayers?|sun|watch|oil|boat)\b))"
    r"(?P<half>\s*[ap]\.?\s?m\b\.?|\s+in\s+the\s+(?:morning|afternoon|evening)|\s+at\s+night)?",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(?:from|till|until|since|before|after|by|past|to)\s+$", re.IGNORECASE)
_LEADING = re.compile(
    r"\b(?:at|about|around|by|till|until|since|was|after|before|past|toward|towards|says?|said|gives|gave)\s+[‘“\"']?$",
    re.I,
)
_PRICE = re.compile(  # "sold the lot at seven fifty"
    r"\b(?:sold|sell|bought|buy|paid|pay|cost|price|priced|worth|fetched|charged|a\s+piece|apiece)\b[^.;:!?]*$", re.I
)
_LIMIT = re.compile(
    r"(?<!\bor )(?<!\buntil )\b(?P<way>before|after)\s+(?:noon|midday|midnight)\b"
    r"(?!-|\s+(?:mass|meal|mail|train|post|prayers?|sun|watch|oil|boat)\b)",
    re.IGNORECASE,
)
_FIVES = frozenset("five ten twenty twenty-five".split())


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: ``minute`` after midnight or noon, ``late`` for the second half of the day, ``None`` if unsaid.

    ``limit`` is 1 where it was later than noon or midnight and -1 where it was earlier, and it is not said how much.
    """

    span: Span
    minute: int
    late: bool | None
    limit: int = 0


def find_clocks(text: str, start: int = 0, end: int | None = None) -> Iterator[Clock]:
    """The times of day in a stretch of a text.

    >>> [clock.minute for clock in find_clocks("At twenty minutes past three, not at half-past one; it was 3.20.")]
    [200, 90, 200]
    """
    for found in _FOUND.finditer(text, start, len(text) if end is None else end):
        half = (found["half"] or "").strip().lower()
        if found["minute"] and ":" not in found[0] and not half and not _LEADING.search(text, start, found.start()):
            continue
        if found["sun"] and _BOUND.search(text, start, found.start()):
            continue
        if found["part"] and _may_be_a_range(found) and not half and not _LEADING.search(text, start, found.start()):
            continue
        if found["worded"] and not half and not _LEADING.search(text, start, found.start()):
            continue
        if found["worded"] and not half and _PRICE.search(text, max(start, found.start() - 48), found.start()):
            continue
        minute = _minute(found)
        if minute is None:
            continue
        late = None if not half else half[0] == "p" or half.endswith(("afternoon", "evening", "night"))
        yield Clock(Span(*found.span()), minute % _HALF_DAY, late)


def find_limits(text: str, start: int = 0, end: int | None = None) -> Iterator[Clock]:
    """Where it is said no more than that it was before or after noon or midnight: "since before midnight".

    >>> [clock.limit for clock in find_limits("She left a little before noon, and came after midnight.")]
    [-1, 1]
    """
    for found in _LIMIT.finditer(text, start, len(text) if end is None else end):
        noon = not found.group().lower().endswith("midnight")
        yield Clock(Span(*found.span()), 0, noon, -1 if found["way"].lower() == "before" else 1)


def _may_be_a_range(found: re.Match[str]) -> bool:
    """Whether it is "five to six", which may count men; "five past six" counts none."""
    part = (found["part"] or "half").lower()
    if found["way"].lower() == "past" and part in _FIVES:
        return False
    return not part.endswith(("half", "quarter", "minute", "minutes")) and "clock" not in found[0].lower()


def _minute(found: re.Match[str]) -> int | None:
    """Minutes after midnight or noon, 24 hours or more not taken off."""
    if found["minute"]:
        return int(found["hour"]) * 60 + int(found["minute"])
    if found["sun"]:
        return _HALF_DAY
    if found["worded"]:
        hour, past = _hour(found["worded"]), read_number(found["past"].lower())
        return None if hour is None or past is None else hour + int(past)
    told = found["whole"] or found["sharp"] or found["struck"] or found["bare"]
    if told:
        return _hour(told)
    part = found["part"].lower()
    if part.endswith(("half", "quarter")):
        minutes: float | None = 30 if part == "half" else 15
    else:
        minutes = read_number(part.split(" minute")[0])
    hour = _hour(found["of"])
    if (
        minutes is None
        or hour is None
        or minutes >= 60
        or (part == "half" and found["way"].lower() in ("to", "before"))
    ):
        return None
    return hour + int(minutes if found["way"].lower() in ("past", "after") else -minutes)


def _hour(word: str) -> int | None:
    if word.lower() in ("noon", "midnight"):  # which of the two is not told by the minutes
        return _HALF_DAY
    value = read_number(word.lower())
    return None if value is None else int(value) * 60


def minutes_apart(one: Clock, other: Clock) -> int:
    """How far two times of day are from each other, whichever half of the day an unsaid one is in.

    From "before noon" that is how much later it was, and nothing for what may have been before it.
    """
    if one.limit or other.limit:
        limit, clock = (one, other) if one.limit else (other, one)
        return 0 if clock.limit else _beyond(limit, clock)
    apart = abs(one.minute - other.minute)
    apart = min(apart, _HALF_DAY - apart)
    if one.late is not None and other.late is not None and one.late != other.late:
        return _HALF_DAY - apart
    return apart


def _beyond(limit: Clock, clock: Clock) -> int:
    """How many minutes a time lies on the other side of a limit; of an unsaid half of the day, if that is not many."""
    beyond = clock.minute if limit.limit < 0 else -clock.minute % _HALF_DAY
    if clock.late is None:
        return beyond if beyond <= (_HALF_DAY // 2 if limit.late else _HALF_DAY // 4) else 0
    return beyond if (clock.late == limit.late) == (limit.limit < 0) else 0
