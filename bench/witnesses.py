"""Draws witnesses for a reader to judge, and counts what he found: is each placed where his words place him?

    python bench/witnesses.py BOOK.db --draw 20 --seed 1     so many of each nearness, with the words and the reasons
    python bench/witnesses.py BOOK.db --score                the share of right ones in readings/witnesses.jsonl

A reading is a line of JSON: `seed`, `start` and `end` of the witness's words on the page, `nearness` as it was drawn,
and `should`, where a careful reader would place him by the words of the excerpt alone.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import testimonia
from testimonia.model import Nearness, Sourcebook, Witness

READINGS = Path(__file__).with_name("readings") / "witnesses.jsonl"
_WORDS = 900  # characters of a witness's words


def draw(book: Sourcebook, number: int, seed: int) -> list[Witness]:
    """So many witnesses of each nearness, at random, in the order of the page."""
    by: dict[Nearness, list[Witness]] = defaultdict(list)
    for witness in book.witnesses:
        by[witness.nearness].append(witness)
    chosen = random.Random(seed)
    drawn = [w for near in Nearness for w in chosen.sample(by[near], min(number, len(by[near])))]
    return sorted(drawn, key=lambda witness: witness.span)


def show(book: Sourcebook, witness: Witness) -> None:
    """Print one for a reader."""
    own = [v for v in book.voices if v.excerpt == witness.excerpt and v.speaker == witness.speaker]
    words = " ¦ ".join(" ".join(book.cut(voice.span).split()) for voice in own)
    why = "; ".join(f"{reason.rule}: {' '.join(reason.words.split())[:60]}" for reason in witness.reasons)
    print(f"\n{witness.span.start}-{witness.span.end} {witness.speaker_name}: {witness.nearness} ({why})")
    print(f"  {words[:_WORDS]}")


def score(book: Sourcebook) -> None:
    """Print how many of the readings are right, by what was drawn, and how the program places them now."""
    readings = [json.loads(line) for line in READINGS.read_text(encoding="utf-8").splitlines() if line.strip()]
    now = {(w.span.start, w.span.end): w.nearness.value for w in book.witnesses}
    table: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for reading in readings:
        row = table[reading["seed"], reading["nearness"]]
        row["drawn"] += 1
        row["right as drawn"] += reading["nearness"] == reading["should"]
        row["right now"] += now.get((reading["start"], reading["end"])) == reading["should"]
    print("| draw | drawn as | witnesses | right as drawn | right now |\n| --- | --- | ---: | ---: | ---: |")
    for seed in sorted({seed for seed, _ in table}):
        for near in Nearness:
            row = table[seed, near.value]
            if row["drawn"]:
                counts = f"{row['drawn']} | {row['right as drawn']} | {row['right now']}"
                print(f"| {seed} | {near.value} | {counts} |")


def main() -> int:
    """Draw or score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("book", type=Path)
    parser.add_argument("--draw", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--score", action="store_true")
    asked = parser.parse_args()
    with testimonia.open_store(asked.book) as store:
        book = store.book()
    for witness in draw(book, asked.draw, asked.seed) if asked.draw else ():
        show(book, witness)
    if asked.score:
        score(book)
    return 0


if __name__ == "__main__":
    sys.exit(main())
