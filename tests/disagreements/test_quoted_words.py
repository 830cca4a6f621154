"""Words that are quoted one by one, and last words."""

from __future__ import annotations

import pytest

from testimonia.model import DiscrepancyKind

CLAIM = "WHAT THE SURVEYOR NOTED IN THE MARGIN"
LAST = "THE LAST WORDS OF THE OLD PILOT"


def worded(told) -> list[tuple[str, str]]:
    return [(d.a_says, d.b_says) for d in told.discrepancies if d.kind is DiscrepancyKind.WORDING]


def test_rows_of_quoted_words_that_share_one_and_differ(tell):
    one = 'In the margin of the third bill he had set "rubbish" and "waste", twice.'
    other = "The margins of that account are full of “waste,” “vanity” and “for shame.”"
    assert worded(tell((CLAIM, one), (CLAIM, other))) == [
        ('"rubbish" and "waste"', "“waste,” “vanity” and “for shame.”")
    ]


@pytest.mark.parametrize(
    "other",
    [
        "The margins are full of “waste” and “rubbish.”",  # the same, the other way round
        "The margins are full of “vanity” and “folly.”",  # of which none is the same
        "Only once, in a margin, he set “waste.”",  # no row
    ],
)
def test_the_same_words_or_quite_other_ones_are_no_difference(tell, other):
    one = 'In the margin of the third bill he had set "rubbish" and "waste", twice.'
    assert worded(tell((CLAIM, one), (CLAIM, other))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He called the bills “waste” and “folly.”", "Of the songs he used “folly,” “myth” and “tale.”"),
        ("The boats “Heron” and “Lark” sailed.", "The boats “Lark” and “Tern” stayed in port."),
    ],
)
def test_rows_about_other_things_and_of_names_are_no_rivals(tell, one, other):
    assert worded(tell((CLAIM, one), (CLAIM, other))) == []


def test_whoever_quotes_twice_and_a_title_tell_no_last_words(tell):
    one = "“I never liked the sea,” he said at noon, and at night he said, “Mind the bar, all of you.”"
    other = "What he said to the maid was, ‘Mind the bar.’"
    assert worded(tell((LAST, one), (LAST, other))) == []
    assert worded(tell((LAST, "He had been reading “The Lay of the Ferry”."), (LAST, other))) == []


def test_rows_under_two_claims_of_two_documents_are_two_matters(tell):
    one = 'In the margin of the third bill he had set "rubbish" and "waste", twice.'
    other = "The margins of the almanac are full of “waste,” and “vanity.”"
    assert worded(tell((CLAIM, one), (LAST, other))) == []


def test_last_words_are_told_otherwise(tell):
    one = "Towards morning he sat up and said, “Mind the bar at low water.”"
    other = "What he said to the maid was, ‘Have you shut the gate?’"
    found = worded(tell((LAST, one), (LAST, other)))
    assert found == [("Mind the bar at low water.", "Have you shut the gate?")]


def test_other_claims_do_not_ask_for_last_words(tell):
    one = "Towards morning he sat up and said, “Mind the bar at low water.”"
    other = "What he said to the maid was, ‘Have you shut the gate?’"
    assert worded(tell((CLAIM, one), (CLAIM, other))) == []


def test_the_same_last_words_do_not_differ(tell):
    one = "Towards morning he sat up and said, “Mind the bar at low water.”"
    other = "The maid had it that he cried: ‘Mind the bar, at low water!’"
    assert worded(tell((LAST, one), (LAST, other))) == []


def test_another_spelling_is_no_other_word(tell):
    one = 'In the margin of the third bill he had set "organisational waste" and "rubbish", twice.'
    other = "In the margin of the third bill he had set “organizational waste” and “rubbish”, twice."
    assert worded(tell((CLAIM, one), (CLAIM, other))) == []
