"""``testimonia export``: the evidence base in other formats."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, check_output, opened_book
from .terminal import echo

__all__ = ["export"]


@click.command(
    short_help="JSON Lines, CSV, Parquet, TEI or IPIF.",
    epilog="In Python: testimonia.exports.export(book, folder, 'jsonl'), or book.claims.to_pandas()",
)
@BOOK
@click.option(
    "--format",
    "format_",
    metavar="FORMAT",
    default="jsonl",
    show_default=True,
    help="jsonl, csv, parquet (which needs testimonia[tables]), tei or ipif.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder to write, or the file of tei and ipif; named after base and format if left out.",
)
def export(book: Path, format_: str, output: Path | None) -> None:
    """Write BOOK.db (or a page) as a folder of files in one format, or as one file of TEI or IPIF.

    An older export in that folder is replaced; a folder that holds anything else is left alone.
    Offsets count the characters of text.txt, which is written along.
    """
    from ..exports import FILES
    from ..exports import export as write_export

    folder = output or Path(f"{book.stem}-{format_}{FILES.get(format_, '')}")
    check_output(book, output)
    with opened_book(book) as read:
        write_export(read, folder, format_)
    echo(f"Exported {book} to {folder} as {format_}.")
