"""Whose an excerpt is before any quotation is looked at: headers, lead-ins, words set off, the compiler's own."""

from __future__ import annotations

import pytest

from testimonia.model import HandRole, Mode

from .conftest import Tell


def test_an_excerpt_is_by_itself_its_authors(tell: Tell) -> None:
    told = tell("The ferry left before her hour. Nobody rang.")
    (voice,) = told.voices
    assert (voice.mode, voice.speaker, voice.speaker_name) == (Mode.NARRATION, "author:w", "Hart")
    assert [hand.role for hand in voice.chain] == [HandRole.COMPILER, HandRole.AUTHOR]


def test_a_bracketed_header_is_the_compilers_and_hands_the_words_to_the_documents_author(tell: Tell) -> None:
    told = tell("[4 May 1911 letter of {Ash} to {Brand}]\nI left the quay before her hour, and I am sorry for it.")
    assert [(voice.mode, who) for voice, (_, who) in zip(told.voices, told.speakers, strict=True)] == [
        (Mode.EDITORIAL, "compiler"),
        (Mode.QUOTE, "Ash"),
    ]
    (document,) = told.book.documents
    assert (document.type, document.date, document.author) == ("letter", "1911-05-04", "Ash")


def test_a_bracketed_lead_in_is_the_compilers(tell: Tell) -> None:
    told = tell("[In a May 1911 speech {Ash} said], The quay was empty. We were alone.")
    assert [who for _, who in told.speakers] == ["compiler", "Ash"]


def test_a_name_behind_i_says_whose_i_it_is(tell: Tell) -> None:
    told = tell("My [{Ash}] debts were grave. I have confessed to them.")
    assert [who for _, who in told.speakers] == ["Ash"]
    assert told.voices[0].mode is Mode.QUOTE


def test_a_bracket_that_tells_of_silence_hands_the_words_to_nobody(tell: Tell) -> None:
    told = tell("[{Ash} told the court nothing.] The quay was empty. I was alone.")
    assert told.who("The quay was empty") == "author"


def test_an_antecedent_in_brackets_is_no_remark(tell: Tell) -> None:
    told = tell("He [{Ash}] went aboard [in 1911] and slept.")
    assert [who for _, who in told.speakers] == ["author"]


def test_words_set_off_after_a_colon_are_whose_the_introduction_says(tell: Tell) -> None:
    told = tell("{Ash}, mate of the ferry, said:\nI knew that she would leave before her hour. I told nobody of it.")
    assert [who for _, who in told.speakers] == ["author", "Ash"]


def test_a_list_after_a_colon_that_introduces_nobody_is_the_authors(tell: Tell) -> None:
    told = tell("There were three boats on the quay:\nThe first was the ferry. The others were hers.")
    assert [who for _, who in told.speakers] == ["author"]


def test_who_closes_the_words_in_brackets_speaks_them(tell: Tell) -> None:
    told = tell(
        '"The quay was empty when she left it. We were alone."\n({Ash}, Record of Interrogation, May 11-13, 1906)'
    )
    assert told.who("The quay was") == "Ash"
    assert told.who("Record of") == "author"
    (document,) = told.book.documents
    assert (document.type, document.date) == ("interrogation", "1906-05-11/1906-05-13")


def test_a_deposition_in_the_first_person_is_the_deponents(tell: Tell) -> None:
    told = tell("I, John {Ash}, mate of the ferry, make oath and say: I was on the quay at ten. I saw nobody.")
    assert told.who("I was on the quay") == "Ash"
    assert told.voices[0].mode is Mode.QUOTE


@pytest.mark.parametrize("excerpt", ["", " ", "\n", "[", "(", '"', "“„«", ":\n:", "Q.\nA.", "A: \nB: "])
def test_scraps_do_not_stop_the_reading(tell: Tell, excerpt: str) -> None:
    told = tell("x" + excerpt)
    covered = "".join("".join(words.split()) for words, _ in told.speakers)
    assert covered == "".join(("x" + excerpt).split())


def test_a_numbered_lead_in_hands_over_all_paragraphs_of_the_letter(tell: Tell) -> None:
    told = tell(
        "1. [In a letter to {Ash} on 3 May 1911 {Quist} stated] In the morning these were heard: {Ilves} and {Brandt}."
        "\n\n"
        "2. The most essential parts were the following:\na) {Brandt} confirmed his statement. "
        "The weightiest parts of his statement were:\na detailed account of the boats;"
    )
    assert [who for _, who in told.speakers] == ["compiler", "Quist"]


def test_a_bracket_that_sets_the_scene_is_the_compilers(tell: Tell) -> None:
    told = tell(
        "[At the closed meeting of the crew on 28 December 1911]\nVARNOW [Member of the crew since 1905]:\n"
        "Quist is not right when he says that I went ashore."
    )
    assert [voice.mode for voice in told.voices] == [Mode.EDITORIAL, Mode.TURN]


def test_a_numbered_list_of_deeds_is_nobodys_speech(tell: Tell) -> None:
    told = tell(
        "{Quist} then told how he had carried out the following reckless acts:\n(1) Put out the lamp of the quay.\n"
        'As to this, {Brandt} said:\n"I told him not to."'
    )
    assert [(voice.mode, who) for voice, (_, who) in zip(told.voices, told.speakers, strict=True)] == [
        (Mode.NARRATION, "author"),
        (Mode.QUOTE, "Brandt"),
    ]


def test_words_to_a_you_run_on_where_nothing_closes_them(tell: Tell) -> None:
    told = tell(
        'A letter of {Quist} to his wife has been kept:\n"I hoped you would come. Think of me as I was then.\n'
        "But you need not fear for me. If you ask your brother, you will hear why."
    )
    assert [voice.mode for voice in told.voices] == [Mode.NARRATION, Mode.QUOTE]


@pytest.mark.parametrize(
    ("words", "speech", "author", "speaker"),
    [
        pytest.param("{Carl Lowe|Lowe}: I heard it go. I ran to the wall.", "I ran", "Hart", "Lowe", id="his name"),
        pytest.param(
            "{Carl Lowe|Lowe}: I heard it go, and I tell you that it was dark.", "it was dark", "Hart", "author",
            id="to a you: a letter to him",
        ),
        pytest.param(
            "{Carl Lowe|Lowe}: a life of the keeper, as I had it from his son.", "a life", "Hart", "author", id="headed"
        ),
        pytest.param(
            "{Carl Lowe|Lowe}, as told to the writer: I heard it go, and ran.", "and ran", "Hart", "Lowe", id="occasion"
        ),
        pytest.param(
            "{Carl Lowe|Lowe}, my oldest friend: I shall not forget how I met him.", "how I met", "Hart", "author",
            id="a writer of himself",
        ),
        pytest.param(
            "Mr. {Lowe}, lock-keeper: I heard it go. I ran to the wall.", "I ran", "", "Lowe", id="what he is"
        ),
        pytest.param(
            "Mr. {Lowe}, interviewed yesterday, said:-- I heard it go. I ran.", "I heard", "", "Lowe", id="said:--"
        ),
        pytest.param(
            "From the diary of Mrs. {Brand}, 4 May 1911. He was late. I took him the lamp.", "I took", "Hart", "Brand",
            id="from a diary",
        ),
        pytest.param(
            "From the diary of Mrs. {Brand} we know the hour. I give it for what it is.", "I give", "Hart", "author",
            id="a sentence about a diary",
        ),
    ],
)  # fmt: skip
def test_whose_words_stand_behind_a_name_in_the_same_line(
    tell: Tell, words: str, speech: str, author: str, speaker: str
) -> None:
    assert tell(words, author=author, title="Voices of the Lock").who(speech) == speaker


def test_a_letter_inside_a_tale_ends_with_yours_and_the_name(tell: Tell) -> None:
    words = (
        "I found it among his papers:\nHull, 4 May 1911.\nDear {Dray}, the sill will not last. I have said so.\n"
        "Yours, {Lowe}.\nHe never sent it."
    )
    told = tell(words)
    assert [told.who(w) for w in ("I found", "the sill", "He never")] == ["author", "Lowe", "author"]
