# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""What a part stands in: a journal, a newspaper, a book with its editors, an archive."""

from __future__ import annotations

import re

from testimonia.words.names import is_given_name

from .bracketed_imprints import find_thesis
from .contributors import Name, names_between
from .dates import DATE, MONTH, last_date
from .imprint_words import Imprint
from .openings import read_opening
from .places import is_city
from .readings import Reading, last_year, take_names, title_bounds, trim_bounds
from .roles import roles_of
from .serials import PAPERS
from .tails import read_tail

__all__ = [
    "ARCHIVE_HINT",
    "is_part_of_file",
    "read_archive",
    "read_container",
    "read_dated_serial",
    "read_file",
    "read_journal",
    "read_serial",
    "read_set_off_serial",
]

Bounds = tuple[int, int]

_JOURNAL = re.compile(
    r"(?P<name>[^\W\d_][^\d:;()\[\]]{1,120}?)(?:(?:,\s?|\.\s?|\s|;\s?)(?:[Vv]ol(?:ume)?\b\.?\s?|[Bb]d\.\s?|[Jj]g\.\s?|t\.\s?|[Тт]\.\s?)?(?P<volume>\d{1,4}[A-Za-z]?|[IVXLC]{1,7}(?=[\s,:(])|[ivxlc]{1,7}(?=\s?\()))"
    r"(?:\s?\((?P<issue1>\d{1,3}(?:[-–/]\d{1,4})?|[Ss]uppl\.?[^)]{0,8})\)|[,.]?\s?(?:[Nn]o?s?\.?|[Nn]r\.?|n[°º]|№|H\.|[Hh]eft|[Ii]ss(?:ue|\.))\s?(?P<issue2>\d{1,4}(?:[-–/]\d{1,4})?)|[./:](?P<issue3>\d{1,3})(?=[\s,(:]))?(?=[\s,.:;()]|$)"
)
_JOURNAL_PAGE = re.compile(
    r"[\s,:;)(.]*(?:\((?P<date>[^()]*\d{4}[a-z]?)\))?[\s,:;.]*(?P<page>[A-Za-z]?\d{1,6}(?:\s?[-–—]\s?[A-Za-z]?\d{1,6})?)?\s*[.,;]?$"
)
_ARCHIVE_NAMES = (
    r"(?:PRO|TNA|NARA|BNA|GARF|RGASPI|RGVA|RGANI|RGAE|RGALI|TsKhSD|TsGA\w*|ГАРФ|РГАСПИ|РГВА|РГАНИ|РГАЭ|ЦГА\w*|AMAE|BArch|PA AA|AAN|ASMAE|AGA|AHN|BL|NLS"
    r"|Bundesarchiv|Public Record Office|(?:The )?National Archives?(?: of [A-Z][\w ]{2,30})?|Archives? [Nn]ationales?|[A-Z][\w ]{2,40}(?: Archives?| Record Office| Papers| Library MSS?))"
)
ARCHIVE_HINT = re.compile(
    r"\b(?:PRO|TNA|NARA|BNA|GARF|RG[AV]|TsKhSD|TsGA|ГАРФ|РГ|ЦГА|AMAE|BArch|PA AA|AAN|ASMAE|AGA|AHN|BL,|NLS|Bundesarchiv|Record Office|Archives?\b|Papers,|MSS?\b)"
)
_ARCHIVE = re.compile(
    r"\b(?:PRO|TNA|FO|CAB|WO|ADM|NARA|NA|BA|PA AA|AAN|GARF|RGASPI|RGVA|RGANI|TsKhSD|ГАРФ|РГАСПИ|РГВА|ЦГА\w*|ЦА|AMAE|BArch|Bundesarchiv|National Archives|Public Record Office|Hoover Institution|Archives?|Archiv|MSS?|Papers|Box|Folder|RG|f\.|ф\.|оп\.|d\.|д\.)(?=[\s,/]|$)"
)
_VOLUME_AND_ISSUE = re.compile(r",\s(?:[Vv]ol\.?\s)?\d{1,3}(?:\s?\(\d{1,4}(?:[-–/]\d{1,4})?\)|,\s[Nn]o\.\s\d)")
# "14 March", whose year stands behind the names
_MONTH_BEHIND = re.compile(rf"\s(?:de\s)?{MONTH}")
_ISSUE_BEHIND = re.compile(
    r"[\s,.;]*(?:[Nn]os?\.?|[Nn]r\.?|n[°º]|№|[Hh]eft|H\.|[Ii]ssue)\s?(?P<issue>\d{1,5})[\s.,;)]*"
)
_MONTH_AT_END = re.compile(rf"\s{MONTH}$")
_DAY_AT_END = re.compile(rf"[,”\"’']\s\d{{1,2}}\s{MONTH}$")
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
_CHAPTER = re.compile(r"(?:[Ii]n|[Dd]ans|[Ee]n|[Вв] кн\.|//):?\s+")
_NUMBERS = re.compile(
    r"[\s,.:]*(?:[Vv]ol(?:ume)?\b\.?\s?|[Bb]d\.\s?|t\.\s?)?(?P<volume>\d{1,4}|[IVXLC]{1,7}(?=[\s,:(]))"
    r"(?:\s?\((?P<issue1>\d{1,4}(?:[-–/]\d{1,4})?)\)|[,.]?\s?(?:[Nn]os?\.?|[Nn]r\.?|n[°º]|№|H\.)\s?(?P<issue2>\d{1,4}(?:[-–/]\d{1,4})?)|[./](?P<issue3>\d{1,3})(?=[\s,(:]))?(?=[\s,.:;()]|$)"
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
            reading.title = title
    return True


_FILE = re.compile(
    r"(?<=[.?!]\s)(?P<name>[^.?!]{3,60}\b(?:[Ff]ile|[Bb]ox|[Ff]older|[Cc]arton|[Bb]undle|[Ff]onds|[Dd]ossier|Akte)s?\s\d[\w/.-]*)[\s.,;]*$"
)


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


def read_journal(reading: Reading, low: int, end: int) -> bool:
    """An article without quotation marks: ``Title. Journal, 26(1), 1-35``."""
    text = reading.text
    if not any(c.isdecimal() for c in text[low:end]):
        return False
    at = low
    for found in _SENTENCE.finditer(text, low, end):
        at = found.end()
        journal = _JOURNAL.match(text, at, end)
        if (
            journal is not None
            and journal["name"][:1].isupper()
            and _MONTH_AT_END.search(journal["name"]) is None
            and ". " not in journal["name"].replace("J. ", "").replace("Rev. ", "")[:60]
        ):
            tail = _JOURNAL_PAGE.match(text, journal.end(), end)
            if tail is None:
                continue
            reading.title = title_bounds(text, low, found.start() + (text[found.start()] in "?!"))
            _take_journal(reading, journal, tail)
            return True
    return False


def read_serial(reading: Reading, low: int, end: int) -> bool | None:
    """A newspaper or magazine named by its date: ``The Times, 5 May 1937``; ``None`` where no date closes the stretch."""
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
    """A newspaper whose name is set off, with its day: ``*The Leeds Mercury* (Leeds), 5 May 1937``.

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


def _take_journal(reading: Reading, journal: re.Match[str], tail: re.Match[str] | None) -> None:
    text = reading.text
    reading.container = title_bounds(text, *journal.span("name"))
    if reading.issued in (None, journal.span("volume")) and _YEAR_ALONE.match(journal["volume"]):
        # "Harbour Review 1935, 357"
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
            and _YEAR_ALONE.match(tail["page"])
            and tail.start("page") == journal.end() + 1
            and text[journal.end()] == " "
        ):
            reading.issued = tail.span("page")
        elif tail["page"] and reading.page is None:
            reading.page = tail.span("page")


_YEAR_ALONE = re.compile(r"[\s,.:]*((?:1[4-9]|20)\d\d)\W*$")
_HOLDS_FILES = re.compile(
    r"\b(?:[Ff]iles?|[Bb]ox|[Ff]olders?|[Cc]artons?|[Bb]undles?|Dossier|Akte|Mappe|RG|MSS?)$|\b(?:File|Box|Folder)\s\d"
)
_CREDIT = re.compile(
    r"[\s,.]*(?P<role>by|von|par|(?:[Ee]dited|[Tt]ranslated) by|[Ee]ds?\.|[Tt]rans\.(?: by)?|[Tt]rad\. (?:par|de|di)|[ÜüU]bers\. v(?:on|\.)|[Hh]rsg\. v(?:on|\.)|[ÉEé]d\. par)"
    r"\s(?=[^\W\d_])"
)


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
    if not (imprint and imprint.year) and (year := _YEAR_ALONE.match(text, low, end)):
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
        journal = _JOURNAL.match(text, low, end)
        if (
            journal is not None
            and not _HOLDS_FILES.search(text, *journal.span("name"))
            and not (date is not None and journal.start("volume") >= date.start())
            and _MONTH_BEHIND.match(text, journal.end("volume"), end) is None
        ):
            rest = _JOURNAL_PAGE.match(text, journal.end(), end)
            _take_journal(reading, journal, rest)
            return
    stop = min(x for x in (date.start() if date else end, end))
    if reading.issued is not None and low < reading.issued[0] < stop:
        stop = reading.issued[0]
    stop = read_tail(reading, low, stop)
    if (day := _DAY_AT_END.search(text, low - 2, stop)) is not None:
        stop = max(low, day.start())
    a, b = title_bounds(text, low, stop)
    if chapter is None and imprint is None and not _HOLDS_FILES.search(text, a, b):
        # "Harbour Weekly: August 7, 1935"; "The Times (London), 3 May 1922"
        bracket = text.find(" (", a, b)
        if bracket > 0 and text[b - 1 : b] == ")":
            b = bracket
    if a < b:
        reading.container = (a, b)


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
    tail = _JOURNAL_PAGE.match(text, found.end(), end)
    if tail is not None and tail["page"] and reading.page is None:
        reading.page = tail.span("page")
