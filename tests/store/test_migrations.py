from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from testimonia.errors import StoreError
from testimonia.model import Sourcebook
from testimonia.store import files, migrations, open_store, reading, write_store
from testimonia.store.migrations import MIGRATIONS, migrate


@pytest.fixture
def base(book: Sourcebook, tmp_path: Path) -> Path:
    return write_store(book, tmp_path / "book.db")


def version(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64])


def add_table(connection: sqlite3.Connection) -> None:
    connection.execute("create table later (x)")


def add_column(connection: sqlite3.Connection) -> None:
    connection.execute("alter table later add column y")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("alter table later add column z")
    raise sqlite3.OperationalError("no such thing")


def test_every_older_schema_leads_to_this_one() -> None:
    assert sorted(MIGRATIONS) == list(range(1, files.SCHEMA_VERSION))


def test_steps_are_walked_in_order(base: Path) -> None:
    assert migrate(base, migrations={1: add_table, 2: add_column}, wanted=3) == 1
    assert version(base) == 3


def test_a_step_that_fails_takes_back_all_of_them(base: Path) -> None:
    content = base.read_bytes()
    with pytest.raises(StoreError, match="no such thing"):
        migrate(base, migrations={1: add_table, 2: fail}, wanted=3)
    assert version(base) == 1
    assert base.read_bytes()[100:] == content[100:]


def test_a_gap_between_the_schemas_is_told(base: Path) -> None:
    with pytest.raises(StoreError, match="is of schema 1, from which no way leads to 3"):
        migrate(base, migrations={2: add_column}, wanted=3)


def test_a_base_of_this_schema_is_left_as_it_is(base: Path) -> None:
    content = base.read_bytes()
    assert migrate(base) == 1
    assert base.read_bytes() == content


def test_opening_an_older_base_brings_it_up_to_date(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SCHEMA_VERSION", 2)
    monkeypatch.setattr(migrations.migrate, "__kwdefaults__", {"migrations": {1: add_table}, "wanted": 2})
    with open_store(base) as store:
        assert store.connection.execute("select count(*) from later").fetchone() == (0,)
        assert store.book().title == "The Wreck of the Ardent"
