"""Signs and words added up to the likelihood of an act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.assertions.weighing import Weights, root_of, shipped_weights, shipped_words
from testimonia.model import Act

ACTS = (Act.ADMITS, Act.DENIES)
WEIGHTS = Weights(ACTS, {"always": (-1.0, -2.0), "i": (1.0, 0.0), "not": (-1.0, 3.0)}, {"theft": (0.5, 0.0)})


def test_what_always_counts_counts_once() -> None:
    found = WEIGHTS.likelihoods([1.0, 2.0], {Act.ADMITS: (), Act.DENIES: ()})
    assert found == {Act.ADMITS: 0.5, Act.DENIES: 0.5}


def test_a_sign_that_is_not_named_weighs_nothing() -> None:
    assert WEIGHTS.total(["i", "sung"], [0.0, 0.0]) == [1.0, 0.0]


@pytest.mark.parametrize("times", [1, 4, 9])
def test_a_long_clause_weighs_more_by_the_root_of_its_words_only(times: int) -> None:
    assert WEIGHTS.of_words(["theft"] * times) == pytest.approx([0.5 * times**0.5, 0.0])


def test_what_a_word_adds_by_itself_it_adds_once_in_all_its_forms() -> None:
    weights = Weights(ACTS, {}, {}, {root_of("thieves"): (0.25, -0.5)})
    assert weights.of_words(["thieves", "thieves"]) == [0.25, -0.5]
    assert root_of("robbing") == root_of("robbed")
    assert root_of("was") != root_of("wasp")
    assert weights.of_words([]) == [0.0, 0.0]


@given(st.lists(st.sampled_from(["i", "not", "unheard"])), st.lists(st.sampled_from(["theft", "mill"])))
def test_a_likelihood_is_a_share(signs: list[str], words: list[str]) -> None:
    totals = WEIGHTS.total(signs, WEIGHTS.of_words(words))
    for likelihood in WEIGHTS.likelihoods(totals, dict.fromkeys(ACTS, tuple(signs))).values():
        assert 0 <= likelihood <= 1


def test_every_shipped_word_weighs_for_each_act() -> None:
    width = len(shipped_weights().acts)
    assert all(len(row) == width for row in shipped_words().values())
    assert all(word.isascii() and word.islower() for word in shipped_words())


def test_every_shipped_stem_weighs_for_each_act() -> None:
    weights = shipped_weights()
    assert weights.stems
    assert all(len(row) == len(weights.acts) for row in weights.stems.values())


@given(st.permutations(sorted(shipped_weights().tables)[:40]))
def test_what_signs_come_to_is_the_same_to_the_last_digit_in_any_order(signs: list[str]) -> None:
    weights = shipped_weights()
    start = [0.1] * len(weights.acts)
    assert weights.total(signs, start) == weights.total(sorted(signs), start)
