"""Whose words they are where somebody near by might be taken for the speaker."""

from __future__ import annotations

import pytest

from .conftest import Tell


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        pytest.param(
            'One witness who was never called was {Ash} the sexton. "Stones do not fly," he said.', "Stones", "Ash",
            id="a witness who is named behind the verb is the one named",
        ),
        pytest.param(
            'A thin woman called {Brand} leaned over and said, "Ask for the third."', "Ask for", "Brand",
            id="somebody who is called so is that person",
        ),
        pytest.param(
            '"Truth," said the lawyer of {E. Hull|Hull}, {Lowe}, on the steps, '
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
            '"They were lying," {Ash}, who acted for the owners in the long appeal, used to say, "and in turns."',
            "They were lying", "Ash", id="a long relative clause parts nobody from his verb",
        ),
        pytest.param(
            '"Why do they row?" old {Ash} is reported to have asked. Nobody knew.', "Why do they", "Ash",
            id="is reported to have asked",
        ),
        pytest.param(
            '{Lowe} held the hill. When {Ash} waited upon him for it, he answered, "All that lies on the hill."',
            "All that lies", "Lowe", id="who does something to him is not he",
        ),
        pytest.param(
            'I had it of {Ash}. They told me, "It was the reverse, the shots and then the bells."',
            "It was the reverse", "group:they", id="they are nobody who is named",
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
    told = tell('Wind. Wrote to them on the back of a ticket, "Come home at once. The wind has turned." {Ash} slept.')
    assert told.of("Come home").mode == "quote"
    assert told.of("Come home").speaker.startswith("author:")


def test_a_letter_signed_with_the_authors_initial_is_his(tell: Tell) -> None:
    told = tell("{Piers Hart|Hart} sent it.", author="Hart")
    assert told.voices
    letter = tell("Vienna, October 3rd\n\nYou ask nothing, {Brand}, and I am glad of it.\n\nP.", page="")
    assert letter.voices


def test_whoever_is_examined_is_the_witness(tell: Tell) -> None:
    told = tell("1688. Chairman: You have seen the book, Mr. {Ash}?\n\nWitness: I have held it in my hands.\n\n"
                "1689. Mr. {Lowe}: It is in print now.\n\nWitness: It is.")  # fmt: skip
    assert told.who("I have held it") == "Ash"


def test_an_examiner_is_called_by_his_name(tell: Tell) -> None:
    told = tell("The witness: I told him not to.\n\nBy Mr. {Ash}, for the Company: Has he been promised anything?\n\n"
                "The witness: A boat.")  # fmt: skip
    assert told.of("Has he been").speaker_name == "Mr. Ash"


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        pytest.param(
            'Few spoke. One of the boldest of them was a young sailor from the yard. He said, "It sank of itself."',
            "It sank", "anon:young-sailor", id="somebody who is brought in behind the verb",
        ),
        pytest.param(
            '{Ash} told me of a noise. It is what a captain shouts down the hold. "I called to them," he wrote.',
            "I called", "Ash", id="whoever something is likened to is nobody",
        ),
        pytest.param(
            '{Ash} rose: "They had the wrong one," and a voice cried, "Shame!"—"being late, as my friend has said."',
            "being late", "Ash", id="who was broken in upon goes on behind a dash",
        ),
        pytest.param(
            'To a Norse visitor, the May before she left the port, {Brand} was kinder. "I have seen ropes," she said.',
            "I have seen", "Brand", id="a pronoun may look ahead",
        ),
        pytest.param(
            'Then the Dutchman laid a purse upon the counter and said, "This is for the harbour." {Ash} wept.',
            "This is for", "anon:dutchman", id="a man of a people is somebody",
        ),
        pytest.param(
            '{Ash} answered. {Brand} has a shop and she says to tell you, "Let him come in and try it."',
            "Let him come", "Brand", id="who says to tell",
        ),
    ],
)  # fmt: skip
def test_somebody_without_a_name_or_named_later_may_speak(tell: Tell, words: str, speech: str, speaker: str) -> None:
    assert tell(words).who(speech) == speaker


def test_a_statement_behind_a_question_gives_it_to_nobody(tell: Tell) -> None:
    told = tell('"I never asked," said {Brand}. "Do you ask where he was?" I said that it was not mine.')
    assert told.who("Do you ask") == "Brand"


def test_question_and_answer_on_one_line_are_parted(tell: Tell) -> None:
    told = tell("The witness: I told him.\n\nBy Mr. {Lowe}, for the Company: Was he promised anything? — A boat. "
                "— By whom? — By your honour.")  # fmt: skip
    assert told.of("Was he").speaker == told.of("By whom").speaker
    assert told.of("A boat").speaker == told.of("By your honour").speaker != told.of("By whom").speaker


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        pytest.param(
            'By the boy, on the blue paper: "Dear {Brand}, nothing should leave the port until we are sure. P. L." '
            "{Piers Lowe|Lowe} never wrote again.", "nothing should", "Lowe", id="a note that closes with initials",
        ),
        pytest.param(
            'Where we lay for coal, a tall lady under the mast told me that "he had to buy the paper that year."',
            "he had to buy", "anon:tall-lady", id="words of place between somebody and the verb",
        ),
        pytest.param(
            'I heard the voice of {Lowe}, which is mistaken for no other, say, "Seven weeks. I ask for no more."',
            "Seven weeks", "Lowe", id="the voice of somebody",
        ),
    ],
)  # fmt: skip
def test_initials_places_and_voices_tell_who_speaks(tell: Tell, words: str, speech: str, speaker: str) -> None:
    assert tell(words).who(speech) == speaker


@pytest.mark.parametrize(
    ("words", "claim", "speech", "speaker"),
    [
        pytest.param(
            'The bells had stopped by noon. Somebody below the loft cried: "Who has cut the rope?" Doves flew up.',
            "THE FERRY LEFT EARLY", "Who has cut", "anon:somebody-below-the-loft", id="somebody in a place",
        ),
        pytest.param(
            'Twice I or somebody else asked from the quay, "Is the lamp lit yet?" and it stayed dark.',
            "{ASH} SPOKE", "Is the lamp", "author", id="I or somebody else is not somebody else alone",
        ),
        pytest.param(
            'A knock came at the shutter. It was {Lowe}. "So, is the ferry in yet?" Nobody else was awake.',
            "THE FERRY LEFT EARLY", "So, is the", "Lowe", id="it was he, and he speaks",
        ),
        pytest.param(
            'I called on him at Hull, a courteous old man with a rug. "Nobody wrote to me," he said.',
            "{LOWE} KNEW OF IT", "Nobody wrote", "Lowe", id="an apposition to him is he",
        ),
        pytest.param(
            'Our usher asked an officer who had ordered it. "The harbour board," said the man, "and who else orders?"',
            "THE FERRY LEFT EARLY", "The harbour", "anon:officer", id="the man takes up whom one was told of",
        ),
        pytest.param(
            'Our usher asked an officer who had ordered it. "The harbour board," said the man who held the rope.',
            "THE FERRY LEFT EARLY", "The harbour", "anon:man", id="the man who holds it is another",
        ),
        pytest.param(
            'I will tell you what he said at the last, for I had my ear to him. It was "Let her have the lamp."',
            "{LOWE} SPOKE AT THE END", "Let her have", "Lowe", id="it was what he said",
        ),
        pytest.param(
            'Of the two bells she said she "fancied" one was cracked.', "{BRAND} WAS THERE", '"fancied"',
            "Brand", id="she said she fancied",
        ),
        pytest.param(
            "The President leaned over the rail. \"Pilot {Lowe},\" he said, \"did you sound the bar?\"\n"
            "{LOWE}: Yes.\nTHE PRESIDENT: Sit down.",
            "{President ASH|Ash} OPENED IT", "did you sound", "anon:president",
            id="an office that speaks here under its label is whoever holds it here",
        ),
    ],
)  # fmt: skip
def test_who_it_is_by_what_stands_beside(tell: Tell, words: str, claim: str, speech: str, speaker: str) -> None:
    assert tell(words, claim=claim).who(speech) == speaker


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        pytest.param('I saw the old man for an hour. "I never had the key," he said.', "Lowe", id="nobody else"),
        pytest.param(
            '{Dray} told me that the old man had written and said it was late. "I never had the key," were his words.',
            "Lowe", id="who tells of him is another",
        ),
        pytest.param(
            'There was a man with {Mary} on the lock. The old man spoke first. "I never had the key," he said.',
            "anon:old-man", id="somebody was told of before",
        ),
        pytest.param(
            '{Dray} sat by the stove, and the old man said: "I never had the key."',
            "anon:old-man", id="somebody was named before",
        ),
        pytest.param(
            'The old man who keeps the lock spoke. "I never had the key," he said.', "anon:old-man", id="said who he is"
        ),
    ],
)  # fmt: skip
def test_the_old_man_is_whom_the_claim_begins_with(tell: Tell, words: str, speaker: str) -> None:
    assert tell(words, claim="{LOWE} HAD THE KEY").who("I never had") == speaker
