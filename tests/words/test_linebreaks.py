"""Which line ends only wrap a paragraph."""

from __future__ import annotations

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.linebreaks import join_wrapped

WORDS = (
    "The keeper came down to the quay before anybody had been told of it and stood there with the lamp in his hand "
    "until the packet was made fast."
)


@pytest.mark.parametrize("narrower", [0, 2, 5])
def test_where_blank_lines_end_paragraphs_a_line_may_end_sooner_than_it_need(narrower: int) -> None:
    text = "\n".join(wrap(WORDS, 60 - narrower)) + "\n" + "\n".join(wrap(WORDS, 60 - narrower))
    end = text.index("fast.") + 5
    assert join_wrapped(text, 60, parted={end}) == f"{WORDS}\n{WORDS}"


def test_a_short_line_ends_what_it_says_where_blank_lines_end_paragraphs() -> None:
    text = "Northgate, 4 May\nDear Orme\n" + "\n".join(wrap(WORDS, 60))
    assert join_wrapped(text, 60, parted=()) == f"Northgate, 4 May\nDear Orme\n{WORDS}"


@given(st.text(alphabet="ab C.\n\t:²”", max_size=80), st.integers(1, 90), st.none() | st.sets(st.integers(0, 80)))
def test_no_character_moves(text: str, width: int, parted: set[int] | None) -> None:
    joined = join_wrapped(text, width, parted=parted)
    assert len(joined) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, joined, strict=True))
