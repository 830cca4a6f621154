"""From a page to its evidence base in one call; a base that is up to date is recognised and left."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Sequence, Sized
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from ..errors import SourcebookError, StoreError
from .files import SCHEMA_VERSION, check_no_base, check_ours, new_base
from .reports import BuildReport, read_report
from .writing import Carry, Origin, fill_base

if TYPE_CHECKING:
    from ..model import Sourcebook

__all__ = ["build_store"]


def build_store(
    page: str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    *,
    profile: str | os.PathLike[str] | None = None,
    encoding: str | None = None,
    force: bool = False,
    progress: Callable[[str, int, int], None] | None = None,
    carry: Sequence[Carry] = (),
) -> BuildReport:
    """Read a page and write its evidence base; see `testimonia.build`.

    ``carry`` copies from the old base what no reading can find again.
    """
    from ..front import read

    began = perf_counter()
    page = Path(page)
    check_no_base(page)
    # what is no plain file (a folder, a pipe, nothing) is for the reading to judge, before any place is taken
    book = None if page.is_file() else read(page, profile=profile, encoding=encoding, progress=progress)
    path = page.with_suffix(".db") if output is None else Path(output)
    if path.exists() and page.is_file() and os.path.samefile(path, page):
        raise StoreError(f"'{path}' is the page itself. Name another file for the evidence base with -o.")
    version = check_ours(path)
    origin = Origin(encoding, _digest(profile), _plugins())
    if version == SCHEMA_VERSION and not force and book is None:
        known = _up_to_date(path, page, origin, began)
        if known is not None:
            return known
    with new_base(path) as connection:
        if book is None:
            book = read(page, profile=profile, encoding=encoding, progress=progress)
        _check_is_sourcebook(book, page)
        fill_base(connection, book, path, origin=origin, carry=carry)
        return read_report(connection, path, unchanged=False, seconds=perf_counter() - began)


def _check_is_sourcebook(book: Sourcebook, page: Path) -> None:
    """Refuse a page without any claim or without any citation, unless a profile states that it has none.

    Raises:
        SourcebookError: it names what is missing, and how to state the layout.
    """
    accepted = {c.name for c in book.conventions if c.stated and c.value == "none"}
    found: dict[str, Sized] = {"claims": book.claims, "citations": book.citations}
    missing = [name for name, records in found.items() if not len(records) and name not in accepted]
    if missing:
        state = " and ".join(f'{name} = "none"' for name in missing)
        raise SourcebookError(
            f"{page} shows no {' and no '.join(missing)}, so that there is no evidence to store. Say in a profile "
            f"(--profile FILE) how they are set, for instance by {missing[0]}_pattern, or {state} if it has none."
        )


def _up_to_date(path: Path, page: Path, origin: Origin, began: float) -> BuildReport | None:
    """The report of the base at ``path`` if a build over the page would give the same."""
    from .. import __version__

    wanted = (
        page.name,
        _digest(page),
        __version__,
        origin.stated_encoding,
        origin.profile_sha256,
        json.dumps(origin.plugins, ensure_ascii=False),
    )
    try:
        with closing(sqlite3.connect(f"{Path(os.path.abspath(path)).as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute(
                "select name, sha256, version, stated_encoding, profile_sha256, plugins from sourcebook"
            ).fetchone()
            if found != wanted:
                return None
            return read_report(connection, path, unchanged=True, seconds=perf_counter() - began)
    except sqlite3.Error:  # ours by its header but damaged: build it anew
        return None


def _digest(file: str | os.PathLike[str] | None) -> str | None:
    """The SHA-256 of a file; ``None`` where there is none, or where reading it will say what is wrong."""
    if file is None or not os.path.isfile(file):
        return None
    try:
        with open(file, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _plugins() -> tuple[str, ...]:
    """The stages that are not built in, by name and version."""
    from importlib.metadata import entry_points

    found = entry_points(group="testimonia.stages")
    return tuple(sorted(f"{e.name} {e.dist.version if e.dist else ''} {e.value}" for e in found))
