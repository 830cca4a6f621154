"""One sentence printed twice: what differs is set side by side, and nothing else."""

from __future__ import annotations

import pytest

from testimonia.model import Cause, DependenceKind

PLAIN = "On 3 May 1911 the steamer left Harville with fourteen passengers and the mate Corrigan was not on board."


@pytest.mark.parametrize(
    ("words", "other", "short"),
    [
        ("fourteen", "forty", "number: fourteen | forty"),
        ("3 May", "3 June", "date: May | June"),
        ("1911", "1912", "date: 1911 | 1912"),
        ("was not on", "was on", "opposite: not | was on"),
        ("Corrigan", "Dunmore", "name: Corrigan | Dunmore"),
        ("Corrigan", "Abernathy", "name: Corrigan | Abernathy"),
        ("Harville", "Lisbon", "place: Harville | Lisbon"),
        ("steamer", "schooner", "wording: steamer | schooner"),
        ("left", "reached", "wording: left | reached"),
    ],
)
def test_a_changed_word_is_set_beside_the_one_it_stands_for(tell, shortly, words, other, short):
    copy = PLAIN.replace(words, other)
    book = tell(("THE STEAMER", PLAIN), ("THE STEAMER", copy), copies=[(0, 1, DependenceKind.REQUOTE)])
    assert shortly(book) == [short]


@pytest.mark.parametrize(
    "copy",
    [
        PLAIN,
        PLAIN.replace("fourteen", "14"),
        PLAIN.replace("3 May 1911", "3 May, 1911"),
        "“" + PLAIN + "”",
        PLAIN.replace(" with fourteen passengers", "..."),
        PLAIN.replace("the mate", "the\nmate"),
    ],
)
def test_other_marks_figures_and_marked_omissions_are_no_difference(tell, shortly, copy):
    book = tell(("THE STEAMER", PLAIN), ("THE STEAMER", copy), copies=[(0, 1, DependenceKind.REQUOTE)])
    assert shortly(book) == []


@pytest.mark.parametrize(
    ("british", "american"),
    [("in the harbour", "in the harbor"), ("was organised by", "was organized by"), ("a grey coat", "a gray coat")],
)
def test_british_and_american_spelling_are_one(tell, shortly, british, american):
    one = f"The keeper who stood {british} wrote of the lamp and of the oil that had been sent to him by the Board."
    other = one.replace(british, american)
    book = tell(("THE LAMP", one), ("THE LAMP", other), copies=[(0, 1, DependenceKind.REQUOTE)])
    assert shortly(book) == []


def test_words_of_two_translations_differ_as_translations_do(tell):
    one = "He answered that the sister of the keeper, a lasting tenant of Harville, had carried the letter to Brack."
    other = (
        "He answered that the sister of the keeper, who dwells for good in Harville, had carried the letter to Brack."
    )
    book = tell(("THE LETTER", one), ("THE LETTER", other), copies=[(0, 1, DependenceKind.SAME_DOCUMENT)])
    (difference,) = book.discrepancies
    assert (difference.a_says, difference.b_says) == ("a lasting tenant of", "who dwells for good in")
    assert difference.cause is Cause.TRANSLATION


def test_a_name_in_another_romanisation_is_said_to_be_one(tell):
    one = "The note of the harbour police names the fireman Yershov as the man who had kept the keys of the lamp room."
    other = one.replace("Yershov", "Ershoff")
    book = tell(("THE KEYS", one), ("THE KEYS", other), copies=[(0, 1, DependenceKind.REQUOTE)])
    assert [d.cause for d in book.discrepancies] == [Cause.ROMANISATION]


def test_sentences_that_are_one_are_compared_though_nothing_says_that_they_depend(tell, shortly):
    one = "He spoilt the great loaf by dropping an iron spoon in the oil pan of the bakery at Harville."
    other = "Somebody had spoilt the great loaf by dropping an iron spoon in the oil tin of the bakery, said Brack."
    assert "wording: pan | tin" in shortly(tell(("THE LOAF", one), ("THE SPOON", other)))


def test_two_letters_that_begin_alike_are_two_letters(tell, shortly):
    one = "[In a letter to Brack on 14 May 1911 Quill stated] The coal has come and the men grumble about the salt."
    other = "[In a letter to Brack on 25 May 1911 Quill stated] Nobody answers me and the lamp is cold again."
    assert shortly(tell(("THE COAL", one), ("THE LAMP", other))) == []


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (  # the second change would stand alone between two changes that a "the" parts
            "and at Harville the crew began the painting of the boats before the frost came over the long harbour",
            "and at Harville the crew finished the tarring of the boats before the frost came over the long harbour",
            "wording: began the painting | finished the tarring",
        ),
        (  # the keeper's name stands on either side of the change
            "and by the rules of the guild the notorious cooper Lowe, a friend of the mate, came down to Harville",
            "and by the rules of the guild Lowe, a celebrated cooper, a friend of the mate, came down to Harville",
            "wording: the notorious | a celebrated",
        ),
    ],
)
def test_changes_are_whole_and_hold_no_word_that_only_moved(tell, shortly, one, other, short):
    book = tell(("THE GUILD", one + "."), ("THE GUILD", other + "."), copies=[(0, 1, DependenceKind.SAME_DOCUMENT)])
    assert shortly(book) == [short]


def test_a_clause_more_is_not_what_a_word_became(tell, shortly):
    one = "The keeper and the mate of the steamer swore, and thus the clerk of the guild wrote it down in the register."
    other = one.replace("thus", "though the harbour board had forbidden any such oath from seamen abroad that winter")
    book = tell(("THE OATH", one), ("THE OATH", other), copies=[(0, 1, DependenceKind.SAME_DOCUMENT)])
    assert shortly(book) == []


def test_what_is_worded_so_over_and_over_is_a_formula(tell, shortly):
    long = [
        f"{name} asked to strike the cooper from the rolls of the guild and from the list of the harbour board."
        for name in ("Holm", "Reed", "Brack", "Lowe")
    ]
    one = "It was agreed to strike the cooper from the rolls of the guild and from the list of the harbour board."
    assert shortly(tell(*(("THE COOPER", words) for words in (*long, one)))) == []
