"""Accounts of claims and excerpts: what stands in their texts."""

from __future__ import annotations

import pytest

import testimonia
from testimonia.model import Sourcebook
from testimonia.words.accounts import teller_of

STEMS = ("paid", "pay", " met ", "the harb", "£", "e", "zzz", "'s")


@pytest.fixture(scope="module")
def book() -> Sourcebook:
    return testimonia.read(testimonia.sample_page())


def test_a_stem_stands_where_its_letters_do_inside_words_and_across_them(book: Sourcebook) -> None:
    accounts = teller_of(book).accounts.values()
    for account in accounts:
        assert account.which(STEMS) == tuple(stem for stem in STEMS if stem in account.low)
        assert account.has(("zzz", "paid")) == ("paid" in account.low)
    assert {stem for account in accounts for stem in account.which(STEMS)} >= {"paid", " met ", "e"}
