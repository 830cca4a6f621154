"""Whose words they are where somebody near by might be taken for the speaker."""

from __future__ import annotations

import pytest

from .conftest import Tell


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        pytest.param(
            'One witness who was never called was {Ash} the sexton. "Rocks do not go up," he said.', "Rocks", "Ash",
            id="a witness who is named behind the verb is the one named",
        ),
        pytest.param(
            'A thin woman called {Brand} leaned over and said, "Ask for the third."', "Ask for", "Brand",
            id="somebody who is called so is that person",
        ),
        pytest.param(
            '"My client," said the lawyer of {E. Hull|Hull}, {Lowe}, on the steps, '
            '"was tried for other people of hunger."', "was tried", "Lowe",
            id="an initial ends no apposition",
        ),
        pytest.param(
            '{Hart} wrote of it. It was, as {Lowe} put it in his speech, "the only honest page in the book."',
            "the only honest", "Lowe", id="as somebody put it",
        ),
        pytest.param(
            'The Board met. "You can weigh it," said {Ash}, director of the store. "It is there for anybody to see."',
            "It is there", "Ash", id="what goes on behind the clause is the same man's",
        ),
        pytest.param(
            '"They were lying," {Ash}, who acted for the family in the long appeal, liked to say, "and in turns."',
            "They were lying", "Ash", id="a long relative clause parts nobody from his verb",
        ),
        pytest.param(
            '"Why do they dig?" old {Ash} is reported to have asked. Nobody knew.', "Why do they", "Ash",
            id="is reported to have asked",
        ),
        pytest.param(
            '{Lowe} held the hill. When {Ash} waited upon him for it, he answered, "All that lies on the hill."',
            "All that lies", "Lowe", id="who does something to him is not he",
        ),
        pytest.param(
            'I had it of {Ash}. They told me, "It was the other way, the shots and then the bells."',
            "It was the other", "group:they", id="they are nobody who is named",
        ),
        pytest.param(
            '{Ash} sat down. "Who told you?" asked {Lowe}. "The man who paid," said {Ash}. "By whom were you told?" '
            '"By the clerk of the port." {Lowe} rose.', "By the clerk", "Lowe",
            id="what stands right behind a question is the other's",
        ),
    ],
)  # fmt: skip
def test_the_speaker_is_not_whoever_is_near(tell: Tell, words: str, speech: str, speaker: str) -> None:
    assert tell(words).who(speech) == speaker


def test_a_diarist_who_leaves_out_his_i_is_whose_words_they_are(tell: Tell) -> None:
    told = tell('Wind. Wrote to them on the back of a label, "Come down at once. The glass has dropped." {Ash} slept.')
    assert told.of("Come down").mode == "quote"
    assert told.of("Come down").speaker.startswith("author:")


def test_a_letter_signed_with_the_authors_initial_is_his(tell: Tell) -> None:
    told = tell("{Piers Hart|Hart} sent it.", author="Hart")
    assert told.voices
    letter = tell("Vienna, October 3rd\n\nYou ask nothing, {Brand}, and I thank you for it.\n\nP.", page="")
    assert letter.voices


def test_whoever_is_examined_is_the_witness(tell: Tell) -> None:
    told = tell("1688. Chairman: You have seen the book, Mr. {Ash}?\n\nWitness: I have had it in my hands.\n\n"
                "1689. Mr. {Lowe}: It is in print now.\n\nWitness: It is.")  # fmt: skip
    assert told.who("I have had it") == "Ash"


def test_an_examiner_is_called_by_his_name(tell: Tell) -> None:
    told = tell("The witness: I told him not to.\n\nBy Mr. {Ash}, for the Company: Has he been promised anything?\n\n"
                "The witness: A boat.")  # fmt: skip
    assert told.of("Has he been").speaker_name == "Mr. Ash"
