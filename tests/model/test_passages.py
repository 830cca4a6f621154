"""Words that marks of the layout stand between: from offsets of their text to places of the page, and back."""

from __future__ import annotations

import pickle
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model import Excerpt, Span

LENGTHS = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 5)), min_size=2, max_size=6)  # a gap and a piece


def excerpt_of(lengths: list[tuple[int, int]]) -> Excerpt:
    """Pieces of some lengths with gaps of some before them."""
    ends = list(accumulate(gap + length for gap, length in lengths))
    pieces = tuple(Span(end - length, end) for end, (_, length) in zip(ends, lengths, strict=True))
    text = "\n".join("x" * length for _, length in lengths)
    return Excerpt("x1", Span(pieces[0].start, pieces[-1].end), text, None, None, pieces)


@given(LENGTHS, st.data())
def test_a_stretch_of_the_text_comes_back_from_the_page(lengths: list[tuple[int, int]], data: st.DataObject) -> None:
    excerpt = excerpt_of(lengths)
    start = data.draw(st.integers(0, len(excerpt.text) - 1).filter(lambda n: excerpt.text[n] != "\n"))
    end = data.draw(st.integers(start + 1, len(excerpt.text)).filter(lambda n: excerpt.text[n - 1] != "\n"))
    place = excerpt.page_span(start, end)
    assert excerpt.text_span(place) == Span(start, end)


@given(LENGTHS, st.integers(0, 60), st.integers(1, 12))
def test_what_begins_or_ends_outside_the_pieces_is_nowhere(
    lengths: list[tuple[int, int]], start: int, length: int
) -> None:
    excerpt = excerpt_of(lengths)
    place = Span(start, start + length)
    inside = {n for piece in excerpt.segments for n in range(piece.start, piece.end)}
    assert (excerpt.text_span(place) is None) == (place.start not in inside or place.end - 1 not in inside)


def test_an_offset_behind_the_text_is_an_error() -> None:
    excerpt = excerpt_of([(1, 3), (2, 3)])
    with pytest.raises(IndexError, match="x1"):
        excerpt.page_span(0, 10)


def test_where_pieces_begin_is_no_part_of_the_record() -> None:
    excerpt = excerpt_of([(1, 3), (2, 3)])
    before = repr(excerpt), hash(excerpt)
    excerpt.page_span(0, 5)
    assert (repr(excerpt), hash(excerpt)) == before
    assert pickle.loads(pickle.dumps(excerpt)) == excerpt


def test_a_place_among_many_pieces_is_not_looked_for_one_by_one(within) -> None:
    excerpt = excerpt_of([(2, 9)] * 20_000)
    with within(2):
        for n in range(0, 200_000, 20):
            assert excerpt.text_span(excerpt.page_span(n, n + 5)) == Span(n, n + 5)
