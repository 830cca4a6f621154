"""The date in EDTF that a relative one comes to, reckoned from another.

It claims no more than the two allow: from an anchor that is only a month, "the next day" is still only that month and
is left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from .relative_dates import From, RelativeDate

__all__ = ["reckon"]

_WINTER = 24
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}  # in the northern hemisphere


def reckon(relative: RelativeDate, edtf: str) -> str | None:
    """The date in EDTF, reckoned from another; ``None`` where that is not fine enough to say.

    >>> from testimonia.words.relative_dates import find_relative
    >>> day, year = find_relative("The next day he left; two years later he came back.")
    >>> reckon(day, "1871-12-01"), reckon(year, "1871-12-01"), reckon(day, "1871-12")
    ('1871-12-02', '1873', None)
    """
    base = edtf.rstrip("~?%")
    if "/" in base:
        stated = [part for part in base.split("/") if part != ".."]  # "until 12 May; the next day" is the 13th
        base = stated[-1 if relative.steps > 0 else 0]
    reckoner = _RECKONERS.get(relative.unit)
    try:
        reckoned = reckoner(relative, base) if reckoner is not None else None
    except (ValueError, OverflowError):  # a day that the month does not have, or a year that no calendar has
        return None
    if reckoned is None or not re.match(r"[12]\d{3}(?!\d)", reckoned):
        return None
    loose = relative.loose or edtf[-1] in "~%"
    return f"{reckoned}~" if loose and "/" not in reckoned and not reckoned.endswith("~") else reckoned


def _reckon_day(relative: RelativeDate, base: str) -> str | None:
    return (date.fromisoformat(base) + timedelta(days=relative.steps)).isoformat()


def _reckon_week(relative: RelativeDate, base: str) -> str | None:
    moved = date.fromisoformat(base) + timedelta(weeks=relative.steps)
    if relative.loose:
        return moved.isoformat()
    monday = moved - timedelta(days=moved.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _reckon_month(relative: RelativeDate, base: str) -> str | None:
    found = re.match(r"(\d{4})-(0\d|1[0-2])", base)
    if found is None:
        return None
    number = int(found.group(1)) * 12 + int(found.group(2)) - 1 + relative.steps
    year, month = number // 12, number % 12 + 1
    if relative.day is not None:
        return date(year, month, relative.day).isoformat()
    return f"{year:04d}-{month:02d}"


def _reckon_year(relative: RelativeDate, base: str) -> str | None:
    found = re.match(r"\d{4}(?![\dX])", base)
    if found is None:
        return None
    year = int(found.group()) + relative.steps
    if relative.month is None:
        return f"{year:04d}-{relative.season}" if relative.season is not None else f"{year:04d}"
    if relative.day is not None:
        return date(year, relative.month, relative.day).isoformat()
    return f"{year:04d}-{relative.month:02d}"


def _reckon_season(relative: RelativeDate, base: str) -> str | None:
    """ "Last summer" is the last that was over, "that autumn" the one of the year told; a winter lies in two years."""
    found = re.match(r"(\d{4})(?:-(0\d|1[0-2]|2[1-4]))?(?![\dX])", base)
    if found is None:
        return None
    year, month = int(found.group(1)), _month_of(found.group(2))
    if relative.base is From.NOW and relative.steps and month is None:
        return None
    if relative.named == _WINTER:
        begins = month is not None and month >= 12
        within = month is not None and month <= 2
        if relative.steps > 0:
            year += begins
        elif relative.steps < 0:
            year += relative.steps - within
        elif month is None:
            return f"{year:04d}-{_WINTER}"
        else:
            year -= month < 7
        return f"{year:04d}/{year + 1:04d}"
    first, last = _SEASON_MONTHS[relative.named]
    if relative.steps < 0:
        year += relative.steps + 1 - (month is None or month <= last)
    elif relative.steps > 0:
        year += month is None or month >= first
    return f"{year:04d}-{relative.named}"


def _reckon_weekday(relative: RelativeDate, base: str) -> str | None:
    day = date.fromisoformat(base)
    ahead = (relative.named - day.weekday()) % 7
    if relative.steps > 0:
        return (day + timedelta(days=ahead or 7)).isoformat()
    if relative.steps < 0:
        return (day - timedelta(days=(7 - ahead) or 7)).isoformat()
    return (day - timedelta(days=day.weekday() - relative.named)).isoformat()


def _reckon_month_name(relative: RelativeDate, base: str) -> str | None:
    found = re.match(r"(\d{4})(?:-(0\d|1[0-2]|2[1-4]))?(?![\dX])", base)
    if found is None:
        return None
    year, month = int(found.group(1)), _month_of(found.group(2))
    if relative.steps and month is None:
        return None if relative.base is From.NOW else f"{year + relative.steps:04d}-{relative.named:02d}"
    if month is not None and relative.steps > 0:
        year += relative.named <= month
    elif month is not None and relative.steps < 0:
        year -= relative.named >= month
    return f"{year:04d}-{relative.named:02d}"


def _month_of(printed: str | None) -> int | None:
    """The month of a date, of a season its middle one."""
    if printed is None:
        return None
    number = int(printed)
    return {21: 4, 22: 7, 23: 10, 24: 1}.get(number, number)


_RECKONERS: dict[str, Callable[[RelativeDate, str], str | None]] = {
    "day": _reckon_day, "week": _reckon_week, "month": _reckon_month, "year": _reckon_year, "season": _reckon_season,
    "weekday": _reckon_weekday, "month name": _reckon_month_name,
}  # fmt: skip
