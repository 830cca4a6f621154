"""Measure what headings are read as, on the headings that the dev gold leaves out and on those of every page with gold.

    python -m bench.heading_readings [--faults]

``readings/headings-even.jsonl`` is what a careful reader made of the headings of the corpus page that the dev gold does
not have, in the gold's form but for its ``matter`` and with the names that are printed by their offsets; a line that
names a heading and nothing else says that it states nothing. It is laid together as a folder of gold and scored by the
gold's own script (``read``), beside the dev gold, the sample and the invented pages. Each page is read as far as its
headings need. ``--faults`` prints the headings that are not read whole, but never those of a page that is kept closed.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import testimonia
from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.circumstances import Circumstances
from testimonia.assertions.headings import heading_assertions
from testimonia.exports import export_jsonl
from testimonia.model import Act, Sourcebook
from testimonia.pipeline import default_stages, run
from testimonia.reading import read_source

from .assertion_gold import BLIND, READINGS, lines_of, name_at, scorer
from .gold_book import shared_folder

READING = READINGS / "headings-even.jsonl"
CLOSED = ("ashby",)
NONE = "none"  # a scope's list of excerpts that holds none of them


def read_gold(corpus: Path, dev: Path) -> Path:
    """The reading as a folder of gold, for the time of the run."""
    text = corpus.read_bytes().decode("utf-8")
    folder = Path(tempfile.mkdtemp())
    rows = lines_of(READING)
    stating = [row for row in rows if "act" in row]
    for row in stating:
        row["speaker_name"] = name_at(text, row["speaker_name"])
        row["of_names"] = [name_at(text, name) for name in row["of_names"]]
        if row["act"] == Act.EXONERATES.value and not row["of_names"]:
            row["of_names"] = [""]  # somebody is cleared: whom no words name has an empty name in the gold
    shutil.copy(dev / "people.jsonl", folder / "people.jsonl")
    headings = list(dict.fromkeys(row["heading"] for row in rows))
    (folder / "assertions.jsonl").write_text("\n".join(map(json.dumps, stating)), encoding="utf-8")
    (folder / "scope.json").write_text(json.dumps({"headings": headings}), encoding="utf-8")
    return folder


def pages() -> Iterator[tuple[str, Path, Path]]:
    """Each set of headings: its name, the page and the folder of its gold."""
    shared = shared_folder()
    if (shared / "corpus").exists():
        corpus = sorted((shared / "corpus").glob("*.txt"))[0]
        yield "read", corpus, read_gold(corpus, shared / "gold" / "dev")
        yield "corpus", corpus, shared / "gold" / "dev"
    sample = testimonia.sample_page()
    yield "sample", sample, sample.parent / "gold"
    for gold in sorted(BLIND.glob("*/gold/assertions.jsonl")):
        folder = gold.parent.parent
        yield folder.name, next(iter(sorted(folder.glob("page.*")))), gold.parent


def export_headings(page: Path, folder: Path) -> None:
    """Read a page as far as its headings need, and write its export with what they state."""
    stages = default_stages()
    before = next(place for place, stage in enumerate(stages) if stage.name == "assertions")
    book = run(Sourcebook(read_source(page)), stages[:before])
    vocabulary = read_vocabulary()
    book.add(list(heading_assertions(book, vocabulary, Circumstances(book, vocabulary))))
    export_jsonl(book, folder)


def main(arguments: list[str]) -> int:
    """Print the figures of every set of headings."""
    score = scorer()
    with tempfile.TemporaryDirectory() as scratch:
        for name, page, gold in pages():
            folder = Path(scratch) / page.parent.name
            if not folder.exists():
                export_headings(page, folder)
            file = gold / "scope.json"
            scope = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
            text, people = score.Text(str(page)), score.People(gold)
            found = score.assertions(text, folder, gold, {**scope, "excerpts": [NONE]}, people, {})
            for key, value in found.items():
                if "headings" in key:
                    print(f"{name:8s} {key:36s} " + "  ".join(f"{k} {v}" for k, v in value.items()))
            if "--faults" in arguments and name not in CLOSED:
                headings = scope.get("headings") or [row["heading"] for row in lines_of(gold / "assertions.jsonl")]
                print_faults(score, text, folder, gold, headings)
    return 0


def print_faults(score: Any, text: Any, folder: Path, gold: Path, headings: list[int | None]) -> None:
    """Each heading that is not read whole, what the gold has and what was found."""
    at = {row["id"]: text.line_of(row["start"]) for row in lines_of(folder / "claims.jsonl")}
    words = {at[row["id"]]: row["text"] for row in lines_of(folder / "claims.jsonl")}
    wanted, told = lines_of(gold / "assertions.jsonl"), lines_of(folder / "assertions.jsonl")
    for heading in dict.fromkeys(line for line in headings if line):
        ours = [row for row in wanted if row.get("heading") == heading]
        theirs = [row for row in told if at.get(row["claim"]) == heading]
        one = score.assertions(text, folder, gold, {"headings": [heading], "excerpts": [NONE]}, score.People(gold), {})
        whole = one["assertions.headings.act+speaker+of"]["f1"] == 1
        if (ours or theirs) and not whole:
            print(f"{heading:5d}  {words.get(heading, '')}")
            for mark, rows in (("gold", ours), ("ours", theirs)):
                for row in rows:
                    who = row["speaker_name"] or row["speaker"]
                    print(f"       {mark}  {who}  {row['act']}  {' | '.join(row.get('of_names') or ())}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
