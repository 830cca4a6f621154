"""One citation while it is read: its words, the fields found so far, and bounds of what a field holds."""

from __future__ import annotations

import re

from .contributors import Name
from .dates import find_years
from .locators import Locator

__all__ = [
    "Reading",
    "before_day",
    "inside_quotes",
    "last_year",
    "quote_at",
    "take_locator",
    "take_names",
    "title_bounds",
    "trim_bounds",
]

Bounds = tuple[int, int]

_QUOTE_OPEN = {'"': '"', "“": "”", "«": "»", "„": "“”", "‘": "’", "‚": "‘", "'": "'", "›": "‹", "»": "«"}


class Reading:
    """One citation while it is read: its words and the fields found so far."""

    __slots__ = (
        "archive",
        "container",
        "edition",
        "end",
        "fields",
        "genre",
        "issue",
        "issued",
        "label",
        "names",
        "notes",
        "original",
        "page",
        "places",
        "publishers",
        "series",
        "start",
        "style",
        "text",
        "title",
        "url",
        "volume",
    )

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.names: list[tuple[str, Name]] = []
        self.title: Bounds | None = None
        self.container: Bounds | None = None
        self.volume: Bounds | None = None
        self.issue: Bounds | None = None
        self.edition: Bounds | None = None
        self.places: list[Bounds] = []
        self.publishers: list[Bounds] = []
        self.issued: Bounds | None = None
        self.page: Bounds | None = None
        self.label: tuple[str, Bounds, Bounds] | None = None  # what is counted, if not pages; its word and the numbers
        self.original: Bounds | None = None
        self.series: Bounds | None = None
        self.style = ""
        self.genre: Bounds | None = None
        self.notes: list[Bounds] = []
        self.url: list[tuple[str, Bounds]] = []
        self.archive: list[tuple[str, Bounds]] = []


def take_locator(reading: Reading, locator: Locator) -> None:
    """Enter the numbers of a page reference, and what they count where that is no page."""
    reading.page = (locator.first, locator.last)
    if locator.label != "page":
        word = trim_bounds(reading.text, locator.start, locator.first)
        reading.label = (locator.label, word, reading.page)


def take_names(reading: Reading, names: tuple[Name, ...], roles: tuple[str, ...]) -> None:
    """Enter names under each of their roles."""
    for role in roles:
        for name in names:
            reading.names.append((role, name))


def trim_bounds(text: str, start: int, end: int) -> Bounds:
    """The stretch without the marks that part fields."""
    while start < end and text[start] in " ,.;:–—-)":
        start += 1
    while end > start and text[end - 1] in " ,;:([":
        end -= 1
    return start, end


def quote_at(text: str, start: int, end: int) -> Bounds | None:
    """The quotation that opens the stretch, with its marks."""
    if start >= end:
        return None
    close = _QUOTE_OPEN.get(text[start])
    if close is None:
        return None
    if text[start] in "'‘":
        at = start
        while True:
            at = text.find(close, at + 1, end)
            if at < 0:
                return None
            if at + 1 >= end or not text[at + 1].isalpha():
                return start, at + 1
    best = -1
    for mark in close:
        at = text.find(mark, start + 1, end)
        if at > 0 and (best < 0 or at < best):
            best = at
    return None if best < 0 else (start, best + 1)


def title_bounds(text: str, start: int, end: int) -> Bounds:
    """A title without the punctuation that surrounds it; its own question mark and quotes stay."""
    while start < end and text[start] in " ,.;:–—":
        start += 1
    while end > start and text[end - 1] in " ,;:.([{–—-/":
        if text[end - 1] == "." and (
            text[end - 3 : end] == "..."
            or (text[end - 3 : end - 2] == "." and re.search(r"\b[A-ZА-Я]\.[A-ZА-Я]\.$", text[start:end]))
        ):
            break
        end -= 1
    # quotes around the whole title
    if start < end and text[start] in _QUOTE_OPEN:
        quote = quote_at(text, start, end)
        if quote is not None and quote[1] == end:
            return inside_quotes(text, quote)
    if end - start > 2 and text[end - 1] in '"”»' and text[end - 2] in ".,":
        return start, end
    return start, end


def before_day(text: str, start: int, stop: int) -> int:
    """Where a title ends before the day at ``stop``: ``Diary of Ann Hartley, entry for 4 May 1912``."""
    leads = _LEADS_TO_DAY.search(text, start, stop)
    return stop if leads is None else leads.start()


_LEADS_TO_DAY = re.compile(
    r",?\s(?:(?:entry|entries)\s)?(?:for|of|on|dated|made|given|entry|\d{1,2}\s?(?:and|&|[-–]))[\s,]*$"
)


def inside_quotes(text: str, quote: Bounds) -> Bounds:
    """What stands between the marks, without punctuation that closes it; a question mark stays."""
    start, end = quote[0] + 1, quote[1] - 1
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] in " ,.;:":
        end -= 1
    return start, end


def last_year(text: str, start: int, end: int) -> Bounds | None:
    """The last year of the stretch that can be one of publication."""
    years = find_years(text, start, end)
    return years[-1].span("year") if years else None
