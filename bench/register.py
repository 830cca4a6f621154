"""Draw cells of the register of proceedings at random, with the words around them, for a reader to judge.

    python bench/register.py BOOK --draw 100 --seed 7     prints the cells, each with its place and context
    python bench/register.py BOOK --score                  what share of the cells that were read so far was right

BOOK is a sourcebook page or a store. A verdict goes into ``bench/readings/register-cells.jsonl`` as offsets and
``right`` or ``wrong``, with the class of a wrong one; no words of the page. A cell is right if the page says there, of
that person and of those proceedings, what the cell says, and the word is whose the cell says it is.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import testimonia

READINGS = Path(__file__).parent / "readings" / "register-cells.jsonl"
AROUND = 220  # characters of the page on either side


def cells_of(path: Path) -> tuple[testimonia.Sourcebook, list]:
    """The book and its cells in the order of the page."""
    book = testimonia.read(path)
    return book, sorted(book.cells, key=lambda cell: (cell.span.start, cell.kind.value, cell.id))


def draw(path: Path, number: int, seed: int) -> None:
    """Print cells at random."""
    book, cells = cells_of(path)
    names = {proceeding.id: proceeding for proceeding in book.proceedings}
    chosen = random.Random(seed).sample(cells, min(number, len(cells)))
    print(f"{len(cells)} cells; {len(chosen)} drawn with seed {seed}")
    for n, cell in enumerate(sorted(chosen, key=lambda c: c.span.start), 1):
        proceeding = names[cell.proceeding]
        before = book.text[max(0, cell.span.start - AROUND) : cell.span.start].replace("\n", " / ")
        after = book.text[cell.span.end : cell.span.end + AROUND].replace("\n", " / ")
        print(f"\n{n}. [{cell.span.start}:{cell.span.end}] {cell.kind.value}", end="")
        print(f" | {cell.person_name or '-'} | {cell.value!r}")
        print(f"   {proceeding.kind.value}: {proceeding.name!r} {proceeding.date or ''}", end="")
        print(f" | by {cell.speaker_name or cell.speaker}")
        print(f"   why: {'; '.join(reason.rule for reason in cell.reasons)} ({cell.confidence})")
        print(f"   …{before}>>{cell.value}<<{after}…")


def score(path: Path) -> None:
    """What was judged so far, of the cells that are still made."""
    _, cells = cells_of(path)
    made = Counter((cell.span.start, cell.span.end, cell.kind.value) for cell in cells)
    read = [json.loads(line) for line in READINGS.read_text(encoding="utf-8").splitlines()]
    for seed in sorted({entry["seed"] for entry in read}):
        drawn = [entry for entry in read if entry["seed"] == seed]
        still = [e for e in drawn if (e["start"], e["end"], e["kind"]) in made]
        wrong = Counter(e.get("class", "") for e in drawn if not e["right"])
        right = sum(e["right"] for e in drawn)
        print(f"seed {seed}: {right} of {len(drawn)} right when drawn; {len(still)} of them are still made", end="")
        print(f", {sum(e['right'] for e in still)} right" + (f"; wrong: {dict(wrong)}" if wrong else ""))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("book", type=Path)
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--score", action="store_true")
    options = parser.parse_args()
    if options.draw:
        draw(options.book, options.draw, options.seed)
    if options.score:
        score(options.book)


if __name__ == "__main__":
    main()
