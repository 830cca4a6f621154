"""One doing, one day, one life and one size, told twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.edtf import days_between


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "THE QUESTION IN THE BARN",
            "In the barn by the mill Reed asked Ash whether the cider was stolen.",
            "Reed and Holm asked Ash in the barn by the mill whether the stolen cider was his.",
            "name: Reed | Reed and Holm",
        ),
        (
            "THE BRIDGE FELL ON 3 MAY",
            "The bridge gave way on 3 May 1871 under the carts.",
            "It was on 4 May 1871 that the piers went.",
            "date: 3 May 1871 | 4 May 1871",
        ),
        (
            "REED DIED POOR",
            "He died on 3 May 1871, in the cellar of the inn.",
            "He died in the hospital at Hull in June 1871.",
            "date: 3 May 1871 | June 1871",
        ),
        (
            "THE MOTION",
            "The motion of censure fell by four to three.",
            "A vote of censure was lost by eight votes to three.",
            "number: four to three | eight votes to three",
        ),
        (
            "THE BEACON HILL",
            "The hill is 2,312 metres high.",
            "The new survey makes it 2,287 metres.",
            "number: 2,312 metres | 2,287 metres",
        ),
        ("THE WEEPING", "The squire wept for two days.", "He cried for an hour.", "number: two days | for an hour"),
        (
            "THE WELL",
            "The bucket lay about sixty feet below the rim.",
            "They found it forty feet under the stones.",
            "number: about sixty feet | forty feet",
        ),
        (
            "THE MAIL",
            "The coach came at four in the afternoon.",
            "At half-past two the coach was in the yard.",
            "date: four in the afternoon | half-past two",
        ),
    ],
)
def test_what_is_told_twice_is_set_side_by_side(tell, shortly, claim, one, other, short):
    assert short in shortly(tell((claim, one), (claim, other)))


@pytest.mark.parametrize(
    ("claim", "one", "other"),
    [
        (
            "THE QUESTION IN THE BARN",
            "In the barn by the mill Reed and others asked Ash whether the cider was stolen.",
            "Reed and Holm asked Ash in the barn by the mill whether the stolen cider was his.",
        ),
        ("THE BRIDGE", "The fair was on 3 May 1871.", "The goose was sold on 4 May 1871."),
        ("REED AND HOLM", "Reed died on 3 May 1871.", "Holm died on 4 June 1871."),
        ("THE MOTION", "The motion fell by four to three.", "The motion of censure was lost by four votes to three."),
        ("THE BEACON HILL", "The hill is 2,300 metres high.", "The new survey makes it 2,287 metres."),
        ("THE WELL", "The bucket lay sixty feet below the rim.", "The vane is forty feet above the nave."),
    ],
)
def test_two_things_are_no_rivals(tell, shortly, claim, one, other):
    assert shortly(tell((claim, one), (claim, other))) == []


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("1871-05-03", "1871-05-04", 1),
        ("XXXX-05-03", "1871-05-05", 2),
        ("XXXX-02-28", "XXXX-02-29", 1),
        ("1871-05", "1871-05-04", None),
        ("1871-02-30", "1871-02-28", None),
    ],
)
def test_days_between_two_dates(one, other, days):
    assert days_between(one, other) == days


@given(st.text(max_size=12), st.text(max_size=12))
def test_days_between_any_words_are_none_or_a_number(one, other):
    assert days_between(one, other) is None or days_between(one, other) >= 0
