"""``testimonia people``: everybody who is named."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .opening import BOOK, opened_book
from .printing import JSON, echo_json, first_words
from .terminal import echo

if TYPE_CHECKING:
    from ..model import Sourcebook

__all__ = ["list_people", "people"]


@click.command(
    short_help="Everybody who is named, and how often.",
    epilog="In Python: testimonia.read(page).people, or store.book().people",
)
@BOOK
@JSON
def people(book: Path, as_json: bool) -> None:
    """List everybody whom BOOK.db (or a page) names, those first who are named most often."""
    with opened_book(book, needs="people") as read:
        list_people(read, as_json)


def list_people(book: Sourcebook, as_json: bool) -> None:
    """Print everybody by mentions."""
    from ..exports.facts import json_record

    counts = Counter(mention.person for mention in book.mentions)
    everybody = sorted(book.people, key=lambda person: -counts[person.id])
    if as_json:
        echo_json([{**json_record(person), "mentions": counts[person.id]} for person in everybody])
        return
    for person in everybody:
        others = [variant for variant in person.variants if variant != person.name]
        echo(f"{counts[person.id]:>6,}  {person.id:<12} {first_words(', '.join([person.name, *others]))}")
    if not everybody:
        echo("Nobody was found to be named.")
