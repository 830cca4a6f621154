"""Marks that people write into plain text: tags of HTML and forums, fences around quotations, wiki templates.

They are told by their own form, so that a page may be in any of these notations or in none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .units import Unit

__all__ = [
    "BREAK",
    "CALLOUT",
    "Edges",
    "attribution_of",
    "drawer_end",
    "explicit_note",
    "find_templates",
    "heading_command",
    "is_command",
    "is_explicit",
    "is_furniture",
    "is_outline",
    "is_typeset",
    "part_at_breaks",
    "strip_edges",
    "without_attributes",
]

_HTML = (
    r"</?(?:blockquote|p|b|i|em|strong|cite|small|center|div|span|q|poem|u|section|article|footer|hr|br|big|tt)"
    r"(?:\s[^<>\n]*)?/?>"
)
_FORUM = (
    r"\[/?(?:b|i|u|s|quote|size|color|font|center|right|left|h\d|indent|cite|url|align|hr|justify|spoiler)"
    r"(?:[= ][^\]\n]{0,80})?\]"
)
# commands of a typesetter that only place what follows: "\hfill--- Hartley", "\hspace*{\fill}"
_PLACING = (
    r"\\(?:[hv]space\*?\{[^{}\n]*\}|hfill?|vfill?|null|mbox\{\}|par|noindent|(?:small|med|big)skip|q?quad|raggedleft|"
    r"raggedright|flushright|centering|itshape|upshape|sffamily|rmfamily|normalfont|small|footnotesize|normalsize)(?![A-Za-z])"
)
_FENCE = rf"#\+(?:begin|end)_\w+[^\n]*|\\(?:begin|end)\{{\w+\}}|{_PLACING}|:{{3,}}\s*(?:\w*|\{{[^{{}}\n]*\}})$"
_EDGE = re.compile(rf"\s*(?:{_HTML}|{_FORUM}|{_FENCE})", re.I)
_TRAILING = re.compile(rf"(?:{_HTML}|{_FORUM}|\\end\{{\w+\}}|(?<!\\)\\\\(?:\[[^\[\]\n]*\])?)\s*$", re.I)
_OPENS = re.compile(
    r"<(?:blockquote|q|poem)\b|\[quote\b|#\+begin_|\\begin\{(?:quot|displayquote|verse|block)|:{3,}\s*[\w{]", re.I
)
_CLOSES = re.compile(r"</(?:blockquote|q|poem)>|\[/quote\]|#\+end_|\\end\{|:{3,}$", re.I)
_BOLD = re.compile(r"<(?:b|strong)\b|\[b\]|\[h\d\]|\[size\b", re.I)
_ITALIC = re.compile(r"<(?:i|em|cite|small)\b|\[i\]", re.I)
_META = re.compile(r"#\+(?:title|subtitle|date|author)\s*:\s*", re.I)

_FURNITURE = re.compile(
    r"(?:\[\[(?:file|image|category|datei|bild|kategorie|fichier|catégorie|archivo|categoría|файл|категория):[^\[\]]*"
    r"(?:\[\[[^\[\]]*\]\][^\[\]]*)*\]\]|\{\{[^{}|]{1,60}\}\}|"
    r"\{\{(?:reflist|refbegin|defaultsort|short description|toc \w+|use \w+ dates|sister project links)[^{}]*\}\}|"
    r"!\[[^\]]*\]\([^)]*\)|(?:[-*]\s+|\d+\.\s+)?\[[^\]]*\]\(#[^)]*\)|\[!\[.*|[-*]\s+\[[ xX]\]\s.*|<!--.*-->)"
    r"(?:\s*\|?\s*\[[^\]]*\]\([^)]*\))*\s*$",
    re.I,
)
_COMMAND = re.compile(r"\\[a-zA-Z@]+\*?(?:\[[^\]\n]*\]|\{[^{}\n]*\})*\s*$")
_TYPESET = re.compile(r"^[ \t]*\\(?:documentclass|begin\{document\})", re.M)
_SECTION = re.compile(
    r"\\(part|chapter|section|subsection|subsubsection|paragraph|title|date|author)\*?(?:\[[^\]\n]*\])?\{(.+)\}\s*$"
)
_DEPTHS = {"part": 1, "chapter": 2, "section": 3, "subsection": 4, "subsubsection": 5, "paragraph": 6}
_ATTRIBUTION = re.compile(r"\[(?:quote|verse|blockquote)\s*,\s*(.+?)\]\s*$", re.I)
_ATTRIBUTE = re.compile(
    r":(?:[a-z][\w-]*|Authors?|Date|Version|Revision|Status|Copyright|Organization|Contact|Address):(?:\s.*)?$"
)
# what reStructuredText tells a program: ".. contents:: Claims", ".. _claim-3:", ".. |a| image:: a.png", ".." alone
_EXPLICIT = re.compile(r"\.\.(?:[ \t]+(?:_[^:\n]+:|__:|\|[^|\n]+\|[ \t]+[\w-]+::|[\w:+.-]+::)(?:[ \t]|$)|$)")
_DRAWER = re.compile(r":(?:PROPERTIES|LOGBOOK|RESULTS|END):$", re.I)  # of an outline: what its program keeps there
# attributes that Markdown's converters take on a line of their own or behind a heading: "{: .quote}", "{#ferry}"
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}$|\{(?:[.#][\w:.-]+\s*)+\}$")
_EXPLICIT_NOTE = re.compile(r"\.\.[ \t]+(?=\[[^\[\]\n]{1,40}\][ \t]+\S)")

CALLOUT = re.compile(r"\[![a-z]+\][+-]?[ \t]*", re.I)  # the kind of a callout in a vault's note: "> [!quote] Title"
BREAK = re.compile(r"\s*</?(?:br|p)\s*/?>\s*", re.I)  # written inside a line for a line end

_OUTLINE = re.compile(r"(?m)^#\+\w+[:_ ]|^\*{2,4} \S.*\n(?:.*\n){0,3}#\+begin", re.I)
_TEMPLATE = re.compile(
    r"\{\{\s*(?:(?:block|pull|c|r|long|small|text|talk)?\s?-?quot\w*|q|zitat|citation bloc|цитата)\s*\|", re.I
)
_BRACES = re.compile(r"\{\{(?!\{)|\[\[|\}\}|\]\]")
_LONGEST_TEMPLATE = 200_000  # code points
_NAMED = re.compile(r"\s*(?:\d|[a-z_ ]{1,16})\s*=\s*", re.I)


@dataclass(slots=True)
class Edges:
    """What stood at the edges of a line: where its words begin and end, and what the tags opened and closed."""

    start: int
    end: int
    opened: int = 0
    closed: int = 0
    wrap: str = ""
    meta: bool = False


def strip_edges(text: str, start: int, end: int) -> Edges | None:
    """The words of a line without the tags before and after them, ``None`` where there are none."""
    if text[start] not in "<[#\\:" and text[end - 1] not in ">]}\\":
        return None
    edges = Edges(start, end)
    meta = _META.match(text, start, end)
    if meta is not None:
        edges.start, edges.meta = meta.end(), True
        return edges
    leading = ""
    while True:
        match = _EDGE.match(text, edges.start, edges.end)
        if match is None or match.end() == edges.start:
            break
        leading += match.group()
        edges.start = match.end()
    trailing = ""
    while edges.end > edges.start:
        match = _TRAILING.search(text, max(edges.start, edges.end - 120), edges.end)
        if match is None:
            break
        trailing = match.group() + trailing
        edges.end = match.start()
        while edges.end > edges.start and text[edges.end - 1].isspace():
            edges.end -= 1
    while edges.start < edges.end and text[edges.start].isspace():
        edges.start += 1
    if not leading and not trailing:
        return None
    both = leading + trailing
    edges.opened, edges.closed = len(_OPENS.findall(both)), len(_CLOSES.findall(both))
    if leading and trailing:
        edges.wrap = "bold" if _BOLD.search(leading) else "italic" if _ITALIC.search(leading) else ""
    return edges


def is_outline(text: str) -> bool:
    """Whether the page is an outline whose headings are stars (``* Part``, ``** Claim``) and not list items."""
    return _OUTLINE.search(text) is not None


def heading_command(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """A typesetter's heading (``\\section{…}``) as the span of its words and its depth, 0 for a title."""
    match = _SECTION.match(text, start, end) if text[start] == "\\" else None
    return None if match is None else (match.start(2), match.end(2), _DEPTHS.get(match.group(1), 0))


def is_typeset(text: str) -> bool:
    """Whether a page is a typesetter's file, whose lines after a per cent sign are remarks."""
    return "\\" in text and _TYPESET.search(text) is not None


def attribution_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The source in the head of a quotation block: ``[quote, Author, "Title"]``."""
    match = _ATTRIBUTION.match(text, start, end) if text[start] == "[" else None
    return None if match is None else match.span(1)


def is_command(text: str, start: int, end: int) -> bool:
    """Whether a line only tells a typesetter what to do."""
    if text[start] == "\\":
        return _COMMAND.match(text, start, end) is not None
    return text[start] == ":" and _ATTRIBUTE.match(text, start, end) is not None


def is_explicit(text: str, start: int, end: int) -> bool:
    """Whether a line tells a converter of its page what to do; lines set in below it belong to it."""
    if text[start] == "{":
        return _ATTRIBUTES.match(text, start, end) is not None
    return text.startswith("..", start) and _EXPLICIT.match(text, start, end) is not None


def without_attributes(text: str, start: int, end: int) -> int:
    """Where the words of a heading end before the attributes behind them: "The ferry left {#ferry}"."""
    found = _ATTRIBUTES.search(text, start, end) if text[end - 1] == "}" else None
    if found is None or found.start() == start:
        return end
    end = found.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def drawer_end(text: str, start: int, end: int) -> bool | None:
    """Whether a line closes a drawer of an outline, or opens one; ``None`` where it does neither."""
    if text[start] != ":" or _DRAWER.match(text, start, end) is None:
        return None
    return text[start:end].upper() == ":END:"


def explicit_note(text: str, start: int, end: int) -> int:
    """How many characters stand before a note or an entry of reStructuredText, ".. [1] Hartley, Ann", for its sake."""
    match = _EXPLICIT_NOTE.match(text, start, end) if text.startswith("..", start) else None
    return 0 if match is None else match.end() - start


def is_furniture(text: str, start: int, end: int) -> bool:
    """Whether a line is a picture, a category, a link within the page, a box to tick or a remark to a file's reader."""
    return text[start] in "![<-*{" and _FURNITURE.match(text, start, end) is not None


def part_at_breaks(text: str, unit: Unit) -> None:
    """Leave out the ``<br>`` or ``<p>`` that wiki text and Markdown write for a line end."""
    if "<" not in text[unit.start : unit.end]:
        return
    parted: list[tuple[int, int]] = []
    for start, end in unit.segments:
        for tag in BREAK.finditer(text, start, end):
            if tag.start() > start:
                parted.append((start, tag.start()))
            start = tag.end()
        if end > start:
            parted.append((start, end))
    unit.segments = parted or unit.segments


def find_templates(text: str) -> list[tuple[int, int, list[tuple[int, int]]]]:
    """Quotation templates of wiki text: (start, end, spans of the arguments), their names left out."""
    found: list[tuple[int, int, list[tuple[int, int]]]] = []
    if "{{" not in text:
        return found
    closing = _closing_braces(text)
    for match in _TEMPLATE.finditer(text):
        limit = closing.get(match.start(), 0)
        if not 0 < limit - match.end() < _LONGEST_TEMPLATE or (found and match.start() < found[-1][1]):
            continue
        depth, place, begin = 1, match.end(), match.end()
        arguments: list[tuple[int, int]] = []
        while place < limit and depth:
            pair = text[place : place + 2]
            if pair in ("{{", "[["):
                depth += 1
                place += 2
            elif pair in ("}}", "]]"):
                depth -= 1
                if not depth:
                    arguments.append((begin, place))
                place += 2
            else:
                if text[place] == "|" and depth == 1:
                    arguments.append((begin, place))
                    begin = place + 1
                place += 1
        if depth:
            continue
        words = [_argument(text, a, b) for a, b in arguments]
        found.append((match.start(), place, [w for w in words if w[1] > w[0]]))
    return found


def _closing_braces(text: str) -> dict[int, int]:
    """Where what each pair of braces or brackets opens is closed, for those that are closed."""
    closing: dict[int, int] = {}
    open_: list[int] = []
    for match in _BRACES.finditer(text):
        if match.group()[0] in "{[":
            open_.append(match.start())
        elif open_:
            closing[open_.pop()] = match.end()
    return closing


def _argument(text: str, start: int, end: int) -> tuple[int, int]:
    named = _NAMED.match(text, start, end)
    if named is not None:
        start = named.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
