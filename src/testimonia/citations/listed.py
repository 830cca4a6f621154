"""The page's own list of sources, where it has one: what short citations may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..model import PassageKind, Sourcebook
from .fields import parse_citation
from .keys import fold
from .pointers import is_full

__all__ = ["find_listed"]

_HEADINGS = frozenset(
    "bibliography|works cited|sources|references|list of sources|list of works cited|select bibliography"
    "|further reading|sources cited|reference list|literature|literature cited|books cited|primary sources"
    "|secondary sources|works consulted|literatur|literaturverzeichnis|quellen|quellenverzeichnis|bibliographie"
    "|sources et bibliographie|ouvrages cités"
    "|bibliografia|bibliografía|fuentes|obras citadas|opere citate|литература|библиография|источники|список литературы"
    "|spis literatury|literatura|källor|kilder|kaynakça|references cited|abbreviations and sources|sources used".split(
        "|"
    )
)
_FOLDED_HEADINGS = frozenset(fold(h) for h in _HEADINGS)
_MARKS = re.compile(r"^[\s#>*=_\-•·–—\d.)\]\[(]+|[\s#*=_:.\-]+$")
_LIST_MARK = re.compile(r"^(?:[>\s]*(?:[-*•·–]|\d{1,3}[.)]|\[\d{1,3}\])\s+|\s+)")
_LONGEST = 600  # characters of an entry; what is longer is running text


def _is_heading(line: str) -> bool:
    return len(line) < 60 and fold(_MARKS.sub("", line)) in _FOLDED_HEADINGS


def find_listed(book: Sourcebook) -> list[Mapping[str, Any]]:
    """The entries of the list of sources that name a title and an imprint; empty where the page has no list."""
    text = book.text
    spent = {(p.span.start, p.span.end) for p in book.passages if p.kind is PassageKind.CITATION}
    found: list[Mapping[str, Any]] = []
    for start, line in _listed_lines(text):
        entry = _LIST_MARK.sub("", line).strip()
        if not 12 <= len(entry) <= _LONGEST or not any(c.isdigit() for c in entry):
            continue
        at = start + line.index(entry)
        if (at, at + len(entry)) in spent:
            continue
        csl = parse_citation(entry).csl
        if is_full(csl) and (csl.get("author") or csl.get("editor")):
            found.append(csl)
    return found


def _listed_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines after a heading such as "Works cited", the last on the page; a hanging line belongs to the one before."""
    lines: list[tuple[int, str]] = []
    start = 0
    begun = -1
    for line in text.splitlines(keepends=True):
        if _is_heading(line):
            begun = len(lines) + 1
        lines.append((start, line.rstrip("\r\n")))
        start += len(line)
    return iter(lines[begun:]) if begun >= 0 else iter(())
