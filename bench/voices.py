"""Reads a page and prints how well its people and voices are found, beside what the issue asks for.

    python bench/voices.py [--book BOOK ...] [--text PAGE] [--gold DIR_OR_PREFIX] [--classes] [--errors [N]]

Books: ``corpus``, the page beside the project with its dev gold; ``unseen``, the same page with the readings of other
excerpts under ``bench/readings``; ``closed``, the second set of these, which stayed closed until the engine was done;
``sample``, the page that ships; ``blind``, the pages under ``bench/blind``; or a folder with a page and ``gold/``.
Without options ``corpus`` and ``sample``, which are developed on; the others are for scores, and whoever looks at their
errors cannot measure with them any more. ``--gold`` is a folder of gold or the common beginning of such files' names
(``bench/readings/unseen``), for the corpus page or for ``--text``.

``--classes`` prints the classes of error with the characters each costs; ``--errors`` every misjudged stretch under its
class, dearest first, with the page's words, which are for the terminal alone. ``--save FILE`` keeps that list without
words or names: offsets and classes. ``--export DIR`` scores an export that was made before. ``--check`` fails under a
target.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from judging import (
    FIGURES,
    Stretch,
    corpus_page,
    export_page,
    figures_of,
    gold_folder,
    identity_faults,
    load_scorer,
    mention_faults,
    misjudged,
    shared_folder,
    write_rows,
)

BENCH = Path(__file__).resolve().parent
READINGS = BENCH / "readings"
BLIND = BENCH / "blind"
LONGEST = 220  # characters of a stretch that are printed


@dataclass(frozen=True, slots=True)
class Reading:
    """A page that was read, and the gold it is held against."""

    name: str
    text: Path
    export: Path
    gold: Path


def wanted(books: Sequence[str], text: Path | None, gold: Path | None) -> list[tuple[str, Path, Path]]:
    """Name, page and gold of what is to be measured.

    Raises:
        FileNotFoundError: something that is asked for is not there.
    """
    page = text or corpus_page()
    if gold is not None or text is not None:
        if page is None or gold is None:
            raise FileNotFoundError("A page needs its gold, and gold its page: give --text and --gold.")
        return [(gold.name, page, gold)]
    if not books:
        books = ("sample",) if page is None else ("corpus", "sample")
    return [found for book in books for found in named(book, page)]


def named(book: str, corpus: Path | None) -> list[tuple[str, Path, Path]]:
    """Name, page and gold of a book; ``blind`` may be several."""
    from testimonia.sample import sample_gold, sample_page

    if book == "sample":
        return [(book, sample_page(), sample_gold())]
    if book in ("corpus", "unseen", "closed"):
        if corpus is None:
            raise FileNotFoundError(f"There is no page in {shared_folder() / 'corpus'}.")
        return [(book, corpus, shared_folder() / "gold" / "dev" if book == "corpus" else READINGS / book)]
    folders = sorted(f.parent for f in BLIND.glob("*/gold")) if book == "blind" else [Path(book)]
    found = []
    for folder in folders:
        pages = sorted(folder.glob("page.*"))
        if len(pages) != 1 or not (folder / "gold").is_dir():
            raise FileNotFoundError(f"{folder} is no folder with one page and its gold.")
        found.append((folder.name, pages[0], folder / "gold"))
    return found


def print_figures(readings: Sequence[Reading], results: Sequence[dict[str, dict[str, float]]]) -> list[str]:
    """The table; returns what stays under a target."""
    print(f"{'':32}" + "".join(f"{r.name[:22]:>24}" for r in readings) + f"{'target':>9}")
    under = []
    for key, words, figure, target in FIGURES:
        cells = []
        for reading, result in zip(readings, results, strict=True):
            if key not in result or figure not in result[key]:
                cells.append(f"{'-':>24}")
                continue
            value = result[key][figure]
            low = target is not None and value < target
            if low:
                under.append(f"{words} ({reading.name}): {value:.4f}")
            cells.append(f"{value:.4f}{'!' if low else ' '} of {result[key]['n_gold']:>7}".rjust(24))
        print(f"{words:32}" + "".join(cells) + ("" if target is None else f"{target:9.2f}"))
    return under


def by_class(stretches: Sequence[Stretch]) -> list[tuple[str, list[Stretch]]]:
    """Stretches under their classes, the dearest class first."""
    classes: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        classes[stretch.kind].append(stretch)
    return sorted(classes.items(), key=lambda item: -sum(s.chars for s in item[1]))


def shown(text: str, start: int, end: int) -> str:
    words = " ".join(text[start:end].split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST // 2]} […] {words[-LONGEST // 2 :]}"


def print_errors(text: str, classes: Sequence[tuple[str, list[Stretch]]], most: int) -> None:
    """Every stretch of every class, with the words before and after it."""
    for kind, stretches in classes:
        print(f"\n== {kind}: {sum(s.chars for s in stretches)} characters in {len(stretches)} stretches")
        for s in stretches[:most]:
            taken = s.system or {"speaker": "-", "mode": "-"}
            print(
                f"  {s.excerpt} {s.start}-{s.end} ({s.chars}): gold {s.gold['speaker']} "
                f"({s.gold.get('speaker_name', '')}) {s.gold['mode']}"
                + (f" or {s.gold['alt']}" if s.gold.get("alt") else "")
                + f"; system {taken['speaker']} ({taken.get('speaker_name', '')}) {taken['mode']}"
            )
            before = " ".join(text[max(0, s.start - 70) : s.start].split())
            after = " ".join(text[s.end : s.end + 40].split())
            print(f"      …{before} >>>{shown(text, s.start, s.end)}<<< {after}…")
        if len(stretches) > most:
            print(f"  … and {len(stretches) - most} more")


def print_people(text: str, faults: dict[str, list[tuple[int, int]]], identity: dict[str, Any], most: int) -> None:
    """Mentions and persons that went wrong."""
    for kind, spans in faults.items():
        print(f"\n== mentions, {kind}: {len(spans)}")
        for start, end in spans[:most]:
            before = " ".join(text[max(0, start - 40) : start].split())
            after = " ".join(text[end : end + 30].split())
            print(f"  {start}-{end}: …{before} >>>{text[start:end]}<<< {after}…")
    for kind in ("merged", "split"):
        print(f"\n== people, {kind}: {len(identity[kind])}")
        for one, *several in identity[kind][:most]:
            print(f"  {one}: {', '.join(several)}")


def saved(name: str, faults: dict[str, list[tuple[int, int]]], stretches: Sequence[Stretch]) -> list[dict[str, Any]]:
    """The list without words and names."""
    records: list[dict[str, Any]] = [
        {
            "of": name, "what": "voice", "class": s.kind, "excerpt": s.excerpt,
            "start": s.start, "end": s.end, "chars": s.chars,
        }
        for s in stretches
    ]  # fmt: skip
    return records + [
        {"of": name, "what": "mention", "class": kind, "start": start, "end": end}
        for kind, spans in faults.items()
        for start, end in spans
    ]


def main(argv: Sequence[str] | None = None) -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--book", action="append", default=[], help="corpus, unseen, closed, sample, blind, or a folder")
    p.add_argument("--text", type=Path, help="another page; needs --gold")
    p.add_argument("--gold", type=Path, help="a folder of gold, or the beginning of the names of its files")
    p.add_argument("--export", type=Path, help="an export of the page that was made before")
    p.add_argument("--classes", action="store_true", help="the classes of error and what they cost")
    p.add_argument("--errors", type=int, nargs="?", const=10_000, default=0, metavar="N", help="so many of each class")
    p.add_argument("--save", type=Path, help="write the errors here, without words or names")
    p.add_argument("--json", type=Path, help="write the figures here")
    p.add_argument("--check", action="store_true", help="fail under a target")
    a = p.parse_args(argv)
    scorer = load_scorer()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        readings = []
        exports: dict[Path, Path] = {}
        for book, page, gold in wanted(a.book, a.text, a.gold):
            if page not in exports:
                exports[page] = a.export or scratch / f"export-{len(exports)}"
                if not a.export:
                    export_page(page, exports[page])
            export = exports[page]
            readings.append(Reading(book, export / "text.txt", export, gold_folder(gold, scratch)))
        results = [figures_of(scorer, r.text, r.export, r.gold) for r in readings]
        under = print_figures(readings, results)
        records: list[dict[str, Any]] = []
        kept: dict[str, Any] = {}
        for reading, result in zip(readings, results, strict=True):
            text = reading.text.read_bytes().decode("utf-8")
            stretches, shares = misjudged(scorer, text, reading.export, reading.gold)
            for what, share in shares.items():
                # the list of errors is worth what its sum is: the scorer's own figure
                if share != result[f"voices.{what}_chars"]["accuracy"]:
                    raise AssertionError(f"{what} is {share} here, and {result[f'voices.{what}_chars']} by the scorer")
            faults = mention_faults(reading.export, reading.gold)
            identity = identity_faults(scorer, reading.export, reading.gold)
            print(
                f"{reading.name}: mentions missed {len(faults['missed'])}, with other bounds {len(faults['bounds'])}, "
                f"extra {len(faults['extra'])}; people merged {len(identity['merged'])} (of them namesakes "
                f"{len(identity['namesakes'])}), split {len(identity['split'])}"
            )
            classes = by_class(stretches)
            if a.classes and classes:
                print(f"\n{reading.name}: {'class of error':60}{'characters':>11}{'stretches':>11}")
                for kind, found in classes:
                    print(f"  {kind:{len(reading.name) + 60}}{sum(s.chars for s in found):>11}{len(found):>11}")
            if a.errors:
                print_errors(text, classes, a.errors)
                print_people(text, faults, identity, a.errors)
            records += saved(reading.name, faults, stretches)
            kept[reading.name] = {
                **result,
                "namesakes_merged": len(identity["namesakes"]),
                "classes": {kind: sum(s.chars for s in found) for kind, found in classes},
            }
        if a.save:
            write_rows(a.save, records)
        if a.json:
            a.json.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    for what in under if a.check else ():
        print(f"under its target: {what}", file=sys.stderr)
    return 1 if a.check and under else 0


if __name__ == "__main__":
    sys.exit(main())
