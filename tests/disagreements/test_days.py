"""Days near each other: which are compared at all, so that the work does not grow with the square of the page."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.disagreements.days import _near
from testimonia.words.edtf import days_between

DAYS = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: "XXXX" + day.isoformat()[4:]),
)


def day(edtf: str, section: int) -> SimpleNamespace:
    return SimpleNamespace(edtf=edtf, saying=SimpleNamespace(section=section))


@given(st.lists(st.tuples(DAYS, st.integers(-1, 30)), max_size=30))
def test_every_pair_of_days_that_may_be_one_is_compared(told: list[tuple[str, int]]):
    days = [day(*one) for one in told]
    found = set(_near(days))
    for m, (_, here) in enumerate(told):
        for n in range(m + 1, len(told)):
            there = told[n][1]
            apart = days_between(told[m][0], told[n][0])
            if min(here, there) >= 0 and abs(here - there) <= 8 and apart is not None and apart <= 4:
                assert (m, n) in found


def test_days_that_many_claims_part_are_not_compared():
    days = [day("1871-03-05", n) for n in range(400)]
    assert len(list(_near(days))) <= 400 * 8


def test_what_is_no_day_of_the_year_is_compared_with_nothing():
    assert list(_near([day("1871-02-30", 1), day("²²²²-²²-²²", 1), day("1871-02-28", 1)])) == []


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Quill left Lisbon on the 9th of March 1838 with one trunk.",
            "He had got out of Lisbon in 1839 with a fiddle.",
            "date: 9th of March 1838 | 1839",
        ),
        (
            "Quill put his name to the deed on the 14th of March 1838.",
            "The deed was signed on the 17th of March 1838.",
            "date: 14th of March 1838 | 17th of March 1838",
        ),
    ],
)
def test_an_event_may_be_told_in_several_words(tell, shortly, one: str, other: str, short: str):
    assert shortly(tell(("QUILL'S LIFE", one), ("QUILL'S LIFE", other))) == [short]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quill left Lisbon on the 9th of March 1838.", "He had got out of Cadiz in 1839 with a fiddle."),
        ("Quill left Lisbon on the 9th of March 1838.", "He had got a trunk at Lisbon in 1839."),
    ],
)
def test_other_places_and_other_events_are_not_compared(tell, shortly, one: str, other: str):
    assert shortly(tell(("QUILL'S LIFE", one), ("QUILL'S LIFE", other))) == []


def test_years_few_apart_beside_the_same_two_words_are_one_year(tell, shortly):
    one = "It came out in 1871 at a cheese fair, between the second ham and the third."
    assert shortly(tell(("THE SALE", one), ("THE SALE", "He heard of it at the cheese fair of 1872."))) == [
        "date: 1871 | 1872"
    ]
    for other in ("He heard of it at the cheese fair of 1889.", "He heard of it at the horse fair of 1872."):
        assert shortly(tell(("THE SALE", one), ("THE SALE", other))) == []
