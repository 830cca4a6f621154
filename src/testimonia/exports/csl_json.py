"""Works as CSL-JSON, as Zotero and every CSL processor read it.

Within testimonia a date is the printed string; here it becomes the date object of the format
(``{"date-parts": [[1952]]}``), and only variables of the format stand on the outer level: what it does
not know is kept under ``custom``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from ..model import Work

__all__ = ["csl_date", "csl_item", "write_csl"]

# The lists of csl-data.json, version 1.0.2 of the CSL schema.
TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset"
    " document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation"
    " manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical"
    " personal_communication post post-weblog regulation report review review-book software song speech standard thesis"
    " treaty webpage".split()
)
NAMES = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director editor"
    " editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author"
    " performer producer recipient reviewed-author script-writer series-creator translator".split()
)
DATES = frozenset("accessed available-date event-date issued original-date submitted".split())
NUMBERS = frozenset(
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number"
    " number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version"
    " volume".split()
)
STRINGS = frozenset(
    "abstract annote archive archive_collection archive_location archive-place authority call-number"
    " citation-key citation-label collection-title container-title container-title-short dimensions"
    " division DOI event event-title event-place genre ISBN ISSN journalAbbreviation jurisdiction keyword"
    " language license medium note original-publisher original-publisher-place original-title part-title"
    " PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale shortTitle"
    " source status title title-short URL volume-title year-suffix".split()
)
NAME_PARTS = (
    "family", "given", "dropping-particle", "non-dropping-particle", "suffix", "comma-suffix", "static-ordering",
    "literal", "parse-names",
)  # fmt: skip

_DAY = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_YEARS = re.compile(r"(\d{4})\s?[-–/]\s?(\d{4}|\d{2})")
_YEAR = re.compile(r"\d{4}")
_CIRCA = re.compile(r"(?:c\.|ca\.?|circa)\s*(\d{4})|\[?(\d{4})\]?\s?\?\]?", re.IGNORECASE)


def csl_date(printed: str) -> dict[str, Any]:
    """A date variable for a printed date; what is no plain date is kept word for word as ``literal``.

    >>> csl_date("1952"), csl_date("2002-01"), csl_date("1873-75")
    ({'date-parts': [[1952]]}, {'date-parts': [[2002, 1]]}, {'date-parts': [[1873], [1875]]})
    >>> csl_date("ca. 1905"), csl_date("n.d.")
    ({'date-parts': [[1905]], 'circa': True}, {'literal': 'n.d.'})
    """
    words = printed.strip()
    bare = words.strip("[]()")
    if _YEAR.fullmatch(bare):
        return {"date-parts": [[int(bare)]]}
    day = _DAY.fullmatch(bare)
    if day and 1 <= int(day[2]) <= 12 and 1 <= int(day[3] or 1) <= 31:
        return {"date-parts": [[int(p) for p in day.groups() if p]]}
    years = _YEARS.fullmatch(bare)
    if years:
        first = years[1]
        last = first[: 4 - len(years[2])] + years[2]
        if int(last) >= int(first):
            return {"date-parts": [[int(first)], [int(last)]]}
    circa = _CIRCA.fullmatch(words) or _CIRCA.fullmatch(bare)
    if circa:
        return {"date-parts": [[int(circa[1] or circa[2])]], "circa": True}
    return {"literal": words}


def _date(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else csl_date(str(value))


def _names(value: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{k: name[k] for k in NAME_PARTS if name.get(k)} for name in value]


def csl_item(work: Work) -> dict[str, Any]:
    """The work as a valid CSL-JSON item, its ``id`` the id of the work."""
    kind = str(work.csl.get("type") or "document")
    item: dict[str, Any] = {"id": work.id, "type": kind if kind in TYPES else "document"}
    custom: dict[str, Any] = {} if kind in TYPES else {"type": kind}
    for name, value in work.csl.items():
        if name in ("id", "type") or value in (None, "", [], ()):
            continue
        if name in NAMES:
            item[name] = _names(value)
        elif name in DATES:
            item[name] = _date(value)
        elif name in NUMBERS or name in STRINGS:
            item[name] = value if name in NUMBERS and isinstance(value, int) else str(value)
        else:
            custom[name] = value
    if custom:
        item["custom"] = custom
    return item


def write_csl(works: Iterable[Work], out: TextIO) -> None:
    """Write the works as one CSL-JSON array, in their order."""
    json.dump([csl_item(work) for work in works], out, ensure_ascii=False, indent=2)
    out.write("\n")
