"""A deed that one account tells and another has it that there was none of."""

from __future__ import annotations

import pytest

CLAIM = "WHAT THE MILLERS DID AT THE FAIR"


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "It was resolved, four against two, to hold the flour back.",
            "We had a supper. Nothing whatever was decided.",
            "opposite: resolved | Nothing whatever was decided",
        ),
        (
            "The bailiff commanded the men to open the sluice.",
            "The sluice broke of itself. Lowe gave no such order.",
            "opposite: commanded | gave no such order",
        ),
        ("Holm met the miller by the weir at noon.", "There was no meeting.", "opposite: met | There was no meeting"),
        (
            "Two of the millers were arrested in the yard.",
            "No arrests were made that year.",
            "opposite: arrested | No arrests",
        ),
        (
            "The miller had three hundred guilders of the guild before Lent.",
            "No payment of that sort stands in the ledgers of the guild.",
            "opposite: three hundred guilders | No payment",
        ),
        (
            "It was agreed between the millers to hold the flour back.",
            "The judges do not find, on the evidence, that there was hoarding by agreement.",
            "opposite: agreed | not find, on the evidence, that there was hoarding by agreement",
        ),
    ],
)
def test_a_deed_and_that_there_was_none_are_opposites(tell, shortly, one, other, short):
    assert short in shortly(tell((CLAIM, one), (CLAIM, other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bailiff wanted to command the men.", "The sluice broke of itself. Lowe gave no such order."),
        (
            "The £50 of the guild was entered in the ledger and withdrawn by Lowe.",
            "It is untrue that nothing was paid. The guild paid Lowe £50 at Lent.",
        ),
        ("Did the bailiff command the men?", "The sluice broke of itself. Lowe gave no such order."),
        ("The bailiff commanded the men.", "The sluice broke of itself. I gave no bread."),
        ("He denied that the bailiff commanded the men.", "The sluice broke of itself. Lowe gave no such order."),
        ("The bailiff commanded the men.", "I could not swear that there was no order."),
        ("Perhaps three hundred guilders would do.", "No payment of that sort stands in the ledgers."),
    ],
)
def test_what_is_only_wished_or_asked_is_not_told(tell, shortly, one, other):
    assert shortly(tell((CLAIM, one), (CLAIM, other))) == []


def test_under_two_claims_the_deeds_are_two(tell, shortly):
    told = tell((CLAIM, "The bailiff commanded the men."), ("THE OTHER YEAR", "Lowe gave no such order."))
    assert shortly(told) == []


def test_under_two_claims_the_deed_is_one_in_the_same_company(tell, shortly):
    there = "Holm and Reed met at the tannery below the weir. The cooper was there. Holm commanded the men to dig."
    here = "Reed met Holm at the tannery by the weir, and the cooper with him. There was no order. Both went home."
    told = tell((CLAIM, there), ("THE OTHER YEAR", here))
    assert "opposite: commanded | There was no order" in shortly(told)
