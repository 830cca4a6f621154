"""Two people of the very same name, told apart by the words beside it."""

from __future__ import annotations

import pytest

from .marked import grouped, settle


@pytest.mark.parametrize(
    "excerpts",
    [
        ("The mayor, {Piers Lowe}, spoke.", "{Piers Lowe}, no relation of the mayor, sold hats."),
        ("The mayor, {Piers Lowe}, spoke.", "{Piers Lowe} (not to be confused with the mayor) sold hats."),
        ("The mayor, {Piers Lowe}, spoke.", "They fetched a different {Piers Lowe}, who sold hats."),
        ("The mayor, {Piers Lowe}, spoke.", "{Piers Lowe}, a namesake of the mayor, sold hats."),
        ("{Piers Lowe} and his namesake {Piers Lowe} sold hats.",),
        ("{Piers Lowe} built it. His son, {Piers Lowe}, sold it.",),
        ("{Piers Lowe} (1820-1881) built it.", "{Piers Lowe} (1850-1919) sold it."),
        ("{Piers Lowe}, born in 1820, built it.", "{Piers Lowe}, who was born on 3 May 1850, sold it."),
        ("{Piers Lowe} the elder built it.", "{Piers Lowe} the younger sold it."),
        ("{Piers Lowe}, senior, built it.", "{Piers Lowe}, junior, sold it."),
        ("{Piers Lowe Sr.} built it.", "{Piers Lowe Jr.} sold it."),
        ("{Lowe} came in. Another {Lowe}, a sailor, sat there.",),
        ("{Lowe} built it. His nephew {Lowe} sold it.",),
        ("Captain {Lowe} spoke to Sergeant {Lowe}.",),
        ("Captain {Lowe} said that it was Sergeant {Lowe}.",),
        ("{Lowe} came in. Another {Lowe} works there.",),
        ("Dr. {Lowe} came.", "Dr. {Lowe} and Mr. {Lowe} sat down."),
        ("Captain {Lowe} (no relation to Sergeant {Lowe}) came.",),
        ("The mate, {Piers Lowe}, no relation of the agent {Lowe}, swore.",),
        ("The mate, {Piers Lowe}, not to be confused with the agent {Piers Lowe}, swore.",),
    ],
)
def test_words_beside_one_name_tell_of_two(excerpts: tuple[str, ...]) -> None:
    assert len(settle(*excerpts).people) == 2


@pytest.mark.parametrize(
    "excerpts",
    [
        ("{Piers Lowe}, no relation of the mayor, sold hats.", "{Piers Lowe} sold hats."),
        ("{Piers Lowe} spoke.", "He would never be another {Piers Lowe}."),
        ("{Piers Lowe} (1820-1881) built it.", "{Piers Lowe} (1822-1881) sold it."),
        ("{Piers Lowe} (1869-1874) built it.", "{Piers Lowe} (1850-1919) sold it."),
        ("{Piers Lowe}, junior, sold it.", "{Piers Lowe} sold it."),
        ("{Piers Lowe} came with the clerk. His son sold it to {Piers Lowe}.",),
        ("Mr. {Lowe}, now Captain {Lowe}, came.",),
        ("Another {Lowe} came.", "Another {Lowe} left."),
        ("{Lowe} wrote in May. In June another {Lowe} letter was found.",),
        ("{Lowe} was tried. A second {Lowe} trial followed.",),
        ("In May it was Sergeant {Lowe}, and in June it was Captain {Lowe}.",),
        ("Sergeant {Lowe} was promoted and signed himself Captain {Lowe}.",),
    ],
)
def test_what_tells_nothing_of_two_leaves_one(excerpts: tuple[str, ...]) -> None:
    assert len(settle(*excerpts).people) == 1


def test_of_two_of_one_name_who_is_named_without_more_is_less_sure_and_says_so() -> None:
    book = settle("The mayor, {Piers Lowe}, spoke.", "A different {Piers Lowe} sold hats. {Piers Lowe} drank.")
    first, other, then = book.mentions
    assert then.person == other.person != first.person
    assert (first.confidence, other.confidence, then.confidence) == (0.85, 1.0, 0.7)
    assert [reason.rule for reason in then.against] == ["another person of that name stands on the page"]


def test_which_of_father_and_son_is_meant_stays_open_without_a_word() -> None:
    book = settle("{Piers Lowe Sr.} built it.", "{Piers Lowe Jr.} sold it.", "{Piers Lowe} slept.")
    assert len(book.people) == 3
    assert {m.confidence for m in book.mentions} == {1.0, 0.5}
    assert len(book.maybes) == 2


def test_which_of_father_and_son_has_what_years_stays_open() -> None:
    book = settle(
        "{Piers Lowe Sr.} built it.",
        "{Piers Lowe Jr.} sold it.",
        "{Piers Lowe} (1830-1899) slept.",
        "{Piers Lowe} (1860-1931) wept.",
    )
    assert len(book.people) == 4
    assert len(book.maybes) == 4


def test_another_is_not_meant_by_the_bare_name_elsewhere() -> None:
    book = settle("{Piers Lowe} spoke.", "A different {Piers Lowe} sold hats.", "{Lowe} slept.")
    assert grouped(book) == [["Piers Lowe", "Lowe"], ["Piers Lowe"]]


def test_who_of_two_with_titles_is_known_in_full_stays_open() -> None:
    book = settle("{Piers Lowe} dug.", "Captain {Lowe} spoke to Sergeant {Lowe}.")
    assert len(book.people) == 3
    assert len(book.maybes) == 2


def test_the_bare_name_elsewhere_is_his_whom_the_other_is_no_relation_of() -> None:
    book = settle("The mate, {Piers Lowe}, no relation of the agent {Lowe}, swore.", "{Lowe} paid him.")
    assert grouped(book) == [["Piers Lowe"], ["Lowe", "Lowe"]]
