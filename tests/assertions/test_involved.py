"""Whom a statement concerns."""

from __future__ import annotations

from collections.abc import Callable

from testimonia.assertions.involved import CHOSEN, chosen, concern_of
from testimonia.assertions.parties import Party
from testimonia.model import Act

from .conftest import Said

Reader = Callable[..., Said]
ASH, BIRCH = Party(0, 3, "p-ash", "Ash", "person"), Party(5, 10, "p-birch", "Birch", "person")
CONCERN = concern_of({"always": -3.0, "sought": 4.0, "accuses": 1.0, "accuses near": 1.5, "wrong of": 4.0})


def test_an_act_has_the_weight_of_a_sign_and_its_own_for_it() -> None:
    weights = concern_of({"always": -1.0, "free": 1.0, "judges free": 0.5, "judges": 0.25})
    assert weights[Act.JUDGES] == {"always": -0.75, "free": 1.5}
    assert weights[Act.ADMITS] == {"always": -1.0, "free": 1.0}
    assert set(weights) == set(CHOSEN)


def test_all_who_are_likely_are_concerned() -> None:
    assert chosen([(ASH, {"sought"}), (BIRCH, {"sought"})], Act.ACCUSES, CONCERN) == (ASH, BIRCH)


def test_where_nobody_is_likely_the_likeliest_may_be() -> None:
    assert chosen([(ASH, {"near"}), (BIRCH, set())], Act.ACCUSES, CONCERN) == (ASH,)
    assert chosen([(ASH, set()), (BIRCH, set())], Act.ACCUSES, CONCERN) == ()


def test_to_whom_it_was_done_is_no_partner_unless_rules_say_so() -> None:
    assert chosen([(ASH, {"wrong of"})], Act.ADMITS, CONCERN) == ()
    assert chosen([(ASH, {"wrong of", "concerned"})], Act.ADMITS, CONCERN) == (ASH,)


def test_whom_an_accusation_concerns_is_named_in_it(said: Reader) -> None:
    found = said("{Ash} accused {Birch} of the murder of {Cole}.").of("Ash", "accuses")
    assert "p-birch" in found.of
    assert "p-cole" not in found.of
