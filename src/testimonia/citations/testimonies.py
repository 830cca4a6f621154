# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""A testimony and where it is printed: ``Evidence of Ann Hartley, pilot, in Lowe, The Inquiry``, ``Hartley, quoted in Tide News``.

What describes the testimony is its title, with whoever gave it; the book, the newspaper or the day behind it are none of
the names that open a citation. Where nothing of the kind stands behind, the citation is left to be read as others are.
"""

from __future__ import annotations

import re

from testimonia.words.makers import maker_of
from testimonia.words.names import is_given_name

from .contributors import names_between, whole_name
from .dates import DATE
from .imprints import find_imprint
from .locators import find_volume
from .marks import Words
from .openings import behind_ranks
from .readings import Reading, before_day, quote_at, take_names, title_bounds, trim_bounds

__all__ = ["read_talk", "read_testimony"]

_IN = re.compile(
    r"[,.;]?\s(?:(?:as\s)?(?:quoted|reported|cited|printed|published|reproduced|transcribed|given|excerpted|translated)\s)?[Ii]n:?\s(?=[^\W\d_a-z]|[*_\"“«„]|the\s)"
)
# where the words that describe it end: a day, a sentence, another source
_ENDS = re.compile(
    r"[,.;]?\s[(\[](?!(?:n[ée]e|geb|born|alias|aged|then)\b)|(?<=[^\W\d_]{3})\.\s|;\s|,\s(?=[\"“«„]|ibid|Ibid|op\.\s?cit|supra|see\s)"
)
_QUOTED = re.compile(
    r"(?P<who>[^,.;:()\[\]\d\"“”«»]{3,60}?(?:\b[^\W\d_a-z]\.[^,.;:()\[\]\d\"“”«»]{2,40})?)(?:,\s[^,.;:\d]{3,60})?,\s"
    r"(?:(?P<paper>evidence|testimony|statement|speech|letter|remarks?)(?=\s)|(?:as\s)?(?:(?P<quoted>quoted|cited)|reported|interviewed|speaking))"
    r"\s(?:in|by):?\s(?=[^\W\d_a-z]|[*_\"“«„]|the\s)"
)
_TALK = re.compile(  # "Ann Hartley, interviewed by Piers Lowe, Leith, 4 May 1912"
    r"(?P<who>[^\W\d_][^,.;:()\[\]\d\"“”«»]{2,60}),\s(?P<what>(?:[Oo]ral\s[Hh]istory\s)?(?:[Ii]nterview(?P<passive>ed)?|[Cc]onversation)\s(?:by|with)\s"
    r"(?P<other>[^,;:()\d]{3,60})),\s(?:[^\W\d_a-z][^,.;:()\d]{2,30},\s){0,2}(?=\d|[^\W\d_a-z][^\W\d_]{2,9}\s\d)"
)
_NUMBER = re.compile(r",?\s(?:[Nn]o\.|[Nn]r\.|№)\s?\d")
LONGEST = 200  # characters of the words that describe a testimony


def read_testimony(reading: Reading, words: Words, low: int, high: int) -> bool:
    """Read what a testimony is, who gave it and where it stands; false where the citation is none."""
    text = reading.text
    return _read_quoted(reading, words, low, high) or (
        text[low].isalpha() and _read_described(reading, words, low, high)
    )


def read_talk(reading: Reading, words: Words, low: int, high: int) -> bool:
    """``Ann Hartley, interviewed by Piers Lowe, Leith, 4 May 1912``: where they met is no publisher's place."""
    text = reading.text
    if text.find(" by ", low, high) < 0 and text.find(" with ", low, high) < 0:
        return False
    found = _TALK.match(text, behind_ranks(text, low, high), high)
    date = DATE.match(text, found.end(), high) if found is not None else None
    if found is None or date is None or any(found.start() <= a < found.end() for a, _ in words.emphasis):
        return False  # what is set off is the newspaper that printed it
    first = found["who"].partition(" ")[0]
    if not (found["passive"] or is_given_name(first) or first.endswith(".")):
        return False  # "Leith Mercury, interview with Piers Lowe": a paper is not interviewed
    names = names_between(text, *found.span("who")) or (whole_name(text, *found.span("who")),)
    if len(names) != 1:
        return False
    take_names(reading, names, ("author",))
    reading.title, reading.issued = found.span("what"), date.span()
    return True


def _read_described(reading: Reading, words: Words, low: int, high: int) -> bool:
    """``Evidence of Ann Hartley, pilot, 4 May 1912``, and what it is printed in."""
    text = reading.text
    maker = maker_of(text[low:high])
    if maker is None:
        return False
    behind = low + maker[1]
    emphasis = next((a for a, _ in words.emphasis if a >= behind), high)
    inside = _IN.search(text, behind, high)
    date = DATE.search(text, behind, high)
    ends = _ENDS.search(text, behind, high)
    stops = [emphasis, *(found.start() for found in (inside, date, ends) if found is not None)]
    stop = min(stops)
    if stop == high or stop - low > LONGEST or (stop != emphasis and inside is None and date is None):
        return False
    if ends is not None and stop == ends.start() and (date is None or text[stop:high].lstrip(" ,.;").startswith("(")):
        return False
    begin = inside.end() if inside is not None else _sentence_behind(text, date.end() if date else stop)
    if _take_printed(reading, words, stop, begin, high):
        pass
    elif inside is not None and stop == inside.start():
        _take_source(reading, words, inside.end(), high)
    elif emphasis < high:
        _take_source(reading, words, emphasis, high)
    if reading.issued is None and date is not None:
        reading.issued = date.span()
    reading.title = title_bounds(text, low, before_day(text, behind, stop))
    return True


def _read_quoted(reading: Reading, words: Words, low: int, high: int) -> bool:
    """``Ann Hartley, quoted in Tide News, 4 May 1912``, ``Ann Hartley, pilot, evidence in Lowe, The Inquiry``."""
    text = reading.text
    found = _QUOTED.match(text, low, high)
    if found is None:
        return False
    set_off = any(found.end() <= a < high for a, _ in words.emphasis)
    if not set_off and not found["quoted"]:
        return False  # "Ann Hartley, speech in Leeds", "Ann Hartley, interviewed in Leeds"
    start = behind_ranks(text, low, high)
    who = text[start : found.end("who")]
    names = names_between(text, start, found.end("who"))
    if not names and " " not in who and who[:1].isupper():
        names = (whole_name(text, start, found.end("who")),)
    if len(names) != 1:
        return False
    if not _take_printed(reading, words, found.end(), found.end(), high):
        _take_source(reading, words, found.end(), high)
    if reading.container is None:
        reading.places, reading.publishers, reading.issued = [], [], None
        return False  # "Hartley, quoted in Lowe, The Inquiry, 1914": read as others are
    take_names(reading, names, ("author",))
    if found["paper"]:
        reading.title = found.span("paper")
    return True


def _take_printed(reading: Reading, words: Words, stop: int, begin: int, high: int) -> bool:
    """Take the book that begins at ``begin``, if there is its imprint behind ``stop``, in brackets or with a colon."""
    text = reading.text
    imprint = find_imprint(text, stop, high)
    if imprint is None or not (imprint.places or imprint.publishers):
        return False
    if "(" not in text[stop:high] and not (imprint.places and imprint.publishers):
        return False
    reading.places, reading.publishers, reading.issued = imprint.places, imprint.publishers, imprint.year
    _take_book(reading, words, begin, imprint.start)
    return True


def _take_source(reading: Reading, words: Words, low: int, high: int) -> None:
    """The book or newspaper of ``text[low:high]``: what is set off, else what stands before its day or number."""
    text = reading.text
    date = DATE.search(text, low, high)
    if date is not None and reading.issued is None:
        reading.issued = date.span()
    set_off = next(((a, b) for a, b in words.emphasis if low <= a < high), None)
    if set_off is not None:
        reading.container = trim_bounds(text, *set_off)
        return
    number = _NUMBER.search(text, low, high)
    stop = min((found.start() for found in (date, number) if found is not None), default=0)
    if stop > low and quote_at(text, low, stop) is None:
        reading.container = trim_bounds(text, low, stop)


def _take_book(reading: Reading, words: Words, low: int, high: int) -> None:
    """The title of the book that an imprint follows, with its volume."""
    text = reading.text
    set_off = next(((a, b) for a, b in words.emphasis if low <= a < high), None)
    volume = find_volume(text, low, high)
    if volume is not None:
        reading.volume = (volume[2], volume[3])
        high = volume[0]
    bounds = trim_bounds(text, *(set_off or (low, high)))
    if bounds[0] < bounds[1]:
        reading.container = bounds


def _sentence_behind(text: str, at: int) -> int:
    while at < len(text) and text[at] in " .,;":
        at += 1
    return at
