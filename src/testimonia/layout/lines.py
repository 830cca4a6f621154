"""Plain text, Markdown and wiki text cut into units by their line ends, blank lines and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .data_files import units_of_data
from .line_marks import RULE, LineMark, is_underline, read_mark, take_wrap
from .markup import (
    CALLOUT,
    Edges,
    attribution_of,
    drawer_end,
    explicit_note,
    find_templates,
    heading_command,
    is_command,
    is_explicit,
    is_furniture,
    is_outline,
    is_typeset,
    part_at_breaks,
    strip_edges,
    without_attributes,
)
from .notations import is_sharp, leave_out_quotes, property_of, quoted_item, sharp_command
from .tables import units_of_table
from .typeset_quotes import ready_blocks
from .units import Unit
from .wrapping import Line, join_wrapped, physical_lines, wrap_width

__all__ = ["PageLines", "cut_into_units"]

_SETTING = re.compile(r"[\w-]+:(?:\s|$)|[#-]\s|[\]}]")
_LONGEST_FRONT_MATTER = 60  # lines
_LONGEST_DRAWER = 60
_ROW = re.compile(r"\|.*\|$")
_ROW_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$")


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
    table = units_of_table(text) or units_of_data(text)
    if table is not None:
        return PageLines(table, 0)
    lines = physical_lines(text)
    width = 0 if wrapped is False else wrap_width(text, lines, stated=wrapped is True)
    return PageLines(_Cutter(text, lines, width).units(), width)


class _Cutter:
    """Walks the lines once and gives units."""

    def __init__(self, text: str, lines: list[Line], width: int) -> None:
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
        self._typeset = is_typeset(text)
        self._sharp = is_sharp(text)
        self._ready = ready_blocks(text, typeset=self._typeset)

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
            if line.end - line.start >= 3 and RULE.match(words):
                self._framed = True
                self._gap = max(self._gap, 1)
                i += 1
                continue
            if self._templates and line.start <= self._templates[0][0] < line.end:
                i = self._template(i)
                continue
            while self._ready and self._ready[0][0] < line.start:
                self._ready.pop(0)  # it stood in what another mark took
            if self._ready and self._ready[0][0] < line.end:
                i = self._take_ready(i)
                continue
            if self._typeset and words[0] == "%":
                i += 1  # a remark
                continue
            if is_explicit(self._text, line.start, line.end):
                i = self._explicit(i)
                continue
            if (self._sharp and self._sharp_line(line)) or self._property(line):
                i += 1
                continue
            i = self._drawer(i) or self._unit_at(i, words)
        return self._units

    def _take_ready(self, i: int) -> int:
        """Take what a command or an entry holds; gives the line after it."""
        _, end, units = self._ready.pop(0)
        self._container += 1
        for unit in units:
            unit.container = self._container if unit.kind else 0
        self._units += units
        self._gap = max(self._gap, 1)
        while i < len(self._lines) and self._lines[i].start < end:
            i += 1
        while self._ready and self._ready[0][0] < end:
            self._ready.pop(0)
        return i

    def _drawer(self, i: int) -> int:
        """Leave out what an outline's program keeps under a heading; gives the line after it, 0 where nothing is."""
        if drawer_end(self._text, self._lines[i].start, self._lines[i].end) is not False:
            return 0
        for k in range(i + 1, min(len(self._lines), i + _LONGEST_DRAWER)):
            line = self._lines[k]
            if line.start < line.end and drawer_end(self._text, line.start, line.end):
                self._gap = max(self._gap, 1)
                return k + 1
        return 0

    def _explicit(self, i: int) -> int:
        """Leave out what a converter is told, with the lines set in below it; gives the line after them."""
        head = self._lines[i]
        self._gap = max(self._gap, 1)
        i += 1
        while i < len(self._lines) and not self._lines[i].blank and self._lines[i].indent > head.indent:
            i += 1
        return i

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
        noted = explicit_note(self._text, line.start, line.end)
        if noted:
            line = replace(line, start=line.start + noted)
        edges = strip_edges(self._text, line.start, line.end)
        if edges is not None:
            self._open_fence(edges)
            if edges.start >= edges.end:
                self._fences = max(0, self._fences - edges.closed)
                return i + 1
            line = replace(line, start=edges.start, end=edges.end)
        words = self._text[line.start : line.end]
        quoted = 0 if line.depth else quoted_item(words)
        if quoted:
            line = lines[i] = replace(line, start=line.start + quoted, depth=1)
            self._apart = True
            words = words[quoted:]
        callout = CALLOUT.match(words) if line.depth and words[0] == "[" else None
        if callout is not None:
            line = replace(line, start=line.start + callout.end())
            self._apart = True
            words = self._text[line.start : line.end]
            if not words:
                self._gap = max(self._gap, 1)
                return i + 1
        mark = read_mark(words, line.indent, outline=self._outline)
        if mark.is_heading:
            mark = replace(mark, end=without_attributes(words, mark.start, mark.end))
        unit = Unit(
            [(line.start + mark.start, line.start + mark.end)],
            "",
            gap=self._gap,
            mark=mark.name or ("callout" if callout is not None else ""),
            level=mark.level,
            indent=line.indent,
            framed=self._framed or mark.is_frame,
            opens_sheet=i > 0 and "\f" in self._text[lines[i - 1].end : line.start],
        )
        self._framed = False
        if edges is not None:
            unit.wrap = edges.wrap
        self._place_in_block(unit, i, line, mark)
        i += 1
        if not mark.is_heading:
            i = join_wrapped(self._text, lines, self._width, unit, i)
            i = self._underline(unit, i)
        take_wrap(self._text, unit)
        part_at_breaks(self._text, unit)
        if self._typeset:
            leave_out_quotes(self._text, unit)
        unit.text = self._join(unit)
        unit.aside = is_furniture(self._text, line.start, line.end)
        self._units.append(unit)
        self._gap = 0
        if edges is not None:
            self._fences = max(0, self._fences - edges.closed)
        return i

    def _place_in_block(self, unit: Unit, i: int, line: Line, mark: LineMark) -> None:
        """Say in which list, quotation or indented block the unit of line ``i`` stands."""
        if mark.is_bullet:
            self._bullet(unit, line)
        if line.depth:
            unit.kind = "quote"
            before = self._lines[i - 1] if i else None
            same = self._units and self._units[-1].kind == "quote" and before is not None and before.depth > 0
            if not same or self._apart:
                self._container += 1
                self._apart = False
            unit.container = self._container
            unit.level = unit.level or line.depth
            if mark.is_bullet:
                unit.level = line.depth
        elif not mark.is_bullet and line.indent >= 2 and not mark.is_heading:
            if self._open_bullet is not None and line.indent > self._open_bullet[1]:
                unit.container, unit.kind = self._open_bullet[0], "bullet"
            else:
                unit.kind = "indent"
        elif not mark.is_bullet:
            self._open_bullet = None
        if self._fences:
            unit.kind, unit.container = "quote", self._fence_container

    def _special(self, line: Line) -> bool:
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

    def _sharp_line(self, line: Line) -> bool:
        """Take a line that is, or holds, a command behind a sharp sign: the source and the words on it are units."""
        command = sharp_command(self._text, line.start, line.end)
        if command is None or (command.closes and not command.opens and not self._fences):
            return False
        if command.opens:
            self._fences += 1
            self._container += 1
            self._fence_container = self._container
        for span, mark in ((command.source, "template"), (command.words, "")):
            if span is not None:
                kind, container = ("quote", self._container) if command.opens and not mark else ("", 0)
                words = self._text[slice(*span)]
                self._units.append(
                    Unit([span], words, gap=max(self._gap, 1), mark=mark, kind=kind, container=container)
                )
                self._gap = 0
        self._fences = max(0, self._fences - command.closes)
        self._gap = max(self._gap, 1) if command.source is None else 0
        return True

    def _property(self, line: Line) -> bool:
        """Take a property of an outliner's block: its source or title is a unit, the others are left out."""
        found = property_of(self._text, line.start, line.end) if self._text[line.start].islower() else None
        if found is None:
            return False
        start, mark = found
        if mark is not None and start < line.end:
            self._units.append(Unit([(start, line.end)], self._text[start : line.end], gap=self._gap, mark=mark))
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
            part_at_breaks(self._text, unit)
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
            take_wrap(self._text, unit)
            part_at_breaks(self._text, unit)
            unit.text = self._join(unit)
            self._units.append(unit)
            gap = 0
        self._gap = 0
        return i + 1

    def _join(self, unit: Unit) -> str:
        return "\n".join(self._text[start:end] for start, end in unit.segments)

    def _bullet(self, unit: Unit, line: Line) -> None:
        unit.kind = "bullet"
        if line.depth:
            return  # a list inside a block quote belongs to the quotation
        if unit.level == 1 or self._open_bullet is None:
            self._container += 1
            self._open_bullet = (self._container, line.indent)
        unit.container = self._open_bullet[0]

    def _underline(self, unit: Unit, i: int) -> int:
        if i >= len(self._lines) or unit.kind == "quote":
            return i
        line = self._lines[i]
        words = self._text[line.start : line.end]
        if line.blank or not is_underline(words, unit):
            return i
        unit.mark, unit.level = f"_{words[0]}", 1 if words[0] in "=═" else 2
        return i + 1
