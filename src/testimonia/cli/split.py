"""``testimonia split``: one person is two."""

from __future__ import annotations

from pathlib import Path

import click

from .deciding import BASE, REVIEWER, WHY, say_decided
from .printing import JSON
from .progress import progress_bar

__all__ = ["split"]


@click.command(
    short_help="Decide that one person is two.",
    epilog="In Python: testimonia.split('BOOK.db', 'PERSON', spelling=…, offsets=…, why=…, reviewer=…)",
)
@BASE
@click.argument("person", metavar="PERSON")
@click.argument("spelling", required=False, metavar="[SPELLING]")
@click.option(
    "--at", "offsets", type=click.IntRange(min=0), multiple=True, metavar="OFFSET", help="A mention of somebody else."
)
@WHY
@REVIEWER
@JSON
def split(
    base: Path,
    person: str,
    spelling: str | None,
    offsets: tuple[int, ...],
    why: str,
    reviewer: str | None,
    as_json: bool,
) -> None:
    """Decide that what BOOK.db takes for PERSON, an id or a name, is two people.

    Somebody else is meant where the name is spelt SPELLING, or at each OFFSET of a mention that --at names.
    """
    from ..front import split as decide

    with progress_bar() as progress:
        decision = decide(
            base, person, spelling=spelling, offsets=offsets, why=why, reviewer=reviewer, progress=progress
        )
    say_decided(base, decision, as_json)
