"""``testimonia review``: what the program is least sure of, and what a reader says of it."""

from __future__ import annotations

import re
from pathlib import Path

import click

from .opening import opened_book
from .printing import JSON, counted, echo_json, heading
from .reviewed import question_facts, say_question, say_reviewed
from .terminal import echo

__all__ = ["review"]

_SHOWN = 10  # questions of one kind on a screen
_SHOWN_OF_EACH = 3  # where all kinds are asked for
_PLACE = re.compile(r"(\d+)-(\d+)")


@click.command(
    short_help="What the program is least sure of, and what you say of it.",
    epilog="In Python: testimonia.review('BOOK.db', 'ID', 'accept', why=…, reviewer=…)",
)
@click.argument("base", type=click.Path(path_type=Path), metavar="BOOK.db")
@click.option("--kind", metavar="KIND", help="Only this kind: maybe, mention, voice, assertion …")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many of a kind.")
@click.option("--all", "settled", is_flag=True, help="Those that were judged as well.")
@click.option("--accept", metavar="ID", help="Say that the record of this id is right.")
@click.option("--reject", metavar="ID", help="Say that it is wrong.")
@click.option("--correct", metavar="ID", help="Say what it ought to be, with --field and --value, or with --place.")
@click.option("--note", metavar="ID", help="Remark on it; --why is the remark.")
@click.option("--field", metavar="NAME", help="What of it is to be put right.")
@click.option("--value", metavar="WORDS", help="What ought to stand there.")
@click.option("--place", metavar="START-END", help="At which characters of the page it ought to stand.")
@click.option("--why", metavar="TEXT", help="The reason; it is kept with what you say.")
@click.option("--reviewer", metavar="NAME", help="Who says so; the name you are logged in by if left out.")
@JSON
def review(
    base: Path,
    kind: str | None,
    limit: int | None,
    settled: bool,
    accept: str | None,
    reject: str | None,
    correct: str | None,
    note: str | None,
    field: str | None,
    value: str | None,
    place: str | None,
    why: str | None,
    reviewer: str | None,
    as_json: bool,
) -> None:
    """List what the program is least sure of in BOOK.db, kind by kind, or say something of one record.

    What you say is kept beside the program's word with your name, the time and your reason; it is there again after
    every build, and `testimonia undo` takes it back. With --reviewer, a list holds what this reader has not judged yet.
    """
    said = {
        name: id_
        for name, id_ in (("accept", accept), ("reject", reject), ("correct", correct), ("note", note))
        if id_ is not None
    }
    if len(said) > 1:
        raise click.UsageError(f"Say one thing at a time, not --{' and --'.join(said)}.")
    if said:
        ((name, id_),) = said.items()
        if why is None:
            raise click.UsageError("Say why with --why TEXT; the reason is kept with what you say.")
        _say(base, name, id_, kind, field, value, place, why, reviewer, as_json)
        return
    for option, given in (("--field", field), ("--value", value), ("--place", place), ("--why", why)):
        if given is not None:
            raise click.UsageError(f"{option} goes with --accept, --reject, --correct or --note.")
    _list(base, kind, limit, settled, reviewer, as_json)


def _say(
    base: Path,
    name: str,
    id_: str,
    kind: str | None,
    field: str | None,
    value: str | None,
    place: str | None,
    why: str,
    reviewer: str | None,
    as_json: bool,
) -> None:
    from ..front import review as decide
    from ..model import Span

    bounds = None if place is None else _PLACE.fullmatch(place.strip())
    if place is not None and bounds is None:
        raise click.BadParameter(
            f"{place!r} is no place. Write the first character and the one after the last: 120-134."
        )
    span = None if bounds is None else Span(*sorted((int(bounds[1]), int(bounds[2]))))
    made = decide(base, id_, name, why=why, reviewer=reviewer, what=kind, field=field, value=value, place=span)
    say_reviewed(base, made, as_json)


def _list(base: Path, kind: str | None, limit: int | None, settled: bool, reviewer: str | None, as_json: bool) -> None:
    from ..answers.queue import QUEUED, queue, read_kind

    kinds = QUEUED if kind is None else (read_kind(kind),)
    with opened_book(base) as book:
        asked = {what: queue(book, what, reviewer=reviewer, settled=settled) for what in kinds}
    if as_json:
        echo_json([question_facts(one) for own in asked.values() for one in own[:limit]])
        return
    most = limit or (_SHOWN if kind else _SHOWN_OF_EACH)
    for what, own in asked.items():
        if not own:
            continue
        heading(f"{what} ({counted(len(own), 'question')})")
        for one in own[:most]:
            say_question(one)
        if len(own) > most:
            echo(f"  … and {len(own) - most:,} more: testimonia review '{base}' --kind {what} --limit N")
    if not any(asked.values()):
        echo("Nothing is open.")
