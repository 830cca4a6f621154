"""Fathers and sons, elder and younger; and common names that stand alone."""

from __future__ import annotations

import pytest

from testimonia.people.forms import Generation
from testimonia.people.generations import generation_of
from testimonia.words.surnames import is_common_surname

from .marked import grouped, settle


@pytest.mark.parametrize(
    ("words", "generation", "told_apart"),
    [
        ("the elder {Lowe} paid", Generation.ELDER, True),
        ("the younger Mr. {Lowe} paid", Generation.YOUNGER, True),
        ("on vit {Castel} père au bal", Generation.ELDER, True),
        ("on vit {Castel} fils au bal", Generation.YOUNGER, True),
        ("{Castel} fils de Jean signa", None, False),
        ("der jüngere {Hult} schwieg", Generation.YOUNGER, True),
        ("{Lowe}, senior engineer of the mill, paid", None, False),
        ("{Lowe}, senior, paid", Generation.ELDER, True),
        ("old {Lowe} paid", Generation.ELDER, False),
        ("Your father,\n\n{Lowe}", Generation.ELDER, False),
        ("his son {Lowe} paid", Generation.YOUNGER, False),
        ("Mr. {Lowe} paid", None, False),
    ],
)
def test_words_beside_a_name_say_the_generation(words: str, generation: Generation | None, told_apart: bool) -> None:
    start = words.index("{")
    text = words.replace("{", "").replace("}", "")
    assert generation_of(text, start, words.index("}") - 1) == (generation, told_apart)


def test_father_and_son_are_two_though_both_are_called_by_the_family_name() -> None:
    book = settle("Your father,\n{A. Castel}", "{Jean Castel} came.", "On vit {Castel} père saluer {Castel} fils.")
    assert grouped(book) == [["A. Castel", "Castel"], ["Jean Castel", "Castel"]]


def test_the_elder_is_the_other_than_whom_the_passage_speaks_of() -> None:
    book = settle("{Piers Lowe} came.", "{Rufus Lowe} dug, and {Lowe} slept. The elder {Lowe} never dug.")
    assert grouped(book) == [["Piers Lowe", "Lowe"], ["Rufus Lowe", "Lowe"]]


def test_who_may_be_either_of_two_stays_one_of_his_own_and_says_so() -> None:
    book = settle("{Piers Lowe} came.", "{Rufus Lowe} came.", "The younger {Lowe} dug.")
    assert len(book.people) == 3
    assert len(book.maybes) >= 2


def test_the_elder_of_a_single_man_may_be_his_rank() -> None:
    assert grouped(settle("{Gerontios} prayed.", "The elder {Gerontios} fasted.")) == [["Gerontios", "Gerontios"]]


def _page_of_many(*excerpts: str) -> list[str]:
    """The excerpts and a hundred more, each of which names somebody else and all of whom name Quennell."""
    letters = "bdfgklmnprstvz"
    others = [f"{{V{a}rrig{b}en}} met {{Quennell}}." for a in "aeiou" for b in "aeiou"]
    others += [f"{{Th{a}{b}eld}} met {{Quennell}}." for a in "aeiou" for b in letters]
    others += [f"{{Gw{a}{b}ock}} met {{Quennell}}." for a in "aei" for b in letters]
    return [*(f"{words} {{Quennell}} was there." for words in excerpts), *others]


def test_a_common_name_alone_in_other_matters_is_not_said_to_be_one_mans() -> None:
    book = settle(*_page_of_many("{Smith} sold herrings to the garrison.", "{Smith} tuned the chapel organ."))
    smiths = [m.person for m in book.mentions if m.text == "Smith"]
    assert len(set(smiths)) == 2
    assert any({maybe.a, maybe.b} == set(smiths) for maybe in book.maybes)


def test_a_common_name_in_one_matter_is_one_mans() -> None:
    book = settle(*_page_of_many("{Smith} sold herrings to the garrison.", "The garrison ate herrings of {Smith}."))
    assert len({m.person for m in book.mentions if m.text == "Smith"}) == 1


def test_a_rare_name_alone_is_one_mans_in_other_matters_too() -> None:
    book = settle(*_page_of_many("{Tetworth} sold herrings to the garrison.", "{Tetworth} tuned the chapel organ."))
    assert len({m.person for m in book.mentions if m.text == "Tetworth"}) == 1


@pytest.mark.parametrize(("name", "common"), [("Smith", True), ("Novák", True), ("Tetworth", False), ("", False)])
def test_common_names_are_known(name: str, common: bool) -> None:
    assert is_common_surname(name) is common


def test_a_doctor_of_whom_no_full_name_is_known_is_neither_of_two_namesakes() -> None:
    book = settle(
        "{Piers Lowe} dug.",
        "{Rufus Lowe} sang.",
        "Dr. {Lowe} came at six.",
        "Dr. {Lowe} left.",
        "{Lowe} the doctor wept.",
    )
    doctors = {m.person for m in book.mentions if m.text == "Lowe"}
    assert len(doctors) == 1
    assert len(book.people) == 3
    assert any(doctors & {maybe.a, maybe.b} for maybe in book.maybes)


def test_an_office_in_commas_before_the_name_tells_a_namesake() -> None:
    book = settle(
        "Nobody saw the comprador, {Piers Lowe}.", "{Rufus Lowe} sang.", "They sent for the comprador {Lowe} at night."
    )
    assert grouped(book)[0] == ["Piers Lowe", "Lowe"]


def test_g_and_harriet_are_one_in_russian_alone() -> None:
    assert len(settle("Captain {G. Lowe} sailed.", "{Harriet Lowe} nursed.").people) == 2
    assert len(settle("{G. Lemko} dug.", "{Hryhoriy Lemko} rested.").people) == 1
