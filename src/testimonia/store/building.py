"""From a page to its evidence base in one call; a base that is up to date is recognised and left."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Sequence, Sized
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from ..errors import SourcebookError, StoreError
from .connections import connect_to_read
from .kept import Kept, KeptFile, read_kept, set_aside
from .marks import SCHEMA_VERSION, check_no_base, check_ours
from .replacing import new_base
from .reports import BuildReport, read_report
from .reviews import carry_reviews
from .writing import Carry, Origin, fill_base

if TYPE_CHECKING:
    from ..model import Source, Sourcebook

__all__ = ["build_store"]


def build_store(
    page: str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    *,
    profile: str | os.PathLike[str] | None = None,
    encoding: str | None = None,
    authority: str | os.PathLike[str] | None = None,
    keep_authority: bool = True,
    vocabulary: str | os.PathLike[str] | None = None,
    keep_vocabulary: bool = True,
    force: bool = False,
    progress: Callable[[str, int, int], None] | None = None,
    carry: Sequence[Carry] = (),
) -> BuildReport:
    """Read a page and write its evidence base; see `testimonia.build`.

    ``carry`` copies from the old base what no reading can find again, beside the decisions and the reader's files.
    """
    from ..front import read

    began = perf_counter()
    page = Path(page)
    check_no_base(page)
    # what is no plain file (a folder, a pipe, nothing) is for the reading to judge, before any place is taken
    source = page if page.is_file() else _read_source(page, encoding)
    path = page.with_suffix(".db") if output is None else Path(output)
    if path.exists() and page.is_file() and os.path.samefile(path, page):
        raise StoreError(f"'{path}' is the page itself. Name another file for the evidence base with -o.")
    version = check_ours(path)
    origin = Origin(encoding, _digest(profile), _plugins())
    if version == SCHEMA_VERSION and not force and source is page and _are_there(profile, authority, vocabulary):
        files_wanted = (_wanted(authority, keep_authority), _wanted(vocabulary, keep_vocabulary))
        known = _up_to_date(path, page, origin, files_wanted, began)
        if known is not None:
            return known
    book, kept = None, Kept()

    def finish(new: sqlite3.Connection) -> None:
        if book is not None:
            carry_reviews(path, new, book, readable=not kept.is_damaged)

    with new_base(path, finish) as connection, ExitStack() as files:
        kept = read_kept(path)
        if authority is None and keep_authority and kept.authority is not None:
            authority = files.enter_context(kept.authority.on_disk())
        if vocabulary is None and keep_vocabulary and kept.vocabulary is not None:
            vocabulary = files.enter_context(kept.vocabulary.on_disk())
        book = read(
            source,
            profile=profile,
            encoding=encoding,
            progress=progress,
            decisions=kept.decisions,
            authority=authority,
            vocabulary=vocabulary,
        )
        missing = missing_evidence(book, page)
        if missing is not None:
            raise SourcebookError(missing)
        kept = replace(kept, authority=_given(authority), vocabulary=_given(vocabulary))
        fill_base(connection, book, path, origin=origin, carry=carry, kept=kept)
        finish(connection)  # so that the report counts the reviews; those that come later are taken in on leaving
        report = read_report(connection, path, unchanged=False, seconds=perf_counter() - began)
        return replace(report, set_aside=set_aside(path)) if kept.is_damaged else report


def _read_source(page: Path, encoding: str | None) -> Source:
    from ..reading import read_source

    return read_source(page, encoding=encoding)


def missing_evidence(book: Sourcebook, page: Path) -> str | None:
    """What is said of a page without any claim or without any citation: what is missing, and how to state the layout.

    ``None`` where it has both, or a profile states that it has none.
    """
    accepted = {c.name for c in book.conventions if c.stated and c.value == "none"}
    found: dict[str, Sized] = {"claims": book.claims, "citations": book.citations}
    missing = [name for name, records in found.items() if not len(records) and name not in accepted]
    if not missing:
        return None
    state = " and ".join(f'{name} = "none"' for name in missing)
    return (
        f"{page} shows no {' and no '.join(missing)}, so that there is no evidence to store. Say in a profile "
        f"(testimonia build --profile FILE) how they are set, for instance by {missing[0]}_pattern, "
        f"or {state} if it has none."
    )


def _are_there(*files: str | os.PathLike[str] | None) -> bool:
    """Whether the files that were named can be compared; if not, reading them will say what is wrong."""
    return all(file is None or _digest(file) is not None for file in files)


def _given(file: str | os.PathLike[str] | None) -> KeptFile | None:
    return None if file is None else KeptFile(Path(file).name, Path(file).read_bytes())


_Wanted = tuple[str | None] | None
"""The digest of the file that is wanted, itself ``None`` for no file; ``None`` where that of the base goes on."""


def _wanted(file: str | os.PathLike[str] | None, keep: bool) -> _Wanted:
    return None if file is None and keep else (_digest(file),)


def _up_to_date(
    path: Path, page: Path, origin: Origin, files: tuple[_Wanted, _Wanted], began: float
) -> BuildReport | None:
    """The report of the base at ``path`` if a build over the page would give the same.

    ``files`` are the authority file and the vocabulary.
    """
    from .. import __version__

    wanted = (
        page.name,
        _digest(page),
        __version__,
        origin.stated_encoding,
        origin.profile_sha256,
        json.dumps(origin.plugins, ensure_ascii=False),
        SCHEMA_VERSION,
    )
    try:
        with closing(connect_to_read(path)) as connection:
            *found, authority, vocabulary = connection.execute(
                "select name, sha256, version, stated_encoding, profile_sha256, plugins, schema, authority_sha256, "
                "vocabulary_sha256 from sourcebook"
            ).fetchone()
            same_files = files[0] in (None, (authority,)) and files[1] in (None, (vocabulary,))
            if tuple(found) != wanted or not same_files:
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
