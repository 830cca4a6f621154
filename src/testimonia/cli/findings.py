"""``testimonia findings``: the defects of the page itself."""

from __future__ import annotations

from pathlib import Path

import click

from .opening import BOOK, opened_book
from .printing import JSON, Lines, echo_json, first_words
from .terminal import echo, style

__all__ = ["findings"]


@click.command(
    short_help="Defects of the page itself.",
    epilog="In Python: testimonia.read(page).findings, or store.book().findings",
)
@BOOK
@click.option("--kind", metavar="KIND", help="Only findings of this kind, for instance splice or missing-citation.")
@JSON
def findings(book: Path, kind: str | None, as_json: bool) -> None:
    """List what a careful reader would mark on the page of BOOK.db (or on a page)."""
    from ..errors import NotFoundError
    from ..model import FindingKind

    if kind is not None and kind not in list(FindingKind):
        raise NotFoundError(f"No kind of finding is named {kind!r}. There are: {', '.join(sorted(FindingKind))}.")
    with opened_book(book) as read:
        lines = Lines(read.text)
        found = [finding for finding in read.findings if kind is None or finding.kind == kind]
        if as_json:
            echo_json(
                [
                    {
                        "id": finding.id,
                        "kind": finding.kind.value,
                        "line": lines.number(finding.span),
                        "start": finding.span.start,
                        "end": finding.span.end,
                        "words": read.cut(finding.span),
                        "message": finding.message,
                    }
                    for finding in found
                ]
            )
            return
        for finding in found:
            kind_ = style(finding.kind.value, bold=True)
            echo(f"{finding.id:<12} line {lines.number(finding.span)}: {kind_}: {finding.message}")
            echo(f"    {first_words(read.cut(finding.span))}")
        if not found:
            echo("Nothing was found." if kind is None else f"No {kind} was found.")
