# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Imprints without brackets or a colon, told by a city, by the title's sentence or by the year at the end."""

from __future__ import annotations

import re

from testimonia.words.names import is_given_name

from .dates import MONTH, end_year, last_date
from .imprint_words import Bounds, Imprint, is_common, is_place_shaped, publishers_in, trim, words_at
from .places import is_city, is_region, split_places
from .publishers import LONGEST_PUBLISHER, could_publish, is_publisher

__all__ = ["by_city", "by_sentence", "by_year"]

_MONTH = re.compile(rf"(?P<day_before>\d{{1,2}}\.?\s(?:de\s)?)?{MONTH}(?P<day>\s\d{{1,2}})?$")
# What parts a citation without brackets. No full stop parts initials or the words of a house ("Univ. Press"), and no
# comma the partners of one ("Little, Brown") or its legal form.
_CHUNK = re.compile(
    r"\.(?<!\b[A-ZА-Я].)(?<!\b[Uu]niv.)(?<!\bSt.)(?<!\bWm.)(?<!\bVic.)(?<!\bGeo.)(?<!\bJas.)(?<!\bChas.)(?<!\bThos.)(?<!\b[a-z]\.[a-z].)[\"”»’]?\s+|[?!][\"”»’]?[.,]?\s+"
    r"|[,;](?<!\bLittle.)(?<!\bHarcourt.)(?<!\bFarrar.)(?<!\bHolt.)(?<!\bLongmans.)(?<!\bKegan Paul.)(?<!\bDuell.)(?<!\bDodd.)"
    r"(?!\s(?:[Ll]td|[Ll]imited|Inc|Co|GmbH|S\.A)\b)\s*|\s[–—-]\s|:\s|$"
)
_AFTER_ROLE = re.compile(
    r"\b(?:[Ee]ds?|[Tt]rans|[Hh]rsg|[Hh]g|[Dd]ir|[ÉEée]ds?|[Tt]rad|[Cc]omps?|by|von|par|di|de|в|под ред|[Рр]ед)\.?\s$"
)
_CONTRIBUTED = re.compile(r"(?:[Ee]dited|[Tt]ranslated|[Cc]ompiled|[Hh]erausgegeben|[Üü]bersetzt) (?:by|von)\s")
_PRIVATE = re.compile(r"[Pp]rivately\s(?:printed|published|circulated|issued)")
_CLOSING_QUOTE = re.compile(r"[”»]|\"(?=[\s.,])|[’'](?=[.,]?\s)")
_BEFORE_YEAR = frozenset(
    "in of since from the to until till by before after around about circa and or im von vom seit bis nach vor en de du depuis dans "
    "au à del nel dal в с до от года was year".split()
)


def by_city(text: str, low: int, high: int, title: int, dated: bool = False) -> Imprint | None:
    """``Title, London, Northgate, 1945``; ``Title. Berlin 1999``; ``Title, Seuil, Paris, 2007``."""
    year = end_year(text, max(low, title), high) if dated else end_year(text, low, high)
    stop = year.start() if year else high
    if year and high - year.end() > 40:
        return None
    chunks = _chunks(text, low, stop)
    end = year.end() if year else stop
    # the first words after the names are the title's
    first_of_title = next((n for n, c in enumerate(chunks) if c[1] > title + 1), 0)
    for index in range(len(chunks) - 1, 0, -1):
        a, b = _trim_chunk(text, chunks[index][0], chunks[index][1])
        if index <= first_of_title and title > low:
            return None
        if not is_city(text[a:b]) and not _several_cities(text, a, b):
            continue
        first = index
        while first > 1 and chunks[first][2] == ",":
            c, d = _trim_chunk(text, *chunks[first - 1][:2])
            if is_city(text[c:d]) and first - 1 > first_of_title:
                first -= 1
            else:
                break
        last = index
        while (
            last + 1 < len(chunks)
            and chunks[last + 1][2] == ","
            and is_region(text[slice(*_trim_chunk(text, *chunks[last + 1][:2]))])
        ):
            last += 1
        places = split_places(text, chunks[first][0], chunks[last][1])
        publishers = publishers_in(text, chunks[last][1], stop) if last + 1 < len(chunks) else []
        begin = chunks[first][0]
        month = _MONTH.match(text, *publishers[0]) if publishers else None
        if month is not None and (month["day"] or month["day_before"]):
            # "Northern Post. Leeds, March 14, 1903" is dated, and nobody published it
            return None
        if month is not None:
            publishers = []  # "Leeds, March 1903"
        if not publishers:
            # the publisher may stand before the place
            c, d = chunks[first - 1][:2]
            if first - 1 > first_of_title and _PRIVATE.fullmatch(text, *trim(text, c, d)):
                begin = c  # no house, and no part of the title
            elif (
                first > 1
                and chunks[first][2] in (",", ":")
                and d - c < LONGEST_PUBLISHER
                and (first - 1 > first_of_title or title == low)
                and (is_publisher(text, c, d) or (first - 1 > first_of_title and could_publish(text, c, d)))
                and not _AFTER_ROLE.search(text, low, c)
            ):
                publishers = [trim(text, c, d)]
                begin = c
            elif not (year or dated):
                continue
        elif (not (year or dated) and not is_publisher(text, *publishers[0])) or (
            chunks[first][2] == ","
            and not is_publisher(text, *publishers[0])
            and len(words_at(text, publishers[0])) > 45
        ):
            continue
        return Imprint(begin, end, places, publishers, year.span("year") if year else None)
    return None


def by_sentence(text: str, low: int, high: int, alone: bool) -> Imprint | None:
    """A publisher alone after the title's sentence, where the year stands behind the names: ``Title. Northgate Press``.

    Or a place alone behind a comma, in no gazetteer, that ends as the names of towns do (``Title, Ostermouth``).
    ``alone`` allows one that no word tells.
    """
    chunks = _chunks(text, low, high)
    if len(chunks) < 2 or chunks[-1][1] < high - 2:
        return None
    a, b = trim(text, *chunks[-1][:2])
    if chunks[-1][2] == "," and is_place_shaped(text[a:b]) and not is_common(text, a, b):
        return Imprint(chunks[-1][0], high, [(a, b)], [])
    if chunks[-1][2][:1] not in (".", "?", "!") or _CLOSING_QUOTE.search(text, max(low, chunks[-1][0] - 3), a):
        # what follows a title in quotation marks is what holds it
        return None
    if not could_publish(text, a, b) or not (alone or is_publisher(text, a, b)):
        return None
    return Imprint(chunks[-1][0], high, [], [(a, b)])


def by_year(text: str, low: int, high: int, title: int) -> Imprint | None:
    """A year at the end, with a publisher before it where its words or its shape tell it."""
    year = end_year(text, low, high)
    if year is None or text[year.end() : high].strip(' .,;)]"”*'):
        return None
    date = last_date(text, low, high)
    if date is not None and date.end() >= year.end() - 1:
        return None
    stop = year.start()
    imprint = Imprint(year.start(), year.end(), [], [], year.span("year"))
    chunks = _chunks(text, low, stop)
    first_of_title = next((n for n, c in enumerate(chunks) if c[1] > title + 1), 0)
    if chunks and (len(chunks) > 1 or chunks[0][2]):
        begin, a, b, mark = chunks[-1][0], *trim(text, *chunks[-1][:2]), chunks[-1][2]
        earlier = trim(text, *chunks[-2][:2]) if len(chunks) - 2 > first_of_title else None
        parted = text[stop - 2 : stop] == ", "
        # what follows a title in quotation marks is what holds it
        is_further = len(chunks) - 1 > first_of_title and title > low and not _CLOSING_QUOTE.search(text, title, begin)
        if earlier and mark == "," and parted and is_place_shaped(text[slice(*earlier)]) and could_publish(text, a, b):
            # "Kirkhaven, Northgate, 1912"
            imprint.places, imprint.publishers, imprint.start = [earlier], [(a, b)], earlier[0]
            return imprint
        is_place = len(chunks) - 1 > first_of_title and is_place_shaped(text[a:b])
        is_further = is_further and parted and mark != ","
        if (
            mark == ","
            and parted
            and earlier
            and _is_contribution(text, low, *earlier, a)
            and could_publish(text, a, b)
        ):
            # "“The Wreck.” Ships and Men, edited by Piers Lowe, Northgate, 1931"
            imprint.publishers, imprint.start = [(a, b)], begin
            return imprint
        if not is_place and (is_publisher(text, a, b) or (is_further and could_publish(text, a, b))):
            if b - a < 70:
                imprint.publishers, imprint.start = [(a, b)], begin
            return imprint
        if is_place:
            imprint.places, imprint.start = [(a, b)], begin
            if mark == "," and earlier and could_publish(text, *earlier):
                # "Northgate Press, Kirkhaven 1912"
                imprint.publishers, imprint.start = [earlier], earlier[0]
            return imprint
    if text[max(low, stop - 2) : stop].strip() in (",", ".", "", "(", "[", ";", ".,"):
        return imprint
    return imprint if len(chunks) - 1 <= first_of_title and _closes_title(text, low, stop) else None


def _is_contribution(text: str, low: int, start: int, end: int, behind: int) -> bool:
    """Whether ``text[start:end]`` names an editor or translator, and what stands behind is no further one."""
    if _CONTRIBUTED.match(text, start, end) is None and not (
        text[start].isupper() and _AFTER_ROLE.search(text, low, start) is not None
    ):
        return False
    first = text[behind:].split(None, 1)[0]
    return "." not in first and not is_given_name(first)


def _closes_title(text: str, low: int, stop: int) -> bool:
    """Whether a year without a mark before it dates the work: ``The Harbours of the Northern Coast 2001``."""
    words = text[max(low, stop - 60) : stop].split()
    return len(words) >= 3 and words[-1][-1:].isalnum() and words[-1].casefold() not in _BEFORE_YEAR


def _several_cities(text: str, start: int, end: int) -> bool:
    if end - start > 60 or not re.search(r"\s(?:and|und|et|y|e|и)\s|[/&–-]", text[start:end]):
        return False
    places = split_places(text, start, end)
    return len(places) > 1 and all(is_city(words_at(text, p)) for p in places)


def _chunks(text: str, low: int, stop: int) -> list[tuple[int, int, str]]:
    """What marks part in ``text[low:stop]``: start, end, and the mark before it."""
    chunks: list[tuple[int, int, str]] = []
    at, before = low, ""
    for found in _CHUNK.finditer(text, low, stop):
        if found.start() > at:
            chunks.append((at, found.start(), before))
        at, before = found.end(), found.group().strip()
        if found.end() == found.start():
            break
    return chunks


def _trim_chunk(text: str, start: int, end: int) -> Bounds:
    while start < end and text[start] in " ([":
        start += 1
    while end > start and text[end - 1] in " .,;([)]":
        end -= 1
    return start, end
