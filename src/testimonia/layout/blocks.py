"""The blocks of a marked-up page as units."""

from __future__ import annotations

import re

from ..model import Block, Source
from .units import Unit

__all__ = ["units_of_blocks"]

_LINES = re.compile(r"\n+")
_CONTAINERS = {"blockquote": "quote", "li": "bullet", "dd": "item", "td": "cell", "th": "cell", "q": "quote"}
_BOLD = frozenset(("b", "strong"))
_ITALIC = frozenset(("i", "em", "cite"))
_HEADING = re.compile(r"h[1-6]$")


def units_of_blocks(source: Source) -> list[Unit]:
    """The units of an extracted text; a block with line ends in it gives one for each line."""
    units: list[Unit] = []
    text = source.text
    columns: dict[int, dict[int, int]] = {}
    for block in source.blocks:
        container, kind = _container(block)
        column = _column(block, columns)
        gap = 1
        place = block.span.start
        piece = block.span.cut(text)
        for line in _LINES.split(piece):
            start, end = place, place + len(line)
            between = _LINES.match(text, end)
            place = min(between.end() if between else end, block.span.end)
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end:
                heading = _HEADING.match(block.tag)
                units.append(
                    Unit(
                        [(start, end)],
                        text[start:end],
                        gap=gap,
                        mark=block.tag if heading else "",
                        level=int(block.tag[1]) if heading else 0,
                        wrap=_wrap(block, start, end),
                        container=container,
                        kind=kind,
                        tag=block.tag,
                        style=block.style,
                        anchor=block.anchor,
                        aside=block.aside,
                        links=tuple(link for link in block.links if start <= link[0].start and link[0].end <= end),
                        emphasis=tuple(e for e in block.emphasis if e[0].start < end and start < e[0].end),
                        column=column,
                    )
                )
            gap = 1 if between and len(between.group()) > 1 else 0
    return units


def _container(block: Block) -> tuple[int, str]:
    for tag, serial in zip(reversed(block.path), reversed(block.serials), strict=True):
        if tag in _CONTAINERS:
            return serial, _CONTAINERS[tag]
    return 0, ""


def _column(block: Block, columns: dict[int, dict[int, int]]) -> int:
    """Which cell of its row a block stands in, counted from 1; 0 outside tables."""
    row = cell = 0
    for tag, serial in zip(block.path, block.serials, strict=True):
        if tag == "tr":
            row = serial
        elif tag in ("td", "th"):
            cell = serial
    if not cell:
        return 0
    known = columns.setdefault(row, {})
    return known.setdefault(cell, len(known) + 1)


def _wrap(block: Block, start: int, end: int) -> str:
    bold = italic = 0
    for span, tag in block.emphasis:
        inside = min(span.end, end) - max(span.start, start)
        if inside > 0:
            if tag in _BOLD:
                bold += inside
            elif tag in _ITALIC:
                italic += inside
    length = end - start
    if bold >= 0.9 * length:
        return "bold"
    return "italic" if italic >= 0.9 * length else ""
