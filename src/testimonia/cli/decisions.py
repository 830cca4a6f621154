"""``testimonia decisions``: what was decided about who is who, by whom, when and why."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, opened_book
from .portraits import say_decision
from .printing import JSON, echo_json

__all__ = ["decisions"]


@click.command(
    short_help="What was decided about who is who.",
    epilog="In Python: testimonia.open_store('BOOK.db').book().decisions",
)
@BOOK
@JSON
def decisions(book: Path, as_json: bool) -> None:
    """List the decisions in BOOK.db in the order in which they were made.

    One whose words the page has no longer is orphaned: it is kept and does nothing.
    """
    from ..exports.facts import json_record
    from ..model import in_force

    with opened_book(book) as read:
        count = {decision.id for decision in in_force(read.decisions)}
        if as_json:
            echo_json([{**json_record(d), "in_force": d.id in count and not d.orphaned} for d in read.decisions])
            return
        for decision in read.decisions:
            say_decision(read, decision, undone=decision.id not in count)
        if not read.decisions:
            click.echo("Nothing was decided.")
