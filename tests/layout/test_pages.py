"""Invented pages, one for each trouble, and beside each what a careful reader takes for claims and excerpts.

In ``NAME.json`` the excerpts stand with the words of their claim and citation, as printed; line ends inside
an excerpt may be more or fewer in the text of a record whose page has marks between its lines.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import testimonia
from testimonia.model import PassageKind, Sourcebook
from testimonia.testing import check_book

PAGES = Path(__file__).parent / "pages"
LETTERED = re.compile(r"\[/?(?:b|quote)\]|CLAIM \d:|Source:")  # marks of the layout that are written in letters
NAMES = sorted(path.name for path in PAGES.iterdir() if path.suffix != ".json")


# What is known to be misread, and why; a repair shows as a failure here, and then the entry goes.
MISSED = {
    "claim-without-evidence.txt": "two claims in a row, the first without an excerpt: the second is read as text",
}


@pytest.fixture(scope="module", params=NAMES)
def page(request: pytest.FixtureRequest) -> tuple[Sourcebook, dict[str, Any]]:
    path = PAGES / request.param
    return testimonia.read(path), json.loads((PAGES / f"{request.param}.json").read_text(encoding="utf-8"))


def plain(words: str | None) -> str | None:
    """The words without regard to how their lines end."""
    return None if words is None else " ".join(words.split())


@pytest.fixture
def whole(request: pytest.FixtureRequest, page: tuple[Sourcebook, dict[str, Any]]) -> tuple[Sourcebook, dict[str, Any]]:
    """The page, of which a known miss is expected to fail."""
    name = page[0].source.name
    if name in MISSED:
        request.applymarker(pytest.mark.xfail(reason=MISSED[name], strict=True))
    return page


def test_the_claims_are_those_of_a_careful_reader(whole: tuple[Sourcebook, dict[str, Any]]) -> None:
    book, expected = whole
    assert [plain(claim.text) for claim in book.claims] == [plain(words) for words in expected["claims"]]


def test_the_excerpts_stand_under_their_claims_with_their_citations(whole: tuple[Sourcebook, dict[str, Any]]) -> None:
    book, expected = whole
    found = [
        (
            plain(excerpt.claim and book.claims[excerpt.claim].text),
            plain(excerpt.text),
            plain(excerpt.citation and book.citations[excerpt.citation].text),
        )
        for excerpt in book.excerpts
    ]
    assert found == [tuple(plain(x[name]) for name in ("claim", "text", "citation")) for x in expected["excerpts"]]


def test_every_record_is_what_it_says(page: tuple[Sourcebook, dict[str, Any]]) -> None:
    book, _ = page
    check_book(book)
    assert "".join(book.cut(passage.span) for passage in book.passages) == book.text
    marks = " ".join(book.cut(passage.span) for passage in book.passages if passage.kind is PassageKind.MARK)
    assert not any(c.isalpha() for c in LETTERED.sub("", marks))


def test_the_title_of_the_page_is_its_first_line(page: tuple[Sourcebook, dict[str, Any]]) -> None:
    book, _ = page
    assert book.title == "The Wreck of the Ardent"
