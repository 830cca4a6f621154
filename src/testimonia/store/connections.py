"""The one way into a base: SQLite's own.

A process must not open and close a base but through SQLite: by the rules of POSIX that gives up all locks of the
process on it, those of its other threads too (https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled).
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

__all__ = ["connect_to_read", "connect_to_write"]


def connect_to_read(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """A connection that changes nothing; only the thread that opens it may use it, unless ``any_thread``."""
    return sqlite3.connect(f"{_address(path)}?mode=ro", uri=True, check_same_thread=not any_thread)


def connect_to_write(path: Path) -> sqlite3.Connection:
    """A connection to a base that is there; it begins no transaction by itself."""
    return sqlite3.connect(f"{_address(path)}?mode=rw", uri=True, isolation_level=None)


def _address(path: Path) -> str:
    return Path(os.path.abspath(path)).as_uri()
