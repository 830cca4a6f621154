"""``testimonia decisions``: what readers decided, by whom, when and why; and a file of it to share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .opening import BOOK, check_output, opened_book
from .portraits import say_decision
from .printing import JSON, counted, echo_json
from .progress import progress_bar
from .reviewed import say_review
from .terminal import echo, escaped_json

if TYPE_CHECKING:
    from ..answers.decided import Trail
    from ..model import Decision, Review

    S = TypeVar("S", Decision, Review)

__all__ = ["decisions"]


class _Listing(click.Group):
    """A group of commands that lists where what follows is no command but the name of a base."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = {*self.commands, *ctx.help_option_names}
        if args and args[0] not in known:
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_Listing,
    short_help="What readers decided: list it, export it, import it.",
    epilog="In Python: testimonia.open_store('BOOK.db').book().decisions, .reviews",
    subcommand_metavar="[list|export|import] BOOK.db …",
)
def decisions() -> None:
    """What readers decided about who is who, and what they said of single records.

    `testimonia decisions BOOK.db` lists it. `export` writes it to a file of JSON Lines, which `import` takes into
    another base of the page: each decision once, none in another's place.
    """


@decisions.command("list", short_help="List what was decided.")
@BOOK
@JSON
def list_(book: Path, as_json: bool) -> None:
    """List the decisions and reviews in BOOK.db, each in the order in which they were made.

    One whose words the page has no longer is orphaned: it is kept and does nothing. What another reader objects to
    stands, and says by whom.
    """
    from ..answers.decided import Trail

    with opened_book(book) as read:
        decided, said = Trail(read.decisions), Trail(read.reviews)
        if as_json:
            facts = [_facts(decision, decided) for decision in read.decisions]
            echo_json([*facts, *(_facts(review, said) for review in read.reviews)])
            return
        for decision in read.decisions:
            say_decision(read, decision, decided)
        for review in read.reviews:
            say_review(review, said)
        if not read.decisions and not read.reviews:
            echo("Nothing was decided.")


def _facts(one: S, trail: Trail[S]) -> dict[str, Any]:
    """A decision or review for a program."""
    from ..exports.facts import json_record

    facts = {**json_record(one), "in_force": trail.counts(one) and not one.orphaned}
    if trail.objections(one):
        facts["objections"] = [objection.id for objection in trail.objections(one)]
    return facts


@decisions.command(
    "export",
    short_help="Write what was decided as JSON Lines.",
    epilog="In Python: testimonia.exports.decisions.decision_lines(book.decisions, book.reviews)",
)
@BOOK
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="The file; the screen if left out."
)
def export(book: Path, output: Path | None) -> None:
    """Write the decisions and reviews in BOOK.db as JSON Lines, one a line, to share them."""
    from ..exports.decisions import decision_lines
    from ..exports.folders import write_file

    check_output(book, output)
    with opened_book(book) as read:
        lines = decision_lines(read.decisions, read.reviews)
        if output is None:
            echo(escaped_json(lines), nl=False)
            return
        write_file(output, lines)
        number = len(read.decisions) + len(read.reviews)
        echo(f"{output}: {counted(number, 'decision')}")


@decisions.command(
    "import",
    short_help="Take in what others decided.",
    epilog="In Python: testimonia.store.sharing.take_in('BOOK.db', decisions, reviews)",
)
@click.argument("base", type=click.Path(path_type=Path), metavar="BOOK.db")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@JSON
def import_(base: Path, file: Path, as_json: bool) -> None:
    """Take the decisions and reviews in FILE into BOOK.db: each once, none in another's place.

    They are found again by their words. Where they contradict what is there, both are kept and shown.
    """
    from dataclasses import asdict

    from ..exports.decisions import read_decision_lines
    from ..store.sharing import take_in

    made, said = read_decision_lines(file)
    with progress_bar() as progress:
        done = take_in(base, made, said, progress=progress)
    if as_json:
        echo_json(asdict(done))
        return
    echo(
        f"{base}: {counted(done.decisions, 'decision')} and {counted(done.reviews, 'review')} taken in, "
        f"{done.known:,} {'was' if done.known == 1 else 'were'} there already."
    )
    if done.refused:
        echo(f"{done.refused:,} refused: undos of what is neither here nor in the file.")
    if done.orphaned:
        echo(f"{done.orphaned:,} on words that this page has not: kept, and without effect.")
    if done.disputed:
        echo(f"{done.disputed:,} against what others say of the same records: both are kept.")
