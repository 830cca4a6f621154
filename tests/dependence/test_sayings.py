"""The same few words in quotation marks, under one claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.dependence import DependenceStage
from testimonia.dependence.sayings import LONGEST, find_sayings
from testimonia.dependence.stage import Comparison
from testimonia.model import Dependence, DependenceKind

from .pages import Page, Writer, page_of


def told(one: str, other: str, claims: tuple[str, str] = ("THE LEDGER", "THE LEDGER")) -> list[Dependence]:
    """What is told of two excerpts that have nothing in common but what they quote."""
    writer = Writer()
    page = page_of(writer, [])
    page.excerpt(f"{writer.text(20)}. {one} {writer.text(10)}.", author="Ash", claim=claims[0])
    page.excerpt(f"{writer.text(15)}. {other} {writer.text(20)}.", author="Reed", claim=claims[1])
    return list(DependenceStage()(page.book()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('In the margin he wrote "balderdash".', 'The inspector called the accounts "balderdash", it is told.'),
        ('"A gentleman\'s arithmetic," he said.', 'He spoke of "the arithmetic of a gentleman".'),
        ('He wrote: "untrue", "balderdash", "never".', 'He noted "balderdash" or "lies" beside many of them.'),
    ],
)
def test_two_that_quote_the_same_few_words_have_them_from_one_place(one: str, other: str) -> None:
    (record,) = told(one, other)
    assert record.kind is DependenceKind.SAME_DOCUMENT
    assert all(piece.a.end - piece.a.start < 30 for piece in record.alignments)  # the quotation, and nothing by chance


def test_a_quotation_that_is_the_same_tells_under_another_claim_too() -> None:
    elsewhere = ("THE LEDGER", "ANOTHER")
    (record,) = told('They shouted "scuttle, burn and abandon her".', 'Only "Scuttle! Burn! Abandon her!"', elsewhere)
    assert record.kind is DependenceKind.SAME_DOCUMENT
    assert not told('They shouted "scuttle and burn".', 'The word was "Scuttle! Burn!"', elsewhere)
    assert not told('They shouted "scuttle, burn, sink".', 'The word was "Scuttle! Burn! Abandon!"', elsewhere)
    assert not told('They shouted "it was not for them".', 'The word was "it was not for them"', elsewhere)


def whole(one: str, other: str, *, person: bool = False, seed: int = 7) -> bool:
    """Whether quotations of two excerpts under different claims are told as the same."""
    page = page_of(Writer(seed), [])
    page.person("p7", "Ada Penrose")
    for words, author in ((one, "Ash"), (other, "Reed")):
        excerpt = page.excerpt(words, author=author, claim=f"OF {author}")
        if person:
            page.mention(excerpt, "Penrose", "p7")
    comparison = Comparison(page.book())
    return bool(find_sayings(comparison._rarity, comparison._sides, comparison._lexicon))


def test_a_phrase_of_three_words_tells_only_of_what_both_name() -> None:
    one, other = 'Penrose gave "order, silence and discipline".', 'Of Penrose: "order, silence, discipline".'
    assert whole(one, other, person=True)
    assert not whole(one, other)
    assert whole(one.replace("order", "order, oakum"), other.replace("order", "order, oakum"))


def test_a_title_is_nobodys_saying() -> None:
    one, other = 'She read the "Harbour Lights and Evening Post" aloud.', 'A note in "Harbour Lights and Evening Post".'
    assert not whole(one, other)
    plain = ("Harbour Lights and Evening Post", "harbour lights and evening post")
    assert whole(one.replace(*plain), other.replace(*plain))


@pytest.mark.parametrize(
    ("one", "other", "claims"),
    [
        ('In the margin he wrote "balderdash".', 'He called it "balderdash".', ("THE LEDGER", "ANOTHER")),
        # a word set apart, which nobody is said to have said
        ('The "balderdash" party won.', 'The "balderdash" party lost.', ("THE LEDGER", "THE LEDGER")),
        ("In the margin he wrote balderdash.", 'He called it "balderdash".', ("THE LEDGER", "THE LEDGER")),
        # a word of many
        ('He wrote "balderdash".', 'He said "give me more balderdash than any five of them".', ("THE LEDGER", "OTHER")),
    ],
)
def test_a_word_quoted_otherwise_tells_nothing(one: str, other: str, claims: tuple[str, str]) -> None:
    assert told(one, other, claims) == []


def test_what_one_work_quotes_twice_is_no_second_source() -> None:
    writer = Writer()
    page = page_of(writer, [])
    for _ in range(2):
        page.excerpt(f'{writer.text(20)}. He wrote "balderdash". {writer.text(10)}.', author="Ash", claim="THE LEDGER")
    assert list(DependenceStage()(page.book())) == []


@given(st.lists(st.text(alphabet='said wrote "balderdash²“”.\n', max_size=60), min_size=2, max_size=6))
def test_any_page_can_be_searched_and_each_quotation_lies_in_its_excerpt(texts: list[str]) -> None:
    page = Page()
    for n, text in enumerate(texts):
        page.excerpt(text or "x", author=f"Author{n % 3}", claim="ONE")
    comparison = Comparison(page.book())
    for (a, b), saying in find_sayings(comparison._rarity, comparison._sides, comparison._lexicon).items():
        assert (a, b) == (saying.a, saying.b)
        assert a < b
        for number, (first, behind) in ((a, saying.left), (b, saying.right)):
            assert 0 <= first < behind <= len(comparison._rarity.readings[number])
            assert saying.shared <= behind - first <= LONGEST
