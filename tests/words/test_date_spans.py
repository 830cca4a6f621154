"""Dates that are told as one: stretches, choices, open ends and doubt."""

from __future__ import annotations

import pytest

from testimonia.words.date_spans import join_dates
from testimonia.words.dates import find_dates


def joined(text: str) -> list[tuple[str, str]]:
    return [(date.words, date.edtf) for date in join_dates(text, find_dates(text))]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("from 28 December 1910 to 3 January 1911", "28 December 1910 to 3 January 1911", "1910-12-28/1911-01-03"),
        ("from 1908 until May 1911", "1908 until May 1911", "1908/1911-05"),
        ("between 4 and 6 May 1911", "4 and 6 May 1911", "1911-05-04/1911-05-06"),
        ("between May 4 and June 6, 1911", "May 4 and June 6, 1911", "1911-05-04/1911-06-06"),
        ("from spring to autumn 1911", "spring to autumn 1911", "1911-21/1911-23"),
        ("in the spring or summer of 1911", "spring or summer of 1911", "[1911-21,1911-22]"),
        ("before 12 May 1911", "before 12 May 1911", "../1911-05-12"),
        ("not later than 1911", "not later than 1911", "../1911"),
        ("since the autumn of 1911", "since the autumn of 1911", "1911-23/.."),
        ("from 1911 onwards", "from 1911 onwards", "1911/.."),
        ("possibly in May 1911", "May 1911", "1911-05?"),
        ("probably about 1911", "about 1911", "1911%"),
    ],
)
def test_dates_are_told_as_one(text: str, words: str, edtf: str) -> None:
    assert joined(f"It was {text}.") == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("He fled in 1911 and died in 1920.", ["1911", "1920"]),
        ("Built in 1911, it burnt on 3 May 1920.", ["1911", "1920-05-03"]),
        ("It was not until 1911 that he fled.", ["1911"]),
        ("He fled before the 1911 fire.", ["1911"]),
        ("A letter from 1911 was lost.", ["1911"]),
    ],
)
def test_what_is_told_apart_stays_apart(text: str, dates: list[str]) -> None:
    assert [edtf for _, edtf in joined(text)] == dates
