"""All of a company in one account, all but some in another."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "The crew signed the protest, with the exception of Lowe.",
            "All the crew signed the protest.",
            "number: with the exception of Lowe | All the crew signed the protest",
        ),
        (
            "The jurors were for hanging, all but Ash and Reed.",
            "The bench heard that the jurors stood for hanging, apart from Holm.",
            "number: all but Ash and Reed | apart from Holm",
        ),
        (
            "The accused pleaded guilty, with the exception of Holm.",
            "They all pleaded guilty and wept.",
            "number: with the exception of Holm | all pleaded guilty and wept",
        ),
    ],
)
def test_all_and_all_but_some_are_no_one_company(tell, shortly, one, other, short):
    assert short in shortly(tell(("THE PROTEST", one), ("THE PROTEST", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crew signed the protest, with the exception of Lowe.", "All the passengers signed the protest."),
        ("The crew signed the protest, with the exception of Lowe.", "Not all the crew signed the protest."),
        ("The crew signed the protest, with the exception of Lowe.", "All the crew went ashore."),
        ("The crew signed the protest, with the exception of Lowe.", "All the crew but Lowe signed, save for Lowe."),
        ("They did nothing, with the sole exception of an attempt on Lowe.", "All of them did nothing."),
    ],
)
def test_other_companies_and_other_matters_are_no_exception(tell, shortly, one, other):
    assert [s for s in shortly(tell(("THE PROTEST", one), ("THE PROTEST", other))) if s.startswith("number")] == []


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "Two of the crew refused the oath.",
            "Three of them refused it and went below.",
            "number: Two of the crew | Three of them",
        ),
        (
            "There were reservations on the part of two of those, Ash and Reed.",
            "Three of the accused hedged what they said.",
            "number: two of those | Three of the accused",
        ),
    ],
)
def test_so_many_of_a_company_did_it(tell, shortly, one, other, short):
    assert short in shortly(tell(("THE OATH", one), ("THE OATH", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two of the crew refused the oath.", "Three of the passengers refused the oath."),
        ("Two of the crew refused the oath.", "Two of them refused it."),
        ("Two of the crew refused the oath.", "Three of them were from Hull."),
        ("Two of the oranges were sour.", "Three of the lemons were sour."),
    ],
)
def test_other_companies_and_other_doings_are_no_rivals(tell, shortly, one, other):
    assert shortly(tell(("THE OATH", one), ("THE OATH", other))) == []


@pytest.mark.parametrize(
    ("one", "found"),
    [
        ("All of the crew pleaded guilty, except Ash.", True),
        ("All of the crew pleaded guilty, except Ash and Reed.", False),
        ("All of the crew pleaded guilty, except Holm.", False),  # nobody in common
        ("All of the passengers pleaded guilty, except Ash.", False),
        ("All of the crew came ashore, except Ash.", False),
    ],
)
def test_who_is_excepted_is_no_other_than_the_members(tell, shortly, one, found):
    other = "Two of the crew (Ash and Reed) hedged in what they admitted."
    told = shortly(tell(("THE PLEAS", one), ("THE PUMP", "Much of it was mended."), ("WHO HEDGED", other)))
    assert any(s.endswith("| Two of the crew") for s in told) == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Three of them refused the oath:\na) Ash wanted a parson.\nb) Reed wept.\nc) Quill went below.", True),
        ("Three of them refused the oath:\na) Holm wanted a parson.\nb) Reed wept.\nc) Quill went below.", False),
        ("Three of them refused the oath.", False),
    ],
)
def test_who_are_named_as_members_tie_two_companies_that_stand_far_apart(tell, shortly, other, found):
    between = [(f"THE {what}", f"Much of the {what} was mended.") for what in ("PUMP", "SLUICE", "TOWER")]
    one = "Two of the crew (Ash and Reed) refused the oath."
    told = shortly(tell(("THE OATH", one), *between, ("A LETTER HOME", other)))
    assert ("number: Two of the crew | Three of them" in told) == found
