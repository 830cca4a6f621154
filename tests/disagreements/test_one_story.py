"""What one story tells in its course, or two reports of several matters, is no disagreement."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # stamps of letters: each of its own day
        ("Reed 03/04/1921 02:15 PM The lease is with Holm.", "Ash 05/04/1921 03:05 PM The lease is with Holm."),
        ("He did not strike one as a miller. The lease was signed.", "The lease was signed at three in the afternoon."),
        ("She stood in the passage until half past twelve.", "She was called at 12.35."),
        # each year has its number
        ("The guild struck 90 medals in 1911 for the bakers.", "The guild struck 40 medals in 1912 for the bakers."),
        ("The horn took 31-year-old Holm in the wood.", "The horn took 25-year-old Brack in the wood."),
        ("He served two years and three months in the mill.", "He served twenty-seven months in the mill."),
        ("Of that fever 40 souls died in the lane.", "In the whole war 60,000 souls died."),
        # a deed is no state
        ("The miller opened the cupboard by the loom.", "The miller closed the gate of the loom yard."),
        ("The miller stopped to speak with Reed at the loom.", "The miller at the loom was working by noon."),
        # of another time, where the claim asks nothing of it
        ("Holm was sick in the spring and sold the mare.", "At thirty Holm rode well and kept a diary."),
        ("Holm was present when the flag was hoisted.", "Holm had met with such a hand elsewhere."),
        ("Holm was born in the town.", "At ten the smith saw Holm at the window of the mill."),
        ("Holm had been a clerk in the mill.", "Holm was at the table until the bell rang."),
    ],
)
def test_what_a_story_tells_in_its_course_is_no_difference(tell, shortly, one, other):
    assert shortly(tell(("THE MILLER AND HIS HOUSE", one), ("THE MILLER AND HIS HOUSE", other))) == []


def test_an_account_of_many_sums_has_each_for_another_thing(tell, shortly):
    many = (
        "The guild voted £90 for the horn, £70 for the loom, £50 for the mill, £30 for the lamp and £20 for the barge."
    )
    one = "The guild voted £60 for the horn."
    assert [s for s in shortly(tell(("THE GUILD", many), ("THE GUILD", one))) if s.startswith("amount")] == []


def test_one_pair_of_words_that_a_list_repeats_is_told_once(tell, shortly):
    one = "Brack sold 40 mares in May, and so he wrote: Brack sold 40 mares in May."
    found = shortly(tell(("THE SALE", one), ("THE SALE", "Brack sold 70 mares in May.")))
    assert found == ["number: 40 mares | 70 mares"]


def test_how_somebody_was_is_set_against_the_other_end_where_the_claim_speaks_of_it(tell, shortly):
    one, other = "Holm was sick in the spring and sold the mare.", "At thirty Holm was well and kept a diary."
    assert shortly(tell(("HOLM WAS SICK", one), ("HOLM WAS SICK", other))) != []
