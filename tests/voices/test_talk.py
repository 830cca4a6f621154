"""Talk printed in turns without "he said", and questions and answers: who is addressed is not who speaks."""

from __future__ import annotations

import pytest

from testimonia.model import Mode

from .conftest import Tell

TALKS = (
    # excerpt, words, speaker
    (  # the speaker of the paragraph right behind is the second of two
        '"Was it your boat?" I asked.\n"It was the whole quay\'s. I had the oars."\n"And {Lowe}?"\n'
        '"{Lowe} had a share. I never saw him pay for it."\n'
        '{Ash} was by then very old, and mended nets as he talked. "And now go home, Miss {Hart}."',
        ("It was the", "Ash"),
        ("And Lowe", "Hart"),
        ("Lowe had a share", "Ash"),
    ),
    (  # whom the one addresses in a later line spoke in between
        '"You might have asked me," said {Ash}.\n"I asked you on Friday. You were asleep."\n'
        '"I was. I had the night boat."\n"Then you let it go out."\n"I let him choose. He knew, {Kemp}, as I did."',
        ("I asked you", "Kemp"),
        ("I was. I had", "Ash"),
        ("Then you let", "Kemp"),
        ("I let him", "Ash"),
    ),
)


@pytest.mark.parametrize("talk", TALKS)
def test_the_second_of_two_is_known_by_what_is_said_around(tell: Tell, talk: tuple[str, tuple[str, str]]) -> None:
    told = tell(talk[0])
    for words, who in talk[1:]:
        assert told.who(words) == who, words


BARE = '"I left the lamp there."\n"And did not go back?"\n"It was raining, Captain {Hart}."\n"You told the court so."'


def test_a_talk_with_no_word_of_who_speaks_is_the_authors_who_is_addressed_and_his_whom_the_claim_names(
    tell: Tell,
) -> None:
    told = tell(BARE, claim="{ASH} PUT OUT THE LAMP")
    assert [who for _, who in told.speakers] == ["Ash", "Hart", "Ash", "Hart"]
    assert all(voice.confidence <= 0.5 for voice in told.voices)


def test_whom_nothing_names_is_not_guessed(tell: Tell) -> None:
    assert [who for _, who in tell(BARE.replace("Captain {Hart}", "sir")).speakers] == ["author"]
    told = tell(BARE, claim="{ASH} AND {LOWE} PUT OUT THE LAMP")
    assert told.who("And did not") == "Hart"
    assert told.who("I left the lamp") == "author"


def test_paragraphs_in_marks_that_ask_nothing_are_no_talk(tell: Tell) -> None:
    told = tell('"It is late."\n"The quay is shut."\n"Go home, Captain {Hart}."', claim="{ASH} SHUT THE QUAY")
    assert [who for _, who in told.speakers] == ["author"]


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("When did you first hear, Warden {Ash}, that it was adrift?", "Ash"),
        ("When did you first hear of Warden {Ash}, that he was adrift?", "anon:witness"),
        ("When was it, with the fog, the sailor {Ash}, came in?", "anon:witness"),
    ],
)
def test_a_witness_is_addressed_with_any_title(tell: Tell, question: str, answers: str) -> None:
    told = tell(f"Q. {question}\nA. In March, by the papers.\nQ. Not before?\nA. No.", author="")
    assert told.who("In March") == answers


def test_a_line_over_the_questions_says_whose_evidence_it_is(tell: Tell) -> None:
    turns = "\n311. (Chairman.) Was it promised?—It was promised to all.\n312. (Chairman.) To whom?—To the port."
    told = tell("[Evidence of {Robert Ash}, 4 May 1911.]" + turns, claim="LORD {LOWE} SOLD THE LAMP")
    assert told.who("—It was promised") == "Ash"


@pytest.mark.parametrize(
    ("opening", "who"),
    [
        ("I, {John Ash}, mate of the Heron, declare of my own free will that", "Ash"),
        ("I, {John Ash}, certify that", "Ash"),
        ("I met {John Ash}, mate of the Heron, and declare that", "author"),
    ],
)
def test_who_declares_with_his_name_is_the_speaker(tell: Tell, opening: str, who: str) -> None:
    assert tell(f"{opening} on the night of the 4th I put out the lamp. I did it alone.").who("on the night") == who


@pytest.mark.parametrize("verb", ["croaked", "drawled", "wailed", "spluttered"])
def test_a_word_for_how_somebody_speaks_gives_him_what_stands_before_it(tell: Tell, verb: str) -> None:
    assert tell(f'"The lamp is out and the boat is gone," {verb} {{Ash}}.').who("The lamp") == "Ash"
    assert [who for _, who in tell(f"The gulls {verb} over {{Ash}} and the quay.").speakers] == ["author"]


EXAMINED = (
    "{Lowe}, sworn. Examined by Mr. {Ash}.\nQ. You had a lamp?\nA. I had one. It was lit.\n"
    "Cross-examined by Mr. {Kemp}.\nQ. Who lit it?\nA. I did."
)


def test_whoever_is_said_to_examine_asks_from_there_on_and_bears_his_name_not_the_label(tell: Tell) -> None:
    told = tell(EXAMINED)
    for words, who in (("You had a lamp", "Ash"), ("I had one", "Lowe"), ("Who lit it", "Kemp"), ("I did", "Lowe")):
        assert told.who(words) == who, words
    turns = [voice for voice in told.voices if voice.mode is Mode.TURN]
    assert [voice.speaker_name.split()[-1] for voice in turns] == ["Ash", "Lowe", "Kemp", "Lowe"]


def test_a_bare_label_is_the_name_only_where_nobody_is_known(tell: Tell) -> None:
    told = tell("Q. Who lit it?\nA. The boy.\nQ. Which?\nA. I never knew.")
    assert {voice.speaker_name for voice in told.voices} == {
        "Q.",
        "Hart",
    }  # the author answers, where nobody else is there
    named = tell("{Lowe}, sworn.\nQUESTION: Who lit it?\nANSWER: I did.\nQUESTION: When?\nANSWER: At six.")
    assert {voice.speaker_name for voice in named.voices if voice.mode is Mode.TURN} == {"QUESTION", "Lowe"}


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        pytest.param(
            '{Dray} came in. "Is it shut?" "It is." "Since when?" "Since six," said {Lowe}.', "It is.", "Lowe", id="up"
        ),
        pytest.param(
            '{Dray} came in. "Is it shut?" "It is." "Since when?" "Since six," said {Lowe}.', "Since when", "Dray",
            id="the other, back",
        ),
        pytest.param(
            '{Dray} put it to {Lowe}: "Is it shut?" "It is." "Since when?" "Since six."', "Since six", "Lowe", id="on"
        ),
        pytest.param(
            '{Lowe} wrote of the gate: "It is shut." "It was shut at six." "It will be shut at nine."', "It will",
            "Lowe", id="nobody asks: pieces of one text",
        ),
    ],
)  # fmt: skip
def test_a_talk_in_one_paragraph_goes_to_and_fro(tell: Tell, words: str, speech: str, speaker: str) -> None:
    assert tell(words).who(speech) == speaker
