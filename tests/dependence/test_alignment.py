"""Chains of shared words."""

from __future__ import annotations

from array import array
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from testimonia.dependence.alignment import Chain, best_chain, fill_chain, find_chains, shared_points
from testimonia.dependence.rarity import Rarity
from testimonia.dependence.readings import Reading

points = st.lists(
    st.tuples(st.integers(0, 80), st.integers(0, 80), st.floats(0.5, 8)), max_size=40, unique_by=lambda p: p[:2]
).map(sorted)


def reading(*words: int) -> Reading:
    places = range(len(words))
    return Reading(array("I", words), array("I", (5 * n for n in places)), array("I", (5 * n + 4 for n in places)))


def rarity_of(*readings: Reading) -> Rarity:
    """Some readings among forty that have nothing in common with them."""
    others = [reading(*range(1000 + 50 * n, 1030 + 50 * n)) for n in range(40)]
    return Rarity([*readings, *others], 4000)


@given(points)
def test_a_chain_goes_forward_on_both_sides(found: list[tuple[int, int, float]]) -> None:
    chain = best_chain(found)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(chain.points))
    assert set(chain.points) <= set(found)


@given(points)
def test_a_chain_is_worth_no_less_than_its_best_word_and_no_more_than_all(found: list[tuple[int, int, float]]) -> None:
    worth = best_chain(found).worth
    assert worth >= max((gain for _, _, gain in found), default=0.0) - 1e-9
    assert worth <= sum(gain for _, _, gain in found) + 1e-9


@given(points)
def test_no_chain_has_a_word_within_the_stretches_of_a_better_one(found: list[tuple[int, int, float]]) -> None:
    best = best_chain(found)
    if not best.points:
        return
    chains = find_chains(found, best, 1.0)
    assert [chain.worth for chain in chains] == sorted((chain.worth for chain in chains), reverse=True)
    for better, chain in combinations(chains, 2):
        for side in (0, 1):
            first, last = better.points[0][side], better.points[-1][side]
            assert not any(first <= point[side] <= last for point in chain.points)


def test_nothing_shared_is_no_chain() -> None:
    assert best_chain([]) == Chain((), 0.0)


def test_a_word_far_away_ends_the_chain() -> None:
    near, far = [(0, 0, 5.0), (1, 1, 5.0)], (55, 20, 2.0)
    assert best_chain([*near, far]).points == tuple(near)


def test_a_rare_word_is_reached_through_what_was_left_out() -> None:
    found = [(0, 0, 6.0), (1, 1, 6.0), (14, 2, 6.0), (15, 3, 6.0)]
    assert best_chain(found).points == tuple(found)


def test_common_words_between_rare_ones_are_filled_in() -> None:
    # 1 to 9 are rare, 20 and 21 stand in every excerpt
    one = reading(1, 20, 2, 21, 3, 20, 4)
    two = reading(9, 1, 20, 2, 21, 3, 20, 4)
    common = [reading(20, 21, 500 + n) for n in range(30)]
    rarity = rarity_of(one, two, *common)
    chain = best_chain(shared_points(rarity, 0, 1))
    assert fill_chain(rarity, 0, 1, chain) == [(n, n + 1) for n in range(7)]


def test_what_both_have_right_beside_the_chain_belongs_to_it() -> None:
    one, two = reading(20, 21, 1, 2, 20), reading(8, 20, 21, 1, 2, 20, 9)
    rarity = rarity_of(one, two, *(reading(20, 21, 500 + n) for n in range(30)))
    chain = best_chain(shared_points(rarity, 0, 1))
    assert fill_chain(rarity, 0, 1, chain) == [(n, n + 1) for n in range(5)]


def test_two_common_words_side_by_side_tell_where_few_have_them_so() -> None:
    common = [reading(20, 500 + n, 21, 600 + n) for n in range(40)]
    rarity = rarity_of(reading(20, 21), reading(3, 20, 21), *common)
    assert 20 not in rarity.places(0)
    assert [point[:2] for point in shared_points(rarity, 0, 1)] == [(0, 1), (1, 2)]
