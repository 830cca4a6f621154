"""Printed amounts: figures, words, ranges, bounds, units."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model import Span
from testimonia.words.amounts import find_amounts, read_number


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("3,000 rubles", 3000, "rubles"),
        ("10 000 francs", 10_000, "francs"),
        ("two thousand marks", 2000, "marks"),
        ("a thousand roubles", 1000, "roubles"),
        ("two hundred and fifty-one crowns", 251, "crowns"),
        ("one and a half million lire", 1_500_000, "lire"),
        ("half a million dollars", 500_000, "dollars"),
        ("HALF A MILLION DOLLARS", 500_000, "DOLLARS"),
        ("30 thousand dollars", 30_000, "dollars"),
        ("£21", 21, "£"),
        ("£9,400", 9400, "£"),
        ("$2.5 million", 2_500_000, "$"),
        ("US$400", 400, "US$"),
        ("£3 10s. 6d.", 3.525, "£"),
        ("FIFTY POUNDS", 50, "POUNDS"),
        ("350 kroner in gold notes", 350, "kroner"),
        ("500 gold florins", 500, "gold florins"),
        ("twenty guineas", 20, "guineas"),
        ("15 per cent", 15, "per cent"),
        ("nineteen fathoms", 19, "fathoms"),
        ("thirty-one years", 31, "years"),
        ("112 passengers", 112, "passengers"),
    ],
)
def test_an_amount_is_read_with_its_unit(words: str, value: float, unit: str) -> None:
    text = f"He spoke of {words}, no less."
    (amount,) = find_amounts(text)
    assert (amount.value, amount.unit, amount.words) == (pytest.approx(value), unit, words)
    assert amount.span.cut(text) == words


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("between 2 and 3 thousand rubles", 2000, 3000),
        ("between 4000 and 5000 rubles", 4000, 5000),
        ("12 to 15 pounds", 12, 15),
        ("2000 or 3000 rubles", 2000, 3000),
        ("ten or twelve thousand francs", 10_000, 12_000),
        ("£5-10", 5, 10),
        ("£5 to £10", 5, 10),
        ("more than 300 dollars", 300, None),
        ("at least forty marks", 40, None),
        ("up to 300 marks", None, 300),
        ("not more than six months", None, 6),
    ],
)
def test_a_range_or_bound_has_no_single_value(words: str, low: float | None, high: float | None) -> None:
    (amount,) = find_amounts(f"It was {words}.")
    assert (amount.value, amount.min, amount.max, amount.words) == (None, low, high, words)


def test_a_number_behind_a_sum_shares_its_unit() -> None:
    text = "He gave 1000 francs to Lowe, and 800 to Hartley in 1921."
    first, second = find_amounts(text)
    assert (second.value, second.unit, second.words) == (800, "francs", "800")
    assert second.shared == first.span


def test_two_sums_of_one_unit_are_no_range() -> None:
    assert [a.value for a in find_amounts("in two sums of 500 and 1,000 rubles")] == [500, 1000]


def test_words_without_a_number_tell_none() -> None:
    (amount,) = find_amounts("They brought several thousand rubles.")
    assert (amount.value, amount.min, amount.max) == (None, None, None)
    assert amount.kind == "money"


def test_what_is_about_a_sum_is_said_to_be() -> None:
    (amount,) = find_amounts("about 2,000 francs")
    assert amount.about
    assert amount.value == 2000
    assert amount.words == "about 2,000 francs"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("12 pounds of tea", "weight"), ("12 pounds of his money", "money"), ("12 pounds of him", "money")],
)
def test_pounds_of_a_stuff_are_a_weight(text: str, kind: str) -> None:
    assert [a.kind for a in find_amounts(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "the 14th of May 1921",
        "in 1921 and 1922",
        "No. 12 Quay Street",
        "one can say so",
        "He marks the page",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twelve hundred", 1200),
        ("two thousand five hundred", 2500),
        ("three million two hundred thousand", 3_200_000),
        ("a couple of hundred", 200),
        ("a hundred and one", 101),
        ("several", None),
        ("", None),
    ],
)
def test_numbers_in_words(words: str, value: float | None) -> None:
    assert read_number(words) == value


@given(
    st.text(st.characters(categories=("Nd", "Nl", "No", "Zs"), include_characters="half million,.-and"), max_size=30)
)
def test_whatever_passes_for_a_figure_is_a_number_or_none(words: str) -> None:
    value = read_number(words)
    assert value is None or value >= 0


def test_the_record_keeps_the_printed_words() -> None:
    text = "worth 40 yen"
    (amount,) = find_amounts(text)
    record = amount.placed(Span(100, 106), "40 yen")
    assert (record.value, record.unit, record.text, record.span) == (40, "yen", "40 yen", Span(100, 106))


@given(st.integers(min_value=1, max_value=10**9))
def test_any_figure_is_read_back(number: int) -> None:
    (amount,) = find_amounts(f"{number:,} rubles")
    assert amount.value == number


@given(st.text(alphabet="0123456789,.£$ andtorubleshm-\n", max_size=120))
def test_spans_cut_the_words_in_order(text: str) -> None:
    found = find_amounts(text)
    assert all(a.words == a.span.cut(text) for a in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


def test_a_long_row_of_numbers_takes_linear_time() -> None:
    def seconds(times: int) -> float:
        began = time.process_time()
        find_amounts("two hundred and " * times + "1,000 " * times)
        return time.process_time() - began

    assert seconds(4000) < 8 * seconds(1000) + 0.2


@pytest.mark.parametrize("text", ["He had six months' leave.", "He had six months’ leave.", "He said 'six months'."])
def test_what_a_length_of_time_is_of_may_stand_behind_it(text: str) -> None:
    (amount,) = find_amounts(text)
    assert (amount.value, amount.kind, amount.words) == (6, "time", "six months")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("two years and seven months in the mill", [("two years and seven months", 31, "months")]),
        ("2 hours and 10 minutes", [("2 hours and 10 minutes", 130, "minutes")]),
        ("five pounds and six shillings", [("five pounds", 5, "pounds"), ("six shillings", 6, "shillings")]),
        ("from two days to three weeks", [("two days", 2, "days"), ("three weeks", 3, "weeks")]),
        ("ten pounds and five pounds", [("ten", 10, "pounds"), ("five pounds", 5, "pounds")]),
    ],
)
def test_each_number_keeps_the_unit_that_is_printed_behind_it(text: str, told: list[tuple[str, float, str]]) -> None:
    assert [(a.words, a.value, a.unit) for a in find_amounts(text)] == told
