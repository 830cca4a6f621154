"""How many records an excerpt has of an act of a speaker."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.assertions.tallies import MOST, Tallies, shipped_tallies, steps_up_to

if TYPE_CHECKING:
    from .conftest import Said

Reader = Callable[..., "Said"]


def test_a_quantity_has_passed_all_edges_below_it() -> None:
    assert steps_up_to("sentences 3") == ("sentences 1", "sentences 2", "sentences 3")


@pytest.mark.parametrize("sign", ["claim speaks of the act", "person", "", "sentences 77"])
def test_what_is_no_quantity_stands_alone(sign: str) -> None:
    assert steps_up_to(sign) == (sign,)


def test_the_edges_below_weigh_too() -> None:
    tallies = Tallies([{"always": 0.0, "sentences 1": 1.0, "sentences 3": -1.0, "person": 2.0}])
    alone = Tallies([{"always": 0.0, "person": 2.0}])
    assert tallies.likelihoods(["sentences 3", "person"]) == pytest.approx(alone.likelihoods(["person"]))
    assert tallies.likelihoods(["sentences 2"])[0] > 0.5


@given(st.lists(st.sampled_from(["likeliest 0.35", "second 0.2", "sentences 3", "admits", "person", "nothing known"])))
def test_two_records_are_never_likelier_than_one(signs: list[str]) -> None:
    likelihoods = shipped_tallies().likelihoods(signs)
    assert len(likelihoods) == MOST
    assert likelihoods == sorted(likelihoods, reverse=True)


def test_nobody_is_lost_where_two_charges_are_one_record(said: Reader) -> None:
    found = said(
        "{Ash} testified that {Brand} had robbed the bank. He also swore that {Cole} had murdered the cashier."
    )
    assert {name for a in found.assertions if a.act.value == "accuses" for name in a.of_names} == {"Brand", "Cole"}


def test_no_words_make_two_records_of_one_act(said: Reader) -> None:
    found = said("{Ash} admitted that he had robbed the bank and that he had forged the bill. He denied the murder.")
    spans = [(a.span, a.act, a.speaker) for a in found.assertions]
    assert len(spans) == len(set(spans))


@given(st.permutations(sorted(shipped_tallies()._rows)[:40]))
def test_how_many_there_are_hangs_on_no_order_of_signs(signs: list[str]) -> None:
    assert shipped_tallies().likelihoods(signs) == shipped_tallies().likelihoods(sorted(signs))
