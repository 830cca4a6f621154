"""The quick look at two spellings never turns away a pair that the walk would join."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.people.spellings.alignments import align
from testimonia.people.spellings.schemes import schemes
from testimonia.people.spellings.slavic import side_by_side
from testimonia.words.letters import fold

SCHEMES = schemes("russian")


@st.composite
def romanised_twice(draw: st.DrawFn) -> tuple[str, str]:
    """One invented original as two schemes print it, letter by letter."""
    original = draw(st.text("абвгдежзиклмнопрстуфхцчшщыэюя", min_size=3, max_size=8))
    pair = draw(st.tuples(st.sampled_from(SCHEMES), st.sampled_from(SCHEMES)))
    one, other = ("".join((scheme.letters.get(letter) or ("",))[0] for letter in original) for scheme in pair)
    return fold(one), fold(other)


@settings(max_examples=150, deadline=None)
@given(romanised_twice())
def test_what_the_walk_joins_is_let_pass(pair: tuple[str, str]) -> None:
    """A walk that finds an original is never spared."""
    script = side_by_side()
    found = align(script, *pair)
    if found is not None and found.original is not None:
        assert script.inventories.may_be_alike(*pair)


@pytest.mark.parametrize(("a", "b"), [("petroff", "petrov"), ("schtscherba", "shcherba"), ("hryhoriy", "grigorij")])
def test_two_romanisations_are_let_pass(a: str, b: str) -> None:
    """Whatever the schemes."""
    assert side_by_side().inventories.may_be_alike(a, b)


@pytest.mark.parametrize(("a", "b"), [("marta", "merto"), ("anna", "inno")])
def test_other_vowels_are_turned_away(a: str, b: str) -> None:
    """The same consonants are not enough."""
    assert not side_by_side().inventories.may_be_alike(a, b)
