"""A third excerpt that answers two ties them."""

from __future__ import annotations

import pytest

from testimonia.dependence.alignment import Chain
from testimonia.dependence.bridges import HALF_LIKELY, SURE, TOGETHER, find_bridges, find_company
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


def test_two_that_surely_go_back_to_a_third_and_share_a_little_too_go_back_to_it_together() -> None:
    likely = {(1, 2): HALF_LIKELY, (1, 5): 0.9, (2, 5): 0.8}
    company = find_company(likely, lambda a, b: True)
    assert {key: bridge.middle for key, bridge in company.items()} == {(1, 2): 5}
    assert company[1, 2].strength == pytest.approx(0.36)


@pytest.mark.parametrize(
    ("own", "one", "other", "may_be"),
    [
        (HALF_LIKELY - 0.01, 0.9, 0.9, True),  # they share too little
        (HALF_LIKELY, 0.7, 0.7, True),  # it is not sure that both go back to the third
        (HALF_LIKELY, 1.0, TOGETHER - 0.01, True),
        (HALF_LIKELY, 0.9, 0.9, False),  # they are of another kind
    ],
)
def test_others_keep_no_company(own: float, one: float, other: float, may_be: bool) -> None:
    assert find_company({(1, 2): own, (1, 5): one, (2, 5): other}, lambda a, b: may_be) == {}


def test_of_several_thirds_the_surest_and_then_the_first_is_named() -> None:
    likely = {(1, 2): 0.1, (1, 7): 0.9, (2, 7): 0.9, (1, 5): 0.9, (2, 5): 0.9, (1, 3): 0.8, (2, 3): 0.8}
    assert find_company(likely, lambda a, b: True)[1, 2].middle == 5
