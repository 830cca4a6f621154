"""Two rows of words side by side."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.disagreements.side_by_side import SideBySide

WORDS = st.lists(st.sampled_from("the ferry left quay ²".split()), max_size=24)


@given(WORDS, WORDS)
def test_the_blocks_are_those_of_difflib(one: list[str], other: list[str]) -> None:
    blocks = SequenceMatcher(None, one, other, autojunk=False)
    assert SideBySide(one, other).get_matching_blocks() == blocks.get_matching_blocks()
    assert SideBySide(one, other).get_opcodes() == blocks.get_opcodes()


@pytest.mark.parametrize("size", [1, 8, 30])
def test_sentences_of_one_form_agree_in_their_form(size: int) -> None:
    one, other = ([w for n in range(size) for w in f"the ferry carried {cargo}{n} home".split()] for cargo in "ab")
    assert SideBySide(one, other).get_matching_blocks() == (
        SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    )


def test_hundreds_of_sentences_of_one_form_are_soon_laid_side_by_side(within) -> None:
    one, other = (
        [w for n in range(400) for w in f"on friday a ferry carried {cargo}{n} from here to there".split()]
        for cargo in "ab"
    )
    with within(5):  # difflib needs half a minute
        blocks = SideBySide(one, other).get_matching_blocks()
    assert [block.size for block in blocks] == [5, *[9] * 399, 4, 0]
