"""``testimonia bibliography``: the cited works as a list in a style, or for a reference manager."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, check_output, opened_book
from .printing import counted
from .terminal import echo

__all__ = ["bibliography"]


@click.command(
    short_help="The works in a CSL style, or for Zotero.",
    epilog="In Python: testimonia.exports.bibliography.format_bibliography(book.works, style)",
)
@BOOK
@click.option("--style", metavar="STYLE", help="A CSL style by name (chicago, mla, apa …) or as a .csl file.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "csl", "bibtex", "ris"]),
    default="text",
    show_default=True,
    help="csl, bibtex and ris are what Zotero and others import.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
def bibliography(book: Path, style: str | None, format_: str, output: Path | None) -> None:
    """Print the works that BOOK.db (or a page) cites, as a list in a CSL style or for a reference manager."""
    if style is not None and format_ != "text":
        raise click.UsageError("--style is for --format text: the other formats hold the facts and no style.")
    check_output(book, output)
    with opened_book(book) as read:
        from io import StringIO

        from ..exports.bibliography import DEFAULT_STYLE, format_bibliography
        from ..exports.bibtex import write_bibtex
        from ..exports.csl_json import write_csl
        from ..exports.ris import write_ris

        if format_ == "text":
            words = format_bibliography(read.works, style or DEFAULT_STYLE)
        else:
            out = StringIO()
            {"csl": write_csl, "bibtex": write_bibtex, "ris": write_ris}[format_](read.works, out)
            words = out.getvalue()
    words = words.rstrip("\n") + "\n"
    if output is None:
        echo(words, nl=False)
        return
    from ..exports.folders import write_file

    write_file(output, words)
    echo(f"Wrote {counted(len(read.works), 'work')} to {output} as {format_}.")
