"""Dates that name their day or month: "11 May 1906", "May 11-13", "2 December (19 November)", "11.5.1906"."""

from __future__ import annotations

import re

from testimonia.model import Reason, Span

from .calendars import ORDINALS, gregorian
from .date_parts import (
    DAY,
    FLAGS,
    MONTH,
    WHOLE_MONTH,
    YEAR,
    DateExpression,
    Precision,
    any_of,
    as_number,
    day_number,
    express,
    is_day,
    month_number,
)
from .letters import small

_D_BEHIND = DAY.replace(r"|\.(?=\s?[^\W\d])", "")  # "on May 3. He left": the full stop closes the sentence
_TO = r"(?:\s?[-–—]{1,2}\s?|\s?/\s?|\s(?:to|till|until|through|bis|au|al)\s(?:the\s)?)"
_ALSO = r"\s(?:and|or|&)\s(?:the\s)?"
_VERB_AFTER_MAY = r"be|have|not|well|also|never|seem|come|go|do|yet|still"
_STREET = r"Street|Road|Avenue|Square|Lane|Boulevard|Terrace"  # "12 May Street" is a house
_STYLE = r"[(\[]?(?:O\.?\s?S\.?|N\.?\s?S\.?|(?:Old|New)[\s-]Style)[)\]]?"
_OF_YEAR = r"(?!(?-i:In|Of)\s)(?:(?:of|in)\s(?:the\syear\s)?|de\s|del\s)?"  # "In 1921" begins a sentence
_YEAR = (  # "1731/2" is a year that began in March for some and in January for others
    rf"(?:,?\s?(?P<style>{_STYLE}))?(?:(?:,?\s|[-.]|(?<=\.)){_OF_YEAR}(?P<year>{YEAR})(?:/(?P<other>\d\d?)(?![\w/]))?"
    r"|,?\s['’](?P<short>\d\d)(?!\w))"
    rf"(?:,?\s?(?P<style2>{_STYLE}))?"
)
_LONE_STYLE = rf"(?:,?\s?(?P<style3>{_STYLE}))?"
_NUMERIC = re.compile(rf"(?P<day>\d\d?)(?P<sep>[./-])\s?(?P<month>\d\d?|[IVX]{{1,4}})(?P=sep)\s?(?P<year>{YEAR})")
_ROMAN = {n: i for i, n in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
_DAY_FIRST = re.compile(
    rf"(?P<d1>{DAY})(?:(?P<to1>{_TO}|{_ALSO})(?P<d2>{DAY}))?(?:\s?\((?P<dual1>{DAY})\))?"
    rf"(?:\s|\.\s?|-)?(?:day\s)?(?:of\s|de\s|di\s|d['’])?(?P<m1>{MONTH})(?!\s(?:{_STREET})|(?<=May)\s(?:{_VERB_AFTER_MAY})\b)"
    rf"(?:\s?[(/]\s?(?P<dual2>{DAY})\s(?P<dualm>{MONTH})\)?|(?P<to2>{_TO})(?P<d3>{DAY})\s(?:of\s)?(?P<m2>{MONTH}))?"
    rf"(?:{_YEAR}|{_LONE_STYLE})",
    FLAGS,
)
_MONTH_FIRST = re.compile(
    rf"(?P<m1>{MONTH})\s(?:the\s)?(?P<d1>{_D_BEHIND}|(?:{any_of(ORDINALS)})(?!\w))(?!:\d|[.,]\d|\s?%)"
    rf"(?:\s?\((?P<dual1>{DAY})\)|(?P<to1>{_TO}|{_ALSO}(?=(?:{MONTH}\s)?{DAY}(?:,?\s\d{{4}}\b|[.;:)])))(?:(?P<m2>{MONTH})\s)?(?P<d2>{_D_BEHIND}))?"
    rf"(?:{_YEAR}|{_LONE_STYLE})",
    FLAGS,
)
_MONTH_YEAR = re.compile(
    rf"(?P<m1>{MONTH})(?:(?P<to1>{_TO}|\s(?:and|or|und|et)\s)(?P<m2>{MONTH}))?"
    rf"(?:,?\s{_OF_YEAR}(?P<year>{YEAR})|,?\s['’](?P<short>\d\d)(?!\w))",
    FLAGS,
)
_CENTURY = re.compile(r"(?P<nth>[1-2]?\d)(?:st|nd|rd|th)[\s-]century", FLAGS)
_LONE_DAY = re.compile(
    r"(?P<day>3[01]|[12]?\d)(?:st|nd|rd|th)(?!\w)(?=[,.;:)\]]|\s?$|\s(?:inst|ult|prox)|\s(?:and|at|in|the|he|she|to|by|with|when|"
    r"of (?:this|that|the|last|next)|I|we|they|it|was|had)\b)(?:\s(?:inst(?:ant)?|ult(?:imo)?)\b\.?)?"
)
_LONE_DAY_AFTER = re.compile(
    r"\b(?:on|upon|of|from|until|till|to|by|before|after|under|dated|and|since|day),?\sthe\s$"
    r"|\b(?:to-?day|yesterday|to-?morrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|morning|evening|night|light|dawn|dusk|noon)"
    r",\sthe\s$",
    FLAGS,
)
_CALLED = re.compile(r"\b(?:Mrs?|Miss|Ms|Dr|Sir)\.?\s$")  # and May is a name
_ORDINAL_BEFORE = re.compile(rf"(?<![\w-])(?P<day>{any_of(ORDINALS)})(?:\s(?:day\s)?of)?\s$", FLAGS)


def day_first(text: str, at: int, low: int, end: int) -> DateExpression | None:
    """A date whose day stands first, "11 May 1906", "11.5.1906", "the 11th"; "the 19th century" too."""
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


def month_first(text: str, at: int, low: int, end: int) -> DateExpression | None:
    """A date whose month stands first: "May 11-13, 1906", "May 1906"."""
    if _CALLED.search(text, max(0, at - 6), at):
        return None
    found = _MONTH_FIRST.match(text, at, end)
    if found is not None:
        return _days(text, found, low)
    found = _MONTH_YEAR.match(text, at, end)
    if found is None:
        return None
    year = found["year"] or f"XX{found['short']}"
    first = f"{year}-{month_number(found['m1']):02d}"
    before = _ORDINAL_BEFORE.search(text, max(low, at - 22), at)
    if found["m2"] is None:
        if before is not None:
            day = ORDINALS[small(before["day"])]
            return express(text, before.start("day"), found.end(), f"{first}-{day:02d}", Precision.DAY, low)
        return express(text, at, found.end(), first, Precision.MONTH, low)
    return express(
        text,
        at,
        found.end(),
        _both(first, f"{year}-{month_number(found['m2']):02d}", found["to1"]),
        Precision.MONTH,
        low,
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
    month, day = month_number(parts["m1"]), day_number(parts["d1"])
    second = parts.get("d2") or parts.get("d3")
    last_month = month_number(parts["m2"]) if parts["m2"] else month
    if not is_day(as_number(year), month, day):
        return None
    first = f"{year}-{month:02d}-{day:02d}"
    reasons: tuple[Reason, ...] = ()
    style = parts["style"] or parts["style2"] or parts["style3"]
    span = Span(found.start(), found.end())
    dual, dual_month = parts["dual1"] or parts.get("dual2"), parts.get("dualm")
    if dual is None and second and (parts.get("to1") or "").strip() == "/":
        dual, second = second, None  # 6/19 March
    if dual is not None:
        other = month_number(dual_month) if dual_month else month
        first, reasons = _dual(year, (month, day), (other, day_number(dual)), span, found.group())
    elif style is not None and style.strip("([").lower().startswith("o"):
        if parts["year"] and not second:
            first = gregorian(int(year), month, day)
            reasons = (Reason("printed as Old Style, reckoned over to the Gregorian calendar", found.group(), span),)
        elif not parts["year"]:
            reasons = (Reason("printed as Old Style, not reckoned over for want of a year", found.group(), span),)
    if second:
        if not is_day(as_number(year), last_month, day_number(second)):
            return None
        last = f"{year}-{last_month:02d}-{day_number(second):02d}"
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
        and WHOLE_MONTH.search(month) is not None
        and found.start("year") - found.end("m2" if found["m2"] else "m1") == 1
    )


def _dual(
    year: str, one: tuple[int, int], other: tuple[int, int], span: Span, words: str
) -> tuple[str, tuple[Reason, ...]]:
    """Of a date in both reckonings, ``2 December (19 November)`` or ``6/19 March``, the Gregorian one."""
    plain = f"{year}-{one[0]:02d}-{one[1]:02d}"
    if not year.isdecimal() or not is_day(int(year), *other):
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
    if not is_day(year, month, day):
        return None
    span = Span(found.start(), found.end())
    return DateExpression(span, found.group(), f"{year:04d}-{month:02d}-{day:02d}", Precision.DAY)
