"""Numbers whose noun is not printed beside them: "it came to 2,350", "nine in all", "the dead number sixty-two".

What they count was said before; that is the caller's to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.model import Span

from .amounts import read_number
from .calendars import MONTHS
from .counts import Count

__all__ = ["NUMBER_WORDS", "PAYMENT_WORDS", "SUM_WORDS", "find_payments", "find_sums"]

NUMBER_WORDS = tuple(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand".split()
)
# without one of these no such number is found
SUM_WORDS = frozenset(
    "come came amount amounts amounted number numbers numbered total totals totalled totaled all altogether make makes "
    "made owned confessed admitted ran rose mounted put puts stood reached count counted add added reckon reckoned "
    "sum".split()
)
PAYMENT_WORDS = frozenset(
    "cheque cheques check checks bill bills draft drafts note notes price sum gave given paid pay pays offered fetched "
    "cost costs bought sold worth".split()
)
_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:an?\s+)?(?:{_WORD})(?:(?:[\s-]+|\s+and\s+)(?:{_WORD})\b)*|\d{{1,3}}(?:,\d{{3}})+|\d{{2,7}}"
_ABOUT = r"(?:(?P<about>about|some|nearly|almost|around|over|upwards of|more than)\s+)?"
_LEADS = (
    r"c[ao]me to|amount(?:s|ed)? to|number(?:s|ed)?|total(?:s|led|ed)?|the total (?:was|is|at)|in all|all told|"
    r"ma[dk]es? (?:it|them|the (?:total|number|sum|whole))|(?:owned|confessed|admitted|ran|rose|mounted) (?:up )?to|"
    r"puts? (?:it|them|the \w+) at|stood at|reached|(?:counted|reckoned)(?: (?:them|up))?"
)
_LED = re.compile(
    rf"\b(?:{_LEADS})\s*[:,]?\s+{_ABOUT}"
    rf"(?P<much>{_NUMBER})(?![\w,]*\w)(?=\s*(?:[.,;:!?)\"”’»]|$|in all|all told|altogether|down to|up to))",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    rf"(?<![\w,.£$€'’-]){_ABOUT}(?P<much>{_NUMBER})\s*,?\s+(?:in all|all told|altogether|in total)\b(?!\s+the\b)",
    re.IGNORECASE,
)
_ADDED = re.compile(
    rf"\b(?:count(?:ed)?|add(?:ed)?|reckon(?:ed)?|total|sum)\b[^.;!?]{{0,60}}[:—–-]\s*{_ABOUT}(?P<much>{_NUMBER})(?=\s*[.,;!?]|$)",
    re.IGNORECASE,
)
_CUES = re.compile(
    rf"\b(?:{_LEADS}|altogether|in total)\b|\b(?:count|counted|add|added|reckon|sum)\b[^.;!?]{{0,60}}[:—–-]",
    re.IGNORECASE,
)


_PAID = re.compile(
    rf"\b(?:(?:cheques?|checks?|bills?|drafts?|notes?) for|a (?:price|sum) of|(?:gave|given|paid|pays?|offered|fetched|"
    rf"costs?|bought (?:it|her|him|them) for|sold (?:it|her|him|them )?for|worth)"
    rf"(?: (?:him|her|them|me|us|it))?)\s+{_ABOUT}"
    rf"(?P<much>{_NUMBER})(?![\w,]*\w)(?=\s*(?:[.,;:!?)\"”’»]|$|(?:for|to|down|and|in|when|by|at|on)\b))",
    re.IGNORECASE,
)
_PAYING = re.compile(
    r"\b(?:cheque|check|bill|draft|note|price|sum|gave|given|paid|pay|offered|fetched|cost|bought|sold|worth)",
    re.IGNORECASE,
)
_YEARS = range(1400, 2101)
_LEAST_PAID = 100.0  # "gave two for it" may be of anything


def find_payments(text: str, start: int = 0, end: int | None = None) -> Iterator[Count]:
    """The sums of money in ``text[start:end]`` that have no currency beside them.

    >>> [(c.low, c.kind) for c in find_payments("They gave six thousand for it, and a cheque for a hundred.")]
    [(6000.0, 'money'), (100.0, 'money')]
    """
    end = len(text) if end is None else end
    for found in _PAID.finditer(text, start, end) if _PAYING.search(text, start, end) else ():
        value = read_number(found["much"].lower().replace(",", ""))
        if value is not None and value >= _LEAST_PAID and not (found["much"].isdecimal() and value in _YEARS):
            first, last = found.span("much")
            yield Count(Span(first, last), text[first:last], value, value, "", "money", bool(found["about"]), last)


def _names(found: re.Match[str]) -> bool:
    """Whether it is "number 14", which names a thing."""
    return found.group().lower().startswith("number ") and found["much"][0].isdecimal()


def find_sums(text: str, start: int = 0, end: int | None = None) -> Iterator[Count]:
    """The numbers in ``text[start:end]`` that tell how many there were of what was named before.

    >>> [(c.low, c.words) for c in find_sums("It came to 2,350; the dead number sixty-two, nine in all.")]
    [(2350.0, '2,350'), (62.0, 'sixty-two'), (9.0, 'nine')]
    """
    end = len(text) if end is None else end
    if not _CUES.search(text, start, end):
        return
    taken: set[int] = set()
    for form in (_LED, _ADDED, _CLOSED):
        for found in form.finditer(text, start, end):
            first, last = found.span("much")
            value = read_number(found["much"].lower().replace(",", ""))
            beside = re.findall(r"[^\W\d_]+", text[max(start, first - 12) : last + 12].lower())
            if value is None or value < 2 or first in taken or _names(found) or not MONTHS.keys().isdisjoint(beside):
                continue
            taken.add(first)
            yield Count(Span(first, last), text[first:last], value, value, "", "bare", bool(found["about"]), last)
