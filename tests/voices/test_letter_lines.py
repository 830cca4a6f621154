"""A line that says who wrote to whom hands the words above or below it to the writer."""

from __future__ import annotations

import pytest

from testimonia.model import DocumentType

from .conftest import Tell

BODY = "I have seen the horn, and you may take my word that it was cold when we came."


@pytest.mark.parametrize(
    "line",
    [
        "Mrs. {Ash} to Mr. {Birch}, 4 May 1911.",
        "{Ash} to {Birch}, Hull, 4 May 1911",
        "  Dr. {Ash} to {Birch}.",
        "[{Ash} to {Birch}, 4 May 1911]",
        "({Ash} to {Birch}, undated)",
        "{Ash} to his brother, 11 June 1926.",
        "{Ash} to the harbour master, Hull, May 1911; copy.",
        "{Ash} an {Birch}, 4. Mai 1911",
        "{Ash} à {Birch}, Hull, 4 mai 1911",
        "Mr. {Ash}, the harbour clerk, to the Borough Surveyor, 4 May 1911",
        "Dr. {Ash}, then his deputy, to {Birch}, 4 May 1911",
    ],
)
def test_the_line_below_a_letter_says_whose_it_is(tell: Tell, line: str) -> None:
    told = tell(f"{BODY}\n{line}")
    assert told.who("I have seen") == "Ash"
    assert [d.type for d in told.book.documents] == [DocumentType.LETTER]


def test_the_line_above_a_letter_says_whose_it_is(tell: Tell) -> None:
    told = tell(f"{{Ash}} to {{Birch}}, Hull, 4 May 1911\n{BODY}")
    assert told.who("I have seen") == "Ash"


@pytest.mark.parametrize(
    "line",
    [
        "{Ash} went to {Birch}, 4 May 1911.",
        "{Ash} to {Birch} said nothing of the horn that night.",
        "To {Birch}, 4 May 1911.",
        "{Ash} and his wife, to the end.",
        "{Ash}, the clerk, went to the Borough Surveyor, 4 May 1911.",
        "From {Ash} to {Birch} it is nine miles by the old road and seven by water.",
    ],
)
def test_a_line_that_says_more_or_less_hands_nothing_over(tell: Tell, line: str) -> None:
    assert tell(f"{BODY}\n{line}").who("I have seen") == "author"


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("{Ash} to {Birch}, 4 May 1911", "Ash"),
        ("Telegram, {Ash} to {Birch}, 4 May 1911, 6.40 a.m.", "Ash"),
        ("{Ash} to {Birch}", "author"),
        ("{Ash} said to {Birch} on 4 May 1911", "author"),
    ],
)
def test_who_wrote_to_whom_may_stand_in_the_same_line(tell: Tell, head: str, speaker: str) -> None:
    told = tell(f"{head}: {BODY}")
    assert told.who("I have seen") == speaker
    assert told.who("to {Birch}".replace("{", "").replace("}", "")) == "author"


@pytest.mark.parametrize(
    ("bracket", "speaker"),
    [
        ("({Ash} to {Birch}, 4 May 1911)", "Ash"),
        ("(Mr. {Ash}, harbour pilot, at the inquest, 5 May 1911.)", "Ash"),
        ("({Ash}, before the Coroner)", "Ash"),
        ("({Ash}, who was at the inquest, knew it)", "author"),
        ("({Ash} was at the inquest)", "author"),
    ],
)
def test_a_bracket_behind_the_words_says_whose_they_are(tell: Tell, bracket: str, speaker: str) -> None:
    assert tell(f"{BODY} {bracket}", author="", title="Harbour Papers").who("I have seen") == speaker


def test_a_postscript_may_follow_the_signature_in_its_line(tell: Tell) -> None:
    words = "My dear {Birch}, I have seen the horn, and I shall say so. Yours, {Ash}. P.S. Burn this."
    told = tell(words, author="", title="Harbour Papers")
    assert (told.who("I have seen"), told.who("Burn this")) == ("Ash", "Ash")
