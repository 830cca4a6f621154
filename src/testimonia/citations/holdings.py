# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Where in an archive a paper lies: box, folder, bundle, reel, the side of a tape.

None of it is a page or a part of the title. What stands before it says who holds the paper and what it belongs to.
"""

from __future__ import annotations

import re

from .bodies import is_institution
from .dates import last_date
from .openings import read_opening
from .readings import Reading, before_day, take_names, title_bounds, trim_bounds

__all__ = ["find_shelf_mark", "read_holding"]

# In English, German, French, Spanish, Italian, Russian. A volume, a file or a number may as well be a work's own.
_HOLDERS = (
    "box boxes folder folders bundle bundles carton cartons drawer envelope packet parcel portfolio reel reels tape tapes cassette disc side ledger frame piece letter-book letterbook "
    "nachlass karton schachtel mappe bündel faszikel kasten spule tonband seite dossier liasse boîte bobine chemise caja legajo carpeta expediente rollo "
    "busta fascicolo cartella scatola короб коробка папка кассета катушка сторона"
)
_HOLDER_WORDS = frozenset(_HOLDERS.split())
_HOLDER = rf"(?:{'|'.join(_HOLDERS.split())})"
_NUMBER = r"(?:(?:no|nr|n[°º]|№)\.?\s?)?(?:[A-Z]{0,2}\d[\w/.-]*(?:\s?[-–]\s?\d+)?|[A-Z]{1,5}(?:/[A-Z]{1,5})*/\d[\w/.-]*|[IVXLC]+|[A-Z]|one|two|three|four)"
_SHELF_MARK = re.compile(
    rf"(?:,|;|\.|\))\s(?P<mark>{_HOLDER}\s{_NUMBER}(?:(?:,|;|/)?\s{_HOLDER}\s{_NUMBER})*)$", re.IGNORECASE
)
_MANUSCRIPT = re.compile(  # "Hartley MSS 4/17", "Add. MS 3245"; and "HO 144/1157", "AC/4/17" where the holder stands before it
    r",\s(?P<mark>(?:[^\W\d_a-z][\w.'’-]*\s){0,4}(?:(?:MSS?|Ms|Mss|Hs)\.?\s?(?:no\.\s|(?:[^\W\d_]{1,6}\.\s){1,3})?\d[\w/.-]*|(?P<bare>[A-Z]{1,4}\s(?!(?:1[4-9]|20)\d\d$)\d[\d/.-]*|[A-Z]{1,6}(?:/[A-Z]{1,6})*(?:/\d[\w.-]*)+|acc\.\s\d[\w/.-]*)))$"
)
LONGEST_SHELF_MARK = 80  # characters of "box 14, folder 3" and what else may stand with it


def find_shelf_mark(text: str, low: int, high: int) -> tuple[int, int] | None:
    """The shelf mark that closes ``text[low:high]``, or that only a body's name follows; without the comma before it.

    >>> line = "Leith Record Office, Harbour Board Papers, box 14, folder 3"
    >>> a, b = find_shelf_mark(line, 0, len(line))
    >>> line[a:b]
    'box 14, folder 3'
    >>> line = "Ann Hartley to Piers Lowe, 4 May 1912, Leith Record Office, Hartley MSS 4/17"
    >>> line[slice(*find_shelf_mark(line, 0, len(line)))]
    'Hartley MSS 4/17'
    """
    if high > low and text[high - 1].isalpha():
        comma = text.rfind(", ", low, high)
        if comma > 0 and text[comma - 1].isalnum() and is_holder(text[comma + 2 : high]):
            # "box 3, folder 12, Leith Record Office"
            high = comma
    manuscript = _MANUSCRIPT.search(text, max(low + 1, high - LONGEST_SHELF_MARK), high)
    if manuscript is not None:
        # an archive that opens the citation leads it as an author does, and the mark is then the paper's name
        kept = _holder_before(text, low, manuscript.start()) is not None
        if kept or (manuscript["bare"] is None and "MS" in manuscript["mark"]):
            return manuscript.span("mark")
    cut = text.rfind(" ", low, high)
    before = text.rfind(" ", low, max(low, cut))
    word = text[before + 1 : cut]
    if word.casefold() not in _HOLDER_WORDS and (word[-1:].isalpha() or word[-1:] == ","):
        return None
    found = _SHELF_MARK.search(text, max(low + 1, high - LONGEST_SHELF_MARK), high)
    return found.span("mark") if found is not None else None


def read_holding(reading: Reading, low: int, mark: tuple[int, int]) -> int:
    """Enter the shelf mark, and an archive printed behind it or before it; gives where the rest of the core ends.

    Of a dated paper (``Ann Hartley to Piers Lowe, 4 May 1912, Hartley Papers, box 3``) the title and the day are
    entered too, and what stands between the day and the mark tells where the paper lies.
    """
    text = reading.text
    start, end = mark
    archive = trim_bounds(text, end, reading.end)
    high = trim_bounds(text, low, start)[1]
    if not is_holder(text[slice(*archive)]):
        # an archive that opens the citation leads it as an author does
        holder = _holder_before(text, low, high)
        archive = (holder, high) if holder is not None else (0, 0)
        high = trim_bounds(text, low, holder)[1] if holder is not None else high
    date = last_date(text, low, high)
    if (
        date is not None
        and ((between := text[date.end() : high].strip(" .,;)")) or archive[1])
        and (title := title_bounds(text, low, before_day(text, low, date.start())))[0] < title[1]
    ):
        reading.title, reading.issued = _behind_names(reading, title), date.span()
        if between:
            start = trim_bounds(text, date.end(), high)[0]
            start += len("in ") if text.startswith("in ", start) else 0
    reading.archive = [("archive_location", (start, end))]
    if archive[1]:
        reading.archive.insert(0, ("archive", archive))
    return high


def _behind_names(reading: Reading, title: tuple[int, int]) -> tuple[int, int]:
    """The title of a paper without whoever made it, who is entered: ``Harbour Company, Minutes of the Board``."""
    text = reading.text
    opening = read_opening(text, *title)
    if opening is None or text[opening.end : opening.end + 2] != ", " or opening.roles != ("author",):
        return title
    if any("given" not in name.csl and "literal" not in name.csl for name in opening.names):
        return title
    take_names(reading, opening.names, opening.roles)
    return title_bounds(text, opening.end, title[1])


def _holder_before(text: str, low: int, end: int) -> int | None:
    """Where the holder begins that closes ``text[low:end]`` behind a comma or a sentence: an archive, or its letters."""
    comma = text.rfind(", ", low, end)
    begin = comma + 2 if comma >= 0 else low
    sentence = max((found.end() for found in _SENTENCE.finditer(text, begin, end)), default=None)
    begin = begin if sentence is None else sentence
    if begin <= low:
        return None
    words = text[begin:end]
    if is_holder(words) or _LETTERS.fullmatch(words):
        return begin
    seat = text.rfind(", ", low, begin - 2) + 2  # "The Record Office, Leith"
    return seat if seat > max(low, 1) and _SEAT.fullmatch(words) and is_holder(text[seat : begin - 2]) else None


def is_holder(words: str) -> bool:
    """Whether a body that keeps papers is named: an archive, a library, a record office, a museum."""
    return _KEEPS.search(words) is not None and is_institution(words) and not any(c.isdecimal() for c in words)


_SEAT = re.compile(r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?")
_SENTENCE = re.compile(r"(?<=[^\W_]{3})\.\s(?=[^\W\d_a-z])")
_LETTERS = re.compile(r"(?:[^\W\d_a-z]\.){2,5}|[^\W\d_a-z]{3,5}")  # "T.N.A.", "TNA", "GARF"
_KEEPS = re.compile(
    r"archiv|record office|librar|museum|biblioth|bibliote|collections?\b|university|institut|society|архив|библиотек|музей",
    re.IGNORECASE,
)
