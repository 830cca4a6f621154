"""Numbers with what is counted."""

from __future__ import annotations

import pytest

from testimonia.words.counts import find_counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("312 former pupils were there", [(312, 312, "things")]),
        ("nine others came", [(9, 9, "persons")]),
        ("Eleven were drowned", [(11, 11, "bare")]),
        ("two or three nuns", [(2, 3, "things")]),
        ("Sixty-four poor souls", [(64, 64, "things")]),
        ("several hundred barrels", [(200, 999, "things")]),
        ("eighteen months in the tower", [(547.5, 547.5, "time")]),
        ("he was searched only once", [(1, 1, "times")]),
        ("he was searched twice", [(2, 2, "times")]),
        ("£21", [(21, 21, "money")]),
    ],
)
def test_a_number_is_read_with_what_it_counts(text, counts):
    assert [(c.low, c.high, c.kind) for c in find_counts(text)] == counts


@pytest.mark.parametrize(
    "text",
    ["On 3 May 1911 he left.", "No. 2 boat", "Article 12", "the 4th barrel", "in 1911", "p. 44", "once he had left"],
)
def test_dates_ordinals_and_names_of_things_count_nothing(text):
    assert find_counts(text) == []


def test_the_span_cuts_the_words():
    text = "Of 84 passengers eleven were saved."
    assert [c.span.cut(text) for c in find_counts(text)] == [c.words for c in find_counts(text)]


def test_a_long_s_is_no_s_of_a_number():
    assert find_counts("There came hundred\u017f of men.") == []


@pytest.mark.parametrize(
    "words",
    (
        "2;two;three;four;five;six;seven;eight;nine;ten;eleven;twelve;thirteen;fourteen;fifteen;sixteen;seventeen;"
        "eighteen;nineteen;twenty;thirty;forty;fifty;sixty;seventy;eighty;ninety;a hundred;a thousand;a million;"
        "a dozen;about 3;some 3;nearly 3;almost 3;around 3;approximately 3;roughly 3;more than 3;over 3;at least 3;"
        "less than 3;fewer than 3;under 3;at most 3;up to 3;upwards of 3;one or two;"
        "several dozen;dozens of;hundreds of;thousands of;tens of thousands of"
    ).split(";"),
)
@pytest.mark.parametrize("written", [str, str.capitalize])
def test_a_count_may_begin_with_any_of_its_words(words, written):
    (found,) = find_counts(f"There came {written(words)} pilgrims.")
    assert (found.span.start, found.noun) == (11, "pilgrim")


def test_the_scale_of_a_stretch_is_of_both_its_ends():
    found = find_counts("Two or three thousand were out, and forty or fifty men; ten to a hundred goats.")
    assert [(count.low, count.high) for count in found] == [(2000.0, 3000.0), (40.0, 50.0), (10.0, 100.0)]
