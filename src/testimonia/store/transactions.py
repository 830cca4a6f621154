"""A base written in place, in one transaction.

Whoever does so, and a build in its last moment (`replacing`), holds a file beside the base, so that nobody has the old
base open for writing when the new one takes its place: SQLite knows a base's journal by its name, and would take that
of the new one for the old one's. Strangers' tools are kept off by SQLite's own lock.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..errors import StoreError
from .connections import connect_to_write
from .locks import PATIENCE, in_place

__all__ = ["writing"]


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to the base at ``path`` in a transaction that is committed on leaving without an error.

    It waits for others who write, and for a build that is in its last moment.

    Raises:
        StoreError: others would not make an end. sqlite3.Error: the base cannot be written.
    """
    path = Path(os.path.realpath(path))
    while True:
        before = _identity(path)
        with in_place(path), closing(connect_to_write(path)) as connection:
            connection.execute(f"pragma busy_timeout = {PATIENCE}")
            connection.execute("pragma foreign_keys = on")
            try:
                connection.execute("begin immediate")
            except sqlite3.OperationalError as error:
                if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                    raise StoreError(f"'{path}' is being written by another program. Try again in a moment.") from error
                raise
            if _identity(path) != before:  # a build put another file there meanwhile
                connection.execute("rollback")
                continue
            try:
                yield connection
                connection.execute("commit")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("rollback")
                raise
        return


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
