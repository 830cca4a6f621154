"""The entries of a file of works as reference managers write it: ``@book{brandt1931, author = {Brandt, Ada}, …}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from testimonia.words.braces import end_of_braces

from .contributors import read_names, whole_name
from .csl import edition_value, edtf, title_value, volume_value

__all__ = ["bibtex_entries"]

_ENTRY = re.compile(
    r"^[ \t]*@(?P<kind>(?!comment|string|preamble)[A-Za-z]{3,16})[ \t]*\{[ \t]*(?P<key>[^{}\s,]{1,60})[ \t]*,",
    re.M | re.I,
)
_FIELD = re.compile(
    r"\s*,?\s*(?P<name>[A-Za-z][\w-]{1,30})\s*=\s*(?:(?P<open>\{)|\"(?P<string>[^\"]*)\"|(?P<bare>[\w.-]+))"
)
_NAMES = {"author": "author", "editor": "editor", "translator": "translator"}
_FIELDS = {
    "title": "title", "journal": "container-title", "journaltitle": "container-title", "booktitle": "container-title",
    "volume": "volume", "number": "issue", "edition": "edition", "publisher": "publisher",
    "location": "publisher-place", "address": "publisher-place", "date": "issued", "year": "issued",
    "url": "URL", "doi": "DOI",
}  # fmt: skip
_VALUES = {
    "title": title_value,
    "container-title": title_value,
    "issued": edtf,
    "edition": edition_value,
    "volume": volume_value,
}
_TYPES = {
    "article": "article-journal", "incollection": "chapter", "inbook": "chapter", "phdthesis": "thesis",
    "thesis": "thesis", "online": "webpage",
}  # fmt: skip
_JOINT = re.compile(r"\s+and\s+")
_ESCAPED = re.compile(r"\\([&%$#_{}])")
_LAST = re.compile(r"[\s,]*\}")
_MOST_BROKEN = 3  # entries that are not closed, after which the page holds none
_LONGEST = 20_000  # code points of a value


def bibtex_entries(text: str) -> Iterator[tuple[str, dict[str, Any], int, int]]:
    """Key, CSL item, start and end of each entry of works on a page."""
    broken = 0
    for found in _ENTRY.finditer(text) if "@" in text else ():
        csl: dict[str, Any] = {"type": _TYPES.get(found["kind"].casefold(), "book")}
        at = found.end()
        while (field := _FIELD.match(text, at)) is not None:
            if field["open"]:
                at = end_of_braces(text, field.start("open"), _LONGEST)
                if not at:
                    broken += 1
                    break
                value = text[field.end() : at - 1]
            else:
                value, at = field["string"] if field["string"] is not None else field["bare"], field.end()
            _put(csl, field["name"].casefold(), value)
        if len(csl) > 1:
            last = _LAST.match(text, at) if at else None
            yield found["key"], csl, found.start(), last.end() if last else max(at, found.end())
        if broken > _MOST_BROKEN:
            return


def _put(csl: dict[str, Any], name: str, value: str) -> None:
    words = " ".join(_ESCAPED.sub(r"\1", value).split())
    if name in _NAMES:
        csl[name] = [_name(part) for part in _JOINT.split(words) if part and part != "others"]
        return
    field = _FIELDS.get(name)
    words = words.replace("{", "").replace("}", "")
    if field is None or not words or field in csl:
        return
    read = _VALUES.get(field)
    csl[field] = words if read is None else read(words)


def _name(words: str) -> dict[str, str]:
    """One name; what stands in braces as a whole is a body's."""
    if words[:1] == "{" and words[-1:] == "}":
        return {"literal": words[1:-1]}
    words = words.replace("{", "").replace("}", "")
    family, comma, given = words.partition(", ")
    if comma and given:
        return {"family": family, "given": given}
    names = read_names(words, 0, len(words))
    return dict(names[0].csl if len(names) == 1 else whole_name(words, 0, len(words)).csl)
