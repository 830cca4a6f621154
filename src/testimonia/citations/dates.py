"""Years and dates of publication in a citation, as printed."""

from __future__ import annotations

import re

__all__ = ["DATE", "MONTH", "YEAR", "end_year", "find_years", "last_date", "strip_dates"]

# the letters ahead spare most places of a text the trying of every name
MONTH = (
    r"(?:(?=[ADFJMNOSW])(?:Jan(?:uary|uar|vier)?|Feb(?:ruary|ruar)?|F[ée]vr(?:ier)?|M[aä]r(?:ch|z|s)?|Apr(?:il)?|Avril|Ma[iy]|June?|Juni|Juin|July?|Juli|Juillet|Aug(?:ust)?|Août"
    r"|Sept?(?:ember|embre)?|O[ck]t(?:ober|obre)?|Nov(?:ember|embre)?|De[cz](?:ember)?|D[ée]c(?:embre)?|Spring|Summer|Autumn|Fall|Winter)"
    r"|(?=[adefgjlmnos])(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)"
    r"|(?=[авдимонсфя])(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))\b\.?"
)
_Y = r"(?:1[4-9]|20)\d\d"
DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.|er|º)?\s(?:de\s)?)?{MONTH}(?:\s?[-–/]\s?{MONTH})?(?:\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?(?=,))?,?\s(?:de\s)?(?P<y1>{_Y})\b"
    rf"|(?P<y2>{_Y})[,-]\s?(?:{MONTH}(?:\s\d{{1,2}})?|[01]\d-[0-3]\d)\b"
    rf"|(?<!\d)\d{{1,2}}[./]\s?(?:\d{{1,2}}|[IVX]{{1,4}})[./]\s?(?P<y3>{_Y})\b"
)
YEAR = re.compile(
    rf"(?<![\d\-–—/.])(?:\[?(?:(?:ca?|copyright|cop)\.?\s?|©\s?)?)(?P<year>{_Y})(?P<letter>[a-h](?!\w))?\]?\??(?![\d])"
)
_FOUR_DIGITS = re.compile(_Y)
LONGEST_YEAR_MARK = 11  # characters of "[copyright " before a year
_RANGE_AFTER = re.compile(r"\s?(?:[-–—]|--)\s?\d{2,4}")


def find_years(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Years that can be a date of publication: not part of a range, a number or a page reference."""
    years: list[re.Match[str]] = []
    at = start
    for digits in _FOUR_DIGITS.finditer(text, start, end):
        year = digits.start()
        # no mark reaches back over a comma, so nothing before it need be tried
        if year - 2 >= at and text[year - 2 : year] == ", ":
            found = YEAR.match(text, year, end)
        else:
            found = YEAR.search(text, max(at, year - LONGEST_YEAR_MARK), end)
        if found is not None and found.start("year") == year:
            at = found.end()
            if year + 4 >= end or not _RANGE_AFTER.match(text, year + 4, end):
                years.append(found)
    return years


def last_date(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last full date, or month with its year, in the stretch."""
    date: re.Match[str] | None = None
    for found in DATE.finditer(text, start, end):
        date = found
    return date


def end_year(text: str, low: int, high: int) -> re.Match[str] | None:
    """The year that closes the stretch, or that only little follows."""
    year = high - 4
    if year - 3 >= low:
        # most stretches close with ", 1931" or ", c1931"
        before = text[year - 3 : year]
        found = None
        if before[1:] == ", ":
            found = YEAR.match(text, year, high)
        elif before == ", c":
            found = YEAR.match(text, year - 1, high)
        if found is not None:
            return found
    years = find_years(text, low, high)
    return years[-1] if years else None


def strip_dates(words: str) -> str:
    """The words without years, dates and the numbers of issues."""
    return re.sub(r"\b(?:no|nr|issue|№)\b\.?\s?\d+", "", YEAR.sub("", DATE.sub("", words)), flags=re.IGNORECASE)
