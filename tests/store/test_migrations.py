from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from testimonia.errors import StoreError
from testimonia.model import Reason, Sourcebook, Span
from testimonia.store import build_store, marks, migrations, open_store, reading, write_store
from testimonia.store.migrations import MIGRATIONS, migrate

NOW, NEXT, AFTER = marks.SCHEMA_VERSION, marks.SCHEMA_VERSION + 1, marks.SCHEMA_VERSION + 2
OLD_SCHEMAS = {
    version: Path(__file__).with_name(f"schema-{version}.sql").read_text(encoding="utf-8") for version in (1, 2, 3)
}
REASONS_OF = {
    1: "claim, excerpt, citation, work",
    2: "claim, excerpt, citation, work, person, spelling, mention, maybe, document, hand, voice",
    3: "claim, excerpt, citation, work, person, spelling, mention, maybe, document, hand, voice, assertion, "
    "proceeding, cell, entry, dating",
}
KINDS_OF = {
    1: ("passages", "claims", "excerpts", "citations", "works", "findings", "conventions"),
    2: ("people", "mentions", "maybes", "decisions", "voices", "documents"),
    3: ("assertions", "proceedings", "cells", "entries", "datings"),
    4: ("dependences", "origins", "witnesses", "discrepancies", "audits"),
}


@pytest.fixture
def base(book: Sourcebook, tmp_path: Path) -> Path:
    return write_store(book, tmp_path / "book.db")


@pytest.fixture
def old_base(full_book: Sourcebook, tmp_path: Path) -> Path:
    """What a testimonia of schema 1 wrote of `full_book`: its own schema, filled from a base of today's."""
    return make_old(full_book, tmp_path, 1)


@pytest.fixture
def base_of_2(full_book: Sourcebook, tmp_path: Path) -> Path:
    return make_old(full_book, tmp_path, 2)


def make_old(book: Sourcebook, folder: Path, schema: int) -> Path:
    today = write_store(book, folder / "today.db")
    path = folder / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(OLD_SCHEMAS[schema])
        connection.execute("attach ? as today", (str(today),))
        tables = connection.execute("select name from main.sqlite_master where type = 'table'").fetchall()
        for (table,) in tables:
            if table.startswith("evidence_search"):
                continue
            columns = ", ".join(row[1] for row in connection.execute(f"pragma main.table_info({table})"))
            among = f"where coalesce({REASONS_OF[schema]}) is not null" if table == "reasons" else ""
            connection.execute(f"insert into main.{table} ({columns}) select {columns} from today.{table} {among}")
        if schema > 1:
            connection.execute(f"update main.sourcebook set schema = {schema}")
        connection.execute("insert into evidence_search (evidence_search) values ('rebuild')")
        connection.execute(f"pragma application_id = {marks.APPLICATION_ID}")
        connection.execute(f"pragma user_version = {schema}")
        connection.commit()
    today.unlink()
    return path


def version(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64])


def add_table(connection: sqlite3.Connection) -> None:
    connection.execute("create table later (x)")


def add_column(connection: sqlite3.Connection) -> None:
    connection.execute("alter table later add column y")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("alter table later add column z")
    raise sqlite3.OperationalError("no such thing")


def shape(path: Path) -> dict[str, object]:
    """Every table with its columns and keys, every view and index, whichever way they came about."""
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("select type, name, sql from sqlite_master where sql is not null").fetchall()
        return {
            name: [connection.execute(f"pragma {ask}({name})").fetchall() for ask in ("table_info", "foreign_key_list")]
            if type_ == "table"
            else sql
            for type_, name, sql in made
        }


def test_every_older_schema_leads_to_this_one() -> None:
    assert sorted(MIGRATIONS) == list(range(1, marks.SCHEMA_VERSION))


@pytest.mark.parametrize("schema", sorted(MIGRATIONS))
def test_a_base_of_an_older_schema_becomes_what_a_new_one_is(
    schema: int, full_book: Sourcebook, base: Path, tmp_path: Path
) -> None:
    old = make_old(full_book, tmp_path, schema)
    assert shape(old) != shape(base)
    assert migrate(old) == schema
    assert version(old) == NOW
    assert shape(old) == shape(base)
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []


@pytest.mark.parametrize("schema", sorted(MIGRATIONS))
def test_a_base_of_an_older_schema_keeps_what_it_held(schema: int, full_book: Sourcebook, tmp_path: Path) -> None:
    with open_store(make_old(full_book, tmp_path, schema)) as store:
        book = store.book()
        assert store.was_read_for == schema
        for first, kinds in KINDS_OF.items():
            for kind in kinds:
                held = list(getattr(full_book, kind)) if first <= schema else []
                assert list(getattr(book, kind)) == held, kind
        assert store.report().audits == 0


def test_a_base_of_schema_2_is_given_no_vocabulary(base_of_2: Path) -> None:
    with open_store(base_of_2) as store:
        assert store.connection.execute("select count(*) from vocabulary").fetchone() == (0,)
        assert store.connection.execute("select vocabulary_sha256 from sourcebook").fetchone() == (None,)


def test_a_base_of_schema_1_is_searched(old_base: Path) -> None:
    with open_store(old_base) as store:
        book = store.book()
        assert book.claims["h1"].reasons[1] == Reason("same author", "Marlow", Span(44, 50))
        assert not book.people
        assert not book.voices
        assert [hit.excerpt for hit in store.search("saw NOT left")] == ["x2"]
        assert store.report().people == 0


@pytest.mark.parametrize("schema", sorted(MIGRATIONS))
def test_a_base_of_an_older_schema_is_not_up_to_date(
    schema: int, page: Path, monkeypatch: pytest.MonkeyPatch, book: Sourcebook
) -> None:
    monkeypatch.setattr("testimonia.front.read", lambda *_, **__: book)
    path = build_store(page).path
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"update sourcebook set schema = {schema}")  # as a migration leaves it
        connection.commit()
    assert not build_store(page).unchanged
    assert build_store(page).unchanged


def test_steps_are_walked_in_order(base: Path) -> None:
    assert migrate(base, migrations={NOW: add_table, NEXT: add_column}, wanted=AFTER) == NOW
    assert version(base) == AFTER


def test_a_step_that_fails_takes_back_all_of_them(base: Path) -> None:
    content = base.read_bytes()
    with pytest.raises(StoreError, match="no such thing"):
        migrate(base, migrations={NOW: add_table, NEXT: fail}, wanted=AFTER)
    assert version(base) == NOW
    assert base.read_bytes()[100:] == content[100:]


def test_a_gap_between_the_schemas_is_told(base: Path) -> None:
    with pytest.raises(StoreError, match=f"is of schema {NOW}, from which no way leads to {AFTER}"):
        migrate(base, migrations={NEXT: add_column}, wanted=AFTER)


def test_a_base_of_this_schema_is_left_as_it_is(base: Path) -> None:
    content = base.read_bytes()
    assert migrate(base) == NOW
    assert base.read_bytes() == content


def test_opening_an_older_base_brings_it_up_to_date(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SCHEMA_VERSION", NEXT)
    monkeypatch.setattr(migrations.migrate, "__kwdefaults__", {"migrations": {NOW: add_table}, "wanted": NEXT})
    with open_store(base) as store:
        assert store.connection.execute("select count(*) from later").fetchone() == (0,)
        assert store.book().title == "The Wreck of the Ardent"
