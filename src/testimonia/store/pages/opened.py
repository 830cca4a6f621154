"""An open base with its text at hand."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from ...errors import StoreError
from ...model import Span
from ..connections import connect_to_read
from ..reading import open_store
from ..rows import read_words

__all__ = ["Base", "open_base"]

T = TypeVar("T")


class Base:
    """A base that is open for reading, for one thread at a time; nothing that is done with it changes the file.

    ``edition`` tells what was read of a page from what takes its place, for whoever keeps the base open. ``memory`` is
    what was found out once of the page and is asked again and again; bases of one edition may share it. ``passing`` is
    the same of what readers add to the file, and holds for as long as nobody adds to it.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self.edition: tuple[object, ...] = ()
        self.memory: dict[str, Any] = {}
        self.passing: dict[str, Any] = {}
        self.narrow: sqlite3.Connection | None = None  # through which `cuts` sees only what is wanted

    def close(self) -> None:
        """Close the file."""
        self.connection.close()
        if self.narrow is not None:
            self.narrow.close()

    @property
    def text(self) -> str:
        """The whole text of the page, read once."""
        return self.lasting("text", self._read_text)

    def _read_text(self) -> str:
        (text,) = self.connection.execute("select text from page").fetchone()
        read, before = str(read_words(text)), self.memory.pop("text before", None)
        # the same object again, where it is the same: what was found of a text is looked up by it
        return str(before) if before == read else read

    def lasting(self, name: str, find: Callable[[], T]) -> T:
        """What ``find`` found of the page when it was first asked."""
        if name not in self.memory:
            self.memory[name] = find()
        found: T = self.memory[name]
        return found

    def kept(self, name: str, find: Callable[[], T]) -> T:
        """What ``find`` found when it was first asked since the file was changed; it may rest on what readers add."""
        if name not in self.passing:
            self.passing[name] = find()
        found: T = self.passing[name]
        return found

    def cut(self, span: Span) -> str:
        """The printed words of a span."""
        return span.cut(self.text)

    def rows(self, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """What a query gives, words that UTF-8 cannot hold among it."""
        for row in self.connection.execute(statement, values):
            yield tuple(map(read_words, row)) if bytes in map(type, row) else row

    def row(self, statement: str, *values: object) -> tuple[Any, ...] | None:
        """The first row that a query gives; ``None`` where it gives none."""
        return next(self.rows(statement, *values), None)

    def count(self, statement: str, *values: object) -> int:
        """The one number that a query gives."""
        (number,) = self.connection.execute(statement, values).fetchone()
        return int(number or 0)


def open_base(path: str | os.PathLike[str]) -> Base:
    """Open a base for reading; one of an older schema is brought up to date first.

    Raises:
        StoreError: it is missing, not ours, damaged, or of a newer schema.
    """
    path = Path(path)
    open_store(path).close()  # says what is the matter with it, if anything is
    try:
        connection = connect_to_read(path, any_thread=True)
        connection.execute("pragma mmap_size = 268435456")
    except sqlite3.Error as error:
        raise StoreError(f"'{path}' cannot be read ({error}). Build it again from its page with --force.") from error
    return Base(path, connection)
