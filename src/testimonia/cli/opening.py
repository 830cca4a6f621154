"""What stands at a path that a command was given: an evidence base, or a page to read on the spot."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .progress import progress_bar
from .terminal import echo

if TYPE_CHECKING:
    from ..model import Sourcebook
    from ..store import Store

__all__ = ["BOOK", "PAGE", "check_output", "is_base", "opened_book", "opened_store"]

BOOK = click.argument("book", type=click.Path(path_type=Path), metavar="BOOK.db")
PAGE = click.argument("page", type=click.Path(path_type=Path), metavar="PAGE")

# the version of the schema that first had these records
_FIRST_WITH = {"people": 2, "assertions": 3, "proceedings": 3, "entries": 3, "datings": 3} | dict.fromkeys(
    ("dependences", "origins", "discrepancies", "audits"), 4
)
_WHAT = {
    2: "people and voices were read",
    3: "statements, registers and dates were read",
    4: "the evidence was weighed",
}
_MAGIC = b"SQLite format 3\x00"


def is_base(path: Path) -> bool:
    """Whether an SQLite file stands there, or what is called one; whether it is one of ours is for the store to say."""
    if path.suffix == ".db":
        return True  # what is missing or was overwritten is missed as a base, and not read as a page without claims
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def check_output(book: Path, *outputs: Path | None) -> None:
    """Check that nothing is written over what is read.

    Raises:
        ExportError: it would be.
    """
    from ..errors import ExportError

    for output in outputs:
        if output is not None and output.exists() and book.exists() and os.path.samefile(book, output):
            raise ExportError(f"'{output}' is what is read, so it is left alone. Name another file.")


@contextmanager
def opened_book(path: Path, *, needs: str | None = None) -> Iterator[Sourcebook]:
    """The book in a base, or of a page.

    It is said where the base is too old to have the records that are needed, and where the page shows no claims or no
    citations, as of a page that is to be built.
    """
    if is_base(path):
        from ..store import open_store

        with open_store(path) as store:
            first = _FIRST_WITH.get(needs or "", 0)
            if store.was_read_for < first and not len(getattr(store.book(), needs or "")):
                echo(
                    f"'{path}' was built before {_WHAT[first]}. "
                    f"Build it again from its page: testimonia build PAGE -o '{path}'",
                    err=True,
                )
            yield store.book()
    else:
        from ..front import read
        from ..store.building import missing_evidence

        with progress_bar() as progress:
            book = read(path, progress=progress)
        missing = missing_evidence(book, path)
        if missing is not None:
            echo(missing, err=True)
        yield book


@contextmanager
def opened_store(path: Path) -> Iterator[Store]:
    """The base at a path, or one of the page there that lasts as long as the command."""
    from ..store import open_store, write_store

    if is_base(path):
        with open_store(path) as store:
            yield store
        return
    from tempfile import TemporaryDirectory

    with (
        opened_book(path) as book,
        TemporaryDirectory(prefix="testimonia-") as folder,
        open_store(write_store(book, Path(folder) / "book.db")) as store,
    ):
        yield store
