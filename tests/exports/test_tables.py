from __future__ import annotations

import csv
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from testimonia.errors import ExportError, MissingExtraError, NotFoundError
from testimonia.exports import export, export_tables
from testimonia.model import Finding, FindingKind, Sourcebook, Span
from testimonia.testing import make_book

PAGE = 'THE "FERRY"\n\nIt left,\r\nat six.\n\nMarlow; Salt\n'


@pytest.fixture
def book() -> Sourcebook:
    return make_book(PAGE, claims=['THE "FERRY"'], excerpts=[("It left,\r\nat six.", None, "Marlow; Salt")])


def test_csv_gives_the_words_back(book: Sourcebook, tmp_path: Path) -> None:
    folder = export_tables(book, tmp_path / "out", "csv")
    with (folder / "excerpts.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    start, end = int(row["start"]), int(row["end"])
    text = (folder / "text.txt").read_bytes().decode()
    assert row["text"] == text[start:end] == "It left,\r\nat six."
    assert (row["claim"], row["citation"]) == ("", book.citations[0].id)
    assert row["segments"] == f"[[{start}, {end}]]"


def test_every_kind_of_record_has_a_table(book: Sourcebook, tmp_path: Path) -> None:
    folder = export_tables(book, tmp_path / "out", "csv")
    assert {path.stem for path in folder.glob("*.csv")} == {
        "claims",
        "excerpts",
        "citations",
        "works",
        "people",
        "mentions",
        "maybes",
        "decisions",
        "reviews",
        "voices",
        "documents",
        "assertions",
        "proceedings",
        "cells",
        "entries",
        "datings",
        "dependences",
        "origins",
        "witnesses",
        "discrepancies",
        "audits",
        "findings",
        "passages",
        "conventions",
    }
    assert (folder / "works.csv").read_text(encoding="utf-8-sig").strip() == "id,citations,csl,spellings,start,end,text"


def test_the_table_of_findings_carries_the_printed_words(book: Sourcebook, tmp_path: Path) -> None:
    book.add([Finding("f1", FindingKind.OCR, Span(0, 3), "A word that is none.", book.text[:3])])
    with (export_tables(book, tmp_path / "out", "csv") / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["text"] == book.text[int(row["start"]) : int(row["end"])] != ""


def test_parquet_gives_the_records_back(book: Sourcebook, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    folder = export(book, tmp_path / "out", "parquet")
    assert parquet.read_table(folder / "excerpts.parquet").equals(book.excerpts.to_arrow())
    assert parquet.read_table(folder / "works.parquet").num_rows == 0


def test_parquet_without_its_library_says_what_to_install(
    book: Sourcebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match="Parquet format needs an optional part"):
        export_tables(book, tmp_path / "out", "parquet")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_is_told_with_those_there_are(book: Sourcebook, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"No export is named 'xls'\. There are: jsonl, csv, parquet"):
        export(book, tmp_path / "out", "xls")
    assert list(tmp_path.iterdir()) == []


def test_a_stranger_s_format_is_used_and_a_broken_one_is_named(
    book: Sourcebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [
        EntryPoint("again", "testimonia.exports.jsonl:export_jsonl", "testimonia.exports"),
        EntryPoint("broken", "no_such_module:export", "testimonia.exports"),
    ]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: entries)
    assert (export(book, tmp_path / "out", "again") / "claims.jsonl").is_file()
    with pytest.raises(ExportError, match=r"The export 'broken' \(no_such_module:export\) cannot be loaded"):
        export(book, tmp_path / "out", "broken")
