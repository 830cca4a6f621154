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
