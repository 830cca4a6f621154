"""Centuries, decades and feasts in words; months and seasons without a year."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.worded_dates import find_worded


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("in the nineteenth century", "18XX"),
        ("in the late eighteen-forties", "184X"),
        ("in the nineteen hundred and twenties", "192X"),
        ("in the thirties", "XX3X"),
        ("in the ’twenties", "XX2X"),
        ("on Christmas Eve, 1911", "1911-12-24"),
        ("on New Year’s Day", "XXXX-01-01"),
        ("at Christmas 1911", "1911-12-25~"),
        ("On the ninth of March he sailed.", "XXXX-03-09"),
        ("on the twenty-first day of June", "XXXX-06-21"),
        ("in October", "XXXX-10"),
        ("in May", "XXXX-05"),
        ("in the autumn", "XXXX-23"),
        ("on the fourteenth", "XXXX-XX-14"),
        ("late on the night of the twenty-second", "XXXX-XX-22"),
        ("on Sunday, the tenth", "XXXX-XX-10"),
    ],
)
def test_words_tell_a_date(words: str, edtf: str) -> None:
    assert [date.edtf for date in find_worded(f"It burnt {words}, they say.")] == [edtf]


@pytest.mark.parametrize(
    "words",
    [
        "a woman in her thirties",
        "He was sent to May Larkin.",
        "They walked to April Dawes.",
        "In June Harker they had a friend.",
        "in the autumn of his life",
        "In October 1911 it burnt.",
        "the parties and their duties",
        "He will march by May.",
        "She came with the fourteenth regiment on the tenth day.",
        "On the third he found a nail.",
        "He held a copy of the sixth.",
        "He was the ninth to come; the tenth was late.",
    ],
)
def test_what_is_no_date_or_has_figures_is_left(words: str) -> None:
    assert find_worded(words) == []


@pytest.mark.parametrize(
    ("words", "edtfs"),
    [
        ("Between the fourteenth and the sixteenth nobody spoke.", ["XXXX-XX-14", "XXXX-XX-16"]),
        ("The interview of the eighteenth lasted an hour.", ["XXXX-XX-18"]),
        ("The eighteenth was a Sunday.", ["XXXX-XX-18"]),
        ("The eighteenth lasted an hour.", []),
    ],
)
def test_a_day_alone_is_told_by_what_stands_around_it(words: str, edtfs: list[str]) -> None:
    assert [date.edtf for date in find_worded(words)] == edtfs


@given(
    st.lists(
        st.sampled_from(
            [
                "on",
                "the",
                "The",
                "fourteenth",
                "twenty-second",
                "²",
                "١",
                "of",
                "April",
                "in",
                ",",
                ".",
                "was a Sunday",
                "and",
                "night",
                "Ⅻ",
                "ſixth",
                "nineteenth century",
                "\n",
            ]
        ),
        max_size=14,
    ).map(" ".join)
)
def test_whatever_stands_there_the_words_are_cut_and_each_day_is_one(text: str) -> None:
    for date in find_worded(text):
        assert date.span.cut(text) == date.words
        assert not date.edtf.startswith("XXXX-XX") or 6 <= int(date.edtf[-2:]) <= 31
