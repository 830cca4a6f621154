"""The file on disk: whose it is, and how a new one takes its place.

A base is written into a file of a fixed name beside the wanted one and moved over the old base when it is whole; a
second file is locked for as long as that takes. What breaks off before leaves the old base as it was; files left by a
crash are taken over by the next build.

A review is written into the base in place (`writing`). Whoever does so, and a build in its last moment, holds a third
file, so that nobody has the old base open for writing when the new one takes its place: SQLite knows a base's journal
by its name, and would take that of the new one for the old one's. Strangers' tools are kept off by SQLite's own lock.

A process must not open and close a base but through SQLite: by the rules of POSIX that gives up all locks of the
process on it, those of its other threads too (https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled).
"""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

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
    "in_place",
    "is_half_written",
    "new_base",
    "readable_schema",
    "store_errors",
    "writing",
]

APPLICATION_ID = int.from_bytes(b"Tmon")  # what `file` and SQLite see in the header of our files
SCHEMA_VERSION = 4

_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100  # bytes; https://www.sqlite.org/fileformat.html#the_database_header
_PATIENCE = 20_000  # milliseconds to wait for others who write; what they have to do takes a few
_PAUSE = 0.02  # seconds between two looks at whether another has finished
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
        return _read_marks(path, "ro")
    except sqlite3.Error as error:
        if not is_half_written(error):
            return None
    # what a process that was killed has left half written can only be settled by a writer
    with suppress(sqlite3.Error, OSError), in_place(Path(os.path.realpath(path))):
        return _read_marks(path, "rw")
    return None


def _read_marks(path: Path, mode: str) -> tuple[int, int]:
    with closing(sqlite3.connect(f"{_address(path)}?mode={mode}", uri=True)) as connection:
        (ours,) = connection.execute("pragma application_id").fetchone()
        (schema,) = connection.execute("pragma user_version").fetchone()
        return int(ours), int(schema)


def is_half_written(error: Exception) -> bool:
    """Whether SQLite found a journal beside the base that it may not play back for a reader.

    It is that of a process that was killed, or of one who writes the base that has just taken the place of the one that
    is open; either way the base has to be opened anew.
    """
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN"))


def _address(path: Path) -> str:
    return Path(os.path.abspath(path)).as_uri()


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
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{_address(base)}?mode=ro", uri=True)) as connection:
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
                f"'{path}' cannot be written: its folder is read-only for you. Name another place with -o, "
                "or copy it to one where you may write."
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
        descriptor = _lock(lock, f"Another build is writing '{path}'. Wait until it has finished.", patience)
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
                    if held is not None and fcntl is None:  # there an open file cannot be moved over
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


def _finish_file(fresh: Path, path: Path) -> None:
    """Give a new file the rights of the old one, and have it on the disk."""
    with suppress(FileNotFoundError):
        os.chmod(fresh, stat.S_IMODE(path.stat().st_mode))
    descriptor = os.open(fresh, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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
        with (
            in_place(path),
            closing(sqlite3.connect(f"{_address(path)}?mode=rw", uri=True, isolation_level=None)) as connection,
        ):
            connection.execute(f"pragma busy_timeout = {_PATIENCE}")
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


@contextmanager
def in_place(path: Path) -> Iterator[None]:
    """Be the only one who writes the base at ``path`` in place, or puts another there; waits for others.

    Raises:
        StoreError: others would not make an end.
    """
    lock = path.with_name(f".{path.name}.deciding")
    descriptor = _lock(lock, f"'{path}' is being written by another program. Try again in a moment.", _PATIENCE / 1000)
    try:
        yield
    finally:
        with suppress(OSError):
            os.unlink(lock)
        os.close(descriptor)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


@contextmanager
def _held(path: Path) -> Iterator[sqlite3.Connection | None]:
    """Keep others from writing the base at ``path`` in place; nothing is held where none can be written."""
    if not path.exists() or path.stat().st_size == 0:
        yield None
        return
    with in_place(path):
        _settle(path)
        with closing(sqlite3.connect(f"{_address(path)}?mode=rw", uri=True, isolation_level=None)) as connection:
            try:
                # a write-ahead log beside the old base, even an empty one, would be taken for the new one's
                if connection.execute("pragma journal_mode").fetchone() == ("wal",):
                    connection.execute("pragma journal_mode = delete")
                connection.execute(f"pragma busy_timeout = {_PATIENCE}")
                connection.execute("begin immediate")
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                    raise StoreError(
                        f"'{path}' is open in another program. Close it there, then build again."
                    ) from error
                # it is damaged, or lies where it cannot be written: then nobody writes it in place
            yield connection


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


def _lock(lock: Path, trouble: str, patience: float) -> int:
    """A descriptor of the file ``lock`` that nobody else holds.

    Raises:
        StoreError: somebody held it longer than we had patience, in seconds; ``trouble`` says so.
    """
    end = monotonic() + patience
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        try:
            if _lock_descriptor(descriptor):
                # another may have removed the file between the opening and the lock
                with suppress(FileNotFoundError):
                    if os.path.samestat(os.fstat(descriptor), os.stat(lock)):
                        return descriptor
            elif monotonic() >= end:
                raise StoreError(trouble)
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        sleep(min(_PAUSE, max(0, end - monotonic())))


def _lock_descriptor(descriptor: int) -> bool:
    """Whether it is locked now by nobody but us."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    return True


def _sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system lets a folder be synced."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
