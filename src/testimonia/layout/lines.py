"""Plain text, Markdown and wiki text cut into units by their line ends, blank lines and marks.

Two kinds of line end are told apart from the page itself: one that ends a paragraph, and one that
only keeps a line from growing too long (a hard-wrapped text). A line end is of the second kind
where the next word would not have fitted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from .markup import (
    BREAK,
    CALLOUT,
    Edges,
    attribution_of,
    find_templates,
    heading_command,
    is_command,
    is_furniture,
    is_outline,
    strip_edges,
)
from .units import Unit

__all__ = ["PageLines", "cut_into_units"]

_LINE = re.compile(r"[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|\Z)")
_QUOTE = re.compile(r"[ \t]{0,8}(?:>[ \t]?)+")
_ATX = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_ATX_END = re.compile(r"[ \t]+#+$")
_WIKI = re.compile(r"(={1,6})[ \t]*([^=\s].*?[^=\s]|[^=\s])[ \t]*\1$")
_OPEN_WIKI = re.compile(r"(={1,6})[ \t]+([^=\s].*)$")
_RULE = re.compile(r"(?:([-*_=~#•·.+–—─═])[ \t]*)(?:\1[ \t]*){2,}$|(?:\* ){2,}\*$|(?:<hr ?/?>)$")
_UNDERLINE = re.compile(r"([=\-~^*_─═–—])\1{2,}$")
_STARS = re.compile(r"\*+ (?=\S)")
_BULLET = re.compile(r"([*•·▪◦‣●○–+-]|\*{2,4}|\*?:{1,4}|\*{1,3}:{1,2}|#{2,4}[:*]?)[ \t]+(?=\S)")
# ■ ► → ※ » and their like before a line; and the same mark before and after it
_SIGN = re.compile(r"([\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff※»›|/]{1,3})[ \t]+(?=\S)")
# "** 12 ** The ferry"
_FRAMED_NUMBER = re.compile(r"([*~=•·+:#-]{1,3})[ \t]*(?:\d{1,3}|[IVXLC]{1,6})[ \t]*\1[ \t]+(?=\S)")
_FRAME = re.compile(r"([*~=\-_•·–—+:.#]{2,})[ \t]+(\S.*?)[ \t]+\1$")
_DASH = re.compile(r"(?:—|–|―|--+|~)[ \t]?(?=[^\s\-–—])")
_WRAPS = (
    ("bold", re.compile(r"(\*\*|__|''')(?=[^\s*_'])((?:(?!\1).)+?)(?<=[^\s])\1$", re.S)),
    ("italic", re.compile(r"(\*|_|'')(?=[^\s*_'])((?:(?!\1).)+?)(?<=[^\s])\1$", re.S)),
)
_SETTING = re.compile(r"[\w-]+:(?:\s|$)|[#-]\s|[\]}]")
_LONGEST_FRONT_MATTER = 60  # lines
_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-z])[.)\]]|§|[^\W\d_]+ (?:\d{1,3}|[IVXLC]+)[.:]")
_NEXT_NUMBER = re.compile(r"[(\[]?(\d{1,3})([.)\]/]+)\s+\S")
_FIELD = re.compile(r"(?:Message(?:-ID)?|Date|From|To|Cc|Subject|Reply-To|Newsgroups|Organi[sz]ation|Sender):\s")
_ROW = re.compile(r"\|.*\|$")
_ROW_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$")
_BARS = re.compile(r"[ \t]{0,3}(?:\|(?:[ \t]|$))+")
_BARRED = re.compile(r"^[ \t]{0,3}\|([ \t][^\n]*|)$", re.MULTILINE)
_MOSTLY_BARRED = 0.9
_SPACE = " \t\ufeff\u200b\u00a0\x0b\x0c\u3000"
_TAB = 4  # columns
_WIDEST_WRAP = 200  # columns; nobody wraps a text wider than that
_LONGEST_BRACKET = 400  # code points of a source in brackets
_FULL = 0.92  # of the width: headings and quotations are wrapped a little sooner than the text around them
_OVERHANG = 6  # columns by which a long word may stick out of a wrapped text
_LONG_PAGE = 200  # lines that another follows at once
_FEWEST_WRAPS = 6  # line ends that must look soft before a page is taken for a wrapped one


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    indent: int
    depth: int  # of block quotes
    width: int  # columns of the whole line
    blank: bool


@dataclass(slots=True)
class PageLines:
    """The units of a page and what its lines show as a whole: ``width`` is 0 where nothing is wrapped."""

    units: list[Unit]
    width: int


def cut_into_units(text: str, *, wrapped: bool | None = None) -> PageLines:
    """Cut a text into units.

    Args:
        text: the decoded page.
        wrapped: whether its lines are hard-wrapped; ``None`` finds out.
    """
    lines = _physical_lines(text)
    width = 0 if wrapped is False else _wrap_width(text, lines, stated=wrapped is True)
    return PageLines(_Cutter(text, lines, width).units(), width)


def _has_bars(text: str) -> bool:
    """Whether a page sets a bar before each line that it quotes; rows of a table have several."""
    barred = _BARRED.findall(text)
    return len(barred) >= _FEWEST_WRAPS and sum("|" not in words for words in barred) >= _MOSTLY_BARRED * len(barred)


def _physical_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
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
        lines.append(_Line(start, max(start, end), indent, depth, width, start >= end))
    return lines


def _wrap_width(text: str, lines: list[_Line], *, stated: bool = False) -> int:
    """The column at which the page is wrapped, 0 if it is not.

    Only lines that another follows at once tell: the last line of a paragraph may be short, and a
    heading or citation by itself longer than the text is wide.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not a.blank and not b.blank and a.depth == b.depth]
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


def _is_soft(text: str, line: _Line, after: _Line, width: int) -> bool:
    """Whether the line ended only because the next word would not have fitted."""
    word_end = after.start
    while word_end < after.end and not text[word_end].isspace():
        word_end += 1
    return line.width <= width + _OVERHANG and line.width + 1 + (word_end - after.start) > _FULL * width


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


def _both_in_capitals(text: str, line: _Line, after: _Line) -> bool:
    """Whether two lines are one heading in capitals, wrapped narrower than the text."""
    first, second = text[line.start : line.end], text[after.start : after.end]
    return (
        first.isupper()
        and second.isupper()
        and first.count(" ") >= 2
        and first[-1] not in ".:;!?"
        and ":" not in second
    )


class _Cutter:
    """Walks the lines once and gives units."""

    def __init__(self, text: str, lines: list[_Line], width: int) -> None:
        self._text, self._lines, self._width = text, lines, width
        self._units: list[Unit] = []
        self._gap = 3
        self._container = 0
        self._open_bullet: tuple[int, int] | None = None  # container and indent of the list item that is open
        self._framed = False
        self._apart = False  # a mark has said that a new block quote begins
        self._fences = 0  # quotations that a tag or fence has opened
        self._fence_container = 0
        self._templates = find_templates(text)
        self._outline = is_outline(text)

    def units(self) -> list[Unit]:
        i, lines = self._front_matter(), self._lines
        while i < len(lines):
            line = lines[i]
            if line.blank:
                # "> " alone parts paragraphs of one block quote; a truly blank line ends the quote
                if line.depth == 0:
                    self._gap = min(self._gap + 1, 3)
                else:
                    self._gap = max(self._gap, 1)
                i += 1
                continue
            words = self._text[line.start : line.end]
            if line.end - line.start >= 3 and _RULE.match(words):
                self._framed = True
                self._gap = max(self._gap, 1)
                i += 1
                continue
            if self._templates and line.start <= self._templates[0][0] < line.end:
                i = self._template(i)
                continue
            i = self._unit_at(i, words)
        return self._units

    def _front_matter(self) -> int:
        """The settings between rules with which a Markdown file may begin; gives the line after them."""
        lines, text = self._lines, self._text
        if not lines or text[lines[0].start : lines[0].end] != "---":
            return 0
        for i in range(1, min(len(lines), _LONGEST_FRONT_MATTER)):
            words = text[lines[i].start : lines[i].end]
            if words in ("---", "..."):
                settings = [line for line in lines[1:i] if not line.blank]
                for line in settings:
                    unit = Unit([(line.start, line.end)], text[line.start : line.end], aside=True)
                    self._units.append(unit)
                return i + 1
            if not lines[i].blank and not lines[i].indent and not _SETTING.match(words):
                return 0
        return 0

    def _unit_at(self, i: int, words: str) -> int:
        """Take the unit that begins on line ``i``; gives the line after it."""
        lines = self._lines
        line = lines[i]
        if _ROW.match(words) and words.count("|") >= 3:
            return self._row(i, words)
        if words[0] in "\\[:":
            special = self._special(line)
            if special:
                return i + 1
        edges = strip_edges(self._text, line.start, line.end)
        if edges is not None:
            self._open_fence(edges)
            if edges.start >= edges.end:
                self._fences = max(0, self._fences - edges.closed)
                return i + 1
            line = replace(line, start=edges.start, end=edges.end)
            words = self._text[line.start : line.end]
        callout = CALLOUT.match(words) if line.depth and words[0] == "[" else None
        if callout is not None:
            line = replace(line, start=line.start + callout.end())
            self._apart = True
            words = self._text[line.start : line.end]
            if not words:
                self._gap = max(self._gap, 1)
                return i + 1
        unit = Unit([(line.start, line.end)], "", gap=self._gap, indent=line.indent, framed=self._framed)
        if callout is not None:
            unit.mark = "callout"
        self._framed = False
        if edges is not None:
            unit.wrap = edges.wrap
        stars = _STARS.match(words) if self._outline and not line.indent else None
        if stars is not None:
            unit.segments = [(line.start + stars.end(), line.end)]
            unit.mark, unit.level = f"#{stars.end() - 1}", stars.end() - 1
        atx = stars or _ATX.match(words)
        wiki = None if atx else _WIKI.match(words) or _OPEN_WIKI.match(words)
        framing = None if atx or wiki else _FRAME.match(words)
        between = None if atx or wiki or framing else _FRAMED_NUMBER.match(words)
        bullet = None if atx or wiki or framing or between else _BULLET.match(words)
        if stars is not None:
            pass
        elif atx:
            end = line.end
            closing = _ATX_END.search(words)
            if closing:
                end = line.start + closing.start()
            unit.segments = [(line.start + atx.end(), end)]
            unit.mark, unit.level = f"#{len(atx.group(1))}", len(atx.group(1))
        elif wiki:
            unit.segments = [(line.start + wiki.start(2), line.start + wiki.end(2))]
            unit.mark, unit.level = f"={len(wiki.group(1))}", len(wiki.group(1))
        elif bullet:
            self._bullet(unit, line, bullet)
        else:
            dash = _DASH.match(words)
            sign = between or (None if dash or framing else _SIGN.match(words))
            if framing:
                unit.mark, unit.framed = f"framed {framing.group(1)[0]}", True
                unit.segments = [(line.start + framing.start(2), line.start + framing.end(2))]
            elif sign:
                unit.mark = f"sign {sign.group(1)[0]}"
                unit.segments = [(line.start + sign.end(), line.end)]
            elif dash:
                unit.mark = "dash"
                unit.segments = [(line.start + dash.end(), line.end)]
        if line.depth:
            unit.kind = "quote"
            before = lines[i - 1] if i else None
            same = self._units and self._units[-1].kind == "quote" and before is not None and before.depth > 0
            if not same or self._apart:
                self._container += 1
                self._apart = False
            unit.container = self._container
            unit.level = unit.level or line.depth
            if bullet:
                unit.level = line.depth
        elif not bullet and line.indent >= 2 and not atx and not wiki:
            if self._open_bullet is not None and line.indent > self._open_bullet[1]:
                unit.container, unit.kind = self._open_bullet[0], "bullet"
            else:
                unit.kind = "indent"
        elif not bullet:
            self._open_bullet = None
        if self._fences:
            unit.kind, unit.container = "quote", self._fence_container
        i += 1
        if not atx and not wiki:
            i = self._wrapped_lines(unit, i)
            i = self._underline(unit, i)
        self._strip_wrap(unit)
        self._part_at_breaks(unit)
        unit.text = self._join(unit)
        unit.aside = is_furniture(self._text, line.start, line.end)
        self._units.append(unit)
        self._gap = 0
        if edges is not None:
            self._fences = max(0, self._fences - edges.closed)
        return i

    def _special(self, line: _Line) -> bool:
        """Take a line written for a program: a command, a typesetter's heading, the head of a quotation block."""
        heading = heading_command(self._text, line.start, line.end)
        attribution = attribution_of(self._text, line.start, line.end)
        if heading is not None:
            start, end, depth = heading
            mark = f"#{depth}" if depth else ""
            self._units.append(
                Unit([(start, end)], self._text[start:end], gap=max(self._gap, 1), mark=mark, level=depth)
            )
        elif attribution is not None:
            self._container += 1
            words = self._text[attribution[0] : attribution[1]]
            self._units.append(Unit([attribution], words, gap=max(self._gap, 1), mark="template"))
        elif not is_command(self._text, line.start, line.end):
            return False
        else:
            return strip_edges(self._text, line.start, line.end) is None  # fences open and close quotations
        self._gap = 0
        return True

    def _open_fence(self, edges: Edges) -> None:
        if edges.opened:
            self._fences += edges.opened
            self._container += 1
            self._fence_container = self._container

    def _template(self, i: int) -> int:
        """A quotation template: its first argument is the quotation, the others cite."""
        _, end, arguments = self._templates.pop(0)
        self._container += 1
        if arguments:
            unit = Unit([arguments[0]], "", gap=max(self._gap, 1), kind="quote", container=self._container)
            self._part_at_breaks(unit)
            unit.text = self._join(unit)
            self._units.append(unit)
        if len(arguments) > 1:
            cited = (arguments[1][0], arguments[-1][1])
            self._units.append(Unit([cited], self._text[cited[0] : cited[1]], mark="template"))
        self._gap = 0
        while i < len(self._lines) and self._lines[i].start < end:
            i += 1
        while self._templates and self._templates[0][0] < end:
            self._templates.pop(0)
        return i

    def _part_at_breaks(self, unit: Unit) -> None:
        """Leave out the ``<br>`` or ``<p>`` that wiki text and Markdown write for a line end."""
        if "<" not in self._text[unit.start : unit.end]:
            return
        parted: list[tuple[int, int]] = []
        for start, end in unit.segments:
            for tag in BREAK.finditer(self._text, start, end):
                if tag.start() > start:
                    parted.append((start, tag.start()))
                start = tag.end()
            if end > start:
                parted.append((start, end))
        unit.segments = parted or unit.segments

    def _bullet(self, unit: Unit, line: _Line, bullet: re.Match[str]) -> None:
        mark = bullet.group(1)
        depth = len(mark) if set(mark) <= set("*#:") else 1
        inner = line.indent // 2 if len(mark) == 1 else 0
        unit.mark, unit.level = "bullet" if ":" not in mark else "colon", depth + inner
        unit.segments = [(line.start + bullet.end(), line.end)]
        unit.kind = "bullet"
        if line.depth:
            return  # a list inside a block quote belongs to the quotation
        if unit.level == 1 or self._open_bullet is None:
            self._container += 1
            self._open_bullet = (self._container, line.indent)
        unit.container = self._open_bullet[0]

    def _wrapped_lines(self, unit: Unit, i: int) -> int:
        """Join the lines that only wrapping parted from the unit."""
        lines, text = self._lines, self._text
        if not self._width:
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
                _is_soft(text, before, line, self._width)
                or _both_in_capitals(text, before, line)
                or _is_open(text, unit.start, before.end)
            ):
                break
            if _ATX.match(words) or _RULE.match(words) or _WIKI.match(words):
                break
            if line.indent >= 2 and line.indent > before.indent and unit.mark != "bullet" and not hanging:
                break  # the first line of a paragraph is set in
            # a mark at the start of a line is a mark only where the sentence before it had ended
            ended = text[before.end - 1] in '.!?:)"”’»'
            if ended and (_BULLET.match(words) or _DASH.match(words)):
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

    def _underline(self, unit: Unit, i: int) -> int:
        if i >= len(self._lines) or unit.kind == "quote":
            return i
        line = self._lines[i]
        words = self._text[line.start : line.end]
        if line.blank or not _UNDERLINE.match(words) or unit.mark == "bullet":
            return i
        longest = max(end - start for start, end in unit.segments)
        # any length of === or --- is Markdown's; other signs underline only what they are as long as
        fits = len(words) >= min(3, longest) if words[0] in "=-" else 0.6 * longest <= len(words) <= 1.5 * longest
        if longest > 200 or not fits:
            return i
        unit.mark, unit.level = f"_{words[0]}", 1 if words[0] in "=═" else 2
        return i + 1

    def _strip_wrap(self, unit: Unit) -> None:
        if len(unit.segments) > 1:
            return
        start, end = unit.segments[0]
        for name, pattern in _WRAPS:
            match = pattern.match(self._text, start, end)
            if match is not None and match.end() == end:
                unit.wrap = name
                unit.segments[0] = (match.start(2), match.end(2))
                return

    def _row(self, i: int, words: str) -> int:
        """A row of a Markdown table: one unit a cell."""
        line = self._lines[i]
        if _ROW_RULE.match(words):
            if self._units and self._units[-1].kind == "cell":
                for unit in reversed(self._units):
                    if unit.kind != "cell" or unit.container != self._container:
                        break
                    unit.aside = True  # the row above a rule is the table's head
            return i + 1
        self._container += 1
        place = line.start + 1
        column = 0
        gap = max(self._gap, 1)
        for cell in re.split(r"(?<!\\)\|", words[1:-1]):
            column += 1
            start, end = place, place + len(cell)
            place = end + 1
            while start < end and self._text[start].isspace():
                start += 1
            while end > start and self._text[end - 1].isspace():
                end -= 1
            if start == end:
                continue
            unit = Unit([(start, end)], "", gap=gap, kind="cell", container=self._container, column=column, mark="cell")
            self._strip_wrap(unit)
            self._part_at_breaks(unit)
            unit.text = self._join(unit)
            self._units.append(unit)
            gap = 0
        self._gap = 0
        return i + 1

    def _join(self, unit: Unit) -> str:
        return "\n".join(self._text[start:end] for start, end in unit.segments)
