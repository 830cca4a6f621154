"""Numbers of one thing, told differently."""

from __future__ import annotations

import pytest

from testimonia.disagreements.numbers import agree
from testimonia.model import Cause
from testimonia.words.counts import find_counts


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "In the ballot 140 bakers voted against Quill and the rest kept silent.",
            "They invented the tale that 180 bakers voted against Quill.",
            "number: 140 bakers | 180 bakers",
        ),
        (
            "Ash, Reed and 60 other members were brought to trial in the autumn.",
            "Ash, Reed, and 9 others were brought to trial.",
            "number: Ash, Reed and 60 other members | Ash, Reed, and 9 others",
        ),
        (
            "Before the fire Brack was searched only once by the watchman.",
            "They wrote that Brack was twice searched by the watchman.",
            "number: only once | twice",
        ),
        (
            "Fifty-one lives were lost when the ferry foundered.",
            "Fifty-four poor souls perished, and with them the band.",
            "number: Fifty-one lives | Fifty-four poor souls",
        ),
        (
            "For sleeping at the lamp the watchmen were sentenced to three months in the tower.",
            "The watchmen, for sleeping at the lamp, were sentenced to eight months in the tower.",
            "number: three months | eight months",
        ),
    ],
)
def test_two_numbers_of_one_thing_stand_side_by_side(tell, shortly, one, other, short):
    assert short in shortly(tell(("THE MATTER", one), ("THE MATTER", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry carried 84 passengers to Harville.", "The ferry carried 84 passengers to Harville that day."),
        ("Brack was sentenced to four years imprisonment.", "Reed was sentenced to eight years imprisonment."),
        ("In 1911 the court tried 40 coopers for arson.", "In 1931 the court tried 12 coopers for arson."),
        ("Two months before the fire Brack left.", "Three years after the fire Brack left."),
        ("The pit yielded ninety tons of slag.", "The ship took eleven tons of salt."),
    ],
)
def test_numbers_of_two_things_are_no_rivals(tell, shortly, one, other):
    found = [s for s in shortly(tell(("THE ONE", one), ("AN OTHER", other))) if s.startswith(("number", "amount"))]
    assert found == []


def test_a_range_that_holds_the_other_is_put_down_to_rounding(tell):
    one = "For sleeping at the lamp the watchmen were sentenced to three months in the tower."
    other = "The watchmen, for sleeping at the lamp, were sentenced to two or three months in the tower."
    (difference,) = tell(("THE WATCH", one), ("THE WATCH", other)).discrepancies
    assert difference.cause is Cause.ROUNDING


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("The mortars opened, both together, from the mole.", "The mortars opened, both"),
        ("They fired both mortars from the mole.", "both mortars"),
        ("The second bronze mortar was sold to the museum.", "The second bronze mortar"),
        ("The second mortar shell fell short.", None),
        ("Both gunners were asleep.", None),
    ],
)
def test_both_and_the_second_are_two_of_a_thing(tell, shortly, other, found):
    told = shortly(tell(("THE SHELLING", "There was one mortar, he said."), ("THE SHELLING", other)))
    assert [s for s in told if s.startswith("number")] == ([f"number: one mortar | {found}"] if found else [])


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("ninety days", "three months", True),
        ("twelve months", "one year", True),
        ("four years' exile", "five years", False),
        ("100 days", "102 days", False),
        ("four weeks", "two months", False),
    ],
)
def test_one_length_of_time_in_two_units_is_one(one: str, other: str, is_one: bool):
    assert agree(find_counts(one)[0], find_counts(other)[0]) is is_one


def test_who_were_there_are_not_who_died_of_them(tell, shortly):
    one = "When the deck went there were nineteen people on it, of whom sixteen were drowned."
    other = "Seventeen lives were lost, counting the boatman."
    found = shortly(tell(("SIXTEEN PEOPLE DIED", one), ("SIXTEEN PEOPLE DIED", other)))
    assert not any("nineteen" in s for s in found)


def test_a_number_that_ends_a_sentence_is_shown_by_itself(tell, shortly):
    one, other = "Seventeen lives were lost at the bridge.", "Of the lives lost they keep saying sixteen."
    found = shortly(tell(("SIXTEEN PEOPLE DIED", one), ("SIXTEEN PEOPLE DIED", other)))
    assert [s for s in found if s.startswith("number")] == ["number: Seventeen lives | sixteen"]
