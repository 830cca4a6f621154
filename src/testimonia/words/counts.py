"""Printed numbers with what is counted, whatever that is: "312 former pupils", "nine others", "Eleven were drowned".

Wider than `words.amounts`, which knows its units: the counted noun is the word behind the number that looks like a
plural, and may be missing. A span of time is put in days, so that "eighteen months" and "two years" can be set side
by side.

Left out: dates, ordinals, "one", numbers that name a thing ("Article 12", "No. 2 boat"), pages and list marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from testimonia.model import Span

from .amounts import find_amounts, read_number
from .calendars import DAYS, MONTHS
from .stems import is_function_word, stem

__all__ = ["NUMBER", "Count", "find_counts", "find_deaths"]

_ONES = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_SCALES = "hundred thousand million dozen"
_ANY = "|".join(f"{word}" for word in (_ONES + " one " + _SCALES).split())
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?!\w))(?:\s(?:hundred|thousand|million))?"
    rf"|(?:an?\s+)?(?:{_ANY})\b(?:(?:[\s-]+|\s+and\s+)(?:{_ANY})\b)*"
)
_FOUND = re.compile(  # how any of it begins is looked at first, which passes over most words
    rf"\b(?=\d|a[blnprt\s]|s[eio]|n[ei]|ro|m[io]|o[nv]|le|f[eio]|u[np]|t[ehw]|e[il]|hu|do)(?:"
    rf"(?<![\w.,/'’-])(?:(?P<near>about|some|nearly|almost|around|approximately|roughly)\s+)?"
    rf"(?:(?P<bound>more\s+than|over|at\s+least|less\s+than|fewer\s+than|under|at\s+most|up\s+to|upwards\s+of)\s+)?"
    rf"(?:(?P<low>{NUMBER})(?:\s*--?\s*(?=\d)|\s*–\s*(?=\d)|\s+(?:to|or)\s+))?(?P<high>{NUMBER})(?![\w/])(?P<more>\s+or\s+(?:more|so))?"
    rf"|\b(?P<vague>several\s+(?:hundred|thousand|dozen)|dozens|hundreds|thousands|tens\s+of\s+thousands)\b)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"\b(?:only\s+)?(?P<often>(?<=only )once|once(?=\s+only)|twice|thrice|(?:{_ANY})\s+times|\d{{1,3}}\s+times)\b"
    r"(?!\s+(?:as|more|the|a)\b)",
    re.IGNORECASE,
)
_OFTEN_ENDS = re.compile(r"times|ce\b", re.IGNORECASE)  # one of which the above needs
_OFTEN = {"once": 1, "twice": 2, "thrice": 3}
_VAGUE = {
    "several hundred": (200, 999),
    "several thousand": (2000, 9999),
    "several dozen": (24, 99),
    "dozens": (24, 199),
    "hundreds": (200, 1999),
    "thousands": (2000, 19999),
    "tens of thousands": (20000, 199999),
}
_DAYS = {name: DAYS[name] for name in ("year", "month", "week", "day", "hour", "minute")}
_AFTER = re.compile(
    r"[\s-]+(?:of\s+(?:the\s+|its\s+|his\s+|their\s+|these\s+|those\s+|our\s+)?)?((?:[^\W\d_][\w'’-]*\s+){0,3}?)([^\W\d_]{2,}?s|men|women|people|children|dead|accused|persons|killed)\b(?!['’])"
)
_BARE = re.compile(r"\s+(?:of\s+(?:them|us|whom|these|those)\s+)?(?:were|was|had|have|are|got|received|more\s+were)\b")
_NAMING = re.compile(
    r"(?:\b(?:no|nos|article|articles|art|section|paragraph|page|pages|pp?|chapter|vol|volume|number|point|line|part|room|cell|file|order|fond|op|appendix|congress)\.?|№|§|#)\s*$",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(r"([^\W\d_]{3,})\.?\s*$")
_MONTH_AFTER = re.compile(r"\s*(?:st|nd|rd|th)?\s+(?:of\s+)?([^\W\d_]{3,})")
_DEATHS = re.compile(
    r"\b(?:deaths?|dead|fatalities|casualties|(?:loss|number|total) of (?:lives|deaths|dead))\b[^.;!?]{0,90}?\s"
    r"(?:are|is|were|was|numbers?|numbered|totall?ed|reached|came to|amount(?:ed)? to|stood at)\s+"
    r"(?:(?:about|some|nearly)\s)?(?P<much>(?:[a-z]+[- ](?:and )?){0,5}[a-z]+|\d[\d,]*)"
    r"(?=[,.;!?\"”’']|\s+(?:in all|men|people|persons|souls)\b)",
    re.IGNORECASE,
)
_NO_NOUN = frozenset("was is has his this its as always does us others' yes thus plus versus".split())


@dataclass(frozen=True, slots=True)
class Count:
    """A number at ``span`` with what it counts.

    ``low`` and ``high`` are the same where one value is stated; ``noun`` is the stem of the counted noun, empty where
    none is printed; ``kind`` is ``money``, ``time`` (the value is in days), ``persons``, ``things``, ``times`` (how
    often), another kind of `words.amounts`, or ``bare``; ``about`` says that the number is put as near and not exact.
    ``head`` is where the noun ends.
    """

    span: Span
    words: str
    low: float
    high: float
    noun: str
    kind: str
    about: bool = False
    head: int = 0


@cache
def _persons() -> frozenset[str]:
    return frozenset(
        stem(word)
        for word in (
            "persons people men women children passengers workers workmen officers soldiers defendants accused "
            "prisoners witnesses members engineers specialists victims survivors lives dead casualties delegates "
            "employees agents officials students peasants generals others"
        ).split()
    )


def find_counts(text: str, start: int = 0, end: int | None = None) -> list[Count]:
    """The counts in ``text[start:end]``, in order.

    >>> [(c.low, c.noun, c.kind) for c in find_counts("Of 84 passengers and two or three nuns eleven were saved.")]
    [(84.0, 'passeng', 'persons'), (2.0, 'nun', 'things'), (11.0, '', 'bare')]
    >>> find_counts("On 3 May 1911 he left No. 2 dock.")
    []
    """
    end = len(text) if end is None else end
    found: list[Count] = []
    taken: list[tuple[int, int]] = []
    for amount in find_amounts(text, start, end):
        low = amount.value if amount.value is not None else amount.min
        high = amount.value if amount.value is not None else amount.max
        if (low is None and high is None) or amount.shared is not None:
            continue
        if low is None:  # a bound: at most so many, or at least
            low = (high or 0.0) * 0.5
        if high is None:
            high = low * 1.5
        noun, scale = stem(amount.name), 1.0
        if amount.kind == "time":
            noun, scale = "day", _DAYS.get(amount.name, 1.0)
        elif amount.kind == "persons":
            noun = stem(amount.unit.lower())
        taken.append((amount.span.start, amount.span.end))
        found.append(
            Count(
                amount.span, amount.words, low * scale, high * scale, noun, amount.kind, amount.about, amount.span.end
            )
        )
    for match in _FOUND.finditer(text, start, end):
        count = _read(text, match, end)
        if count is not None and not any(a < count.span.end and count.span.start < b for a, b in taken):
            found.append(count)
    for match in _TIMES.finditer(text, start, end) if _OFTEN_ENDS.search(text, start, end) else ():
        low = float(_OFTEN.get(match["often"].lower(), 0)) or read_number(match["often"].split()[0]) or 0.0
        if low:
            found.append(Count(Span(*match.span()), match.group(), low, low, "", "times", head=match.end()))
    found.sort(key=lambda count: count.span.start)
    return found


def find_deaths(text: str, start: int, end: int) -> list[Count]:
    """How many died where the number stands behind its verb, in order.

    >>> [(c.words, c.low) for c in find_deaths("The deaths down to Easter are two hundred and ten.", 0, 50)]
    [('two hundred and ten', 210.0)]
    """
    found = []
    for match in _DEATHS.finditer(text, start, end):
        value = read_number(match["much"])
        if value is not None:
            span = Span(*match.span("much"))
            found.append(Count(span, match["much"], value, value, "", "bare", head=span.end))
    return found


def _read(text: str, match: re.Match[str], end: int) -> Count | None:
    before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() : min(end, match.end() + 60)]
    if match["vague"]:
        vague = _VAGUE.get(" ".join(match["vague"].lower().split()))
        if vague is None:  # a letter that is only taken for one of the word's, such as a long s
            return None
        low, high = map(float, vague)
        about = True
    else:
        value = read_number(match["high"])
        first = read_number(match["low"]) if match["low"] else None
        if (
            value is None
            or (value == 1.0 and not match["low"])
            or _NAMING.search(before)
            or _is_date(match, before, after)
        ):
            return None
        if first is not None and match["low"].isalpha():  # "two or three thousand"
            first *= next((s for s in (1000.0, 100.0) if value % s == 0 and first < value / s), 1.0)
        low, high = (first, value) if first is not None and first < value else (value, value)
        about = bool(match["near"] or match["more"])
        if match["bound"] or match["more"]:
            below = (match["bound"] or "").lower().startswith(("less", "fewer", "under", "at m", "up t"))
            low, high, about = (low * 0.5, high, True) if below else (low, high * 1.5, True)
    noun = _AFTER.match(after)
    if (
        noun is not None
        and noun[2].lower() not in _NO_NOUN
        and not any(is_function_word(word) and word not in ("other", "more", "own") for word in noun[1].lower().split())
    ):
        key = stem(noun[2].lower())
        kind = "persons" if key in _persons() else "things"
        span = Span(match.start(), match.end() + noun.end())
        days = _DAYS.get(noun[2].lower().removesuffix("s"))
        if days is not None:  # "four whole days"
            return Count(span, span.cut(text), low * days, high * days, "day", "time", about, span.end)
        return Count(span, span.cut(text), low, high, key, kind, about, span.end)
    if _BARE.match(after):
        return Count(Span(match.start(), match.end()), match.group(), low, high, "", "bare", about, match.end())
    return None


def _is_date(match: re.Match[str], before: str, after: str) -> bool:
    words = match.group()
    if not words.isdecimal():
        return bool(re.match(r"\s*(?:st|nd|rd|th|o['’]clock)\b", after))
    month = _MONTH_BEFORE.search(before)
    behind = _MONTH_AFTER.match(after)
    if (month is not None and month[1].lower() in MONTHS) or (behind is not None and behind[1].lower() in MONTHS):
        return True
    return len(words) == 4 and 1400 <= int(words) <= 2100
