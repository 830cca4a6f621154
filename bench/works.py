"""Works B3 F1 on the gold citation strings of the corpus page and of each layout, and the time it takes.

The strings come from the gold, so only parsing, resolving and gathering are measured, not the layout::

    python bench/works.py [--oracle] [--show] [--layouts FOLDER]

``--oracle`` takes the gold's CSL in place of our parser's; ``--show`` prints every group that differs.
``--layouts`` takes a folder of other layouts, such as ``bench/relayout`` renders. The gold is looked for
in ``../shared`` beside the project, or where TESTIMONIA_SHARED says.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from testimonia.citations import ParsedCitation
from testimonia.citations import stage as stage_module
from testimonia.citations.stage import CitationStage
from testimonia.model import Citation, Claim, Excerpt, Passage, PassageKind, Source, Sourcebook, Span, Work

FIELDS = ("title", "container-title", "volume", "edition", "publisher-place", "publisher", "issued", "page")
ROLES = ("author", "editor", "translator")


def shared_folder() -> Path | None:
    named = os.environ.get("TESTIMONIA_SHARED")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared"
    return folder if folder.is_dir() else None


def b_cubed(pairs: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (gold group, our group) pairs."""
    gold, ours, both = Counter(g for g, _ in pairs), Counter(o for _, o in pairs), Counter(pairs)
    precision = sum(both[p] / ours[p[1]] for p in pairs) / len(pairs)
    recall = sum(both[p] / gold[p[0]] for p in pairs) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def occurrences(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row per printed citation, in the order of the notes."""
    found = []
    for row in rows:
        string = row.get("string") or row["text"]
        places = row.get("occurrences") or [
            {"order": n} for n in (row.get("lines") or [row.get("order", 0)])[: row.get("count", 1)]
        ]
        found += [
            {
                "string": string,
                "order": p["order"],
                "work": row["work"],
                "csl": row["csl"],
                "resolved": p.get("resolved"),
                "start": p.get("start"),
                "end": p.get("end"),
                "excerpt": p.get("excerpt"),
            }
            for p in places
        ]
    return sorted(found, key=lambda r: int(r["order"]))


def book_of(rows: list[dict[str, Any]], folder: Path | None) -> Sourcebook:
    """The page with its gold claims, excerpts and citations; a bare list of citations where the gold has no offsets."""
    pages = sorted(folder.glob("book.*")) if folder and all(r["start"] is not None for r in rows) else []
    if pages:
        about = json.loads((folder / "gold/about.json").read_text(encoding="utf-8")) if folder else {}
        text = pages[0].read_bytes().decode(about.get("encoding", "utf-8"))
        if all(text[r["start"] : r["end"]] == r["string"] for r in rows):
            return gold_page(text, rows, pages[0].parent / "gold")
    text, passages = "", []
    for n, row in enumerate(rows, 1):
        text += f"[{n}] "
        passages.append(Passage(PassageKind.CITATION, Span(len(text), len(text) + len(row["string"])), f"c{n}"))
        text += row["string"] + "\n"
    book = Sourcebook(Source("bench", text.encode(), text, "utf-8", "text/plain", ""))
    book.add(passages)
    return book


def gold_page(text: str, rows: list[dict[str, Any]], gold: Path) -> Sourcebook:
    """The page itself, laid out as the gold says."""
    book = Sourcebook(Source("bench", text.encode(), text, "utf-8", "text/plain", ""))
    claims = [json.loads(line) for line in (gold / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    excerpts = [json.loads(line) for line in (gold / "excerpts.jsonl").read_text(encoding="utf-8").splitlines()]
    book.add(Claim(c["id"], Span(c["start"], c["end"]), c["text"], c.get("level", 1)) for c in claims)
    number = {r["excerpt"]: f"c{n}" for n, r in enumerate(rows, 1)}
    book.add(Excerpt(x["id"], Span(x["start"], x["end"]), x["text"], x["claim"], number.get(x["id"])) for x in excerpts)
    book.add(Passage(PassageKind.CITATION, Span(r["start"], r["end"]), f"c{n}") for n, r in enumerate(rows, 1))
    return book


def oracle(known: Mapping[str, Mapping[str, Any]]) -> Callable[[str], ParsedCitation]:
    """A parser that makes no mistake."""

    def parse(text: str) -> ParsedCitation:
        return ParsedCitation(csl=known[text], fields=(), locator=None, short_form=None, confidence=1.0, leftover="")

    return parse


def facts(csl: Mapping[str, Any]) -> set[tuple[str, str]]:
    said = {(f, str(csl[f]).replace("–", "-")) for f in FIELDS if csl.get(f)}
    for role in ROLES:
        said |= {(role, " ".join(str(v) for v in sorted(n.values()))) for n in csl.get(role) or ()}
    return said


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--oracle", action="store_true", help="take the gold's CSL in place of our parser's")
    options.add_argument("--layouts", type=Path, help="a folder of layouts in place of the shared one")
    options.add_argument("--show", action="store_true", help="print every group that differs")
    chosen = options.parse_args()
    shared = shared_folder()
    if shared is None and not chosen.layouts:
        sys.exit("The gold is not here. Set TESTIMONIA_SHARED to the folder that holds it, or give --layouts.")
    places = {"corpus dev": shared / "gold/dev/citations.jsonl"} if shared and not chosen.layouts else {}
    layouts = chosen.layouts or (shared or Path()) / "layouts"
    places |= {p.parent.parent.name: p for p in sorted(layouts.glob("*/gold/citations.jsonl"))}
    print(
        f"{'page':30} {'citations':>9} {'works':>6} {'gold':>5} {'P':>7} {'R':>7} {'B3 F1':>7} {'resolved':>9}"
        f" {'ms':>7}"
    )
    for name, path in places.items():
        rows = occurrences([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()])
        book = book_of(rows, path.parent.parent if name != "corpus dev" else None)
        parse = stage_module.parse_citation
        if chosen.oracle:
            stage_module.parse_citation = oracle({r["string"]: r["csl"] for r in rows})
        begun = time.perf_counter()
        records = list(CitationStage()(book))
        spent = time.perf_counter() - begun
        stage_module.parse_citation = parse
        citations = [r for r in records if isinstance(r, Citation)]
        works = [r for r in records if isinstance(r, Work)]
        pairs = [(r["work"], c.work or f"none {c.id}") for r, c in zip(rows, citations, strict=True)]
        p, r, f = b_cubed(pairs)
        asked = [(g, c) for g, c in zip(rows, citations, strict=True) if g["resolved"]]
        right = sum(c.resolved is not None and facts(c.resolved) == facts(g["resolved"]) for g, c in asked)
        shown = f"{right}/{len(asked)}" if asked else "-"
        print(
            f"{name:30} {len(pairs):9} {len(works):6} {len({g for g, _ in pairs}):5} {p:7.4f} {r:7.4f} {f:7.4f} "
            f"{shown:>9} {spent * 1000:7.1f}"
        )
        if chosen.show:
            show(rows, citations)


def show(rows: list[dict[str, Any]], citations: list[Citation]) -> None:
    ours, gold = defaultdict(set), defaultdict(set)
    words: dict[tuple[str, str | None], str] = {}
    for row, c in zip(rows, citations, strict=True):
        ours[c.work].add(row["work"])
        gold[row["work"]].add(c.work)
        words.setdefault((row["work"], c.work), c.text)
        if row["resolved"] and (c.resolved is None or facts(c.resolved) != facts(row["resolved"])):
            print("   resolved otherwise:", c.text, c.resolved, row["resolved"])
    for work, mine in gold.items():
        if len(mine) > 1:
            print("   parted:", *(words[work, m] for m in mine), sep="\n      ")
    for mine_id, theirs in ours.items():
        if len(theirs) > 1:
            print("   joined:", *(words[t, mine_id] for t in theirs), sep="\n      ")


if __name__ == "__main__":
    main()
