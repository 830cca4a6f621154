"""Printed dates as EDTF: what is stated and no more.

`find_dates` reads days, months, seasons, years, decades, centuries and stretches of them in English, and the names of
the months in German, French, Spanish, Italian, Russian and Ukrainian too. A part that is not printed stays open: a day
without its year is ``XXXX-04-03``, ``the 17th`` is ``XXXX-XX-17``; `resolve` fills the year in from a context that the
caller vouches for. EDTF counts in the Gregorian calendar, so a date printed as Old Style is reckoned over, and
says so in its ``reasons``.

Left out: feasts, regnal years, other calendars, and bare numbers that may be anything ("1400 horsepower"). Of a slashed
date one cannot tell the day from the month (``3/4/1876``), so it is not read; a dotted one has its day first.
"""

from __future__ import annotations

import re
from dataclasses import replace

from testimonia.model import Reason

from .date_parts import DateExpression, Precision, express, is_day
from .day_dates import day_first, month_first
from .year_dates import short_year, year_first

__all__ = ["DateExpression", "Precision", "express", "find_dates", "resolve"]

# the places where a date can begin; what may stand before it ("autumn of", "about", "early") is looked for backwards
_ANCHOR = re.compile(
    r"[0-9'’JFMASONDЯФМАИСОНДСЛБКТЧЛВЖГ](?<![\w.,:$£€#+][0-9'’A-ZА-Я])(?<!\d[-–—/][0-9])"
    r"(?:(?<=['’])(?=\d)|(?<![JFMASOND'’])|(?=a[nirgyo]|e[bpnstcz]|[äuUéE]|[AE][A-Z]|rz|[pvgbgockt]|[PVGBOCKT]|i[cu]))"
)


def find_dates(text: str, *, start: int = 0, end: int | None = None) -> list[DateExpression]:
    """The dates printed between ``start`` and ``end``, in order; none overlaps the next.

    >>> text = "He wrote on May 11-13, 1906, and again in the autumn of 1877; on 3 April he was silent."
    >>> [(found.words, found.edtf) for found in find_dates(text)]  # doctest: +NORMALIZE_WHITESPACE
    [('May 11-13, 1906', '1906-05-11/1906-05-13'), ('autumn of 1877', '1877-23'), ('3 April', 'XXXX-04-03')]
    """
    end = len(text) if end is None else end
    dates: list[DateExpression] = []
    past = start
    for anchor in _ANCHOR.finditer(text, start, end):
        if anchor.start() < past:
            continue
        found = _read(text, anchor.start(), past, end)
        if found is not None:
            dates.append(found)
            past = found.span.end
    return dates


def resolve(expression: DateExpression, year: int, against: Reason, *, month: int | None = None) -> DateExpression:
    """The same date with its year taken from a context.

    ``against`` says which words the year stands in; it is kept among the reasons. ``month`` is for "the 17th", where
    the context has that too. A date that states its year is given back as it is.

    >>> spring = find_dates("on 3 April")[0]
    >>> resolve(spring, 1876, Reason("the year of the heading")).edtf
    '1876-04-03'
    """
    if expression.has_year:
        return expression
    edtf = expression.edtf
    if month is not None:
        edtf = edtf.replace("XXXX-XX-", f"XXXX-{month:02d}-")
    edtf = edtf.replace("XXXX", f"{year:04d}")
    edtf = re.sub(r"XX(?=\d[\dX])", f"{year // 100:02d}", edtf)
    if not all(is_day(*map(int, day)) for day in re.findall(r"(\d{4})-(0\d|1[0-2])-(\d\d)", edtf)):
        return expression  # no 29 February in that year
    return replace(expression, edtf=edtf, reasons=(*expression.reasons, against))


def _read(text: str, at: int, low: int, end: int) -> DateExpression | None:
    sign = text[at]
    if sign in "'’":
        return short_year(text, at, low, end)
    if not sign.isdecimal():
        return month_first(text, at, low, end)
    if text[at : at + 4].isdecimal():
        return year_first(text, at, low, end)
    return day_first(text, at, low, end)
