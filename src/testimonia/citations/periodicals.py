# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Journals and newspapers that an article stands in, by volume and page or by their day."""

from __future__ import annotations

import re

from testimonia.words.names import is_given_name
from testimonia.words.papers import PAPERS

from .bracketed_imprints import find_thesis
from .dates import DATE, MONTH, last_date
from .places import is_city
from .readings import Reading, last_year, title_bounds, trim_bounds

__all__ = [
    "JOURNAL",
    "JOURNAL_PAGE",
    "YEAR_ALONE",
    "read_dated_serial",
    "read_journal",
    "read_serial",
    "read_set_off_serial",
    "take_journal",
]

Bounds = tuple[int, int]

JOURNAL = re.compile(
    r"(?P<name>[^\W\d_][^\d:;()\[\]]{1,120}?)(?:(?:,\s?|\.\s?|\s|;\s?)(?:[Vv]ol(?:ume)?\b\.?\s?|[Bb]d\.\s?|[Jj]g\.\s?|t\.\s?|[Тт]\.\s?)?(?P<volume>\d{1,4}[A-Za-z]?|[IVXLC]{1,7}(?=[\s,:(])|[ivxlc]{1,7}(?=\s?\()))"
    r"(?:\s?\((?P<issue1>\d{1,3}(?:[-–/]\d{1,4})?|[Ss]uppl\.?[^)]{0,8})\)|[,.]?\s?(?:[Nn]o?s?\.?|[Nn]r\.?|n[°º]|№|H\.|[Hh]eft|[Ii]ss(?:ue|\.))\s?(?P<issue2>\d{1,4}(?:[-–/]\d{1,4})?)|[./:](?P<issue3>\d{1,3})(?=[\s,(:]))?(?=[\s,.:;()]|$)"
)
JOURNAL_PAGE = re.compile(
    r"[\s,:;)(.]*(?:\((?P<date>[^()]*\d{4}[a-z]?)\))?[\s,:;.]*(?P<page>[A-Za-z]?\d{1,6}(?:\s?[-–—]\s?[A-Za-z]?\d{1,6})?)?\s*[.,;]?$"
)
_ISSUE_BEHIND = re.compile(
    r"[\s,.;]*(?:[Nn]os?\.?|[Nn]r\.?|n[°º]|№|[Hh]eft|H\.|[Ii]ssue)\s?(?P<issue>\d{1,5})[\s.,;)]*"
)
_MONTH_AT_END = re.compile(rf"\s{MONTH}$")
_SPOKEN = re.compile(
    r"(?:Interview|Letter|Letters|Speech|Testimony|Statement|Deposition|Diary|Conversation|Telegram|Brief|Rede|Lettre|Письмо|Carta)\b"
)
# "Ann Hartley to Piers Lowe": no newspaper is called so
_WHO_TO_WHOM = re.compile(
    r"(?P<first>[A-ZÀ-ÞА-Я][\w’'.-]*)(?:\s[A-ZÀ-ÞА-Я][\w’'.-]*){0,3}\sto\s[A-ZÀ-ÞА-Я][\w’'.-]*(?:\s[A-ZÀ-ÞА-Я][\w’'.-]*){0,3}[,.]?\s*(?=[,.;(\[]|$|[A-ZÀ-ÞА-Я\d])"
)
_RECORD = re.compile(
    r"\b(?:Reports?|Minutes|Proceedings|Transcripts?|Debates?|Hearings?|Trial|Protokoll\w*|Procès)\b", re.IGNORECASE
)
_PLACE_AND_DATE = re.compile(
    rf"\s*(?:\((?P<place>[^\W\d_][^()\d]{{1,40}})\))?[\s,.:]+(?P<date>{DATE.pattern})[\s.,;)]*"
)
_SENTENCE = re.compile(
    r"(?:(?<!\.[^\W\d_])(?<!\.\s[^\W\d_])(?:(?<!\b[^\W\d_])\.|\.(?!\s[^\W\d_]\.))|[?!])[\"”]?\s+(?=[^\W\d_])"
)
_PIECE = re.compile(r"[.?!][\"”»]?\s+(?=[^\W\d_](?:[^\W\d_]|['’]))|,\s+(?=[^\W\d_])")
YEAR_ALONE = re.compile(r"[\s,.:]*((?:1[4-9]|20)\d\d)\W*$")


def read_journal(reading: Reading, low: int, end: int) -> bool:
    """An article without quotation marks: ``Title. Journal, 26(1), 1-35``."""
    text = reading.text
    if not any(c.isdecimal() for c in text[low:end]):
        return False
    at = low
    for found in _SENTENCE.finditer(text, low, end):
        at = found.end()
        journal = JOURNAL.match(text, at, end)
        if (
            journal is not None
            and journal["name"][:1].isupper()
            and _MONTH_AT_END.search(journal["name"]) is None
            and ". " not in journal["name"].replace("J. ", "").replace("Rev. ", "")[:60]
        ):
            tail = JOURNAL_PAGE.match(text, journal.end(), end)
            if tail is None:
                continue
            reading.title = title_bounds(text, low, found.start() + (text[found.start()] in "?!"))
            take_journal(reading, journal, tail)
            return True
    return False


def read_serial(reading: Reading, low: int, end: int) -> bool | None:
    """A newspaper or magazine named by its date: ``The Times, 5 May 1877``; ``None`` where no date closes the stretch."""
    text = reading.text
    date = last_date(text, low, end)
    if date is None or len(date.group()) < 8:
        return None
    if text[date.end() : end].strip(" .,;)]"):
        # "Harbour Review, April 1931, no. 12"
        issue = _ISSUE_BEHIND.fullmatch(text, date.end(), end)
        if issue is None:
            return None
        reading.issue = issue.span("issue")
    stop = date.start()
    reading.issued = date.span()
    pieces = [m.end() for m in _PIECE.finditer(text, low, stop) if m.end() < stop]
    thesis = next(((begin, t) for begin in pieces if (t := find_thesis(text, begin, stop))), None)
    if thesis is not None:
        # "The Wreck. PhD thesis, University of Leeds, September 1999"
        begin, reading.genre = thesis
        school = trim_bounds(text, reading.genre[1], stop)
        reading.publishers = [school] if school[0] < school[1] else []
        reading.title = title_bounds(text, low, begin)
        return True
    letter = _WHO_TO_WHOM.match(text, low, stop)
    if letter is not None and pieces and not ("." in letter["first"] or is_given_name(letter["first"])):
        letter = None  # "Guide to Leeds, Northern Post, 14 March 1903"
    spoken = letter is not None or _SPOKEN.match(text, low, stop) is not None
    if not reading.names and not pieces and not spoken:
        reading.container = _without_city(reading, *title_bounds(text, low, stop))
        return True
    if pieces and not spoken and text[pieces[-1] : stop].strip(" ,.;:(["):
        begin = pieces[-1]
        reading.container = _without_city(reading, *title_bounds(text, begin, stop))
        reading.title = title_bounds(text, low, begin)
        if is_city(text[slice(*reading.container)]) and not reading.places:
            # "Northern Post. Leeds, 14 March 1903"
            reading.places = [reading.container]
            reading.container, reading.title = (None, reading.title) if reading.names else (reading.title, None)
        return True
    a, b = title_bounds(text, low, stop)
    reading.title = (a, b) if a < b else None
    return a < b


def _without_city(reading: Reading, low: int, end: int) -> Bounds:
    """A newspaper's name without the town in brackets, which is its place: ``Northern Post (Leeds)``."""
    text = reading.text
    opened = text.rfind(" (", low, end) if text[end - 1 : end] == ")" else -1
    if opened < 0 or not is_city(text[opened + 2 : end - 1]):
        return low, end
    reading.places = [(opened + 2, end - 1)]
    return low, opened


def read_dated_serial(reading: Reading, low: int, end: int) -> bool:
    """A newspaper after the title's sentence, its day behind the names: ``(1931, March 14). The wreck. The Leeds Mercury``.

    Of a year alone what follows has to be called as periodicals are.
    """
    text = reading.text
    if reading.issued is None or not reading.names or reading.issued[1] > low:
        return False
    sentences = [m for m in _SENTENCE.finditer(text, low, end) if m.end() < end - 2]
    if not sentences or not (
        DATE.fullmatch(text, *reading.issued)
        or (text[end - 1].isalpha() and text[sentences[-1].end() : end].split()[-1].casefold() in PAPERS)
    ):
        return False
    reading.title = title_bounds(text, low, sentences[-1].start() + (text[sentences[-1].start()] in "?!"))
    reading.container = title_bounds(text, sentences[-1].end(), end)
    return reading.title[0] < reading.title[1]


def read_set_off_serial(reading: Reading, title: Bounds, end: int) -> bool:
    """A newspaper whose name is set off, with its day: ``*The Leeds Mercury* (Leeds), 5 May 1877``.

    Of a record or a letter the day is taken, and the name left to be its title.
    """
    text = reading.text
    found = _PLACE_AND_DATE.fullmatch(text, title[1], end)
    if found is None or reading.names or not re.search(r"(?<!\d)\d\d?(?!\d)", found["date"]):
        return False
    reading.issued = found.span("date")
    if found["place"]:
        reading.places = [found.span("place")]
    if _RECORD.search(text, *title) or _SPOKEN.match(text, *title):
        return False
    reading.container = title
    return True


def take_journal(reading: Reading, journal: re.Match[str], tail: re.Match[str] | None) -> None:
    """Take a journal with its volume and issue, and from its tail the date and the page."""
    text = reading.text
    reading.container = title_bounds(text, *journal.span("name"))
    if reading.issued in (None, journal.span("volume")) and YEAR_ALONE.match(journal["volume"]):
        # "Harbour Review 1875, 357"
        reading.issued = journal.span("volume")
    else:
        reading.volume = journal.span("volume")
    for name in ("issue1", "issue2", "issue3"):
        if journal[name]:
            reading.issue = journal.span(name)
    if tail is not None:
        if tail["date"] and reading.issued is None:
            date = DATE.search(text, *tail.span("date"))
            reading.issued = date.span() if date else last_year(text, *tail.span("date"))
        if tail["page"] and reading.issued == tail.span("page"):
            pass
        elif (
            tail["page"]
            and reading.issued is None
            and YEAR_ALONE.match(tail["page"])
            and tail.start("page") == journal.end() + 1
            and text[journal.end()] == " "
        ):
            reading.issued = tail.span("page")
        elif tail["page"] and reading.page is None:
            reading.page = tail.span("page")
