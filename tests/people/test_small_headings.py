"""Headings that have no capital at all."""

from __future__ import annotations

import pytest

from testimonia.people.mentions import find_names
from testimonia.testing import make_book

EXCERPTS = (
    "Josiah Quist told the board that he had never heard of the lamp.",
    "Quist was asked again, and Mr. Hartmann asked him a third time. Hartmann said that he would go on asking.",
    "The harbour master saw Quist on the pier.",
)


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("sir josiah quist knew nothing of the lamp", ["josiah quist"]),
        ("quist and hartmann are asked by the board", ["quist", "hartmann"]),
        ("the harbour master saw the lamp", []),
        ("quist's lamp was lit", ["quist"]),
        ("The lamp of quist", []),  # what has a capital has a use for them
    ],
)
def test_names_in_a_heading_without_capitals_are_read_by_the_rest_of_the_page(heading: str, names: list[str]) -> None:
    text = "\n\n".join([heading, *EXCERPTS])
    book = make_book(text, claims=[heading], excerpts=[(words, None, None) for words in EXCERPTS])
    (claim,) = book.claims
    assert [found.text for found in find_names(book) if claim.span.contains(found.span)] == names
