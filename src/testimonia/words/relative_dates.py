"""Dates that are told from another: "the following day", "two years later", "last summer", "the 20th of that month".

`find_relative` says what the words reckon from: an *anchor* that was told before ("the following day"), or the *now* of
whoever speaks ("last summer", "three weeks ago"); `reckoning` gives the date once that is known. What does not say how
far ("a few days later") is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from testimonia.model import Span

from .calendars import MONTHS, ORDINALS, SEASONS
from .dates import Precision
from .letters import small

__all__ = ["From", "RelativeDate", "find_relative"]


class From(StrEnum):
    """What a relative date is reckoned from."""

    ANCHOR = "anchor"  # the date told last
    NOW = "now"  # the day on which the words are said or written
    EITHER = "either"  # "next year": now in a letter or a speech, the anchor in a tale


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """One relative date.

    ``unit`` is "day", "week", "month", "year", "season" (``named`` is then its EDTF number), "weekday" (``named``
    counts from Monday, 0) or "month name" (``named`` is its number); ``steps`` how many on or back. ``month``,
    ``season`` and ``day`` are those within it, where the words say so ("October of that year"). ``loose`` is set where
    they say that it is only about so long.
    """

    span: Span
    words: str
    base: From
    unit: str
    steps: int
    named: int = 0
    month: int | None = None
    season: int | None = None
    day: int | None = None
    loose: bool = False

    @property
    def precision(self) -> Precision:
        """How finely it dates."""
        if self.day is not None or self.unit in ("day", "weekday"):
            return Precision.DAY
        if self.season is not None or self.unit == "season":
            return Precision.SEASON
        if self.month is not None or self.unit in ("month", "month name"):
            return Precision.MONTH
        return Precision.WEEK if self.unit == "week" else Precision.YEAR


_ONES = "one two three four five six seven eight nine".split()
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_NUMBERS = {word: number for number, word in enumerate([*_ONES, *_TEENS], 1)} | _TENS
_NUMBERS |= {"a": 1, "an": 1, "a couple of": 2}
_COUNT = (
    rf"(?P<count>\d{{1,3}}|half an?|a couple of|(?:{'|'.join(_TENS)})[ -]?(?:{'|'.join(_ONES)})|"
    rf"{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
)
_LOOSE = r"(?:(?P<loose>some|about|around|approximately|roughly|nearly|almost|barely) )?"
_PART_OF_DAY = "day|morning|afternoon|evening|night"
_SEASON = "spring|summer|autumn|fall|winter"
_PLAIN = "day|night|week|fortnight|month|year|decade|hour"
_MANY = rf"(?:{_PLAIN})s?(?: and a half)?"
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_WEEKDAYS = {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_OWN_CLAUSE = r"(?=[,.;:)\]]|$| that\b| this\b| (?:he|she|it|they|we|I|[A-Z][\w'’]+) had\b)"  # "ten days before he had"
_SUBJECT = r"(?=,| (?:he|she|it|they|we|I|the|his|her|[A-Z][\w'’]+)\b)"
_PATTERNS: tuple[tuple[str, From, str], ...] = (  # each with the words of which one must stand there
    (rf"(?:(?:on|in|during) )?(?:the )(?P<way>next|following|very same|same|previous|preceding) "
     rf"(?P<unit>{_PART_OF_DAY}|week|month|year|{_SEASON})", From.ANCHOR, "next following same previous preceding"),
    (rf"(?P<way>next|following|previous|preceding|same) (?P<unit>{_PART_OF_DAY})", From.ANCHOR,
     "next following same previous preceding"),
    (rf"(?:(?:later|earlier|early|late) )?(?P<way>that) (?:very |same )?"
     rf"(?P<unit>{_PART_OF_DAY}|week|month|year|{_SEASON})", From.ANCHOR, "that"),
    (rf"the (?P<unit>day|night|week|month|year) (?P<side>before|after){_OWN_CLAUSE}", From.ANCHOR, "before after"),
    (rf"{_LOOSE}{_COUNT} (?P<unit>{_MANY}) "
     rf"(?:(?P<side>later|afterwards?|thereafter|earlier|previously)|(?P<close>after|before)(?: that)?{_OWN_CLAUSE})",
     From.ANCHOR, "later after before earlier previously"),
    (rf"(?P<side>after) {_LOOSE}{_COUNT} (?P<unit>{_MANY}){_SUBJECT}", From.ANCHOR, "after"),
    (rf"{_LOOSE}{_COUNT} (?P<unit>{_MANY}) (?P<side>ago|hence)", From.NOW, "ago hence"),
    (rf"(?P<way>the) (?P<unit>{_PLAIN}|{_SEASON}) (?P<twice>before last)", From.NOW, "before last"),
    (rf"(?P<way>last) (?P<unit>night|week|month|year|{_SEASON})", From.NOW, "last"),
    (rf"(?:(?:later|earlier|early|late) )?(?P<way>this) (?P<unit>morning|afternoon|evening|week|month|year|{_SEASON})",
     From.NOW, "this"),
    (rf"(?P<way>next) (?P<unit>week|month|year|{_SEASON})", From.EITHER, "next"),
    (r"(?:the day (?P<two>before|after) )?(?P<unit>yesterday|today|tomorrow|tonight)", From.NOW, "day morrow night"),
)  # fmt: skip
_FINDERS = tuple(
    (re.compile(rf"(?<![\w-]){pattern}(?!\w)", re.IGNORECASE), base, tuple(cues.split()))
    for pattern, base, cues in _PATTERNS
)
_UNITS = (*_PLAIN.split("|"), *_PART_OF_DAY.split("|")[1:4], *_SEASON.split("|"),
          *(form for word in _DAYS for form in (word, word.capitalize())))  # fmt: skip
_NAMED = re.compile(
    r"(?<![\w-])(?P<the>the )?(?P<way>next|following|previous|preceding|last|this|that) $", re.IGNORECASE
)
_NAMED_AFTER = re.compile(r" (?P<way>last|next)(?=[,.;:)]|$| (?:the|he|she|it|they|we|I|[A-Z]\w+)\b)")
_NAMES = {word.capitalize(): ("weekday", n) for word, n in _WEEKDAYS.items()} | {
    name: ("month name", n)
    for n, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
}
_NAME = re.compile(rf"(?:{'|'.join(_NAMES)})(?!\w|\.?,? \d)")  # not "last May 12" nor "that Mayor"
_INSTANT = re.compile(r"(?:\bthe )?\b(?P<day>3[01]|[12]?\d)(?:st|nd|rd|th)?$")
_INSTANT_END = re.compile(r"(?:ant|imo)?\b\.?")
_INSTANTS = {"inst": 0, "ult": -1, "prox": 1}
_MONTH_IN = re.compile(
    rf"(?<![\w-])(?:(?P<day>(?:3[01]|[12]?\d)(?:st|nd|rd|th)?|{'|'.join(ORDINALS)})(?: of)? )?"
    rf"(?P<month>{'|'.join(name for name in MONTHS if name.isascii())})\.?,? (?:(?:of|in) )?$",
    re.IGNORECASE,
)
_SEASON_IN = re.compile(rf"(?<![\w-])(?P<season>{_SEASON})(?: of| in|,)? $", re.IGNORECASE)
_DAY_IN = re.compile(
    rf"(?<![\w-])(?P<day>(?:3[01]|[12]?\d)(?:st|nd|rd|th)|{'|'.join(ORDINALS)})(?: day)? of $", re.IGNORECASE
)
_PART_IN = re.compile(
    r"(?<![\w-])(?:beginning|start|middle|end|close|(?:first|second|latter) half) of $", re.IGNORECASE
)
_BEFORE, _AFTER = 46, 40  # code points around a unit in which the words that belong to it stand
_ON = frozenset(("next", "following", "after", "later", "afterward", "afterwards", "thereafter", "hence"))
_BACK = frozenset(("previous", "preceding", "before", "earlier", "previously", "ago", "last"))


def find_relative(text: str) -> list[RelativeDate]:
    """The relative dates of a text in order, none over another; words are parted by single spaces.

    >>> [(r.words, r.base.value, r.steps, r.unit) for r in find_relative("The following day, two years later.")]
    [('The following day', 'anchor', 1, 'day'), ('two years later', 'anchor', 2, 'year')]
    """
    found = [*_counted(text), *_named(text), *_instants(text)]
    found.sort(key=lambda r: (r.span.start, -len(r.span)))
    kept: list[RelativeDate] = []
    for relative in found:
        if not kept or relative.span.start >= kept[-1].span.end:
            kept.append(relative)
    return kept


def _counted(text: str) -> Iterator[RelativeDate]:
    for at in sorted({at for unit in _UNITS for at in _places(text, unit)}):
        if text[at - 1 : at].isalnum():
            continue
        low, high = max(0, at - _BEFORE), min(len(text), at + _AFTER)
        around = text[low:high].lower()
        for finder, base, cues in _FINDERS:
            if not any(cue in around for cue in cues):
                continue
            match = next((m for m in finder.finditer(text, low, high) if m.start("unit") == at), None)
            if match is not None:
                yield _within(_relative(match, base), text)
                break


def _relative(match: re.Match[str], base: From) -> RelativeDate:
    groups = match.groupdict()
    printed = groups["unit"].lower()
    way = (groups.get("side") or groups.get("close") or groups.get("way") or "").lower()
    relative = RelativeDate(Span(*match.span()), match.group(), base, printed, 0, loose=bool(groups.get("loose")))
    if printed in _DAYS:
        steps = _DAYS[printed] * (2 if groups.get("two") else 1)
        return replace(relative, unit="day", steps=steps)
    half = 6 if printed.endswith(" and a half") else 0
    printed = printed.removesuffix(" and a half")
    unit = printed.removesuffix("s")
    direction = -2 if groups.get("twice") else 1 if way in _ON else -1 if way in _BACK else 0
    counted = (groups.get("count") or "").lower()
    count = _number(counted)
    if unit in SEASONS:
        return replace(relative, unit="season", steps=direction, named=SEASONS[unit])
    if unit in _PART_OF_DAY.split("|"):
        return replace(relative, unit="day", steps=direction * count)
    if counted.startswith("half"):
        unit, count = ("month", 6) if unit == "year" else ("week", 2) if unit == "month" else ("", 0)
    elif unit == "year" and half:
        unit, count = "month", 12 * count + half
    elif unit == "fortnight":
        unit, count = "week", 2 * count
    elif unit == "decade":
        return replace(relative, unit="year", steps=10 * direction * count, loose=True)
    elif unit == "hour":
        unit, count = ("day", count // 24) if count and count % 24 == 0 else ("", 0)
    loose = relative.loose or (unit == "week" and bool(counted))  # who counts in weeks does not count days
    return replace(relative, unit=unit, steps=direction * count, loose=loose)


def _number(words: str) -> int:
    if not words:
        return 1
    if words.isdecimal():
        return int(words)
    tens = next((word for word in _TENS if words.startswith(word)), None)
    if tens is not None:
        return _TENS[tens] + _NUMBERS.get(words.removeprefix(tens).strip(" -"), 0)
    return _NUMBERS.get(words, 0)


def _within(relative: RelativeDate, text: str) -> RelativeDate:
    """The relative date with the month, season, day or part before it that lies in it: "October of that year"."""
    if relative.unit not in ("year", "month") or relative.loose or abs(relative.steps) > 1:
        return relative
    start = relative.span.start
    low = max(0, start - 40)
    found = (_DAY_IN if relative.unit == "month" else _MONTH_IN).search(text, low, start)
    if found is not None:
        month = found.groupdict().get("month")
        relative = replace(relative, month=MONTHS[small(month)] if month else None, day=_day(found["day"]))
    elif relative.unit == "year" and (found := _SEASON_IN.search(text, low, start)) is not None:
        relative = replace(relative, season=SEASONS[small(found["season"])])
    else:
        found = _PART_IN.search(text, low, start)
    if found is None:
        return relative
    span = Span(found.start(), relative.span.end)
    return replace(relative, span=span, words=span.cut(text))


def _day(words: str | None) -> int | None:
    if words is None:
        return None
    figures = re.match(r"\d+", words)
    return int(figures.group()) if figures else ORDINALS[small(words)]


def _named(text: str) -> Iterator[RelativeDate]:
    for found in _NAME.finditer(text):
        last = _NAMED_AFTER.match(text, found.end())
        if last is not None:  # "on Monday last"
            unit, named = _NAMES[found.group()]
            steps = -1 if last["way"] == "last" else 1
            span = Span(found.start(), last.end())
            yield RelativeDate(span, span.cut(text), From.NOW, unit, steps, named)
            continue
        match = _NAMED.search(text, max(0, found.start() - 16), found.start())
        if match is None:
            continue
        unit, named = _NAMES[found.group()]
        way = match["way"].lower()
        told = match["the"] or way in ("following", "previous", "preceding", "that")
        steps = 1 if way in _ON else -1 if way in _BACK else 0
        base = From.ANCHOR if told else From.EITHER if way == "next" else From.NOW
        span = Span(match.start(), found.end())
        yield RelativeDate(span, span.cut(text), base, unit, steps, named)


def _instants(text: str) -> Iterator[RelativeDate]:
    """ "The 3rd inst.", "the 20th ult.": of this month, of the last."""
    for when, steps in _INSTANTS.items():
        for at in _places(text, f" {when}"):
            match = _INSTANT.search(text, max(0, at - 10), at)
            end = _INSTANT_END.match(text, at + 1 + len(when))
            if match is not None and end is not None:
                span = Span(match.start(), end.end())
                yield RelativeDate(span, span.cut(text), From.NOW, "month", steps, day=int(match["day"]))


def _places(text: str, words: str) -> Iterator[int]:
    """Where the words stand; looked for as they are, which is quick."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))
