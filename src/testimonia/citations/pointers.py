"""The words by which citations point at one another: ``Ibid.``, *op. cit.*, ``note 5 above``, ``Name 1878, 4``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from .dates import MONTH
from .keys import NAME_ROLES, fold

__all__ = [
    "BETWEEN_NAMES",
    "IBID",
    "IDEM",
    "LABELLED",
    "LETTERS",
    "NAME_YEAR",
    "NOTE",
    "TRAILING_PAGE",
    "Pointer",
    "before_mark",
    "is_dash",
    "is_full",
    "leading_words",
    "letter_of",
    "pointer_of",
    "source_key",
    "with_page",
    "without_commands",
    "without_mark",
]

Csl = Mapping[str, Any]


class Pointer(StrEnum):
    """How a citation points at another."""

    IBID = "ibid."  # the source cited just before
    IDEM = "idem"  # the author cited just before, with a title of its own
    OP_CIT = "op. cit."  # the work of this author that was cited before
    LOC_CIT = "loc. cit."  # the same, and the same page
    NOTE = "note"  # the source of a numbered note
    NUMBER = "number"  # the number of a source in the page's own list
    PAGE = "page"  # nothing but a page
    SHORT = "short"  # a name, a title or both, and no imprint


IBID = re.compile(
    r"\W*(?:see\s+|cf\.?\s+|vgl\.?\s+|voir\s+|см\.\s+)?"
    r"(?:ibid(?:em|\.)?|ib\.|ebd\.|ebda\.?|ebenda|ib[íi]d(?:em)?|ivi\b|там\s+же|tam\s?że|tamtéž|tamže|isto\b|ugyanott|同上|id\.(?!\s*[,:]?\s*[^\W\d_]{4,}))",
    re.IGNORECASE,
)
IDEM = re.compile(
    r"\W*(?:(?:idem|eadem|iidem|id\.|ead\.|ders\.|dies\.|derselbe|dieselbe|dens\.|он\s+же|она\s+же|tenże|taż)(?=[\s,.:;]|$)"
    r"|[—–―_]{2,}|-{3,}|—(?=[,.]))\W*",
    re.IGNORECASE,
)
_OP_CIT = re.compile(
    r"(?<!\w)(?:op\.?\s*cit\b|opere\s+cit|opus\s+cit|ouv(?:r\.|rage)\s+cité|ob(?:\.|ra)\s+cit|a\.?\s?a\.?\s?O\b|указ\.?\s*соч"
    r"|цит\.?\s*соч|dz\.\s*cyt|c\.\s*d\.(?=\s*,?\s*s)|art\.\s*cit|supra(?!\s+n)|work\s+cited|previously\s+cited|cited\s+above|ibid\b)",
    re.IGNORECASE,
)
_LOC_CIT = re.compile(r"(?<!\w)(?:loc\.?\s*cit\b|l\.\s?c\.)", re.IGNORECASE)
NOTE = re.compile(
    r"(?<!\w)(?:(?:supra|above|see|cf\.?|siehe|wie|voir|см\.)\s*,?\s*)?(?:foot|end)?(?:notes?|nn?\.|fn\.?|anm\.|прим\.|přip\.)\s*(\d{1,4})(?!\d)",
    re.IGNORECASE,
)
# "supra Ex. 25", "Doc. 7 above": a numbered piece of the page, whatever it is called there
LABELLED = re.compile(
    r"(?<!\w)(?:(?:supra|see\s+above|siehe|oben|voir|см\.|cited\s+(?:at|in)|as\s+in)\s*,?\s*(?:at\s+)?"
    r"(?P<label>(?!(?:pp?|pages?|at|vols?|s|p[áa]g|с|n|nn|notes?|fn|anm|part|chap(?:ter)?)\b)[^\W\d_]{2,12})\.?\s*(?:no\.\s*)?(?P<number>\d{1,4})"
    r"|(?:see|cf\.|siehe|voir|as\s+in)?\s*(?P<label2>(?!(?:pp?|pages?|at|vols?|s|notes?|nn?)\b)[^\W\d_]{2,12})\.?\s*(?P<number2>\d{1,4}),?\s+(?:above|supra|oben)\b)(?!\d)",
    re.IGNORECASE,
)
# "12", "[12], p. 44", "no. 12, 44-45", "12: 44"
_PAGES = r"[\divxlc]+(?:\s?[-–,&]\s?[\divxlc]+)*(?:\s?ff?\.?)?"
_SOURCE_KEY = re.compile(
    r"\W*(?:(?:no|nr|source|quelle|ref|item|work)\.?\s*|№\s*)?(?P<key>\d{1,3}|[A-Za-z]{1,12}\d{0,4}[a-z]?)"
    r"(?P<rest>(?:\s*[\]):,;.]+\s*|(?<=[^\W\d_])\s+|(?<=[A-Za-z]\d)\s+)"
    rf"(?P<label>(?:at|pp?|pages?|pgs?|S|Seiten?|с|стр|ff?|fols?|vols?|col)\.?\s*)?(?P<page>{_PAGES}))?[\])\s.;,]*"
)
_CITE_KEY = re.compile(
    rf"(?:\[[^\[\]]*\])??(?:\[(?P<rest>(?P<label>pp?\.)?[~\s]*(?P<page>{_PAGES}))?[^\[\]]*\])?\{{(?P<key>[^{{}}\s,]+)\}}"
)
# of a text converter: "@marlow_salt:1931, pp. 44-45"
_AT_KEY = re.compile(
    rf"@(?P<key>[^\W_][\w:.#+/-]{{0,60}}?)(?P<rest>[\s,;]+(?P<label>(?:at|pp?|pages?|pgs?|S|fols?|ch|chap)\.?\s*)?(?P<page>{_PAGES}))?[\s.;,]*"
)
_POINTS_BACK = re.compile(r"(?<!\w)(?:supra|above|see|cf|siehe|oben|wie|voir|см|as\s+in|op|cit)(?!\w)", re.IGNORECASE)
# A page that closes a citation without a label; four digits would be a year.
TRAILING_PAGE = re.compile(
    r"[\s,.:;(]+(?:at\s+)?(\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?:,\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?)*|[ivxlc]{2,7})\)?[.\s]*$"
)
LETTERS = re.compile(r"[^\W\d_]")
# "Name and Name 1878, 4", "(Name, 1878: 4)", "(Name, 7 August 1878: 4)": nothing but names, a year or the day of a
# newspaper, and perhaps a page.
NAME_YEAR = re.compile(
    rf"\W*(?P<names>[^\W\d_][^\d()\[\]:;]{{1,90}}?),?\s*[(\[]?(?:(?:\d{{1,2}}\.?\s)?{MONTH}(?:\s\d{{1,2}})?,?\s)?"
    rf"(?P<year>(?:1[4-9]|20)\d\d)(?:[a-h]|-[01]\d(?:-[0-3]\d)?|,?\s\(?{MONTH}(?:\s\d{{1,2}})?)?[)\]]?"
    r"(?:\s*[,:]\s*(?:pp?\.|S\.|с\.)?\s*(?P<page>\d[\d\s,–-]*|[ivxlc]+(?:\s?[-–]\s?[ivxlc]+)?))?[).\s]*"
)
BETWEEN_NAMES = re.compile(r",?\s+(?:and|und|et|y|и|i|e)\s+|\s*&\s*|,\s+")
_YEAR_LETTER = re.compile(r"(?<!\d)((?:1[4-9]|20)\d\d)([a-h])(?![^\W_])")
_IMPRINT = ("issued", "publisher", "publisher-place", "container-title")


def is_full(csl: Csl) -> bool:
    """Whether an item says enough to stand for itself: a title or who says it, and an imprint beside it."""
    whole = csl.get("title") or (csl.get("container-title") and csl.get("author"))
    return bool(whole) and any(csl.get(k) for k in _IMPRINT)


def source_key(text: str) -> re.Match[str] | None:
    """The number or letters by which a citation names an entry of a list, as ``key``, with its ``page``.

    >>> source_key("[12], pp. 44-45")["key"], source_key("MAR2 44")["page"], source_key("[p.~44]{marlow1931}")["key"]
    ('12', '44', 'marlow1931')
    >>> source_key("@marlow_salt:1931, pp. 44-45")["page"]
    '44-45'
    """
    return (_CITE_KEY if text.endswith("}") else _AT_KEY if text.startswith("@") else _SOURCE_KEY).fullmatch(text)


def pointer_of(text: str, csl: Csl) -> Pointer | None:
    """How a citation points at another; ``None`` where it is full.

    >>> pointer_of("Ibid., p. 4", {"page": "4"}).value
    'ibid.'
    """
    named = any(csl.get(role) for role in NAME_ROLES)
    if IBID.match(text):
        return Pointer.IBID
    if IDEM.match(text):
        own_title = csl.get("title") and not IDEM.fullmatch(str(csl["title"]) + ".")
        return Pointer.IDEM if own_title else Pointer.IBID
    if named and csl.get("publisher") and is_full(csl):
        return None
    if _LOC_CIT.search(text):
        return Pointer.LOC_CIT
    if LABELLED.search(text) and not (named and csl.get("publisher")):
        return Pointer.NOTE
    note = NOTE.search(text)
    if note and not csl.get("issued") and (_POINTS_BACK.search(text) or not csl.get("title")):
        return Pointer.NOTE
    if _OP_CIT.search(text) and not csl.get("publisher"):
        return Pointer.OP_CIT
    if is_full(csl) and not _is_name_and_year(text, csl):
        return None
    if named or csl.get("title") or csl.get("issued"):
        return Pointer.SHORT
    return Pointer.PAGE


def _is_name_and_year(text: str, csl: Csl) -> bool:
    """Whether a citation is names and a year, even if some of the words were taken for a title."""
    if any(csl.get(k) for k in ("publisher", "publisher-place", "container-title")):
        return False
    match = NAME_YEAR.fullmatch(text)
    # "Marlow, Ada. The Salt Road, 1878" is names, a title and a year.
    return match is not None and (not csl.get("author") or len(match["names"].split()) <= 3)


def before_mark(text: str) -> str:
    """What stands before "op. cit."."""
    mark = LABELLED.search(text) or _OP_CIT.search(text) or _LOC_CIT.search(text)
    return text[: mark.start()] if mark else text


_COMMAND = re.compile(r"\\[a-z]{2,12}\{|\}")


def without_commands(words: str) -> str:
    """Words without what tells a typesetter how to set them."""
    return _COMMAND.sub("", words) if "\\" in words else words


_BEHIND_NAME = re.compile(
    rf"[\s,;:.(\[|]+(?:(?:(?:\d{{1,2}}\.?\s)?{MONTH}(?:\s\d{{1,2}})?,?\s)?(?:1[4-9]|20)\d\d[a-h]?\b"
    r"|n\.\s?d\b|(?:pp?|pages?|pgs?|S|с|at|vol|f|fol|ss?)\.?\s*[\divxlc]+\b"
    r"|\d[\d\s,–-]*\W*$|[ivxlc]{2,7}\W*$)"
)


def leading_words(text: str) -> str:
    """The names or the title of a short citation: what stands before its mark, year or page.

    >>> leading_words("Inquiry into the Loss, 1912, p. 31"), leading_words("Harbour Board, supra Ex. 1, at 4, 6.")
    ('Inquiry into the Loss', 'Harbour Board')
    """
    words = before_mark(text)
    behind = _BEHIND_NAME.search(words)
    return (words[: behind.start()] if behind else words).strip(" \t\n,.;:()[]*_")


def with_page(text: str, csl: Csl) -> Csl:
    """What a pointing citation says, its page also where no label stands before it ("Id. at 45", "Board 4, 6")."""
    page = TRAILING_PAGE.search(text)
    own = str(csl.get("page") or "")
    if page is None or csl.get("locator") or (own and (own == page.group(1) or not page.group(1).endswith(own))):
        return csl
    title = TRAILING_PAGE.sub("", " " + str(csl.get("title") or "")).strip()
    plain = {k: v for k, v in csl.items() if k != "title"}
    return {**plain, **({"title": title} if title else {}), "page": page.group(1)}


def without_mark(csl: Csl) -> Csl:
    """The item without words such as "op. cit." that were taken for a title."""
    title = str(csl.get("title") or "")
    labelled = LABELLED.search(title)
    if labelled is not None:
        title = title[: labelled.start()]
        rest = title.strip(" ,.;:()[]")
        return {k: v for k, v in csl.items() if k != "title"} | ({"title": rest} if len(rest) > 2 else {})
    if not title or not (_OP_CIT.search(title) or _LOC_CIT.search(title) or NOTE.search(title)):
        return csl
    rest = NOTE.sub(" ", _LOC_CIT.sub(" ", _OP_CIT.sub(" ", title))).strip(" ,.;:()[]")
    plain = {k: v for k, v in csl.items() if k != "title"}
    if len(rest) > 2 and LETTERS.search(rest):
        plain["title"] = rest
    return plain


def is_dash(names: Any) -> bool:
    """Whether what stands in an author's place is a dash or "Idem"."""
    shown = " ".join(str(v) for name in names or () for v in name.values())
    return not LETTERS.search(shown) or bool(IDEM.fullmatch(fold(shown) + "."))


def letter_of(text: str) -> str:
    """The letter after the year in ``1878a``, empty where there is none."""
    found = _YEAR_LETTER.search(text)
    return found.group(2) if found else ""
