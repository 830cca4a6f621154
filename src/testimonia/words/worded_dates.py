"""Dates that are told in words: centuries, decades, feasts, days of a month, and months and seasons without their year.

They stand beside `words.dates`, which reads what is printed with figures. "In October" is ``XXXX-10`` and "in the
thirties" is ``XX3X`` until a context tells the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .calendars import MONTHS, ORDINALS, SEASONS
from .dates import DateExpression, Precision, express
from .letters import small

__all__ = ["find_worded"]

_CENTURY = re.compile(rf"(?<![\w-])(?P<nth>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})[\s-]$", re.IGNORECASE)
_HUNDREDS = {
    word: number
    for number, word in enumerate("fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(), 14)
}
_TENS = {"twen": 2, "thir": 3, "for": 4, "fif": 5, "six": 6, "seven": 7, "eigh": 8, "nine": 9}
_DECADE = re.compile(
    rf"(?<![\w-])(?:(?P<hundreds>{'|'.join(_HUNDREDS)})[\s-](?:hundred[\s-](?:and[\s-])?)?)?(?P<tens>{'|'.join(_TENS)})$",
    re.IGNORECASE,
)
_THE = re.compile(r"(?:\bthe\s(?:(?:early|mid|middle|late)[\s-])?['’‘]?|['’‘])$", re.IGNORECASE)
_FEAST = re.compile(
    r"(?:Christmas(?:\s(?P<day>Day|Eve))?|New\sYear['’]?s\s(?P<year_day>Day|Eve))"
    r"(?:,?\s(?:of\s)?(?P<year>(?:1[4-9]|20)\d\d)(?!\w))?"
)
_FEASTS = {("Day", None): "12-25", ("Eve", None): "12-24", (None, "Day"): "01-01", (None, "Eve"): "12-31"}
_MONTH_NAMES = "January February March April May June July August September October November December".split()
_MONTH = re.compile(rf"(?:{'|'.join([*_MONTH_NAMES, *(n.upper() for n in _MONTH_NAMES)])})(?!\w|\.?,?\s?[\d'’(])")
_PERHAPS_NAMES = frozenset(("march", "april", "may", "june", "august"))  # and verbs
_MONTH_CUE = re.compile(
    r"(?<!\w)(?:in|since|until|till|during|by|from|to|between|through|early|late|mid|(?:end|beginning|middle|start|"
    r"close|month) of|half of|early in|late in)[\s-]$",
    re.IGNORECASE,
)
_NTH_OF = re.compile(
    rf"(?<![\w-])(?P<nth>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\s(?:day\s)?of\s$", re.IGNORECASE
)
_NAME_AFTER = re.compile(r"(?:['’]s)?\s[A-Z][\w'’]|\s(?:Street|Road)|['’]")
# "the fourteenth", which nothing follows that is counted; of "on the third" something else may be the third
_NTH = "|".join(sorted((name for name, number in ORDINALS.items() if number > 5), key=len, reverse=True))
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LONE_DAY = re.compile(
    rf"[Tt]he (?P<nth>{_NTH})(?![\w-])(?:(?=[,.;:)\]]|\s?$|\s(?:he|she|I|we|they|it|there|nobody|the)\b"
    rf"|\sand the (?:{_NTH})(?![\w-]))|(?P<named>(?=\s(?:was|being|fell on) (?:an? |the )?{_WEEKDAY}))"
    r"|(?P<did>(?=\s[a-z]{3,}ed\b)))"
)
_ON = re.compile(
    rf"(?:^|\W)(?:on|upon|from|until|till|by|before|after|since|dated|and|between|{_WEEKDAY}|morning|afternoon|evening|"
    r"night),?\s$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?:night|morning|evening|afternoon|day|session|sitting|meeting|hearing|interview|letter|telegram|circular|note|order|"
    r"minute|entry|issue|number|report|fire|raid|march|battle|storm|vote)s? of\s$",
    re.IGNORECASE,
)
_LOOKBACK = 20  # code points before "the fourteenth"
_ENGLISH = ("spring", "summer", "autumn", "winter", "fall")
_SEASON = re.compile(rf"(?:{'|'.join(_ENGLISH)})(?![\w-]|\s(?:of|in|and|or|to|\d|[a-z]{{0,5}}\d))")
_SEASON_CUE = re.compile(
    r"(?<!\w)(?:in|by|until|till|since|during|late in|early in) the (?:early |late )?$", re.IGNORECASE
)


def find_worded(text: str) -> list[DateExpression]:
    """The dates in words, in order.

    >>> [(d.words, d.edtf) for d in find_worded("In October, late in the nineteenth century, on Christmas Eve 1899.")]
    [('October', 'XXXX-10'), ('late in the nineteenth century', '18XX'), ('Christmas Eve 1899', '1899-12-24')]
    """
    found = [*_centuries(text), *_decades(text), *_feasts(text), *_months(text), *_seasons(text), *_lone_days(text)]
    return sorted(found, key=lambda date: date.span.start)


def _places(text: str, words: str) -> Iterator[int]:
    """Where the words stand; looked for as they are, which is quick."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _centuries(text: str) -> Iterator[DateExpression]:
    for at in _places(text, "century"):
        found = _CENTURY.search(text, max(0, at - 20), at)
        if found is not None:
            edtf = f"{ORDINALS[small(found['nth'])] - 1:02d}XX"
            yield express(text, found.start(), at + len("century"), edtf, Precision.CENTURY, 0)


def _decades(text: str) -> Iterator[DateExpression]:
    for at in _places(text, "ties"):
        found = None if text[at + 4 : at + 5].isalnum() else _DECADE.search(text, max(0, at - 34), at)
        if found is None:
            continue
        if found["hundreds"] is None and not _THE.search(text, max(0, found.start() - 14), found.start()):
            continue
        hundreds = str(_HUNDREDS[small(found["hundreds"])]) if found["hundreds"] else "XX"
        edtf = f"{hundreds}{_TENS[small(found['tens'])]}X"
        start = found.start() - (text[found.start() - 1 : found.start()] in ("'", "’", "‘") and found.start() > 0)
        yield express(text, start, at + 4, edtf, Precision.DECADE, 0)


def _feasts(text: str) -> Iterator[DateExpression]:
    for found in (_FEAST.match(text, at) for word in ("Christmas", "New Year") for at in _places(text, word)):
        if found is None:
            continue
        year = found["year"] or "XXXX"
        if found["day"] is None and found["year_day"] is None:
            if found["year"]:
                yield express(text, found.start(), found.end(), f"{year}-12-25~", Precision.DAY, 0)
            continue
        day = _FEASTS[found["day"], found["year_day"]]
        yield express(text, found.start(), found.end(), f"{year}-{day}", Precision.DAY, 0)


def _months(text: str) -> Iterator[DateExpression]:
    for found in _MONTH.finditer(text):
        name = small(found.group())
        day = _NTH_OF.search(text, max(0, found.start() - 24), found.start())
        if day is not None:
            edtf = f"XXXX-{MONTHS[name]:02d}-{ORDINALS[small(day['nth'])]:02d}"
            yield express(text, day.start("nth"), found.end(), edtf, Precision.DAY, 0)
            continue
        cue = _MONTH_CUE.search(text, max(0, found.start() - 16), found.start())
        if cue is None or text[found.start() - 1 : found.start()].isalnum():
            continue
        if name in _PERHAPS_NAMES and (_NAME_AFTER.match(text, found.end()) or cue.group()[:2].lower() == "by"):
            continue
        yield express(text, found.start(), found.end(), f"XXXX-{MONTHS[name]:02d}", Precision.MONTH, 0)


def _seasons(text: str) -> Iterator[DateExpression]:
    for found in (_SEASON.match(text, at) for word in _ENGLISH for at in _places(text, word)):
        if found is not None and _SEASON_CUE.search(text, max(0, found.start() - 24), found.start()):
            edtf = f"XXXX-{SEASONS[found.group()]}"
            yield express(text, found.start(), found.end(), edtf, Precision.SEASON, 0)


def _lone_days(text: str) -> Iterator[DateExpression]:
    """ "On the fourteenth", whose month another date has to tell."""
    for found in _LONE_DAY.finditer(text):
        at = found.start()
        cues = (_OF,) if found["did"] is not None else (_ON, _OF)
        if found["named"] is not None or any(cue.search(text, max(0, at - _LOOKBACK), at) for cue in cues):
            edtf = f"XXXX-XX-{ORDINALS[small(found['nth'])]:02d}"
            yield express(text, found.start("nth"), found.end(), edtf, Precision.DAY, at)
