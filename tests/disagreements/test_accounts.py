"""Dates, fates, names, rows of names and agents of one thing, told differently."""

from __future__ import annotations

import pytest

from testimonia.model import Cause


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (
            "The trial of the Harville coopers was held in January 1911 before a full house.",
            "[The Harville coopers' trial, 12-19 April, 1911]",
            "date: January 1911 | 12-19 April, 1911",
        ),
        (
            "Reed was sentenced to ten years in prison for the fire.",
            "For the fire Reed was sent back to exile.",
            "outcome: Reed was sentenced to ten years in prison | Reed was sent back to exile",
        ),
        (
            "The watchman Lowe was killed in a motor accident at the quay.",
            'The police owned to a staged "accident" in which Lowe was killed at the quay.',
            'outcome: Lowe was killed in a motor accident | accident" in which Lowe',
        ),
        (
            "At the moment of the arrest Tolland committed suicide.",
            "Tolland was so hunted by his creditors that he committed suicide.",
            "outcome: At the moment of the arrest Tolland committed suicide"
            " | so hunted by his creditors that he committed suicide",
        ),
        (
            "The harbour pilot Halvard was paid for the ferry lamp by the Skarra board.",
            "By the Skarra board the harbour pilot Halverd was paid for the ferry lamp.",
            "name: Halvard | Halverd",
        ),
        (
            "That night Ash, Reed, Holm, Verey and Brack left for Harville by the mail coach.",
            "That night Ash, Reed and Holm left for Harville by the mail coach.",
            "presence: Ash, Reed, Holm, Verey and Brack | Ash, Reed and Holm",
        ),
        (
            "Reed was murdered by decision of the guild of coopers.",
            "The murder of Reed was done by order of the northern lodge.",
            "name: the guild of coopers | the northern lodge",
        ),
    ],
)
def test_one_thing_told_in_two_ways_stands_side_by_side(tell, shortly, one, other, short):
    assert short in shortly(tell(("THE MATTER", one), ("THE MATTER", other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On 3 May 1911 Reed was arrested.", "On 9 May 1911 Holm was arrested."),
        ("In March 1911, after the trial of Reed, it rained.", "The trial of Reed was in February 1911."),
        ("Reed was shot in 1911.", "Tolland was acquitted in 1911."),
        ("Ash, Reed and others were present at the dinner.", "Ash, Reed and Holm were present at the dinner."),
        ("The letters of Ash and Reed were burnt.", "The houses of Ash, Reed and Holm were sold."),
    ],
)
def test_two_things_are_no_rivals(tell, shortly, one, other):
    assert shortly(tell(("THE ONE", one), ("AN OTHER", other))) == []


def test_the_same_day_in_two_calendars_is_put_down_to_the_calendar(tell):
    one = "Reed was arrested at Harville on 5 November 1911 by the harbour police."
    other = "The harbour police say that Reed was arrested at Harville on 18 November 1911."
    found = [d for d in tell(("THE ARREST", one), ("THE ARREST", other)).discrepancies if d.kind.value == "date"]
    assert [d.cause for d in found] == [Cause.CALENDAR]


def test_what_is_told_of_one_thing_is_put_in_the_words_of_the_page(tell):
    one = "The trial of the Harville coopers was held in January 1911 before a full house."
    other = "[The Harville coopers' trial, 12-19 April, 1911]"
    (difference,) = tell(("THE TRIAL", one), ("THE TRIAL", other)).discrepancies
    assert set(difference.about.split()) <= set(one.split())


def test_times_of_day_under_one_claim_are_set_side_by_side(tell, shortly):
    one = "The ferry touched the bar at half-past three in the morning."
    for other, short in (
        ("My watch, when we heard the crash, said it was 4.10.", ["date: half-past three in the morning | 4.10"]),
        ("We sat down to supper at nine o'clock.", []),
        ("It began at 2 a.m. and was over at 4 a.m.", []),
    ):
        found = shortly(tell(("THE FERRY", one), ("THE FERRY", other)))
        assert found == short
    assert shortly(tell(("THE FERRY", one), ("THE COACH", "The coach left at two o'clock."))) == []
