"""Dates that belong together: from one to another, between two, this one or that, and stretches open at one end.

`join_dates` takes the single dates of a text and reads the words between and before them: "from 28 December 1910 to 3
January 1911" is ``1910-12-28/1911-01-03``, "before 1911" is ``../1911``, "probably in 1911" is ``1911?``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from testimonia.model import Span

from .calendars import SEASONS
from .dates import DateExpression, Precision
from .edtf import bounds_of
from .letters import small

__all__ = ["join_dates"]

_GAP = re.compile(
    r"(?:\s?(?P<dash>[-–—]{1,2})\s?|,?\s(?P<word>to|until|till|through|and|or)\s(?:the\s)?(?:(?:in|on)\s(?:the\s)?)?)\Z",
    re.IGNORECASE,
)
_LONGEST_GAP = 18
_FROM = re.compile(r"\bfrom\s(?:the\s)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_SEASON_HALF = re.compile(
    rf"(?<!\w)(?P<season>{'|'.join(sorted(SEASONS, key=len, reverse=True))})"
    r"(?P<gap>\s?(?P<dash>[-–—/])\s?|\s(?P<word>to|until|till|through|and|or)\s(?:the\s)?)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?<![\w’'-])(?:not later than|no later than|before|prior to|up to|up until|by|"
    r"(?<!not )(?<!n[’']t )(?:until|till))\s"
    r"(?P<the>the\s)?|\bpre-)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?<![\w’'-])(?:not before|not earlier than|after|since|as from|as of|(?P<from>from))\s(?P<the>the\s)?$",
    re.IGNORECASE,
)
_ON = re.compile(r"\s(?:onwards?\b|on(?=[\s,.;:)](?!(?:the|a|an|his|her|their)\b)|$))", re.IGNORECASE)
_DOUBT = re.compile(
    r"(?<!\w)(?:probably|possibly|perhaps|presumably|apparently)\s(?:(?:in|on|of|as early as|about)\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_LOOKBACK = 26


def join_dates(text: str, dates: Sequence[DateExpression]) -> list[DateExpression]:
    """The dates of a text with those joined that are told as one; ``dates`` in order, none over another.

    >>> from testimonia.words.dates import find_dates
    >>> text = "Between 1908 and 1911, and then from May 1912 onwards."
    >>> [(d.words, d.edtf) for d in join_dates(text, find_dates(text))]
    [('1908 and 1911', '1908/1911'), ('from May 1912 onwards', '1912-05/..')]
    """
    joined: list[DateExpression] = []
    for date in dates:
        both = _join(text, joined[-1], date) if joined else None
        if both is not None:
            joined[-1] = both
        else:
            joined.append(_with_season(text, date, joined[-1].span.end if joined else 0))
    return [_bound(text, _between(text, date), low) for date, low in zip(joined, _lows(joined), strict=True)]


def _lows(dates: Sequence[DateExpression]) -> list[int]:
    return [0, *(date.span.end for date in dates[:-1])] if dates else []


def _join(text: str, one: DateExpression, other: DateExpression) -> DateExpression | None:
    """Two dates that are one stretch or a choice; ``None`` where they are only named one after the other."""
    if other.span.start - one.span.end > _LONGEST_GAP or any(sign in one.edtf + other.edtf for sign in "/[{?"):
        return None
    gap = _GAP.match(text, one.span.end, other.span.start)
    if gap is None:
        return None
    word = (gap["word"] or "-").lower()
    before = text[max(0, one.span.start - _LOOKBACK) : one.span.start]
    if word == "and" and not _BETWEEN.search(before):
        return None
    if word in ("until", "till") and not _FROM.search(before):
        return None
    first = one.edtf if one.has_year else _fill(one.edtf, other.edtf)
    if first is None or (word == "or" and one.precision is not other.precision):
        return None
    if not _in_order(first, other.edtf) and word != "or":
        return None
    span = Span(one.span.start, other.span.end)
    edtf = f"[{first},{other.edtf}]" if word == "or" else f"{first}/{other.edtf}"
    finer = min(one.precision, other.precision, key=list(Precision).index)
    return DateExpression(span, span.cut(text), edtf, finer, None, (*one.reasons, *other.reasons))


def _fill(edtf: str, fuller: str) -> str | None:
    """A day or month with the year, and the month, of the date that follows; ``None`` where that has none."""
    if len(fuller) < len(edtf) or not re.match(r"\d{4}|XXXX", fuller):
        return edtf if edtf.startswith("XX") and fuller.startswith("XX") else None
    filled = edtf.replace("XXXX-XX", fuller[:7]) if fuller[5:7].isdecimal() else edtf
    return filled.replace("XXXX", fuller[:4])


def _in_order(first: str, last: str) -> bool:
    one, other = bounds_of(first), bounds_of(last)
    if one is None or other is None:
        return first[:4] == last[:4] and first[:2] == "XX" and first <= last
    return one[0] <= other[0]


def _with_season(text: str, date: DateExpression, low: int) -> DateExpression:
    """ "Spring to autumn 1911": the season before has the year of the one after."""
    if date.precision is not Precision.SEASON or "/" in date.edtf or date.part:
        return date
    half = _SEASON_HALF.search(text, max(low, date.span.start - _LOOKBACK), date.span.start)
    if half is None:
        return date
    first = f"{date.edtf[:4]}-{SEASONS[small(half['season'])]}"
    word = (half["word"] or "-").lower()
    edtf = (
        f"[{first},{date.edtf}]"
        if word == "or"
        else f"{{{first},{date.edtf}}}"
        if word == "and"
        else f"{first}/{date.edtf}"
    )
    span = Span(half.start(), date.span.end)
    return replace(date, span=span, words=span.cut(text), edtf=edtf)


def _between(text: str, date: DateExpression) -> DateExpression:
    """ "Between May and July 1911" is the time from the one to the other, not both."""
    if date.edtf.startswith("{") and _BETWEEN.search(text, max(0, date.span.start - _LOOKBACK), date.span.start):
        first, *_, last = date.edtf.strip("{}").split(",")
        return replace(date, edtf=f"{first}/{last}")
    return date


def _bound(text: str, date: DateExpression, low: int) -> DateExpression:
    """The date with the words before and behind it that open it at one end or make it doubtful."""
    start, end = date.span.start, date.span.end
    if any(sign in date.edtf for sign in "/[{"):
        return date
    before = text[max(low, start - _LOOKBACK) : start]
    edtf, begin = date.edtf, start
    found = _BEFORE.search(before)
    if found is not None and _is_whole(date, found):
        edtf, begin = f"../{edtf}", start - len(before) + found.start()
    else:
        found = _AFTER.search(before)
        on = _ON.match(text, end)
        if found is not None and _is_whole(date, found) and (found["from"] is None or on is not None):
            edtf, begin = f"{edtf}/..", start - len(before) + found.start()
            end = on.end() if on is not None and found["from"] else end
    if begin == start and edtf[-1] not in "?%":
        found = _DOUBT.search(before)
        if found is not None:
            edtf = f"{edtf[:-1]}%" if edtf.endswith("~") else f"{edtf}?"
    if edtf == date.edtf:
        return date
    span = Span(begin, end)
    return replace(date, span=span, words=span.cut(text), edtf=edtf)


def _is_whole(date: DateExpression, found: re.Match[str]) -> bool:
    """Whether the word before is the date's own: "before the autumn of 1911", but not "before the 1911 fire"."""
    named = date.words[:4].isdecimal() and date.precision is Precision.YEAR
    return not found.groupdict().get("the") or not named
