"""``testimonia demo``: an evidence base of the sample page that comes with the package."""

from __future__ import annotations

from pathlib import Path

import click

from .printing import JSON, echo_json, heading, say_report
from .progress import progress_bar
from .terminal import echo

__all__ = ["demo"]


@click.command(
    short_help="Build the base of an invented page.",
    epilog="In Python: testimonia.build(testimonia.sample_page(), 'testimonia-demo.db')",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="BOOK.db",
    default=Path("testimonia-demo.db"),
    show_default=True,
    help="The file to write.",
)
@JSON
def demo(output: Path, as_json: bool) -> None:
    """Build the evidence base of an invented sourcebook, and say what to try on it."""
    from ..front import build
    from ..sample import sample_page

    page = sample_page()
    with progress_bar() as progress:
        report = build(page, output, progress=progress)
    if as_json:
        echo_json(report.as_dict())
        return
    say_report(report)
    heading("Now try")
    for line in (
        f"testimonia show {output}",
        f"testimonia search {output} '\"deposition\" OR letter'",
        f"testimonia findings {output}",
        f"testimonia bibliography {output}",
        f"testimonia export {output} --format jsonl",
        f"testimonia layout {page}",
    ):
        echo(f"  {line}")
