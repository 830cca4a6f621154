"""What a printed date is, and the pieces of patterns that all of them are made of."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from testimonia.model import Reason, Span

from .calendars import MONTHS, ORDINALS
from .letters import small


class Precision(StrEnum):
    """How finely a date is stated."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One printed date.

    ``part`` is "early", "mid" or "late" where the words say so, which EDTF cannot. ``reasons`` tell what was reckoned
    over or taken from a context.
    """

    span: Span
    words: str
    edtf: str
    precision: Precision
    part: str | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def has_year(self) -> bool:
        """Whether it is known which year, decade or century it lies in."""
        return not self.edtf.lstrip("[{./").startswith("XX")


def any_of(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, long ones first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


MONTH = rf"(?:{any_of(MONTHS)})(?!\w)\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|d|er|\.?º|-го|-е|\.(?=\s?[^\W\d]))?(?!\w)"
YEAR = r"(?:1\d|20)\d\d(?!\w|[.,]\d)"
FLAGS = re.IGNORECASE
_PART_NAMES = {
    "early": "early|beginning|start|first half|first days|first weeks|Anfang|"
    "début|debut|principios|начале|начала|початку",
    "mid": "mid|middle|Mitte|milieu|mediados|середине|середины|середині",
    "late": "late|end|close|second half|latter half|last days|last weeks|Ende|"
    "fin|fines|finales|конце|конца|кінці|наприкінці",
}
_PARTS = {word.lower(): part for part, words in _PART_NAMES.items() for word in words.split("|")}
_PART_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<part>{any_of(_PARTS)})(?:[\s-]|\s(?:in|of|de|del)\s)(?:the\s)?)$",
    FLAGS,
)
_ABOUT_BEFORE = re.compile(
    r"(?<!\w)(?:about|around|circa|approximately|roughly|ca\.?|c\.|on or about|um|vers|gegen|около)\s?(?:the\s)?$",
    FLAGS,
)
WHOLE_MONTH = re.compile(
    r"[^\W\d_]{6,}\.$|(?<!\w)(?:march|april|may|june|july|mai|mayo|juni|juli|juin|mars|abril|enero|avril)\.$", FLAGS
)
_PART_WORDS = frozenset(word for part in _PARTS for word in part.split())
_ABOUT_WORDS = frozenset("about around circa approximately roughly ca ca. c. um vers gegen около".split())
LOOKBACK = 34  # code points before a date in which its season, "about the middle of" and the like stand


def express(
    text: str, start: int, end: int, edtf: str, precision: Precision, low: int, reasons: tuple[Reason, ...] = ()
) -> DateExpression:
    """A date read between ``start`` and ``end``, with the words before it that belong to it, as far back as ``low``."""
    while text[end - 1].isspace():
        end -= 1
    if text[end - 1] == "." and WHOLE_MONTH.search(text, max(start, end - 12), end):
        end -= 1  # the full stop of the sentence, not of a shortened month
    part = None
    last_words = {
        word.strip("(") for word in text[max(low, start - LOOKBACK) : start].lower().replace("-", " ").split()
    }
    if precision is not Precision.DAY and not last_words.isdisjoint(_PART_WORDS):
        found = _PART_BEFORE.search(text, max(low, start - LOOKBACK), start)
        if found is not None:
            part, start = _PARTS[small(found["part"])], found.start()
    if edtf[-1] not in "?]}" and "/" not in edtf and not last_words.isdisjoint(_ABOUT_WORDS):
        found = _ABOUT_BEFORE.search(text, max(low, start - 16), start)
        if found is not None:
            edtf, start = edtf + "~", found.start()
    return DateExpression(Span(start, end), text[start:end], edtf, precision, part, reasons)


def month_number(words: str) -> int:
    """The month of this name, 1 to 12."""
    return MONTHS[small(words.rstrip("."))]


def day_number(words: str) -> int:
    """The day in figures ("3rd") or in words ("third")."""
    figures = re.match(r"\d+", words)
    return int(figures.group()) if figures else ORDINALS[small(words)]


def as_number(year: str) -> int | None:
    """The year, if all of it is known."""
    return int(year) if year.isdecimal() else None


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day; without a year, in a leap year."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(2000 if year is None else year, month)[1]
