"""What a base holds that no reading of its page finds again: a reader's decisions and the file of people he gave."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ..model import Decision
from .files import check_ours
from .people import read_decisions
from .rows import read_words

__all__ = ["AuthorityFile", "Kept", "read_authority_file", "read_kept", "set_aside"]

_FIRST_WITH_DECISIONS = 2  # version of the schema


@dataclass(frozen=True, slots=True)
class AuthorityFile:
    """A reader's file of known people, as it was given."""

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
            path = Path(folder) / (Path(self.name).name or "authority.csv")
            path.write_bytes(self.content)
            yield path


@dataclass(frozen=True, slots=True)
class Kept:
    """What has to go from an old base into the new one. ``is_damaged`` says that it could not be read from the old."""

    decisions: tuple[Decision, ...] = ()
    authority: AuthorityFile | None = None
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
        with closing(sqlite3.connect(f"{Path(os.path.abspath(path)).as_uri()}?mode=ro", uri=True)) as connection:
            return Kept(tuple(read_decisions(connection)), read_authority_file(connection))
    except (sqlite3.Error, ValueError, TypeError):
        return Kept(is_damaged=True)


def read_authority_file(connection: sqlite3.Connection) -> AuthorityFile | None:
    """The reader's file of people; ``None`` if he gave none."""
    found = connection.execute("select name, content from authority").fetchone()
    return None if found is None else AuthorityFile(read_words(found[0]), found[1])


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
