"""``testimonia dependence``: which excerpts are not independent of each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .opening import BOOK, opened_book
from .printing import JSON, first_words
from .telling import reviewed, say_by_kind, told
from .terminal import echo, secho

if TYPE_CHECKING:
    from ..answers import Tie

__all__ = ["dependence", "say_tie"]

_WORDS = 150
_KINDS = {
    "duplicate": "the same words from the same work",
    "same-document": "two editions or translations of one original",
    "requote": "one quotes the words of the other's source",
    "derives": "one retells the other's source",
}


@click.command(
    short_help="Which excerpts depend on each other.",
    epilog="In Python: testimonia.answers.dependences(book, kind=…, claim=…)",
)
@BOOK
@click.option("--kind", metavar="KIND", help="Only this kind: duplicate, same-document, requote, derives.")
@click.option("--claim", metavar="CLAIM", help="Only with an excerpt under this claim, by id, number or words.")
@JSON
def dependence(book: Path, kind: str | None, claim: str | None, as_json: bool) -> None:
    """List the pairs of excerpts in BOOK.db (or on a page) that share an origin, with the words that show it.

    Of each pair it says whether the two count once; `testimonia worth` shows what counts.
    """
    from ..answers import dependences as ask

    with opened_book(book, needs="dependences") as read:
        rows = ask(read, kind=kind, claim=claim)
        if told(rows, as_json, False):
            return
        say_by_kind(rows, say_tie, "pair", _KINDS, commonest_first=True)
        if not rows:
            echo("No two excerpts were found to share an origin there.")


def say_tie(row: Tie) -> None:
    """Print a pair with the words that answer each other."""
    once = f"count once, in {row.origin}" if row.origin else "count twice: they share too little, or not surely enough"
    echo(f"\n{row.confidence:.2f} {row.id}: {once}{reviewed(row.review)}")
    for line, source, start, end, words in (
        (row.a_line, row.a_source, row.a_start, row.a_end, row.a_words),
        (row.b_line, row.b_source, row.b_start, row.b_end, row.b_words),
    ):
        secho(f"  line {line}, {start}-{end}: {first_words(source)}", dim=True)
        echo(f"    {first_words(words, _WORDS)}")
    for reason in row.reasons:
        echo(f"  because: {first_words(reason, 100)}")
