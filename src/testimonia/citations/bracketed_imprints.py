# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Imprints in brackets: ``(Berlin: Dietz, 1989)``, ``(PhD diss., Northgate University, 1989)``."""

from __future__ import annotations

import re

from .dates import YEAR, find_years, strip_dates
from .imprint_words import NO_DATE, Bounds, Imprint, is_place_shaped, publishers_in, trim, words_at
from .places import find_places_before, is_city, is_region, lies_in, split_places
from .publishers import is_publisher

__all__ = ["find_thesis", "in_brackets"]

_THESIS = re.compile(
    r"\b(?:Ph\.?\s?D\.?|D\.?Phil\.?|M\.?\s?A\.?|M\.?\s?Sc\.?|Master['’]?s?|Doctoral|doctoral|Unpublished|unpublished|Diss|Inaugural-?Diss|Habil|Thèse|thèse|Дисс?|дис|канд|Tesis|Tese|Tesi)\b[^,()]{0,40}"
    r"(?:diss(?:ertation)?|thesis|Diss\.?|Thesis|Dissertation|Habilitationsschrift|de doctorat|doctoral|di laurea)?\b\.?"
)


def find_thesis(text: str, low: int, high: int) -> Bounds | None:
    """The words that say a work is a dissertation, where they open the stretch."""
    found = _THESIS.match(text, low, high)
    if found is None or not re.search(r"diss|thes|thès|tes[ie]|дис|habil", found.group(), re.IGNORECASE):
        return None
    return found.span()


def in_brackets(text: str, low: int, high: int) -> Imprint | None:
    """The imprint in one of the last brackets of ``text[low:high]`` that holds a year, a colon or a thesis."""
    close = high
    for _ in range(4):
        close = text.rfind(")", low, close)
        if close < 0:
            return None
        opening = text.rfind("(", low, close)
        if opening < 0:
            return None
        inner_start, inner_end = opening + 1, close
        has_year = YEAR.search(text, inner_start, inner_end) is not None
        colon = text.find(":", inner_start, inner_end) > 0
        if has_year or colon or NO_DATE.search(text, inner_start, inner_end):
            only_date = has_year and re.match(r"\W*$", strip_dates(text[inner_start:inner_end]))
            if not only_date:
                thesis = _THESIS.match(text, inner_start, inner_end)
                if thesis and re.search(r"diss|thes|thès|tes[ie]|дис|habil", thesis.group(), re.IGNORECASE):
                    years = find_years(text, inner_start, inner_end)
                    stop = years[-1].start() if years else inner_end
                    return Imprint(
                        opening,
                        close + 1,
                        [],
                        publishers_in(text, thesis.end(), stop),
                        years[-1].span("year") if years else None,
                        bracketed=True,
                        thesis=thesis.span(),
                    )
                found = _content(text, inner_start, inner_end)
                if found is not None:
                    found.start, found.end = opening, close + 1
                    return found
        close = opening
    return None


def _content(text: str, start: int, end: int) -> Imprint | None:
    """An imprint that fills ``text[start:end]``: what stands in brackets after a title."""
    years = find_years(text, start, end)
    last = years[-1] if years else None
    year = last.span("year") if last else None
    stop = last.start() if last and last.end() >= end - 3 else end
    dateless = NO_DATE.search(text, start, end)
    if dateless and not year:
        stop = dateless.start()
    imprint = Imprint(start, end, [], [], year, bracketed=True)
    if len(years) > 1 and years[0].start() - start < 2:
        # "(1878; repr., New York: …, 1999)"
        imprint.original = years[0].span("year")
        start = years[0].end()
        found = re.compile(r"[\s;,]*(?:repr(?:int(?:ed)?)?\.?,?)?\s*").match(text, start, end)
        start = found.end() if found else start
    parts = [(start, stop)]
    if text.count(":", start, stop) > 1 and ";" in text[start:stop]:
        parts, at = [], start
        for found in re.compile(";").finditer(text, start, stop):
            parts.append((at, found.start()))
            at = found.end()
        parts.append((at, stop))
    for a, b in parts:
        colon = text.find(":", a, b)
        while colon > 0:
            places = find_places_before(text, a, colon)
            if places is not None and not text[a : places[0]].strip(" .,;([") and colon - a < 90:
                imprint.places += split_places(text, a, colon)
                imprint.publishers += publishers_in(text, colon + 1, b)
                break
            if places is not None and places[1]:
                imprint.places += split_places(text, places[0], colon)
                imprint.publishers += publishers_in(text, colon + 1, b)
                imprint.start = a
                break
            colon = text.find(":", colon + 1, b)
        else:
            if not _no_colon(text, a, b, imprint):
                return None
    return imprint


_KIND = re.compile(
    r"(?:privately\s+(?:printed|published)|(?:unpublished\s+)?(?:transcript|typescript|manuscript)|mimeographed|pamphlet)"
    r"(?![^\W\d_])[\s,;]*"
)


_NAMED = re.compile(r"[^\W\d_a-zа-я][^\W\d_]*\.?(?:[ -][^\W\d_a-zа-я][^\W\d_]*\.?){0,2}")  # "Port Ellis", "St. Ives"


def _no_colon(text: str, start: int, end: int, imprint: Imprint) -> bool:
    """``Berlin``, ``Berlin, Dietz``, ``Dietz, Berlin``, ``Penguin``, ``privately printed, Riga``."""
    a, b = trim(text, start, end)
    kind = _KIND.match(text, a, b)
    if kind is not None:
        a, b = trim(text, kind.end(), b)
    if a >= b:
        return True
    if kind is not None and _NAMED.fullmatch(text, a, b) and not is_publisher(text, a, b):
        imprint.places.append((a, b))
        return True
    comma = text.find(",", a, b)
    if comma > 0 and text.find(",", comma + 1, b) < 0 and imprint.year and is_publisher(text, a, comma):
        behind = trim(text, comma + 1, b)
        if _NAMED.fullmatch(text, *behind) and not is_publisher(text, *behind):
            imprint.publishers += publishers_in(text, a, comma)
            imprint.places.append(behind)
            return True
    pieces = split_places(text, a, b)
    head = 0
    while head < len(pieces) and (
        is_city(words_at(text, pieces[head])) or is_region(words_at(text, pieces[head])) or _city_in(text, pieces[head])
    ):
        head += 1
    if head:
        imprint.places += pieces[:head]
        if head < len(pieces):
            imprint.publishers += publishers_in(text, pieces[head][0], b)
        return True
    tail = len(pieces)
    while tail and (is_city(words_at(text, pieces[tail - 1])) or _city_in(text, pieces[tail - 1])):
        tail -= 1
    if tail < len(pieces):
        imprint.places += pieces[tail:]
        imprint.publishers += publishers_in(text, a, pieces[tail - 1][1])
        return True
    words = text[a:b]
    if is_publisher(text, a, b):
        imprint.publishers += publishers_in(text, a, b)
        return True
    if len(pieces) == 1 and imprint.year and len(words.split()) <= 3 and words[0].isupper():
        imprint.places += [(a, b)] if text[b : b + 1] == "," and is_place_shaped(words) else []
        if not imprint.places:
            imprint.publishers += publishers_in(text, a, b)
        return True
    if len(pieces) <= 3 and imprint.year and words[0].isupper() and len(words) < 70:
        imprint.publishers += publishers_in(text, a, b)
        return True
    return False


def _city_in(text: str, bounds: Bounds) -> bool:
    comma = text.find(",", *bounds)
    return (
        comma > 0
        and is_region(text[comma + 1 : bounds[1]])
        and lies_in(text[bounds[0] : comma], text[comma + 1 : bounds[1]])
    )
