# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Papers in an archive or a file, by the words for its holdings: ``National Archives, RG 59, Box 12``."""

from __future__ import annotations

import re

from testimonia.words.names import is_given_name

from .contributors import whole_name
from .dates import last_date
from .readings import Reading, take_names, title_bounds, trim_bounds

__all__ = ["ARCHIVE_HINT", "is_part_of_file", "read_archive", "read_file"]

ARCHIVE_HINT = re.compile(
    r"\b(?:PRO|TNA|NARA|BNA|GARF|RG[AV]|TsKhSD|TsGA|ГАРФ|РГ|ЦГА|AMAE|BArch|PA AA|AAN|ASMAE|AGA|AHN|BL,|NLS|Bundesarchiv|Record Office|Archives?\b|Papers,|MSS?\b)"
)
_ARCHIVE = re.compile(
    r"\b(?:PRO|TNA|FO|CAB|WO|ADM|NARA|NA|BA|PA AA|AAN|GARF|RGASPI|RGVA|RGANI|TsKhSD|ГАРФ|РГАСПИ|РГВА|ЦГА\w*|ЦА|AMAE|BArch|Bundesarchiv|National Archives|Public Record Office|Hoover Institution|Archives?|Archiv|MSS?|Papers|Box|Folder|RG|f\.|ф\.|оп\.|d\.|д\.)(?=[\s,/]|$)"
)
_VOLUME_AND_ISSUE = re.compile(r",\s(?:[Vv]ol\.?\s)?\d{1,3}(?:\s?\(\d{1,4}(?:[-–/]\d{1,4})?\)|,\s[Nn]o\.\s\d)")
_MADE_BY = re.compile(
    r"(?P<who>(?P<given>[^\W\d_a-z][^\W\d_]+)\s(?:[^\W\d_a-z][\w.'’-]*\s){0,2}[^\W\d_a-z][\w'’-]+),\s"
    r"(?P<what>(?:[a-z]+\s)?(?:statement|affidavit|deposition|declaration|testimony|evidence|confession|diary|journal|memorandum|report))(?:\s(?:of|made|given|dated))?$"
)
_FILE = re.compile(
    r"(?<=[.?!]\s)(?P<name>(?=[^\W\d_])[^.?!]{3,60}\b(?:[Ff]ile|[Bb]ox|[Ff]older|[Cc]arton|[Bb]undle|[Ff]onds|[Dd]ossier|Akte)s?\s\d[\w/.-]*)[\s.,;]*$"
)


def read_archive(reading: Reading, low: int, high: int) -> bool:
    """A document in an archive: ``PRO, FO 371/123``, with a title before it or none."""
    text = reading.text
    found = _ARCHIVE.search(text, low, high)
    if (
        found is None
        or found.group() in ("Box", "Folder")
        or not (found.start() == low or text[found.start() - 2 : found.start()] in (", ", ". ", "; ", ": ", " ("))
    ):
        return False
    archive_end = text.find(",", found.start(), high)
    if archive_end < 0 or not any(c.isdecimal() for c in text[archive_end:high]):
        return False
    if _VOLUME_AND_ISSUE.match(text, archive_end, high):
        # "Archives and Manuscripts, 8(2), 33-47" is a periodical
        return False
    reading.archive = [
        ("archive", (found.start(), archive_end)),
        ("archive_location", trim_bounds(text, archive_end, high)),
    ]
    stop = found.start()
    date = last_date(text, low, stop)
    if date is not None:
        reading.issued = date.span()
        stop = date.start()
    if stop > low:
        title = title_bounds(text, low, stop)
        if title[0] < title[1]:
            reading.title = _behind_maker(reading, title)
    return True


def _behind_maker(reading: Reading, title: tuple[int, int]) -> tuple[int, int]:
    """The title of a paper without whoever made it, who is entered: ``Ann Hartley, statement of 4 May 1912``."""
    found = _MADE_BY.match(reading.text, *title)
    if found is None or not is_given_name(found["given"]):
        return title
    take_names(reading, (whole_name(reading.text, *found.span("who")),), ("author",))
    return found.span("what")


def is_part_of_file(text: str, low: int, end: int) -> bool:
    """Whether the stretch closes with papers that are numbered: ``Letters of the Pilots. Port Papers, File 63/2``."""
    return _FILE.search(text, low, end) is not None


def read_file(reading: Reading, low: int, end: int) -> bool:
    """A paper in a numbered file: ``Letters of the Pilots. Port Papers, File 63/2``."""
    text = reading.text
    found = _FILE.search(text, low, end)
    if found is None:
        return False
    reading.title = title_bounds(text, low, found.start())
    reading.container = found.span("name")
    return reading.title[0] < reading.title[1]
