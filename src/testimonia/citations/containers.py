# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""What an article or chapter stands in: a journal, a newspaper or a book with its editors."""

from __future__ import annotations

import re

from .bracketed_imprints import find_thesis
from .contributors import Name, names_between
from .dates import DATE, MONTH
from .imprint_words import Imprint
from .openings import read_opening
from .periodicals import JOURNAL, JOURNAL_PAGE, YEAR_ALONE, take_journal
from .readings import Reading, last_year, take_names, title_bounds, trim_bounds
from .roles import roles_of
from .tails import read_tail

__all__ = ["read_container"]

Bounds = tuple[int, int]

# "14 March", whose year stands behind the names
_MONTH_BEHIND = re.compile(rf"\s(?:de\s)?{MONTH}")
_DAY_AT_END = re.compile(rf"[,”\"’']\s\d{{1,2}}\s{MONTH}$")
_CHAPTER = re.compile(r"(?:[Ii]n|[Dd]ans|[Ee]n|[Вв] кн\.|//):?\s+")
_NUMBERS = re.compile(
    r"[\s,.:]*(?:[Vv]ol(?:ume)?\b\.?\s?|[Bb]d\.\s?|t\.\s?)?(?P<volume>\d{1,4}|[IVXLC]{1,7}(?=[\s,:(]))"
    r"(?:\s?\((?P<issue1>(?!(?:1[4-9]|20)\d\d\))\d{1,4}(?:[-–/]\d{1,4})?)\)|[,.]?\s?(?:[Nn]os?\.?|[Nn]r\.?|n[°º]|№|H\.)\s?(?P<issue2>\d{1,4}(?:[-–/]\d{1,4})?)|[./](?P<issue3>\d{1,3})(?=[\s,(:]))?(?=[\s,.:;()]|$)"
)
_HOLDS_FILES = re.compile(
    r"\b(?:[Ff]iles?|[Bb]ox|[Ff]olders?|[Cc]artons?|[Bb]undles?|Dossier|Akte|Mappe|RG|MSS?)$|\b(?:File|Box|Folder)\s\d"
)
_CREDIT = re.compile(
    r"[\s,.]*(?P<role>by|von|par|(?:[Ee]dited|[Tt]ranslated) by|[Ee]ds?\.|[Tt]rans\.(?: by)?|[Tt]rad\. (?:par|de|di)|[ÜüU]bers\. v(?:on|\.)|[Hh]rsg\. v(?:on|\.)|[ÉEé]d\. par)"
    r"\s(?=[^\W\d_])"
)
_CREDIT_END = re.compile(r", |(?<=[^\W\d_]{3})\.\s")
_GIVEN_AGAIN = re.compile(r"\s(?:and|und|et|&)\s")


def read_container(reading: Reading, low: int, end: int, emphasis: Bounds | None, imprint: Imprint | None) -> None:
    """What an article or chapter stands in: a journal, a newspaper or a book with its editors."""
    text = reading.text
    while low < end and text[low] in " ,.;:)":
        low += 1
    thesis = find_thesis(text, low, end)
    if thesis is not None:
        reading.genre = thesis
        school = trim_bounds(text, thesis[1], end)
        if school[0] < school[1] and not (imprint and imprint.publishers):
            reading.publishers = [school]
        return
    low = _credits(reading, low, end)
    if not (imprint and imprint.year) and (year := YEAR_ALONE.match(text, low, end)):
        # "“The Courts” 1912": nothing holds it
        reading.issued = reading.issued or year.span(1)
        return
    chapter = _CHAPTER.match(text, low, end)
    if chapter is not None:
        low = chapter.end()
        opening = read_opening(text, low, end)
        if opening is not None and "author" not in opening.roles:
            take_names(reading, opening.names, opening.roles)
            low = opening.end
        elif opening is not None and emphasis is not None and emphasis[0] >= opening.end:
            low = emphasis[0]
    date = DATE.search(text, low, end)
    if date is not None and (imprint is None or not imprint.places):
        reading.issued = (date.start(), date.end())
    elif reading.issued is None and (imprint is None or imprint.year is None):
        reading.issued = last_year(text, low, end)
    if emphasis is not None and emphasis[0] >= low - 1:
        reading.container = title_bounds(text, *emphasis)
        _numbers_after(reading, emphasis[1], end)
        read_tail(reading, emphasis[1], end, volumes=reading.volume is None)
        return
    if chapter is None or imprint is None or not (imprint.places or imprint.publishers):
        journal = JOURNAL.match(text, low, end)
        if (
            journal is not None
            and not _HOLDS_FILES.search(text, *journal.span("name"))
            and not (date is not None and journal.start("volume") >= date.start())
            and _MONTH_BEHIND.match(text, journal.end("volume"), end) is None
        ):
            rest = JOURNAL_PAGE.match(text, journal.end(), end)
            take_journal(reading, journal, rest)
            return
    stop = min(x for x in (date.start() if date else end, end))
    if reading.issued is not None and low < reading.issued[0] < stop:
        stop = reading.issued[0]
    stop = read_tail(reading, low, stop)
    if (day := _DAY_AT_END.search(text, low - 2, stop)) is not None:
        stop = max(low, day.start())
    a, b = title_bounds(text, low, stop)
    if chapter is None and imprint is None and not _HOLDS_FILES.search(text, a, b):
        # "Harbour Weekly: August 7, 1875"; "The Times (London), 3 May 1922"
        bracket = text.find(" (", a, b)
        if bracket > 0 and text[b - 1 : b] == ")":
            b = bracket
    if a < b:
        reading.container = (a, b)


def _credits(reading: Reading, low: int, end: int) -> int:
    """``by Ann Hartley, translated by Piers Lowe`` behind a title in quotation marks; gives what follows."""
    text = reading.text
    while credit := _CREDIT.match(text, low, end):
        begin = credit.end()
        comma = begin
        names: tuple[Name, ...] = ()
        # up to the comma behind which no name stands
        while True:
            mark = _CREDIT_END.search(text, comma + 1, end)
            comma = mark.start() if mark else -1
            found = names_between(text, begin, comma if comma > 0 else end)
            if not found or (names and not _GIVEN_AGAIN.search(text, names[-1].end, found[-1].end)):
                break
            names = found
            if comma < 0:
                break
        if not names or names[-1].end >= end:
            return low
        by = credit["role"] in ("by", "von", "par")
        take_names(reading, names, ("author",) if by else roles_of(credit["role"]))
        low = names[-1].end
        while low < end and text[low] in " ,.;:":
            low += 1
    return low


def _numbers_after(reading: Reading, low: int, end: int) -> None:
    text = reading.text
    found = _NUMBERS.match(text, low, end)
    if found is None or DATE.match(text, found.start("volume"), end) is not None:
        # no volume, but a day: "17 May 1931"
        return
    if re.match(r"(?:1[4-9]|20)\d\d$", found["volume"]):
        return
    reading.volume = found.span("volume")
    for name in ("issue1", "issue2", "issue3"):
        if found[name]:
            reading.issue = found.span(name)
    tail = JOURNAL_PAGE.match(text, found.end(), end)
    if tail is not None and tail["page"] and reading.page is None:
        reading.page = tail.span("page")
