"""``testimonia merge``: two people are one."""

from __future__ import annotations

from pathlib import Path

import click

from .deciding import BASE, REVIEWER, WHY, say_decided
from .printing import JSON
from .progress import progress_bar

__all__ = ["merge"]


@click.command(
    short_help="Decide that two people are one.",
    epilog="In Python: testimonia.merge('BOOK.db', 'A', 'B', why=…, reviewer=…)",
)
@BASE
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@WHY
@REVIEWER
@JSON
def merge(base: Path, a: str, b: str, why: str, reviewer: str | None, as_json: bool) -> None:
    """Decide that A and B, each an id or a name, are one person in BOOK.db.

    The decision is kept with who made it, when and why, outranks every score, and is there again after every build.
    """
    from ..front import merge as decide

    with progress_bar() as progress:
        decision = decide(base, a, b, why=why, reviewer=reviewer, progress=progress)
    say_decided(base, decision, as_json)
