"""Works as BibTeX in UTF-8, as BibTeX, biber and Zotero read it.

The characters that TeX gives a meaning are escaped, names of institutions stand in braces, and each
work has a key of its own (``marlow1931salt``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from ..model import Work
from .csl_json import csl_item

__all__ = ["bibtex_keys", "write_bibtex"]

_ENTRIES = {
    "book": "book",
    "collection": "book",
    "classic": "book",
    "periodical": "misc",
    "chapter": "incollection",
    "entry": "incollection",
    "entry-encyclopedia": "incollection",
    "entry-dictionary": "incollection",
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "pamphlet": "booklet",
    "manuscript": "unpublished",
    "personal_communication": "unpublished",
}
_PUBLISHER_IS = {"phdthesis": "school", "techreport": "institution", "booklet": "howpublished", "misc": "howpublished"}
_FIELDS = (
    ("edition", "edition"),
    ("volume", "volume"),
    ("issue", "number"),
    ("collection-title", "series"),
    ("publisher-place", "address"),
    ("page", "pages"),
    ("language", "language"),
    ("note", "note"),
    ("ISBN", "isbn"),
    ("ISSN", "issn"),
    ("DOI", "doi"),
    ("URL", "url"),
)
_VERBATIM = frozenset({"url", "doi"})
_ESCAPES = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "\n": " ",
        "\r": " ",
        "\t": " ",
    }
)
_AND = re.compile(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SMALL = frozenset("the a an le la les l der die das el los il lo gli i o os un une ein eine".split())
_WORD = re.compile(r"[a-z0-9]+")


# TeX counts even escaped braces, so one that has no partner is written by its name.
_LONE_BRACES = _ESCAPES | {ord("{"): r"{\lbrace}", ord("}"): r"{\rbrace}"}


def _escaped(words: str) -> str:
    depth = 0
    for character in words:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            break
    return words.translate(_LONE_BRACES if depth else _ESCAPES)


def _name(name: Mapping[str, Any]) -> str:
    if name.get("literal"):
        return "{" + _escaped(str(name["literal"])) + "}"
    particle = " ".join(str(name[k]) for k in ("dropping-particle", "non-dropping-particle") if name.get(k))
    family = " ".join(filter(None, (particle, str(name.get("family") or ""))))
    given, suffix = str(name.get("given") or ""), str(name.get("suffix") or "")
    if not given and not suffix:
        # Several words with nothing after them would be read as given names and a family name.
        return "{" + _escaped(family) + "}" if " " in family or "," in family else _escaped(family)
    parts = [_guarded(family), *([_guarded(suffix)] if suffix else []), _guarded(given)]
    return ", ".join(parts)


def _guarded(part: str) -> str:
    escaped = _escaped(part)
    return "{" + escaped + "}" if "," in part or _AND.search(part) else escaped


def _ascii(words: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", words.replace("ß", "ss").replace("ł", "l").replace("ø", "o"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _WORD.findall(plain.lower().replace("'", "").replace("’", ""))


def bibtex_keys(works: Iterable[Work]) -> list[str]:
    """A key for each work: family name, year, first telling word of the title; twins get a letter.

    A work whose name and title have no Latin letters has its id for a key.
    """
    met: dict[str, int] = {}
    keys = []
    for work in works:
        item = csl_item(work)
        people = item.get("author") or item.get("editor") or item.get("translator") or [{}]
        family = "".join(_ascii(str(people[0].get("family") or people[0].get("literal") or ""))[:2])
        parts = item.get("issued", {}).get("date-parts") or [[""]]
        title = [w for w in _ascii(str(item.get("title") or item.get("container-title") or "")) if w not in _SMALL]
        key = family + str(parts[0][0]) + (title[0] if title else "")
        if not family and not title:
            key = work.id
        times = met.get(key, 0)
        met[key] = times + 1
        keys.append(key if not times else f"{key}-{times + 1}")
    return keys


def _fields(item: Mapping[str, Any], entry: str) -> list[tuple[str, str]]:
    fields = []
    for role in ("author", "editor", "translator"):
        if item.get(role):
            fields.append((role, " and ".join(_name(n) for n in item[role])))
    if item.get("title"):
        fields.append(("title", _escaped(str(item["title"]))))
    if item.get("container-title"):
        home = "journal" if entry == "article" else "booktitle" if entry.startswith("in") else "series"
        fields.append((home, _escaped(str(item["container-title"]))))
    if item.get("publisher"):
        fields.append((_PUBLISHER_IS.get(entry, "publisher"), _escaped(str(item["publisher"]))))
    issued = item.get("issued") or {}
    dates = issued.get("date-parts")
    if dates:
        year = "--".join(str(d[0]) for d in dates)
        fields.append(("year", f"ca. {year}" if issued.get("circa") else year))
        if len(dates) == 1 and len(dates[0]) > 1:
            fields.append(("month", _MONTHS[dates[0][1] - 1]))
        if len(dates) == 1 and len(dates[0]) > 2:
            fields.append(("day", str(dates[0][2])))
    elif issued:
        fields.append(("year", _escaped(str(issued.get("literal") or issued.get("raw") or ""))))
    for ours, theirs in _FIELDS:
        if item.get(ours) and theirs not in dict(fields):
            value = str(item[ours])
            if theirs == "pages":
                value = re.sub(r"\s?[–—-]\s?", "--", value)
            fields.append((theirs, value.replace(" ", "%20") if theirs in _VERBATIM else _escaped(value)))
    return fields


def write_bibtex(works: Iterable[Work], out: TextIO) -> None:
    """Write the works as BibTeX entries, in their order."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry, Field

    listed = list(works)
    entries: list[Block] = []
    for key, work in zip(bibtex_keys(listed), listed, strict=True):
        item = csl_item(work)
        entry = _ENTRIES.get(item["type"], "misc")
        entries.append(Entry(entry, key, [Field(name, value) for name, value in _fields(item, entry)]))
    out.write(write_string(Library(entries)))
