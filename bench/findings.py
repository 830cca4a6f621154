"""Recall and precision of the findings, by kind, against the gold of a page.

    python bench/findings.py [--read] [--show KIND] [--text PAGE --gold FOLDER]

The room of damage is run on a book made from the gold, so that the figures are its own; with ``--read`` the page is
read from the beginning. A finding is right if it overlaps a gold record of its kind; findings outside the lines that
the gold covers do not count. The gold does not claim to hold every defect, so look at the false alarms: ``--show``
lists them with the misses.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from bisect import bisect_right
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from gold_book import book_from_gold, line_starts, shared_folder
from testimonia.damage import DamageStage
from testimonia.model import Finding, FindingKind, Sourcebook, Span

WORDS = 50  # code points on either side that a listing shows


def main() -> None:
    shared = shared_folder()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, default=shared / "corpus" / "moscow-trials.txt")
    parser.add_argument("--gold", type=Path, default=shared / "gold" / "dev")
    parser.add_argument("--read", action="store_true", help="read the page from the beginning, by all rooms")
    parser.add_argument("--show", default="", help="kinds to list, parted by commas, or 'all'")
    parser.add_argument("--outside", action="store_true", help="list the findings outside the gold's lines too")
    options = parser.parse_args()
    if not options.text.exists():
        parser.exit(2, f"{options.text} is not there; set TESTIMONIA_SHARED.\n")

    gold = [json.loads(line) for line in (options.gold / "anomalies.jsonl").read_text(encoding="utf-8").splitlines()]
    if options.read:
        import testimonia

        book = testimonia.read(options.text)
    else:
        book = book_from_gold(options.text, options.gold)
    starts = line_starts(book.text)
    scope = json.loads((options.gold / "scope.json").read_text(encoding="utf-8"))
    ranges = scope.get("line_ranges") or [[1, len(starts)]]

    def line(span: Span) -> int:
        return bisect_right(starts, span.start)

    began = time.perf_counter()
    found = list(book.findings) if options.read else list(DamageStage()(book))
    took = time.perf_counter() - began
    inside = [f for f in found if any(a <= line(f.span) <= b for a, b in ranges)]
    kinds = set(FindingKind) if options.show == "all" else {k for k in options.show.split(",") if k}

    print(f"{'kind':18s} {'recall':>14s} {'precision':>14s}")
    for kind in FindingKind:
        records = [Span(row["start"], row["end"]) for row in gold if row["kind"] == kind]
        findings = [f for f in inside if f.kind == kind]
        missed = [r for r in records if not any(f.span.overlaps(r) for f in findings)]
        false = [f for f in findings if not any(f.span.overlaps(r) for r in records)]
        print(
            f"{kind:18s} {_share(len(records) - len(missed), len(records))} "
            f"{_share(len(findings) - len(false), len(findings))}"
        )
        if kind in kinds:
            _list(book, "missed", missed, line)
            _list(book, "false alarm", false, line)
            if options.outside:
                _list(book, "outside", [f for f in found if f.kind == kind and f not in inside], line)
    if not options.read:
        print(f"stage: {took:.3f} s for {len(book.text):,} characters")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:5.3f} ({part:3d}/{whole:3d})" if whole else f"{'-':>5s} ({part:3d}/{whole:3d})"


def _list(book: Sourcebook, label: str, places: list[Span] | list[Finding], line) -> None:  # type: ignore[no-untyped-def]
    for place in places:
        span = place.span if isinstance(place, Finding) else place
        left, right = book.text[max(0, span.start - WORDS) : span.start], book.text[span.end : span.end + WORDS]
        words = f"{left}⟦{book.cut(span)[:200]}⟧{right}".replace("\n", "⏎")
        print(f"  {label:11s} line {line(span)} {span.start}-{span.end}: {words}")
        if isinstance(place, Finding):
            print(f"{'':14s}{place.message}")


if __name__ == "__main__":
    main()
