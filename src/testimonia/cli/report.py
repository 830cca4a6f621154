"""``testimonia report``: one page about a book, to be sent to somebody."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, check_output, opened_book
from .telling import said_plot

__all__ = ["report"]


@click.command(
    short_help="One page about it all, to be sent to somebody.",
    epilog="In Python: testimonia.exports.write_report(book, 'report.html')",
)
@BOOK
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The HTML file to write; one that stands there is replaced.",
)
def report(book: Path, output: Path) -> None:
    """Write what is known of BOOK.db (or of a page) into one HTML file that needs nothing else.

    It holds a summary, the claims by how their evidence stands to them, disagreements side by side, what counts once,
    works, people and proceedings, every statement with a link to its words, and all words of the page. It runs no
    script, asks nothing of the network, and can be printed.
    """
    from ..exports import write_report

    check_output(book, output)
    with opened_book(book, needs="audits") as read:
        said_plot(write_report(read, output), "the report")
