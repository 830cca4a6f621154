from __future__ import annotations

import dataclasses
import sqlite3
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.errors import StoreError
from testimonia.model import (
    Block,
    Citation,
    Claim,
    Convention,
    Excerpt,
    Finding,
    Passage,
    PassageKind,
    Source,
    Sourcebook,
    Span,
    Work,
)
from testimonia.store import open_store, write_store
from testimonia.testing import make_book, make_source

KINDS = (Passage, Claim, Excerpt, Citation, Work, Finding, Convention)


def again(book: Sourcebook, path: Path) -> Sourcebook:
    with open_store(write_store(book, path)) as store:
        return store.book()


@pytest.mark.parametrize("which", ["book", "full_book"])
def test_records_come_back_equal_and_in_order(which: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    book = request.getfixturevalue(which)
    read = again(book, tmp_path / "b.db")
    for kind in KINDS:
        assert list(read.of(kind)) == list(book.of(kind)), kind
    assert read.source == book.source
    assert read.title == book.title


def test_every_field_of_every_record_is_tried(full_book: Sourcebook) -> None:
    """Else a field that is added to a record could be lost without a test that says so."""
    records: list[object] = [full_book.source, *full_book.source.blocks]
    for kind in KINDS:
        records += full_book.of(kind)
    full = {type(record) for record in records if _says_all(record)}
    assert full == {*KINDS, Source, Block}


def _says_all(record: object) -> bool:
    """Whether no field of the record has its default value."""
    fields = dataclasses.fields(record)  # type: ignore[arg-type]
    return all(getattr(record, f.name) != f.default for f in fields)


def test_text_and_passages_rebuild_the_page(book: Sourcebook, tmp_path: Path) -> None:
    read = again(book, tmp_path / "b.db")
    assert "".join(passage.span.cut(read.text) for passage in read.passages) == book.text
    assert read.source.raw == book.text.encode()


@pytest.mark.parametrize(
    "text",
    ["a\r\nb\rc\n", "\ufeffdoc", "e\u0301 é \U0001f9ed", "a\x00b", "lone \ud800 half", "\u2028\x85\x0c"],
    ids=["line ends", "byte order mark", "combining", "nul", "surrogate", "odd line ends"],
)
def test_text_comes_back_to_the_last_character(text: str, tmp_path: Path) -> None:
    book = make_book(text, claims=[text], title=None)
    read = again(book, tmp_path / "b.db")
    assert read.text == text
    assert read.source.raw == book.source.raw
    assert read.claims[0].text == text


@settings(max_examples=40, deadline=None)
@given(page=st.text(min_size=1, max_size=60), cuts=st.lists(st.integers(0, 60), max_size=6))
def test_any_text_in_any_pieces_comes_back(
    page: str, cuts: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    bounds = sorted({0, len(page), *(cut for cut in cuts if cut < len(page))})
    spans = [Span(start, end) for start, end in pairwise(bounds)]
    book = Sourcebook(make_source(page))
    book.add(Passage(PassageKind.CLAIM, span, f"h{n}") for n, span in enumerate(spans))
    book.add(Claim(f"h{n}", span, span.cut(page)) for n, span in enumerate(spans))
    book.add(Work(f"w{n}", {"title": span.cut(page)}, n) for n, span in enumerate(spans))
    read = again(book, tmp_path_factory.mktemp("any") / "b.db")
    assert read.source == book.source
    assert all(list(read.of(kind)) == list(book.of(kind)) for kind in KINDS)


def test_a_book_without_records_has_a_base(tmp_path: Path) -> None:
    read = again(Sourcebook(make_source("nothing here")), tmp_path / "b.db")
    assert (read.text, len(read.claims), read.title) == ("nothing here", 0, None)


def test_a_path_may_hold_signs_that_mean_something_in_an_address(book: Sourcebook, tmp_path: Path) -> None:
    assert again(book, tmp_path / "wreck 100%? #2.db").text == book.text


def test_two_writings_give_the_same_base_but_for_the_time(book: Sourcebook, tmp_path: Path) -> None:
    dumps = []
    for name in ("a.db", "b.db"):
        write_store(book, tmp_path / name)
        with sqlite3.connect(tmp_path / name) as connection:
            connection.execute("update sourcebook set built = ''")
            dumps.append("\n".join(connection.iterdump()))
        connection.close()
    assert dumps[0] == dumps[1]


def test_a_record_that_names_a_missing_one_is_refused(book: Sourcebook, tmp_path: Path) -> None:
    book.add([Excerpt("x9", Span(0, 3), "The", "no-such-claim", None)])
    with pytest.raises(StoreError, match="one of the excerpts names one of the claims that is not there"):
        write_store(book, tmp_path / "b.db")
    assert list(tmp_path.iterdir()) == []


def test_two_records_of_one_id_are_refused(book: Sourcebook, tmp_path: Path) -> None:
    book.add([book.claims[0]])
    with pytest.raises(StoreError, match="do not fit together"):
        write_store(book, tmp_path / "b.db")


def test_a_passage_of_each_kind_keeps_its_record(full_book: Sourcebook, tmp_path: Path) -> None:
    read = again(full_book, tmp_path / "b.db")
    owned = {p.kind: p.record for p in read.passages if p.record}
    assert owned == {PassageKind.CLAIM: "h1", PassageKind.EXCERPT: "x1", PassageKind.CITATION: "c1"}
