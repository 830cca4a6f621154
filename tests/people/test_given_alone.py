"""Given names that stand alone, and family names beside them."""

from __future__ import annotations

import pytest

from testimonia.people.given import compare_given

from .marked import grouped, settle


@pytest.mark.parametrize(
    ("full", "pet"),
    [("Miklós", "Miki"), ("Małgorzata", "Małgosia"), ("Tomasz", "Tomek"), ("Demetrios", "Mitso"), ("Ioannis", "Yanni")],
)
def test_pet_forms_of_more_languages_are_known(full: str, pet: str) -> None:
    assert compare_given(full, pet)[0] > 0


def test_the_only_one_so_called_is_meant_where_few_people_are_named() -> None:
    book = settle(
        "{Einar Hult} rowed. {Hult} sang. {Hult} fell.", "{Rufus Ash} slept. In spring {Einar} sold the boat."
    )
    assert grouped(book)[0] == ["Einar Hult", "Hult", "Hult", "Einar"]


def test_two_strangers_of_one_given_name_are_not_said_to_be_one() -> None:
    book = settle("{Lowe} had a boy called {Piers} for the goats.", "{Hult} buried a lad named {Piers} by the wall.")
    assert len({m.person for m in book.mentions if m.text == "Piers"}) == 2


def test_a_polish_given_name_as_it_is_called_out_is_the_given_name() -> None:
    book = settle("{Barbara Hult} sat down. He rose: Pani {Barbaro}, you may go.")
    assert grouped(book) == [["Barbara Hult", "Barbaro"]]


def test_a_bare_name_right_behind_the_given_name_of_another_of_the_family_is_left_open() -> None:
    book = settle(
        "{Piers Hult} dug.",
        "Half of what they told of {Rufus Hult} was done by {Piers}, and they wrote that {Hult} was a thief.",
    )
    bare = book.mentions[-1]
    assert bare.text == "Hult"
    assert bare.confidence <= 0.5
    assert sum(bare.person in (maybe.a, maybe.b) for maybe in book.maybes) == 2


def test_a_son_introduced_by_his_fathers_full_name_is_of_the_family() -> None:
    book = settle("I am {Piers}, the son of {Rufus Hult}, and keep the ferry. Signed {P. Hult}.")
    assert grouped(book) == [["Piers", "P. Hult"], ["Rufus Hult"]]
