"""How a new base takes the place of the old one: whole, or not at all.

It is written into a file of a fixed name beside the wanted one and moved over the old base when it is whole; a
second file is locked for as long as that takes. What breaks off before leaves the old base as it was; files left by a
crash are taken over by the next build.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ..errors import StoreError
from .connections import connect_to_write
from .locks import PATIENCE, has_locks, in_place, lock_file
from .marks import APPLICATION_ID, SCHEMA_VERSION, check_ours
from .refusals import store_errors

__all__ = ["Finish", "new_base"]

Finish = Callable[[sqlite3.Connection], None]
"""What is done to a new base in the last moment, when nobody can write the old one any more."""


@contextmanager
def new_base(path: Path, finish: Finish | None = None, *, patience: float = 0) -> Iterator[sqlite3.Connection]:
    """Give a connection to a new, empty base that takes the place of ``path`` on leaving without an error.

    The place is locked from the first moment to the last, so that two builds cannot meet; ``patience`` says for how
    many seconds to wait for another one.

    Raises:
        StoreError: something foreign stands there, another build is writing it, or it cannot be
            written. What stood there is untouched.
    """
    path = Path(os.path.realpath(path))  # a link stays a link, and what it points to is replaced
    check_ours(path)
    lock, fresh = path.with_name(f".{path.name}.building"), path.with_name(f".{path.name}.new")
    with store_errors(path):
        descriptor = lock_file(lock, f"Another build is writing '{path}'. Wait until it has finished.", patience)
    done = False
    try:
        with store_errors(path):
            fresh.unlink(missing_ok=True)
            connection = _connect(fresh)
        with closing(connection):
            yield connection
            check_ours(path)  # the reading took a while: a stranger's file may have come meanwhile
            with store_errors(path), _held(path) as held:
                if finish is not None:
                    finish(connection)
                connection.close()
                with store_errors(path):
                    _finish_file(fresh, path)
                    if held is not None and not has_locks():  # there an open file cannot be moved over
                        held.close()
                    os.replace(fresh, path)
                    done = True
        with store_errors(path):
            _sync_folder(path.parent)
    finally:
        with suppress(OSError):
            if not done:
                fresh.unlink(missing_ok=True)
        with suppress(OSError):
            os.unlink(lock)
        os.close(descriptor)


def _connect(fresh: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(fresh, isolation_level=None)
    try:
        # nothing but the rename makes the file count, so a journal would only cost time
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _held(path: Path) -> Iterator[sqlite3.Connection | None]:
    """Keep others from writing the base at ``path`` in place; nothing is held where none can be written."""
    if not path.exists() or path.stat().st_size == 0:
        yield None
        return
    with in_place(path):
        _settle(path)
        with closing(connect_to_write(path)) as connection:
            try:
                # a write-ahead log beside the old base, even an empty one, would be taken for the new one's
                if connection.execute("pragma journal_mode").fetchone() == ("wal",):
                    connection.execute("pragma journal_mode = delete")
                connection.execute(f"pragma busy_timeout = {PATIENCE}")
                connection.execute("begin immediate")
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                    raise StoreError(
                        f"'{path}' is open in another program. Close it there, then build again."
                    ) from error
                # it is damaged, or lies where it cannot be written: then nobody writes it in place
            yield connection


def _settle(path: Path) -> None:
    """Take in what a tool has written beside the old base; SQLite would take it for a part of the new one."""
    if not any(os.path.exists(f"{path}{ending}") for ending in ("-wal", "-journal")):
        return
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("pragma journal_mode = delete")
            connection.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise StoreError(f"'{path}' is open in another program. Close it there, then build again.") from error


def _finish_file(fresh: Path, path: Path) -> None:
    """Give a new file the rights of the old one, and have it on the disk."""
    with suppress(FileNotFoundError):
        os.chmod(fresh, stat.S_IMODE(path.stat().st_mode))
    descriptor = os.open(fresh, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system lets a folder be synced."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
