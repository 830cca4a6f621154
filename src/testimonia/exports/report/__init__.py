"""One self-contained page about a book, to be sent to somebody else: what it claims, on what, and where it disagrees.

In comes a `Sourcebook`, out goes one HTML file with its style and its pictures in it, which asks nothing of the network
and runs no script. All words of the page stand at its end, and every statement above is a link to those that it rests
on. Blind spots: of many people, works or proceedings the foremost are shown and the others counted.
"""

from __future__ import annotations

import os
from pathlib import Path

from ...model import Sourcebook
from ..folders import write_file

__all__ = ["report_html", "write_report"]


def report_html(book: Sourcebook) -> str:
    """The report as HTML."""
    from .pages import render

    return render(book)


def write_report(book: Sourcebook, path: str | os.PathLike[str]) -> Path:
    """Write the report on a book into a file, whole or not at all, and return its path.

    Raises:
        ExportError: it cannot be written.
    """
    path = Path(path)
    write_file(path, report_html(book))
    return path
