"""The page's own lists of sources, where it has any: what short citations and numbers may stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..model import PassageKind, Sourcebook, Span
from .bibtex import bibtex_entries
from .fields import parse_citation
from .keys import NAME_ROLES, fold

__all__ = ["Listed", "find_listed"]

Csl = Mapping[str, Any]

_HEADINGS = frozenset(
    "bibliography|works cited|sources|references|list of sources|list of works cited|select bibliography"
    "|further reading|sources cited|reference list|literature|literature cited|books cited|primary sources"
    "|secondary sources|works consulted|literatur|literaturverzeichnis|quellen|quellenverzeichnis|bibliographie"
    "|sources et bibliographie|ouvrages cités|list of references|key to sources|key to the sources|books quoted"
    "|books and papers quoted|works quoted|sources quoted|bibliography and sources|selected bibliography"
    "|quellen und literatur|verzeichnis der quellen|siglen|sources et références|références|ouvrages cités et consultés"
    "|bibliografia|bibliografía|fuentes|obras citadas|opere citate|литература|библиография|источники|список литературы"
    "|spis literatury|literatura|källor|kilder|kaynakça|references cited|abbreviations and sources|sources used".split(
        "|"
    )
)
_FOLDED_HEADINGS = frozenset(fold(h) for h in _HEADINGS)
# "Sources for Part Two", "Works cited in this chapter"
_OF_A_PART = re.compile(
    r"(?:sources|references|works cited|works quoted|bibliography|literature|literatur|quellen|bibliographie) "
    r"(?:to|for|of|in|zu|zum|zur|du|de|des) [^.:;]{1,40}$"
)
_MARKS = re.compile(r"^[\s#>*=_\-•·–—\d.)\]\[(]+|[\s#*=_:.\-]*(?:\{[\w.#\s-]{0,40}\})?[\s#*=_:.\-]*$")
# what stands before an entry: quotation depth, a bullet, the number or letter it is cited by
_LIST_MARK = re.compile(
    r"[>\s]*(?:[-*•·–+]\s+)?(?:\\bibitem\s*(?:\[[^\]]*\])?\s*\{(?P<e>[^{}\s]{1,40})\}\s*|\[@(?P<h>[^\W_][\w:.#+/-]{0,60})\]:?\s*|\[(?P<a>\d{1,3}|[A-Za-z]{1,12}\d{0,4}[a-z]?)\]:?\s*"
    r"|\((?P<b>\d{1,3})\)\s+|(?P<f>[A-Z]{2,6}\d{0,3})(?:\t|:\s|\s{2,6})(?=[^\W\d_]|[“\"«])|(?P<g>[A-Z]{2,6}\d{1,3})\s(?=[A-Z])"
    r"|(?P<c>\d{1,3})[.):]\s+|(?P<d>\d{1,3})(?:\t|\s{1,4})(?=[^\W\d_])|(?:[-*•·–+]\s+))?"
)
_DASHES = re.compile(
    r"(?:[—–―_]{1,6}|-{2,6}|—\.)\s*[.,:]?(?=\s|,|\.)|(?:idem|ders\.|dies\.|id\.)[,:]?\s", re.IGNORECASE
)
_DASH_ROLE = re.compile(r"\W*(?:eds?|hg|hrsg|éds?)\b", re.IGNORECASE)
_LONGEST = 600  # characters of an entry; what is longer is running text
_MISTAKEN = 2  # lines of a list that may have been taken for claims
_SHORTEST = 12
_IMPRINT = ("issued", "publisher", "publisher-place", "container-title", "archive", "URL")
_PART = (PassageKind.CLAIM, PassageKind.EXCERPT)  # what no list runs on over


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list of sources: what it says, where it stands, and the number or letters it is cited by."""

    csl: Csl
    span: Span
    text: str
    number: str | None = None


def _is_heading(line: str) -> bool:
    if "thebibliography}" in line:
        return "\\begin" in line
    if len(line) >= 60:
        return False
    words = fold(_MARKS.sub("", line))
    return words in _FOLDED_HEADINGS or _OF_A_PART.match(words) is not None


def find_listed(book: Sourcebook) -> tuple[Listed, ...]:
    """The entries of the lists of sources that say enough to be a source; empty where the page has no list.

    A dash in the place of the author stands for that of the entry before.
    """
    text = book.text
    spent = {(p.span.start, p.span.end) for p in book.passages if p.kind is PassageKind.CITATION}
    found: list[Listed] = []
    before: Csl | None = None
    for start, end, number in _entries(text, _regions(book)):
        words = text[start:end]
        if not _SHORTEST <= len(words) <= _LONGEST or (start, end) in spent:
            continue
        csl = dict(parse_citation(words).csl)
        dash = _DASHES.match(words)
        if dash is not None:
            csl = _with_author_of(before, csl, words[dash.end() :])
        if not _is_source(csl, numbered=number is not None):
            continue
        csl.pop("page", None) if csl.get("type") == "book" and csl.get("publisher") else None
        before = csl
        found.append(Listed(csl, Span(start, end), words, number))
    works = [Listed(csl, Span(a, b), text[a:b], key) for key, csl, a, b in bibtex_entries(text)]
    if len(works) > 1:
        inside = [(w.span.start, w.span.end) for w in works]
        found = [e for e in found if not any(a <= e.span.start < b for a, b in inside)] + works
    numbers = [entry.number for entry in found if entry.number is not None]
    if len(numbers) < len(found) // 2 or len(set(numbers)) < len(numbers):
        # what only a few bear, or several share, is no number that an entry is cited by
        found = [replace(entry, number=None) for entry in found]
    return tuple(found)


def _is_source(csl: Csl, *, numbered: bool) -> bool:
    if not csl.get("title"):
        return False
    named = any(csl.get(role) for role in NAME_ROLES)
    imprint = sum(bool(csl.get(field)) for field in _IMPRINT)
    return numbered or imprint > 1 or (named and imprint > 0)


def _with_author_of(before: Csl | None, csl: dict[str, Any], rest: str) -> dict[str, Any]:
    """The entry with the names of the one before it."""
    if before is None:
        return csl
    role = next((r for r in NAME_ROLES if before.get(r)), None)
    if role is None:
        return csl
    own = {k: v for k, v in csl.items() if k != "author" or any(c.isalpha() for n in v for c in "".join(n.values()))}
    return {**own, ("editor" if _DASH_ROLE.match(rest) else role): [dict(name) for name in before[role]]}


def _regions(book: Sourcebook) -> list[tuple[int, int]]:
    """Where lists stand: after a heading such as "Works cited", up to the next claim or excerpt; or as layout says."""
    text = book.text
    stops = sorted(p.span.start for p in book.passages if p.kind in _PART)
    taken = [(p.span.start, p.span.end) for p in book.passages if p.kind in _PART]
    taken.sort()
    regions: list[tuple[int, int]] = []
    at = 0
    last = (0, 0)
    for line in text.splitlines(keepends=True):
        after = at + len(line)
        if _is_heading(line):
            last = (after, len(text))
            if not _inside(taken, at, after):
                regions.append((after, next((stop for stop in stops if stop >= after), len(text))))
        at = after
    claims_behind = sum(p.kind is PassageKind.CLAIM and p.span.start > last[0] for p in book.passages)
    if last[0] and claims_behind <= _MISTAKEN:
        regions.append(last)  # a list that closes the page, whatever was made of its lines
    for passage in book.passages:
        if passage.kind is PassageKind.REFERENCE:
            regions.append((passage.span.start, passage.span.end))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(regions):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _inside(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_right(taken, (end, 0)) - 1
    return place >= 0 and taken[place][0] < end and start < taken[place][1]


def _entries(text: str, regions: list[tuple[int, int]]) -> Iterator[tuple[int, int, str | None]]:
    """Start, end and number of each entry; lines that only wrapping parted belong together."""
    for region in regions:
        lines = _lines(text, *region)
        if not lines:
            continue
        marked = [_LIST_MARK.match(text, a, b) for a, b, _ in lines]
        begins = _beginnings(
            text, lines, [m is not None and m.end() > a for m, (a, _, _) in zip(marked, lines, strict=True)]
        )
        starts = [i for i, first in enumerate(begins) if first]
        for place, i in enumerate(starts):
            last = starts[place + 1] - 1 if place + 1 < len(starts) else len(lines) - 1
            mark = marked[i]
            start = lines[i][0] if mark is None else min(mark.end(), lines[i][1])
            number = None if mark is None else next((g for g in mark.groups() if g), None)
            end = lines[last][1]
            if start < end:
                yield start, end, number


def _lines(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The lines with words in a stretch: start, end, and whether a blank one stands before."""
    found: list[tuple[int, int, bool]] = []
    blank, at = True, start
    for line in text[start:end].splitlines(keepends=True):
        bare = line.rstrip()
        if bare.strip(" \t>"):
            found.append((at, at + len(bare), blank))
            blank = False
        else:
            blank = True
        at += len(line)
    return found


_MOSTLY = 0.6


def _beginnings(text: str, lines: list[tuple[int, int, bool]], marked: list[bool]) -> list[bool]:
    """Which lines begin an entry: those with a mark, after a blank line, or not set in; else each does."""
    if (
        sum(marked) >= 2
        and marked[0]
        and all(m or not blank or _indent(text, a) for m, (a, _, blank) in zip(marked, lines, strict=True))
    ):
        return marked
    blanks = [blank for _, _, blank in lines]
    if sum(blanks) >= 2 and sum(blanks) < len(lines) and sum(blanks) >= 0.25 * len(lines) and _wraps(text, lines):
        return blanks
    indents = [_indent(text, a) for a, _, _ in lines]
    if len(set(indents)) > 1 and indents[0] == min(indents) and sum(i == indents[0] for i in indents) >= 2:
        return [i == indents[0] for i in indents]
    return [True] * len(lines)


def _wraps(text: str, lines: list[tuple[int, int, bool]]) -> bool:
    """Whether lines after the first of a paragraph go on with it: most of the first ones do not end a sentence."""
    broken = [text[lines[i][1] - 1] not in ".!?" for i in range(len(lines) - 1) if not lines[i + 1][2]]
    return sum(broken) >= _MOSTLY * len(broken)


def _indent(text: str, at: int) -> int:
    place = at
    while place < len(text) and text[place] in " \t>":
        place += 1
    return place - at
