"""A citation cut into its fields: which printed words are author, title, place, publisher, year, page …

A grammar without memory: each string is read alone. What is surest is taken first (web address, page reference,
imprint), then the names that open the citation, and the title is what lies between. Where taking words for one
field would leave no title, they are given back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .contributors import Name, read_names, read_opening, roles_of
from .csl import edition_value, edtf, title_value, volume_value
from .imprints import DATE, Imprint, find_imprint, find_thesis, find_years
from .locators import Locator, find_edition, find_locator, find_volume
from .marks import Words, read_words

__all__ = ["ParsedCitation", "parse_citation"]

Bounds = tuple[int, int]


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


_IBID = re.compile(
    r"(?:ibid(?:em)?\b\.?|ib\.|id\.(?=[\s,;:]|$)|idem\b|loc\.?\s?cit\.?|ebd(?:a)?\b\.?|ebenda\b|ders\.|dies\.|там же|тамже|ivi\b|ibíd\b\.?|íd\.|tamtéž|tamże)",
    re.IGNORECASE,
)
_OP_CIT = re.compile(r"\b(?:op\.?\s?cit\.?|loc\.?\s?cit\.?|ob\.\s?cit\.|a\.\s?a\.\s?O\.|указ\.\s?соч\.|cit\.(?=,|\s|$)|art\.\s?cit\.)", re.IGNORECASE)
_HARVARD = re.compile(
    r"(?P<names>[^\d,;:()\[\]]{2,80}?(?:, [^\d,;:()\[\]]{2,40}?){0,3}),?\s\(?(?P<year>(?:1[4-9]|20)\d\d)[a-z]?\)?"
    r"(?:\s?[:,]\s?(?:pp?\.?\s?)?(?P<page>\d{1,4}[a-z]?(?:\s?[-–]\s?\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?)*))?\.?$"
)
_MLA = re.compile(r"(?P<names>[^\W\d_][^\d,;:()\[\].]{2,40})(?P<year>)\s(?P<page>\d{1,4}(?:[-–]\d{1,4})?)$")
_URL = re.compile(r"<?\(?\b(?P<url>(?:https?://|www\.)[^\s<>\")\]]+[^\s<>\")\].,;])\)?>?|(?P<doi>\b(?:doi:\s?|DOI:?\s?)10\.\d{4,9}/[^\s,;]+[^\s.,;])")
_ACCESSED = re.compile(
    r"[,.;(\[]?\s*\(?\b(?:accessed|last accessed|retrieved|viewed|visited|abgerufen(?: am)?|consult[ée]e?(?: le)?|consultado(?: el)?|дата обращения:?|Zugriff(?: am)?|Accessed|Retrieved|Visited|Viewed)\b:?\s?(?:on\s|from\s?)?(?P<date>[^,;:()\[\]<>]{0,20}?(?:,\s)?\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d)?[)\].]?(?:\s?(?:from|at)\b:?)?"
)
_AVAILABLE = re.compile(r"[,.;]?\s*\(?(?:Available (?:at|from|online)|[Oo]nline at|URL|Режим доступа)\s?:?\s?$")
_CONTRIBUTION = re.compile(
    r"(?:(?<=[,.;:)\]?!\"”»])\s*|\s)[(\[]?(?P<role>"
    r"(?:[Ee]dited|[Tt]ranslated|[Cc]ompiled|[Ss]elected)(?:,? (?:and|&) (?:edited|translated|introduced|annotated|with an introduction))*(?: from the [A-Z]\w+(?: \w+)?)? by"
    r"|(?:[Ee]ds?\.|[Tt]rans\.|[Tt]ransl\.|[Tt]r\.|[Cc]omps?\.|[Ee]d(?= by)|[Tt]rans(?= by)|ed(?= [A-Z])|trans(?= [A-Z])|eds(?= [A-Z]))(?:,? (?:and|&) (?:[Ee]ds?|[Tt]rans|[Ii]ntro)\.)?(?: by| from the [A-Z]\w+ by)?"
    r"|[Hh]rsg\. von|[Hh]g\. von|[Hh]rsg\. v\.|[Hh]rsg\.|[Hh]g\.|[Hh]erausgegeben von|[Üü]bers\. von|[Üü]bers\. v\.|[Üü]bersetzt von|[Aa]us dem \w+ von"
    r"|[ÉEée]d\. par|[ÉEée]dité par|sous la dir(?:ection|\.) d[e']|[Tt]rad\.(?: par| de| del \w+ (?:de|por))?|[Tt]raduit (?:de l[’']\w+ |du \w+ )?par|[Tt]raducción de|[Ee]d\. de|[Ee]dición de|a cura di|[Tt]raduzione di"
    r"|[Пп]од ред(?:акцией|\.)|[Пп]од общ\. ред\.|[Пп]ер\.(?: с \w+\.?)?|[Пп]еревод(?: с \w+)?|[Сс]ост\.|[Рр]ед\.|red\.|przeł\.|tłum\."
    r"):?\s+(?=[^\W\d_])"
)
_TRAILING_ROLE = re.compile(r",?\s[(\[]?(?:eds?\.?|trans\.|Hrsg\.|Hg\.|hg\.|dir\.|éds?\.|ред\.)[)\]]?[,.:]?\s")
_CONTRIBUTOR_END = re.compile(r"(?<![\s.][^\W\d_])\.\s+(?=[^\W\d_]{3})|[;()\[\]]|,\s(?=(?:vol|Vol|\d|with|trans|ed|in)\b)|,?\s(?:and|&)\s(?=(?:trans|edited)\b)|$")
_QUOTE_OPEN = {'"': '"', "“": "”", "«": "»", "„": "“”", "‘": "’", "‚": "‘", "'": "'", "›": "‹", "»": "«"}
_IN = re.compile(r"(?:[.,;]|[”\"»’'?!)])\s*(?P<in>[Ii]n:?|[Dd]ans:?|[Ee]n:|[Вв] кн\.:?|//)\s+(?=[^\W\d_\"“«„'‘]|\d)")
_BY = re.compile(r"\s(?:by|BY|By|von|par|por)\s(?P<names>[^\W\d_][^,;:()\d]{2,60})$")
_JOURNAL = re.compile(
    r"(?P<name>[^\W\d_][^\d:;()\[\]]{1,120}?)(?:(?:,\s?|\.\s?|\s|;\s?)(?:[Vv]ol(?:ume)?\b\.?\s?|[Bb]d\.\s?|[Jj]g\.\s?|t\.\s?|[Тт]\.\s?)?(?P<volume>\d{1,4}[A-Za-z]?|[IVXLC]{1,7}(?=[\s,:(])|[ivxlc]{1,7}(?=\s?\()))"
    r"(?:\s?\((?P<issue1>\d{1,3}(?:[-–/]\d{1,4})?|[Ss]uppl\.?[^)]{0,8})\)|[,.]?\s?(?:[Nn]o?s?\.?|[Nn]r\.?|n[°º]|№|H\.|[Hh]eft|[Ii]ss(?:ue|\.))\s?(?P<issue2>\d{1,4}(?:[-–/]\d{1,4})?)|[./:](?P<issue3>\d{1,3})(?=[\s,(:]))?(?=[\s,.:;()]|$)"
)
_JOURNAL_PAGE = re.compile(r"[\s,:;)(.]*(?:\((?P<date>[^()]*\d{4}[a-z]?)\))?[\s,:;.]*(?P<page>[A-Za-z]?\d{1,6}(?:\s?[-–—]\s?[A-Za-z]?\d{1,6})?)?\s*[.,;]?$")
_DATED = re.compile(
    rf"(?P<lead>[.,;:]?\s*)(?P<open>[(\[])?(?:c|ca\.\s?|©)?(?P<date>(?:1[4-9]|20)\d\d[a-z]?(?:\s?[/\[]\s?(?:1[4-9]|20)\d\d\]?)?(?:,\s[^()\d]{{3,14}}(?:\s\d{{1,2}})?)?|(?<=\()\d{{0,2}}\s?[^\W\d_]{{3,10}}\.?\s(?:\d{{1,2}},\s)?(?:1[4-9]|20)\d\d|n\.\s?d\.|in press|forthcoming|o\.\s?J\.|s\.\s?d\.)(?P<close>[)\]])?(?P<tail>[.,:;]?)(?=\s|$)"
)
_NOTE_WORDS = re.compile(r"[\s,;.]*(?P<note>[\[(][^\])]*[\])])")
_ARCHIVE_NAMES = (
    r"(?:PRO|TNA|NARA|BNA|GARF|RGASPI|RGVA|RGANI|RGAE|RGALI|TsKhSD|TsGA\w*|ГАРФ|РГАСПИ|РГВА|РГАНИ|РГАЭ|ЦГА\w*|AMAE|BArch|PA AA|AAN|ASMAE|AGA|AHN|BL|NLS"
    r"|Bundesarchiv|Public Record Office|(?:The )?National Archives?(?: of [A-Z][\w ]{2,30})?|Archives? [Nn]ationales?|[A-Z][\w ]{2,40}(?: Archives?| Record Office| Papers| Library MSS?))"
)
_ARCHIVE_HINT = re.compile(r"\b(?:PRO|TNA|NARA|BNA|GARF|RG[AV]|TsKhSD|TsGA|ГАРФ|РГ|ЦГА|AMAE|BArch|PA AA|AAN|ASMAE|AGA|AHN|BL,|NLS|Bundesarchiv|Record Office|Archives?\b|Papers,|MSS?\b)")
_ARCHIVE = re.compile(rf"{_ARCHIVE_NAMES}(?: \([A-Z]{{2,6}}\))?(?=,\s)")
_WORDS = re.compile(r"[\s,;.]*(?P<note>[\[(][^\])]*[\])])")
_ARCHIVE = re.compile(
    r"\b(?:PRO|TNA|FO|CAB|WO|ADM|NARA|NA|BA|PA AA|AAN|GARF|RGASPI|RGVA|RGANI|TsKhSD|ГАРФ|РГАСПИ|РГВА|ЦГА\w*|ЦА|AMAE|BArch|Bundesarchiv|National Archives|Public Record Office|Hoover Institution|Archives?|Archiv|MSS?|Papers|Box|Folder|RG|f\.|ф\.|оп\.|d\.|д\.)(?=[\s,/]|$)"
)
_WORDS = re.compile(r"[^\W_]+")
_CONNECTING = frozenset(
    "and und et y e и in dans en by von par por the of p pp page pages pg s vol vols volume no nr ed eds edited trans translated translator translators transl editor editors "
    "al others accessed retrieved tr at print web pág págs págs f ff fol fols l bl c ca ibid see cf from source at с стр т bd hrsg hg dir éd trad by".split()
)


class _Reading:
    """One citation while it is read: its words and the fields found so far."""

    __slots__ = ("archive", "container", "edition", "end", "fields", "genre", "issue", "issued", "names", "original", "style", "notes", "page", "places", "publishers", "start", "text", "title", "url", "volume")

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
        self.original: Bounds | None = None
        self.style = ""
        self.genre: Bounds | None = None
        self.notes: list[Bounds] = []
        self.url: list[tuple[str, Bounds]] = []
        self.archive: list[tuple[str, Bounds]] = []


def parse_citation(text: str) -> ParsedCitation:
    """Read one citation string.

    Never raises on any text; of a string longer than any reference only the beginning is read.

    >>> found = parse_citation("Hartley, Ann and Piers Lowe. The Quiet Harbour. Leeds: Northgate, c1931, p. 44-45")
    >>> found.csl["author"], found.csl["issued"], found.csl["page"]
    ([{'family': 'Hartley', 'given': 'Ann'}, {'family': 'Lowe', 'given': 'Piers'}], '1931', '44-45')
    """
    words = read_words(text)
    reading = _Reading(words.text, words.start, words.end)
    short_form = _read(reading, words)
    return _finish(reading, words, short_form)


def _read(reading: _Reading, words: Words) -> str | None:
    text, low, high = reading.text, reading.start, reading.end
    if low >= high:
        return None
    ibid = _IBID.match(text, low, high)
    short: str | None = None
    if ibid is not None:
        short = "ibid"
        low = ibid.end()
        if text[low : low + 1] == ".":
            low += 1
    elif "cit" in text or "a.O" in text or "a. O" in text or "указ" in text:
        op = _OP_CIT.search(text, low, high)
        if op is not None:
            _op_cit(reading, low, op, high)
            return "op-cit"
    if ibid is None and high - low < 60 and (mla := _MLA.match(text, low, high)) and _in_text(reading, mla):
        return "short"
    if ibid is None and high - low < 120 and (harvard := _HARVARD.match(text, low, high)) and _in_text(reading, harvard):
        return "short"
    if "://" in text or "www." in text or "doi" in text or "DOI" in text or "ccessed" in text or "etrieved" in text:
        high = _web(reading, low, high)
    locator = find_locator(text, low, high)
    after = high
    if locator is not None:
        reading.page = (locator.first, locator.last)
        if volume := _VOLUME_AND_PAGE.match(text, locator.first, locator.last):
            # "), ii, 45"
            reading.volume, reading.page = volume.span(1), volume.span(2)
        after = _behind_page(reading, locator, high)
        high = locator.start
    while high > low and text[high - 1] in " ,;:([":
        high -= 1
    if ibid is not None and not any(c.isalpha() for c in text[low:high]):
        return short
    if ibid is not None and (at := _AT_PAGE.match(text, low, reading.end)):
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
    pointing = not (reading.issued or reading.places or reading.publishers or reading.container or reading.url or reading.archive)
    if pointing and (reading.page or reading.title) and all("given" not in n.csl and "literal" not in n.csl for _, n in reading.names):
        return "short"
    return short


def _op_cit(reading: _Reading, low: int, op: re.Match[str], high: int) -> None:
    text = reading.text
    stop = op.start()
    while stop > low and text[stop - 1] in " ,;.:":
        stop -= 1
    if stop > low:
        opening = read_opening(text, low, op.end())
        if opening is not None and opening.end <= stop:
            _take_names(reading, opening.names, opening.roles)
            rest = _title_bounds(text, opening.end, stop)
            if rest[0] < rest[1]:
                reading.title = rest
        else:
            _take_names(reading, read_names(text, low, stop), ("author",))
    locator = find_locator(text, op.end(), high)
    if locator is not None:
        reading.page = (locator.first, locator.last)
    else:
        found = re.compile(r"[\s,.:]*(\d{1,4}(?:[-–]\d{1,4})?)\W*$").match(text, op.end(), high)
        if found:
            reading.page = found.span(1)


_AT_PAGE = re.compile(r"[\s,.]*(?:at\s)?(\d{1,4}(?:[-–]\d{1,4})?)\W*$")
_VOLUME_AND_PAGE = re.compile(r"([ivx]{1,6}),\s(\d.*)$")
_FIRST_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_BARE_NAMES = re.compile(r"[^\W\d_][\w'’-]+(?:(?:, [^\W\d_][\w'’-]+)*,? (?:and|&) [^\W\d_][\w'’-]+)?(?: et al\.?)?$")


def _in_text(reading: _Reading, found: re.Match[str]) -> bool:
    """``(Conquest 1990: 96)``; a title before a year is none."""
    text = reading.text
    a, b = found.span("names")
    words = text[a:b].rstrip(", ")
    if len(words.split()) > 6 or not words[:1].isupper() or "." in words.replace("et al.", ""):
        return False
    if not found["page"] and (len(words.split()) > 1 and " and " not in words and " & " not in words and "et al" not in words):
        return False
    if found.re is _MLA:
        if _BARE_NAMES.match(words) is None:
            return False
        _take_names(reading, read_names(text, a, b), ("author",))
        reading.page = found.span("page")
        return True
    opening = read_opening(text, a, found.end())
    if opening is None or text[opening.end : found.start("year")].strip(" ,("):
        return False
    if opening.style not in ("bare", "one-bare") and not ("one-inverted" == opening.style and False):
        return False
    _take_names(reading, opening.names, opening.roles)
    if found["year"]:
        reading.issued = found.span("year")
    if found["page"]:
        reading.page = found.span("page")
    return True


def _web(reading: _Reading, low: int, high: int) -> int:
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


def _behind_page(reading: _Reading, locator: Locator, high: int) -> int:
    """What follows the page: a note in brackets is kept; gives where further fields may begin, else the end."""
    text = reading.text
    found = _NOTE_WORDS.match(text, locator.end, high)
    at = locator.end
    if found is not None and text[locator.end : found.start("note")].strip(" ,;.") == "":
        if text[found.start("note")] == "[" or not find_years(text, *found.span("note")):
            reading.notes.append(found.span("note"))
            at = found.end()
    return at


def _take_names(reading: _Reading, names: tuple[Name, ...], roles: tuple[str, ...]) -> None:
    for role in roles:
        reading.names.extend((role, name) for name in names)


def _read_archive(reading: _Reading, low: int, high: int) -> bool:
    """A document in an archive: ``PRO, FO 371/123``, with a title before it or none."""
    text = reading.text
    found = _ARCHIVE.search(text, low, high)
    if found is None or not (found.start() == low or text[found.start() - 2 : found.start()] in (", ", ". ", "; ", ": ", " (")):
        return False
    archive_end = text.find(",", found.start(), high)
    if archive_end < 0 or not any(c.isdigit() for c in text[archive_end:high]):
        return False
    reading.archive = [("archive", (found.start(), archive_end)), ("archive_location", _open(text, archive_end, high))]
    stop = found.start()
    date = None
    for date in DATE.finditer(text, low, stop):
        pass
    if date is not None:
        reading.issued = date.span()
        stop = date.start()
    if stop > low:
        title = _title_bounds(text, low, stop)
        if title[0] < title[1]:
            reading.title = title
    return True


def _read_core(reading: _Reading, words: Words, low: int, high: int, locator: Locator | None, after: int) -> None:
    text = reading.text
    if _ARCHIVE_HINT.search(text, low, high) and _read_archive(reading, low, high):
        return
    imprint: Imprint | None = None
    if locator is not None and reading.end - after > 5:
        imprint = find_imprint(text, after, reading.end)
        if imprint is not None and not (imprint.places or imprint.year):
            imprint = None
    core_end = high
    if imprint is None:
        imprint = find_imprint(text, low, high)
        if imprint is not None:
            core_end = imprint.start
    if not _read_front(reading, words, low, core_end, high, imprint, locator) and imprint is not None and core_end != high:
        # the imprint took the title's words: without an unknown place, then with the year alone
        reading.names.clear()
        year = imprint.year
        core_end = year[0] if year else high
        imprint = find_imprint(text, low, high, guess=False)
        core_end = imprint.start if imprint else high
        if imprint and imprint.start <= low + 1:
            imprint = Imprint(year[0], imprint.end, [], [], year) if year else None
            core_end = year[0] if year else high
        _read_front(reading, words, low, core_end, high, imprint, locator)
    if imprint is not None:
        reading.places = reading.places or imprint.places
        reading.publishers = reading.publishers or imprint.publishers
        if imprint.year and reading.issued is None:
            reading.issued = imprint.year
        if imprint.original and reading.original is None:
            reading.original = imprint.original
        if imprint.thesis:
            reading.genre = imprint.thesis
    if reading.title is None and reading.container is None and len(reading.names) == 1 and reading.style in ("one-bare", "one-direct", "two-word"):
        # nothing but a name: "Encyclopaedia Nautica, 11th ed."; with a full date it is a newspaper
        role, name = reading.names.pop()
        if reading.issued and reading.issued[1] - reading.issued[0] > 8:
            reading.container = (name.start, name.end)
        else:
            reading.title = (name.start, name.end)
    if reading.original is not None and reading.issued is None:
        reading.issued, reading.original = reading.original, None


def _read_front(
    reading: _Reading, words: Words, low: int, end: int, high: int, imprint: Imprint | None, locator: Locator | None
) -> bool:
    """Names, title, and what stands with them; false where no title is left."""
    text = reading.text
    while end > low and text[end - 1] in " ,;:([":
        end -= 1
    if low >= end:
        return False
    emphasis = next(((a, b) for a, b in words.emphasis if a >= low and b <= end + 1), None)
    title_low = low
    opening = None
    first_quote = _quote_at(text, low, end)
    if first_quote is None:
        name_end = end
        if emphasis is not None and emphasis[0] > low:
            name_end = emphasis[0] + 1
        opening = read_opening(text, low, name_end)
        if opening is None and emphasis is not None and emphasis[0] > low + 2:
            opening = _all_names(text, low, emphasis[0])
    if opening is not None and imprint is not None and not imprint.known:
        # with a place nobody knows, names may not shrink to leave a title
        whole = read_opening(text, low, high)
        if whole is not None and whole.end + 2 >= end:
            return False
    if opening is not None:
        _take_names(reading, opening.names, opening.roles)
        reading.style = opening.style
        title_low = opening.end
    dated = _DATED.match(text, title_low, end)
    if dated is not None and opening is not None and _is_dated(text, dated, end):
        date = DATE.search(text, *dated.span("date"))
        year = _FIRST_YEAR.search(text, *dated.span("date"))
        reading.issued = date.span() if date else year.span() if year else None
        title_low = dated.end()
    title_low, title_end = _open(text, title_low, end)
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


def _open(text: str, start: int, end: int) -> Bounds:
    while start < end and text[start] in " ,.;:–—-)":
        start += 1
    while end > start and text[end - 1] in " ,;:([":
        end -= 1
    return start, end


def _all_names(text: str, low: int, stop: int) -> Any:
    from .contributors import NameList

    end = stop
    while end > low and text[end - 1] in " ,;:.":
        end -= 1
    if end <= low or end - low > 150 or re.search(r"\d", text[low:end]) or text[low] in "\"“«":
        return None
    if text[end - 1 : end + 1] != "." and re.match(r"[^\W\d_]$", text[end - 1 : end]) and text[end : end + 1] == "." and text[end - 2] in " .":
        end += 1
    role = _TRAILING_ROLE.search(text, low, stop)
    name_end = role.start() if role else end
    return NameList(read_names(text, low, name_end), roles_of(role.group()) if role else ("author",), stop, "all")


def _quote_at(text: str, start: int, end: int) -> Bounds | None:
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


def _title_bounds(text: str, start: int, end: int) -> Bounds:
    """A title without the punctuation that surrounds it; its own question mark and quotes stay."""
    while start < end and text[start] in " ,.;:–—":
        start += 1
    while end > start and text[end - 1] in " ,;:.([{–—-/":
        if text[end - 1] == "." and (text[end - 3 : end] == "..." or re.search(r"\b[A-ZА-Я]\.[A-ZА-Я]\.$", text[start:end])):
            break
        end -= 1
    # quotes around the whole title
    quote = _quote_at(text, start, end)
    if quote is not None and quote[1] == end:
        return _inside(text, quote)
    if end - start > 2 and text[end - 1] in "\"”»" and text[end - 2] in ".,":
        return start, end
    return start, end


def _inside(text: str, quote: Bounds) -> Bounds:
    start, end = quote[0] + 1, quote[1] - 1
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] in " ,.;:":
        end -= 1
    return start, end


def _read_title(
    reading: _Reading, words: Words, low: int, end: int, imprint: Imprint | None, emphasis: Bounds | None
) -> bool:
    text = reading.text
    quote = _quote_at(text, low, end)
    if quote is not None and text[quote[1] : end].strip(" .,;:)"):
        rest_low = quote[1]
        if text[rest_low : rest_low + 1] == ":" and emphasis is None:
            pass
        else:
            reading.title = _inside(text, quote)
            _read_container(reading, rest_low, end, emphasis, imprint)
            return True
    if emphasis is not None and emphasis[0] >= low - 1:
        lead = text[low : emphasis[0]].strip(" .,;:")
        if not lead:
            reading.title = _title_bounds(text, max(low, emphasis[0]), emphasis[1])
            _read_tail(reading, emphasis[1], end)
            return reading.title[0] < reading.title[1]
        if re.search(r"\b[Ii]n:?$", lead):
            inside = re.compile(r"[.,;:]?\s*\b[Ii]n:?\s*$").search(text, low, emphasis[0])
            reading.title = _title_bounds(text, low, inside.start() if inside else emphasis[0])
            reading.container = _title_bounds(text, *emphasis)
            _read_tail(reading, emphasis[1], end)
            return True
        reading.title = _title_bounds(text, low, emphasis[0])
        _read_container(reading, emphasis[0], end, emphasis, imprint)
        return reading.title[0] < reading.title[1]
    inside = _IN.search(text, low + 1, end)
    if inside is not None and inside["in"] != "in" and (inside["in"].rstrip(":").casefold() != "en" or ":" in inside["in"]) and not text[inside.start()] == ",":
        reading.title = _title_bounds(text, low, inside.start("in"))
        _read_container(reading, inside.start("in"), end, None, imprint)
        return True
    if inside is not None and inside["in"] in ("in", "dans") and re.search(r"\beds?\b|Hrsg|Hg\.|\([ée]ds?|dir\.", text[inside.end() : end]):
        reading.title = _title_bounds(text, low, inside.start("in"))
        _read_container(reading, inside.start("in"), end, None, imprint)
        return True
    stop = _read_tail(reading, low, end)
    if imprint is None or not (imprint.places or imprint.publishers):
        if _journal(reading, low, stop):
            return True
        if (serial := _serial(reading, low, stop)) is not None:
            return serial
    if not reading.names:
        by = _BY.search(text, low, stop)
        if by is not None:
            names = read_names(text, *by.span("names"))
            if names and len(names) <= 4:
                _take_names(reading, names, ("author",))
                stop = by.start()
    reading.title = _title_bounds(text, low, stop)
    if reading.title[0] >= reading.title[1]:
        reading.title = None
        return False
    return True


def _journal(reading: _Reading, low: int, end: int) -> bool:
    """An article without quotation marks: ``Title. Journal, 26(1), 1-35``."""
    text = reading.text
    if not any(c.isdigit() for c in text[low:end]):
        return False
    at = low
    for found in re.compile(r"[.?!][\"”]?\s+(?=[^\W\d_])").finditer(text, low, end):
        at = found.end()
        journal = _JOURNAL.match(text, at, end)
        if journal is not None and journal["name"][:1].isupper() and ". " not in journal["name"].replace("J. ", "").replace("Rev. ", "")[:60]:
            tail = _JOURNAL_PAGE.match(text, journal.end(), end)
            if tail is None:
                continue
            reading.title = _title_bounds(text, low, found.start() + (text[found.start()] in "?!"))
            _take_journal(reading, journal, tail)
            return True
    return False


_SPOKEN = re.compile(r"(?:Interview|Letter|Letters|Speech|Testimony|Statement|Deposition|Diary|Conversation|Telegram|Brief|Rede|Lettre|Письмо|Carta)\b")
_PIECE = re.compile(r"[.?!][\"”»]?\s+(?=[^\W\d_]{2})|,\s+(?=[^\W\d_])")


def _serial(reading: _Reading, low: int, end: int) -> bool | None:
    """A newspaper or magazine named by its date: ``The Times, 5 May 1937``; ``None`` where no date closes the stretch."""
    text = reading.text
    date = None
    for date in DATE.finditer(text, low, end):
        pass
    if date is None or text[date.end() : end].strip(" .,;)]") or len(date.group()) < 8:
        return None
    stop = date.start()
    reading.issued = date.span()
    pieces = [m.end() for m in _PIECE.finditer(text, low, stop) if m.end() < stop]
    if not reading.names and not pieces and not _SPOKEN.match(text, low, stop):
        reading.container = _title_bounds(text, low, stop)
        return True
    if pieces and not _SPOKEN.match(text, low, stop) and text[pieces[-1] : stop].strip(" ,.;:(["):
        begin = pieces[-1]
        reading.container = _title_bounds(text, begin, stop)
        reading.title = _title_bounds(text, low, begin)
        return True
    a, b = _title_bounds(text, low, stop)
    reading.title = (a, b) if a < b else None
    return a < b


def _take_journal(reading: _Reading, journal: re.Match[str], tail: re.Match[str] | None) -> None:
    text = reading.text
    reading.container = _title_bounds(text, *journal.span("name"))
    reading.volume = journal.span("volume")
    for name in ("issue1", "issue2", "issue3"):
        if journal[name]:
            reading.issue = journal.span(name)
    if tail is not None:
        if tail["date"] and reading.issued is None:
            date = DATE.search(text, *tail.span("date"))
            reading.issued = date.span() if date else _last_year(text, *tail.span("date"))
        if tail["page"] and reading.page is None:
            reading.page = tail.span("page")


def _last_year(text: str, start: int, end: int) -> Bounds | None:
    years = find_years(text, start, end)
    return years[-1].span("year") if years else None


def _read_container(reading: _Reading, low: int, end: int, emphasis: Bounds | None, imprint: Imprint | None) -> None:
    """What an article or chapter stands in: a journal, a newspaper or a book with its editors."""
    text = reading.text
    while low < end and text[low] in " ,.;:)":
        low += 1
    thesis = find_thesis(text, low, end)
    if thesis is not None:
        reading.genre = thesis
        school = _open(text, thesis[1], end)
        if school[0] < school[1] and not (imprint and imprint.publishers):
            reading.publishers = [school]
        return
    chapter = _CHAPTER.match(text, low, end)
    if chapter is not None:
        low = chapter.end()
        opening = read_opening(text, low, end)
        if opening is not None and "author" not in opening.roles:
            _take_names(reading, opening.names, opening.roles)
            low = opening.end
        elif opening is not None and emphasis is not None and emphasis[0] >= opening.end:
            low = emphasis[0]
    date = DATE.search(text, low, end)
    if date is not None and (imprint is None or not imprint.places):
        reading.issued = (date.start(), date.end())
    elif reading.issued is None and (imprint is None or imprint.year is None):
        reading.issued = _last_year(text, low, end)
    if emphasis is not None and emphasis[0] >= low - 1:
        reading.container = _title_bounds(text, *emphasis)
        _numbers_after(reading, emphasis[1], end)
        _read_tail(reading, emphasis[1], end, volumes=reading.volume is None)
        return
    if chapter is None:
        journal = _JOURNAL.match(text, low, end)
        if journal is not None and not (date is not None and journal.start("volume") >= date.start()):
            rest = _JOURNAL_PAGE.match(text, journal.end(), end)
            _take_journal(reading, journal, rest)
            return
    stop = min(x for x in (date.start() if date else end, end))
    if reading.issued is not None and low < reading.issued[0] < stop:
        stop = reading.issued[0]
    stop = _read_tail(reading, low, stop)
    a, b = _title_bounds(text, low, stop)
    if chapter is None and imprint is None:
        # "New Republic: August 7, 1935"; "The Times (London), 3 May 1922"
        bracket = text.find(" (", a, b)
        if bracket > 0 and text[b - 1 : b] == ")":
            b = bracket
    if a < b:
        reading.container = (a, b)


_VOLUMES = re.compile(r"[,.;]?\s[(]?(?:\d{1,2}|in \w+|[Tt]wo|[Tt]hree|[Ff]our)\s(?:vols?\b\.?|volumes\b|Bde\b\.?|Bänden?\b|tomes\b|tt\.|тт\.)[)]?[\s.,]*$")
_EARLIER_YEAR = re.compile(r"[.,]?\s\[(?P<year>(?:1[4-9]|20)\d\d)\][\s.,]*$")
_CHAPTER = re.compile(r"(?:[Ii]n|[Dd]ans|[Ee]n|[Вв] кн\.|//):?\s+")
_NUMBERS = re.compile(
    r"[\s,.:]*(?:[Vv]ol(?:ume)?\b\.?\s?|[Bb]d\.\s?|t\.\s?)?(?P<volume>\d{1,4}|[IVXLC]{1,7}(?=[\s,:(]))"
    r"(?:\s?\((?P<issue1>\d{1,4}(?:[-–/]\d{1,4})?)\)|[,.]?\s?(?:[Nn]os?\.?|[Nn]r\.?|n[°º]|№|H\.)\s?(?P<issue2>\d{1,4}(?:[-–/]\d{1,4})?)|[./](?P<issue3>\d{1,3})(?=[\s,(:]))?(?=[\s,.:;()]|$)"
)


def _numbers_after(reading: _Reading, low: int, end: int) -> None:
    text = reading.text
    found = _NUMBERS.match(text, low, end)
    if found is None:
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


def _read_tail(reading: _Reading, low: int, end: int, *, volumes: bool = True) -> int:
    """Editors, translators, volume and edition behind a title; gives where the title ends."""
    text = reading.text
    stop = end
    for found in _CONTRIBUTION.finditer(text, low, end):
        begin = found.end()
        close = _CONTRIBUTOR_END.search(text, begin, end)
        finish = close.start() if close else end
        names = _names_after(text, begin, finish)
        if not names:
            continue
        _take_names(reading, names, roles_of(found["role"]))
        stop = min(stop, found.start())
    edition = find_edition(text, low, end)
    if edition is not None:
        reading.edition = edition
        stop = min(stop, edition[0])
    if volumes:
        volume = find_volume(text, low + 1, end)
        if volume is not None and (text[volume[0]] not in "BbPpTt" or text[volume[0] : volume[0] + 2] in ("Bd", "bd", "t.", "T.", "To", "to")):
            reading.volume = (volume[2], volume[3])
            stop = min(stop, volume[0])
    several = _VOLUMES.search(text, low, stop)
    if several is not None:
        stop = several.start()
    early = _EARLIER_YEAR.search(text, low, stop)
    if early is not None and early.start() > low:
        reading.original = early.span("year")
        stop = early.start()
    return stop


def _names_after(text: str, start: int, end: int) -> tuple[Name, ...]:
    while end > start and text[end - 1] in " ,;:":
        end -= 1
    # cut at the first comma piece that is no name
    found = read_opening(text, start, end)
    names = read_names(text, start, end)
    good = []
    for name in names:
        words = text[name.start : name.end]
        if not words[:1].isupper() or len(words.split()) > 5 or any(c.isdigit() for c in words):
            break
        good.append(name)
    if found is not None and len(found.names) < len(good) and found.style not in ("one-inverted", "first-inverted", "inverted", "initials"):
        return found.names
    return tuple(good)


def _kind(reading: _Reading) -> str:
    if reading.genre is not None:
        return "thesis"
    if reading.container is not None:
        if reading.url and reading.volume is None and not reading.places and not reading.page:
            return "webpage"
        if reading.volume is not None and not reading.places:
            return "article-journal"
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


def _finish(reading: _Reading, words: Words, short_form: str | None) -> ParsedCitation:
    text = reading.text
    csl: dict[str, Any] = {"type": _kind(reading)}
    fields: list[tuple[str, int, int]] = []
    for role, name in reading.names:
        csl.setdefault(role, []).append(dict(name.csl))
        fields.append((role, name.start, name.end))
    single = (
        ("title", reading.title, title_value),
        ("container-title", reading.container, title_value),
        ("volume", reading.volume, volume_value),
        ("issue", reading.issue, str),
        ("edition", reading.edition, edition_value),
        ("genre", reading.genre, str),
        ("issued", reading.issued, edtf),
        ("original-date", reading.original, str),
        ("page", reading.page, str),
    )
    for field, bounds, value in single:
        if bounds is not None and bounds[0] < bounds[1]:
            csl[field] = value(text[bounds[0] : bounds[1]])
            fields.append((field, *bounds))
    if reading.places:
        csl["publisher-place"] = "; ".join(text[a:b] for a, b in reading.places)
        fields.extend(("publisher-place", a, b) for a, b in reading.places if a < b)
    publishers = [(a, b) for a, b in reading.publishers if a < b]
    if publishers:
        csl["publisher"] = "; ".join(text[a:b] for a, b in publishers)
        fields.extend(("publisher", a, b) for a, b in publishers)
    for field, (a, b) in reading.url:
        csl[field] = edtf(text[a:b]) if field == "accessed" else text[a:b]
        fields.append((field, a, b))
    for field, (a, b) in reading.archive:
        csl[field] = text[a:b]
        fields.append((field, a, b))
    if reading.notes:
        csl["note"] = "; ".join(text[a + 1 : b - 1] for a, b in reading.notes)
        fields.extend(("note", a + 1, b - 1) for a, b in reading.notes if b - a > 2)
    fields.sort(key=lambda f: (f[1], f[2]))
    leftover = _leftover(text, reading.start, reading.end, fields)
    lost = sum(b - a for a, b in leftover)
    confidence = 1.0 - min(0.6, lost / max(1, reading.end - reading.start))
    if short_form is None and ("title" not in csl or not reading.names):
        confidence *= 0.7
    printed = words.printed
    return ParsedCitation(
        csl,
        tuple((field, *printed(a, b)) for field, a, b in fields),
        printed(*reading.page) if reading.page else None,
        short_form,
        round(confidence, 3),
        tuple(printed(a, b) for a, b in leftover),
    )


def _leftover(text: str, start: int, end: int, fields: list[tuple[str, int, int]]) -> list[Bounds]:
    gaps: list[Bounds] = []
    at = start
    for _, a, b in fields:
        if a > at + 2:
            gaps.append((at, a))
        at = max(at, b)
    if end > at + 2:
        gaps.append((at, end))
    left: list[Bounds] = []
    for a, b in gaps:
        found = [m for m in _WORDS.finditer(text, a, b) if m.group().casefold() not in _CONNECTING]
        if found:
            left.append((found[0].start(), found[-1].end()))
    return left
