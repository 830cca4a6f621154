"""Times of day as printed."""

from __future__ import annotations

import pytest

from testimonia.words.clocks import find_clocks, minutes_apart


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shortly after half-past one in the morning she ran", [("half-past one in the morning", 90, False)]),
        ("At two o’clock to the minute", [("two o’clock", 120, None)]),
        ("when she touched it was 2.10. They", [("2.10", 130, None)]),
        ("ten minutes past two in the afternoon", [("ten minutes past two in the afternoon", 130, True)]),
        ("at 3:30 a.m. and 4 p.m.", [("3:30 a.m.", 210, False), ("4 p.m.", 240, True)]),
        ("a quarter to twelve at night", [("a quarter to twelve at night", 705, True)]),
        ("at five to six", [("five to six", 355, None)]),
        ("at 14:05", [("14:05", 125, None)]),
    ],
)
def test_times_of_day_are_read(text, found):
    assert [(clock.span.cut(text), clock.minute, clock.late) for clock in find_clocks(text)] == found


@pytest.mark.parametrize(
    "text", ["from five to six men", "two to three", "paragraph 2.10", "it cost 3.50", "psalm 12:4", "half to one"]
)
def test_ranges_sums_and_numbered_places_are_no_times_of_day(text):
    assert list(find_clocks(text)) == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("ten minutes to twelve", "ten minutes past twelve", 20),
        ("3 a.m.", "3 p.m.", 720),
        ("3 a.m.", "three o'clock", 0),
    ],
)
def test_how_far_two_are_apart(one, other, apart):
    (a,), (b,) = find_clocks(one), find_clocks(other)
    assert minutes_apart(a, b) == apart


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Midnight was striking.", [0]),
        ("It was not yet noon.", [0]),
        ("He had the watch from midnight, and ate the noon meal.", []),
    ],
)
def test_noon_and_midnight_are_times_where_they_bound_nothing(text: str, minutes: list[int]):
    assert [clock.minute for clock in find_clocks(text)] == minutes
