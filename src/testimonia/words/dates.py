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
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from testimonia.model import Reason, Span

from .calendars import MONTHS, ORDINALS, SEASONS, gregorian
from .letters import small

__all__ = ["DateExpression", "Precision", "express", "find_dates", "resolve"]


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


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_M = rf"(?:{_any(MONTHS)})(?!\w)\.?"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|d|er|\.?º|-го|-е|\.(?=\s?[^\W\d]))?(?!\w)"
_D_BEHIND = _D.replace(r"|\.(?=\s?[^\W\d])", "")  # "on May 3. He left": the full stop closes the sentence
_Y = r"(?:1\d|20)\d\d(?!\w|[.,]\d)"
_TO = r"(?:\s?[-–—]{1,2}\s?|\s?/\s?|\s(?:to|till|until|through|bis|au|al)\s(?:the\s)?)"
_ALSO = r"\s(?:and|or|&)\s(?:the\s)?"
_VERB_AFTER_MAY = r"be|have|not|well|also|never|seem|come|go|do|yet|still"
_STREET = r"Street|Road|Avenue|Square|Lane|Boulevard|Terrace"  # "12 May Street" is a house
_STYLE = r"[(\[]?(?:O\.?\s?S\.?|N\.?\s?S\.?|(?:Old|New)[\s-]Style)[)\]]?"
_OF_YEAR = r"(?!(?-i:In|Of)\s)(?:(?:of|in)\s(?:the\syear\s)?|de\s|del\s)?"  # "In 1921" begins a sentence
_YEAR = (  # "1731/2" is a year that began in March for some and in January for others
    rf"(?:,?\s?(?P<style>{_STYLE}))?(?:(?:,?\s|[-.]|(?<=\.)){_OF_YEAR}(?P<year>{_Y})(?:/(?P<other>\d\d?)(?![\w/]))?"
    r"|,?\s['’](?P<short>\d\d)(?!\w))"
    rf"(?:,?\s?(?P<style2>{_STYLE}))?"
)
_LONE_STYLE = rf"(?:,?\s?(?P<style3>{_STYLE}))?"
_FLAGS = re.IGNORECASE

# the places where a date can begin; what may stand before it ("autumn of", "about", "early") is looked for backwards
_ANCHOR = re.compile(
    r"[0-9'’JFMASONDЯФМАИСОНДСЛБКТЧЛВЖГ](?<![\w.,:$£€#+][0-9'’A-ZА-Я])(?<!\d[-–—/][0-9])"
    r"(?:(?<=['’])(?=\d)|(?<![JFMASOND'’])|(?=a[nirgyo]|e[bpnstcz]|[äuUéE]|[AE][A-Z]|rz|[pvgbgockt]|[PVGBOCKT]|i[cu]))"
)
_ISO = re.compile(
    r"(?P<year>(?:1\d|20)\d\d)(?P<sep>[-/.])(?P<month>0\d|1[0-2])(?P=sep)(?P<day>[0-2]\d|3[01])(?:(?=T\d)|(?![\w-]))"
)
_NUMERIC = re.compile(rf"(?P<day>\d\d?)(?P<sep>[./-])\s?(?P<month>\d\d?|[IVX]{{1,4}})(?P=sep)\s?(?P<year>{_Y})")
_ROMAN = {n: i for i, n in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
_DAY_FIRST = re.compile(
    rf"(?P<d1>{_D})(?:(?P<to1>{_TO}|{_ALSO})(?P<d2>{_D}))?(?:\s?\((?P<dual1>{_D})\))?"
    rf"(?:\s|\.\s?|-)?(?:day\s)?(?:of\s|de\s|di\s|d['’])?(?P<m1>{_M})(?!\s(?:{_STREET})|(?<=May)\s(?:{_VERB_AFTER_MAY})\b)"
    rf"(?:\s?[(/]\s?(?P<dual2>{_D})\s(?P<dualm>{_M})\)?|(?P<to2>{_TO})(?P<d3>{_D})\s(?:of\s)?(?P<m2>{_M}))?"
    rf"(?:{_YEAR}|{_LONE_STYLE})",
    _FLAGS,
)
_MONTH_FIRST = re.compile(
    rf"(?P<m1>{_M})\s(?:the\s)?(?P<d1>{_D_BEHIND}|(?:{_any(ORDINALS)})(?!\w))(?!:\d|[.,]\d|\s?%)"
    rf"(?:\s?\((?P<dual1>{_D})\)|(?P<to1>{_TO}|{_ALSO}(?=(?:{_M}\s)?{_D}(?:,?\s\d{{4}}\b|[.;:)])))(?:(?P<m2>{_M})\s)?(?P<d2>{_D_BEHIND}))?"
    rf"(?:{_YEAR}|{_LONE_STYLE})",
    _FLAGS,
)
_MONTH_YEAR = re.compile(
    rf"(?P<m1>{_M})(?:(?P<to1>{_TO}|\s(?:and|or|und|et)\s)(?P<m2>{_M}))?"
    rf"(?:,?\s{_OF_YEAR}(?P<year>{_Y})|,?\s['’](?P<short>\d\d)(?!\w))",
    _FLAGS,
)
_YEARS = re.compile(
    r"(?P<year>(?:1\d|20)\d\d)(?:(?P<decade>['’]?[sS])(?!\w)|(?:(?P<to>\s?[-–—/]\s?|\s(?:to|or|until|till|through)\s(?=\d{4}))"
    r"(?P<end>\d{4}|\d\d)(?![\w-]|[.,]\d))?(?!\w|[.,]\d))(?P<doubt>\s?\?(?=[\])]))?"
)
_CENTURY = re.compile(r"(?P<nth>[1-2]?\d)(?:st|nd|rd|th)[\s-]century", _FLAGS)
_LONE_DAY = re.compile(
    r"(?P<day>3[01]|[12]?\d)(?:st|nd|rd|th)(?!\w)(?=[,.;:)\]]|\s?$|\s(?:inst|ult|prox)|\s(?:and|at|in|the|he|she|to|by|with|when|"
    r"of (?:this|that|the|last|next)|I|we|they|it|was|had)\b)(?:\s(?:inst(?:ant)?|ult(?:imo)?)\b\.?)?"
)
_SHORT = re.compile(r"['’](?P<short>\d\d)(?:(?P<decade>['’]?s)|\s?[-–/]\s?['’](?P<end>\d\d))?(?!\w)")
_SHORT_AFTER = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|to|during|after|before|early|late|mid|the|class|and|or)|[a-z]{3,}ber)[\s-]$",
    _FLAGS,
)
_LONE_DAY_AFTER = re.compile(
    r"\b(?:on|upon|of|from|until|till|to|by|before|after|under|dated|and|since|day),?\sthe\s$"
    r"|\b(?:to-?day|yesterday|to-?morrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|morning|evening|night|light|dawn|dusk|noon)"
    r",\sthe\s$",
    _FLAGS,
)

_CALLED = re.compile(r"\b(?:Mrs?|Miss|Ms|Dr|Sir)\.?\s$")  # and May is a name
_MONTH_BEFORE = re.compile(
    rf"(?<!\w)(?P<month>{_M})(?:,?\s|\s(?!(?-i:In|Of)\s)(?:of|in|de|del)\s(?:the\syear\s)?)$", _FLAGS
)
_SEASON_BEFORE = re.compile(rf"(?<!\w)(?P<season>{_any(SEASONS)})(?:,?\s|[\s-](?:of|de|del|von|in)\s)$", _FLAGS)
_ORDINAL_BEFORE = re.compile(rf"(?<![\w-])(?P<day>{_any(ORDINALS)})(?:\s(?:day\s)?of)?\s$", _FLAGS)
_VERBS = ("march", "may")  # without a capital
_PART_NAMES = {
    "early": "early|beginning|start|first half|first days|first weeks|Anfang|"
    "début|debut|principios|начале|начала|початку",
    "mid": "mid|middle|Mitte|milieu|mediados|середине|середины|середині",
    "late": "late|end|close|second half|latter half|last days|last weeks|Ende|"
    "fin|fines|finales|конце|конца|кінці|наприкінці",
}
_PARTS = {word.lower(): part for part, words in _PART_NAMES.items() for word in words.split("|")}
_PART_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<part>{_any(_PARTS)})(?:[\s-]|\s(?:in|of|de|del)\s)(?:the\s)?)$",
    _FLAGS,
)
_ABOUT_BEFORE = re.compile(
    r"(?<!\w)(?:about|around|circa|approximately|roughly|ca\.?|c\.|on or about|um|vers|gegen|около)\s?(?:the\s)?$",
    _FLAGS,
)
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|to|during|after|before|between|and|or|year|years|anno|im|jahre|en|dated|"
    r"through|throughout|was|for|than|on|the|that|with|г|в|с|до|по|depuis|seit|bis|early|mid|late|about|circa|around|season|"
    r"session|winter|начале|начала|конце|конца|середине|початку|кінці)|[,;(\[–—-]|\bca?\.|\bA\.?D\.?|\A)\s?$",
    _FLAGS,
)
_YEAR_SURE = re.compile(r"\b(?:in|since|until|year|im|en|early|late|mid|throughout|during)\s$", _FLAGS)
_YEAR_LIKELY = re.compile(r"\b(?P<word>of|the|by|from|after|before|between|than|till|about|around)\s$", _FLAGS)
_ANNO = re.compile(r"\b(?:A\.?\s?D\.?|year(?:\sof)?)\s$", _FLAGS)
_NUMBERED = frozenset(  # what is counted by numbers of its own
    "tel telephone phone no nr number page pages p pp room box lot model file article paragraph section line item "
    "psalm verse folio fol f ff vol order case cell ward".split()
)
_YEAR_CLOSED = re.compile(r"\s?(?:[,.;:)\]!?\n\"'”’]|$|[-–—]|\s(?:г\b|гг\b|р\b|and\b|or\b))")
_UNIT_AFTER = re.compile(
    r"\s(?!(?:and|or|as|but|the|when|he|she|it|his|was|is|were|are|to|by|with|in|at|on|for|had|has|have|this|that|who|which|"
    r"they|we|there|a|an|until|till|through|onwards?|would|will|did|its|their|her|года|году|года|год|р|року|році)\b)"
    r"(?P<unit>[^\W\d_A-ZА-ЯЄІЇҐ]+)"
)
_COUNTED = re.compile(  # what a number before it counts
    r"men|women|people|persons?|souls|head|sheep|cattle|horse(?:power|men)?|feet|foot|inch|miles?|per(?:cent|sons)?|million|"
    r"thousand|dozen|kilo\w*|kms?|tons?|tonnes?|pounds?|lbs?|dollars?|ro?u?bles?|francs?|marks?|crowns?|shillings?|pence|"
    r"guineas|yen|liras?|pesetas?|acres?|hectares?|metres?|meters?|lit(?:re|er)s?|volts?|watts?|kilowatts?|days?|weeks?|months?|"
    r"years?|hours?|minutes?|times|copies|pages|words|members|workers|soldiers|troops|prisoners|houses|ships|guns|rifles"
)
_COUNTED_NEXT = re.compile(
    rf"(?:\s(?:or|to|and)\s|\s?[-–]\s?)\d[\d.,]*\s(?:{_COUNTED.pattern})\b"
)  # "2000 or 3000 men"
_WHOLE_MONTH = re.compile(
    r"[^\W\d_]{6,}\.$|(?<!\w)(?:march|april|may|june|july|mai|mayo|juni|juli|juin|mars|abril|enero|avril)\.$", _FLAGS
)
_PART_WORDS = frozenset(word for part in _PARTS for word in part.split())
_ABOUT_WORDS = frozenset("about around circa approximately roughly ca ca. c. um vers gegen около".split())
_PARTERS = re.compile("['’-]")
_LONGEST = 400  # years that are told as one stretch
_LOOKBACK = 34  # code points before a date in which its season, "about the middle of" and the like stand


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
    if not all(_is_day(*map(int, day)) for day in re.findall(r"(\d{4})-(0\d|1[0-2])-(\d\d)", edtf)):
        return expression  # no 29 February in that year
    return replace(expression, edtf=edtf, reasons=(*expression.reasons, against))


def _read(text: str, at: int, low: int, end: int) -> DateExpression | None:
    sign = text[at]
    if sign in "'’":
        return _short_year(text, at, low, end)
    if not sign.isdecimal():
        if _CALLED.search(text, max(0, at - 6), at):
            return None
        return _month_first(text, at, low, end)
    if text[at : at + 4].isdecimal():
        return _year_first(text, at, low, end)
    found = _DAY_FIRST.match(text, at, end)
    if found is not None and not text.startswith(("-", "–"), at - 1):
        return _days(text, found, low)
    found = _NUMERIC.match(text, at, end)
    if found is not None:
        return _numeric(text, found)
    found = _CENTURY.match(text, at, end)
    if found is not None:
        return express(text, at, found.end(), f"{int(found['nth']) - 1:02d}XX", Precision.CENTURY, low)
    found = _LONE_DAY.match(text, at, end)
    if found is not None and _LONE_DAY_AFTER.search(text, max(low, at - 20), at):
        return express(text, at, found.end(), f"XXXX-XX-{int(found['day']):02d}", Precision.DAY, low)
    return None


def _month_first(text: str, at: int, low: int, end: int) -> DateExpression | None:
    found = _MONTH_FIRST.match(text, at, end)
    if found is not None:
        return _days(text, found, low)
    found = _MONTH_YEAR.match(text, at, end)
    if found is None:
        return None
    year = found["year"] or f"XX{found['short']}"
    first = f"{year}-{_month(found['m1']):02d}"
    before = _ORDINAL_BEFORE.search(text, max(low, at - 22), at)
    if found["m2"] is None:
        if before is not None:
            day = ORDINALS[small(before["day"])]
            return express(text, before.start("day"), found.end(), f"{first}-{day:02d}", Precision.DAY, low)
        return express(text, at, found.end(), first, Precision.MONTH, low)
    return express(
        text, at, found.end(), _both(first, f"{year}-{_month(found['m2']):02d}", found["to1"]), Precision.MONTH, low
    )


def _year(parts: dict[str, str | None]) -> str:
    """The year, or what of it is printed; of "1731/2" the one that began in January."""
    year, other, short = parts["year"], parts["other"], parts["short"]
    if year is None:
        return f"XX{short}" if short else "XXXX"
    following = f"{int(year) + 1:04d}"
    return following if other and following.endswith(other) else year


def _both(first: str, second: str, between: str) -> str:
    word = between.strip().lower()
    if word == "or":
        return f"[{first},{second}]"
    if word in ("and", "und", "et"):
        return f"{{{first},{second}}}"
    return f"{first}/{second}" if first <= second else first


def _days(text: str, found: re.Match[str], low: int) -> DateExpression | None:
    parts = found.groupdict()
    end = found.end()
    if parts["year"] and _is_of_next_sentence(text, found):
        end = found.end("m2" if parts["m2"] else "m1") - 1
        parts |= {"year": None, "other": None}
    year = _year(parts)
    month, day = _month(parts["m1"]), _day(parts["d1"])
    second = parts.get("d2") or parts.get("d3")
    last_month = _month(parts["m2"]) if parts["m2"] else month
    if not _is_day(_number(year), month, day):
        return None
    first = f"{year}-{month:02d}-{day:02d}"
    reasons: tuple[Reason, ...] = ()
    style = parts["style"] or parts["style2"] or parts["style3"]
    span = Span(found.start(), found.end())
    dual, dual_month = parts["dual1"] or parts.get("dual2"), parts.get("dualm")
    if dual is None and second and (parts.get("to1") or "").strip() == "/":
        dual, second = second, None  # 6/19 March
    if dual is not None:
        other = _month(dual_month) if dual_month else month
        first, reasons = _dual(year, (month, day), (other, _day(dual)), span, found.group())
    elif style is not None and style.strip("([").lower().startswith("o"):
        if parts["year"] and not second:
            first = gregorian(int(year), month, day)
            reasons = (Reason("printed as Old Style, reckoned over to the Gregorian calendar", found.group(), span),)
        elif not parts["year"]:
            reasons = (Reason("printed as Old Style, not reckoned over for want of a year", found.group(), span),)
    if second:
        if not _is_day(_number(year), last_month, _day(second)):
            return None
        last = f"{year}-{last_month:02d}-{_day(second):02d}"
        between = parts.get("to1") or parts.get("to2") or "-"
        first = _both(first, last, between)
    return express(text, found.start(), end, first, Precision.DAY, low, reasons)


def _is_of_next_sentence(text: str, found: re.Match[str]) -> bool:
    """Whether the year behind a whole month and a full stop opens a sentence: "on 12 June. 1921 was dry"."""
    month = found["m2"] or found["m1"]
    return (
        month.endswith(".")
        and text[found.end() : found.end() + 1] == " "
        and text[found.end() + 1 : found.end() + 2].islower()
        and _WHOLE_MONTH.search(month) is not None
        and found.start("year") - found.end("m2" if found["m2"] else "m1") == 1
    )


def _dual(
    year: str, one: tuple[int, int], other: tuple[int, int], span: Span, words: str
) -> tuple[str, tuple[Reason, ...]]:
    """Of a date in both reckonings, ``2 December (19 November)`` or ``6/19 March``, the Gregorian one."""
    plain = f"{year}-{one[0]:02d}-{one[1]:02d}"
    if not year.isdecimal() or not _is_day(int(year), *other):
        return plain, ()
    number = int(year)
    if gregorian(number, *one) == f"{year}-{other[0]:02d}-{other[1]:02d}":
        return f"{year}-{other[0]:02d}-{other[1]:02d}", (
            Reason("printed in both reckonings, the later one taken", words, span),
        )
    if gregorian(number, *other) == plain:
        return plain, (Reason("printed in both reckonings, the later one taken", words, span),)
    last = f"{year}-{other[0]:02d}-{other[1]:02d}"
    return (f"{plain}/{last}", ()) if plain < last else (plain, ())


def _numeric(text: str, found: re.Match[str]) -> DateExpression | None:
    roman = _ROMAN.get(found["month"])
    if roman is None and not found["month"].isdecimal():
        return None
    day, month, year = int(found["day"]), roman or int(found["month"]), int(found["year"])
    if found["sep"] == "/" and month > 12 >= day:
        day, month = month, day
    elif found["sep"] != "." and roman is None and day <= 12 and day != month:
        return None
    if not _is_day(year, month, day):
        return None
    span = Span(found.start(), found.end())
    return DateExpression(span, found.group(), f"{year:04d}-{month:02d}-{day:02d}", Precision.DAY)


def _year_first(text: str, at: int, low: int, end: int) -> DateExpression | None:
    found = _ISO.match(text, at, end)
    if found is not None and _is_day(int(found["year"]), int(found["month"]), int(found["day"])):
        edtf = found.group().replace(found["sep"], "-")
        return DateExpression(Span(at, found.end()), found.group(), edtf, Precision.DAY)
    found = _YEARS.match(text, at, end)
    if found is None:
        return None
    year, last = found["year"], found["end"]
    if found["decade"]:
        edtf, precision = (year[:3] + "X", Precision.DECADE) if year[3] == "0" else (year, Precision.YEAR)
        if year[2:] == "00":
            edtf, precision = year[:2] + "XX", Precision.CENTURY
        return express(text, at, found.end() - (0 if year[3] == "0" else len(found["decade"])), edtf, precision, low)
    before = text[max(low, at - _LOOKBACK) : at]
    last_words = {word.strip(".,") for word in _PARTERS.sub(" ", before.lower()).split()[-5:]}
    season = None if last_words.isdisjoint(SEASONS) else _SEASON_BEFORE.search(before)
    month = None if last_words.isdisjoint(MONTHS) else _MONTH_BEFORE.search(before)
    if last:
        too_far = len(last) == 4 and (int(last) > 2099 or int(last) - int(year) > _LONGEST)
        whole = last if len(last) == 4 else year[: 4 - len(last)] + last
        if (
            too_far
            or int(whole) <= int(year)
            or (len(last) == 2 and (text[found.end() : found.end() + 1] == "-" or int(whole) - int(year) > 60))
        ):
            found = re.compile(r"\d{4}").match(text, at, end)
            assert found is not None
            last = None
    begin = at
    if season is not None:
        begin = at - len(before) + season.start()
        edtf = f"{year}-{SEASONS[small(season['season'])]}"
        if last:  # a winter lies in two years
            edtf = f"{year}/{whole}"
        return express(text, begin, found.end(), edtf, Precision.SEASON, low)
    if month is not None and month["month"] in _VERBS and not month.group()[len(month["month"]) :].isspace():
        month = None  # "they came to march in 1911"
    if month is not None and not last:
        begin = at - len(before) + month.start()
        return express(text, begin, found.end(), f"{year}-{_month(month['month']):02d}", Precision.MONTH, low)
    if not _is_year(text, at, found.end(), end, int(year), ranged=bool(last)):
        return None
    edtf = year
    if last:
        edtf = f"[{year},{whole}]" if (found["to"] or "").strip() == "or" else f"{year}/{whole}"
    elif "doubt" in found.re.groupindex and found["doubt"]:
        edtf = f"{year}?"
    return express(text, begin, found.end(), edtf, Precision.YEAR, low)


def _is_year(text: str, at: int, stop: int, end: int, year: int, *, ranged: bool) -> bool:
    """Whether a number of four figures is a year and no amount."""
    before = text[max(0, at - 14) : at]
    if (year < 1400 and not _ANNO.search(before)) or _last_word(before) in _NUMBERED:
        return False
    if _COUNTED_NEXT.match(text, stop, end):
        return False
    cue = _YEAR_CUE.search(before)
    if _YEAR_CLOSED.match(text, stop, end):
        return cue is not None or at == 0 or (text[at - 1] in "\n " and (year % 100 != 0 or ranged))
    counts = _UNIT_AFTER.match(text, stop, end)
    if counts is None:
        return cue is not None or (ranged and text[max(0, at - 1) : at].isspace())
    if ranged:
        return cue is not None and not _COUNTED.fullmatch(counts["unit"])
    if year % 100 == 0 or _COUNTED.fullmatch(counts["unit"]):
        return False
    likely = _YEAR_LIKELY.search(before)
    if likely is None or _YEAR_SURE.search(before):
        return _YEAR_SURE.search(before) is not None
    # "the 1911 fire", "the 1905 riots", "the treaty of 1763 gives", but not "by 1844 letters"
    return not counts["unit"].endswith("s") or (likely["word"].lower() in ("the", "of") and year % 10 != 0)


def _last_word(before: str) -> str:
    return before.rstrip(" .").rsplit(" ", 1)[-1].lower().lstrip("([")


def _short_year(text: str, at: int, low: int, end: int) -> DateExpression | None:
    found = _SHORT.match(text, at, end)
    if found is None:
        return None
    before = text[max(low, at - _LOOKBACK) : at]
    season = _SEASON_BEFORE.search(before)
    year = f"XX{found['short']}"
    if found["decade"]:
        if found["short"][1] != "0" or not _SHORT_AFTER.search(before):
            return None
        return express(text, at, found.end(), f"XX{found['short'][0]}X", Precision.DECADE, low)
    if season is not None:
        begin = at - len(before) + season.start()
        return express(text, begin, found.end(), f"{year}-{SEASONS[small(season['season'])]}", Precision.SEASON, low)
    if not _SHORT_AFTER.search(before):
        return None
    if found["end"]:
        year = f"{year}/XX{found['end']}" if found["end"] > found["short"] else year
    return express(text, at, found.end(), year, Precision.YEAR, low)


def express(
    text: str, start: int, end: int, edtf: str, precision: Precision, low: int, reasons: tuple[Reason, ...] = ()
) -> DateExpression:
    """A date read between ``start`` and ``end``, with the words before it that belong to it, as far back as ``low``."""
    while text[end - 1].isspace():
        end -= 1
    if text[end - 1] == "." and _WHOLE_MONTH.search(text, max(start, end - 12), end):
        end -= 1  # the full stop of the sentence, not of a shortened month
    part = None
    last_words = {
        word.strip("(") for word in text[max(low, start - _LOOKBACK) : start].lower().replace("-", " ").split()
    }
    if precision is not Precision.DAY and not last_words.isdisjoint(_PART_WORDS):
        found = _PART_BEFORE.search(text, max(low, start - _LOOKBACK), start)
        if found is not None:
            part, start = _PARTS[small(found["part"])], found.start()
    if edtf[-1] not in "?]}" and "/" not in edtf and not last_words.isdisjoint(_ABOUT_WORDS):
        found = _ABOUT_BEFORE.search(text, max(low, start - 16), start)
        if found is not None:
            edtf, start = edtf + "~", found.start()
    return DateExpression(Span(start, end), text[start:end], edtf, precision, part, reasons)


def _month(words: str) -> int:
    return MONTHS[small(words.rstrip("."))]


def _day(words: str) -> int:
    figures = re.match(r"\d+", words)
    return int(figures.group()) if figures else ORDINALS[small(words)]


def _number(year: str) -> int | None:
    return int(year) if year.isdecimal() else None


def _is_day(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(2000 if year is None else year, month)[1]
