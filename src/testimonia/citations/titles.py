"""The title of a citation, between the names that open it and the imprint, and what stands with the title.

What is set off by quotation marks or by emphasis is the surest. Else a title ends before the word that leads to
a container (``in``), a date in brackets, an editor, or the name of the author where it is printed last.
"""

from __future__ import annotations

import re

from testimonia.words.names import is_given_name

from .archives import read_file
from .containers import read_container
from .contributors import read_names
from .imprint_words import Imprint
from .periodicals import read_dated_serial, read_journal, read_serial, read_set_off_serial
from .readings import Reading, inside_quotes, quote_at, take_names, title_bounds
from .tails import read_tail

__all__ = ["read_title"]

Bounds = tuple[int, int]

_IN_HINT = re.compile(r"\s(?:[Ii]n|[Dd]ans|[Ee]n|[Вв]|//)\b")
_IN = re.compile(r"(?:[.,;]|[”\"»’'?!)])\s*(?P<in>[Ii]n:?|[Dd]ans:?|[Ee]n:|[Вв] кн\.:?|//)\s+(?=[^\W\d_\"“«„'‘]|\d)")
_ENDS_IN = re.compile(r"\b[Ii]n:?$")
_BEFORE_IN = re.compile(r"[.,;:]?\s*\b[Ii]n:?\s*$")
_EDITED = re.compile(r"\beds?\b|Hrsg|Hg\.|\([ée]ds?|dir\.")
_MOST_AUTHORS = 4  # named behind a title with "by"
_BY = re.compile(r"\s(?:by|BY|By|von|par|por)\s(?P<names>[^\W\d_][^,;:()\d]{2,60})$")
_CLOSING_NAME = re.compile(
    r"(?:\.|\s[—–-])\s(?P<name>(?P<given>[^\W\d_][\w'’-]+)(?: [^\W\d_]\.){0,2} [^\W\d_][\w'’-]+)$"
)
_CLOSING_DATE = re.compile(r"[.,]?\s\((?P<year>(?:1[4-9]|20)\d\d)[a-z]?\)[\s.,]*$")
_DATE_BEHIND = re.compile(r"[.,]?\s*\((?P<year>(?:1[4-9]|20)\d\d)[a-z]?\)[.,]?\s*(?=\S)")
_PAGES_BEHIND = re.compile(
    r"[\s,.]*(?P<page>\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?)*|[ivxl]{1,7}(?:[-–][ivxl]{1,7})?)[\s.]*"
)


def read_title(reading: Reading, low: int, end: int, imprint: Imprint | None, emphasis: Bounds | None) -> bool:
    """Take the title of ``text[low:end]``, and the container or editor behind it; false where none is left.

    ``emphasis`` is the first stretch that italics set off.
    """
    text = reading.text
    quote = quote_at(text, low, end)
    if (
        quote is not None
        and text[quote[1] : end].strip(" .,;:)")
        and (emphasis is not None or text[quote[1] : quote[1] + 1] != ":")
    ):
        _read_quoted(reading, quote, end, imprint, emphasis)
        return True
    if emphasis is not None and emphasis[0] >= low - 1:
        return _read_emphasised(reading, low, end, imprint, emphasis)
    inside = _IN.search(text, low + 1, end) if _IN_HINT.search(text, low, end) else None
    if inside is not None and _leads_to_container(text, inside, end):
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
        if read_dated_serial(reading, low, stop):
            return True
        if (serial := read_serial(reading, low, stop)) is not None:
            return serial
    if not reading.names:
        stop = _read_author_behind(reading, low, stop)
    reading.title = title_bounds(text, low, stop)
    if reading.title[0] >= reading.title[1]:
        reading.title = None
        return False
    return True


def _read_quoted(reading: Reading, quote: Bounds, end: int, imprint: Imprint | None, emphasis: Bounds | None) -> None:
    """Take a title in quotation marks, with a date, pages or a container behind it."""
    text, behind = reading.text, quote[1]
    reading.title = inside_quotes(text, quote)
    date = _DATE_BEHIND.match(text, behind, end) if reading.issued is None else None
    if date is not None:
        # "“Tides”. (1911). Leeds Mercury"
        reading.issued = date.span("year")
        behind = date.end() - 1
    pages = _PAGES_BEHIND.fullmatch(text, behind, end) if imprint is None else None
    if pages is not None:
        # "Hartley, “Tides” 104, 107"
        reading.page = (pages.start("page"), reading.page[1] if reading.page else pages.end("page"))
        return
    read_container(reading, behind, end, emphasis, imprint)


def _read_emphasised(reading: Reading, low: int, end: int, imprint: Imprint | None, emphasis: Bounds) -> bool:
    """Take the title by what italics set off: itself, or the container behind it; false where none is left."""
    text = reading.text
    lead = text[low : emphasis[0]].strip(" .,;:")
    if not lead:
        set_off = title_bounds(text, max(low, emphasis[0]), emphasis[1])
        if read_set_off_serial(reading, set_off, end):
            return True
        reading.title = set_off
        read_tail(reading, emphasis[1], end)
        return reading.title[0] < reading.title[1]
    if _ENDS_IN.search(lead):
        inside = _BEFORE_IN.search(text, low, emphasis[0])
        reading.title = title_bounds(text, low, inside.start() if inside else emphasis[0])
        reading.container = title_bounds(text, *emphasis)
        read_tail(reading, emphasis[1], end)
        return True
    reading.title = title_bounds(text, low, emphasis[0])
    read_container(reading, emphasis[0], end, emphasis, imprint)
    return reading.title[0] < reading.title[1]


def _leads_to_container(text: str, inside: re.Match[str], end: int) -> bool:
    """Whether an "in" leads to a container by its capital or colon, or by an editor behind it."""
    word = inside["in"]
    if word in ("in", "dans") and _EDITED.search(text[inside.end() : end]):
        return True
    return (
        word != "in"
        and (word.rstrip(":").casefold() != "en" or ":" in word)
        and (text[inside.start()] != "," or ":" in word)
    )


def _read_author_behind(reading: Reading, low: int, stop: int) -> int:
    """Take an author who is printed behind the title; gives where the title ends."""
    text = reading.text
    by = _BY.search(text, low, stop)
    if by is not None:
        names = read_names(text, *by.span("names"))
        if names and len(names) <= _MOST_AUTHORS:
            take_names(reading, names, ("author",))
            return by.start()
        return stop
    closing = _CLOSING_NAME.search(text, low, stop)
    if closing is not None and is_given_name(closing["given"]):
        # "The Quiet Harbour. Ann Hartley, 1931"
        take_names(reading, read_names(text, *closing.span("name")), ("author",))
        return closing.start() + 1
    return stop
