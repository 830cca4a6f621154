"""The form of legal writing: ``Ann Hartley, The Quiet Harbour 44 (1931)``, with the page bare before the bracket.

An article has its volume before the journal and its first page after it: ``“Tides”, 26 Harbour Review 296 (1965)``.
A case is called by its parties, and its reports are its periodical: ``Lowe v. Hartley (1912), 5 Harbour Reports 31``.
"""

from __future__ import annotations

import re

from .contributors import names_between, read_names
from .locators import Locator
from .readings import Reading, take_names, title_bounds
from .roles import roles_of

__all__ = ["find_bare_page", "read_case", "read_legal_article"]

_NUMBER = r"(?:\d{1,4}(?:\s?[-–]\s?\d{1,4})?|[ivxl]{1,7}(?:\s?[-–]\s?[ivxl]{1,7})?)"
_NUMBERS = rf"(?!(?:1[4-9]|20)\d\d\b){_NUMBER}(?:,\s{_NUMBER})*"
_BRACKET = r"\s\((?:[^()]*\s)?(?:1[4-9]|20)\d\d\)$"
_BARE = re.compile(rf"(?:(?P<at>,?\sat)|(?<=[^\W\d_])|(?<=[)?!]))\s(?P<page>{_NUMBERS}){_BRACKET}")
_ARTICLE = re.compile(
    rf"[”\"»’],?\s(?P<volume>\d{{1,4}})\s(?P<name>[^\W\d_][^\d\"“”«»():;]{{2,80}}?)\s(?P<page>{_NUMBERS}){_BRACKET}"
)
_CONTRIBUTOR = re.compile(r"\s\(?(?P<names>[^()\d]{3,80}?)\s(?P<role>eds?|trans|comps?)\.,(?=\s)")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
# what a periodical is called by: a number after it is its volume
_PERIODICAL = re.compile(
    r"\b(?:journals?|reviews?|annals|bulletin|quarterly|monthly|weekly|magazine|gazette|proceedings|transactions|archives?|letters"
    r"|zeitschrift|jahrb[uü]ch\w*|archiv|revue|annales|cahiers|rivista|revista|studi|hefte|vol|vols|volume|no|bd|band|tome|part|book|chapter|ser|series"
    r"|журнал|вестник|вопросы|том|т|кн|часть|вып)\b\.?$|\bjournal of\b|\breview of\b|\barchiv für\b",
    re.IGNORECASE,
)
# several pages: a volume is one number
_SPREAD = re.compile(r"\d{1,4}\s?[-–]\s?\d|[ivxl]+\s?[-–]")
_SENTENCE = re.compile(r"[^\W\d_]{3}[.?!]\s")
_QUOTES = frozenset('"“”«»„')

_PARTIES = r"(?P<title>[^\W\d_][^\d()\[\]:;“”\"]{1,120}?\s(?:v|vs)\.?\s[^\W\d_a-z][^()\[\]:;“”\"\d,]{1,80}?)"
_REPORTS = r"(?P<name>[^\W\d_a-z][^\d(),;:“”\"]{1,60}?)"
_CASES = tuple(
    re.compile(_PARTIES + rest)
    for rest in (
        # "Lowe v. Hartley (1912), 5 Harbour Law Reports 31", "Lowe v. Hartley [1912] 2 K.B. 31"
        rf"[.,]?\s(?:\((?P<a>(?:1[4-9]|20)\d\d)\)|\[(?P<year>(?:1[4-9]|20)\d\d)\]),?\s(?:(?P<volume>\d{{1,3}})\s)?{_REPORTS}(?:,?\s(?P<page>\d{{1,4}}))?(?:,?\sat\s\d.*)?$",
        # "Lowe v. Hartley, 5 H.R. 31 (1912)"
        rf",\s(?P<volume>\d{{1,3}})\s{_REPORTS}\s(?P<page>\d{{1,4}})(?:,\s\d{{1,4}}(?:[-–]\d{{1,4}})?)?\s\((?:[^()\d]{{2,30}}\s)?(?P<year>(?:1[4-9]|20)\d\d)\)$",
        # "Lowe v. Hartley, Civil Case No. 94 of 1912, Record of Proceedings"
        r",\s[^\d,()]{3,50}\s[Nn]o\.?\s\d{1,5}\s(?:of|/)\s?(?P<year>(?:1[4-9]|20)\d\d)(?=,|$)",
    )
)  # fmt: skip


def find_bare_page(reading: Reading, low: int, high: int) -> Locator | None:
    """The page that stands bare before the bracket which closes the citation, with an editor or translator in it.

    ``None`` where neither ``at`` nor an editor nor a second page says that it is the page of a book, and what stands
    before it may be a periodical, whose volume the number would be: after a title in quotation marks, after a
    sentence, behind the words that periodicals are called by, or a single word with a title before it (``Ann Hartley,
    Tides and Winds, Harbour 44 (1931)``).
    """
    text = reading.text
    found = _BARE.search(text, low, high)
    if found is None:
        return None
    front = text[low : found.start()]
    last = front[front.rfind(", ") + 2 :]
    start, end = found.span("page")
    contributor = _CONTRIBUTOR.match(text, end, high)
    if (
        not found["at"]
        and contributor is None
        and not (_SPREAD.match(found["page"]) and _QUOTES.isdisjoint(front) and not _PERIODICAL.search(last))
        and (
            ", " not in front
            or not _QUOTES.isdisjoint(front)
            or _SENTENCE.search(front) is not None
            or _PERIODICAL.search(last.partition(" (")[0]) is not None
            or (" " not in last and front.count(", ") > 1)
        )
    ):
        return None
    after = end
    while contributor is not None:
        bounds = contributor.span("names")
        take_names(reading, names_between(text, *bounds) or read_names(text, *bounds), roles_of(contributor["role"]))
        after = contributor.end() - 1
        contributor = _CONTRIBUTOR.match(text, after + 1, high)
    return Locator(found.start(), after, start, end)


def read_legal_article(reading: Reading, low: int, high: int) -> int | None:
    """Enter journal, volume, page and year of an article; gives where the title ends, ``None`` for no article."""
    text = reading.text
    found = _ARTICLE.search(text, low, high)
    if found is None:
        return None
    reading.volume, reading.container, reading.page = found.span("volume"), found.span("name"), found.span("page")
    year = _YEAR.search(text, high - 5, high)
    reading.issued = year.span() if year is not None else None
    return found.start() + 1


def read_case(reading: Reading, low: int, high: int) -> bool:
    """Enter a case by its parties with the year, and the reports that print it; false where it is none."""
    text = reading.text
    if " v. " not in text and " v " not in text and " vs. " not in text:
        return False
    for form in _CASES:
        found = form.match(text, low, high)
        if found is None or _SENTENCE.search(found["title"] + " "):
            continue  # "Hartley, Ann. Lowe v. Hartley": the author stands before
        parts = found.groupdict()
        reading.title = title_bounds(text, *found.span("title"))
        reading.issued = found.span("year") if parts["year"] else found.span("a")
        if parts.get("name"):
            reading.container = found.span("name")
        if parts.get("volume"):
            reading.volume = found.span("volume")
        if parts.get("page") and reading.page is None:
            reading.page = found.span("page")
        return True
    return False
