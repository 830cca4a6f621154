"""Printed places of publication: which words are a city, and which region, state or country it lies in.

The knowledge stands in ``places.txt`` beside this module, where a reader can add to it. What it settles is
whether a comma parts two places (``London, New York``) or a place and where it lies (``Cambridge, Mass.``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

__all__ = ["find_places_before", "is_city", "is_region", "lies_in", "split_places"]

Bounds = tuple[int, int]

LONGEST_PLACE_LINE = 110  # characters before a colon that can still be places: six cities, or four with states
USUAL_PLACE_LINE = 45  # what is looked at first: two cities with states

_DROPPED = {ord(c): None for c in " .\t\n\r\u00a0\u2009\u202f'’[]?"}
# What stands between two places. A full stop is no boundary inside "N. Y." nor after "St".
_BOUNDARY = re.compile(
    r"[,;/]\s*"
    r"|[.?!](?<!\bSt\.)(?<!\bFt\.)['\"”’»)\]]*\s+(?![^\W\d_](?:\.|$))"
    r"|[\"”»)\]]\s+"
    r"|\s(?:[&–—-]|and|und|et|y|и)\s+"
    r"|–(?<=\w–)(?=\w)"
)
# a word after which somebody is named
_NAMES_NEXT = re.compile(
    r"\b(?:[Ee]ds?|[Tt]ransl?|[Tt]r|[Cc]omps?|[Hh]rsg|[Hh]g|[Üü]bers|[Tt]rad|[Éé]ds?|by|von|par|de|di|ред|пер)\.?\s$"
)
_LOWER_IN_PLACES = frozenset("am an on upon sur de la le der den du del ob bei en a im o y e".split())
_SEVERAL = re.compile(r"[,;/&–—-]|[.?!\"”»)\]]\s|\s(?:and|und|et|y|и)\s")
_NOT_PLACE = frozenset(
    "part volume vol book band teil tome chapter chap the a an in on of and or series no nr number appendix "
    "section trans translated edited ed eds hrsg letter letters part report reports introduction preface".split()
)


def _key(words: str) -> str:
    return words.casefold().translate(_DROPPED)


@cache
def _gazetteer() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Codes of the regions by printed name, and codes of where a city lies by printed name."""
    regions: dict[str, frozenset[str]] = {}
    cities: dict[str, frozenset[str]] = {}
    into = regions
    for line in (files(__package__) / "places.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            into = regions if line.startswith("[regions]") else cities
            continue
        if not line or line.startswith("#"):
            continue
        left, _, right = line.partition("=" if into is regions else ":")
        codes = frozenset(left.split())
        for name in right.split(";"):
            plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
            for key in {_key(name), _key(plain)}:
                into[key] = into.get(key, frozenset()) | codes
    return regions, cities


def is_city(words: str) -> bool:
    """Whether books are known to be published there.

    >>> is_city("New York"), is_city("N. Y."), is_city("Terror")
    (True, True, False)
    """
    return _key(words) in _gazetteer()[1]


def is_region(words: str) -> bool:
    """Whether the words name a state, province, county or country, in full or shortened."""
    return _key(words) in _gazetteer()[0]


def lies_in(place: str, region: str) -> bool:
    """Whether ``place, region`` is one place: true of ``Cambridge, Mass.``, not of ``Cambridge, N. Y.``

    A place that is not known is taken to lie in whatever region is printed after it.
    """
    regions, cities = _gazetteer()
    within = regions.get(_key(region))
    if within is None:
        return False
    known = cities.get(_key(place))
    return known is None or bool(known & within)


def _part(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Chunks of ``text[start:end]`` as (start, end, what stands before it)."""
    chunks: list[tuple[int, int, str]] = []
    at, before = start, ""
    for found in _BOUNDARY.finditer(text, start, end):
        if found.start() > at or chunks:
            chunks.append((at, found.start(), before))
        at, before = found.end(), found.group().strip()[:1] or " "
    chunks.append((at, end, before))
    return chunks


def _trim(text: str, start: int, end: int) -> Bounds:
    while start < end and text[start] in " \t\u00a0([{,;:'\"“”":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0,;:":
        end -= 1
    return start, end


def split_places(text: str, start: int, end: int) -> list[Bounds]:
    """The places printed in ``text[start:end]``, as spans of the text.

    >>> line = "London, New York and Cambridge, Mass."
    >>> [line[a:b] for a, b in split_places(line, 0, len(line))]
    ['London', 'New York', 'Cambridge, Mass.']
    """
    if text[start:end].isalpha():
        return [(start, end)]
    regions, _ = _gazetteer()
    places: list[Bounds] = []
    if _SEVERAL.search(text, start, end) is None:
        start, end = _trim(text, start, end)
        return [(start, end)] if start < end else []
    for a, b, before in _part(text, start, end):
        a, b = _trim(text, a, b)
        if a >= b:
            continue
        if places and before == "," and _key(text[a:b]) in regions:
            last = places[-1]
            comma = text.rfind(",", last[0], last[1])
            # "Cambridge, Mass., USA": what is weighed is the first part, the rest only narrows it down
            head = text[last[0] : comma] if comma > 0 else text[last[0] : last[1]]
            if lies_in(head, text[a:b]):
                places[-1] = (last[0], b)
                continue
        places.append((a, b))
    return places


def find_places_before(text: str, low: int, colon: int) -> tuple[int, bool] | None:
    """Where the places begin that a colon closes, and whether the first of them is known.

    Walks back from the colon over cities, and regions after their cities. ``None`` says that what stands
    there is no place: it is too long, not capitalised, or a word such as ``Part``.
    """
    stop = text.rfind(". ", low, colon)
    word = text[stop + 2 : colon]
    if (
        stop > 1
        and word.replace(" ", "", 1).isalpha()
        and text[stop - 2 : stop] not in ("St", "Ft")
        and _key(word) in _gazetteer()[1]
    ):
        # ". London:" and ". New York:", one city after a sentence
        return stop + 2, True
    window = colon - USUAL_PLACE_LINE
    if window > low:
        # cut where a word begins
        window = text.find(" ", window, colon) + 1
        if window:
            found = _walk_back(text, window, colon)
            if found is None or found[0] > window:
                return found
    return _walk_back(text, max(low, colon - LONGEST_PLACE_LINE), colon)


def _walk_back(text: str, window: int, colon: int) -> tuple[int, bool] | None:
    regions, cities = _gazetteer()
    chunks = _part(text, window, colon)
    start: int | None = None
    known = False
    index = len(chunks) - 1
    while index >= 0:
        a, b, before = chunks[index]
        a, b = _trim(text, a, b)
        # "in: Harbour Review" stands in no Indiana
        key = _key(text[a:b]) if b - a > 3 or not text[a : a + 1].islower() else ""
        joined = before in (",", ";", "/", "&", "–", "-", "—", "a", "u", "e", "y", "и")
        if not key:
            if start is None:
                return None
            break
        if key in cities and not (key in regions and joined and index and before == ","):
            start, known = a, True
        elif key in regions:
            # the region's own place stands before the comma; where it is no name, the region is the place
            if before == "," and index:
                c, d, _ = chunks[index - 1]
                c, d = _trim(text, c, d)
                other = text[c:d]
                if key in cities and _key(other) not in cities and _NAMES_NEXT.search(text, max(window, c - 14), c):
                    start, known = a, True  # "trans. Ann Hartley, New York"
                    break
                if _is_place_like(other) and (start is None or _key(other) in cities or lies_in(other, text[a:b])):
                    start, known = c, True
                    index -= 2
                    before = chunks[index + 1][2]
                    if before not in (",", ";", "/", "&", "–", "-", "—", "a", "u", "e", "y", "и"):
                        break
                    continue
            start, known = a, True
        elif start is None:
            if not _is_place_like(text[a:b]):
                return None
            start = a
        else:
            break
        if not joined:
            break
        index -= 1
    return None if start is None else (start, known)


def _is_place_like(words: str) -> bool:
    tokens = words.split()
    return (
        0 < len(tokens) <= 4
        and len(words) <= 40
        and words[0].isupper()
        and tokens[-1][:1].isupper()
        and not any(c.isdecimal() for c in words)
        and tokens[0].casefold().rstrip(".") not in _NOT_PLACE
        and words[-1] not in "?!"
        and all(t[:1].isupper() or t in _LOWER_IN_PLACES for t in tokens)
        and not any(c in '"“”«»()*' for c in words)
    )
