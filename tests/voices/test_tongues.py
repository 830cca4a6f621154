# ruff: noqa: E501 - a case stands on one line
"""Excerpts in another language than their page's, with the marks and the clauses of speech of that language."""

from __future__ import annotations

import pytest

from .conftest import Tell

FOREIGN = [
    pytest.param("{Lowe} stod vid kajen och det var mörkt. ”Lampan är släckt”, sade {Brand}.", "Lampan", id="Swedish"),
    pytest.param("{Lowe} stod vid kajen och det var mörkt, och {Brand} svarade: ”Lampan är släckt.”", "Lampan", id="led in"),
    pytest.param("{Lowe} stand in der Tür und es war Nacht. »Das Licht ist aus«, rief {Brand}, »und ich gehe.«", "Das Licht", id="German"),
    pytest.param("{Lowe} stand in der Tür und es war Nacht. »Das Licht ist aus«, rief Herr {Brand}.", "Das Licht", id="a title"),
    pytest.param("{Lowe} vint sur le quai, et il se tut. « La lampe, répondit {Brand}, n'est pas à moi. »", "n'est pas", id="French"),
]  # fmt: skip


@pytest.mark.parametrize(("excerpt", "words"), FOREIGN)
def test_an_excerpt_in_another_language_is_read_in_it(tell: Tell, excerpt: str, words: str) -> None:
    english = "\n\nThe gate was shut, and the boy who had the key was at the fair with the rest of them. " * 4
    told = tell(excerpt, claim="THE LAMP WAS OUT BEFORE THE FERRY CAME, AND NOBODY KNEW OF IT" + english)
    assert told.who(words) == "Brand"
    assert told.of(words).mode == "quote"


def test_whom_the_words_are_said_to_says_nothing_behind_them(tell: Tell) -> None:
    told = tell("{Lowe} stand in der Tür, und es war nicht hell. »Das Licht ist aus«, schrieb er an {Brand}.")
    assert told.who("Das Licht") != "Brand"


def test_words_within_marks_around_the_whole_excerpt_are_whose_they_are(tell: Tell) -> None:
    told = tell("‘{Lowe} had the key. I said so to {Brand}, and {Brand} answered: “So much the worse for it.”’")
    assert told.who("So much") == "Brand"
    assert told.who("I said so") == "author"


def test_marks_around_what_somebody_said_stay_his(tell: Tell) -> None:
    told = tell("{Brand} said: \"{Lowe} told me, 'The key is lost.' I did not mind.\"")
    assert told.who("I did not mind") == "Brand"
    assert told.who("The key") == "Lowe"
