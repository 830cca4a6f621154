"""``testimonia publish``: the pages as a folder, for a disk or any web host."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import is_base
from .printing import counted
from .progress import progress_bar
from .terminal import echo

__all__ = ["publish"]


@click.command(
    short_help="The pages as a folder for any web host.",
    epilog="In Python: testimonia.publish.publish_site('BOOK.db', 'site')",
)
@click.argument("book", type=click.Path(path_type=Path), metavar="BOOK.db")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The folder.")
@click.option("--url", metavar="URL", help="Where the site is to stand; it goes into its citations.")
@click.option("--author", metavar="NAME", help="Who publishes it; it goes into its citations.")
def publish(book: Path, output: Path, url: str | None, author: str | None) -> None:
    """Write the pages of BOOK.db into the folder DIR: open its index.html, or put it on any web host.

    It has the pages of `testimonia serve` without the review, a search that needs no server, a style for paper, and on
    each page how to cite it. A site of ours that stands in DIR is replaced as a whole; any other folder is left alone.
    """
    from ..errors import StoreError
    from ..publish import publish_site

    if not is_base(book):
        raise StoreError(f"'{book}' is no evidence base. Build one first: testimonia build '{book}'")
    with progress_bar() as progress:
        done = publish_site(book, output, url=url, author=author, progress=progress)
    echo(f"{done.folder}: {counted(done.pages, 'page')}, {done.entries:,} things its search finds")
    echo(f"Open {done.folder / 'index.html'}, or put the folder on any web host.")
