# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Imprints: place, publisher and year, wherever in the citation they stand and however they are divided."""

from __future__ import annotations

import re
from dataclasses import dataclass

from testimonia.words.lexicon import is_english_word
from testimonia.words.names import is_given_name

from .dates import DATE, MONTH, YEAR, end_year, find_years, last_date, strip_dates
from .places import find_places_before, is_city, is_region, lies_in, split_places
from .publishers import LONGEST_PUBLISHER, could_publish, is_publisher

__all__ = ["Imprint", "find_imprint", "find_thesis"]

Bounds = tuple[int, int]

_NO_DATE = re.compile(r"\b(?:n\.\s?d\.|s\.\s?[da]\.|s/f|o\.\s?J\.|б\.\s?г\.|no date|forthcoming|in press)")
_NO_NAME = re.compile(r"(?:n\.\s?p\.?|s\.\s?[nl]\.?|o\.\s?O\.?|\[?s\.\s?n\.?\]?|б\.\s?и\.?)$")
_NO_NAME_LETTERS = frozenset("nso[б")
_PLACE_ENDS = re.compile(
    r"[^\W\d_]+(?:grad|gorod|burg|bourg|burgh|borough|ville|haven|hafen|havn|stadt|furt|ford|berg|heim|hausen|mouth|pool|polis|ham|hampton|"
    r"minster|chester|caster|cester|wick|wich|bury|bridge|by|stad|holm|dorf|brück|ston|abad|pur|ow|sk|szcz|cheng)$"
)


def _is_place_shaped(words: str) -> bool:
    """Whether a single word in no gazetteer ends as the names of towns do."""
    return words[:1].isupper() and _PLACE_ENDS.match(words) is not None


_ABBREVIATED = re.compile(
    r"\b(?:Co|Cie|Inc|Ltd|ltd|Pub|Publ|Univ|Verl|Bros|Corp|Pr|Assn|Dept|Govt|Off|Print|Ptg|cia|Cía|Hnos|Bd|St|Y|C|S|A|R|D|U|P|L|F|B|B\.V|N\.V|S\.A)\.$"
)

FIRST_LINE = 400  # characters from the end of the core within which an imprint is looked for


@dataclass(slots=True)
class Imprint:
    """An imprint: from ``start`` to ``end``; ``known`` where its place is in the gazetteer."""

    start: int
    end: int
    places: list[Bounds]
    publishers: list[Bounds]
    year: Bounds | None = None
    known: bool = True
    bracketed: bool = False
    thesis: Bounds | None = None
    original: Bounds | None = None


def _trim(text: str, start: int, end: int) -> Bounds:
    while start < end and text[start] in " ,;:.\"“”„«»'‘[":
        start += 1
    while end > start and text[end - 1] in ' ,;:"“”«»’[(':
        if text[end - 1] == "’" and text[end - 2 : end - 1].isalpha() and "‘" not in text[start:end]:
            break
        end -= 1
    if end > start and text[end - 1] == "." and not _ABBREVIATED.search(text, start, end):
        end -= 1
        while end > start and text[end - 1] in ' ,"”':
            end -= 1
    return start, end


_STREET = re.compile(r",[^,]*\d")


def _publishers(text: str, start: int, end: int) -> list[Bounds]:
    start, end = _trim(text, start, end)
    if start >= end:
        return []
    # a street and its number after the publisher: "Kade, Lange Straat 25"
    comma = text.find(",", start, end)
    while comma > 0:
        if _STREET.match(text, comma, end):
            end = comma
            break
        comma = text.find(",", comma + 1, end)
    bounds = (start, end) if text[end - 1].isalnum() else _trim(text, start, end)
    return [] if text[bounds[0]] in _NO_NAME_LETTERS and _NO_NAME.match(text, *bounds) else [bounds]


def _content(text: str, start: int, end: int) -> Imprint | None:
    """An imprint that fills ``text[start:end]``: what stands in brackets after a title."""
    years = find_years(text, start, end)
    last = years[-1] if years else None
    year = last.span("year") if last else None
    stop = last.start() if last and last.end() >= end - 3 else end
    dateless = _NO_DATE.search(text, start, end)
    if dateless and not year:
        stop = dateless.start()
    imprint = Imprint(start, end, [], [], year, bracketed=True)
    if len(years) > 1 and years[0].start() - start < 2:
        # "(1938; repr., New York: …, 1999)"
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
                imprint.publishers += _publishers(text, colon + 1, b)
                break
            if places is not None and places[1]:
                imprint.places += split_places(text, places[0], colon)
                imprint.publishers += _publishers(text, colon + 1, b)
                imprint.start = a
                break
            colon = text.find(":", colon + 1, b)
        else:
            if not _no_colon(text, a, b, imprint):
                return None
    return imprint


def _no_colon(text: str, start: int, end: int, imprint: Imprint) -> bool:
    """``Berlin``, ``Berlin, Dietz``, ``Dietz, Berlin``, ``Penguin``."""
    a, b = _trim(text, start, end)
    if a >= b:
        return True
    pieces = split_places(text, a, b)
    head = 0
    while head < len(pieces) and (
        is_city(_words(text, pieces[head])) or is_region(_words(text, pieces[head])) or _city_in(text, pieces[head])
    ):
        head += 1
    if head:
        imprint.places += pieces[:head]
        if head < len(pieces):
            imprint.publishers += _publishers(text, pieces[head][0], b)
        return True
    tail = len(pieces)
    while tail and (is_city(_words(text, pieces[tail - 1])) or _city_in(text, pieces[tail - 1])):
        tail -= 1
    if tail < len(pieces):
        imprint.places += pieces[tail:]
        imprint.publishers += _publishers(text, a, pieces[tail - 1][1])
        return True
    words = text[a:b]
    if is_publisher(text, a, b):
        imprint.publishers += _publishers(text, a, b)
        return True
    if len(pieces) == 1 and imprint.year and len(words.split()) <= 3 and words[0].isupper():
        imprint.places += [(a, b)] if text[b : b + 1] == "," and _is_place_shaped(words) else []
        if not imprint.places:
            imprint.publishers += _publishers(text, a, b)
        return True
    if len(pieces) <= 3 and imprint.year and words[0].isupper() and len(words) < 70:
        imprint.publishers += _publishers(text, a, b)
        return True
    return False


def _words(text: str, bounds: Bounds) -> str:
    return text[bounds[0] : bounds[1]]


def _city_in(text: str, bounds: Bounds) -> bool:
    comma = text.find(",", *bounds)
    return (
        comma > 0
        and is_region(text[comma + 1 : bounds[1]])
        and lies_in(text[bounds[0] : comma], text[comma + 1 : bounds[1]])
    )


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


def _bracketed(text: str, low: int, high: int) -> Imprint | None:
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
        if has_year or colon or _NO_DATE.search(text, inner_start, inner_end):
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
                        _publishers(text, thesis.end(), stop),
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


def find_imprint(
    text: str,
    low: int,
    high: int,
    *,
    guess: bool = True,
    title: int | None = None,
    dated: bool = False,
    alone: bool = False,
) -> Imprint | None:
    """The imprint printed in ``text[low:high]``, or ``None``.

    ``guess`` allows a place that is in no gazetteer, where a colon and a publisher follow it. ``title`` is where the
    names that open the citation end, if that is known: an imprint without marks of its own has a title before it.
    ``dated`` says that the year stands behind the names, and ``title`` behind the year: no year closes the imprint.
    ``alone`` allows then a publisher that only its shape tells, after the title's sentence.
    """
    follows_title = title is not None and dated
    title = low if title is None else title
    if high - low > FIRST_LINE:
        low = high - FIRST_LINE
    behind = title if title > low else low
    if dated:
        low = behind
    if text.find(")", behind, high) > 0:
        found = _bracketed(text, behind, high)
        if found is not None:
            return found
    found = _by_colon(text, low, high, dated)
    if found is not None and follows_title and not text[low : found.start].strip(" .,;:([*_\"“”«»‘’'"):
        found = None  # no title would be left
    if found is not None and found.known:
        return found
    return (
        _by_city(text, low, high, title, dated)
        or (found if guess else None)
        or (_by_sentence(text, low, high, alone) if dated else None)
        or _by_year(text, low, high, title)
    )


def _by_colon(text: str, low: int, high: int, dated: bool = False) -> Imprint | None:
    unknown: Imprint | None = None
    colon = high
    while True:
        colon = text.rfind(":", low, colon)
        if colon < 0:
            break
        if (
            text[colon + 1 : colon + 3] == "//"
            or not text[colon + 1 : high].strip()
            or text[colon + 1 : colon + 2].isdecimal()
        ):
            continue
        places = find_places_before(text, low, colon)
        if places is None or (places[0] <= low and not places[1]):
            # "Hamish Hamilton: London"
            a, b = _trim(text, colon + 1, high)
            if is_city(text[a:b]):
                swapped = _swapped(text, low, colon, high, (a, b))
                if swapped is not None:
                    return swapped
            continue
        start, known = places
        year = end_year(text, colon + 1, high)
        stop = year.start() if year else high
        if not year and (dateless := _NO_DATE.search(text, colon + 1, stop)):
            stop = dateless.start()
        if year and text[year.start() - 1] in "([":
            stop = year.start() - 1
        if text[colon + 2 : colon + 3] not in _UNDATED and DATE.match(text, colon + 1 + (text[colon + 1] == " "), high):
            continue
        imprint = Imprint(
            start,
            year.end() if year else stop,
            split_places(text, start, colon),
            _publishers(text, colon + 1, stop),
            year.span("year") if year else None,
            known,
        )
        if known:
            # "London: Faber; New York: Norton": an earlier imprint directly before
            before = text.rfind(";", low, start)
            if before > 0 and not text[before + 1 : start].strip():
                other = _by_colon(text, low, before)
                if other is not None and other.known and other.end >= before - 1:
                    imprint.start = other.start
                    imprint.places = other.places + imprint.places
                    imprint.publishers = other.publishers + imprint.publishers
            return imprint
        sentence = text[max(low, start - 2) : start].strip(" ")
        publisher = text[colon + 1 : stop].strip()
        if sentence[-1:] == "." and _INITIALS_BEFORE.search(text, max(low, start - 8), start):
            # "the Loss of the S. S. Gull: Minutes"
            continue
        if (
            unknown is None
            and start > low
            and publisher[:1].isupper()
            and (
                sentence[-1:] in (".", "?", "!", '"', "”", "»")
                or (
                    sentence[-1:] in (",", ")")
                    and (
                        is_publisher(text, colon + 1, stop)
                        or (
                            dated
                            and could_publish(text, *_trim(text, colon + 1, stop))
                            and not _is_common(text, start, colon)
                        )
                    )
                )
            )
        ):
            unknown = imprint
    return unknown


def _is_common(text: str, start: int, end: int) -> bool:
    """Whether nothing but words of the language stands there, which is less a place than a title's own words."""
    return all(is_english_word(word.strip(" ,.").casefold()) for word in text[start:end].split())


_INITIALS_BEFORE = re.compile(r"\b[^\W\d_]\.\s?[^\W\d_]\.\s$")


_MONTH = re.compile(rf"{MONTH}(?P<day>\s\d{{1,2}})?$")
# capitals with which no month begins
_UNDATED = frozenset("BCEGHIKLPQRTUVXYZ")


def _swapped(text: str, low: int, colon: int, high: int, place: Bounds) -> Imprint | None:
    """``Publisher: Place``, where the publisher begins a sentence."""
    before = max(text.rfind(". ", low, colon), text.rfind("? ", low, colon))
    if before < 0:
        return None
    a, b = _trim(text, before + 1, colon)
    if b - a > 60 or a >= b:
        return None
    return Imprint(a, place[1], [place], [(a, b)])


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


def _by_city(text: str, low: int, high: int, title: int, dated: bool = False) -> Imprint | None:
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
        publishers = _publishers(text, chunks[last][1], stop) if last + 1 < len(chunks) else []
        begin = chunks[first][0]
        month = _MONTH.match(text, *publishers[0]) if publishers else None
        if month is not None and month["day"]:
            # "Northern Post. Leeds, March 14, 1903" is dated, and nobody published it
            return None
        if month is not None:
            publishers = []  # "Leeds, March 1903"
        if not publishers:
            # the publisher may stand before the place
            c, d = chunks[first - 1][:2]
            if (
                first > 1
                and chunks[first][2] in (",", ":")
                and d - c < LONGEST_PUBLISHER
                and (first - 1 > first_of_title or title == low)
                and (is_publisher(text, c, d) or (first - 1 > first_of_title and could_publish(text, c, d)))
                and not _AFTER_ROLE.search(text, low, c)
            ):
                publishers = [_trim(text, c, d)]
                begin = c
            elif not (year or dated):
                continue
        elif (not (year or dated) and not is_publisher(text, *publishers[0])) or (
            chunks[first][2] == "," and not is_publisher(text, *publishers[0]) and len(_words(text, publishers[0])) > 45
        ):
            continue
        return Imprint(begin, end, places, publishers, year.span("year") if year else None)
    return None


def _by_sentence(text: str, low: int, high: int, alone: bool) -> Imprint | None:
    """A publisher alone after the title's sentence, where the year stands behind the names: ``Title. Northgate Press``.

    Or a place alone behind a comma, in no gazetteer, that ends as the names of towns do (``Title, Ostermouth``).
    ``alone`` allows one that no word tells.
    """
    chunks = _chunks(text, low, high)
    if len(chunks) < 2 or chunks[-1][1] < high - 2:
        return None
    a, b = _trim(text, *chunks[-1][:2])
    if chunks[-1][2] == "," and _is_place_shaped(text[a:b]) and not _is_common(text, a, b):
        return Imprint(chunks[-1][0], high, [(a, b)], [])
    if chunks[-1][2][:1] not in (".", "?", "!") or _CLOSING_QUOTE.search(text, max(low, chunks[-1][0] - 3), a):
        # what follows a title in quotation marks is what holds it
        return None
    if not could_publish(text, a, b) or not (alone or is_publisher(text, a, b)):
        return None
    return Imprint(chunks[-1][0], high, [], [(a, b)])


def _trim_chunk(text: str, start: int, end: int) -> Bounds:
    while start < end and text[start] in " ([":
        start += 1
    while end > start and text[end - 1] in " .,;([)]":
        end -= 1
    return start, end


def _several_cities(text: str, start: int, end: int) -> bool:
    if end - start > 60 or not re.search(r"\s(?:and|und|et|y|e|и)\s|[/&–-]", text[start:end]):
        return False
    places = split_places(text, start, end)
    return len(places) > 1 and all(is_city(_words(text, p)) for p in places)


def _by_year(text: str, low: int, high: int, title: int) -> Imprint | None:
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
        begin, a, b, mark = chunks[-1][0], *_trim(text, *chunks[-1][:2]), chunks[-1][2]
        earlier = _trim(text, *chunks[-2][:2]) if len(chunks) - 2 > first_of_title else None
        parted = text[stop - 2 : stop] == ", "
        # what follows a title in quotation marks is what holds it
        is_further = len(chunks) - 1 > first_of_title and title > low and not _CLOSING_QUOTE.search(text, title, begin)
        if earlier and mark == "," and parted and _is_place_shaped(text[slice(*earlier)]) and could_publish(text, a, b):
            # "Kirkhaven, Northgate, 1912"
            imprint.places, imprint.publishers, imprint.start = [earlier], [(a, b)], earlier[0]
            return imprint
        is_place = len(chunks) - 1 > first_of_title and _is_place_shaped(text[a:b])
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


_CONTRIBUTED = re.compile(r"(?:[Ee]dited|[Tt]ranslated|[Cc]ompiled|[Hh]erausgegeben|[Üü]bersetzt) (?:by|von)\s")
_CLOSING_QUOTE = re.compile(r"[”»]|\"(?=[\s.,])|[’'](?=[.,]?\s)")
_BEFORE_YEAR = frozenset(
    "in of since from the to until till by before after around about circa and or im von vom seit bis nach vor en de du depuis dans "
    "au à del nel dal в с до от года was year".split()
)


def _closes_title(text: str, low: int, stop: int) -> bool:
    """Whether a year without a mark before it dates the work: ``The Harbours of the Northern Coast 2001``."""
    words = text[max(low, stop - 60) : stop].split()
    return len(words) >= 3 and words[-1][-1:].isalnum() and words[-1].casefold() not in _BEFORE_YEAR
