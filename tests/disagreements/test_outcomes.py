"""How one matter ended, told differently under one claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.outcomes import outcomes


@pytest.mark.parametrize(
    ("claim", "one", "other", "short"),
    [
        (
            "THE BILL AGAINST THE GUILDS",
            "The bill was carried in the upper house.",
            "It was thrown out on the second reading.",
            "outcome: carried | thrown out",
        ),
        (
            "THE APPEAL OF THE DYERS",
            "Their appeal was dismissed with costs.",
            "The appeal of the dyers was allowed in part.",
            "outcome: dismissed | allowed",
        ),
        (
            "REED WAS TRIED FOR THE FORGERY",
            "Reed was acquitted, and went home in a cab.",
            "Reed got eighteen months for it.",
            "outcome: acquitted | got eighteen months",
        ),
        (
            "THE PETITION OF THE WEAVERS",
            "Their petition was granted in every point.",
            "The king refused the petition, and laughed.",
            "outcome: granted | refused",
        ),
        (
            "THE MANUSCRIPT OF THE PSALMS",
            "The manuscript was burnt by a niece.",
            "She sold the manuscript to a stranger.",
            "outcome: burnt | sold",
        ),
        (
            "THE OLD ORGAN OF THE CHAPEL",
            "When the new one came the old organ was sold.",
            "They burned the old organ on the green.",
            "outcome: sold | burned",
        ),
        (
            "THE COOPER AND THE FORGERY",
            "The cooper was found not guilty.",
            "Then the cooper was condemned, and wept.",
            "outcome: found not guilty | condemned",
        ),
        (
            "ASH STOOD FOR THE SEAT",
            "Ash was elected by a large majority.",
            "Ash was defeated at the poll.",
            "outcome: elected | defeated",
        ),
        (
            "THE STRIKE AT THE KILNS",
            "The strike ended in victory.",
            "That strike had failed before Easter.",
            "outcome: in victory | failed",
        ),
        (
            "THE PORTRAIT OF THE PROVOST",
            "The portrait was restored to his widow.",
            "She had heard that the portrait was destroyed.",
            "outcome: restored | destroyed",
        ),
        (
            "THE BILL AGAINST THE GUILDS",
            "The bill was rejected by the upper house.",
            "In the end the upper house passed the bill.",
            "outcome: rejected | passed",
        ),
        (
            "THE STRIKE AT THE KILNS",
            "The strike succeeded at last.",
            "The strike collapsed within a week.",
            "outcome: succeeded | collapsed",
        ),
        (
            "WHAT BECAME OF THE HARMONIUM",
            "The harmonium was burnt by the soldiers.",
            "The harmonium was sold to a publican.",
            "outcome: burnt | sold",
        ),
    ],
)
def test_one_matter_ends_in_one_way(tell, shortly, claim, one, other, short):
    assert short in shortly(tell((claim, one), (claim, other)))


@pytest.mark.parametrize(
    ("claim", "one", "other"),
    [
        ("THE BILLS", "The bill was carried.", "The motion was rejected."),  # another matter
        ("THE BILL", "The bill was carried.", "The bill might be thrown out."),
        (
            "THE BILL",
            "The bill was rejected and, in May, the bill was carried.",
            "The bill was carried.",
        ),  # both, in turn
        ("THE BILL", "The bill was carried.", "Was the bill thrown out?"),
        ("THE PETITION", "The petition was granted.", "He refused the soup, and read the petition."),
        ("THE TWO BILLS", "The bill was carried.", "The bill was thrown out."),
        ("THE COUNCIL", "The bill on the harbour was carried.", "The bill on the dogs was thrown out."),
        ("REED IN COURT", "At his first trial Reed was acquitted.", "At the second trial Reed got seven years."),
        ("THE STRIKES", "The first strike failed.", "The strike of the carters succeeded."),
        ("REED AND HOLM", "Reed was acquitted.", "Holm was condemned."),
        ("REED AT THE MILL", "Reed was beaten by the carters.", "Reed was elected to the choir."),  # no ballot
        ("REED AT THE MILL", "Reed was acquitted.", "Reed got eighteen months of leave."),
        ("THE BILL", "The bill was carried in the Commons.", "The bill was rejected by the Lords."),
        ("THE BILL", "The lower house carried the bill.", "In the upper house the bill was thrown out by the court."),
        ("THE BILL", "The committee carried the bill to the printer.", "The bill was rejected."),
        ("THE BILL", "The bill was carried.", "The bill was lost in the post."),
        ("THE APPEAL", "The court allowed the appeal to be heard.", "The appeal was dismissed."),
        ("THE APPEAL", "The appeal was allowed to lapse.", "The appeal was dismissed."),
        ("REED WAS TRIED", "Reed got three years younger, it seemed.", "Reed was acquitted."),
        ("REED WAS TRIED", "Reed did two weeks work on the roof.", "Reed was acquitted."),
        ("REED WAS TRIED", "Reed got over three months of pay.", "Reed was let off."),
        ("REED WAS ILL", "Reed got three weeks.", "Reed was let off."),  # no court
        ("REED WAS TRIED", "Reed was sentenced to six months.", "Reed was acquitted of the poaching."),  # a charge more
        ("THE STRIKE", "The strike won wide support.", "The strike failed."),
        ("THE STRIKE", "The strike failed.", "The strike succeeded the fair of May."),
        ("ASH STOOD FOR ELECTION", "Ash was chosen as candidate.", "Ash was defeated at the poll."),
        ("ASH STOOD FOR ELECTION", "Ash was elected.", "Ash was beaten by a mob before the election."),
        ("THE PORTRAIT", "The portrait was preserved in vinegar.", "The portrait was sold."),
        ("THE PORTRAIT", "The portrait was stolen in 1910.", "The portrait was returned to her in 1911."),
        ("THE PORTRAIT", "The portrait was stolen.", "The portrait was given back."),
        ("THE PORTRAIT", "The portrait was sold in 1910.", "The portrait was burnt in 1911."),
        ("THE PORTRAIT", "The portrait was sold in Ghent.", "The portrait was burnt in Leith."),
        ("THE PORTRAIT", "The portrait was restored by Quill.", "The portrait was sold."),
        ("THE PORTRAITS", "The portraits were sold.", "Some portraits were burnt."),
        ("THE PORTRAIT", "The portrait was sold.", "A copy of the portrait was burnt."),
        ("THE PORTRAIT", "The portrait was sold.", "The stool under the old portrait was burnt."),
        ("THE PORTRAIT", "The portrait was sold in March.", "In July the portrait was burnt."),
        ("THE PORTRAIT", "The portrait was sold.", "Years later the portrait was burnt."),
        ("THE STRIKE", "The attack on the strike failed.", "The strike succeeded."),
        ("THE PETITION", "The petition was refused by the mayor.", "The petition was granted by the king."),
        ("THE BILL", "He dropped the bill on the floor.", "The bill was passed."),
        ("THE BILL", "The bill was carried up the stairs.", "The bill was rejected."),
        ("REED WAS TRIED", "Reed was condemned by the newspapers.", "Reed was acquitted."),
        ("REED WAS TRIED", "Reed was convicted.", "On appeal Reed was acquitted."),
        ("ASH STOOD FOR ELECTION", "Ash was elected to the board.", "Ash was defeated at the poll for mayor."),
        ("THE HARMONIUM AND THE HYMNS", "The harmonium was burnt.", "The hymns were sold."),
    ],
)
def test_of_two_matters_nothing_is_told(tell, shortly, claim, one, other):
    assert [s for s in shortly(tell((claim, one), (claim, other))) if s.startswith("outcome")] == []


def test_two_long_accounts_of_one_matter_are_told_once(tell):
    told = [f"The bill was {end}. " * 40 for end in ("carried", "rejected")]
    book = tell(*(("THE BILL AGAINST THE GUILDS", words.strip()) for words in told))
    assert len([d for d in book.discrepancies if d.kind.value == "outcome"]) == 1


@given(st.lists(st.sampled_from(["lost", "the", "seat", "thrown", "out", "not", "²", "“", "İ", ""]), max_size=12))
def test_outcomes_lie_within_the_words(words):
    for outcome in outcomes(words):
        assert 0 <= outcome.at < outcome.at + outcome.length <= len(words)
