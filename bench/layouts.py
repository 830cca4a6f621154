"""Reads the sourcebook in every layout and prints how well: a line each; ``--check`` fails under the targets.

    python bench/layouts.py [--group open|closed|fresh|unseen|unseen2|...|unseen8|all] [--layout NAME ...]
                            [--book BOOK ...] [--check]

Books: ``corpus`` (the page beside the project with its gold), ``invented[:SEED[:CLAIMS]]`` (made up), ``shown`` (the
layouts that came with the task), or a folder with ``page.txt`` and ``gold/``. Figures are ``score_layouts.py``'s.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(Path(__file__).resolve().parent))

from relayout.catalogue import LAYOUTS  # noqa: E402
from relayout.command import read_book  # noqa: E402

# the targets that the issue sets for every layout
FLOORS = {"claims": 0.93, "excerpts": 0.93, "pairing": 0.97, "csl.fields": 0.93}
COLUMNS = ("claims", "excerpts", "citations", "pairing", "under_claim", "csl.fields", "works_b3")
GROUPS = {layout.name: layout.group for layout in LAYOUTS}


def shared_folder() -> Path:
    """Where the shared material is: ``TESTIMONIA_SHARED``, else beside the project."""
    return Path(os.environ.get("TESTIMONIA_SHARED") or ROOT.parent / "shared")


def load_scorer() -> Any:
    """The scorer, as a module.

    Raises:
        FileNotFoundError: the shared material is not there.
    """
    path = shared_folder() / "score" / "score_layouts.py"
    spec = importlib.util.spec_from_file_location("score_layouts", path)
    if spec is None or spec.loader is None or not path.exists():
        raise FileNotFoundError(f"{path} is not there. TESTIMONIA_SHARED names the folder that holds score/.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figure(result: dict[str, Any], name: str) -> float:
    """One figure of the scorer's; pairing is over the excerpts found, as the scorer's ``of_found``."""
    value = result[name]
    return float(value.get("f1", value.get("of_found", value.get("accuracy", 0.0))))


def measure(folder: Path, scorer: Any, scratch: Path) -> tuple[dict[str, float], float, dict[str, Any]]:
    """Read one rendered book as far as its citations and score it: the figures, the seconds, and what was missed."""
    from testimonia.citations import CitationStage
    from testimonia.exports import export_jsonl
    from testimonia.layout import LayoutStage
    from testimonia.model import Sourcebook
    from testimonia.pipeline import run
    from testimonia.reading import read_source

    about = json.loads((folder / "gold" / "about.json").read_text(encoding="utf-8"))
    start = time.perf_counter()
    book = run(Sourcebook(read_source(folder / about["book"])), [LayoutStage(), CitationStage()])
    seconds = time.perf_counter() - start
    out = scratch / folder.parent.name / folder.name
    out.parent.mkdir(parents=True, exist_ok=True)
    export_jsonl(book, out)
    # offsets point into the decoded or extracted text, which is not the file's bytes as UTF-8 in every layout
    result, fields, show = scorer.score(folder, out, out / "text.txt")
    return {c: figure(result, c) for c in COLUMNS}, seconds, {"fields": fields, "show": show}


def rendered(books: Sequence[str], names: Sequence[str], group: str, to: Path, excerpts: int | None) -> list[Path]:
    """Folders of rendered books, rendering them where a book is not one of those shown."""
    folders = []
    for source in books:
        if source == "shown":
            folders += sorted(p.parent.parent for p in (shared_folder() / "layouts").glob("*/gold/about.json"))
            continue
        book = read_book(str(shared_folder()) if source == "corpus" else source)
        if excerpts:
            book = book.first(excerpts)
        for layout in LAYOUTS:
            if (group == layout.group or (group == "all" and layout.group != "files")) and (
                not names or layout.name in names
            ):
                layout.render(book, to / book.name)
                folders.append(to / book.name / layout.name)
    return folders


def main(argv: Sequence[str] | None = None) -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    groups = [*sorted({layout.group for layout in LAYOUTS}), "all"]
    p.add_argument("--group", choices=groups, default="open")
    p.add_argument("--layout", action="append", default=[])
    p.add_argument("--book", action="append", help="corpus, invented[:SEED[:CLAIMS]], shown, or a folder")
    p.add_argument("--excerpts", type=int, help="only about so many excerpts of each book")
    p.add_argument("--keep", type=Path, help="keep the rendered books and what was read of them here")
    p.add_argument("--show", type=int, default=0, help="so many examples of what was missed")
    p.add_argument("--json", type=Path, help="write the figures here too")
    p.add_argument("--check", action="store_true", help="fail where a layout is under the targets")
    a = p.parse_args(argv)
    scorer = load_scorer()
    under, table = [], []
    with tempfile.TemporaryDirectory() as scratch:
        keep = a.keep or Path(scratch)
        print(f"{'book':10} {'layout':28}" + "".join(f"{c:>12}" for c in COLUMNS) + f"{'seconds':>9}")
        for folder in rendered(a.book or ["shown", "corpus", "invented"], a.layout, a.group, keep, a.excerpts):
            name = f"{folder.parent.name[:10]:10} {folder.name:28}"
            try:
                figures, seconds, more = measure(folder, scorer, keep / "read")
            except Exception as error:  # a layout that breaks the reader is a figure too: nothing read
                print(f"{name}{type(error).__name__}: {str(error)[:90]}")
                figures, seconds, more = dict.fromkeys(COLUMNS, 0.0), 0.0, {"show": {}}
            else:
                marks = "".join(f"{v:11.4f}{'!' if v < FLOORS.get(c, 0) else ' '}" for c, v in figures.items())
                print(f"{name}{marks}{seconds:9.2f}", flush=True)
            for what, examples in more["show"].items():
                for example in examples[: a.show]:
                    print(f"    {what}: {example}"[:200])
            if any(figures[c] < floor for c, floor in FLOORS.items()):
                under.append(folder.name)
            table.append(
                {
                    "book": folder.parent.name,
                    "layout": folder.name,
                    "group": GROUPS.get(folder.name, "shown"),
                    **figures,
                    "seconds": round(seconds, 3),
                }
            )
    means = [sum(float(str(r[c])) for r in table) / max(1, len(table)) for c in COLUMNS]
    print(f"{'mean':39}" + "".join(f"{m:11.4f} " for m in means))
    targets = ", ".join(f"{k} {v}" for k, v in FLOORS.items())
    print(f"{len(table) - len(under)} of {len(table)} reach the targets ({targets})")
    if a.json:
        a.json.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    return 1 if a.check and under else 0


if __name__ == "__main__":
    sys.exit(main())
