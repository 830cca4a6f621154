"""``testimonia works``: what is cited, and how often."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, opened_book
from .printing import JSON, echo_json, first_words
from .terminal import echo

__all__ = ["works"]


@click.command(
    short_help="What is cited, and how often.", epilog="In Python: testimonia.read(page).works, or store.book().works"
)
@BOOK
@JSON
def works(book: Path, as_json: bool) -> None:
    """List the works that BOOK.db (or a page) cites, the most cited first."""
    from ..exports.facts import json_record
    from ..store.writing import label

    with opened_book(book) as read:
        cited = sorted(read.works, key=lambda work: -work.citations)
        if as_json:
            echo_json([json_record(work) for work in cited])
            return
        for work in cited:
            echo(f"{work.citations:>5}  {work.id}  {first_words(label(work.csl))}")
        if not cited:
            echo("No work is cited.")
