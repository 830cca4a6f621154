"""A later work that names the source of another excerpt under the same claim, and tells what that tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.dependence import DependenceStage
from testimonia.dependence.namings import find_namings
from testimonia.dependence.stage import Comparison
from testimonia.model import Dependence, DependenceKind

from .pages import Page, Writer, page_of

KEEPER = (
    "The lamp burned all that night, and I trimmed it twice. At the second hour the schooner struck below the gallery."
)


def retold(words: str, **other: str | int) -> list[Dependence]:
    """What is told of the keeper's excerpt and another under one claim, printed later where nothing else is said."""
    writer = Writer()
    page = page_of(writer, [])
    source = {"author": "Penrose", "title": "A Keeper's Years", "year": 1902}
    page.excerpt(KEEPER, claim="THE LIGHT", **source)  # type: ignore[arg-type]
    told = {"author": "Hallam", "title": "Wrecks of the Western Coast", "year": 1960, "claim": "THE LIGHT", **other}
    excerpt = page.excerpt(words, **told)  # type: ignore[arg-type]
    if "»" in words:
        page.quote(excerpt, words[words.index("«") : words.index("»") + 1])
    return list(DependenceStage()(page.book()))


def test_a_later_book_that_names_the_author_retells_him() -> None:
    (record,) = retold("Penrose trimmed his wick, if we believe him, while a schooner was lost under his eyes.")
    assert record.kind is DependenceKind.DERIVES
    assert {record.a, record.b} == {"x20", "x21"}


def test_a_book_is_named_by_its_title_too() -> None:
    assert retold("We have it from the Keeper himself that the schooner was below him, and that he trimmed on.")


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("Some say that he trimmed his wick while a schooner was lost under his eyes.", {}),  # nobody is named
        ("Penrose was a tall man with a beard, and liked to whittle.", {}),  # for something else
        ("He trimmed the pear trees and penrose hedges, and sold the schooner.", {}),  # no name
        ("An anti-Penrose man said that he trimmed his wick while a schooner was lost.", {}),  # part of a word
        ("Penrose trimmed his wick while a schooner was lost under his eyes.", {"year": 1901}),  # printed before
        ("Penrose trimmed his wick while a schooner was lost under his eyes.", {"claim": "ANOTHER"}),
        ("Penrose trimmed his wick while a schooner was lost under his eyes.", {"author": "Penrose"}),
        # letters of the time, though printed later; words that are not the author's own
        ("Penrose trimmed his wick while a schooner was lost under his eyes.", {"title": "Letters Home, 1899-1901"}),
        ("She wrote: «Penrose trimmed his wick while a schooner was lost.»", {}),
    ],
)
def test_who_is_named_otherwise_is_not_retold(words: str, other: dict[str, str | int]) -> None:
    assert retold(words, **other) == []


def test_of_several_excerpts_of_the_author_the_nearest_is_meant() -> None:
    writer = Writer()
    page = page_of(writer, [])
    page.excerpt(KEEPER, author="Penrose", title="A Keeper's Years", claim="THE LIGHT")
    page.excerpt(
        "I kept bees upon the gallery and sold the honey.",
        author="Penrose",
        title="A Keeper's Years",
        claim="THE LIGHT",
    )
    words = "Penrose trimmed his wick on the gallery while a schooner was lost."
    page.excerpt(words, author="Hallam", title="Wrecks", claim="THE LIGHT")
    assert [(record.a, record.b) for record in DependenceStage()(page.book())] == [("x20", "x22")]


def test_a_namesake_with_another_given_name_is_not_the_author() -> None:
    writer = Writer()
    page = page_of(writer, [])
    page.excerpt(KEEPER, author="Penrose", given="Ada", title="A Keeper's Years", claim="THE LIGHT")
    words = "John Penrose trimmed his sails and took the schooner out."
    excerpt = page.excerpt(words, author="Hallam", title="Wrecks", claim="THE LIGHT")
    page.person("p9", "John Penrose")
    page.mention(excerpt, "John Penrose", "p9")
    assert list(DependenceStage()(page.book())) == []


@given(st.lists(st.text(alphabet="Penrose schooner²·’'—.\n«»", max_size=60), min_size=2, max_size=6))
def test_any_page_can_be_searched_and_each_naming_lies_in_its_excerpt(texts: list[str]) -> None:
    page = Page()
    for n, text in enumerate(texts):
        page.excerpt(text or "x", author=("Penrose", "Schooner", "²")[n % 3], title=f"Title {n}", claim="ONE")
    book = page.book()
    comparison = Comparison(book)
    namings = find_namings(book, comparison._lexicon, comparison._rarity, comparison._sides)
    for (a, b), naming in namings.items():
        assert a < b
        assert {a, b} == {naming.namer, naming.named}
        assert naming.place < len(comparison._rarity.readings[naming.namer])
        assert naming.worth >= 0
        assert 0 < naming.strength < 1
