"""The command: ``python bench/relayout --from FOLDER --to OUT [--layout NAME ...] [--group GROUP]``."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

from .book import Book
from .catalogue import LAYOUTS
from .sources import read_gold_folder

__all__ = ["main", "read_book"]


def read_book(source: str) -> Book:
    """The book of a folder with gold, or ``invented:SEED``."""
    if source.startswith("invented"):
        from .invented import invent_book

        return invent_book(*(int(n) for n in source.split(":")[1:]))
    return read_gold_folder(Path(source))


def main(argv: Sequence[str] | None = None) -> int:
    """Render layouts."""
    p = argparse.ArgumentParser(prog="relayout", description=__doc__)
    p.add_argument(
        "--from", dest="source", required=True, help="a folder with page and gold, or invented:SEED[:CLAIMS]"
    )
    p.add_argument("--to", type=Path, required=True)
    p.add_argument("--layout", action="append", help="only this layout; may be given several times")
    groups = ("open", "closed", "fresh", "unseen", "unseen2", "unseen3", "unseen4", "files", "all")
    p.add_argument("--group", choices=groups, default="all")
    p.add_argument("--all", action="store_true", help="all layouts (the default)")
    p.add_argument("--excerpts", type=int, help="only about so many excerpts, from the first")
    p.add_argument("--list", action="store_true", help="name the layouts and stop")
    a = p.parse_args(argv)
    chosen = [x for x in LAYOUTS if a.group in (x.group, "all") and (not a.layout or x.name in a.layout)]
    if a.list:
        print("\n".join(f"{x.group:7}{x.name:32}{x.file}" for x in chosen))
        return 0
    if not chosen:
        p.error("No layout has that name. --list names them.")
    book = read_book(a.source)
    if a.excerpts:
        book = book.first(a.excerpts)
    for layout in chosen:
        if (a.to / layout.name / "gold").exists():
            shutil.rmtree(a.to / layout.name)
        layout.render(book, a.to)
    print(f"{len(chosen)} layouts of {len(book.claims)} claims, {sum(1 for _ in book.excerpts)} excerpts in {a.to}")
    return 0
