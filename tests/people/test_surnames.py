"""Spellings of family names, gathered into groups."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.people.likenesses import compare_families, keys_of, slip_keys_of
from testimonia.people.surnames import GIVEN_AGREES, Kind, gather_surnames


class Nothing:
    """Nothing beside the letters speaks for or against."""

    def of_same_head(self, name: str) -> list[str]:
        return []

    def same_head(self, a: str, b: str) -> str:
        return ""

    def spelt(self, a: str, b: str) -> str:
        return ""

    def turns_h_to_g(self, a: str, b: str) -> bool:
        return False

    def near(self, a: str, b: str) -> str:
        return ""

    def apart(self, a: str, b: str) -> str:
        return ""


def groups(counts: dict[str, int], witness: object = None) -> list[set[str]]:
    found = gather_surnames(counts, keys_of, slip_keys_of, compare_families, witness or Nothing())
    together: dict[int, set[str]] = {}
    for name, group in found.group.items():
        together.setdefault(group, set()).add(name)
    return sorted(together.values(), key=min)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"vetrov": 3, "vetroff": 1, "wetrow": 2}, [{"vetrov", "vetroff", "wetrow"}]),
        ({"vetrov": 3, "vetrova": 1}, [{"vetrov"}, {"vetrova"}]),
        ({"harkavenko": 9, "harkavnko": 1}, [{"harkavenko", "harkavnko"}]),
        ({"harkavenko": 9, "harkavnko": 4}, [{"harkavenko"}, {"harkavnko"}]),
        ({"lowell": 9, "lowells": 2}, [{"lowell", "lowells"}]),
        ({"belt": 9, "bolt": 1}, [{"belt"}, {"bolt"}]),
        ({"tarkin": 40, "tarvin": 9}, [{"tarkin"}, {"tarvin"}]),
        ({"mackay": 2, "mckay": 2}, [{"mackay", "mckay"}]),
        ({"": 0}, [{""}]),
        ({}, []),
    ],
)
def test_spellings_of_one_name_share_a_group(counts: dict[str, int], expected: list[set[str]]) -> None:
    assert groups(counts) == expected


def test_the_same_given_name_vouches_for_a_slip() -> None:
    class Same(Nothing):
        def of_same_head(self, name: str) -> list[str]:
            return ["bolt"] if name == "belt" else []

        def same_head(self, a: str, b: str) -> str:
            return GIVEN_AGREES

    assert groups({"bolt": 3, "belt": 1}, Same()) == [{"belt", "bolt"}]


@pytest.mark.parametrize(("slavic", "number"), [(True, 1), (False, 2)])
def test_h_and_g_are_one_letter_on_slavic_pages(slavic: bool, number: int) -> None:
    class Page(Nothing):
        def turns_h_to_g(self, a: str, b: str) -> bool:
            return slavic

    assert len(groups({"hale": 3, "gale": 2}, Page())) == number


def test_what_stands_side_by_side_is_two() -> None:
    class Apart(Nothing):
        def apart(self, a: str, b: str) -> str:
            return "side by side"

    assert groups({"vetrov": 3, "vetroff": 1}, Apart()) == [{"vetroff"}, {"vetrov"}]


def test_what_was_left_open_is_told_with_reasons() -> None:
    found = gather_surnames({"tarkovny": 1, "tarkosny": 30}, keys_of, slip_keys_of, compare_families, Nothing())
    (link,) = found.perhaps
    assert (link.spelling, link.to) == ("tarkovny", "tarkosny")
    assert link.likelihood.why
    assert link.likelihood.against


def test_a_double_name_is_compared_by_its_parts() -> None:
    assert compare_families("ter davtyan", "ter davtian").kind is Kind.SPELLING
    assert compare_families("ter davtyan", "davtyan").kind is Kind.PART
    assert compare_families("ter davtyan", "ter harkov").score < 0.5


@given(st.dictionaries(st.text("abdeiknorstv ", min_size=1, max_size=9), st.integers(1, 9), max_size=12))
def test_every_name_has_one_group_whatever_the_order(counts: dict[str, int]) -> None:
    shuffled = dict(random.Random(7).sample(list(counts.items()), len(counts)))
    assert groups(counts) == groups(shuffled)
    assert sorted(name for group in groups(counts) for name in group) == sorted(counts)
