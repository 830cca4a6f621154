"""Assertions, registers and dates in the exchange format."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from testimonia.exports import export_jsonl, export_tables
from testimonia.exports.facts import json_record
from testimonia.model import (
    Act,
    Amount,
    Assertion,
    Cell,
    CellKind,
    Dating,
    Entry,
    Ledger,
    Marker,
    MarkerKind,
    Part,
    Person,
    Proceeding,
    ProceedingKind,
    Reason,
    Sourcebook,
    Span,
)
from testimonia.testing import check_book, make_book

CLAIM = "QUIST PAID THE PILOT"
SAID = "In May, at Hull, Quist allegedly paid Dorval 40 to 50 crowns for the charts. The inquiry heard him."
PAGE = f"{CLAIM}\n\n{SAID}\n\nMarlow, Salt, p. 3\n"


def at(words: str) -> Span:
    return Span(PAGE.index(words), PAGE.index(words) + len(words))


def place(words: str) -> dict[str, int]:
    return {"start": at(words).start, "end": at(words).end}


@pytest.fixture
def book() -> Sourcebook:
    book = make_book(PAGE, claims=[CLAIM], excerpts=[(SAID, CLAIM, "Marlow, Salt, p. 3")])
    claim, excerpt = book.claims[0].id, book.excerpts[0].id
    sentence = SAID.split(". ")[0] + "."
    sum_ = Amount(at("40 to 50 crowns"), "40 to 50 crowns", min=40, max=50.5, unit="crowns")
    why = Reason("a verb of paying", "paid", at("paid"))
    book.add(
        [
            Person("p1", "Quist"),
            Person("p2", "Dorval"),
            Assertion("a1", at(CLAIM), CLAIM, "compiler", "", Act.ACCUSES, claim=claim, of=("p1",)),
            Assertion(
                id="a2",
                span=at(sentence),
                text=sentence,
                speaker="author:w1",
                speaker_name="Marlow",
                act=Act.CORROBORATES,
                excerpt=excerpt,
                of=("p1",),
                of_names=("Quist",),
                of_spans=(at("Quist"),),
                matter=at("paid Dorval"),
                when="1931-05",
                when_span=at("May"),
                where="Hull",
                where_span=at("Hull"),
                amount=sum_,
                markers=(Marker(MarkerKind.HEDGE, at("allegedly"), "allegedly"),),
                touches="a1",
                confidence=0.5,
                reasons=(why,),
            ),
            Proceeding(
                "g1", ProceedingKind.INQUIRY, "The inquiry", (Reason("named", "The inquiry", at("The inquiry")),)
            ),
            Cell("l1", "g1", CellKind.WITNESS, "him", at("him"), excerpt, "author:w1", "Marlow", "p1", "Quist", "1931"),
            Cell("l2", "g1", CellKind.DATE, "May", at("May"), excerpt, "author:w1", "Marlow", edtf="1931-05"),
            Entry(
                id="e1",
                ledger=Ledger.PAYMENTS,
                span=at(sentence),
                text=sentence,
                record=excerpt,
                speaker="author:w1",
                speaker_name="Marlow",
                parts=(Part("payer", "Quist", at("Quist"), "p1"), Part("for", "the charts", at("the charts"))),
                amount=sum_,
                when="1931-05",
                when_span=at("May"),
            ),
            Dating("t1", at("May"), "May", "1931-05", "month", excerpt, "author:w1", "Marlow", at("paid")),
        ]
    )
    check_book(book)
    return book


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


AMOUNT = {"min": 40, "max": 50.5, "unit": "crowns", "text": "40 to 50 crowns", **place("40 to 50 crowns")}


def test_assertions_say_who_says_what_of_whom(book: Sourcebook, tmp_path: Path) -> None:
    short, full = rows(export_jsonl(book, tmp_path / "out") / "assertions.jsonl")
    assert short == {
        "id": "a1",
        "claim": book.claims[0].id,
        **place(CLAIM),
        "text": CLAIM,
        "speaker": "compiler",
        "speaker_name": "",
        "act": "accuses",
        "of": ["p1"],
        "of_names": [],
        "confidence": 1.0,
    }
    text = book.assertions["a2"].text
    assert full == {
        "id": "a2",
        "excerpt": book.excerpts[0].id,
        **place(text),
        "text": text,
        "speaker": "author:w1",
        "speaker_name": "Marlow",
        "act": "corroborates",
        "of": ["p1"],
        "of_names": ["Quist"],
        "of_spans": [[at("Quist").start, at("Quist").end]],
        "matter": {**place("paid Dorval"), "text": "paid Dorval"},
        "when": "1931-05",
        "when_words": {**place("May"), "text": "May"},
        "where": "Hull",
        "where_words": {**place("Hull"), "text": "Hull"},
        "amount": AMOUNT,
        "markers": [{"kind": "hedge", **place("allegedly"), "text": "allegedly"}],
        "touches": "a1",
        "confidence": 0.5,
        "reasons": [{"rule": "a verb of paying", "words": "paid", **place("paid")}],
    }


def test_who_is_implied_has_an_empty_name_and_the_place_that_implies_him(book: Sourcebook, tmp_path: Path) -> None:
    words, tail = at(CLAIM), Span(at(CLAIM).end - 6, at(CLAIM).end)
    whom = {"of": ("org:police", "p1"), "of_names": ("", "Quist"), "of_spans": (tail, at("Quist"))}
    book.add([replace(book.assertions["a1"], id="a3", span=words, **whom)])  # type: ignore[arg-type]
    check_book(book)
    (row,) = [row for row in rows(export_jsonl(book, tmp_path / "out") / "assertions.jsonl") if row["id"] == "a3"]
    assert row["of"] == ["org:police", "p1"]
    assert row["of_names"] == ["", "Quist"]
    assert row["of_spans"] == [[tail.start, tail.end], [at("Quist").start, at("Quist").end]]


def test_registers_and_dates_have_files_of_their_own(book: Sourcebook, tmp_path: Path) -> None:
    folder = export_jsonl(book, tmp_path / "out")
    whose = {"record": book.excerpts[0].id, "speaker": "author:w1", "speaker_name": "Marlow"}
    assert rows(folder / "proceedings.jsonl") == [
        {
            "id": "g1",
            "kind": "inquiry",
            "name": "The inquiry",
            "names": [{"rule": "named", "words": "The inquiry", **place("The inquiry")}],
        }
    ]
    witness, date = rows(folder / "cells.jsonl")
    assert witness == {
        "id": "l1",
        "proceeding": "g1",
        "kind": "witness",
        "person": "p1",
        "person_name": "Quist",
        "value": "him",
        "edtf": "1931",
        **place("him"),
        **whose,
        "confidence": 1.0,
    }
    assert "person" not in date
    (entry,) = rows(folder / "entries.jsonl")
    assert entry["parts"] == [
        {"role": "payer", "name": "Quist", **place("Quist"), "id": "p1"},
        {"role": "for", "name": "the charts", **place("the charts")},
    ]
    assert (entry["ledger"], entry["amount"], entry["when"]) == ("payments", AMOUNT, "1931-05")
    assert entry["when_words"] == {**place("May"), "text": "May"}
    (dating,) = rows(folder / "datings.jsonl")
    assert dating == {
        "id": "t1",
        **place("May"),
        "text": "May",
        "edtf": "1931-05",
        "precision": "month",
        **whose,
        "event": {**place("paid"), "text": "paid"},
    }


def test_words_of_spans_are_only_said_where_the_book_is_there(book: Sourcebook) -> None:
    assert json_record(book.assertions["a2"])["matter"] == place("paid Dorval")


def test_tables_hold_the_same(book: Sourcebook, tmp_path: Path) -> None:
    folder = export_tables(book, tmp_path / "out", "csv")

    def table(name: str) -> list[dict[str, str]]:
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    short, full = table("assertions")
    assert (full["act"], full["of"], full["when"], full["where"]) == ("corroborates", '["p1"]', "1931-05", "Hull")
    assert (full["amount"], full["amount_value"], full["amount_min"]) == ("40 to 50 crowns", "", "40")
    assert PAGE[int(full["matter_start"]) : int(full["matter_end"])] == "paid Dorval"
    assert json.loads(full["markers"]) == [{"kind": "hedge", **place("allegedly"), "text": "allegedly"}]
    assert (short["excerpt"], short["amount"], short["matter_start"], short["touches"]) == ("", "", "", "")
    assert table("proceedings")[0]["names"] == '["The inquiry"]'
    assert [row["kind"] for row in table("cells")] == ["witness", "date"]
    assert json.loads(table("entries")[0]["parts"])[0]["role"] == "payer"
    assert (table("datings")[0]["edtf"], table("datings")[0]["event_start"]) == ("1931-05", str(at("paid").start))


def test_parquet_takes_every_new_kind_of_record(book: Sourcebook, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    folder = export_tables(book, tmp_path / "out", "parquet")
    assert parquet.read_table(folder / "assertions.parquet").to_pylist()[1]["amount_max"] == 50.5
    for name in ("proceedings", "cells", "entries", "datings"):
        assert parquet.read_table(folder / f"{name}.parquet").num_rows
