"""An evidence base opened for reading: the same records back, and the search over them."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import TYPE_CHECKING

from ..answers.spellings import other_spellings, widened
from ..errors import StoreError
from ..model import Sourcebook
from .books import read_book
from .connections import connect_to_read
from .marks import SCHEMA_VERSION, is_half_written, readable_schema
from .reports import BuildReport, read_report

if TYPE_CHECKING:
    from .search import Hit

__all__ = ["Store", "open_store"]

_TRIES = 20  # to open a base in whose place another is being put
_PAUSE = 0.02  # seconds between them


def open_store(path: str | os.PathLike[str]) -> Store:
    """Open an evidence base for reading; a base of an older schema is brought up to date first.

    Raises:
        StoreError: it is missing, not ours, damaged, or of a newer schema.
    """
    path = Path(path)
    for tries_left in reversed(range(_TRIES)):
        if readable_schema(path) < SCHEMA_VERSION:
            from .migrations import migrate

            migrate(path)
        try:
            return Store(path, _connected(path))
        except sqlite3.Error as error:
            if not tries_left or not is_half_written(error):
                raise _damaged(path, error) from error
            sleep(_PAUSE)
    raise AssertionError("the last try returns or raises")


def _connected(path: Path) -> sqlite3.Connection:
    connection = connect_to_read(path)
    connection.text_factory = _text
    try:
        if connection.execute("select 1 from sourcebook").fetchone() is None:
            raise sqlite3.DatabaseError("there is no book in it")
    except BaseException:
        connection.close()
        raise
    return connection


class Store:
    """An open evidence base; nothing that is done with it changes the file.

    Use it in a ``with`` statement, or ``close`` it. ``connection`` is there for your own SQL.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._book: Sourcebook | None = None

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Store {str(self.path)!r}>"

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def book(self) -> Sourcebook:
        """The whole book, its records equal to those that were written.

        Raises:
            StoreError: the base is damaged.
        """
        if self._book is None:
            try:
                self._book = self._read()
            except sqlite3.Error as error:
                if not is_half_written(error):
                    raise _damaged(self.path, error) from error
                self.connection.close()  # another base took this one's place while it was read
                self.connection = open_store(self.path).connection
                self._book = self._read()
            except (ValueError, TypeError) as error:
                raise _damaged(self.path, error) from error
        return self._book

    def _read(self) -> Sourcebook:
        self.connection.text_factory = str  # ours is needed for what the full-text index gives, and slow
        try:
            return read_book(self.connection)
        finally:
            self.connection.text_factory = _text

    @property
    def was_read_for(self) -> int:
        """The version of the schema that the page was read for; below the present one the base lacks records."""
        (schema,) = self.connection.execute("select schema from sourcebook").fetchone()
        return int(schema)

    def report(self) -> BuildReport:
        """The figures of the base, as a build over an unchanged page gives them."""
        return read_report(self.connection, self.path, unchanged=True, seconds=0.0)

    def search(
        self,
        query: str,
        *,
        work: str | None = None,
        year: int | str | None = None,
        claim: str | None = None,
        limit: int | None = None,
        spellings: bool = True,
    ) -> list[Hit]:
        """Excerpts, claims and citations that hold the words, the best first.

        Args:
            query: words (all of them must occur), ``"a phrase"``, ``AND``, ``OR``, ``NOT``, parentheses,
                a word's beginning as ``word*``, and ``claim:``, ``excerpt:``, ``citation:`` or ``work:`` before
                a word or phrase to look in that column only. Case and accents do not matter.
            work: an id, or words out of author, title or a printed spelling.
            year: a year of publication as cited, or two as ``"1930-1939"``, either of which may be left out.
            claim: an id, or words out of the heading.
            limit: at most so many hits; ``None`` for all.
            spellings: whether a name is looked for in every romanisation that stands on the page, `other_spellings`;
                false looks for the words as they are asked for.

        Raises:
            QueryError: the query or the year cannot be understood.
            NotFoundError: no work or claim is meant by ``work`` or ``claim``.
        """
        from .search import search

        asked = widened(query, other_spellings(self.book()))[0] if spellings else query
        return search(self.connection, self.book(), asked, work=work, year=year, claim=claim, limit=limit)

    def other_spellings(self, query: str) -> dict[str, tuple[str, ...]]:
        """The other spellings of the names in a query that a search looks for, by the word that was asked for."""
        return widened(query, other_spellings(self.book()))[1]


def _damaged(path: Path, error: Exception) -> StoreError:
    return StoreError(f"'{path}' is damaged ({error}). Build it again from its page with --force.")


def _text(value: bytes) -> str:
    # what the full-text index makes of words that stand in the base as bytes
    return value.decode("utf-8", "surrogatepass")
