"""Dates told from another: what they reckon from."""

from __future__ import annotations

import pytest

from testimonia.words.relative_dates import From, find_relative


@pytest.mark.parametrize(
    "words",
    [
        "A few days later he fled.",
        "It was the day before the trial.",
        "Ten days before the trial he fled.",
        "He waited two years.",
        "This is the way of the day.",
        "One day he left.",
        "He said that Mayday was lost.",
    ],
)
def test_what_says_not_how_far_is_not_read(words: str) -> None:
    assert find_relative(words) == []


def test_next_year_is_now_or_then_but_the_next_year_is_then() -> None:
    assert [r.base for r in find_relative("next year, the next year")] == [From.EITHER, From.ANCHOR]
