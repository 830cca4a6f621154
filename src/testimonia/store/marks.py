"""Whose a file is and of which schema, by the header that SQLite writes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from ..errors import SourcebookError, StoreError
from .connections import connect_to_read, connect_to_write
from .locks import in_place

__all__ = ["APPLICATION_ID", "SCHEMA_VERSION", "check_no_base", "check_ours", "is_half_written", "readable_schema"]

APPLICATION_ID = int.from_bytes(b"Tmon")  # what `file` and SQLite see in the header of our files
SCHEMA_VERSION = 4

_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100  # bytes; https://www.sqlite.org/fileformat.html#the_database_header


def check_ours(path: Path) -> int | None:
    """The schema version of the base at ``path``; ``None`` if nothing, or an empty file, is there.

    Raises:
        StoreError: something stands there that is not a base of ours, or is of a newer schema.
    """
    try:
        if path.is_dir():
            raise StoreError(
                f"'{path}' is a folder. Name the file of an evidence base, for instance '{path / 'book.db'}'."
            )
        if path.exists() and not path.is_file():
            raise StoreError(f"'{path}' is not a file on a disk. Name a file for the evidence base.")
        marks = _marks(path)
        if marks is not None and marks[0] == APPLICATION_ID:
            return _known_schema(path, marks[1])
        # it is not one of ours that SQLite can read, so nobody of us writes it
        with path.open("rb") as file:
            header = file.read(_HEADER_LENGTH)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"'{path}' cannot be opened: {error.strerror or error}.") from error
    if not header:
        return None
    if not header.startswith(_MAGIC):
        raise StoreError(f"'{path}' is not an evidence base, so it is left alone. Name another file.")
    if len(header) < _HEADER_LENGTH or int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise StoreError(f"'{path}' is an SQLite file, but not of testimonia, so it is left alone. Name another file.")
    return _known_schema(path, int.from_bytes(header[60:64]))


def readable_schema(path: Path) -> int:
    """The schema version of the base at ``path``, which has to be there.

    Raises:
        StoreError: as `check_ours`, or nothing is there.
    """
    version = check_ours(path)
    if version is None:
        raise StoreError(f"There is no evidence base at '{path}'. Build one with: testimonia build PAGE -o '{path}'")
    return version


def check_no_base(page: Path) -> None:
    """Check that what is to be read as a page is not an evidence base of ours.

    Raises:
        SourcebookError: it is; the message says what it was built from, and what to do with it.
    """
    try:
        if not page.is_file():
            return
        with page.open("rb") as file:
            header = file.read(_HEADER_LENGTH)
    except OSError:
        return  # what is the matter with the file is for the reading to say
    if not header.startswith(_MAGIC) or int.from_bytes(header[68:72]) != APPLICATION_ID:
        return
    raise SourcebookError(
        f"'{page}' is an evidence base already{_built_from(page)}. Look into it with: testimonia show '{page}'. "
        "To build it again, name its page: testimonia build PAGE --force"
    )


def is_half_written(error: Exception) -> bool:
    """Whether SQLite found a journal beside the base that it may not play back for a reader.

    It is that of a process that was killed, or of one who writes the base that has just taken the place of the one that
    is open; either way the base has to be opened anew.
    """
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN"))


def _built_from(base: Path) -> str:
    with suppress(sqlite3.Error), closing(connect_to_read(base)) as connection:
        for (name,) in connection.execute("select name from sourcebook"):
            return f", built from '{name if isinstance(name, str) else name.decode('utf-8', 'replace')}'"
    return ""


def _known_schema(path: Path, version: int) -> int:
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"'{path}' is of schema {version}, and this testimonia knows schemas up to {SCHEMA_VERSION}. "
            f"Install a newer testimonia to open it."
        )
    return version


def _marks(path: Path) -> tuple[int, int] | None:
    """Whose an SQLite file is and of which schema, by its header; ``None`` if SQLite cannot read it."""
    if not path.exists():
        return None
    try:
        with closing(connect_to_read(path)) as connection:
            return _read_marks(connection)
    except sqlite3.Error as error:
        if not is_half_written(error):
            return None
    # what a process that was killed has left half written can only be settled by a writer
    with (
        suppress(sqlite3.Error, OSError),
        in_place(Path(os.path.realpath(path))),
        closing(connect_to_write(path)) as connection,
    ):
        return _read_marks(connection)
    return None


def _read_marks(connection: sqlite3.Connection) -> tuple[int, int]:
    (ours,) = connection.execute("pragma application_id").fetchone()
    (schema,) = connection.execute("pragma user_version").fetchone()
    return int(ours), int(schema)
