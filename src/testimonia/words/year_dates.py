"""Dates that are years or stretches of them: "1906", "autumn of 1877", "1911-14", "the 1890s", "'48"."""

from __future__ import annotations

import re

from testimonia.model import Span

from .calendars import MONTHS, SEASONS
from .date_parts import FLAGS, LOOKBACK, MONTH, DateExpression, Precision, any_of, express, is_day, month_number
from .letters import small

_ISO = re.compile(
    r"(?P<year>(?:1\d|20)\d\d)(?P<sep>[-/.])(?P<month>0\d|1[0-2])(?P=sep)(?P<day>[0-2]\d|3[01])(?:(?=T\d)|(?![\w-]))"
)
_YEARS = re.compile(
    r"(?P<year>(?:1\d|20)\d\d)(?:(?P<decade>['’]?[sS])(?!\w)|(?:(?P<to>\s?[-–—/]\s?|\s(?:to|or|until|till|through)\s(?=\d{4}))"
    r"(?P<end>\d{4}|\d\d)(?![\w-]|[.,]\d))?(?!\w|[.,]\d))(?P<doubt>\s?\?(?=[\])]))?"
)
_SHORT = re.compile(r"['’](?P<short>\d\d)(?:(?P<decade>['’]?s)|\s?[-–/]\s?['’](?P<end>\d\d))?(?!\w)")
_SHORT_AFTER = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|to|during|after|before|early|late|mid|the|class|and|or)|[a-z]{3,}ber)[\s-]$",
    FLAGS,
)
_MONTH_BEFORE = re.compile(
    rf"(?<!\w)(?P<month>{MONTH})(?:,?\s|\s(?!(?-i:In|Of)\s)(?:of|in|de|del)\s(?:the\syear\s)?)$", FLAGS
)
_SEASON_BEFORE = re.compile(rf"(?<!\w)(?P<season>{any_of(SEASONS)})(?:,?\s|[\s-](?:of|de|del|von|in)\s)$", FLAGS)
_VERBS = ("march", "may")  # without a capital
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|from|to|during|after|before|between|and|or|year|years|anno|im|jahre|en|dated|"
    r"through|throughout|was|for|than|on|the|that|with|г|в|с|до|по|depuis|seit|bis|early|mid|late|about|circa|around|season|"
    r"session|winter|начале|начала|конце|конца|середине|початку|кінці)|[,;(\[–—-]|\bca?\.|\bA\.?D\.?|\A)\s?$",
    FLAGS,
)
_YEAR_SURE = re.compile(r"\b(?:in|since|until|year|im|en|early|late|mid|throughout|during)\s$", FLAGS)
_YEAR_LIKELY = re.compile(r"\b(?P<word>of|the|by|from|after|before|between|than|till|about|around)\s$", FLAGS)
_ANNO = re.compile(r"\b(?:A\.?\s?D\.?|year(?:\sof)?)\s$", FLAGS)
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
_PARTERS = re.compile("['’-]")
_LONGEST = 400  # years that are told as one stretch


def year_first(text: str, at: int, low: int, end: int) -> DateExpression | None:
    """A date that begins with a year of four figures, with a season or a month before it: "autumn of 1877"."""
    found = _ISO.match(text, at, end)
    if found is not None and is_day(int(found["year"]), int(found["month"]), int(found["day"])):
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
    before = text[max(low, at - LOOKBACK) : at]
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
        return express(text, begin, found.end(), f"{year}-{month_number(month['month']):02d}", Precision.MONTH, low)
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


def short_year(text: str, at: int, low: int, end: int) -> DateExpression | None:
    """A year or decade of two figures: "in '48", "the '90s"."""
    found = _SHORT.match(text, at, end)
    if found is None:
        return None
    before = text[max(low, at - LOOKBACK) : at]
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
