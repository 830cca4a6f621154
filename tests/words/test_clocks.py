"""Times of day as printed."""

from __future__ import annotations

import pytest

from testimonia.words.clocks import find_clocks, find_limits, minutes_apart


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shortly after half-past three in the morning it rang", [("half-past three in the morning", 210, False)]),
        ("At five o’clock to the second", [("five o’clock", 300, None)]),
        ("when it stopped it was 4.20. They", [("4.20", 260, None)]),
        ("ten minutes past five in the afternoon", [("ten minutes past five in the afternoon", 310, True)]),
        ("at 3:30 a.m. and 4 p.m.", [("3:30 a.m.", 210, False), ("4 p.m.", 240, True)]),
        ("a quarter to twelve at night", [("a quarter to twelve at night", 705, True)]),
        ("at five to six", [("five to six", 355, None)]),
        ("The log says twenty-five past seven; she", [("twenty-five past seven", 445, None)]),
        ("It left at six twenty.", [("six twenty", 380, None)]),
        ("says eleven twenty-five in the morning", [("eleven twenty-five in the morning", 685, False)]),
        ("at 14:05", [("14:05", 125, None)]),
    ],
)
def test_times_of_day_are_read(text, found):
    assert [(clock.span.cut(text), clock.minute, clock.late) for clock in find_clocks(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "from five to six men",
        "two to three",
        "paragraph 2.10",
        "it cost 3.50",
        "psalm 12:4",
        "half to one",
        "we had three thirty men",
    ],
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


def test_a_price_is_no_time_of_day() -> None:
    assert not list(find_clocks("I sold the whole lot at seven fifty."))
    assert [clock.minute for clock in find_clocks("The boat came at seven fifty.")] == [470]


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        ("She had been there since before midnight.", [-1]),
        ("They rose a little before noon and ate after midnight.", [-1, 1]),
        ("They read until after midnight.", []),
        ("It went before noon prayers.", []),
    ],
)
def test_before_noon_is_a_limit(words, limits):
    assert [clock.limit for clock in find_limits(words)] == limits


@pytest.mark.parametrize(
    ("limit", "time", "apart"),
    [
        ("before noon", "at ten minutes to twelve", 0),
        ("before noon", "at half past two", 150),
        ("after midnight", "at half past eleven", 30),
        ("after midnight", "at two o'clock", 0),
        ("before noon", "after noon", 0),
        ("before noon", "at two in the morning", 0),
        ("before midnight", "at four in the afternoon", 0),
        ("before midnight", "at four in the morning", 240),
        ("after midnight", "at ten at night", 120),
        ("before midnight", "at a quarter past four", 0),
    ],
)
def test_a_limit_is_as_far_as_the_time_lies_beyond_it(limit, time, apart):
    (one,) = find_limits(limit)
    (other,) = [*find_clocks(time), *find_limits(time)]
    assert minutes_apart(one, other) == minutes_apart(other, one) == apart
