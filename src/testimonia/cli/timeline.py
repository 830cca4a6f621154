"""``testimonia timeline``: what is said to have happened when."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, check_output, opened_book
from .printing import counted, first_words
from .telling import PLOT, act_style, only_one, output_options, place_words, said_plot, sure_words, told
from .terminal import echo, style

__all__ = ["timeline"]

_WORDS = 90  # characters of what happened


@click.command(
    short_help="What is said to have happened when.",
    epilog="In Python: testimonia.answers.timeline(book, about=…, since=…, until=…)",
)
@BOOK
@click.option("--about", metavar="NAME", help="Only what concerns, names or is said by this person, by name or id.")
@click.option("--from", "since", metavar="DATE", help="From this year, month or day on: 1931, 1931-05, 1931-05-03.")
@click.option("--to", "until", metavar="DATE", help="Until this year, month or day.")
@PLOT
@output_options
def timeline(
    book: Path,
    about: str | None,
    since: str | None,
    until: str | None,
    plot: Path | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List over time what BOOK.db (or a page) says happened: dates as EDTF, on whose word, and where.

    What may have happened between --from and --to counts as in it. A date whose year the page leaves open is not there.
    """
    from ..answers import timeline as ask

    only_one(json=as_json, csv=as_csv, plot=plot)
    check_output(book, plot)
    with opened_book(book, needs="datings") as read:
        events = ask(read, about=about, since=since, until=until)
        if plot is not None:
            from ..exports.plots import plot_timeline

            said_plot(plot_timeline(events, plot), f"{counted(len(events), 'event')} over time")
            return
        if told(events, as_json, as_csv):
            return
        for event in events:
            place = style(place_words(event.ground), dim=True)
            headline = act_style(first_words(event.headline, 60), event.kind)
            what = f"{first_words(event.what, _WORDS)}{sure_words(event.confidence)}"
            echo(f"{event.when:<12} {place}: {headline}: {what}")
        if not events:
            echo("Nothing is dated there.")
