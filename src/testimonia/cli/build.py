"""``testimonia build``: a page into an evidence base."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import PAGE
from .printing import JSON, echo_json, say_report
from .progress import progress_bar

__all__ = ["build"]


@click.command(
    short_help="Read a page and write its evidence base.",
    epilog="In Python: testimonia.build(page, output, profile=…, authority=…, vocabulary=…, encoding=…, force=…)",
)
@PAGE
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="BOOK.db",
    help="The file to write; beside the page with the ending .db if left out.",
)
@click.option(
    "--profile",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A TOML file that states how the page is laid out; what it leaves out is inferred.",
)
@click.option(
    "--authority",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="People you know: name, variants and identifiers such as wikidata; kept in the base for later builds.",
)
@click.option("--no-authority", is_flag=True, help="Drop the list of people that the base keeps.")
@click.option(
    "--vocabulary",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help="Your own words for acts and deeds, laid over ours; kept in the base for later builds.",
)
@click.option("--no-vocabulary", is_flag=True, help="Drop the words that the base keeps.")
@click.option("--encoding", metavar="NAME", help="The page's encoding, where you know it better.")
@click.option("--force", is_flag=True, help="Build even if the base is up to date.")
@JSON
def build(
    page: Path,
    output: Path | None,
    profile: Path | None,
    authority: Path | None,
    no_authority: bool,
    vocabulary: Path | None,
    no_vocabulary: bool,
    encoding: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """Read PAGE and write its evidence base, one SQLite file.

    The base is written whole or not at all; an older one stays as it was until then. A page that has not
    changed is recognised and not read again. What you decided about who is who goes on, whatever the page says now.
    """
    if authority is not None and no_authority:
        raise click.UsageError("--authority and --no-authority exclude each other.")
    if vocabulary is not None and no_vocabulary:
        raise click.UsageError("--vocabulary and --no-vocabulary exclude each other.")
    from ..front import build as build_base

    with progress_bar() as progress:
        report = build_base(
            page,
            output,
            profile=profile,
            encoding=encoding,
            authority=authority,
            keep_authority=not no_authority,
            vocabulary=vocabulary,
            keep_vocabulary=not no_vocabulary,
            force=force,
            progress=progress,
        )
    if as_json:
        echo_json(report.as_dict())
    else:
        say_report(report)
