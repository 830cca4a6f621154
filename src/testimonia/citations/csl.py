# ruff: noqa: E501 - the patterns are word lists, which broken lines would make harder to read and to add to
"""A CSL-JSON item from the fields of a citation: values as printed, nothing completed.

``issued`` is the printed date in EDTF (``1999``, ``1875-08``, ``1875-08-07``), several places are joined with
``"; "``, a title set in capitals is put in title case, and a title loses the punctuation that closes it.
"""

from __future__ import annotations

import re

__all__ = ["SMALL_WORDS", "edition_value", "edtf", "title_case", "title_value", "volume_value"]

SMALL_WORDS = frozenset(
    "a an and as at but by for from in into nor of on or over the to upon with de la le du des et von und der die das".split()
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier января enero gennaio", "feb february februar février fevrier févr февраля febbraio febrero",
            "mar march märz mars марта marzo mär", "apr april avril апреля abril aprile", "may mai мая mayo maggio",
            "jun june juni juin июня junio giugno", "jul july juli juillet июля julio luglio", "aug august août августа agosto",
            "sep sept september septembre сентября septiembre settembre", "oct october oktober octobre okt октября octubre ottobre",
            "nov november novembre ноября noviembre", "dec december dezember décembre dez déc декабря diciembre dicembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SPAN_OF_YEARS = re.compile(r"(\d{4})\s?[-–]\s?(\d{4})")
_CLOSING = ('"', "”", "»", "’")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ROMAN_OR_INITIALS = re.compile(r"(?:[IVXLCDM]{2,}|(?:[^\W\d_]\.)+)$")


def edtf(words: str) -> str:
    """A printed date in EDTF; what is no date with a year is given back as it is.

    >>> edtf("August 7, 1875"), edtf("January 2002"), edtf("7.8.1875"), edtf("1875"), edtf("1908-1914")
    ('1875-08-07', '2002-01', '1875-08-07', '1875', '1908/1914')
    """
    if len(words) == 4 and words.isdecimal():
        return words
    if (span := _SPAN_OF_YEARS.fullmatch(words)) is not None:
        return f"{span[1]}/{span[2]}"
    tokens: list[str] = _WORD.findall(words.casefold())
    years = [t for t in tokens if len(t) == 4 and t.isdecimal()]
    if not years:
        return words
    year = years[-1]
    months = [_MONTHS[t] for t in tokens if t in _MONTHS]
    days = [int(t) for t in tokens if t.isdecimal() and len(t) <= 2 and 0 < int(t) <= 31]
    if not months:
        if len(days) == 2:
            day, month = days if tokens[0] != year else (days[1], days[0])
            if month <= 12:
                return f"{year}-{month:02}-{day:02}"
        return year
    if len(months) == 1 and len(days) == 1:
        return f"{year}-{months[0]:02}-{days[0]:02}"
    return f"{year}-{months[0]:02}"


def title_case(words: str) -> str:
    """A title set in capitals, in title case: ``THE QUIET HARBOUR OF LEITH`` to ``The Quiet Harbour of Leith``."""
    out: list[str] = []
    for index, word in enumerate(words.split(" ")):
        low = word.lower()
        if index and low.strip(".,:;") in SMALL_WORDS and out[-1][-1:] not in (":", ".", "?", "!"):
            out.append(low)
        elif index and _ROMAN_OR_INITIALS.match(word.strip(",;:")):
            out.append(word)
        else:
            out.append(re.sub(r"(^|[-(\"“«'‘/])([^\W\d_])", lambda m: m[1] + m[2].upper(), low))
    return " ".join(out)


_WHOLE_WORD = re.compile(r"[^\W\d_]{3}")  # "HB 3/12" has none
_SHELF_MARK = re.compile(r"[^\W_]+(?:/[^\W_]+)+")  # "PORT/HB/3"


def title_value(words: str) -> str:
    """A printed title as its value: spaces single, capitals in title case."""
    if "  " in words or "\n" in words:
        words = " ".join(words.split())
    if words[-1:] in _CLOSING and words[-2:-1] in (".", ","):
        # the full stop that American printing sets inside the marks belongs to the citation
        words = words[:-2] + words[-1]
    if words.isupper() and (" " in words or len(words) > 6) and len(words) > 4 and _WHOLE_WORD.search(words):
        return words if _SHELF_MARK.fullmatch(words) else title_case(words)
    return words


_ORDINAL_EDITION = re.compile(
    r"(\d{1,2}(?:st|nd|rd|th|d|ª|a|e)?|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth)\.?\s(?:ed|edn|edition|Ed|Edn|Edition)\b\.?$"
)
_WRITTEN = {"one": "1", "two": "2", "three": "3", "four": "4"}


def edition_value(words: str) -> str:
    """``2nd`` of ``2nd ed.``; ``rev. ed.`` stays."""
    found = _ORDINAL_EDITION.match(words)
    return str(found[1]) if found else words


def volume_value(words: str) -> str:
    """The volume's number as printed; a written number as a figure."""
    return _WRITTEN.get(words.casefold(), words)
