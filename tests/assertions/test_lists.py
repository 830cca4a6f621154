"""Lists of names: who is named together with whom, and what long lists cost."""

from __future__ import annotations

import pytest

from testimonia.assertions.stage import AssertionStage

from .conftest import book_of, excerpt_assertions


def _names(count: int) -> list[str]:
    families = ("Ash", "Birch", "Rowan", "Lowe", "Hare", "Dray", "Brand", "Holm", "Reed", "Verey")
    letters = "abcdefghijklmnopqrstuvwxyz"
    return [f"{{{families[n % 10]}{letters[n // 10 % 26]}{letters[n // 260]}}}" for n in range(count)]


@pytest.mark.parametrize(
    ("words", "concerned"),
    [
        ("{Ash}, {Birch} and {Rowan} robbed the mill.", {"p-ash", "p-birch", "p-rowan"}),
        ("{Ash} and {Birch} robbed the mill.", {"p-ash", "p-birch"}),
    ],
)
def test_a_deed_is_told_of_all_whom_one_list_names(words: str, concerned: set[str]) -> None:
    (found,) = excerpt_assertions(book_of(words))
    assert set(found.of) == concerned


def test_eight_hundred_names_in_one_list_take_less_than_a_second(within) -> None:
    names = _names(800)
    short, book = (
        book_of("{Ash} and {Birch} robbed the mill."),
        book_of(f"{', '.join(names[:-1])} and {names[-1]} robbed the mill."),
    )
    list(AssertionStage()(short))  # the vocabulary and the weights are read once
    with within(1):
        (found,) = excerpt_assertions(book)
    assert len(found.of) == 800
