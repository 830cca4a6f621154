"""Who may write a base or put another in its place: locked files of fixed names beside it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from ..errors import StoreError

try:
    import fcntl
except ImportError:  # Windows: a base is still written whole or not at all, but two builds are not kept apart
    fcntl = None  # type: ignore[assignment]

__all__ = ["PATIENCE", "has_locks", "in_place", "lock_file"]

PATIENCE = 20_000  # milliseconds to wait for others who write; what they have to do takes a few
_PAUSE = 0.02  # seconds between two looks at whether another has finished
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}  # a file system that has none


def has_locks() -> bool:
    """Whether the system locks files; where it does not, an open file cannot be moved over either."""
    return fcntl is not None


@contextmanager
def in_place(path: Path) -> Iterator[None]:
    """Be the only one who writes the base at ``path`` in place, or puts another there; waits for others.

    Raises:
        StoreError: others would not make an end.
    """
    lock = path.with_name(f".{path.name}.deciding")
    trouble = f"'{path}' is being written by another program. Try again in a moment."
    descriptor = lock_file(lock, trouble, PATIENCE / 1000)
    try:
        yield
    finally:
        with suppress(OSError):
            os.unlink(lock)
        os.close(descriptor)


def lock_file(lock: Path, trouble: str, patience: float) -> int:
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
