"""Two ways of writing one thing, and two things that are nearly written alike."""

from __future__ import annotations

import pytest

from testimonia.model.fidelity import Fidelity

from .test_quotations import quoted, told

BOOK = """The doctor did not come, and Captain Pell could not say why; he will not have been told. The second part
of the 4th chapter was sent to Saint Ives on the twenty-first of May, at five per cent, with salt and pepper, in the
nineteenth century. They have not seen Mr. Trewin there. Forty-two men and 16 boys were legal heirs, happy and able
to work, and it was possible to agree. However, the boat belonged to the men, and the wheel was theirs.
"""


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("did not come", "didn't come"),
        ("could not say", "couldn’t say"),
        ("will not have", "won't have"),
        ("The doctor", "The Dr."),
        ("Captain Pell", "Capt. Pell"),
        ("Saint Ives", "St. Ives"),
        ("4th chapter", "fourth chapter"),
        ("second part", "2d part"),
        ("twenty-first", "21st"),
        ("five per cent", "5%"),
        ("salt and", "salt &"),
        ("Forty-two", "42"),
        ("16 boys", "sixteen boys"),
        ("the wheel", "tbe wheel"),
        ("However", "Howevcr"),
    ],
)
def test_what_is_read_out_alike_is_not_altered(printed: str, written: str) -> None:
    found = quoted(BOOK.replace(printed, written), BOOK)
    assert found is not None
    assert found.fidelity in (Fidelity.SPELLING, Fidelity.VERBATIM)
    assert not any(departure.weights for departure in found.departures)


@pytest.mark.parametrize(
    ("printed", "written", "weights"),
    [
        ("happy", "unhappy", ("negation",)),
        ("possible", "impossible", ("negation",)),
        ("legal", "illegal", ("negation",)),
        ("agree", "disagree", ("negation",)),
        ("not seen", "now seen", ("negation",)),
        ("4th chapter", "5th chapter", ("number",)),
        ("nineteenth", "twentieth", ("number",)),
        ("16 boys", "61 boys", ("number",)),
        ("twenty-first of", "21", ()),
        ("wheel", "whale", ()),
        ("told", "sold", ()),
        ("Pell", "Bell", ("name",)),
    ],
)
def test_what_is_another_word_is_altered(printed: str, written: str, weights: tuple[str, ...]) -> None:
    words = BOOK.replace(printed, written)
    found = quoted(words, BOOK)
    assert found is not None
    assert found.fidelity is Fidelity.ALTERED
    (one,) = told(words, BOOK)
    assert one[0] == "changed"
    assert one[3] == weights


def test_a_name_that_differs_by_a_letter_is_told_as_a_name() -> None:
    assert told(BOOK.replace("Trewin", "Trewen"), BOOK) == [("spelling", "Trewen", "Trewin", ("name",))]


def test_two_words_of_another_language_are_two() -> None:
    book = "Der Müller hatte seine Schlüssel bei sich, und niemand außer ihm ging in jener Nacht in die Mühle hinauf."
    assert told(book.replace("seine", "keine"), book) == [("changed", "keine", "seine", ("negation",))]
    assert told(book.replace("jener", "jeder"), book) == [("changed", "jeder", "jener", ())]
