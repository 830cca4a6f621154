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
    Act,
    Alignment,
    Amount,
    Anchor,
    Assertion,
    Audit,
    AuditPart,
    Block,
    Carriage,
    Caution,
    CautionKind,
    Cell,
    CellKind,
    Citation,
    Claim,
    Convention,
    Dating,
    Decision,
    Dependence,
    DependenceKind,
    Discrepancy,
    DiscrepancyKind,
    Document,
    Entry,
    Excerpt,
    Finding,
    Hand,
    Ledger,
    Marker,
    MarkerKind,
    MayBe,
    Mention,
    Mode,
    Nearness,
    Origin,
    Part,
    PartKind,
    Passage,
    PassageKind,
    Person,
    Proceeding,
    ProceedingKind,
    Profile,
    Reason,
    Record,
    Source,
    Sourcebook,
    Span,
    Spelling,
    Voice,
    Witness,
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
    Assertion,
    Proceeding,
    Cell,
    Entry,
    Dating,
    Dependence,
    Origin,
    Witness,
    Discrepancy,
    Audit,
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
    records += [marker for said in full_book.assertions for marker in said.markers]
    assert {said.claim is None for said in full_book.assertions} == {True, False}
    amounts = [said.amount for said in full_book.assertions if said.amount is not None]
    records += [part for entry in full_book.entries for part in entry.parts]
    records += [hand for voice in full_book.voices for hand in voice.chain]
    records += [piece for dependence in full_book.dependences for piece in dependence.alignments]
    records += [part for audit in full_book.audits for part in (*audit.parts, *audit.cautions)]
    full = {type(record) for record in records if _says_all(record)}
    assert full == {*KINDS, Source, Block, Spelling, Anchor, Hand, Marker, Part, Alignment, AuditPart, Caution}
    for name in ("value", "min", "max", "unit"):
        assert {getattr(amount, name) is None for amount in amounts} == {True, False}


def _says_all(record: object) -> bool:
    """Whether no field of the record has its default value; an assertion stands in a claim or in an excerpt."""
    fields = dataclasses.fields(record)  # type: ignore[arg-type]
    defaults = {f.name: f.default if f.default_factory is dataclasses.MISSING else f.default_factory() for f in fields}
    return all(
        getattr(record, name) != default
        for name, default in defaults.items()
        if name != "claim" or type(record) is not Assertion
    )


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
        Assertion("a9", Span(0, 1), "A", "p1", "", Act.REPORTS, excerpt="no excerpt"),
        Assertion("a9", Span(0, 1), "A", "p1", "", Act.REPORTS, excerpt="x1", voice="no voice"),
        Assertion("a9", Span(0, 1), "A", "p1", "", Act.RETRACTS, excerpt="x1", touches="no assertion"),
        Cell("l9", "no proceeding", CellKind.PLEA, "A", Span(0, 1), "x1", "p1", ""),
        Cell("l9", "g1", CellKind.PLEA, "A", Span(0, 1), "no excerpt", "p1", ""),
        Entry("e9", Ledger.MEETINGS, Span(0, 1), "A", "no excerpt", "p1", ""),
        Dating("t9", Span(0, 1), "A", "1931", "year", "no excerpt", "p1", ""),
        Dependence("n9", "x1", "no excerpt", Span(0, 1), Span(0, 1), DependenceKind.DERIVES),
        Origin("o9", ("no excerpt",)),
        Origin("o9", ("x1",), ("no dependence",)),
        Origin("o9", ("x1",), head="no excerpt"),
        Witness("s9", "x1", "p1", "", Span(0, 1), Nearness.READ, "no origin"),
        Witness("s9", "no excerpt", "p1", "", Span(0, 1), Nearness.READ, "o1"),
        Discrepancy("z9", "x1", "no record", Span(0, 1), Span(0, 1), DiscrepancyKind.DATE, "A", "A", "A"),
        Audit("u9", "no claim", Profile.CARRIED),
        Audit("u9", "h1", Profile.CARRIED, excerpts=("no excerpt",)),
        Audit("u9", "h1", Profile.CARRIED, origins=("no origin",)),
        Audit("u9", "h1", Profile.CARRIED, cautions=(Caution(CautionKind.CUT, Span(0, 1), "A", "no excerpt"),)),
    ],
    ids=lambda record: f"{type(record).__name__}",
)
def test_a_record_of_a_later_room_that_names_a_missing_one_is_refused(
    record: Record, full_book: Sourcebook, tmp_path: Path
) -> None:
    full_book.add([record])
    with pytest.raises(StoreError, match=r"do not fit together: one of the \w+ names one of the"):
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
    book.add(
        Assertion(
            f"a{n}",
            span,
            cut,
            f"p{n}",
            cut,
            Act.REPORTS,
            claim=f"h{n}",
            of=(f"p{n}",),
            of_names=(cut, cut),
            where=cut,
            where_span=span,
            amount=Amount(span, cut, n / 3, unit=cut),
            markers=(Marker(MarkerKind.HEDGE, span, cut),),
            reasons=(Reason(cut, cut, span),),
        )
        for n, span in enumerate(spans)
        for cut in [span.cut(page)]
    )
    book.add(Proceeding(f"g{n}", ProceedingKind.OTHER, cut, (Reason(cut, cut),)) for n, cut in enumerate([page]))
    book.add(Cell(f"l{n}", "g0", CellKind.FATE, page, span, f"h{n}", page, page, page) for n, span in enumerate(spans))
    book.add(
        Entry(f"e{n}", Ledger.MESSAGES, span, page, f"h{n}", page, page, (Part(page, page, span, page),))
        for n, span in enumerate(spans)
    )
    xs = [Excerpt(f"x{n}", span, span.cut(page), None, None) for n, span in enumerate(spans)]
    book.add(xs)
    book.add(
        Dependence(f"n{n}", x.id, x.id, x.span, x.span, DependenceKind.DERIVES, (Alignment(x.span, x.span),), n / 9)
        for n, x in enumerate(xs)
    )
    book.add(Origin(f"o{n}", (x.id,), (f"n{n}",), x.id, (Reason(x.text, x.text),)) for n, x in enumerate(xs))
    book.add(Witness(f"s{n}", x.id, x.text, x.text, x.span, Nearness.HEARD, f"o{n}") for n, x in enumerate(xs))
    book.add(
        Discrepancy(f"z{n}", x.id, f"h{n}", x.span, x.span, DiscrepancyKind.NAME, cut, cut, cut, persons=(cut,))
        for n, x in enumerate(xs)
        for cut in [x.text]
    )
    book.add(
        Audit(
            f"u{n}",
            f"h{n}",
            Profile.PARTLY,
            (AuditPart(x.span, x.text, PartKind.MATTER, Carriage.CARRIED, (x.span,), (Reason(x.text, x.text),)),),
            (Caution(CautionKind.CUT, x.span, x.text, x.id, x.span, n / 9),),
            (x.id,),
            (f"o{n}",),
        )
        for n, x in enumerate(xs)
    )
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
