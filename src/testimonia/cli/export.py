"""``testimonia export``: the evidence base in other formats."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, opened_book

__all__ = ["export"]


@click.command(
    short_help="JSON Lines, CSV or Parquet.",
    epilog="In Python: testimonia.exports.export(book, folder, 'jsonl'), or book.claims.to_pandas()",
)
@BOOK
@click.option(
    "--format",
    "format_",
    metavar="FORMAT",
    default="jsonl",
    show_default=True,
    help="jsonl, csv or parquet (which needs testimonia[tables]).",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder to write; named after the base and the format if left out.",
)
def export(book: Path, format_: str, output: Path | None) -> None:
    """Write BOOK.db (or a page) as a folder of files in one format.

    An older export in that folder is replaced; a folder that holds anything else is left alone.
    Offsets count the characters of text.txt, which is written along.
    """
    from ..exports import export as write_export

    folder = output or Path(f"{book.stem}-{format_}")
    with opened_book(book) as read:
        write_export(read, folder, format_)
    click.echo(f"Exported {book} to {folder} as {format_}.")
