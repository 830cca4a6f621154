"""Reads a page and prints who was taken for whom wrongly, beside the gold, and what the step costs.

    python bench/people.py [--page PAGE --gold GOLD] [--check]

Without options the page beside the project with its dev gold, if it is there, and the sample. For each book it prints
B³ over the gold's mentions, every person of ours that holds mentions of several people of the gold (``merged``), every
person of the gold that is parted among several of ours (``split``), and the pairs left as may-be. Places are named by
their offsets, never by their words. ``--check`` fails where two people were merged or B³ is under the target.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from judging import corpus_page, figures_of, gold_folder, load_scorer, rows, scope_of, shared_folder

TARGET = 0.96
SHOWN = 6  # places printed of one person


def books(page: Path | None, gold: Path | None) -> list[tuple[str, Path, Path]]:
    """Name, page and gold of what is to be measured.

    Raises:
        FileNotFoundError: a page is given without its gold, or gold without its page.
    """
    from testimonia.sample import sample_gold, sample_page

    if page is not None or gold is not None:
        if page is None or gold is None:
            raise FileNotFoundError("A page needs its gold, and gold its page: give --page and --gold.")
        return [(page.stem, page, gold)]
    found = [("sample", sample_page(), sample_gold())]
    corpus = corpus_page()
    if corpus is not None:
        found.insert(0, ("corpus", corpus, shared_folder() / "gold" / "dev"))
    return found


def faults(export: Path, gold: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The wrong joinings, and the wrong partings: for each one line, of offsets."""
    wanted = rows(gold / "mentions.jsonl")
    chosen = set(scope_of(gold).get("excerpts") or {r["excerpt"] for r in wanted})
    mine = {(r["start"], r["end"]): r["person"] for r in rows(export / "mentions.jsonl")}
    merged: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    split: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for r in wanted:
        person = mine.get((r["start"], r["end"]))
        if r["excerpt"] in chosen and person is not None:
            merged[person][r["person"]].append(r["start"])
            split[r["person"]][person].append(r["start"])
    return lines(merged), lines(split)


def lines(groups: Mapping[str, Mapping[str, Sequence[int]]]) -> dict[str, list[str]]:
    """Of the groups that have several members, each member's places in words."""
    return {
        one: [places(offsets) for offsets in members.values()] for one, members in groups.items() if len(members) > 1
    }


def places(offsets: Sequence[int]) -> str:
    """Some offsets, and how many more there are."""
    more = f" and {len(offsets) - SHOWN} more" if len(offsets) > SHOWN else ""
    return ", ".join(map(str, offsets[:SHOWN])) + more


def timed(page: Path) -> tuple[float, float, int]:
    """Seconds for finding names and for gathering them, and how many there are."""
    from testimonia.citations import CitationStage
    from testimonia.layout import LayoutStage
    from testimonia.model import Sourcebook
    from testimonia.people.identity import gather
    from testimonia.people.mentions import find_names
    from testimonia.people.records import records_of
    from testimonia.pipeline import run
    from testimonia.reading import read_source

    book = run(Sourcebook(read_source(page)), [LayoutStage(), CitationStage()])
    begun = time.perf_counter()
    found = find_names(book)
    between = time.perf_counter()
    gathering = gather(found, book)
    list(records_of(book.text, gathering, [settled.person for settled in gathering.settled], {}))
    return between - begun, time.perf_counter() - between, len(found)


def main() -> int:
    """Print the figures; returns what the process ends with."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--page", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    import testimonia
    from testimonia.exports import export_jsonl

    scorer = load_scorer()
    missed = False
    for name, page, where in books(options.page, options.gold):
        seeking, gathering, names = timed(page)
        with tempfile.TemporaryDirectory() as scratch:
            folder, gold = Path(scratch) / "export", gold_folder(where, Path(scratch))
            book = testimonia.read(page)
            export_jsonl(book, folder)
            figure = figures_of(scorer, folder / "text.txt", folder, gold)["people.identity_b3"]
            merged, split = faults(folder, gold)
        print(f"{name}: {names:,} names, {len(book.people):,} people, {len(book.maybes)} pairs who may be one")
        print(f"  names found in {seeking:.2f} s, gathered into people in {gathering:.2f} s")
        print(f"  identity, B³: P {figure['p']:.4f}  R {figure['r']:.4f}  F1 {figure['f1']:.4f}  of {figure['n_gold']}")
        for kind, found in (("merged", merged), ("split", split)):
            print(f"  {kind}: {len(found)}")
            for members in found.values():
                print("    " + " | ".join(members))
        missed = missed or bool(merged) or figure["f1"] < TARGET
    return int(options.check and missed)


if __name__ == "__main__":
    sys.exit(main())
