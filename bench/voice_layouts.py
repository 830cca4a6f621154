"""Measures people and voices in other layouts: a line each, beside the same excerpts on the page they come from.

    python bench/voice_layouts.py [--group shown|open|closed|fresh|unseen|unseen2|...|unseen8|all]
                                  [--book corpus|whole|sample ...] [--gold DIR_OR_PREFIX] [--limit N]

The layouts of ``bench/relayout`` (and, as ``shown``, those that came with the task) are made of the corpus page's and
the sample's excerpts; their gold is carried over by `projection`, and the same scorer judges both. A line is held
against the *same excerpts* of the original page, read by the same engine: a layout may fall short of them by no more
than ``--within``. ``kept`` is the least share of an excerpt's gold characters that could be carried over; excerpts that
could not be found are counted as ``lost`` and not measured. Where a layout does not print a work's author, its title is
taken for the name (``unnamed``, in characters). Where it prints no source at all of an excerpt that has one on the
page, or one with neither name nor title, nothing in the layout tells the author: such excerpts are left out of both
lines (``untold``, listed in the figures; `projection` says when). Nothing that a layout prints is left out. A layout
that shows only a part of the book, or leaves out headings, is held against the page without what it does not print
(``cut``), since who is who may stand there; the same excerpts in the whole page are ``uncut`` in the figures.

Books: ``corpus`` is the part of the corpus page that the gold tells the structure of; ``whole`` all of it, parted into
claims, excerpts and citations by the program itself, so that the gold further down counts as well; ``sample`` the page
that ships. ``--gold`` takes other readings of the corpus page than the dev gold (``bench/readings/unseen``).

With ``--keep DIR``, what went wrong in a layout is listed by ``voices.py --text E/text.txt --export E --gold G
--errors``, where E is ``DIR/export/BOOK/LAYOUT`` and G ``DIR/gold/BOOK/LAYOUT``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections.abc import Collection, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from judging import (
    FIGURES,
    corpus_page,
    export_page,
    figures_of,
    gold_folder,
    load_scorer,
    rows,
    shared_folder,
)
from projection import Projection, Skeleton, layout_claims, layout_order, printed_sources, project
from relayout.book import Book, Claim, Excerpt
from relayout.cases import sentence_case, word_forms
from relayout.catalogue import LAYOUTS
from relayout.sources import read_gold_folder

GROUPS = ("shown", *dict.fromkeys(layout.group for layout in LAYOUTS if layout.group != "files"))
SHORT = {
    "people.mention_spans": "mentions",
    "people.identity_b3": "identity",
    "voices.speaker_chars": "speaker",
    "voices.speaker_chars.narration": "narration",
    "voices.speaker_chars.turn": "turn",
    "voices.speaker_chars.quote": "quote",
    "voices.speaker_chars.editorial": "editorial",
    "voices.mode_chars": "mode",
    "voices.both_chars": "both",
}
# the figures that the issue holds other layouts to
HELD = ("mentions", "identity", "speaker", "turn", "quote", "mode")


@dataclass(frozen=True, slots=True)
class Original:
    """A page with its gold, and what was read of it."""

    name: str
    book: Book
    text: Path
    export: Path
    gold: Path
    spans: dict[str, tuple[int, int]]  # where the book's excerpts stand


def original(name: str, other_gold: Path | None, scratch: Path) -> Original:
    """Read the page that the layouts are made of."""
    from testimonia.sample import sample_gold, sample_page

    if name == "sample":
        page, folder, gold = sample_page(), sample_page().parent, sample_gold()
        structure = gold
    else:
        found = corpus_page()
        if found is None:
            raise FileNotFoundError(f"There is no page in {shared_folder() / 'corpus'}.")
        page, folder, structure = found, shared_folder(), shared_folder() / "gold" / "dev"
        gold = gold_folder(other_gold, scratch) if other_gold else structure
    export = scratch / f"read-{name}"
    text = export_page(page, export)
    if name == "whole":
        book = book_of_export(export)
        structure = export
    else:
        book = read_gold_folder(folder)
    spans = {r["id"]: (r["start"], r["end"]) for r in rows(structure / "excerpts.jsonl")}
    return Original(name, book, text, export, gold, spans)


def book_of_export(export: Path) -> Book:
    """The book as the program parted it; what it found no claim for is left out."""
    cited = {r["id"]: r for r in rows(export / "citations.jsonl")}
    below: dict[str, list[Excerpt]] = {}
    for r in rows(export / "excerpts.jsonl"):
        paragraphs = tuple(re.sub(r"[ \t\r]+", " ", line).strip() for line in r["text"].split("\n") if line.strip())
        citation = cited.get(r["citation"], {})
        csl = citation.get("csl")
        below.setdefault(r["claim"], []).append(
            Excerpt(r["id"], paragraphs, csl, citation.get("work") if csl else None, citation.get("text"))
        )
    forms = word_forms(p for excerpts in below.values() for x in excerpts for p in x.paragraphs)
    claims = tuple(
        Claim(r["id"], sentence_case(" ".join(r["text"].split()), forms), tuple(below[r["id"]]))
        for r in rows(export / "claims.jsonl")
        if r["id"] in below
    )
    about = json.loads((export / "sourcebook.json").read_text(encoding="utf-8"))
    return Book("whole", about.get("title", "A Sourcebook"), None, claims)


def rendered(
    origin: Original, group: str, names: Sequence[str], limit: int | None, excerpts: int | None, to: Path
) -> list[tuple[str, Path]]:
    """Group and folder of every layout that is asked for."""
    if group == "shown":
        if origin.name != "corpus":
            return []  # they are of that book alone
        folders = sorted(p.parent.parent for p in (shared_folder() / "layouts").glob("*/gold/about.json"))
        return [(group, folder) for folder in folders if not names or folder.name in names][:limit]
    book = origin.book.first(excerpts) if excerpts else origin.book
    chosen = [
        x
        for x in LAYOUTS
        if x.group != "files" and (group == "all" or x.group == group) and (not names or x.name in names)
    ]
    folders = []
    for layout in chosen[:limit]:
        layout.render(book, to / origin.name)
        folders.append((layout.group, to / origin.name / layout.name))
    return folders


def short(result: dict[str, dict[str, float]]) -> dict[str, float]:
    """The figures by their short names, those that the gold has anything for."""
    return {SHORT[key]: result[key][figure] for key, _, figure, _ in FIGURES if figure in result.get(key, {})}


def cut_page(origin: Original, shown: Collection[str], claims: Sequence[str], to: Path) -> Original:
    """The page without the excerpts and headings that a layout does not print; the page itself where it prints all."""
    text = origin.text.read_bytes().decode("utf-8")
    cited = {r["id"]: r for r in rows(origin.export / "citations.jsonl")}
    printed = {Skeleton.of(claim).letters for claim in claims}
    gone = [span for x, span in origin.spans.items() if x not in shown]
    away = [
        (r["start"], r["end"])
        for r in rows(origin.export / "claims.jsonl")
        if Skeleton.of(r["text"]).letters not in printed
    ]
    for r in rows(origin.export / "excerpts.jsonl"):
        if any(a < r["end"] and r["start"] < b for a, b in gone):
            away.append((r["start"], max(r["end"], cited.get(r["citation"], r)["end"])))
    if not away:
        return origin
    pieces, last = [], 0
    for start, end in sorted(away):
        pieces.append(text[last : max(last, start)])
        last = max(last, end + len(text[end:]) - len(text[end:].lstrip()))
    page = "".join([*pieces, text[last:]]).rstrip() + "\n"
    to.mkdir(parents=True, exist_ok=True)
    (to / "page.txt").write_bytes(page.encode("utf-8"))
    export = export_page(to / "page.txt", to / "read").parent
    project(text, origin.gold, page, [(x, *origin.spans[x]) for x in shown if x in origin.spans], to / "gold")
    return replace(origin, text=export / "text.txt", export=export, gold=to / "gold")


def measure(
    origin: Original, folder: Path, scratch: Path
) -> tuple[dict[str, float], dict[str, float], Projection, float, int, dict[str, float] | None] | str:
    """A layout's figures, those of the same excerpts in the original, what came over, seconds, and characters judged;
    last those in the whole original, where that was cut for the comparison.

    A sentence instead where the layout shows none of the excerpts that there is gold for.
    """
    scorer = load_scorer()
    about = json.loads((folder / "gold" / "about.json").read_text(encoding="utf-8"))
    export = scratch / "export" / origin.name / folder.name
    export.parent.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    text = export_page(folder / about["book"], export)
    seconds = time.perf_counter() - began
    gold = scratch / "gold" / origin.name / folder.name
    page = text.read_bytes().decode("utf-8")
    words = origin.text.read_bytes().decode("utf-8")
    shown = [(x, *origin.spans[x]) for x in layout_order(folder) if x in origin.spans]
    sources = printed_sources(folder)
    sourced = {x.id for claim in origin.book.claims for x in claim.excerpts if x.csl is not None}
    claims = layout_claims(folder)
    done = project(words, origin.gold, page, shown, gold, sources, claims, sourced - sources.keys())
    if not done.spans:
        return "none of the excerpts with gold stand in it"
    result = figures_of(scorer, text, export, gold)
    other = cut_page(origin, [x for x, _, _ in shown], claims, scratch / "cut" / origin.name / folder.name)
    beside = short(figures_of(scorer, other.text, other.export, other.gold, done.excerpts))
    uncut = None
    if other is not origin:
        uncut = short(figures_of(scorer, origin.text, origin.export, origin.gold, done.excerpts))
    judged = int(result.get("voices.speaker_chars", {}).get("n_gold", 0))
    return short(result), beside, done, seconds, judged, uncut


def print_row(name: str, figures: dict[str, float], tail: str = "") -> None:
    cells = "".join(f"{figures[c]:10.4f}" if c in figures else f"{'-':>10}" for c in SHORT.values())
    print(f"{name:38}{cells}{tail}", flush=True)


def means(records: Sequence[dict[str, Any]], what: str) -> dict[str, float]:
    """The mean of each figure over the layouts that have it."""
    found = {}
    for column in SHORT.values():
        values = [r[what][column] for r in records if column in r[what]]
        if values:
            found[column] = sum(values) / len(values)
    return found


def lowest(records: Sequence[dict[str, Any]], what: str) -> dict[str, float]:
    """The lowest of each figure."""
    found = {}
    for column in SHORT.values():
        values = [r[what][column] for r in records if column in r[what]]
        if values:
            found[column] = min(values)
    return found


def print_group(name: str, records: Sequence[dict[str, Any]], within: float) -> None:
    """Mean, lowest and difference of some layouts."""
    print_row(f"{name}, mean of {len(records)}", means(records, "figures"))
    print_row(f"{name}, lowest", lowest(records, "figures"))
    print_row(f"{name}, the same on the page", means(records, "original"))
    print_row(f"{name}, mean difference", means(records, "difference"))
    print_row(f"{name}, worst difference", lowest(records, "difference"))
    held = sum(not r["short"] for r in records)
    print(f"{name}: {held} of {len(records)} layouts are within {within} of the page in {', '.join(HELD)}")


def main(argv: Sequence[str] | None = None) -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--group", action="append", choices=(*GROUPS, "all"), default=[])
    p.add_argument("--book", action="append", choices=("corpus", "whole", "sample"), default=[])
    p.add_argument("--gold", type=Path, help="other readings of the corpus page")
    p.add_argument("--layout", action="append", default=[], help="only this layout; may be given several times")
    p.add_argument("--limit", type=int, help="only so many layouts of each group")
    p.add_argument("--excerpts", type=int, help="only about so many excerpts of each book")
    p.add_argument("--within", type=float, default=0.03, help="what a layout may fall short by")
    p.add_argument("--keep", type=Path, help="keep the rendered books, their gold and what was read of them here")
    p.add_argument("--json", type=Path, help="write the figures here too")
    p.add_argument("--brief", action="store_true", help="print the groups and the layouts that fall short, no others")
    p.add_argument("--check", action="store_true", help="fail where a layout falls short")
    a = p.parse_args(argv)
    table: list[dict[str, Any]] = []
    missing: list[str] = []
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor() as pool:
        scratch = a.keep or Path(name)
        print(f"{'book, layout':38}" + "".join(f"{c:>10}" for c in SHORT.values()))
        for book in a.book or ("corpus", "sample"):
            origin = original(book, a.gold, scratch)
            for group in a.group or ("shown", "open"):
                drawn = rendered(origin, group, a.layout, a.limit, a.excerpts, scratch / "books")
                for (kind, folder), found in zip(
                    drawn, pool.map(measure, repeat(origin), [f for _, f in drawn], repeat(scratch)), strict=True
                ):
                    label = f"{book}, {folder.name}"
                    if isinstance(found, str):
                        missing.append(f"{label}: {found}")
                        continue
                    figures, beside, done, seconds, judged, uncut = found
                    difference = {c: round(figures[c] - beside[c], 4) for c in figures if c in beside}
                    fall = [c for c in HELD if difference.get(c, 0.0) < -a.within]
                    table.append(
                        {
                            "book": book, "layout": folder.name, "group": kind, "figures": figures,
                            "original": beside, "difference": difference, "short": fall, "excerpts": len(done.spans),
                            "lost": len(done.lost), "kept": round(min(done.kept.values()), 4),
                            "mentions_lost": done.mentions_lost,
                            "unnamed": done.unnamed, "untold": done.untold,
                            "uncut": uncut, "characters": judged, "seconds": round(seconds, 2),
                        }
                    )  # fmt: skip
                    if not a.brief or fall:
                        tail = f"  {len(done.spans):3} excerpts, {judged} chars, kept {min(done.kept.values()):.3f}"
                        tail += f", {len(done.lost)} lost" if done.lost else ""
                        tail += f", {done.unnamed} unnamed" if done.unnamed else ""
                        tail += f", {len(done.untold)} untold" if done.untold else ""
                        tail += ", cut" if uncut else ""
                        print_row(label, figures, tail + (f"  short in {', '.join(fall)}" if fall else ""))
        print()
        for group in dict.fromkeys(r["group"] for r in table):
            for book in dict.fromkeys(r["book"] for r in table):
                mine = [r for r in table if r["group"] == group and r["book"] == book]
                if mine:
                    print_group(f"{book}, {group}", mine, a.within)
        if len(table) > 1:
            print_group("all", table, a.within)
        for line in missing:
            print(f"not measured: {line}")
    if a.json:
        # a line for a layout; the page's own figure is a layout's less the difference
        kept = [{key: value for key, value in row.items() if key != "original"} for row in table]
        a.json.write_text("[\n" + ",\n".join(map(json.dumps, kept)) + "\n]\n", encoding="utf-8")
    return 1 if a.check and any(r["short"] for r in table) else 0


if __name__ == "__main__":
    sys.exit(main())
