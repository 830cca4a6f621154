"""What a base holds that no reading of its page finds again: a reader's decisions and the files he gave.

His reviews are carried over by `reviews`, in a build's last moment.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..model import Decision
from .connections import connect_to_read
from .marks import SCHEMA_VERSION, check_ours
from .people import read_decisions
from .reviews import FIRST_WITH_REVIEWS, read_reviews
from .rows import read_words

__all__ = ["Kept", "KeptFile", "read_kept", "read_kept_files", "set_aside"]

_FIRST_WITH_DECISIONS = 2  # version of the schema
_FIRST_WITH_VOCABULARY = 3


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A reader's file, as it was given: of known people, or of his own words for acts."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The digest of the content."""
        return hashlib.sha256(self.content).hexdigest()

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """The file under its own name, for as long as it is needed."""
        with TemporaryDirectory(prefix="testimonia-") as folder:
            path = Path(folder) / (Path(self.name).name or "file")
            path.write_bytes(self.content)
            yield path


@dataclass(frozen=True, slots=True)
class Kept:
    """What has to go from an old base into the new one. ``is_damaged`` says that it could not be read from the old."""

    decisions: tuple[Decision, ...] = ()
    authority: KeptFile | None = None
    vocabulary: KeptFile | None = None
    is_damaged: bool = False


def read_kept(path: Path) -> Kept:
    """What the base at ``path`` holds; nothing where there is none yet.

    Raises:
        StoreError: something stands there that is not ours, or is of a newer schema.
    """
    version = check_ours(path)
    if version is None or version < _FIRST_WITH_DECISIONS:
        return Kept()
    try:
        with closing(connect_to_read(path)) as connection:
            if version >= FIRST_WITH_REVIEWS:
                list(read_reviews(connection))  # a base whose reviews cannot be read is damaged as well
            return replace(read_kept_files(connection, version), decisions=tuple(read_decisions(connection)))
    except (sqlite3.Error, ValueError, TypeError):
        return Kept(is_damaged=True)


def read_kept_files(connection: sqlite3.Connection, version: int = SCHEMA_VERSION) -> Kept:
    """A reader's files out of a base of this schema, without its decisions."""
    vocabulary = _read_file(connection, "vocabulary") if version >= _FIRST_WITH_VOCABULARY else None
    return Kept(authority=_read_file(connection, "authority"), vocabulary=vocabulary)


def _read_file(connection: sqlite3.Connection, table: str) -> KeptFile | None:
    found = connection.execute(f"select name, content from {table}").fetchone()
    return None if found is None else KeptFile(read_words(found[0]), found[1])


def set_aside(path: Path) -> Path:
    """Keep a damaged base under another name, because there may be decisions in it; return that name."""
    path = Path(os.path.realpath(path))
    number, aside = 1, path.with_name(f"{path.name}.damaged")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{number}")
    try:
        os.link(path, aside)
    except OSError:  # a file system without links
        shutil.copy2(path, aside)
    return aside
