"""``testimonia layout``: how a page is laid out, and why we think so."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import PAGE, is_base
from .printing import JSON, Lines, counted, echo_json, first_words
from .terminal import echo, style

__all__ = ["layout"]

_ODD = 10  # places shown that do not follow a convention, unless all are asked for


@click.command(
    short_help="How a page is laid out, and why we think so.", epilog="In Python: testimonia.read(page).conventions"
)
@PAGE
@click.option("--profile", type=click.Path(path_type=Path), metavar="FILE", help="A TOML file that states the layout.")
@click.option("--all", "show_all", is_flag=True, help="Show every place that does not follow a convention.")
@click.option("--toml", "as_toml", is_flag=True, help="Print a profile to start from.")
@JSON
def layout(page: Path, profile: Path | None, show_all: bool, as_toml: bool, as_json: bool) -> None:
    """Show what was inferred of the layout of PAGE, why, how often it holds, and where it does not."""
    if is_base(page):
        if profile is not None:
            raise click.UsageError("--profile is for a page: a base holds what its reading found.")
        from ..store import open_store

        with open_store(page) as store:
            book = store.book()
    else:
        from ..front import lay_out

        book = lay_out(page, profile=profile)
    if as_toml:
        from ..layout import profile_toml

        echo(profile_toml(book.conventions), nl=False)
        return
    lines = Lines(book.text)
    if as_json:
        echo_json(
            [
                {
                    "name": convention.name,
                    "value": convention.value,
                    "why": convention.why,
                    "count": convention.count,
                    "stated": convention.stated,
                    "odd": [
                        {"line": lines.number(span), "start": span.start, "end": span.end, "words": book.cut(span)}
                        for span in convention.odd
                    ],
                }
                for convention in book.conventions
            ]
        )
        return
    for convention in book.conventions:
        echo(style(convention.name, bold=True) + f": {convention.value}")
        source = "stated in the profile" if convention.stated else convention.why
        echo(f"  {source} ({counted(convention.count, 'time')})")
        shown = convention.odd if show_all else convention.odd[:_ODD]
        for span in shown:
            echo(f"  not so in line {lines.number(span)}: {first_words(book.cut(span))}")
        if len(shown) < len(convention.odd):
            echo(f"  … and {len(convention.odd) - len(shown):,} more; --all shows them")
    if not book.conventions:
        echo("No convention was found on this page.")
