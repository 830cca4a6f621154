"""``testimonia about``: what is said of somebody, by whom, by act, over time."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, check_output, opened_book
from .printing import counted
from .saying import say_statements, say_who
from .telling import PLOT, only_one, output_options, said_plot, told
from .terminal import echo

__all__ = ["about"]


@click.command(
    short_help="What is said of somebody, and by whom.",
    epilog="In Python: testimonia.answers.about(book, 'NAME', act=…, by=…)",
)
@BOOK
@click.argument("name", metavar="NAME")
@click.option("--act", metavar="ACT", help="Only this act: admits, denies, accuses, corroborates, retracts …")
@click.option("--by", metavar="NAME", help="Only on this person's word, by name or id.")
@PLOT
@output_options
def about(
    book: Path, name: str, act: str | None, by: str | None, plot: Path | None, as_json: bool, as_csv: bool
) -> None:
    """Show what BOOK.db (or a page) says of everybody who is called NAME, by name or id, as `who` finds them.

    Statements stand under their act, over time; each line says where it stands and on whose word. --plot draws who says
    something of the person, and of whom the person says something.
    """
    from ..answers import about as ask
    from ..answers import find_parties

    only_one(json=as_json, csv=as_csv, plot=plot)
    only_one(plot=plot, by=by)
    check_output(book, plot)
    with opened_book(book, needs="assertions") as read:
        if plot is not None:
            from ..exports.plots import plot_person

            said_plot(plot_person(read, name, plot, act=act), f"who says what of {name}, and of whom")
            return
        rows = ask(read, name, act=act, by=by)
        if told(rows, as_json, as_csv):
            return
        say_who(read, find_parties(read, name))
        if not rows:
            echo("Nothing is said there.")
            return
        speakers = len({row.ground.speaker_id for row in rows})
        echo(f"{counted(len(rows), 'statement')} by {counted(speakers, 'speaker')}")
        say_statements(rows, by=True)
