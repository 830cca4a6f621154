"""Speech in French, and dialogues whose lines open with a dash."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.inquits import inquits_of

from .conftest import Tell

FRENCH = (
    " Le vent était tombé sur le port et les bateaux ne sortaient plus, mais la mer était encore grosse, et les femmes "
    "qui attendaient sur le quai ne se parlaient pas ; il y avait dans cette attente quelque chose de très vieux."
)


def test_the_clause_inside_the_marks_is_the_narrators(tell: Tell) -> None:
    told = tell("{Ash} entra. « J'ai vu la lampe, dira-t-il un jour, parce que je ne dors pas. » Il sortit." + FRENCH)
    assert told.who("J'ai vu") == told.who("parce que") == "Ash"
    assert told.who("dira-t-il") == "author"


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        ("« Levez-vous », dit {M. Lowe|Lowe}, et tous se levèrent.", "Levez-vous", "Lowe"),
        ("« J'y étais », répétait-il, lui, {Ash}, à qui voulait.", "J'y étais", None),
        ("{Mary} me regarda et me dit : « La petite a froid. »", "La petite", "Mary"),
        ("À quoi {Lowe}, qui passait, aurait répliqué : « Vous dormiez, alors ? »", "Vous dormiez", "Lowe"),
        ("« Bonsoir, m'a encore dit la marchande de vin, et bonne nuit. »", "bonne nuit", "anon:marchande-de-vin"),
        ("« Un homme pareil, a dit le pharmacien, ne ment pas. »", "ne ment pas", "anon:pharmacien"),
        ("J'ai répondu : « Je le savais bien. »", "Je le savais", "author"),
    ],
)  # fmt: skip
def test_who_speaks_is_read_from_the_words_around(tell: Tell, words: str, speech: str, speaker: str | None) -> None:
    told = tell(words + FRENCH)
    if speaker == "author":
        assert told.of(speech).speaker.startswith("author:")
        assert told.of(speech).mode == "quote"
    elif speaker is not None:
        assert told.who(speech).removeprefix("anon:la-").removeprefix("anon:le-") in (
            speaker,
            speaker.removeprefix("anon:"),
        )


def test_a_word_in_marks_that_nobody_says_stays_the_narrators(tell: Tell) -> None:
    told = tell("La presse parla de « fatalité », mot facile, et {Ash} demanda ce que voulait dire « usage »." + FRENCH)
    assert told.who("fatalité") == told.who("usage") == "author"


def test_lines_that_open_with_a_dash_are_spoken_in_turn(tell: Tell) -> None:
    told = tell("I found {Brand} on the pier.\n— And you saw him? I asked.\n— As I see you.\n— In the dark?\n"
                "— There was a lamp, said {Brand}. It was mine.")  # fmt: skip
    assert told.who("As I see you") == told.who("There was a lamp") == told.who("It was mine") == "Brand"
    assert told.of("In the dark").mode == "quote"
    assert told.who(", said Brand"[2:]) == "author"


def test_one_line_with_a_dash_is_no_dialogue(tell: Tell) -> None:
    assert tell("He went home.\n— a long way it was.\nNobody saw {Ash}.").who("a long way") == "author"


def test_french_labels_are_turns(tell: Tell) -> None:
    told = tell("Le Président. — Vous êtes bien {Jean Lowe} ?\nLe témoin. — Oui, monsieur.\nMe {Hare}. — Il avait bu.\n"
                "Le témoin (se tournant). — J'avais dormi.\nUne voix dans la salle. — Bravo !\n"
                "Le Président. — Je ferai sortir." + FRENCH)  # fmt: skip
    assert [v.mode for v in told.voices][:6] == ["turn"] * 6
    assert told.who("Oui, monsieur") == told.who("J'avais dormi") == "Lowe"
    assert told.who("Bravo") not in ("Hare", "Lowe")


def test_letters_for_question_and_answer_are_no_initials(tell: Tell) -> None:
    told = tell("D. — Vous étiez là ?\nR. — J'y étais.\nD. — Seul ?\nR. — Seul." + FRENCH, claim="{LOWE} WAS THERE")
    assert told.who("J'y étais") == "Lowe"
    assert told.who("Vous étiez") == "anon:questioner"


@given(st.text(alphabet="dit-il, M.«»²l'autre\n—é ", max_size=60), st.integers(0, 5))
def test_clauses_of_any_words_lie_within_them(words: str, at: int) -> None:
    french = inquits_of("fr")
    assert french is not None
    found = french.inquit_at(words, min(at, len(words)), len(words))
    if found is not None:
        assert at <= found.span.start < found.span.end <= len(words)
        assert found.subject.end <= len(words)


def test_nothing_is_known_of_other_languages() -> None:
    assert inquits_of("xx") is None
