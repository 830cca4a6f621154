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
        ("They did nothing, with the sole exception of the attempt on Lowe.", "All of them did nothing."),
    ],
)
def test_other_companies_and_other_matters_are_no_exception(tell, shortly, one, other):
    assert [s for s in shortly(tell(("THE PROTEST", one), ("THE PROTEST", other))) if s.startswith("number")] == []
