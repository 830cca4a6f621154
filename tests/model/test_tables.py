from __future__ import annotations

import json
import sys
from html.parser import HTMLParser

import pytest

from testimonia.errors import MissingExtraError
from testimonia.model import (
    Alignment,
    Anchor,
    Assertion,
    Cell,
    Claim,
    Dating,
    Decision,
    DecisionKind,
    Dependence,
    DependenceKind,
    Entry,
    Excerpt,
    Gender,
    Hand,
    HandRole,
    Mention,
    Mode,
    Passage,
    PassageKind,
    Person,
    Proceeding,
    Reason,
    Records,
    Sourcebook,
    Span,
    Voice,
)
from testimonia.model.columns import COLUMNS, rows
from testimonia.testing import make_book, make_source

PAGE = "THE <FERRY> & TIDE\n\nIt left.\n\nNo one saw.\n\nMarlow, Salt, p. 3\n"


@pytest.fixture
def book() -> Sourcebook:
    return make_book(
        PAGE,
        claims=["THE <FERRY> & TIDE"],
        excerpts=[("It left.", None, None), ("No one saw.", "THE <FERRY> & TIDE", "Marlow, Salt, p. 3")],
        works={"Marlow": {"title": "Salt"}},
    )


def test_a_span_becomes_start_and_end(book: Sourcebook) -> None:
    assert [name for name, _, _ in COLUMNS[Claim]] == ["id", "start", "end", "text", "level"]
    (row,) = rows(Claim, book.claims)
    assert row[1:] == [0, 18, "THE <FERRY> & TIDE", 1]


def test_arrow_takes_every_kind_of_record(book: Sourcebook) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    for kind in COLUMNS:
        table = pyarrow.table(book.of(kind))
        assert table.num_rows == len(book.of(kind))
        assert table.column_names == [name for name, _, _ in COLUMNS[kind]]
    excerpts = pyarrow.table(book.excerpts).to_pylist()
    assert excerpts[0]["citation"] is None
    assert excerpts[1]["segments"] == [[book.excerpts[1].span.start, book.excerpts[1].span.end]]
    assert json.loads(pyarrow.table(book.works).to_pylist()[0]["csl"]) == {"title": "Salt"}


def test_people_and_voices_are_tables_too(book: Sourcebook) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    excerpt, span = book.excerpts[0].id, book.excerpts[0].span
    book.add(
        [
            Person("p1", "Dorval", ("Dorval", "Dorwal"), gender=Gender.FEMALE, roles=(Reason("", "pilot"),)),
            Person("p2", "Quist", identifiers={"viaf": "2"}),
            Mention("m1", span, "It left.", excerpt, "p1", 0.5),
            Decision("e1", DecisionKind.MERGE, (Anchor(span, "It left."),), (), "Inés", "2031", "one hand"),
            Voice("v1", excerpt, span, "p1", "Dorval", Mode.QUOTE, chain=(Hand(HandRole.SPEAKER, "p1", "Dorval"),)),
        ]
    )
    first, second = pyarrow.table(book.people).to_pylist()
    assert (first["variants"], first["gender"], first["roles"]) == (["Dorval", "Dorwal"], "female", ["pilot"])
    assert (first["identifiers"], second["gender"]) == (None, None)
    assert json.loads(second["identifiers"]) == {"viaf": "2"}
    assert pyarrow.table(book.mentions).to_pylist()[0]["confidence"] == 0.5
    (voice,) = pyarrow.table(book.voices).to_pylist()
    assert (voice["depth"], voice["segments"]) == (1, [[span.start, span.end]])
    assert json.loads(voice["chain"]) == [{"role": "speaker", "who": "p1", "name": "Dorval"}]
    (decision,) = pyarrow.table(book.decisions).to_pylist()
    assert (decision["a"], decision["b"], decision["of"]) == ([[span.start, span.end]], [], None)
    assert '<td style="text-align:left">Dorval</td>' in book.people._repr_html_()
    assert "<th>people</th><td>2</td>" in book._repr_html_()


def test_no_records_make_a_table_that_still_has_its_columns() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    assert pyarrow.table(Sourcebook(make_source("x")).excerpts).column_names[:2] == ["id", "claim"]


def test_polars_takes_records_as_they_are(book: Sourcebook) -> None:
    pytest.importorskip("pyarrow")
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(book.excerpts)
    assert frame["text"].to_list() == ["It left.", "No one saw."]
    assert frame.equals(book.excerpts.to_polars())


def test_pandas_takes_records_as_they_are(book: Sourcebook) -> None:
    pytest.importorskip("pyarrow")
    pandas = pytest.importorskip("pandas")
    frame = book.excerpts.to_pandas()
    assert list(frame["text"]) == ["It left.", "No one saw."]
    assert frame.equals(pandas.DataFrame.from_arrow(book.excerpts))


@pytest.mark.parametrize(
    ("library", "method"), [("pyarrow", "to_arrow"), ("pandas", "to_pandas"), ("polars", "to_polars")]
)
def test_a_missing_library_is_told_with_what_to_install(
    library: str, method: str, book: Sourcebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'testimonia\[tables\]'"):
        getattr(book.claims, method)()


def test_what_utf8_cannot_hold_is_replaced_one_for_one() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    book = make_book("a \ud800 b \U0001f9ed", claims=["a \ud800 b \U0001f9ed"])
    assert pyarrow.table(book.claims).to_pylist()[0]["text"] == "a \ufffd b \U0001f9ed"


class Checker(HTMLParser):
    """Collects the words and checks that every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("what", ["book", "claims", "excerpts", "findings"])
def test_a_notebook_shows_escaped_html(what: str, book: Sourcebook) -> None:
    shown = book if what == "book" else getattr(book, what)
    checker = Checker()
    checker.feed(shown._repr_html_())
    assert checker.open == []
    assert "ferry" not in str(checker.words)
    if what in ("book", "claims"):
        assert "THE <FERRY> & TIDE" in checker.words


def test_a_long_table_is_cut_and_says_so() -> None:
    records = Records([Excerpt(f"x{n}", Span(0, 0), "w" * 999, None, None) for n in range(30)])
    html = records._repr_html_()
    assert "… and 10 more" in html
    assert html.count("<tr>") == 21
    assert "w" * 999 not in html


def test_records_are_a_sequence_that_knows_ids(book: Sourcebook) -> None:
    first, second = book.excerpts
    assert book.excerpts[first.id] is first
    assert book.excerpts[-1] is second
    assert book.excerpts.index(second) == 1
    assert book.excerpts.count(first) == 1
    assert second in book.excerpts
    assert list(reversed(book.excerpts)) == [second, first]
    assert book.excerpts[0:1] == (first,)
    with pytest.raises(KeyError):
        book.excerpts["x"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["June 01, 2011", "The Ferry"], "The Ferry"),
        (["Sunday, 14th of March 2009", "The Ferry"], "The Ferry"),
        (["1er mai 1920", "Le Bac"], "Le Bac"),
        (["14 марта 2009 г.", "Паром"], "Паром"),
        (["The Ferry", "June 01, 2011"], "The Ferry"),
        (["The Winter of 1917"], "The Winter of 1917"),
        (["June 01, 2011"], "June 01, 2011"),
        (["2011"], None),
        ([], None),
    ],
)
def test_a_title_is_not_the_date_above_it(lines: list[str], title: str | None) -> None:
    text = "\n".join(lines)
    book = Sourcebook(make_source(text))
    place = 0
    for line in lines:
        book.add([Passage(PassageKind.TITLE, Span(place, place + len(line)))])
        place += len(line) + 1
    assert book.title == title


def test_absent_amounts_and_places_are_null_and_there_are_columns_for_all(inquiry: Sourcebook) -> None:
    names = [name for name, _, _ in COLUMNS[Assertion]]
    assert len(names) == len(set(names))
    first, _, third = (dict(zip(names, row, strict=True)) for row in rows(Assertion, inquiry.assertions[:3]))
    assert (first["amount"], first["amount_min"], first["when"], first["matter_start"]) == (None, None, None, None)
    assert (third["amount"], third["amount_value"], third["amount_max"]) == ("40 to 50 crowns", None, 50)
    assert json.loads(third["markers"])[0]["kind"] == "hedge"
    for kind in (Cell, Dating, Entry, Proceeding):
        assert all(len(row) == len(COLUMNS[kind]) for row in rows(kind, inquiry.of(kind)))


def test_arrow_takes_assertions_and_registers(inquiry: Sourcebook) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    said = pyarrow.table(inquiry.assertions).to_pylist()
    assert (said[1]["of"], said[1]["act"]) == (["p2"], "accuses")
    assert pyarrow.table(inquiry.entries).to_pylist()[0]["amount_min"] == 40.0
    assert pyarrow.table(inquiry.proceedings).to_pylist()[0]["names"] == ["The inquiry", "THE INQUIRY"]
    assert pyarrow.table(inquiry.datings).to_pylist()[2]["event_start"] is None


def test_a_notebook_shows_how_much_is_said(inquiry: Sourcebook) -> None:
    shown = inquiry._repr_html_()
    assert "<th>assertions</th><td>6</td>" in shown
    assert "<th>ledger rows</th><td>2</td>" in shown


def test_arrow_takes_what_the_evidence_is_worth(weighed: Sourcebook) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    tie = pyarrow.table(weighed.dependences).to_pylist()[0]
    assert (tie["kind"], tie["a_start"], tie["b_start"]) == ("requote", 23, 148)
    assert json.loads(tie["alignments"]) == []
    origin = pyarrow.table(weighed.origins).to_pylist()[0]
    assert (origin["dependences"], origin["head"]) == (["n1"], origin["excerpts"][0])
    assert pyarrow.table(weighed.witnesses).to_pylist()[3]["nearness"] == "heard"
    date, heading = pyarrow.table(weighed.discrepancies).to_pylist()
    assert (date["a_says"], date["cause"], date["persons"]) == ("nine", "different counting", ["p2"])
    assert (heading["cause"], heading["persons"]) == (None, [])
    audit = pyarrow.table(weighed.audits).to_pylist()[0]
    assert json.loads(audit["parts"])[2] == {
        "start": 16, "end": 21, "text": "SLEPT", "kind": "act", "carriage": "contradicted", "evidence": [[67, 73]]
    }  # fmt: skip
    assert json.loads(audit["cautions"])[0]["kind"] == "the evidence says otherwise"
    assert "<th>origins</th><td>3</td>" in weighed._repr_html_()


def test_the_pieces_of_a_stretch_stand_side_by_side() -> None:
    pair = Dependence(
        "n1", "x1", "x2", Span(0, 9), Span(20, 29), DependenceKind.REQUOTE, (Alignment(Span(0, 3), Span(20, 23)),)
    )
    (row,) = rows(Dependence, [pair])
    assert "[[[0, 3], [20, 23]]]" in row
