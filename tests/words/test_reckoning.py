"""Dates told from another: what they come to."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.words.reckoning import reckon
from testimonia.words.relative_dates import find_relative


def reckoned(words: str, base: str) -> list[str | None]:
    return [reckon(relative, base) for relative in find_relative(words)]


@pytest.mark.parametrize(
    ("words", "base", "date"),
    [
        ("the following day", "1911-05-31", "1911-06-01"),
        ("That same night", "1911-05-12", "1911-05-12"),
        ("the day before yesterday", "1911-05-12", "1911-05-10"),
        ("twenty-four hours later", "1911-12-31", "1912-01-01"),
        ("a fortnight ago", "1911-05-12", "1911-04-28~"),
        ("some ten days later", "1911-05-12", "1911-05-22~"),
        ("last week", "1911-05-12", "1911-05-01/1911-05-07"),
        ("half a year later", "1911-11-02", "1912-05"),
        ("a year and a half later", "1911-11", "1913-05"),
        ("twenty-five years later", "1851", "1876"),
        ("a decade later", "1870", "1880~"),
        ("October of the same year", "1911-05", "1911-10"),
        ("12 May of last year", "1911-06-01", "1910-05-12"),
        ("autumn of last year", "1911-06-01", "1910-23"),
        ("the 20th of that month", "1911-05-12", "1911-05-20"),
        ("20th ult.", "1911-01-12", "1910-12-20"),
        ("last Tuesday", "1911-05-12", "1911-05-09"),
        ("the following Monday", "1911-05-12", "1911-05-15"),
        ("Monday last", "1911-05-12", "1911-05-08"),
        ("last December", "1911-05-12", "1910-12"),
        ("last winter", "1911-05-12", "1910/1911"),
        ("the summer before last", "1911-11-12", "1910-22"),
        ("the following winter", "1911-05-12", "1911/1912"),
        ("two days later", "1911-05-03/1911-05-04", "1911-05-06"),
        ("the following day", "../1911-05-12", "1911-05-13"),
    ],
)
def test_a_date_is_reckoned_from_another(words: str, base: str, date: str) -> None:
    assert reckoned(f"It was {words}.", base) == [date]


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("the following day", "1911-05"),
        ("two months later", "1911"),
        ("two years later", "191X"),
        ("last summer", "1911"),
        ("the 31st of that month", "1911-06-12"),
    ],
)
def test_what_the_base_does_not_allow_is_not_said(words: str, base: str) -> None:
    assert reckoned(f"It was {words}.", base) == [None]


PIECES = (
    "the a two twenty-five half of that last next following same day days night week fortnight month years later ago "
)
PIECES += "before after autumn winter Monday May 20th inst. ult. yesterday , . 999 and a half decade hours October 31st"


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES.split()), max_size=14).map(" ".join),
    st.sampled_from(
        "1911-05-31 1911 1911-02 191X 1911-24 1911-05-30/1911-06-02 ../1911 9999-12-31 1000-01-01 [1911,1912]".split()
    ),
)
def test_whatever_stands_there_the_words_are_cut_and_the_date_is_sound(text: str, base: str) -> None:
    past = 0
    for relative in find_relative(text):
        assert relative.span.cut(text) == relative.words
        assert relative.span.start >= past
        past = relative.span.end
        date = reckon(relative, base)
        assert date is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?~?(/\d{4}(-\d\d(-\d\d)?)?)?", date), (relative, date)
