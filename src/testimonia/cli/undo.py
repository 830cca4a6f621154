"""``testimonia undo``: a decision counts no longer, and is kept all the same."""

from __future__ import annotations

from pathlib import Path

import click

from .deciding import BASE, REVIEWER, WHY, say_decided
from .printing import JSON
from .progress import progress_bar
from .reviewed import say_reviewed

__all__ = ["undo"]


@click.command(
    short_help="Take a decision back.",
    epilog="In Python: testimonia.undo('BOOK.db', 'DECISION', why=…, reviewer=…)",
)
@BASE
@click.argument("decision", metavar="DECISION")
@WHY
@REVIEWER
@JSON
def undo(base: Path, decision: str, why: str, reviewer: str | None, as_json: bool) -> None:
    """Take back the DECISION, or review, of an id in BOOK.db. Both are kept; an undo can itself be taken back.

    What another reader decided stands; an undo of it is kept beside it as an objection.
    """
    from ..front import undo as decide
    from ..model import Review

    with progress_bar() as progress:
        made = decide(base, decision, why=why, reviewer=reviewer, progress=progress)
    if isinstance(made, Review):
        say_reviewed(base, made, as_json)
    else:
        say_decided(base, made, as_json)
