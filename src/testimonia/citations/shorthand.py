# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""Citations that point at another: ``op. cit.``, ``(Name 1990: 96)``, ``(Name 96)``, ``Ibid.``"""

from __future__ import annotations

import re

from testimonia.words.makers import maker_of

from .bodies import is_institution
from .contributors import Name, read_names
from .dates import MONTH
from .locators import find_locator
from .openings import read_opening
from .readings import Reading, take_locator, take_names, title_bounds

__all__ = ["AT_PAGE", "HARVARD", "IBID", "MLA", "OP_CIT", "TEMPLATE", "read_in_text", "read_op_cit", "read_template"]

IBID = re.compile(
    r"(?:ibid(?:em)?\b\.?|ib\.|id(?:\.|$)(?=[\s,;:]|$)|idem\b|loc\.?\s?cit\.?|ebd(?:a)?\b\.?|ebenda\b|ders\.|dies\.|там же|тамже|ivi\b|ibíd\b\.?|íd\.|tamtéž|tamże)",
    re.IGNORECASE,
)
OP_CIT = re.compile(
    r"\b(?:op\.?\s?cit\.?|loc\.?\s?cit\.?|ob\.\s?cit\.|a\.\s?a\.\s?O\.|указ\.\s?соч\.|cit\.(?=,|\s|$)|art\.\s?cit\.)",
    re.IGNORECASE,
)
HARVARD = re.compile(
    r"(?P<names>(?:[^\d,;:()\[\]]|,(?=[”\"])){2,80}?(?:, [^\d,;:()\[\]]{2,40}?){0,3}),?\s\(?(?P<year>(?:1[4-9]|20)\d\d)[a-z]?\)?"
    r"(?:\s?[:,]\s?(?:pp?\.?\s?)?(?P<page>(?:\d{1,4}[a-z]?|[ivxl]{1,7})(?:\s?[-–]\s?(?:\d{1,4}|[ivxl]{1,7}))?(?:,\s\d{1,4}(?:[-–]\d{1,4})?)*))?\)?\.?$"
)
MLA = re.compile(
    r"(?P<names>[^\W\d_](?:[^\d,;:()\[\].]|,\s(?=[^\d]{0,60}\sand\s)|,(?=\sand\s)){2,70}?)(?P<year>)\s(?P<page>(?!(?:1[4-9]|20)\d\d\b)\d{1,4}(?:[-–]\d{1,4})?(?:, \d{1,4}(?:[-–]\d{1,4})?)*|[ivxl]{1,7}(?:[-–][ivxl]{1,7})?)$"
)
AT_PAGE = re.compile(r"[\s,.]*(?:at\s)?(\d{1,4}(?:[-–]\d{1,4})?)\W*$")
# what stands before a family name and belongs to it
_PARTICLE = r"(?:van|von|de|der|den|dem|du|del|della|di|da|dos|do|la|le|el|al|bin|ibn|ter|ten|af|av|zu|zum|zur)\s"
_PARTICLES = re.compile(rf"(?<![^\W_])(?:{_PARTICLE})+(?=[^\W\d_])")
_BARE_NAME = rf"(?:{_PARTICLE})*[^\W\d_][\w'’-]+"
_BARE_NAMES = re.compile(rf"{_BARE_NAME}(?:(?:, {_BARE_NAME})*,? (?:and|&) {_BARE_NAME})?(?: et al\.?)?$")


_IN_QUOTES = re.compile(r"[\"“„«](?P<title>[^\"“”„«»]{2,80}?),?[\"”“»],?")
# a day, or what leads to another's work: what stands before it is no list of names
_NOT_NAMES = re.compile(
    rf",?(?:\s(?:on|of|dated))?\s\d{{1,2}}(?:\s(?:and|&)\s\d{{1,2}})?\.?\s{MONTH}|,?\s(?:as\s)?(?:cited|quoted)\s(?:from|in|by|after)\s"
)
_LONE_NAME = re.compile(r"(?:St\.|[Vv][ao]n(?: de[rn]?)?|[Dd]e(?: la)?|Du|Di) [^\W\d_][\w'’-]+$")


# the arguments of a wiki's shortened footnote: "Hartley|Lowe|1931|pp=44–45"
TEMPLATE = re.compile(
    r"(?P<names>[^|={}\d][^|={}]*(?:\|[^|={}\d][^|={}]*){0,4})(?:\|(?P<year>(?:1[4-9]|20)\d\d(?:[a-z]|-[01]\d(?:-[0-3]\d)?)?))?"
    r"(?:\|(?:pp?|loc|at)=(?P<page>[^|={}]+))?(?:\|[a-z]+=[^|{}]*)*$"
)


def read_template(reading: Reading, found: re.Match[str]) -> None:
    """Names, year and page of a shortened footnote; without a year and with one name it may be a title."""
    text = reading.text
    start = found.start("names")
    for words in found["names"].split("|"):
        bare = words.strip()
        at = text.index(bare, start)
        csl = {"literal": bare} if is_institution(bare) or len(bare.split()) > _LONGEST_FAMILY else {"family": bare}
        reading.names.append(("author", Name(at, at + len(bare), csl)))
        start = at + len(bare)
    if found["year"]:
        reading.issued = found.span("year")
    if found["page"]:
        a, b = found.span("page")
        reading.page = (a, a + len(text[a:b].rstrip()))


_LONGEST_FAMILY = 3  # words


def read_op_cit(reading: Reading, low: int, op: re.Match[str], high: int) -> None:
    """Names, a title where one is given, and the page of ``Name, op. cit., p. 44``."""
    text = reading.text
    stop = op.start()
    while stop > low and text[stop - 1] in " ,;.:":
        stop -= 1
    maker, ends = maker_of(text[low:stop]), _NOT_NAMES.search(text, low, stop)
    if maker is not None and low + maker[1] == stop:
        low += maker[0]  # "Statement of Ann Hartley, op. cit.": what she wrote was cited before
    elif maker is not None or ends is not None:
        # what is cited before is another's: "Evidence of Ann Hartley, 4 May 1912. The Inquiry, op. cit."
        reading.title = title_bounds(text, low, ends.start() if ends is not None else stop)
        low = stop
    if stop > low:
        opening = read_opening(text, low, op.end())
        if opening is not None and opening.end <= stop:
            take_names(reading, opening.names, opening.roles)
            rest = title_bounds(text, opening.end, stop)
            if rest[0] < rest[1]:
                reading.title = rest
        else:
            take_names(reading, read_names(text, low, stop), ("author",))
    locator = find_locator(text, op.end(), high)
    if locator is not None:
        take_locator(reading, locator)
    else:
        found = re.compile(r"[\s,.:]*(\d{1,4}(?:[-–]\d{1,4})?)\W*$").match(text, op.end(), high)
        if found:
            reading.page = found.span(1)


def read_in_text(reading: Reading, found: re.Match[str]) -> bool:
    """``(Hartley 1990: 96)``; a title before a year is none."""
    text = reading.text
    a, b = found.span("names")
    words = text[a:b].rstrip(", ")
    quoted = _IN_QUOTES.fullmatch(words) if found.re is HARVARD else None
    if quoted is not None:  # "“The Wreck of the Gull” 1931, 4": what has no author is known by its title
        reading.title = (a + quoted.start("title"), a + quoted.end("title"))
        reading.issued = found.span("year")
        reading.page = found.span("page") if found["page"] else None
        return True
    first = _PARTICLES.sub("", words)  # "van der Meer and Lowe 1920"
    if len(first.split()) > 6 or not first[:1].isupper() or "." in words.replace("et al.", "").replace("St.", ""):
        return False
    if found.re is not MLA and is_institution(words) and "," not in words:
        reading.names.append(("author", Name(a, a + len(words), {"literal": words})))
        reading.issued = found.span("year")
        if found["page"]:
            reading.page = found.span("page")
        return True
    if (
        not found["page"]
        and _LONE_NAME.match(words) is None
        and (len(words.split()) > 1 and " and " not in words and " & " not in words and "et al" not in words)
    ):
        return False
    if found.re is MLA:
        if _BARE_NAMES.match(words) is None:
            return False
        take_names(reading, read_names(text, a, b), ("author",))
        reading.page = found.span("page")
        return True
    opening = read_opening(text, a, found.end())
    if opening is None or text[opening.end : found.start("year")].strip(" ,("):
        return False
    if opening.style not in ("bare", "one-bare"):
        return False
    take_names(reading, opening.names, opening.roles)
    if found["year"]:
        reading.issued = found.span("year")
    if found["page"]:
        reading.page = found.span("page")
    return True
