"""When, where and by whom the deed of a claim was done, and to whom a thing went."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "REED RESIGNED OVER THE TITHE",
            "Reed sent in his resignation in March 1902.",
            "The vicar resigned in the autumn of 1901, and nobody was told.",
            "date: March 1902 | autumn of 1901",
        ),
        (
            "THE SLUICE WAS MENDED AT LAST",
            "They mended it in June 1888.",
            "It was in August 1889 that the sluice was mended.",
            "date: June 1888 | August 1889",
        ),
        (
            "THE HALCYON SAILED WITHOUT A PILOT",
            "She sailed on 3 May, at the top of the tide.",
            "All I know is that the harbour book has the 5th of May.",
            "date: 3 May | 5th of May",
        ),
        (
            "THE TREATY WAS SIGNED IN SECRET",
            "The treaty was signed in the vestry.",
            "They signed the treaty at the brewery.",
            "place: signed in the vestry | signed the treaty at the brewery",
        ),
        (
            "HOLM WAS BURIED WITHOUT A PRIEST",
            "They buried Holm in the convent garden.",
            "Holm was buried in the town cemetery.",
            "place: buried Holm in the convent garden | buried in the town cemetery",
        ),
        (
            "THE DYERS MET IN THE CELLAR OF THE BANK",
            "Their first meeting was held in the cellar of the bank.",
            "They met at the house of a cousin.",
            "place: meeting was held in the cellar of the bank | met at the house",
        ),
        (
            "THE LETTER WAS WRITTEN BY A WOMAN",
            "The letter was written by Mrs. Penrose, who had been in service.",
            "Lowe wrote the letter, and said so.",
            "name: written by Mrs. Penrose | Lowe wrote",
        ),
        (
            "ASH FOUNDED THE SCHOOL",
            "Ash founded the school in 1819, with eleven boys.",
            "The school was established in 1823, as its stone has it.",
            "date: 1819 | 1823",
        ),
        (
            "THE MUTINY BEGAN IN THE GALLEY",
            "The mutiny broke out in the galley, over the soup.",
            "It began on the forecastle.",
            "place: broke out in the galley | began on the forecastle",
        ),
        (
            "THE BELL WAS CAST BY A STRANGER",
            "The bell was cast by Verey of Ghent.",
            "Old Tolland cast the bell, behind the smithy.",
            "name: cast by Verey | Tolland cast",
        ),
        (
            "WHO FIRED FIRST",
            "The first shot was fired by Corporal Ash.",
            "It was Sergeant Brack who fired first.",
            "name: fired by Corporal Ash | Brack who fired",
        ),
        (
            "THE PLANS WERE COPIED",
            "It was a clerk called Brack who copied the plans, on thin paper.",
            "The plans were copied by Marsden, by daylight.",
            "name: Brack who copied | copied by Marsden",
        ),
        (
            "THE DYERS HELD THEIR MEETING",
            "We met at the quarry, by torchlight.",
            "The meeting was held in the vestry.",
            "place: met at the quarry | meeting was held in the vestry",
        ),
        (
            "THE KEYS WERE GIVEN UP AT THE GATE",
            "The captain handed the keys to General Verey.",
            "The keys were handed to Colonel Tolland, for nobody else was up.",
            "name: handed the keys to General Verey | handed to Colonel Tolland",
        ),
    ],
)
def test_a_claim_asks_when_where_and_by_whom_its_deed_was_done(tell, shortly, claim, one, other, short):
    assert short in shortly(tell((claim, one), (claim, other)))


@pytest.mark.parametrize(
    ("claim", "one", "other"),
    [
        ("THE SLUICE WAS MENDED", "They mended it in June 1888.", "The tower was mended in August 1889."),
        ("THE SLUICE WAS MENDED", "They mended it in June 1888.", "It was mended in June and again in August 1889."),
        ("THE HOUSE HAD BEEN SOLD", "My father sold the house in 1861.", "They sold the house to the railway in 1872."),
        ("THE BOOKS WERE MOVED TWICE", "The books were moved in 1802.", "In 1811 the books were moved to the abbey."),
        ("THE BOOKS WERE MOVED", "The books were moved in 1802.", "In 1811 the books were moved again."),
        ("THE SCHOOL WAS FOUNDED", "The school was founded in 1819.", "The school was founded in 1901."),  # another
        ("THE SLUICE WAS MENDED", "They mended it in June 1888.", "They mended it on 4 June 1888."),
        ("THE SLUICE WAS MENDED", "They mended it in June 1888.", "They wanted it mended by August 1889."),
        (
            "THE TREATY WAS SIGNED",
            "They signed the treaty at the inn.",
            "The treaty was signed in the parlour.",
        ),  # of it
        ("THE TREATY WAS SIGNED", "They signed the treaty at the inn.", "The treaty was signed in Lisbon."),
        ("THE LETTER WAS WRITTEN", "The letter was written by Ash.", "Reed said that Ash wrote the letter."),
        ("THE LETTER WAS WRITTEN", "The letter was written by Ash.", "There is a story that Reed wrote the letter."),
        ("THE LETTER WAS WRITTEN", "The letter was written by Ash.", "Reed had the letter written."),
        ("THE LETTER WAS WRITTEN", "The letter was written by Ash.", "Reed never wrote the letter."),
        ("THE LETTER WAS WRITTEN", "The letter was written by Ash.", "Reed wrote a hymn."),
        ("THE SHIP WAS SOLD", "Holm sold the ship to Ash.", "Ash sold the ship to Reed."),  # a chain
        ("THE SHIP WAS SOLD", "The ship was sold to Ash.", "Ash sold the ship to Reed."),
        ("THE SHIP WAS SOLD", "The ship was sold to Ash.", "The ship was sold on to Reed."),
        ("THE SHIP WAS SOLD", "The ship was sold to Ash.", "The ship was sold to Reed's widow."),
        ("THE LETTER WAS SENT", "Ash sent the letter to Reed.", "Reed sent the letter on to Holm."),
        ("THE MILL WAS BUILT", "The mill was built by Ash.", "The mill was built by Reed's masons."),
        ("THE MILL WAS BUILT", "The mill was built by Ash.", "The mill was built by order of Reed."),
        ("THE MILL WAS BUILT", "The mill was built by Ash.", "The mill was built by men whom Reed had sent."),
        ("THE MILL WAS BUILT", "Ash built the mill.", "Reed built the wheel of the mill."),
        ("THE MILL WAS BUILT", "Ash built the mill.", "The wheel of the mill was built by Reed."),
        ("THE MILL WAS BUILT", "Ash built the mill.", "Reed's masons built the mill."),
        ("THE BRIDGE WAS OPENED", "Ash opened the bridge.", "Reed opened the meeting that closed the bridge."),
        ("THE MILL WAS FOUNDED", "The mill was founded in 1890.", "The school beside the mill was founded in 1899."),
        ("WHO SHOT HOLM", "It was Ash who shot him.", "Reed shot at him."),
        ("THE KEYS WERE GIVEN UP", "He handed the keys to Verey.", "He handed the lamps to Tolland."),
    ],
)
def test_what_answers_something_else_is_no_answer(tell, shortly, claim, one, other):
    told = shortly(tell((claim, one), (claim, other)))
    assert [s for s in told if s.startswith(("date", "place", "name"))] == []
