"""What counsel says to a court is his, though the record prints it without a label; whose side he is on must show."""

from __future__ import annotations

import pytest

from testimonia.model import DocumentType, Mode

from .conftest import Tell

CHARGES = (
    "Gentlemen of the jury, a pier does not burn by itself. The defence says that it was the stove. I saw no stove."
)
RECORD = "The Pier Case: Verbatim Report"


def test_who_speaks_of_the_defence_prosecutes(tell: Tell) -> None:
    told = tell(CHARGES, author="", title=RECORD)
    assert told.who("a pier does") == "anon:prosecutor"
    assert told.of("a pier does").mode is Mode.QUOTE
    assert [document.type for document in told.book.documents] == [DocumentType.SPEECH]


def test_where_the_page_says_who_prosecutes_it_is_he(tell: Tell) -> None:
    told = tell(CHARGES, claim="{Lowe}, who prosecuted for the county, was heard first", author="", title=RECORD)
    assert told.who("a pier does") == "Lowe"


def test_two_who_prosecute_are_none(tell: Tell) -> None:
    claim = "{Lowe}, who prosecuted in May, and {Dray}, who prosecuted in June, were both heard"
    assert tell(CHARGES, claim=claim, author="", title=RECORD).who("a pier does") == "anon:prosecutor"


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        pytest.param(
            "What did he want with the oil, my lords? If we are to believe his counsel, a lamp.",
            "anon:prosecutor", id="of the accused's counsel",
        ),
        pytest.param(
            "My lords, I ask for a heavy sentence. He had the key, and he has it still.",
            "anon:prosecutor", id="who asks for a sentence",
        ),
        pytest.param(
            "Gentlemen, my client keeps bees. What would a man who keeps bees want with a pier?",
            "anon:counsel-for-the-defence", id="of a client",
        ),
        pytest.param(
            "You have been told, gentlemen, of a can. The prosecution has not shown you the can.",
            "anon:counsel-for-the-defence", id="of the prosecution",
        ),
        pytest.param(
            "Gentlemen of the jury, you have heard of a can and of bees. You will ask which of them burns.",
            "author", id="neither: a judge may sum up",
        ),
        pytest.param(
            "Gentlemen, the prosecution says that it was the can. The defence says that it was the stove.",
            "author", id="both: a judge may sum up",
        ),
        pytest.param(
            "I came on at nine. The gentlemen on the pier were strangers to me, and his counsel was not there.",
            "author", id="of gentlemen and not to them",
        ),
        pytest.param(
            "The play ends on the pier. Gentlemen, he cried, my client is the sea, and the sea pays nobody.",
            "author", id="told of somebody",
        ),
    ],
)  # fmt: skip
def test_whose_side_shows(tell: Tell, words: str, speaker: str) -> None:
    assert tell(words, author="", title=RECORD).who(words[-20:]) == speaker


@pytest.mark.parametrize(
    ("author", "title"),
    [
        pytest.param("Hart", RECORD, id="a writer's own book"),
        pytest.param("", "Pier Papers", id="no record of a trial"),
    ],
)
def test_elsewhere_nobody_is_guessed(tell: Tell, author: str, title: str) -> None:
    assert tell(CHARGES, author=author, title=title).who("a pier does") == "author"
