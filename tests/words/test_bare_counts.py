"""Numbers with no noun beside them, and lengths of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.bare_counts import find_bare, is_of_a_part
from testimonia.words.durations import find_durations, find_from_to, scale_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("I numbered a hundred and twelve.", [112.0]),
        ("He counted up to three hundred and went home.", [300.0]),
        ("We met at four, by Hut 12, on the 3rd of May 1911.", []),
        ("A boy of eleven came at half past nine.", []),
        ("Page 14, article 7, No. 3 boat, 2.5 per cent.", []),
        ("It was hardly fewer than forty.", [40.0]),
    ],
)
def test_a_bare_number_is_no_date_hour_age_or_name(text: str, values: list[float]):
    assert [count.low for count in find_bare(text)] == values


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("I should say between forty and fifty.", 40, 50),
        ("They were forty or fifty, I think.", 40, 50),
        ("We had two or three hundred by night.", 200, 300),
        ("Three score and ten, by the book.", 70, 70),
        ("A couple of hundred, maybe.", 200, 200),
        ("Not above thirty came.", 15, 30),
    ],
)
def test_a_bare_number_may_be_a_stretch_or_told_in_scores(text: str, low: float, high: float):
    assert [(count.low, count.high) for count in find_bare(text)] == [(low, high)]


def test_a_number_of_some_of_them_or_told_before_is_a_part():
    text = "Thirty fell, of whom three were boys; the famous ninety is a slip."
    assert [is_of_a_part(text, count) for count in find_bare(text)] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("It lasted ninety seconds.", [("second", 0.001)]),
        (
            "A fortnight to prepare, and a full quarter of an hour to speak.",
            [("fortnight", 14.0), ("hour", 0.01)],
        ),
        ("We were three-quarters of an hour on the road.", [("hour", 0.031)]),
        ("Six years and two months on the island.", [("year", 2250.833)]),
        ("He came ten months later, within a week, at ten minutes to four, every two hours.", []),
        ("Forty pesos a week; a man of sixty years of age; thirty years ago.", []),
    ],
)
def test_a_length_of_time_is_no_distance_from_another_time(text: str, lengths: list[tuple[str, float]]):
    assert [(length.unit, round(length.days, 3)) for length in find_durations(text)] == lengths


@given(st.text("0123456789²½ ,.-aonehudrti fwys\n", max_size=60))
def test_numbers_and_lengths_lie_inside_the_text_whatever_it_is(text: str):
    for count in find_bare(text):
        assert 0 <= count.span.start < count.span.end <= len(text)
        is_of_a_part(text, count)
    for length in find_durations(text):
        assert 0 <= length.span.start < length.span.end <= len(text)
        assert length.days > 0
        assert scale_of(length.unit) >= 0
    told = find_from_to(text, 0, len(text))
    assert told is None or 0 <= told.span.start < told.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("They rang from eight minutes to seven and it was two minutes to when they stopped.", 6),
        ("We pumped from ten minutes past two until half past three.", 80),
        ("It began at noon.", None),
        ("He came at half past two, and I saw him again at ten minutes to three.", None),
    ],
)
def test_two_times_of_day_tell_how_long_it_was(text: str, minutes: int | None):
    found = find_from_to(text, 0, len(text))
    assert (round(found.days * 1440) if found else None) == minutes


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("There were no fewer than two thousand.", 2000.0),
        ("I should put the crowd at two thousand.", 2000.0),
        ("The enemy was estimated by him at six hundred.", 600.0),
        ("It is told in No. 40.", None),
        ("He was seen at fifty.", None),
    ],
)
def test_no_fewer_than_is_no_number_of_a_thing_and_put_at_is_no_age(text: str, low: float | None):
    assert [count.low for count in find_bare(text)] == ([low] if low else [])
