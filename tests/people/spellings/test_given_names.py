"""Given names over languages, their short forms, and the sex they show."""

import pytest

from testimonia.people.spellings import How, compare_given_names
from testimonia.people.spellings.given_names import (
    family_of_given_names,
    given_name_groups,
    is_given_name,
    original_of_given_name,
)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kolya", "Nikolai"),
        ("Volodya", "Wladimir"),
        ("Bill", "William"),
        ("Joseph", "Iosif"),
        ("Nicholas", "Mykola"),
        ("Sasha", "Aleksandra"),
        ("Katya", "Catherine"),
        ("Jacques", "Yakov"),
    ],
)
def test_forms_of_one_given_name(a, b):
    assert compare_given_names(a, b).score >= 0.75


@pytest.mark.parametrize(("a", "b"), [("Igor", "Ivan"), ("Boris", "Bohdan"), ("Anna", "Ada"), ("Pavel", "Pyotr")])
def test_two_given_names_are_two(a, b):
    assert compare_given_names(a, b).how is How.DIFFERENT


@pytest.mark.parametrize(
    ("initial", "name", "fits"),
    [
        ("I.", "Ivan", True),
        ("Yu.", "Iurii", True),
        ("J.", "Yakov", True),
        ("E.", "Yevgeny", True),
        ("Kh.", "Khariton", True),
        ("P.", "Ivan", False),
        ("A.", "Yuri", False),
        ("S.", "Charles", False),
    ],
)
def test_an_initial_fits_by_its_romanisations(initial, name, fits):
    assert (compare_given_names(initial, name).score > 0.5) is fits


@pytest.mark.parametrize(
    ("name", "original"), [("Wassilij", "Василий"), ("Nikolaj", "Николай"), ("Dmitrii", "Дмитрий")]
)
def test_a_romanised_given_name_has_its_original(name, original):
    assert original_of_given_name(name) == original


def test_a_word_is_no_given_name():
    assert not is_given_name("Harbour")
    assert family_of_given_names("") == {}


def test_every_group_has_a_sex_and_a_form():
    for group in given_name_groups():
        assert group.sex in ("m", "f", "mf")
        assert group.full
