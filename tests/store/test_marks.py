"""What is no base of ours is told, and left alone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from testimonia.errors import StoreError
from testimonia.model import Sourcebook
from testimonia.store import open_store, write_store
from testimonia.store.marks import SCHEMA_VERSION
from testimonia.testing import make_book

NEXT = SCHEMA_VERSION + 1


def _foreign_text(path: Path) -> None:
    path.write_text("my notes")


def _foreign_base(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table mine (x)")
        connection.commit()


def _newer_base(path: Path) -> None:
    write_store(make_book("THEIRS"), path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma user_version = {NEXT}")
        connection.commit()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_foreign_text, "is not an evidence base"),
        (_foreign_base, "is an SQLite file, but not of testimonia"),
        (_newer_base, f"is of schema {NEXT}, and this testimonia knows schemas up to {SCHEMA_VERSION}"),
        (Path.mkdir, "is a folder"),
        (os.mkfifo, "is not a file on a disk"),
    ],
)
def test_what_is_not_ours_is_neither_written_nor_opened(
    make: Callable[[Path], None], sentence: str, tmp_path: Path, book: Sourcebook
) -> None:
    path = tmp_path / "theirs.db"
    make(path)
    content = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=sentence):
        write_store(book, path)
    with pytest.raises(StoreError, match=sentence):
        open_store(path)
    assert (path.read_bytes() if path.is_file() else None) == content
    assert os.listdir(tmp_path) == ["theirs.db"]


def test_an_empty_file_may_be_filled_but_not_opened(tmp_path: Path, book: Sourcebook) -> None:
    path = tmp_path / "new.db"
    path.touch()
    with pytest.raises(StoreError, match="There is no evidence base"):
        open_store(path)
    write_store(book, path)
    open_store(path).close()


def test_a_missing_base_is_missed(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no evidence base at '.*none\.db'\. Build one"):
        open_store(tmp_path / "none.db")


def test_a_damaged_base_is_named(tmp_path: Path, book: Sourcebook) -> None:
    base = write_store(book, tmp_path / "book.db")
    content = bytearray(base.read_bytes())
    content[100:] = b"\x7f" * (len(content) - 100)
    base.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged"):
        open_store(base)
