"""``testimonia ledger``: payments, meetings, messages and offices."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .opening import BOOK, opened_book
from .printing import counted, first_words
from .telling import listed, only_one, output_options, place_words, sure_words, told
from .terminal import echo, style

if TYPE_CHECKING:
    from ..answers import LedgerRow

__all__ = ["ledger"]

_WORDS = 90  # characters of a row's own words


@click.command(
    short_help="Payments, meetings, messages or offices.",
    epilog="In Python: testimonia.answers.ledger(book, 'payments', by=…, of=…, about=…)",
)
@BOOK
@click.argument("which", type=click.Choice(["payments", "meetings", "messages", "offices"]), metavar="LEDGER")
@click.option("--by", metavar="NAME", help="Only on this person's word, by name or id.")
@click.option("--of", "whom", metavar="NAME", help="Only where this person has a part.")
@click.option("--about", metavar="NAME", help="Only where this person has a part or is named.")
@output_options
def ledger(
    book: Path, which: str, by: str | None, whom: str | None, about: str | None, as_json: bool, as_csv: bool
) -> None:
    """List what BOOK.db (or a page) says of payments, meetings, messages or offices, over time.

    LEDGER is one of these four words. Each line says where it stands and on whose word; nothing is added up, for two
    lines may tell of one payment.
    """
    from ..answers import ledger as ask

    only_one(json=as_json, csv=as_csv)
    with opened_book(book, needs="entries") as read:
        rows = ask(read, which, by=by, of=whom, about=about)
        if told(rows, as_json, as_csv):
            return
        for row in rows:
            _say(row)
        echo(f"{counted(len(rows), 'row')}." if rows else f"The ledger of {which} has no such row.")


def _say(row: LedgerRow) -> None:
    parts: dict[str, list[str]] = {}
    for part in row.parts:
        parts.setdefault(part.role, []).append(part.name)
    said = ", ".join(f"{role} {style(listed(names, 4), bold=True)}" for role, names in parts.items())
    facts = [fact for fact in (row.when, said, row.amount) if fact]
    place = style(place_words(row.ground), dim=True)
    echo(f"{place}: {'; '.join(facts)} — {row.ground.speaker}{sure_words(row.confidence)}")
    echo(f"    {first_words(row.text, _WORDS)}")
