from __future__ import annotations

import pytest

from testimonia.model import Nearness
from testimonia.witnesses.placing import Placed, Stretch, place_speaker
from testimonia.witnesses.signs import Sign


def place(*told: str, more: tuple[Sign, ...] = (), beside: tuple[tuple[Sign, int], ...] = ()) -> Placed:
    return place_speaker([Stretch(words, 0, len(words), more) for words in told], beside)


@pytest.mark.parametrize(
    ("words", "nearness"),
    [
        ("The tide was low. Nobody slept.", "unstated"),
        ("I stood on the quay. The horn was silent.", "present"),
        ("The pilot told me his story. He had slept. Nobody had woken him. The lamp was out.", "heard"),
        ("I met him in Hull, where I lived. He told me his story. He had slept. Nobody had woken him.", "present"),
        (
            "I met him. He told me his story. He had slept all the night long, with the door locked. Nobody had woken "
            "him. The lamp was out, and the boy who should have lit it was ashore with the cook.",
            "heard",
        ),
        ("It was said that he drank. The tide was low.", "heard"),
        ("It was said that he drank. " + "The tide was low and the wind from the north. " * 3, "unstated"),
        ("According to the log, she left at nine. Her draught was two fathoms.", "read"),
    ],
)
def test_a_speaker_stands_where_most_of_his_words_place_him(words: str, nearness: str) -> None:
    assert place(words).nearness.value == nearness


def test_nothing_stated_is_no_doubtful_guess() -> None:
    assert place("The tide was low.") == Placed(Nearness.UNSTATED, 1.0)


def test_two_signs_are_surer_than_one_and_contrary_ones_less_sure() -> None:
    one, two = place("I tied it down."), place("I tied it down. I hid it.")
    mixed = place("I tied it down. I was told that he wept.")
    assert mixed.confidence < one.confidence < two.confidence


def test_an_author_who_tells_of_himself_has_not_read_it() -> None:
    words = "On 2 May Marlow wrote in his diary that it rained."
    assert place(words).nearness is Nearness.READ
    assert place_speaker([Stretch(words, 0, len(words), name="Marlow")]).nearness is Nearness.UNSTATED


def test_hearsay_does_not_run_on_into_another_stretch() -> None:
    told = "The pilot told me so. Nobody had woken him."
    assert [sign.rule for sign in place(told, "The tide was low.").signs] == ["was told"]
    assert place(told).nearness is Nearness.HEARD


def test_an_admission_counts_if_it_is_sure_enough() -> None:
    words = "It was my doing."
    sure = Sign(0, len(words), Nearness.PRESENT, "admits it", 0.8)
    assert place(words, more=(sure,)).nearness is Nearness.PRESENT
    doubtful = Sign(0, len(words), Nearness.PRESENT, "admits it", 0.2)
    assert place(words, more=(doubtful,)).nearness is Nearness.UNSTATED


def test_what_lies_beside_the_words_counts_by_its_length() -> None:
    quotes = Sign(0, 0, Nearness.READ, "quotes a document", 0.7)
    assert place("The tide was low.", beside=((quotes, 50),)).nearness is Nearness.READ
    assert place("I stood on the quay.", beside=((quotes, 10),)).nearness is Nearness.PRESENT
