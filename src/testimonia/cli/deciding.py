"""What the commands share that decide who is who."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .portraits import touched_by
from .printing import counted, echo_json
from .reviewed import say_objected
from .terminal import echo

if TYPE_CHECKING:
    from ..model import Decision, Person, Sourcebook

__all__ = ["BASE", "REVIEWER", "WHY", "named", "say_decided"]

BASE = click.argument("base", type=click.Path(path_type=Path), metavar="BOOK.db")
WHY = click.option("--why", required=True, metavar="TEXT", help="The reason; it is kept with the decision.")
REVIEWER = click.option("--reviewer", metavar="NAME", help="Who decides; the name you are logged in by if left out.")


def say_decided(base: Path, decision: Decision, as_json: bool) -> None:
    """Print a decision that was made, and who is who now."""
    from ..answers.decided import Trail
    from ..exports.facts import json_record
    from ..store import open_store

    with open_store(base) as store:
        book = store.book()
        people = [book.people[id_] for id_ in touched_by(book, decision)]
        if as_json:
            echo_json({**json_record(decision), "people": [json_record(person) for person in people]})
            return
        echo(f"{decision.id}: kept with the name of {decision.reviewer}, the time and the reason.")
        for person in people:
            echo(f"  {named(book, person)}")
        if Trail(book.decisions).objects(decision):
            say_objected()
        echo(f"To take it back: testimonia undo '{base}' {decision.id} --why TEXT")


def named(book: Sourcebook, person: Person) -> str:
    """A person's name, id and how often he or she is named."""
    count = sum(mention.person == person.id for mention in book.mentions)
    return f"{person.name} ({person.id}), named {counted(count, 'time')}"
