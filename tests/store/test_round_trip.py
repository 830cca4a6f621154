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
    Anchor,
    Block,
    Citation,
    Claim,
    Convention,
    Decision,
    Document,
    Excerpt,
    Finding,
    Hand,
    MayBe,
    Mention,
    Mode,
    Passage,
    PassageKind,
    Person,
    Reason,
    Source,
    Sourcebook,
    Span,
    Spelling,
    Voice,
    Work,
)
from testimonia.store import open_store, write_store
from testimonia.testing import make_book, make_source

KINDS = (
    Passage,
    Claim,
    Excerpt,
    Citation,
    Work,
    Person,
    Mention,
    MayBe,
    Decision,
    Voice,
    Document,
    Finding,
    Convention,
)


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
    records += [spelling for person in full_book.people for spelling in person.spellings]
    records += [anchor for decision in full_book.decisions for anchor in decision.a]
    records += [hand for voice in full_book.voices for hand in voice.chain]
    full = {type(record) for record in records if _says_all(record)}
    assert full == {*KINDS, Source, Block, Spelling, Anchor, Hand}


def _says_all(record: object) -> bool:
    """Whether no field of the record has its default value."""
    fields = dataclasses.fields(record)  # type: ignore[arg-type]
    defaults = {f.name: f.default if f.default_factory is dataclasses.MISSING else f.default_factory() for f in fields}
    return all(getattr(record, name) != default for name, default in defaults.items())


def test_voices_whose_chains_are_equal_share_one(full_book: Sourcebook, tmp_path: Path) -> None:
    chain = full_book.voices["v2"].chain
    full_book.add(Voice(f"more{n}", "x1", Span(20, 28), "p1", "", Mode.QUOTE, chain=chain) for n in range(9))
    with open_store(write_store(full_book, tmp_path / "b.db")) as store:
        assert store.connection.execute("select count(*) from chains").fetchone() == (3,)
        assert all(voice.chain == chain for voice in store.book().voices if voice.id.startswith("more"))


@pytest.mark.parametrize(
    "record",
    [
        Mention("m9", Span(0, 1), "A", "x1", "nobody"),
        Mention("m9", Span(0, 1), "A", "no excerpt", "p1"),
        MayBe("y9", "p1", "nobody", 0.5),
        Voice("v9", "no excerpt", Span(0, 1), "p1", "", Mode.QUOTE),
        Voice("v9", "x1", Span(0, 1), "p1", "", Mode.QUOTE, document="no document"),
    ],
    ids=lambda record: f"{type(record).__name__}",
)
def test_a_record_of_people_or_voices_that_names_a_missing_one_is_refused(
    record: Mention | MayBe | Voice, full_book: Sourcebook, tmp_path: Path
) -> None:
    full_book.add([record])
    with pytest.raises(StoreError, match=r"do not fit together: one of the (mentions|maybes|voices) names one of the"):
        write_store(full_book, tmp_path / "b.db")
    assert list(tmp_path.iterdir()) == []


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
    book.add(
        Person(f"p{n}", cut, (cut,), (Spelling(cut, n, cut, cut),), None, (Reason(cut, cut, span),), {cut: cut})
        for n, span in enumerate(spans)
        for cut in [span.cut(page)]
    )
    book.add(Mention(f"m{n}", span, span.cut(page), f"h{n}", f"p{n}", n / 7) for n, span in enumerate(spans))
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
