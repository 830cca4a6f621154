"""The file on disk: whose it is, and how a new one takes its place.

A base is written into a file of a fixed name beside the wanted one, which is locked for as long as the
build runs, and moved over the old base when it is whole. What breaks off before that leaves the old
base as it was; a file left by a crash is taken over by the next build.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ..errors import SourcebookError, StoreError

try:
    import fcntl
except ImportError:  # Windows: a base is still written whole or not at all, but two builds are not kept apart
    fcntl = None  # type: ignore[assignment]

__all__ = [
    "APPLICATION_ID",
    "SCHEMA_VERSION",
    "check_no_base",
    "check_ours",
    "new_base",
    "readable_schema",
    "store_errors",
]

APPLICATION_ID = int.from_bytes(b"Tmon")  # what `file` and SQLite see in the header of our files
SCHEMA_VERSION = 4

_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100  # bytes; https://www.sqlite.org/fileformat.html#the_database_header
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}  # a file system that has none


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
    version = int.from_bytes(header[60:64])
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"'{path}' is of schema {version}, and this testimonia knows schemas up to {SCHEMA_VERSION}. "
            f"Install a newer testimonia to open it."
        )
    return version


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


def _built_from(base: Path) -> str:
    address = f"{Path(os.path.abspath(base)).as_uri()}?mode=ro"
    with suppress(sqlite3.Error), closing(sqlite3.connect(address, uri=True)) as connection:
        for (name,) in connection.execute("select name from sourcebook"):
            return f", built from '{name if isinstance(name, str) else name.decode('utf-8', 'replace')}'"
    return ""


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise while writing into one sentence about ``path``."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _no_room(path) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise StoreError(
                f"'{path}' cannot be written: its folder is read-only for you. Name another place with -o."
            ) from error
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            raise StoreError(
                f"'{path}' cannot be written: '{path.parent}' is not a folder. Make it, or name another place with -o."
            ) from error
        raise StoreError(
            f"'{path}' cannot be written: {error.strerror or error}. What stood there is untouched."
        ) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_FULL":
            raise _no_room(path) from error
        raise StoreError(f"'{path}' cannot be written: {error}. What stood there is untouched.") from error


def _no_room(path: Path) -> StoreError:
    return StoreError(
        f"There is no room on the disk to write '{path}'. What stood there is untouched; "
        f"free some space, or name another place with -o."
    )


@contextmanager
def new_base(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to a new, empty base that takes the place of ``path`` on leaving without an error.

    The place is locked from the first moment to the last, so that two builds cannot meet.

    Raises:
        StoreError: something foreign stands there, another build is writing it, or it cannot be
            written. What stood there is untouched.
    """
    path = Path(os.path.realpath(path))  # a link stays a link, and what it points to is replaced
    check_ours(path)
    fresh = path.with_name(f".{path.name}.building")
    with store_errors(path):
        descriptor = _lock(fresh, path)
    done, is_open = False, True
    try:
        with store_errors(path):
            os.ftruncate(descriptor, 0)
            connection = _connect(fresh)
        with closing(connection):
            yield connection
        with store_errors(path):
            with suppress(FileNotFoundError):
                os.chmod(fresh, stat.S_IMODE(path.stat().st_mode))
            os.fsync(descriptor)
            if fcntl is None:  # where there is no lock, an open file may not be moved either
                os.close(descriptor)
                is_open = False
            check_ours(path)  # the reading took a while: a stranger's file may have come meanwhile
            _settle(path)
            os.replace(fresh, path)
            done = True
            _sync_folder(path.parent)
    finally:
        if not done:
            with suppress(OSError):
                os.unlink(fresh)
        if is_open:
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


def _lock(fresh: Path, path: Path) -> int:
    """A descriptor of the file ``fresh`` that no other build holds."""
    while True:
        descriptor = os.open(fresh, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        try:
            _lock_descriptor(descriptor, path)
            # another build may have moved or removed the file between the opening and the lock
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(descriptor), os.stat(fresh)):
                    return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _lock_descriptor(descriptor: int, path: Path) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise StoreError(f"Another build is writing '{path}'. Wait until it has finished.") from None
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise


def _sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system lets a folder be synced."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
