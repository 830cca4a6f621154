"""The picture that goes with a link to a site: years and claims of the page, drawn here pixel by pixel.

Open Graph wants a PNG or JPEG, and those who show it read no SVG. What is drawn are columns, bars and the figures of
years, so it needs no typeface and no library, and the same base gives the same picture.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

__all__ = ["HEIGHT", "WIDTH", "picture"]

WIDTH, HEIGHT = 1200, 630  # what those who show it ask for

_PAPER, _INK, _SOFT, _RULE, _BAR, _GOOD, _WARN, _BAD, _ACCENT = range(9)
_COLOURS = bytes.fromhex("fdfcf8 201d18 5d564a d9d2c0 8f8268 2f6b4f 8a5a00 9b2c2c 7c2d1f".replace(" ", ""))

_PROFILES = {"carried": _GOOD, "not found in the evidence": _BAD, "contradicted": _BAD}  # the others: with a reserve

_EDGE = 90
_TOP, _FLOOR = 170, 440  # of the columns
_LOW, _HIGH = 545, 575  # of the bar of claims
_WIDEST = 34  # of a column
_DOT = 4  # pixels of a dot of a figure, which are five by seven

_FIGURES = """
01110 00100 01110 11110 00010 11111 01110 11111 01110 01110
10001 01100 10001 00001 00110 10000 10000 00001 10001 10001
10011 00100 00001 00001 01010 11110 10000 00010 10001 10001
10101 00100 00110 01110 10010 00001 11110 00100 01110 01111
11001 00100 01000 00001 11111 00001 10001 01000 10001 00001
10001 00100 10000 00001 00010 10001 10001 01000 10001 00001
01110 01110 11111 11110 00010 01110 01110 01000 01110 01110
"""
_ROWS = [line.split() for line in _FIGURES.split("\n") if line]

# the mark of the program: two commas, as rows of dots
_MARK = ["0111001110", "0111001110", "0111001110", "0011000110", "0010000100", "0110001100"]


class _Sheet:
    """Pixels, each a colour's number."""

    def __init__(self) -> None:
        self.rows = [bytearray([_PAPER]) * WIDTH for _ in range(HEIGHT)]

    def fill(self, left: float, top: float, right: float, bottom: float, colour: int) -> None:
        first, last = max(0, round(left)), min(WIDTH, round(right))
        for row in self.rows[max(0, round(top)) : max(0, round(bottom))]:
            row[first:last] = bytes([colour]) * max(0, last - first)

    def dots(self, rows: Sequence[str], left: float, top: float, dot: int, colour: int) -> None:
        for down, row in enumerate(rows):
            for across, sign in enumerate(row):
                if sign == "1":
                    x, y = left + across * dot, top + down * dot
                    self.fill(x, y, x + dot, y + dot, colour)

    def number(self, words: str, middle: float, top: float) -> None:
        left = middle - (len(words) * 6 - 1) * _DOT / 2
        left = min(max(left, _EDGE), WIDTH - _EDGE - (len(words) * 6 - 1) * _DOT)
        for place, figure in enumerate(words):
            self.dots([row[int(figure)] for row in _ROWS], left + place * 6 * _DOT, top, _DOT, _SOFT)

    def png(self) -> bytes:
        pixels = zlib.compress(b"".join(b"\0" + bytes(row) for row in self.rows), 9)
        header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
        pieces = ((b"IHDR", header), (b"PLTE", _COLOURS), (b"IDAT", pixels), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*piece) for piece in pieces)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def picture(years: Sequence[tuple[int, int]], profiles: Sequence[tuple[str, int]]) -> bytes:
    """A PNG: how often each year is told of, as columns, and the claims by audit profile, as one bar.

    What there is nothing of is left out; a page of which neither is known gets the mark alone.
    """
    sheet = _Sheet()
    sheet.fill(0, 0, WIDTH, 14, _ACCENT)
    sheet.fill(_EDGE, 60, _EDGE + 72, 132, _ACCENT)
    sheet.dots(_MARK, _EDGE + 6, 78, 6, _PAPER)
    told = [(year, count) for year, count in years if 0 < year < 10_000 and count > 0]
    if told:
        _columns(sheet, told)
    claims = [(name, count) for name, count in profiles if count > 0]
    if claims:
        _claims(sheet, claims)
    return sheet.png()


def _columns(sheet: _Sheet, told: Sequence[tuple[int, int]]) -> None:
    low, high = min(year for year, _ in told), max(year for year, _ in told)
    most = max(count for _, count in told)
    step = (WIDTH - 2 * _EDGE) / (high - low + 1)
    for year, count in told:
        middle, wide = _EDGE + (year - low + 0.5) * step, max(1.0, min(step * 0.76, _WIDEST))
        tall = max(3.0, (_FLOOR - _TOP) * count / most)
        sheet.fill(middle - wide / 2, _FLOOR - tall, max(middle + wide / 2, middle - wide / 2 + 1), _FLOOR, _BAR)
    sheet.fill(_EDGE, _FLOOR, WIDTH - _EDGE, _FLOOR + 2, _INK)
    for year in dict.fromkeys((low, high)):
        sheet.number(str(year), _EDGE + (year - low + 0.5) * step, _FLOOR + 20)


def _claims(sheet: _Sheet, claims: Sequence[tuple[str, int]]) -> None:
    order = {_GOOD: 0, _WARN: 1, _BAD: 2}
    coloured = sorted(
        ((_PROFILES.get(name, _WARN), name, count) for name, count in claims),
        key=lambda one: (order[one[0]], -one[2], one[1]),
    )
    whole, left = sum(count for _, count in claims), float(_EDGE)
    for colour, _, count in coloured:
        wide = (WIDTH - 2 * _EDGE) * count / whole
        sheet.fill(left, _LOW, left + wide - 3, _HIGH, colour)
        left += wide
