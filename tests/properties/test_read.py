"""What holds for every page: nothing is lost, every span cuts the printed words, and reading never fails.

``python -m pytest tests/properties --hypothesis-profile=thorough`` tries 10,000 pages.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import testimonia
from testimonia.errors import SourcebookError
from testimonia.model import Source, Sourcebook
from testimonia.reading import encode, source_from_bytes
from testimonia.testing import check_book, make_source

from .conftest import TRIED
from .pages import PAGES, PLAUSIBLE, SOUPS

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "cp1252")


def read(source: Source) -> Sourcebook:
    """Read the page and check what holds for every book."""
    book = testimonia.read(source)
    TRIED.update(
        pages=1,
        characters=len(source.text),
        claims=len(book.claims),
        excerpts=len(book.excerpts),
        citations=len(book.citations),
    )
    check_book(book)
    assert "".join(book.cut(passage.span) for passage in book.passages) == source.text
    for record in (*book.claims, *book.citations, *book.findings):
        assert len(record.span) > 0
    for citation in book.citations:
        assert citation.text == "\n".join(pieces(book, citation.id))
    for claim in book.claims:
        assert claim.text.split() == book.cut(claim.span).split() or len(pieces(book, claim.id)) > 1
    for record in (*book.claims, *book.excerpts):
        assert "".join(record.text.split("\n")) == "".join("".join(pieces(book, record.id)).split("\n"))
    return book


def pieces(book: Sourcebook, record: str) -> list[str]:
    """The words of the passages that belong to a record."""
    return [book.cut(passage.span) for passage in book.passages if passage.record == record]


def ids(book: Sourcebook) -> list[str]:
    return [record.id for record in (*book.claims, *book.excerpts, *book.citations, *book.works, *book.findings)]


@given(PAGES)
def test_any_text_is_read_and_nothing_is_lost(text: str) -> None:
    read(make_source(text))


@given(st.text(st.characters(categories=("Cs", "Lu", "Zs")), max_size=40))
def test_lone_surrogates_are_characters_like_others(text: str) -> None:
    read(make_source(text))


@given(PLAUSIBLE)
def test_two_readings_agree_to_the_id(text: str) -> None:
    first, second = read(make_source(text)), read(make_source(text))
    assert ids(first) == ids(second)
    assert list(first.passages) == list(second.passages)
    assert list(first.conventions) == list(second.conventions)


@given(SOUPS)
def test_any_soup_of_markup_is_read_and_nothing_is_lost(text: str) -> None:
    try:
        source = source_from_bytes(text.encode("utf-8", "replace"), "page.html", media="text/html")
    except SourcebookError:
        return
    read(source)


@given(PAGES, st.sampled_from(ENCODINGS), st.integers(0, 5))
def test_the_bytes_of_any_file_come_back_or_are_refused(text: str, encoding: str, cut: int) -> None:
    raw = text.encode(encoding, "replace")
    raw = raw[: len(raw) - cut]
    try:
        source = source_from_bytes(raw, "page.txt")
    except SourcebookError:
        return
    if not source.is_extracted:
        assert encode(source.text, source.encoding) == raw


@pytest.mark.parametrize("media", ["text/plain", "text/markdown"])
@pytest.mark.parametrize("text", ["a", "\n\na", "\ufeffa\r\n", "0", ".", "[1]", "> ", "#", "a\n\n\n", "\x00a", "🜚"])
def test_the_least_of_pages_is_read(text: str, media: str) -> None:
    read(make_source(text, media=media))
