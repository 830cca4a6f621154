"""Small letters that keep their places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.amounts import find_amounts
from testimonia.words.dates import find_dates
from testimonia.words.letters import small


@pytest.mark.parametrize("printed", ["İn Aprİl 1911", "in Auguſt 1911", "the fırst of May 1911", "the ſecond of March"])
def test_a_letter_that_a_pattern_takes_for_another_ends_no_reading_of_dates(printed: str) -> None:
    list(find_dates(printed))


@pytest.mark.parametrize("printed", ["12 mİles", "3 wee\u212as", "4 ſhillings", "two mıles"])
def test_a_letter_that_a_pattern_takes_for_another_ends_no_reading_of_amounts(printed: str) -> None:
    assert len(find_amounts(printed)) == 1


@given(st.text(alphabet="aAiIıİsSſkK\u212aßǅΣ²", max_size=9))
def test_small_letters_stand_where_the_letters_stood(printed: str) -> None:
    assert len(small(printed)) == len(printed)


@given(st.text(max_size=6))
def test_what_a_pattern_takes_for_an_english_word_has_its_small_letters(printed: str) -> None:
    if re.fullmatch("[a-z]+", printed, re.IGNORECASE):
        assert re.fullmatch("[a-z]+", small(printed))
