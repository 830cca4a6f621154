"""How many a claim counts against how many its evidence counts of the same."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("heading", "words", "says"),
    [
        ("NINE MAIL SHIPS CARRIED THE SEED TO BERGEN", "In autumn seven steamers left with seed.", "seven steamers"),
        ("ASH HID FIVE DRUNKEN GROOMS IN THE LOFT", "I hid one man, a groom by the name of Reed.", "one man"),
        (
            "MORE THAN NINE HUNDRED MINERS DIED",
            "The deaths down to Easter are two hundred and ten.",
            "two hundred and ten",
        ),
        (
            "MORE THAN NINE HUNDRED MINERS DIED",
            "The number of the drowned was thirty, of whom two were boys.",
            "thirty",
        ),
        (
            "MORE THAN NINE HUNDRED MINERS DIED IN THE PIT",
            "Nobody numbered the dead. The real number seems to have been some sixty.",
            "sixty",
        ),
        ("MORE THAN NINE HUNDRED MINERS DIED IN THE PIT", "The priest buried eighty persons from the pit.", "eighty"),
        ("OVER NINETY PEOPLE DIED AT THE MILL", "He wrote that the dead at the mill numbered 31, all carders.", "31"),
        # a number alone, in an account that speaks of little else
        ("THERE WERE TWO BELLS IN THE TOWER", "There was one. I rang it for ten years.", "one"),
        ("SEVEN CUPS HAD GONE FROM THE VESTRY", "There were nineteen missing by my list.", "nineteen"),
    ],
)
def test_the_same_counted_otherwise(audited, heading, words, says):
    assert any(f"“{says}" in message for message in audited(heading, words).messages)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("NINE MAIL SHIPS CARRIED THE SEED TO BERGEN", "Seven steamers left with seed, then two; nine ships in all."),
        ("NINE MAIL SHIPS CARRIED THE SEED TO BERGEN", "In autumn seven barrels of seed were left."),
        ("NINE MAIL SHIPS CARRIED THE SEED TO BERGEN", "The other two steamers carried seed."),
        ("MORE THAN NINETY PEOPLE DIED AT THE MILL", "The deaths at the mill were three hundred."),
        ("THERE WERE TWO BELLS IN THE TOWER", "There was one who said so."),
        ("THERE WERE TWO BELLS IN THE TOWER", "There was a bell."),
        ("SEVEN CUPS HAD GONE FROM THE VESTRY", "There were seven missing by my list."),
        ("NINETY PEOPLE DIED AT THE MILL", "Ninety bodies lay in the yard of the mill, of whom nineteen had no name."),
        ("LIST OF THE NINE SHIPS", "Of ships there were seven on the list."),
    ],
)
def test_the_same_number_or_other_things(audited, heading, words):
    assert audited(heading, words).messages == []


def test_who_were_there_are_not_who_died_of_them(audited) -> None:
    words = "When the deck went there were nineteen people on it, of whom sixteen were drowned."
    assert audited("SIXTEEN PEOPLE DIED AT THE BRIDGE", words).messages == []
    assert (
        audited("TWELVE PEOPLE DIED AT THE BRIDGE", "Nineteen people were drowned, of whom two were boys.").messages
        != []
    )


def test_numbers_that_come_to_the_claims_own_say_nothing_against_it(audited) -> None:
    words = "They buried thirty-nine from the chapel, and two were never found."
    assert audited("FORTY-ONE MEN WERE KILLED", words).messages == []
    assert audited("FIFTY MEN WERE KILLED", words).messages != []
