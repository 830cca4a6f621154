"""Works as RIS in UTF-8, with the tags that Zotero and EndNote take them by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from ..model import Work
from .csl_json import csl_item

__all__ = ["write_ris"]

_TYPES = {
    "book": "BOOK",
    "collection": "BOOK",
    "classic": "CLSWK",
    "chapter": "CHAP",
    "entry": "CHAP",
    "entry-encyclopedia": "ENCYC",
    "entry-dictionary": "DICT",
    "article": "JOUR",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "review": "JOUR",
    "review-book": "JOUR",
    "paper-conference": "CPAPER",
    "thesis": "THES",
    "report": "RPRT",
    "pamphlet": "PAMP",
    "manuscript": "MANSCPT",
    "personal_communication": "PCOMM",
    "webpage": "ELEC",
    "post-weblog": "BLOG",
    "interview": "GEN",
    "map": "MAP",
    "legal_case": "CASE",
    "hearing": "HEAR",
    "periodical": "SER",
}
_WHOLE = frozenset({"BOOK", "CLSWK", "PAMP"})  # editors of these are A3, of everything within another work A2


def _name(name: Mapping[str, Any]) -> str:
    if name.get("literal"):
        return str(name["literal"])
    family = " ".join(str(name[k]) for k in ("dropping-particle", "non-dropping-particle", "family") if name.get(k))
    return ", ".join(filter(None, (family, str(name.get("given") or ""), str(name.get("suffix") or ""))))


def _record(work: Work) -> dict[str, Any]:
    item = csl_item(work)
    kind = _TYPES.get(item["type"], "GEN")
    record: dict[str, Any] = {"type_of_reference": kind, "id": work.id}
    editors = "tertiary_authors" if kind in _WHOLE else "secondary_authors"
    for role, tag in (("author", "authors"), ("editor", editors), ("translator", "subsidiary_authors")):
        if item.get(role):
            record[tag] = [_line(_name(n)) for n in item[role]]
    issued = item.get("issued") or {}
    dates = issued.get("date-parts")
    if dates:
        record["year"] = str(dates[0][0])
        if len(dates[0]) > 1 or len(dates) > 1:
            first = "/".join(f"{part:02d}" for part in dates[0])
            record["date"] = f"{dates[0][0]}-{dates[1][0]}" if len(dates) > 1 else first
    elif issued:
        record["year"] = _line(str(issued.get("literal") or issued.get("raw") or ""))
    for ours, tag in (
        ("title", "title"),
        ("container-title", "secondary_title"),
        ("collection-title", "tertiary_title"),
        ("edition", "edition"),
        ("volume", "volume"),
        ("issue", "number"),
        ("publisher-place", "place_published"),
        ("publisher", "publisher"),
        ("language", "language"),
        ("ISBN", "issn"),
        ("ISSN", "issn"),
        ("DOI", "doi"),
    ):
        if item.get(ours):
            record.setdefault(tag, _line(str(item[ours])))
    if item.get("page"):
        start, dash, end = str(item["page"]).replace("–", "-").partition("-")
        record["start_page"] = _line(start)
        if dash:
            record["end_page"] = _line(end)
    if item.get("URL"):
        record["urls"] = [_line(str(item["URL"]))]
    if item.get("note"):
        record["notes"] = [_line(str(item["note"]))]
    return record


def _line(words: str) -> str:
    """RIS ends a value at the end of the line."""
    return " ".join(words.split())


def write_ris(works: Iterable[Work], out: TextIO) -> None:
    """Write the works as RIS records, in their order."""
    from rispy import RisWriter, dumps

    class Bare(RisWriter):  # type: ignore[misc, unused-ignore]
        """Without the running number that rispy puts above each record."""

        def set_header(self, count: int) -> str:
            return ""

    text = dumps([_record(work) for work in works], implementation=Bare)
    out.write(text.lstrip("\n"))
