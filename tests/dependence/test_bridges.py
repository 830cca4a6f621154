"""A third excerpt that answers two ties them."""

from __future__ import annotations

import pytest

from testimonia.dependence.alignment import Chain
from testimonia.dependence.bridges import SURE, find_bridges
from testimonia.dependence.weighing import SIGNS, Pair


def pair(a: int, b: int, of_a: tuple[int, int], of_b: tuple[int, int]) -> Pair:
    """Two excerpts that answer each other from the first to the last of some words."""
    chain = Chain(((of_a[0], of_b[0], 6.0), (of_a[1], of_b[1], 6.0)), 12.0)
    return Pair(a, b, chain, (0.0,) * len(SIGNS))


def test_two_that_answer_the_same_words_of_a_third_have_a_bridge() -> None:
    weighed = [(pair(1, 5, (0, 9), (30, 39)), 0.9), (pair(2, 5, (0, 9), (30, 39)), 0.7)]
    bridges = find_bridges(weighed)
    assert {key: (bridge.middle, bridge.strength) for key, bridge in bridges.items()} == {(1, 2): (5, 0.7)}


def test_two_that_answer_other_words_of_a_third_have_none() -> None:
    weighed = [(pair(1, 5, (0, 9), (0, 9)), 0.9), (pair(2, 5, (0, 9), (30, 39)), 0.9)]
    assert find_bridges(weighed) == {}


def test_a_pair_that_is_not_sure_carries_no_bridge() -> None:
    weighed = [(pair(1, 5, (0, 9), (0, 9)), 0.9), (pair(2, 5, (0, 9), (0, 9)), SURE - 0.01)]
    assert find_bridges(weighed) == {}


def test_the_less_of_a_stretch_is_shared_the_weaker_the_bridge() -> None:
    weighed = [(pair(1, 5, (0, 19), (0, 19)), 1.0), (pair(2, 5, (0, 9), (10, 19)), 1.0)]
    assert find_bridges(weighed)[1, 2].strength == pytest.approx(0.5)
