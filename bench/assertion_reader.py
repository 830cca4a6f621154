"""What to expect of statements in excerpts whose gold is kept apart: weights made from a reader's reading in its place.

    python -m bench.assertion_reader

The weights of statements are made from our readings of all shorter excerpts of the corpus page that have no gold here,
so that excerpts whose gold others keep are neither left out of them nor in them with that gold. Here the excerpts of
``gold/dev`` are put in the same place: two readers who had not seen their gold read them
(``readings/assertions-dev.jsonl``; each learnt the conventions on the gold of the half that the other read), weights
are made from those readings and all else that they are made from, and what they find is scored on the gold. Printed
too: the readers themselves on the gold, and the figures of these excerpts left out.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import testimonia
from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.tallies import Tallies

from .assertion_gold import READ_OF_BLIND, READINGS, lines_of, pages, reading_gold, scored, scorer
from .assertion_weights import PRIORS, Fitter, folded, read_with, rows_of

READING = "assertions-dev.jsonl"
PAGE = "corpus"


def read_in_place(page: Path, gold: Path) -> Path:
    """The readers' reading of the gold's excerpts as a folder of gold."""
    read = set(json.loads((gold / "scope.json").read_text())["excerpts"])  # those without a record too
    excerpts = [row for row in lines_of(gold / "excerpts.jsonl") if row["id"] in read]
    return reading_gold(page, gold, lines_of(READINGS / READING), excerpts)


def main() -> int:
    """Print the figures."""
    score, vocabulary = scorer(), read_vocabulary()
    priors = tomllib.loads(PRIORS.read_text(encoding="utf-8"))
    by_page = {name: place for name, place in pages().items() if name not in READ_OF_BLIND}
    page, gold = by_page[PAGE]
    reading = read_in_place(page, gold)
    by_page[PAGE] = page, reading
    told = [
        row | {"start": row["evidence"][0], "end": row["evidence"][1]}
        for row in score.rows(reading, "assertions.jsonl")
    ]
    show("the readers", scored(told, page, gold, score))
    books = {path: testimonia.read(path) for path in {path for path, _ in by_page.values()}}
    rows = [row for name, (path, own) in by_page.items() for row in rows_of(name, books[path], own, score, vocabulary)]
    everything = set(range(len(rows)))
    fitter = Fitter(rows, priors)
    whole = fitter.fitted(everything)
    parts = folded(rows, everything, fitter, {name: own for name, (_, own) in by_page.items()}, score)
    runs = [("left out", fold, model, everything - fold) for fold, model in zip(parts.folds, parts.models, strict=True)]
    lines: dict[str, list[dict[str, Any]]] = {}
    for kind, numbers, model, kept in [("in its place", everything, whole, everything), *runs]:
        tallies = Tallies(parts.tables(kept))
        for number in sorted(numbers):
            if rows[number].page == PAGE:
                lines.setdefault(kind, []).extend(read_with(rows[number], model, tallies, vocabulary))
    for kind, found in lines.items():
        show(kind, scored(found, page, gold, score))
    return 0


def show(kind: str, found: dict[str, dict[str, Any]]) -> None:
    """The figures of one way of reading."""
    for name, value in found.items():
        print(f"{kind:12s} {name:38s} " + "  ".join(f"{k} {v}" for k, v in value.items()))


if __name__ == "__main__":
    sys.exit(main())
