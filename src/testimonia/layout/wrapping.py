"""The physical lines of a page, and which of their ends only keep a line from growing too long.

Two kinds of line end are told apart from the page itself: one that ends a paragraph, and one of a hard-wrapped
text. A line end is of the second kind where the next word would not have fitted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from .line_marks import ATX, BULLET, DASH, RULE, WIKI
from .units import Unit

__all__ = ["Line", "join_wrapped", "physical_lines", "wrap_width"]

_LINE = re.compile(r"[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|\Z)")
_QUOTE = re.compile(r"[ \t]{0,8}(?:>[ \t]?)+")
_BARS = re.compile(r"[ \t]{0,3}(?:\|(?:[ \t]|$))+")
_BARRED = re.compile(r"^[ \t]{0,3}\|([ \t][^\n]*|)$", re.MULTILINE)
_MOSTLY_BARRED = 0.9
_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-z])[.)\]]|§|[^\W\d_]+ (?:\d{1,3}|[IVXLC]+)[.:]")
_NEXT_NUMBER = re.compile(r"[(\[]?(\d{1,3})([.)\]/]+)\s+\S")
_FIELD = re.compile(r"(?:Message(?:-ID)?|Date|From|To|Cc|Subject|Reply-To|Newsgroups|Organi[sz]ation|Sender):\s")
_SPACE = " \t\ufeff\u200b\u00a0\x0b\x0c\u3000"
_TAB = 4  # columns
_WIDEST_WRAP = 200  # columns; nobody wraps a text wider than that
_LONGEST_BRACKET = 400  # code points of a source in brackets
_FULL = 0.92  # of the width: headings and quotations are wrapped a little sooner than the text around them
_OVERHANG = 6  # columns by which a long word may stick out of a wrapped text
_LONG_PAGE = 200  # lines that another follows at once
_FEWEST_WRAPS = 6  # line ends that must look soft before a page is taken for a wrapped one


@dataclass(slots=True)
class Line:
    """A line of the file without its indent, its marks of quotation and its trailing space."""

    start: int
    end: int
    indent: int
    depth: int  # of block quotes
    width: int  # columns of the whole line
    blank: bool


def physical_lines(text: str) -> list[Line]:
    """The lines of a page, each as far as its words go; blank ones are kept."""
    lines: list[Line] = []
    mark, pattern = ("|", _BARS) if _has_bars(text) else (">", _QUOTE)
    for match in _LINE.finditer(text):
        start, end = match.span()
        if start == end:
            break
        while end > start and (text[end - 1].isspace() or text[end - 1] in _SPACE):
            end -= 1
        width = end - start
        depth = 0
        quote = pattern.match(text, start, end)
        if quote is not None:
            depth = quote.group().count(mark)
            start = quote.end()
        indent = 0
        while start < end and (text[start].isspace() or text[start] in _SPACE):
            indent += _TAB if text[start] == "\t" else 0 if text[start] in "\ufeff\u200b" else 1
            start += 1
        lines.append(Line(start, max(start, end), indent, depth, width, start >= end))
    return lines


def _has_bars(text: str) -> bool:
    """Whether a page sets a bar before each line that it quotes; rows of a table have several."""
    barred = _BARRED.findall(text)
    return len(barred) >= _FEWEST_WRAPS and sum("|" not in words for words in barred) >= _MOSTLY_BARRED * len(barred)


def wrap_width(text: str, lines: list[Line], *, stated: bool = False) -> int:
    """The column at which the page is wrapped, 0 if it is not.

    Only lines that another follows at once tell: the last line of a paragraph may be short, and a
    heading or citation by itself longer than the text is wide.
    """
    pairs = [
        (a, b)
        for a, b in pairwise(lines)
        # a list of numbered notes is of lines that end because a note does
        if not a.blank and not b.blank and a.depth == b.depth and _NEXT_NUMBER.match(text, b.start, b.end) is None
    ]
    if not pairs:
        return 0
    widths = sorted(line.width for line, _ in pairs)
    if stated:
        return widths[int(0.97 * (len(widths) - 1))]
    # wrapped paragraphs run to several lines; pairs of lines are a habit of another kind
    inner = sum(1 for a, b in pairwise(pairs) if a[1] is b[0])
    if inner <= 0.1 * len(pairs):
        return 0
    # notes set into the text may make some of its lines longer than they were wrapped
    for share, least in ((0.97, 0.5), (0.85, 0.65))[: 1 + (len(pairs) >= _LONG_PAGE)]:
        width = widths[int(share * (len(widths) - 1))]
        if width <= _WIDEST_WRAP:
            soft = sum(_is_soft(text, line, after, width) for line, after in pairs)
            if soft >= _FEWEST_WRAPS and soft > least * len(pairs):
                return width
    return 0


def _is_soft(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether the line ended only because the next word would not have fitted."""
    word_end = after.start
    while word_end < after.end and not text[word_end].isspace():
        word_end += 1
    return line.width <= width + _OVERHANG and line.width + 1 + (word_end - after.start) > _FULL * width


def join_wrapped(text: str, lines: list[Line], width: int, unit: Unit, i: int) -> int:
    """Join the lines that only wrapping parted from the unit, from line ``i`` on; gives the line after them."""
    if not width:
        # a heading in capitals that stands by itself on two lines
        alone = i < len(lines) and unit.gap and not lines[i].blank and (i + 1 == len(lines) or lines[i + 1].blank)
        if alone and not unit.mark and _both_in_capitals(text, lines[i - 1], lines[i]):
            unit.segments[-1] = (unit.segments[-1][0], lines[i].end)
            i += 1
        return i
    hanging = _NUMBER.match(text, unit.start) is not None or (
        i + 1 < len(lines) and lines[i - 1].indent < lines[i].indent == lines[i + 1].indent
    )
    counted = _NEXT_NUMBER.match(text, unit.start) is not None
    while i < len(lines):
        line, before = lines[i], lines[i - 1]
        words = text[line.start : line.end]
        if line.blank or line.depth != before.depth:
            break
        if not (
            _is_soft(text, before, line, width)
            or _both_in_capitals(text, before, line)
            or _is_open(text, unit.start, before.end)
        ):
            break
        if ATX.match(words) or RULE.match(words) or WIKI.match(words):
            break
        if line.indent >= 2 and line.indent > before.indent and unit.mark != "bullet" and not hanging:
            break  # the first line of a paragraph is set in
        # a mark at the start of a line is a mark only where the sentence before it had ended
        ended = text[before.end - 1] in '.!?:)"”’»'
        if ended and (BULLET.match(words) or DASH.match(words)):
            break
        if _FIELD.match(words) and _FIELD.match(text, unit.start):
            break  # lines of a message's head
        if counted and _NEXT_NUMBER.match(words) and _goes_on(text[unit.start : unit.start + 6], words):
            break
        start = unit.segments[-1][0]
        if line.depth or unit.indent or line.indent:
            unit.segments.append((line.start, line.end))
        else:
            unit.segments[-1] = (start, line.end)
        i += 1
    return i


def _goes_on(first: str, second: str) -> bool:
    """Whether two lines are neighbouring entries of one count: "11) …" and "12) …"."""
    one, other = _NEXT_NUMBER.match(first + " x"), _NEXT_NUMBER.match(second)
    return one is not None and other is not None and one[2] == other[2] and int(other[1]) == int(one[1]) + 1


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether a bracket that opens a paragraph is still to be closed: a source in brackets, wrapped sooner."""
    if text[start] not in "([" or end - start > _LONGEST_BRACKET:
        return False
    opening, closing = ("(", ")") if text[start] == "(" else ("[", "]")
    return text.count(opening, start, end) > text.count(closing, start, end)


def _both_in_capitals(text: str, line: Line, after: Line) -> bool:
    """Whether two lines are one heading in capitals, wrapped narrower than the text."""
    first, second = text[line.start : line.end], text[after.start : after.end]
    return (
        first.isupper()
        and second.isupper()
        and first.count(" ") >= 2
        and first[-1] not in ".:;!?"
        and ":" not in second
    )
