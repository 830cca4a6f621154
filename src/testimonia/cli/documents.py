"""``testimonia documents``: what excerpts quote from by name."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, opened_book
from .printing import JSON, Lines, counted, echo_json, first_words
from .terminal import echo, style

__all__ = ["documents"]


@click.command(
    short_help="Letters, speeches and records that are quoted.",
    epilog="In Python: testimonia.read(page).documents, or store.book().documents",
)
@BOOK
@JSON
def documents(book: Path, as_json: bool) -> None:
    """List the documents that excerpts of BOOK.db (or of a page) quote from: type, date, author, where they stand."""
    from ..exports.facts import json_record
    from ..model.wording import document_words

    with opened_book(book, needs="people") as read:
        if as_json:
            echo_json([json_record(document) for document in read.documents])
            return
        lines = Lines(read.text)
        for document in read.documents:
            echo(f"{document.id:<12} {style(document_words(document), bold=True)}")
            stands = ", ".join(document.excerpts) or "no excerpt"
            echo(f"    in {counted(len(document.excerpts), 'excerpt')}: {stands}")
            for place in document.places:
                echo(f"    line {lines.number(place)}: {first_words(read.cut(place))}")
        if not read.documents:
            echo("No document was found to be quoted.")
