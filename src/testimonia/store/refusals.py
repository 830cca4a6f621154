"""What SQLite and the system raise while a base is written, in one sentence."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import StoreError

__all__ = ["store_errors"]


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
