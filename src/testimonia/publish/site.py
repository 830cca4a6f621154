"""All pages of a base into a folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from ..errors import DecisionError
from ..store.pages import Base, open_base
from ..store.pages.overview import figures
from ..store.pages.parts import title_of
from ..web.pages import PAGES, page_named
from ..web.rendering import render, render_template
from .citing import PICTURE, Edition, foot_of, head_of
from .folder import site_folder
from .index import write_index
from .links import SiteLinks, file_name
from .picture import picture
from .subjects import subject_of

__all__ = ["Published", "publish_site"]

_WEB = Path(__file__).parents[1] / "web" / "static"
_OWN = Path(__file__).parent / "static"
_ONLY_LIVE = ("reading.js", "review.css", "review.js")
_PLAIN_TOO = ("ledger",)  # has a page for each key, and one without

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Published:
    """What was written: the folder, how many pages, how many things its search finds."""

    folder: Path
    pages: int
    entries: int


def publish_site(
    base: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    url: str | None = None,
    author: str | None = None,
    progress: Progress | None = None,
) -> Published:
    """Write the pages of a base as a folder that a browser opens from a disk and any web host serves.

    Args:
        base: the evidence base.
        folder: where to write; a site of ours that stands there is replaced at once and as a whole.
        url: where the site is to stand, if that is known; it goes into what machines read and into citations.
        author: who publishes it, for the citations; left out where it is not said.
        progress: called with a kind of page, how many kinds are done and how many there are.

    Raises:
        StoreError: there is no base of ours, or it cannot be read. ExportError: the folder holds something else, or
            cannot be written; what stood there is kept.
    """
    opened = open_base(base)
    try:
        edition = _edition(opened, url, author)
        wanted = list(_wanted(opened))
        with site_folder(Path(folder), {"title": edition.title, "version": edition.version}) as fresh:
            kinds = list(dict.fromkeys(page for page, _ in wanted))
            for number, kind in enumerate(kinds):
                if progress is not None:
                    progress(kind, number, len(kinds))
                for page, key in wanted:
                    if page == kind:
                        _write_page(opened, fresh, edition, page, key)
            entries = write_index(opened, fresh / "search")
            _write_search(opened, fresh, edition)
            _copy_assets(fresh)
            found = figures(opened)
            (fresh / PICTURE).write_bytes(picture(found.told, found.profiles))
        if progress is not None:
            progress("", len(kinds), len(kinds))
    finally:
        opened.close()
    return Published(Path(folder), len(wanted) + 1, entries)


def _edition(base: Base, url: str | None, author: str | None) -> Edition:
    built, version, sha256 = base.row("select built, version, sha256 from sourcebook") or ("", "", "")
    if url is not None:
        if not url.startswith(("http://", "https://")):
            raise DecisionError(f"{url!r} is no address of a site. Write it as https://example.org/page/")
        url = url.rstrip("/") + "/"
    return Edition(title_of(base), str(built)[:10], version, sha256, url, author)


def _wanted(base: Base) -> Iterator[tuple[str, str | None]]:
    for name in PAGES:
        if name == "search":
            continue
        keys = page_named(name).keys
        if keys is None or name in _PLAIN_TOO:
            yield name, None
        if keys is not None:
            yield from ((name, str(key)) for key in keys(base))


def _write_page(base: Base, folder: Path, edition: Edition, page: str, key: str | None) -> None:
    subject, file = subject_of(base, page, key), file_name(page, key)
    extras = {"head": head_of(subject, edition, file), "foot": foot_of(subject, edition, file)}
    html = render(page, base, {} if key is None else {"key": key}, SiteLinks(), extras=extras)
    (folder / file).write_bytes(html.encode("utf-8", "replace"))


def _write_search(base: Base, folder: Path, edition: Edition) -> None:
    subject, file = subject_of(base, "search"), file_name("search")
    html = render_template(
        "site_search.html",
        base,
        SiteLinks(),
        page="search",
        head=head_of(subject, edition, file),
        foot=Markup(""),
        title=subject.title,
    )
    (folder / file).write_bytes(html.encode("utf-8", "replace"))


def _copy_assets(folder: Path) -> None:
    shared = folder / "static"
    shared.mkdir()
    for source in (_WEB, _OWN):
        for path in sorted(source.iterdir()):
            if path.is_file() and path.name not in _ONLY_LIVE:
                shutil.copyfile(path, shared / path.name)
    (folder / ".nojekyll").touch()  # else a host that knows Jekyll would leave out what begins with an underscore
