"""``testimonia disagreements``: where accounts of one thing differ, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .columns import say_beside
from .opening import BOOK, opened_book
from .printing import JSON, first_words
from .telling import reviewed, say_by_kind, told
from .terminal import echo, secho, style

if TYPE_CHECKING:
    from ..answers import Disagreement
    from ..answers.worth_pairs import Side

__all__ = ["disagreements", "say_disagreement"]

_ABOUT = 100


@click.command(
    short_help="Where accounts of one thing differ.",
    epilog="In Python: testimonia.answers.disagreements(book, kind=…, about=…, claim=…)",
)
@BOOK
@click.option("--kind", metavar="KIND", help="Only this kind: date, number, amount, name, place, outcome, wording …")
@click.option("--about", metavar="NAME", help="Only what concerns this person, or what is about these words.")
@click.option("--claim", metavar="CLAIM", help="Only what stands under this claim, by id, number or words.")
@JSON
def disagreements(book: Path, kind: str | None, about: str | None, claim: str | None, as_json: bool) -> None:
    """Show where two places of BOOK.db (or a page) speak of one thing and differ.

    Both stand side by side with the words that differ marked, by kind, the surest first. Which is right is not said.
    """
    from ..answers import disagreements as ask

    with opened_book(book, needs="discrepancies") as read:
        rows = ask(read, kind=kind, about=about, claim=claim)
        if told(rows, as_json, False):
            return
        say_by_kind(rows, say_disagreement, "disagreement")
        if not rows:
            echo("No two accounts were found to differ there.")


def say_disagreement(row: Disagreement) -> None:
    """Print two places side by side."""
    from ..answers import marked_words

    people = f"; {', '.join(row.people)}" if row.people else ""
    cause = f"; likely {row.cause}" if row.cause else ""
    about = style(first_words(row.about, _ABOUT), bold=True)
    echo(f"\n{about} ({row.id}, {row.confidence:.2f}{cause}{people}){reviewed(row.review)}")
    say_beside(*marked_words(row), (_head(row.a), _head(row.b)))
    if row.why:
        secho(f"  {'; '.join(first_words(why, _ABOUT) for why in row.why)}", dim=True)


def _head(side: Side) -> str:
    if side.kind == "claim":
        return f"line {side.line}, {side.start}-{side.end}: the heading"
    says = f", says {side.speaker}" if side.speaker else ""
    return f"line {side.line}, {side.start}-{side.end}: {first_words(side.source)}{says}"
