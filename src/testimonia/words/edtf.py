"""What an EDTF date says: its bounds, and whether two dates can be one.

Takes the part of EDTF (ISO 8601-2) that `words.dates` writes: dates to the day, month, season, year, decade or
century, intervals (also open ones), one-of and all-of sets, and the marks ``~`` and ``?``. A season is taken for the
months it has in the northern hemisphere, with one month to spare on either side, for writers differ. What leaves its
year open has no bounds.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

__all__ = ["bounds_of", "days_between", "is_day", "is_within", "year_of"]

_ONE = re.compile(r"(\d{2}XX|\d{3}X|\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[~?%]?")
_ONE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FOREVER = 9999_12_31
_SEASONS = {
    21: (2, 6),
    22: (5, 9),
    23: (8, 12),
    24: (1, 12),
}  # a winter begins at the end of one year or of the one before


@lru_cache(maxsize=1 << 14)
def bounds_of(edtf: str) -> tuple[int, int] | None:
    """The first and last day that a date can mean, as numbers like 18710723; ``None`` where its year is open.

    >>> bounds_of("1871-02"), bounds_of("187X"), bounds_of("XXXX-04-03")
    ((18710201, 18710228), (18700101, 18791231), None)
    >>> bounds_of("../1871")  # at any time before
    (0, 18711231)
    """
    stated = [part for part in re.split(r"[/,]", edtf.strip("[]{}")) if part != ".."]
    parts = [_ONE.fullmatch(part) for part in stated]
    found = [_bounds(part) for part in parts if part is not None]
    if len(found) < len(parts) or not found:
        return None
    first, last = min(low for low, _ in found), max(high for _, high in found)
    return 0 if edtf.startswith("..") else first, _FOREVER if edtf.endswith("..") else last


def _bounds(part: re.Match[str]) -> tuple[int, int]:
    year, month, day = part.groups()
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None or month == "XX":
        return first * 10_000 + 101, last * 10_000 + 1231
    if int(month) in _SEASONS:
        begin, end = _SEASONS[int(month)]
        return first * 10_000 + begin * 100 + 1, last * 10_000 + end * 100 + 31
    if day is None or day == "XX":
        days = monthrange(last, int(month))[1] if 1 <= int(month) <= 12 else 31
        return first * 10_000 + int(month) * 100 + 1, last * 10_000 + int(month) * 100 + days
    exact = int(month) * 100 + int(day)
    return first * 10_000 + exact, last * 10_000 + exact


def is_within(inner: str, outer: str) -> bool:
    """Whether the first date lies wholly in the second, or is the same.

    >>> is_within("1871-07-24", "1871-07-23/1871-07-25"), is_within("1871", "1871-07")
    (True, False)
    """
    if inner == outer:
        return True
    one, other = bounds_of(inner), bounds_of(outer)
    return one is not None and other is not None and other[0] <= one[0] and one[1] <= other[1]


def is_day(edtf: str) -> bool:
    """Whether it is one day of one year.

    >>> is_day("1912-05-04"), is_day("1912-05"), is_day("1912-05-04/1912-05-06"), is_day("1912-05-XX")
    (True, False, False, False)
    """
    return _ONE_DAY.fullmatch(edtf) is not None


def year_of(edtf: str) -> int | None:
    """The year that a date begins in; ``None`` where it is not stated to the year."""
    found = re.search(r"\d{4}", edtf)
    return int(found.group()) if found else None


_ANY_YEAR = "2000"  # a leap year


@lru_cache(maxsize=1 << 14)
def days_between(one: str, other: str) -> int | None:
    """Between two days in EDTF, one or both without a year; ``None`` for what is no day of the calendar.

    >>> days_between("XXXX-05-03", "1871-05-05"), days_between("1871-05", "1871-05-05")
    (2, None)
    """
    if one.startswith("XXXX"):
        one = other[:4] + one[4:]
    if other.startswith("XXXX"):
        other = one[:4] + other[4:]
    try:
        first, last = (date.fromisoformat(day[:10].replace("XXXX", _ANY_YEAR)) for day in (one, other))
    except ValueError:
        return None
    return abs((first - last).days)
