# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""A citation cut into its fields: which printed words are author, title, place, publisher, year, page …

A grammar without memory: each string is read alone. What is surest is taken first (web address, page reference,
imprint), then the names that open the citation, and the title is what lies between. Where taking words for one
field would leave no title, they are given back.
"""

from __future__ import annotations

import re

from .addresses import read_addresses
from .archives import ARCHIVE_HINT, is_part_of_file, read_archive
from .bodies import names_papers
from .dates import DATE, find_years
from .fronts import date_behind, read_front
from .holdings import find_shelf_mark, read_holding
from .imprint_words import Imprint
from .imprints import find_imprint
from .legal import find_bare_page, read_case, read_legal_article
from .locators import Locator, find_locator, find_volume
from .marks import Words, read_words
from .openings import behind_ranks, read_opening
from .parsed import ParsedCitation, finish_reading
from .readings import Reading, quote_at, take_locator
from .serials import SHORTEST_DATE, settle_joined, settle_serial
from .shorthand import AT_PAGE, HARVARD, IBID, MLA, OP_CIT, TEMPLATE, read_in_text, read_op_cit, read_template
from .tails import SERIES, is_series
from .testimonies import read_talk, read_testimony

__all__ = ["parse_citation"]

_NOTE_WORDS = re.compile(r"[\s,;.]*(?P<note>[\[(][^\])]*[\])])")
# a year that only a page follows, or a page alone after a word
_YEAR_OR_END = re.compile(
    r"(?:(?:1[4-9]|20)\d\d[a-z]?\)?\.?(?:\s?[,:]\s?[p\divxl].{0,30})?|[^\W\d_.,]\s(?:\d{1,4}(?:[-–]\d{1,4})?(?:, \d{1,4}(?:[-–]\d{1,4})?)*|[ivxl]{1,7}(?:[-–][ivxl]{1,7})?))$"
)
# the letters with which the words of IBID begin, whatever their case
_IBID_LETTERS = frozenset("IiİıÍíLlEeDdTtТт")
LONGEST_IN_TEXT_TAIL = 42  # characters of ` 1990a), pp. ` and the pages
SHORTEST_VOLUME = 4  # characters of "t. 2"
LONGEST_IN_TEXT = 90  # characters of "(Name, Name and Name 1990: 96–99)": three long names, a year and pages
_ORIGINAL = re.compile(
    r"(?:[.,;]?\s*(?P<open>\()|[.,;]\s)(?:[Oo]riginal(?:ly)?\s(?:work\s)?|[Ff]irst\s|[Ww]ork\s)published(?:\sin)?\s(?P<year>(?:1[4-9]|20)\d\d)(?(open)\))$"
)
# "Marine Review, 38, 43–102"
_VOLUME_THEN_PAGES = re.compile(r"(?P<volume>\d{1,4}),\s(?P<page>\d{1,6}(?:\s?[-–]\s?\d{1,6})?)$")
LONGEST_JOURNAL = 90  # characters
LONGEST_YEAR = 11  # characters of "1931 [1912]": a longer date has a month
_DATE_BEFORE = re.compile(r"\((?P<date>(?:1[4-9]|20)\d\d[a-z]?)\)[.,:]?\s*$")
_VOLUME_AND_PAGE = re.compile(r"([ivx]{1,6}),\s(\d.*)$")
_ROMAN = frozenset("ivxIVX")
LONGEST_VOLUME = 10  # characters of ", xviii, "
_VOLUME_LAST = re.compile(r",\s(?P<volume>[ivx]{1,5}|[IVX]{1,5}),\s$")
_YEARS_OF_PAPERS = re.compile(r",?\s\(?(?P<years>(?:1[4-9]|20)\d\d\s?[-–]\s?(?:1[4-9]|20)\d\d)\)?$")
_VOLUME_FIRST = re.compile(r"(?P<volume>\d{1,2})\s(?=[^\W\d_][\w.'’-]*\s[^\W\d_])")


def parse_citation(text: str) -> ParsedCitation:
    """Read one citation string.

    Never raises on any text; of a string longer than any reference only the beginning is read.

    >>> found = parse_citation("Hartley, Ann and Piers Lowe. The Quiet Harbour. Leeds: Northgate, c1931, p. 44-45")
    >>> found.csl["author"], found.csl["issued"], found.csl["page"]
    ([{'family': 'Hartley', 'given': 'Ann'}, {'family': 'Lowe', 'given': 'Piers'}], '1931', '44-45')
    """
    words = read_words(text)
    reading = Reading(words.text, words.start, words.end)
    short_form = _read(reading, words)
    return finish_reading(reading, words, short_form)


def _read(reading: Reading, words: Words) -> str | None:
    """Read the fields; the kind of short form that the citation is, ``None`` for one of its own."""
    text, low, high = reading.text, reading.start, reading.end
    if low >= high:
        return None
    ibid = IBID.match(text, low, high) if text[low] in _IBID_LETTERS else None
    short = _read_whole(reading, is_ibid=ibid is not None)
    if short is not None:
        return short
    if ibid is not None:
        low = ibid.end()
        if text[low : low + 1] == ".":
            low += 1
    begun, low = low, behind_ranks(text, low, high)
    high = _take_off_end(reading, low, high)
    locator = find_locator(text, low, high)
    if locator is None and ibid is None and text[high - 1] == ")":
        title_end = read_legal_article(reading, low, high)
        if title_end is not None:
            read_front(reading, words, low, title_end, title_end, None, None)
            return None
        locator = find_bare_page(reading, low, high)
        if locator is not None and text[low].isdecimal() and (volume := _VOLUME_FIRST.match(text, low, high)):
            reading.volume = volume.span("volume")  # "2 Ann Hartley, The Quiet Harbour 44 (1931)"
            low = volume.end()
    after = high
    if locator is not None:
        high, after = _take_page(reading, locator, low, high)
    while high > low and text[high - 1] in " ,;:([":
        high -= 1
    if ibid is not None:
        if _is_all_of_ibid(reading, ibid, low, high):
            return "ibid"
        while low < high and text[low] in " ,;:":
            low += 1
    _read_core(reading, words, low, high, locator, after)
    if begun < low and not reading.names and reading.title is not None and reading.title[0] == low:
        reading.title = (begun, reading.title[1])  # "Dr. Hartley Explains the Tides" names nobody before it
    return "short" if _only_points(reading) else None


def _read_whole(reading: Reading, *, is_ibid: bool) -> str | None:
    """Read a citation that one pattern reads whole: a template, "op. cit.", one in running text; gives its kind."""
    text, low, high = reading.text, reading.start, reading.end
    if "|" in text and high - low < LONGEST_IN_TEXT and (template := TEMPLATE.match(text, low, high)):
        read_template(reading, template)
        return "short"
    if is_ibid:
        return None
    if "cit" in text or "a.O" in text or "a. O" in text or "указ" in text:
        op = OP_CIT.search(text, low, high)
        if op is not None:
            read_op_cit(reading, low, op, high)
            return "op-cit"
    if (
        high - low < LONGEST_IN_TEXT
        and _could_be_in_text(text, low, high)
        and _YEAR_OR_END.search(text, max(low, high - LONGEST_IN_TEXT_TAIL), high)
    ):
        for pattern in (MLA, HARVARD):
            in_text = pattern.match(text, low, high)
            if in_text is not None and read_in_text(reading, in_text):
                return "short"
    return None


def _take_off_end(reading: Reading, low: int, high: int) -> int:
    """Take what closes a citation behind its page: the first edition, a series, addresses; gives where they begin."""
    text = reading.text
    if "ublished" in text and (original := _ORIGINAL.search(text, low, high)) is not None:
        reading.original = original.span("year")
        reading.end = high = original.start()
    if text[high - 1] == ")" and (series := SERIES.search(text, low, high)) is not None and is_series(series["series"]):
        reading.series = series.span("series")
        high = series.start()
    if "://" in text or "www." in text or "doi" in text or "DOI" in text or "ccessed" in text or "etrieved" in text:
        high = read_addresses(reading, low, high)
    return high


def _take_page(reading: Reading, locator: Locator, low: int, high: int) -> tuple[int, int]:
    """Take the page, with the volume beside it; gives where they begin, and where further fields may behind them."""
    text = reading.text
    take_locator(reading, locator)
    if text[locator.first] in "ivx" and (volume := _VOLUME_AND_PAGE.match(text, locator.first, locator.last)):
        # "), ii, 45"
        reading.volume, reading.page = volume.span(1), volume.span(2)
    after = _behind_page(reading, locator, high) if locator.end < high else high
    high = locator.start
    if text[high - 3 : high - 2] in _ROMAN and locator.start != locator.first and reading.volume is None:
        roman = _VOLUME_LAST.search(text, max(low, high - LONGEST_VOLUME), high)
        if roman is not None:
            # "The Quiet Harbour, 2 vols, Leeds: Northgate, ii, p. 45"
            reading.volume = roman.span("volume")
            high = roman.start()
    return high, after


def _is_all_of_ibid(reading: Reading, ibid: re.Match[str], low: int, high: int) -> bool:
    """Whether nothing but a page or volume follows "ibid.", which is taken; "idem" takes up the author alone."""
    text = reading.text
    if not any(c.isalpha() for c in text[low:high]):
        return True
    if at := AT_PAGE.match(text, low, reading.end):
        reading.page = at.span(1)
        return True
    if ibid.group().casefold().startswith(("idem", "id.", "ders", "dies")):
        return False
    found = find_volume(text, low, high)  # "Ibid., vol. 2, p. 5"
    if found is not None:
        reading.volume = (found[2], found[3])
    return True


def _only_points(reading: Reading) -> bool:
    """Whether it points at a work by surnames and a title or a page, and tells nothing of where it came out."""
    return (
        bool(reading.page or reading.title)
        and not (
            reading.issued
            or reading.places
            or reading.publishers
            or reading.container
            or reading.url
            or reading.archive
        )
        and all("given" not in n.csl and "literal" not in n.csl for _, n in reading.names)
    )


def _could_be_in_text(text: str, low: int, high: int) -> bool:
    """Whether a citation can be one in running text; the first full stop of a sentence tells that most are none."""
    stop = text.find(". ", low, high)
    return stop < 0 or text[stop - 1] == "p" or text[stop - 2 : stop] in ("al", "St")


def _read_volume(reading: Reading, low: int, locator: Locator) -> int:
    """The volume of a periodical that was taken for a page: ``Title. Marine Review, 38, 43–102``; gives where the core ends."""
    text = reading.text
    found = _VOLUME_THEN_PAGES.match(text, locator.first, locator.last)
    sentence = max(text.rfind(mark, low, locator.start) for mark in (". ", "? ", "! ", "” ", '" '))
    if found is None or sentence < 0 or locator.start - sentence > LONGEST_JOURNAL:
        return locator.start
    name = text[sentence + 2 : locator.start].rstrip(" ,")
    if not name[:1].isupper() or any(c.isdecimal() or c == ":" for c in name) or text[locator.start - 2] != ",":
        return locator.start
    reading.page = found.span("page")
    return found.end("volume")


def _behind_page(reading: Reading, locator: Locator, high: int) -> int:
    """What follows the page: a note in brackets is kept; gives where further fields may begin, else the end."""
    text = reading.text
    found = _NOTE_WORDS.match(text, locator.end, high)
    at = locator.end
    if found is not None and text[locator.end : found.start("note")].strip(" ,;.") == "":
        a, b = found.span("note")
        if text[a] == "[" or not find_years(text, a, b):
            reading.notes.append((a, b))
            at = b
    return at


def _read_core(reading: Reading, words: Words, low: int, high: int, locator: Locator | None, after: int) -> None:
    text = reading.text
    imprint: Imprint | None = None
    # most citations close with a year behind a comma, or with their publisher
    shelf_mark = None if text[high - 6 : high - 4] == ", " else find_shelf_mark(text, low, high)
    if read_case(reading, low, high):
        return
    if read_talk(reading, words, low, high):
        reading.archive = [("archive_location", shelf_mark)] if shelf_mark is not None else []
        return
    if shelf_mark is not None and not is_part_of_file(text, low, high):
        if ARCHIVE_HINT.search(text, low, high) and read_archive(reading, low, high):
            return
        high = read_holding(reading, low, shelf_mark)
        if reading.title is not None:
            return
    if shelf_mark is None and read_testimony(reading, words, low, high):
        return
    core_end = high
    # the names are looked for once, before the imprint, which has a title between them and itself
    names = None
    first_read = not words.emphasis and quote_at(text, low, high) is None and ", by " not in text
    if first_read:
        names = read_opening(text, low, high)
    title = names.end if names is not None else low
    # in an author-date style the year has been printed, and the imprint begins behind it
    dated, bare = None, False
    if names is not None:
        dated = date_behind(text, title, high)
    elif words.emphasis:
        dated = _DATE_BEFORE.search(text, low, words.emphasis[0][0])
    if dated is not None:
        title = dated.end()
        bare = locator is not None and locator.start == locator.first
        if locator is not None and bare:
            high = core_end = _read_volume(reading, title, locator)
    if locator is not None and reading.end - after > 5:
        imprint = find_imprint(text, after, reading.end, dated=dated is not None, alone=True)
        if imprint is not None and not (imprint.places or imprint.year or dated):
            imprint = None
    if imprint is None:
        # of a full date what follows may be a newspaper, and before a number without a word a periodical
        alone = dated is not None and not bare and len(dated["date"]) <= LONGEST_YEAR
        set_off = words.emphasis[-1][1] if words.emphasis else None
        imprint = find_imprint(text, low, high, title=title, dated=dated is not None, alone=alone, set_off=set_off)
        if imprint is not None:
            core_end = imprint.start
    if (
        shelf_mark is None
        and (imprint is None or not imprint.publishers)
        and ARCHIVE_HINT.search(text, low, high)
        and read_archive(reading, low, high)
    ):
        return
    if (
        not read_front(reading, words, low, core_end, high, imprint, (names,) if first_read else None)
        and imprint is not None
        and core_end != high
    ):
        imprint = _read_again(reading, words, low, high, imprint)
    if imprint is not None:
        _take_imprint(reading, imprint, high)
    _settle_lone_name(reading)
    if reading.original is not None and reading.issued is None:
        reading.issued, reading.original = reading.original, None
    if reading.title is not None and not (reading.issued or reading.places or reading.publishers):
        _read_years(reading, *reading.title)
        day = DATE.search(text, max(reading.title[1], low), high)  # "Debates, vol. 12, 4 May 1912"
        if reading.issued is None and day is not None and day.end() - day.start() >= SHORTEST_DATE:
            reading.issued = day.span()


def _read_again(reading: Reading, words: Words, low: int, high: int, imprint: Imprint) -> Imprint | None:
    """Read names and title where the imprint took their words: without an unknown place, then with the year alone."""
    reading.names.clear()
    year = imprint.year
    smaller = find_imprint(reading.text, low, high, guess=False)
    core_end = smaller.start if smaller else high
    if smaller and smaller.start <= low + 1:
        smaller = Imprint(year[0], smaller.end, [], [], year) if year else None
        core_end = year[0] if year else high
    read_front(reading, words, low, core_end, high, smaller, None)
    return smaller


def _take_imprint(reading: Reading, imprint: Imprint, high: int) -> None:
    reading.places = reading.places or imprint.places
    reading.publishers = reading.publishers or imprint.publishers
    if imprint.year and reading.issued is None:
        reading.issued = imprint.year
    if imprint.original and reading.original is None:
        reading.original = imprint.original
    if imprint.thesis:
        reading.genre = imprint.thesis
    if reading.volume is None and high - imprint.end > SHORTEST_VOLUME:
        volume = find_volume(reading.text, imprint.end, high)
        if volume is not None:
            reading.volume = (volume[2], volume[3])


def _settle_lone_name(reading: Reading) -> None:
    """What a name is that may be none: beside nothing else a title, or the newspaper of a full date; or a serial."""
    settle_joined(reading)
    if (
        len(reading.names) != 1
        or reading.container is not None
        or reading.style not in ("one-bare", "one-direct", "two-word")
    ):
        return
    if reading.title is not None:
        settle_serial(reading)
        return
    # "Encyclopaedia Nautica, 11th ed."
    _, name = reading.names.pop()
    if reading.issued and reading.issued[1] - reading.issued[0] >= SHORTEST_DATE:
        reading.container = (name.start, name.end)
    else:
        reading.title = (name.start, name.end)


def _read_years(reading: Reading, low: int, end: int) -> None:
    """The years that unprinted papers were kept in, as their date: ``Harbour Board Minutes, 1908-1914``."""
    found = _YEARS_OF_PAPERS.search(reading.text, low, end)
    if found is not None and found.start() > low and names_papers(reading.text[low : found.start()]):
        reading.title = (low, found.start())
        reading.issued = found.span("years")
