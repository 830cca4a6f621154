"""The picture of a site is a PNG that others can read, and shows what it is given."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.publish.picture import HEIGHT, WIDTH, picture


def rows_of(png: bytes) -> tuple[list[bytes], list[bytes]]:
    """The rows of pixels and the colours, read as the format has it, every sum checked."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, pieces = 8, {}
    while at < len(png):
        (long,) = struct.unpack(">I", png[at : at + 4])
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + long]
        assert struct.unpack(">I", png[at + 8 + long : at + 12 + long]) == (zlib.crc32(kind + content),)
        pieces[kind] = content
        at += 12 + long
    assert list(pieces) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    wide, high, depth, colour, *rest = struct.unpack(">IIBBBBB", pieces[b"IHDR"])
    assert (wide, high, depth, colour, rest) == (WIDTH, HEIGHT, 8, 3, [0, 0, 0])
    pixels = zlib.decompress(pieces[b"IDAT"])
    assert len(pixels) == (WIDTH + 1) * HEIGHT
    rows = [pixels[n * (WIDTH + 1) : (n + 1) * (WIDTH + 1)] for n in range(HEIGHT)]
    assert {row[0] for row in rows} == {0}
    colours = [pieces[b"PLTE"][n : n + 3] for n in range(0, len(pieces[b"PLTE"]), 3)]
    assert max(max(row[1:]) for row in rows) < len(colours)
    return [row[1:] for row in rows], colours


def test_a_year_told_of_twice_as_often_stands_twice_as_high() -> None:
    rows, colours = rows_of(picture([(1931, 4), (1935, 8)], []))
    bar = colours.index(bytes.fromhex("8f8268"))
    columns = [sum(row[x] == bar for row in rows) for x in range(WIDTH)]
    heights = [height for x, height in enumerate(columns) if height and height != columns[x - 1]]
    assert heights == [pytest.approx(heights[1] / 2, abs=1), heights[1]]


def test_claims_are_as_wide_as_they_are_many() -> None:
    rows, colours = rows_of(picture([], [("carried", 3), ("partly", 1)]))
    good, warn = (colours.index(bytes.fromhex(colour)) for colour in ("2f6b4f", "8a5a00"))
    row = next(row for row in rows if good in row)
    assert row.index(good) < row.index(warn)
    assert row.count(good) == pytest.approx(3 * row.count(warn), rel=0.05)


def test_where_nothing_is_known_only_the_mark_stands() -> None:
    rows, colours = rows_of(picture([], []))
    assert {colours[sign].hex() for row in rows for sign in set(row)} == {"fdfcf8", "7c2d1f"}


@given(
    st.lists(st.tuples(st.integers(-3000, 30_000), st.integers(0, 10**9)), max_size=40),
    st.lists(st.tuples(st.text(max_size=9), st.integers(0, 10**9)), max_size=9),
)
def test_any_figures_make_a_picture(years: list[tuple[int, int]], profiles: list[tuple[str, int]]) -> None:
    rows_of(picture(years, profiles))
