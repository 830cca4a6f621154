"""``testimonia matrix``: who accuses whom, and how often."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .opening import BOOK, check_output, opened_book
from .printing import counted
from .telling import PLOT, act_style, listed, only_one, output_options, place_words, said_plot, told
from .terminal import echo, style

if TYPE_CHECKING:
    from ..answers import Pair

__all__ = ["matrix"]


@click.command(
    short_help="Who accuses whom, and how often.",
    epilog="In Python: testimonia.answers.matrix(book, 'accuses'), testimonia.accusation_graph(book)",
)
@BOOK
@click.option("--act", metavar="ACT", default="accuses", show_default=True, help="Another act, or any.")
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a .graphml or .gexf file for Gephi (which needs testimonia[plots]).",
)
@PLOT
@output_options
def matrix(book: Path, act: str, graph: Path | None, plot: Path | None, as_json: bool, as_csv: bool) -> None:
    """Count in BOOK.db (or on a page) who accuses whom, or does what --act says: those first who do so most often.

    Each line says where it is first said and how often.
    """
    from ..answers import matrix as ask

    only_one(json=as_json, csv=as_csv, graph=graph, plot=plot)
    wanted = None if act == "any" else act
    check_output(book, graph, plot)
    with opened_book(book, needs="assertions") as read:
        pairs = ask(read, wanted)
        if graph is not None:
            from ..exports.graphs import accusation_graph, write_graph

            said_plot(write_graph(accusation_graph(read, wanted), graph), f"{counted(len(pairs), 'edge')}")
        elif plot is not None:
            from ..exports.plots import plot_matrix

            said_plot(plot_matrix(pairs, plot, act=wanted), f"{counted(len(pairs), 'pair')}")
        elif not told(pairs, as_json, as_csv):
            _say(pairs, act, wanted is None)


def _say(pairs: list[Pair], act: str, with_acts: bool) -> None:
    for _, own in groupby(pairs, key=lambda pair: pair.ground.speaker_id):
        whom = list(own)
        verb = "speaks of" if with_acts else act
        echo(f"{style(whom[0].ground.speaker, bold=True)} {act_style(verb, act)}")
        for pair in whom:
            acts = f" ({listed(pair.acts)})" if with_acts else ""
            place = style(place_words(pair.ground), dim=True)
            more = f" and {counted(pair.count - 1, 'other')}" if pair.count > 1 else ""
            echo(f"{pair.count:>6,}  {pair.of}{acts}: {place}{more}")
    if not pairs:
        echo("Nobody does." if not with_acts else "Nobody speaks of anybody.")
