"""A measure or sum that a claim prints, where an account under another claim has it too."""

from __future__ import annotations

import pytest

ELSEWHERE = "THE OLD BARGE IN THE PAPERS"


@pytest.mark.parametrize(
    ("claim", "one", "other", "found"),
    [
        (
            "THE TOWER IS HIGHER THAN THE MILL",
            "The tower is 83 metres high.",
            "It measures 76 metres to the vane.",
            True,
        ),
        ("THE BELL IS TOO HEAVY FOR ITS TOWER", "It weighs three tons.", "The bell was put at five tons.", True),
        (
            "THE TOWER IS HIGHER THAN THE MILL",
            "The tower is 83 metres high.",
            "From 76 metres one saw 5 metres.",
            False,
        ),
        ("THE TOWER AND THE MILL", "The tower is 83 metres high.", "He fell 76 metres.", False),
    ],
)
def test_a_claim_that_compares_asks_for_a_measure(tell, shortly, claim, one, other, found):
    assert bool([s for s in shortly(tell((claim, one), (claim, other))) if s.startswith("number")]) == found


@pytest.mark.parametrize(
    ("claim", "answer", "elsewhere", "short"),
    [
        (
            "THE CLUB GAVE 48,500 DOLLARS FOR THE BARGE",
            "Entered in the ledger: for one barge, $31,200.",
            "I read in the tram that she had been sold for 48,500 dollars, and laughed.",
            ["amount: 48,500 dollars | $31,200"],
        ),
        (
            "THE TOWER IS 212 FEET HIGH",
            "The surveyors made it 190 feet.",
            "They climbed a tower of 212 feet in their stockings.",
            ["number: 212 feet | 190 feet"],
        ),
        (
            "THE CLUB GAVE 48,500 DOLLARS FOR THE BARGE",
            "Entered in the ledger: for one barge, $48,500.",
            "I read in the tram that she had been sold for 48,500 dollars.",
            [],
        ),
        (
            "THE CLUB GAVE 48,500 DOLLARS FOR THE BARGE",
            "Entered in the ledger: for one barge, $31,200.",
            "I read in the tram that she had been sold for 44,500 dollars.",  # not the claim's
            [],
        ),
        (
            "THE CLUB GAVE 20 DOLLARS FOR THE BARGE",  # so much is paid for many things
            "Entered in the ledger: for one barge, $31.",
            "He had 20 dollars in his boot.",
            [],
        ),
    ],
)
def test_the_very_number_of_a_claim_is_of_its_matter_wherever_it_stands(tell, shortly, claim, answer, elsewhere, short):
    told = shortly(tell((claim, answer), (ELSEWHERE, elsewhere)))
    assert [" | ".join(sorted(s.split(": ")[1].split(" | "))) for s in told] == [
        " | ".join(sorted(s.split(": ")[1].split(" | "))) for s in short
    ]


def test_a_number_that_is_printed_often_is_of_many_things(tell, shortly):
    others = [(ELSEWHERE, f"He got 500 dollars for the {what}.") for what in ("oars", "sails", "ropes", "anchor")]
    book = tell(("THE CLUB GAVE 500 DOLLARS FOR THE BARGE", "For one barge, in the ledger, $310."), *others)
    assert not [s for s in shortly(book) if "$310" in s]
