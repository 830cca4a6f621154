"""``testimonia who``: what is known of a person, and why."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, opened_book
from .people import list_people
from .portraits import portrait, portrait_facts, say_portrait
from .printing import JSON, echo_json
from .terminal import echo

__all__ = ["who"]


@click.command(
    short_help="What is known of a person, and why.",
    epilog="In Python: testimonia.people.lookup.find_people(book, 'NAME')",
)
@BOOK
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--all", "every_place", is_flag=True, help="Show every place where the person is named.")
@JSON
def who(book: Path, name: str | None, every_place: bool, as_json: bool) -> None:
    """Show everybody in BOOK.db (or on a page) who is called NAME, or has that id: spellings, places, reasons.

    Without NAME, everybody is listed.
    """
    from ..errors import NotFoundError

    with opened_book(book, needs="people") as read:
        if name is None:
            list_people(read, as_json)
            return
        from ..people.lookup import find_people

        found = [person for person in read.people if person.id == name] or find_people(read, name)
        if not found:
            raise NotFoundError(f"Nobody on the page is called {name!r}. `testimonia people` lists everybody.")
        portraits = [portrait(read, person) for person in found]
        if as_json:
            echo_json([portrait_facts(read, known) for known in portraits])
            return
        for number, known in enumerate(portraits):
            if number:
                echo()
            say_portrait(read, known, every_place=every_place)
