"""``testimonia says``: what somebody says, of whom."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, opened_book
from .printing import counted
from .saying import say_statements, say_who
from .telling import only_one, output_options, told
from .terminal import echo

__all__ = ["says"]


@click.command(
    short_help="What somebody says, and of whom.",
    epilog="In Python: testimonia.answers.says(book, 'NAME', act=…, of=…)",
)
@BOOK
@click.argument("name", metavar="NAME")
@click.option("--act", metavar="ACT", help="Only this act: admits, denies, accuses, corroborates, retracts …")
@click.option("--of", "whom", metavar="NAME", help="Only what concerns this person, by name or id.")
@output_options
def says(book: Path, name: str, act: str | None, whom: str | None, as_json: bool, as_csv: bool) -> None:
    """Show what everybody says in BOOK.db (or on a page) who is called NAME, by name or id, as `who` finds them.

    Statements stand under their act, over time; each line says where it stands.
    """
    from ..answers import find_parties
    from ..answers import says as ask

    only_one(json=as_json, csv=as_csv)
    with opened_book(book, needs="assertions") as read:
        rows = ask(read, name, act=act, of=whom)
        if told(rows, as_json, as_csv):
            return
        say_who(read, find_parties(read, name))
        if not rows:
            echo("Nothing is said there.")
            return
        echo(counted(len(rows), "statement"))
        say_statements(rows, by=False)
