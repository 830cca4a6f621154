"""``testimonia worth``: on what a claim, a person or an event rests."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .opening import BOOK, check_output, opened_book
from .printing import JSON, counted, first_words, heading
from .telling import PLOT, listed, only_one, said_plot, sure_words, told
from .terminal import echo, secho, style

if TYPE_CHECKING:
    from ..answers import Leaf, Stemma, Teller, Worth

__all__ = ["say_stemma", "worth"]

_STOOD = {
    "present": "Was there, by their own words",
    "heard": "Was told",
    "read": "Knows it from papers",
    "unstated": "Does not say",
}
_NAMES = 12  # of those who do not say
_WORDS = 60
_SOURCE = 80


@click.command(
    short_help="What a claim, a person or an event rests on.",
    epilog="In Python: testimonia.answers.worth(book, 'CLAIM', person=…, event=…)",
)
@BOOK
@click.argument("claim", required=False, metavar="[CLAIM]")
@click.option("--person", metavar="NAME", help="What is said by or of this person, by name or id.")
@click.option("--event", metavar="NAME", help="What is said of this trial, inquiry …, by words of its name or id.")
@PLOT
@JSON
def worth(
    book: Path, claim: str | None, person: str | None, event: str | None, plot: Path | None, as_json: bool
) -> None:
    """Show how much of BOOK.db (or a page) a CLAIM rests on: excerpts, works, authors and independent origins.

    CLAIM is an id, a number (1 is the first of the page) or words of the heading; without it every claim has a line.
    Who was there, who was told and who knows it from papers is read from their own words, which are shown. --plot draws
    which excerpts lead back to which.
    """
    from ..answers import worth as ask

    only_one(json=as_json, plot=plot)
    only_one(person=person, event=event)
    if claim is not None and (person or event):
        raise click.UsageError("Ask for a CLAIM, for a --person or for an --event, not for several at once.")
    check_output(book, plot)
    with opened_book(book, needs="origins") as read:
        rows = ask(read, claim, person=person, event=event)
        if plot is not None:
            from ..exports.plots import plot_stemmas

            trees = {tree.origin: tree for row in rows for tree in row.stemmas}
            title = rows[0].words if len(rows) == 1 else "What counts once"
            said_plot(plot_stemmas(list(trees.values()), plot, title=title), counted(len(trees), "stemma"))
            return
        if told(rows, as_json, False):
            return
        if claim is None and person is None and event is None:
            _say_all(rows)
            return
        for row in rows:
            _say(row)


def _say_all(rows: Sequence[Worth]) -> None:
    """A line for each claim."""
    if not rows:
        echo("No claim was found.")
        return
    secho("origins  excerpts  works  authors   there  told  read   claim", dim=True)
    for n, row in enumerate(rows, 1):
        origins = style(f"{row.origins:>7,}", fg="red" if row.origins < 2 else None, bold=True)
        echo(
            f"{origins}  {row.excerpts:>8,}  {row.works:>5,}  {row.authors:>7,}   {row.present:>5,}  {row.heard:>4,}  "
            f"{row.read:>4,}   {n} {first_words(row.words, _WORDS)}"
        )


def _say(row: Worth) -> None:
    place = "" if row.line is None else f", line {row.line}"
    heading(row.words)
    secho(f"{row.kind} {row.id}{place}", dim=True)
    counts = (
        counted(row.excerpts, "excerpt"),
        counted(row.works, "work"),
        counted(row.authors, "author"),
        style(counted(row.origins, "independent origin"), bold=True),
    )
    echo(", ".join(counts))
    echo(row.rests_on)
    for nearness, words in _STOOD.items():
        tellers = [teller for teller in row.tellers if teller.nearness == nearness]
        if tellers:
            _say_tellers(words, nearness, tellers)
    for tree in row.stemmas:
        echo()
        say_stemma(tree)


def _say_tellers(words: str, nearness: str, tellers: Sequence[Teller]) -> None:
    names = dict.fromkeys(teller.speaker for teller in tellers)
    if nearness == "unstated":
        echo(f"{words}: {listed(names, _NAMES)}")
        return
    echo(f"{words}:")
    for teller in tellers:
        why = "; ".join(first_words(reason, _WORDS) for reason in teller.why[:2])
        place = style(f"line {teller.line}, {teller.start}-{teller.end}", dim=True)
        echo(f"  {teller.speaker} ({why}) {place}{sure_words(teller.confidence)}")


def say_stemma(tree: Stemma) -> None:
    """Print a stemma as a tree."""
    for line in tree_lines(tree, plain=not _can_draw()):
        echo(line)
    if tree.head is None:
        secho("  Nothing tells which of them the others lead back to.", dim=True)


def _can_draw() -> bool:
    try:
        "├─└│●○".encode(sys.stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def tree_lines(tree: Stemma, *, plain: bool = False) -> Iterator[str]:
    """The lines of a tree: each excerpt under the one that it leads back to, after the tie between them."""
    branch, last, bar, head, node = ("|-", "`-", "| ", "*", "o") if plain else ("├─", "└─", "│ ", "●", "○")
    below = tree.below()

    def grow(leaf: Leaf, indent: str, mark: str) -> Iterator[str]:
        sign = head if leaf.excerpt == tree.head else node
        tie = "" if leaf.tie is None else f"{leaf.tie.kind} {leaf.tie.confidence:.2f} "
        place = style(f"line {leaf.line}, {leaf.excerpt}", dim=True)
        yield f"  {indent}{mark}{tie}{sign} {first_words(leaf.source, _SOURCE)}  {place}"
        children = below.get(leaf.excerpt, [])
        deeper = indent + ("" if not mark else "  " if mark.startswith(last) else bar) + " " * bool(mark)
        for n, child in enumerate(children, 1):
            yield from grow(child, deeper, (last if n == len(children) else branch) + " ")

    for root in below.get(None, ()):
        yield from grow(root, "", "")
