"""Opposites, and denials."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import testimonia.words
from testimonia.words.polarity import is_denied, poles, scales, sides_of

DATA = Path(testimonia.words.__file__).with_name("polarity.toml")


def on(scale: str, words: str) -> list[int]:
    return [pole.effective for pole in poles(words.lower().split()) if pole.scale == scale]


@pytest.mark.parametrize(
    ("scale", "one", "other"),
    [
        ("severity", "a lenient judge", "he was sentenced to death"),
        ("severity", "a light sentence", "harsh"),
        ("freedom", "he spoke freely", "he was blackmailed"),
        ("guilt", "they were guilty", "they were innocent"),
        ("guilt", "they were innocent", "they were not innocent"),
        ("credence", "it was true", "it was a preposterous story"),
        ("life", "she survived", "she was killed"),
        ("treatment", "there was no cruelty", "he was flogged"),
    ],
)
def test_opposites_lie_on_two_ends_of_one_scale(scale: str, one: str, other: str) -> None:
    assert {sign * other_sign for sign in on(scale, one) for other_sign in on(scale, other)} == {-1}


def test_light_is_mild_only_beside_what_a_court_gives() -> None:
    assert on("severity", "a light sentence") == [1]
    assert on("severity", "a light breeze") == []


def test_a_phrase_hides_the_words_it_is_made_of() -> None:
    assert on("certainty", "there was no doubt") == [1]


@pytest.mark.parametrize("words", ["not only harsh", "not just harsh", "no doubt harsh", "he left , harsh"])
def test_what_is_no_denial(words: str) -> None:
    assert not is_denied(words.split(), len(words.split()) - 1)


@pytest.mark.parametrize("words", ["never harsh", "they denied any cruelty", "he was n't , he was not at all harsh"])
def test_what_is_a_denial(words: str) -> None:
    assert is_denied(words.split(), len(words.split()) - 1)


@given(
    st.lists(
        st.sampled_from("not no harsh lenient freely , that the denied light sentence to death".split()), max_size=9
    )
)
def test_a_pole_lies_in_its_words(words: list[str]) -> None:
    for pole in poles(words):
        assert 0 <= pole.at < pole.at + pole.length <= len(words)
        assert pole.scale in scales()
        assert pole.effective in (1, -1)


def test_no_listed_word_lies_on_both_ends_of_a_scale() -> None:
    tables = tomllib.loads(DATA.read_text(encoding="utf-8"))
    for table in tables.values():
        for word in f"{table['plus']} {table['minus']}".replace("*", "").split():
            found = [scale for scale, _ in sides_of(word)]
            assert len(found) == len(set(found)), word
