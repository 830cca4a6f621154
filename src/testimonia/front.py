"""The two calls most readers need: read a page, and build an evidence base of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import SourcebookError
from .model import Decision, Source, Sourcebook
from .pipeline import Progress, default_stages, keep_decisions, run

if TYPE_CHECKING:
    from .store import BuildReport

__all__ = ["build", "read"]


def read(
    page: str | os.PathLike[str] | Source,
    *,
    profile: str | os.PathLike[str] | None = None,
    encoding: str | None = None,
    decisions: Sequence[Decision] = (),
    authority: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Sourcebook:
    """Read a page: its layout, excerpts, citations, works, defects, people and voices.

    Args:
        page: a file (text, Markdown, HTML, Word, OpenDocument, EPUB or PDF), or a `Source` that was read before.
        profile: a TOML file that states how the page is laid out; what it leaves out is inferred.
        encoding: the file's encoding where you know it; ``None`` finds it out.
        decisions: what you decided before about who is who, as ``book.decisions`` gives it; it outranks every score.
        authority: a CSV file of people you know, with their names, variants and identifiers.
        progress: called with a stage's name, how many stages are done and how many there are.

    Raises:
        SourcebookError: the file cannot be read as a sourcebook.
        ProfileError: the profile says something that cannot be.
    """
    from .layout import read_profile

    source = page if isinstance(page, Source) else _read_page(Path(page), encoding)
    layout_profile = None if profile is None else read_profile(Path(profile))
    stages = default_stages(layout_profile, decisions=decisions, authority=_read_authority(authority))
    book = run(Sourcebook(source), stages, progress)
    keep_decisions(book, decisions)
    return book


def _read_authority(authority: str | os.PathLike[str] | None) -> object | None:
    if authority is None:
        return None
    from .people.authority import read_authority

    return read_authority(Path(authority))


def _read_page(page: Path, encoding: str | None) -> Source:
    from .reading import read_source

    try:
        return read_source(page, encoding=encoding)
    except SourcebookError:
        from .store.files import check_no_base

        check_no_base(page)  # an evidence base is no page, and can be told more of than that
        raise


def build(
    page: str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    *,
    profile: str | os.PathLike[str] | None = None,
    encoding: str | None = None,
    authority: str | os.PathLike[str] | None = None,
    keep_authority: bool = True,
    force: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Read a page and write its evidence base, whole or not at all.

    ``output`` is the SQLite file to write, beside the page with the ending ``.db`` where ``None``. A
    base that was built from the same page by the same version, profile and authority file is left as it is,
    unless ``force``. Decisions in an older base go into the new one, and so does its authority file where no
    ``authority`` is given, unless ``keep_authority`` is false.

    Raises:
        SourcebookError: the page cannot be read, or shows no claims or no citations and no profile
            says that it has none. StoreError: the base cannot be written; what
            stood there before is untouched. ProfileError: the profile says something that cannot be.
    """
    from .store import build_store

    return build_store(
        page,
        output,
        profile=profile,
        encoding=encoding,
        authority=authority,
        keep_authority=keep_authority,
        force=force,
        progress=progress,
    )
