# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""A citation cut into its fields: which printed words are author, title, place, publisher, year, page …

A grammar without memory: each string is read alone. What is surest is taken first (web address, page reference,
imprint), then the names that open the citation, and the title is what lies between. Where taking words for one
field would leave no title, they are given back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from .containers import (
    ARCHIVE_HINT,
    read_archive,
    read_container,
    read_file,
    read_journal,
    read_serial,
    read_set_off_serial,
)
from .contributors import NameList, is_given_name, read_by, read_names, read_opening, roles_of
from .csl import edition_value, edtf, title_value, volume_value
from .dates import DATE, MONTH, find_years
from .imprints import Imprint, find_imprint
from .leftovers import find_leftover
from .legal import find_bare_page, read_legal_article
from .locators import Locator, find_locator, find_volume
from .marks import Words, read_words
from .readings import Reading, inside_quotes, quote_at, take_names, title_bounds, trim_bounds
from .shorthand import AT_PAGE, HARVARD, IBID, MLA, OP_CIT, TEMPLATE, read_in_text, read_op_cit, read_template
from .tails import read_tail

__all__ = ["ParsedCitation", "parse_citation"]

Bounds = tuple[int, int]

_URL = re.compile(
    r"<?\(?\b(?P<url>(?:https?://|www\.)[^\s<>\")\]]+[^\s<>\")\].,;])\)?>?|(?P<doi>\b(?:doi:\s?|DOI:?\s?)10\.\d{4,9}/[^\s,;]+[^\s.,;])"
)
_ACCESSED = re.compile(
    r"[,.;(\[]?\s*\(?\b(?:accessed|last accessed|retrieved|viewed|visited|abgerufen(?: am)?|consult[ée]e?(?: le)?|consultado(?: el)?|дата обращения:?|Zugriff(?: am)?|Accessed|Retrieved|Visited|Viewed)\b:?\s?(?:on\s|from\s?)?(?P<date>[^,;:()\[\]<>]{0,20}?(?:,\s)?\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d)?[)\].]?(?:\s?(?:from|at)\b:?)?"
)
_AVAILABLE = re.compile(r"[,.;]?\s*\(?(?:Available (?:at|from|online)|[Oo]nline at|URL|Режим доступа)\s?:?\s?$")
_TRAILING_ROLE = re.compile(r",?\s[(\[]?(?:eds?\.?|trans\.|Hrsg\.|Hg\.|hg\.|dir\.|éds?\.|ред\.)[)\]]?[,.:]?\s")
_IN_HINT = re.compile(r"\s(?:[Ii]n|[Dd]ans|[Ee]n|[Вв]|//)\b")
_IN = re.compile(r"(?:[.,;]|[”\"»’'?!)])\s*(?P<in>[Ii]n:?|[Dd]ans:?|[Ee]n:|[Вв] кн\.:?|//)\s+(?=[^\W\d_\"“«„'‘]|\d)")
_BY = re.compile(r"\s(?:by|BY|By|von|par|por)\s(?P<names>[^\W\d_][^,;:()\d]{2,60})$")
_CLOSING_NAME = re.compile(
    r"(?:\.|\s[—–-])\s(?P<name>(?P<given>[^\W\d_][\w'’-]+)(?: [^\W\d_]\.){0,2} [^\W\d_][\w'’-]+)$"
)
_DATED = re.compile(
    r"(?P<lead>[.,;:]?\s*)(?P<open>[(\[])?(?:c|ca\.\s?|©)?(?P<date>(?:1[4-9]|20)\d\d-[01]\d(?:-[0-3]\d)?|"
    rf"\d{{1,2}}\.?\s{MONTH}\s(?:1[4-9]|20)\d\d|"
    r"(?:1[4-9]|20)\d\d[a-z]?(?:\s?[/\[]\s?(?:1[4-9]|20)\d\d\]?)?(?:,\s[^()\d]{3,14}(?:\s\d{1,2})?)?|(?<=\()\d{0,2}\s?[^\W\d_]{3,10}\.?\s(?:\d{1,2},\s)?(?:1[4-9]|20)\d\d|n\.\s?d\.|in press|forthcoming|o\.\s?J\.|s\.\s?d\.)(?P<close>[)\]])?(?P<tail>[.,:;]?)(?=\s|$)"
)
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
_VOLUME_AND_PAGE = re.compile(r"([ivx]{1,6}),\s(\d.*)$")
_LEADING_DATE = re.compile(
    r"(?P<open>\()?(?P<year>(?:1[4-9]|20)\d\d)[a-z]?(?(open)\)[.,:]?\s+(?=\S)|\.\s+(?=[^\W\d_a-z]|[\"“«„]))"
)
_CLOSING_DATE = re.compile(r"[.,]?\s\((?P<year>(?:1[4-9]|20)\d\d)[a-z]?\)[\s.,]*$")
_DATE_BEHIND = re.compile(r"[.,]?\s*\((?P<year>(?:1[4-9]|20)\d\d)[a-z]?\)[.,]?\s*(?=\S)")
_PAGES_BEHIND = re.compile(
    r"[\s,.]*(?P<page>\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?)*|[ivxl]{1,7}(?:[-–][ivxl]{1,7})?)[\s.]*"
)
_VOLUME_FIRST = re.compile(r"(?P<volume>\d{1,2})\s(?=[^\W\d_][\w.'’-]*\s[^\W\d_])")
_BEHIND_TITLE = re.compile(r"[.,]?\s*(?:\(|pp?\.|vols?\.|eds?\.|edited|trans|hrsg|\d)")
_FIRST_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class ParsedCitation:
    """What one citation string says.

    ``csl`` is a CSL-JSON item of what is printed. ``fields`` are (CSL field, start, end) in code points of the
    string, in the order of the string; a list of names or places has one entry for each. ``locator`` is the page
    reference as printed without the word before it (``163–64``, not ``pp. 163–64``); ``None`` where no page is
    named. ``short_form`` is ``"ibid"``, ``"op-cit"`` or ``"short"`` (a name and a title, no imprint) where the
    string points at another citation, else ``None``. ``confidence`` lies between 0 and 1, ``leftover`` are words
    that no field took.
    """

    csl: dict[str, Any]
    fields: tuple[tuple[str, int, int], ...]
    locator: tuple[int, int] | None
    short_form: str | None
    confidence: float
    leftover: tuple[tuple[int, int], ...]


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
    return _finish(reading, words, short_form)


def _read(reading: Reading, words: Words) -> str | None:
    text, low, high = reading.text, reading.start, reading.end
    if low >= high:
        return None
    if "|" in text and high - low < LONGEST_IN_TEXT and (template := TEMPLATE.match(text, low, high)):
        read_template(reading, template)
        return "short"
    ibid = IBID.match(text, low, high) if text[low] in _IBID_LETTERS else None
    short: str | None = None
    if ibid is not None:
        short = "ibid"
        low = ibid.end()
        if text[low : low + 1] == ".":
            low += 1
    elif "cit" in text or "a.O" in text or "a. O" in text or "указ" in text:
        op = OP_CIT.search(text, low, high)
        if op is not None:
            read_op_cit(reading, low, op, high)
            return "op-cit"
    if (
        ibid is None
        and high - low < LONGEST_IN_TEXT
        and _could_be_in_text(text, low, high)
        and _YEAR_OR_END.search(text, max(low, high - LONGEST_IN_TEXT_TAIL), high)
    ):
        for pattern in (MLA, HARVARD):
            in_text = pattern.match(text, low, high)
            if in_text is not None and read_in_text(reading, in_text):
                return "short"
    if "://" in text or "www." in text or "doi" in text or "DOI" in text or "ccessed" in text or "etrieved" in text:
        high = _web(reading, low, high)
    locator = find_locator(text, low, high)
    if locator is None and ibid is None and text[high - 1] == ")":
        title_end = read_legal_article(reading, low, high)
        if title_end is not None:
            _read_front(reading, words, low, title_end, title_end, None, None)
            return None
        locator = find_bare_page(reading, low, high)
        if locator is not None and text[low].isdecimal() and (volume := _VOLUME_FIRST.match(text, low, high)):
            reading.volume = volume.span("volume")  # "2 Ann Hartley, The Quiet Harbour 44 (1931)"
            low = volume.end()
    after = high
    if locator is not None:
        reading.page = (locator.first, locator.last)
        if text[locator.first] in "ivx" and (volume := _VOLUME_AND_PAGE.match(text, locator.first, locator.last)):
            # "), ii, 45"
            reading.volume, reading.page = volume.span(1), volume.span(2)
        after = _behind_page(reading, locator, high) if locator.end < high else high
        high = locator.start
    while high > low and text[high - 1] in " ,;:([":
        high -= 1
    if ibid is not None and not any(c.isalpha() for c in text[low:high]):
        return short
    if ibid is not None and (at := AT_PAGE.match(text, low, reading.end)):
        reading.page = at.span(1)
        return short
    if ibid is not None and not ibid.group().casefold().startswith(("idem", "id.", "ders", "dies")):
        # "Ibid., vol. 2, p. 5"
        found = find_volume(text, low, high)
        if found is not None:
            reading.volume = (found[2], found[3])
        return short
    if ibid is not None:
        short = None
        while low < high and text[low] in " ,;:":
            low += 1
    _read_core(reading, words, low, high, locator, after)
    if short is None and reading.title is None and reading.issued is None and reading.names and reading.page is None:
        return None
    pointing = not (
        reading.issued or reading.places or reading.publishers or reading.container or reading.url or reading.archive
    )
    if (
        pointing
        and (reading.page or reading.title)
        and all("given" not in n.csl and "literal" not in n.csl for _, n in reading.names)
    ):
        return "short"
    return short


def _could_be_in_text(text: str, low: int, high: int) -> bool:
    """Whether a citation can be one in running text; the first full stop of a sentence tells that most are none."""
    stop = text.find(". ", low, high)
    return stop < 0 or text[stop - 1] == "p" or text[stop - 2 : stop] in ("al", "St")


def _web(reading: Reading, low: int, high: int) -> int:
    """Take web address and access date; gives where the rest of the citation ends."""
    text = reading.text
    stop = high
    for found in _URL.finditer(text, low, high):
        name = "URL" if found["url"] else "DOI"
        if name == "URL":
            reading.url.append((name, found.span("url")))
        else:
            start = text.index("10.", found.start("doi"))
            reading.url.append((name, (start, found.end("doi"))))
        stop = min(stop, found.start())
    for found in _ACCESSED.finditer(text, low, high):
        if not found["date"] and not reading.url:
            continue
        if found["date"] and found["date"].strip():
            a, b = found.span("date")
            while a < b and text[a] == " ":
                a += 1
            reading.url.append(("accessed", (a, b)))
        stop = min(stop, found.start())
    available = _AVAILABLE.search(text, low, stop)
    if available:
        stop = available.start()
    return stop


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
    if locator is not None and reading.end - after > 5:
        imprint = find_imprint(text, after, reading.end)
        if imprint is not None and not (imprint.places or imprint.year):
            imprint = None
    core_end = high
    # the names are looked for once, before the imprint, which has a title between them and itself
    names = None
    first_read = not words.emphasis and quote_at(text, low, high) is None and ", by " not in text
    if first_read:
        names = read_opening(text, low, high)
    if imprint is None:
        imprint = find_imprint(text, low, high, title=names.end if names is not None else low)
        if imprint is not None:
            core_end = imprint.start
    if (
        (imprint is None or not imprint.publishers)
        and ARCHIVE_HINT.search(text, low, high)
        and read_archive(reading, low, high)
    ):
        return
    if (
        not _read_front(reading, words, low, core_end, high, imprint, (names,) if first_read else None)
        and imprint is not None
        and core_end != high
    ):
        # the imprint took the title's words: without an unknown place, then with the year alone
        reading.names.clear()
        year = imprint.year
        core_end = year[0] if year else high
        imprint = find_imprint(text, low, high, guess=False)
        core_end = imprint.start if imprint else high
        if imprint and imprint.start <= low + 1:
            imprint = Imprint(year[0], imprint.end, [], [], year) if year else None
            core_end = year[0] if year else high
        _read_front(reading, words, low, core_end, high, imprint, None)
    if imprint is not None:
        reading.places = reading.places or imprint.places
        reading.publishers = reading.publishers or imprint.publishers
        if imprint.year and reading.issued is None:
            reading.issued = imprint.year
        if imprint.original and reading.original is None:
            reading.original = imprint.original
        if imprint.thesis:
            reading.genre = imprint.thesis
        if reading.volume is None and high - imprint.end > SHORTEST_VOLUME:
            volume = find_volume(text, imprint.end, high)
            if volume is not None:
                reading.volume = (volume[2], volume[3])
    if (
        reading.title is None
        and reading.container is None
        and len(reading.names) == 1
        and reading.style in ("one-bare", "one-direct", "two-word")
    ):
        # nothing but a name: "Encyclopaedia Nautica, 11th ed."; with a full date it is a newspaper
        _, name = reading.names.pop()
        if reading.issued and reading.issued[1] - reading.issued[0] > 8:
            reading.container = (name.start, name.end)
        else:
            reading.title = (name.start, name.end)
    if reading.original is not None and reading.issued is None:
        reading.issued, reading.original = reading.original, None


def _read_front(
    reading: Reading,
    words: Words,
    low: int,
    end: int,
    high: int,
    imprint: Imprint | None,
    names: tuple[NameList | None] | None,
) -> bool:
    """Names, title, and what stands with them; false where no title is left."""
    text = reading.text
    while end > low and text[end - 1] in " ,;:([":
        end -= 1
    if low >= end:
        return False
    begun = low
    leading = _LEADING_DATE.match(text, low, end) if text[low] == "(" or text[low].isdecimal() else None
    if leading is not None and reading.issued is None and (leading["open"] or imprint is None or not imprint.year):
        # "(1912) “The Courts”, …", "1912. The Courts. Leeds: …"
        reading.issued = leading.span("year")
        low = leading.end()
    emphasis = None
    if words.emphasis:
        emphasis = next(((a, b) for a, b in words.emphasis if a >= low and b <= end + 1), None)
    title_low = low
    opening = None
    first_quote = quote_at(text, low, end)
    credited = read_by(text, low, end) if first_quote is None and (", by " in text or ", von " in text) else None
    if credited is not None:
        stop, by, rest = credited
        take_names(reading, by, ("author",))
        read_tail(reading, rest, end)
        reading.title = title_bounds(text, low, stop)
        if rest < end and imprint is None and text[end - 1 : end] == ")" and (opened := text.rfind("(", rest, end)) > 0:
            reading.publishers = [trim_bounds(text, opened + 1, end - 1)]
        return reading.title[0] < reading.title[1]
    if emphasis is not None and emphasis[0] <= low + 1 and _BEHIND_TITLE.match(text, emphasis[1], high + 3):
        # "*The Quiet Harbour*, trans. Piers Lowe": a title that is set off opens it
        first_quote = emphasis
    if first_quote is None:
        name_end = end
        if emphasis is not None and emphasis[0] > low:
            name_end = emphasis[0] + 1
        opening = read_opening(text, low, name_end) if names is None or low != begun else names[0]
        if opening is not None and opening.end + 1 >= name_end:
            opening = read_opening(text, low, name_end)
        if opening is None and emphasis is not None and emphasis[0] > low + 2:
            opening = _all_names(text, low, emphasis[0])
    if opening is not None and imprint is not None and not imprint.known:
        # with a place nobody knows, names may not shrink to leave a title
        whole = read_opening(text, low, high) if names is None else names[0]
        if whole is not None and whole.end + 2 >= end:
            return False
    if opening is not None:
        take_names(reading, opening.names, opening.roles)
        reading.style = opening.style
        title_low = opening.end
    dated = None
    if opening is not None and not (
        text[title_low : title_low + 2] in (". ", ", ") and text[title_low + 2 : title_low + 3].isupper()
    ):
        # no date begins with a capital behind the mark that closes the names
        dated = _DATED.match(text, title_low, end)
    if dated is not None and _is_dated(text, dated, end):
        date = DATE.search(text, *dated.span("date"))
        year = _FIRST_YEAR.search(text, *dated.span("date"))
        reading.issued = date.span() if date else year.span() if year else None
        title_low = dated.end()
    title_low, title_end = trim_bounds(text, title_low, end)
    if title_low >= title_end:
        return False
    return _read_title(reading, words, title_low, title_end, imprint, emphasis)


def _is_dated(text: str, dated: re.Match[str], end: int) -> bool:
    """Whether a year after the names is the date of an author-date style, and no part of the title."""
    rest = text[dated.end() : end].strip()
    if not rest:
        return False
    if dated["open"]:
        return True
    # "Smith, J. 1999. Title": the year closes with a full stop; "1937: Year of Terror" does not
    return dated["tail"] in (".", ",") or (dated["tail"] == ":" and not dated["lead"].startswith("."))


def _all_names(text: str, low: int, stop: int) -> NameList | None:
    end = stop
    while end > low and text[end - 1] in " ,;:.":
        end -= 1
    if end <= low or end - low > 150 or re.search(r"\d", text[low:end]) or text[low] in '"“«':
        return None
    if (
        text[end - 1 : end + 1] != "."
        and re.match(r"[^\W\d_]$", text[end - 1 : end])
        and text[end : end + 1] == "."
        and text[end - 2] in " ."
    ):
        end += 1
    role = _TRAILING_ROLE.search(text, low, stop)
    name_end = role.start() if role else end
    return NameList(read_names(text, low, name_end), roles_of(role.group()) if role else ("author",), stop, "all")


def _read_title(
    reading: Reading, words: Words, low: int, end: int, imprint: Imprint | None, emphasis: Bounds | None
) -> bool:
    text = reading.text
    quote = quote_at(text, low, end)
    if quote is not None and text[quote[1] : end].strip(" .,;:)"):
        rest_low = quote[1]
        if text[rest_low : rest_low + 1] == ":" and emphasis is None:
            pass
        else:
            reading.title = inside_quotes(text, quote)
            behind = _DATE_BEHIND.match(text, rest_low, end) if reading.issued is None else None
            if behind is not None:
                # "“Tides”. (1911). Leeds Mercury"
                reading.issued = behind.span("year")
                rest_low = behind.end() - 1
            pages = _PAGES_BEHIND.fullmatch(text, rest_low, end) if imprint is None else None
            if pages is not None:
                # "Hartley, “Tides” 104, 107"
                reading.page = (pages.start("page"), reading.page[1] if reading.page else pages.end("page"))
                return True
            read_container(reading, rest_low, end, emphasis, imprint)
            return True
    if emphasis is not None and emphasis[0] >= low - 1:
        lead = text[low : emphasis[0]].strip(" .,;:")
        if not lead:
            set_off = title_bounds(text, max(low, emphasis[0]), emphasis[1])
            if read_set_off_serial(reading, set_off, end):
                return True
            reading.title = set_off
            read_tail(reading, emphasis[1], end)
            return reading.title[0] < reading.title[1]
        if re.search(r"\b[Ii]n:?$", lead):
            inside = re.compile(r"[.,;:]?\s*\b[Ii]n:?\s*$").search(text, low, emphasis[0])
            reading.title = title_bounds(text, low, inside.start() if inside else emphasis[0])
            reading.container = title_bounds(text, *emphasis)
            read_tail(reading, emphasis[1], end)
            return True
        reading.title = title_bounds(text, low, emphasis[0])
        read_container(reading, emphasis[0], end, emphasis, imprint)
        return reading.title[0] < reading.title[1]
    inside = _IN.search(text, low + 1, end) if _IN_HINT.search(text, low, end) else None
    if (
        inside is not None
        and inside["in"] != "in"
        and (inside["in"].rstrip(":").casefold() != "en" or ":" in inside["in"])
        and text[inside.start()] != ","
    ):
        reading.title = title_bounds(text, low, inside.start("in"))
        read_container(reading, inside.start("in"), end, None, imprint)
        return True
    if (
        inside is not None
        and inside["in"] in ("in", "dans")
        and re.search(r"\beds?\b|Hrsg|Hg\.|\([ée]ds?|dir\.", text[inside.end() : end])
    ):
        reading.title = title_bounds(text, low, inside.start("in"))
        read_container(reading, inside.start("in"), end, None, imprint)
        return True
    closing_date = _CLOSING_DATE.search(text, low, end) if reading.issued is None and text[end - 1] in ").," else None
    if closing_date is not None and closing_date.start() > low and (imprint is None or imprint.year is None):
        reading.issued = closing_date.span("year")
        end = closing_date.start()
    stop = read_tail(reading, low, end)
    if imprint is None or not (imprint.places or imprint.publishers):
        if read_file(reading, low, stop) or read_journal(reading, low, stop):
            return True
        if (serial := read_serial(reading, low, stop)) is not None:
            return serial
    if not reading.names:
        by = _BY.search(text, low, stop)
        if by is not None:
            names = read_names(text, *by.span("names"))
            if names and len(names) <= 4:
                take_names(reading, names, ("author",))
                stop = by.start()
        else:
            closing = _CLOSING_NAME.search(text, low, stop)
            if closing is not None and is_given_name(closing["given"]):
                # "The Quiet Harbour. Ann Hartley, 1931"
                take_names(reading, read_names(text, *closing.span("name")), ("author",))
                stop = closing.start() + 1
    reading.title = title_bounds(text, low, stop)
    if reading.title[0] >= reading.title[1]:
        reading.title = None
        return False
    return True


def _kind(reading: Reading) -> str:
    if reading.genre is not None:
        return "thesis"
    if reading.container is not None:
        if reading.url and reading.volume is None and not reading.places and not reading.page:
            return "webpage"
        if reading.volume is not None and not reading.places:
            return "article-journal"
        if reading.title is None and reading.issued is not None and reading.issued[1] - reading.issued[0] > 9:
            return "article-newspaper"
        if reading.places or reading.publishers or any(role != "author" for role, _ in reading.names):
            return "chapter"
        if reading.issued is not None and reading.issued[1] - reading.issued[0] > 9:
            return "article-magazine"
        return "article-journal" if reading.volume is not None else "article-magazine"
    if reading.archive:
        return "manuscript"
    if reading.url and not reading.publishers:
        return "webpage"
    return "book"


_BY_PLACE = itemgetter(1, 2)


def _finish(reading: Reading, words: Words, short_form: str | None) -> ParsedCitation:
    text = reading.text
    csl: dict[str, Any] = {"type": _kind(reading)}
    fields: list[tuple[str, int, int]] = []
    for role, name in reading.names:
        if role in csl:
            csl[role].append(name.csl.copy())
        else:
            csl[role] = [name.csl.copy()]
        fields.append((role, name.start, name.end))
    for field, bounds, value in (
        ("title", reading.title, title_value),
        ("container-title", reading.container, title_value),
        ("volume", reading.volume, volume_value),
        ("issue", reading.issue, None),
        ("edition", reading.edition, edition_value),
        ("genre", reading.genre, None),
        ("issued", reading.issued, edtf),
        ("original-date", reading.original, None),
        ("page", reading.page, None),
    ):
        if bounds is not None and bounds[0] < bounds[1]:
            a, b = bounds
            csl[field] = text[a:b] if value is None else value(text[a:b])
            fields.append((field, a, b))
    for field, all_bounds in (("publisher-place", reading.places), ("publisher", reading.publishers)):
        for a, b in all_bounds:
            if a < b:
                csl[field] = f"{csl[field]}; {text[a:b]}" if field in csl else text[a:b]
                fields.append((field, a, b))
    for field, (a, b) in reading.url:
        csl[field] = edtf(text[a:b]) if field == "accessed" else text[a:b]
        fields.append((field, a, b))
    for field, (a, b) in reading.archive:
        csl[field] = text[a:b]
        fields.append((field, a, b))
    if reading.notes:
        csl["note"] = "; ".join(text[a + 1 : b - 1] for a, b in reading.notes)
        fields.extend(("note", a + 1, b - 1) for a, b in reading.notes if b - a > 2)
    fields.sort(key=_BY_PLACE)
    leftover = find_leftover(text, reading.start, reading.end, fields)
    confidence = 1.0
    if leftover:
        confidence -= min(0.6, sum(b - a for a, b in leftover) / max(1, reading.end - reading.start))
    if short_form not in ("ibid", "op-cit") and ("title" not in csl or not reading.names):
        confidence *= 0.8 if reading.page or reading.issued else 0.5
    locator = reading.page
    if words.offsets is not None:
        printed = words.printed
        fields = [(field, *printed(a, b)) for field, a, b in fields]
        leftover = [printed(a, b) for a, b in leftover]
        locator = printed(*locator) if locator else None
    return ParsedCitation(csl, tuple(fields), locator, short_form, round(confidence, 3), tuple(leftover))
