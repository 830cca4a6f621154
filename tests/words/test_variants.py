"""One word in two spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.words.stems import is_function_word, stem
from testimonia.words.variants import is_near_spelling, letters_apart, romanised_alike, same_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("labour", "labor"),
        ("organised", "organized"),
        ("centre", "center"),
        ("twelve", "12"),
        ("dec", "december"),
        ("attend", "attended"),
        ("travelled", "traveled"),
        ("defence", "defense"),
    ],
)
def test_spelling_and_ending_make_no_other_word(one, other):
    assert same_word(one, other)


@pytest.mark.parametrize(("one", "other"), [("public", "published"), ("gap", "cap"), ("march", "may"), ("three", "5")])
def test_other_words_are_other_words(one, other):
    assert not same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Vetrov", "Wetroff"), ("Yershov", "Ershov"), ("Dubensky", "Dubenskii"), ("Zhukhov", "Jukhov")]
)
def test_romanisations_of_one_name_are_alike(one, other):
    assert romanised_alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("Vetrov", "Petrov"), ("Holm", "Helm"), ("Corrigan", "Dunmore")])
def test_other_names_are_not(one, other):
    assert not romanised_alike(one, other)


def test_names_a_letter_apart_are_near():
    assert is_near_spelling("Halvard", "Halverd")
    assert not is_near_spelling("Ash", "Ask")  # short names are near by chance


@given(st.text(alphabet="abcxyz", max_size=8), st.text(alphabet="abcxyz", max_size=8))
def test_letters_apart_is_the_same_either_way(one, other):
    assert letters_apart(one, other) == letters_apart(other, one)
    assert (letters_apart(one, other) == 0) == (one == other)


def test_a_stem_is_the_same_for_the_forms_of_a_word():
    assert stem("murders") == stem("murdered") == stem("murder's")
    assert is_function_word("without")
    assert not is_function_word("barrel")


@pytest.mark.parametrize(
    ("one", "other", "apart"), [("Harlow", "Harolw", 1), ("Harlow", "Hralwo", 2), ("Harlow", "", 4)]
)
def test_letters_that_changed_places_may_count_as_one(one, other, apart):
    assert letters_apart(one, other, swaps=True) == apart
    assert letters_apart(one, other) == min(4, 2 * apart)
