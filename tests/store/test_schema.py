from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from testimonia.model import Sourcebook
from testimonia.store import write_store
from testimonia.store.files import APPLICATION_ID, SCHEMA_VERSION


@pytest.fixture
def base(full_book: Sourcebook, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    write_store(full_book, tmp_path / "b.db")
    with closing(sqlite3.connect(tmp_path / "b.db")) as connection:
        yield connection


def test_the_header_says_whose_the_file_is(base: sqlite3.Connection) -> None:
    assert base.execute("pragma application_id").fetchone() == (APPLICATION_ID,)
    assert base.execute("pragma user_version").fetchone() == (SCHEMA_VERSION,)


def test_sqlite_finds_no_fault(base: sqlite3.Connection) -> None:
    assert base.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert base.execute("pragma foreign_key_check").fetchall() == []
    base.execute("insert into evidence_search (evidence_search) values ('integrity-check')")


def test_what_names_a_record_is_a_declared_key(base: sqlite3.Connection) -> None:
    keys = {
        (table, row[3], row[2])
        for (table,) in base.execute("select name from sqlite_master where type = 'table'").fetchall()
        for row in base.execute(f"pragma foreign_key_list({table})")
    }
    assert {
        ("excerpts", "claim", "claims"),
        ("excerpts", "citation", "citations"),
        ("citations", "work", "works"),
        ("work_spellings", "work", "works"),
        ("citation_fields", "citation", "citations"),
        ("excerpt_segments", "excerpt", "excerpts"),
        ("passages", "excerpt", "excerpts"),
        ("reasons", "work", "works"),
    } <= keys


def test_spans_cut_the_page_in_sql(base: sqlite3.Connection) -> None:
    rows = base.execute("select substr(page.text, start + 1, end - start), claims.text from claims, page").fetchall()
    assert rows
    assert all(cut == words for cut, words in rows)


def test_the_view_of_the_evidence_holds_every_record_once(base: sqlite3.Connection) -> None:
    rows = base.execute("select claim, excerpt, citation, work, year, locator from evidence order by number").fetchall()
    assert rows == [
        (None, "No one saw.", None, None, None, None),
        ("THE FERRY", "It left.\nNo one saw.", "Marlow, ibid., p. 3", "Marlow, Salt", 1931, "3"),
        (None, None, "A TITLE", None, None, None),
    ]


def test_what_was_not_placed_is_a_view(base: sqlite3.Connection) -> None:
    rows = base.execute("select what, words from unplaced order by what, words").fetchall()
    assert ("stray text", "junk") in rows
    assert ("excerpt without citation", "No one saw.") in rows
    assert ("citation without excerpt", "A TITLE") in rows


def test_works_are_listed_by_how_often_they_are_cited(book: Sourcebook, tmp_path: Path) -> None:
    write_store(book, tmp_path / "b.db")
    with closing(sqlite3.connect(tmp_path / "b.db")) as connection:
        rows = connection.execute("select label, citations, year from works_cited").fetchall()
    assert rows == [("Marlow, Salt and Ashes", 2, 1931), ("Quist, The Inner Harbour", 1, 1958)]


def test_the_words_are_not_stored_again_for_the_index(base: sqlite3.Connection) -> None:
    tables = {name for (name,) in base.execute("select name from sqlite_master")}
    assert "evidence_search_data" in tables
    assert "evidence_search_content" not in tables
