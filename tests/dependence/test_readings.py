"""Words as they are compared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.dependence.readings import Lexicon, fold, read_excerpts
from testimonia.model import Excerpt, Span

from .pages import Page


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("harbour", "Harbours"),
        ("harbour", "harbour's"),
        ("confessed", "confession"),
        ("enquiry", "enquiries"),
        ("republic", "Republics"),
        ("stopped", "stops"),
        ("organised", "organized"),
        ("naïve", "naive"),
        ("3,000", "3000"),
    ],
)
def test_forms_of_one_word_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("mass", "mas"), ("press", "pres"), ("1911", "1912"), ("station", "statue"), ("less", "lest")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(min_size=1))
def test_folding_twice_changes_no_number_and_fails_on_nothing(word: str) -> None:
    folded = fold(word)
    assert isinstance(folded, str)
    if word.isascii() and word.isdecimal():
        assert folded == word


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    excerpt = Excerpt("x", Span(0, len(text)), text, None, None)
    (reading,) = read_excerpts([excerpt], {}, Lexicon())
    assert len(reading.words) == len(reading.starts) == len(reading.ends)
    spans = list(zip(reading.starts, reading.ends, strict=True))
    assert all(start < end and text[start:end].strip() for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


def test_two_spellings_of_one_man_are_one_word() -> None:
    page = Page()
    one, two = page.excerpt("the pilot Evdok came"), page.excerpt("old Yevdok came")
    page.mention(one, "Evdok", "p1")
    page.mention(two, "Yevdok", "p1")
    book = page.book()
    lexicon = Lexicon()
    mentions = {m.record: [m] for m in book.mentions}
    first, second = read_excerpts(book.excerpts, mentions, lexicon)
    assert first.words[2] == second.words[1]
    assert lexicon.is_particular[first.words[2]]
    assert not lexicon.is_particular[first.words[1]]
