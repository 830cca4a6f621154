# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Page references and volumes: where in a work the words stand, as printed.

A locator's span covers the numbers alone (``163–64``), not the word before them (``pp.``). That word says what is counted:
pages, leaves, paragraphs, columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import MONTH

__all__ = ["Locator", "find_edition", "find_locator", "find_ordinal", "find_volume", "label_of"]


@dataclass(frozen=True, slots=True)
class Locator:
    """A page reference: the stretch with its word (``start``, ``end``) and the numbers alone (``first``, ``last``).

    ``label`` is what is counted, as CSL calls it: ``page``, ``folio``, ``paragraph``.
    """

    start: int
    end: int
    first: int
    last: int
    label: str = "page"


_ONE = r"(?:(?=[ivxlcdm])[ivxlcdm]{1,8}(?![^\W\d_])|(?=[IVXLCDM])[IVXLCDM]{1,8}(?![^\W\d_])|[A-Z]?\d{1,5}(?:\.\d{1,3}(?!\d))?(?:[rvab](?![^\W\d_]))?\*?)"
_DASH = r"\s?(?:-{1,2}|[–—‑‐−])\s?"
_RANGE = rf"{_ONE}(?:{_DASH}{_ONE})?(?:\s?ff?\b\.?|\s?sqq?\b\.?|\s?n\.\s?\d{{1,3}})?"
_YEAR = r"(?:1[4-9]|20)\d\d\b(?!\s?[-–])"
_YEAR_RANGE = r"(?:1[4-9]|20)\d\d\s?[-–]\s?(?:(?:1[4-9]|20)\d\d|\d\d)$"
_NUMBERS = rf"{_RANGE}(?:(?:,\s?|\s?;\s?(?:pp?\.\s?)?|,?\s(?:and|&|und|et|y|u\.|и)\s)(?!{_YEAR}|\d{{1,2}}\.?\s{MONTH}){_RANGE}(?![^\W\d_]))*(?:,? passim)?"
_WORD = (
    r"(?:pages?|Pages?(?!\s(?:1[4-9]|20)\d\d\W*$)|[Pp]gs?\.?|pp?\s?\.|PP?\.(?=\s?\d)|pp?(?=\s?\d)|[Ss]eiten?|SS?\.(?=\s?(?:\d|[ivxl]{2,7}(?![^\W\d_])))|ss?\.(?!v\b|\sv\.\s?[\"“‘'«„A-ZÀ-ÞА-Я])|[Pp][áa]g(?:ina)?s?\.?|[Ss]tr\.|[Ss]id\.|[Bb]lz\.|lk\.(?=\s?\d)|uk\.(?=\s?\d)|hal\.(?=\s?\d)|lpp\.(?=\s?\d)|[Oo]ldal"
    r"|[Сс]тр\.|[Сс]\.(?=\s?\d)|[Ff]ols?\.|[Ff]o\.|ff?\.|ll?\.|лл?\.|[Ll]eaf|[Bb]l\.|[Bb]latt|[Ss]p\.|cols?\.|[Ll]oc\.|¶{1,2}|§{1,2}|paras?\.)"
)
_WITH_WORD = re.compile(rf"(?<![\w.])(?:at\s)?{_WORD}\s?({_NUMBERS})")
# what is counted otherwise, at the end alone: within a citation these are words of a title
_OTHER_WORD = re.compile(
    rf"[,;.)]\s((?:[Ii]tems?|[Dd]oc(?:ument)?s?\.?|[Ss]heets?|[Ll]eaves|[Pp]l(?:ate)?s?\.?|[Ff]ig(?:ure)?s?\.?|[Cc]h(?:ap(?:ter)?)?s?\.?|[Ss]ec(?:t(?:ion)?)?s?\.?"
    rf"|[Ll]ines?|[Cc]olumns?|[Ff]olios?|[Pp]ara(?:graph)?s?|[Vv]v?\.|[Kk]ap\.|[Aa]bs\.|[Ss]palte|[Гг]л\.|[Сс]тб\.|[Аа]бз\.)\s({_NUMBERS}))\W*$"
)
_LABELS = (  # by the letters that the word begins with, the longer ones first
    ("fol", "folio"), ("fo.", "folio"), ("leaf", "folio"), ("leaves", "folio"), ("sheet", "folio"), ("bl.", "folio"),
    ("blatt", "folio"), ("лл", "folio"), ("л.", "folio"), ("fig", "figure"), ("f", "folio"), ("sp", "column"),
    ("col", "column"), ("стб", "column"), ("§", "section"), ("sec", "section"), ("¶", "paragraph"), ("part", "part"), ("par", "paragraph"),
    ("абз", "paragraph"), ("abs", "paragraph"), ("ch", "chapter"), ("kap", "chapter"), ("гл", "chapter"), ("line", "line"),
    ("item", "item"), ("doc", "document"), ("pl", "plate"), ("vol", "volume"), ("v", "verse"), ("l", "line"),
)  # fmt: skip
_OF_VERSES = re.compile(r"(?:\d|\b[IVXLCivxlc]+)[,;.)]\s$")  # "bk. 2, v. 12": else "v. 12" is a volume
_SHORT_VOLUME = re.compile(r"[,;.]\s([Vv]\.\s?(\d{1,3}))(?=[,;.:]|\s*$)(?!\.\d)")
_OF_MANUSCRIPTS = re.compile(r"\bMSS?\.?\s(?:[^\W\d_]+\.\s){1,3}$")  # "MSS. Brit. s. 2207" is a shelf mark
_OF_FILE = re.compile(r"\b(?:[fd]|op|ф|д|оп)\.\s?\d[\w-]*,\s$")  # "d. 45, l. 12" counts leaves


def label_of(word: str) -> str:
    """What a word before numbers says is counted, as CSL calls it; an item, a document or a plate by its own word.

    >>> label_of("fols."), label_of("§§"), label_of("pp."), label_of("S.")
    ('folio', 'section', 'page', 'page')
    """
    small = word.casefold()
    if small.startswith(("pag", "pg", "loc", "pp", "lk", "lpp")):
        return "page"
    return next((label for start, label in _LABELS if small.startswith(start)), "page")


# numbers alone, after what can only be the end of a reference
_AFTER_BRACKET = re.compile(rf"\)\s?[,:.]?\s?({_NUMBERS})\W*$")
_AT_END = re.compile(rf"(?<=[,:])\s(?!{_YEAR})({_NUMBERS})\W*$")
_TIGHT = re.compile(rf"(?<=\d[,:.])\s?(?!{_YEAR})(?<![\w]\d\.)({_NUMBERS})\W*$")
# "in Ships and Men, 34–56. London: Routledge"
_BEFORE_IMPRINT = re.compile(r"(?<=[,:.])\s(\d{1,4}\s?[-–]\s?\d{1,4})(?=[.,]\s[^\W\d_])")

_VOLUME = re.compile(
    # the capital letter stands first, where a search is quick to look for it
    r"[VvBbTtТтDdPp](?<![\w-].)(?:(?<=[Vv])ol(?:s|umes?)?|(?<=V)OL|(?<=[Bb])(?:d|and|ind|ook)|(?<=[Tt])(?:om[eo]?|eil)?|(?<=[Тт])(?:ом)?|(?<=[Dd])(?:eel|[íi]l)|(?<=[Pp])(?:ar)?t)\b\.?\s?"
    r"(\d{1,4}(?:[-–/]\d{1,4})?(?:\.\d{1,3})?|(?=[IVXLC])[IVXLC]{1,7}\b|(?=[ivxlc])[ivxlc]{1,7}\b|[Oo]ne\b|[Tt]wo\b|[Tt]hree\b|[Ff]our\b)"
)
_VOLUMES = re.compile(r"(?<!\w)\d{1,3}\s(?:vols?\b\.?|Bde\b\.?|tt\.|volumes\b)")
_EDITION = re.compile(
    r"(?<!\w)((?:\d{1,2}(?:st|nd|rd|th|d|\.?[ªº]|a|e|\.)?,?\s|[Ff]irst\s|[Ss]econd\s|[Tt]hird\s|[Ff]ourth\s|[Ff]ifth\s|[Ss]ixth\s|[Ss]eventh\s)?"
    r"(?:(?:completely\s|fully\s)?[Rr]ev(?:\.|ised)?\s(?:and\s(?:enl|enlarged|exp|expanded|updated)\.?\s)?|[Ee]nl(?:\.|arged)?\s|[Uu]pdated\s|[Nn]ew\s|[Rr]eprint\s|[Ee]xp(?:\.|anded)\s|[Aa]bridged\s|[Pp]aperback\s|durchges\.\s|erw\.\s|überarb\.\s|verb\.\s|изд\.\s)?"
    r"(?:[Ee]dn?\b\.?|[Ee]dition\b|[Ee]d\.|[Aa]ufl\.|[Aa]uflage\b|éd\.|édition\b|изд\.|ed\.))(?=[\s,.;:)]|$)"
)


# what closes most references, whole: "p. 12", "pp. 12-14", "page 3, 7"; a figure after a comma is too short for a year
_USUAL_PAGE = re.compile(r"(?:pp?\.|pages?)\s?(\d{1,5}(?:[-–]\d{1,5})?(?:, \d{1,3}(?:[-–]\d{1,3})?)*)")
USUAL_LOCATOR = 60  # characters at the end within which a page reference usually begins


def find_locator(text: str, start: int, end: int) -> Locator | None:
    """The page reference of ``text[start:end]``, the last one where several are printed.

    >>> line = "Hartley, The Quiet Harbour, pp. 163–64."
    >>> found = find_locator(line, 0, len(line))
    >>> line[found.first:found.last]
    '163–64'
    """
    # most references close with their page, so the end is looked at first
    at = text.rfind(" p", start, end)
    if at > start and text[at - 1] != ";" and text[at - 2 : at] != "at" and text.find("[", start, at) < 0:
        found = _USUAL_PAGE.fullmatch(text, at + 1, end)
        if found is not None:
            return Locator(at + 1, end, found.start(1), end)
    found = None
    for begin in (max(start, end - USUAL_LOCATOR), start):
        for found in _WITH_WORD.finditer(text, begin, end):
            if text[found.end() : found.end() + 2].lstrip().startswith("["):
                break  # "p. 161 [p. 142 in the reprint]"
        if found is not None or begin == start:
            break
    if found is not None and text[found.start()] in "sS" and _OF_MANUSCRIPTS.search(text, start, found.start()):
        return None
    if found is not None:
        word = text[found.start() : found.start(1)].removeprefix("at ").rstrip()
        label = "folio" if word in ("l.", "ll.") and _OF_FILE.search(text, start, found.start()) else label_of(word)
        return Locator(found.start(), found.end(1), found.start(1), found.end(1), label)
    found = _OTHER_WORD.search(text, max(start, end - USUAL_LOCATOR), end)
    if found is not None and _is_volume(text, start, found.start(1)):
        return None
    if found is not None:
        return Locator(found.start(1), found.end(2), found.start(2), found.end(2), label_of(found[1]))
    for pattern in (_AFTER_BRACKET, _AT_END, _TIGHT):
        found = pattern.search(text, max(start, end - 60), end)
        if found is None or (
            _WORD_AND_COMMA.search(text, max(start, found.start(1) - 3), found.start(1)) and _is_span_of_years(found[1])
        ):
            continue
        return Locator(found.start(1), found.end(1), found.start(1), found.end(1))
    found = _BEFORE_IMPRINT.search(text, start, end)
    if found is not None and not re.match(_YEAR_RANGE, found[1]):
        return Locator(found.start(1), found.end(1), found.start(1), found.end(1))
    return None


_WORD_AND_COMMA = re.compile(r"[^\W\d_],\s$")
_SPAN_OF_YEARS = re.compile(r"((?:1[4-9]|20)\d\d)\s?[-–]\s?((?:1[4-9]|20)\d\d)")
_LONGEST_SPAN = 150  # years that the papers of a body or a man reach over


def _is_volume(text: str, start: int, at: int) -> bool:
    """Whether a "v. 12" at a place counts volumes: verses are counted within what has a number of its own."""
    return text[at : at + 2] in ("v.", "V.") and _OF_VERSES.search(text, start, at) is None


def _is_span_of_years(words: str) -> bool:
    """Whether numbers behind a comma are the years that papers were kept in: ``Minutes, 1908-1914``."""
    found = _SPAN_OF_YEARS.fullmatch(words)
    return found is not None and 0 < int(found[2]) - int(found[1]) <= _LONGEST_SPAN


def find_volume(text: str, start: int, end: int) -> tuple[int, int, int, int] | None:
    """The volume as (start, end, first, last): the stretch with its word, and the number alone."""
    found = None
    for found in _VOLUME.finditer(text, start, end):
        if found.group()[0] not in "BbPp":
            break
    if found is None:
        short = _SHORT_VOLUME.search(text, start, end)
        if short is None or not _is_volume(text, start, short.start(1)):
            return None
        return short.start(1), short.end(1), short.start(2), short.end(2)
    return found.start(), found.end(), found.start(1), found.end(1)


def find_edition(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The edition statement (``2nd ed.``, ``rev. ed.``), from its first to its last character."""
    for found in _EDITION.finditer(text, start, end):
        words = found.group()
        # a bare "ed." is an editor
        if words.casefold().rstrip(".") not in ("ed", "edn", "edition", "éd", "изд", "édition"):
            return found.start(), found.end()
    return None


_ORDINAL = re.compile(r"[.,?!]\s(\d{1,2}(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth)(?=[\s.,(]*$)")


def find_ordinal(text: str, start: int, end: int) -> tuple[int, int] | None:
    """An edition given by its number alone behind the title: ``The Quiet Harbour, 2nd (Leeds: …)``."""
    found = _ORDINAL.search(text, start, end)
    return None if found is None else found.span(1)
