"""How well dependence and disagreements are found where the page has no gold: after line 1900, by readings of it.

    python bench/worth_readings.py [--page FILE] [--faults]

The readings are ``bench/readings/worth-dependence.jsonl`` and ``worth-discrepancies.jsonl``. They are matched as the
scorer matches gold: a pair by its two excerpts, a disagreement by both its places, each within 60 characters and in
either order. Only what has both ends after line 1900 is counted. Doubtful pairs are neither missed nor wrong.
``worth-dependence-judged.jsonl`` says of pairs that were found and not in the readings whether they are right after
all; precision is printed without and with it, and how many of the pairs found are neither in the readings nor judged.
Two further readers read the same part later (``-b`` and ``-c``): what is found of each one's, of the core that both
have, of the core that the first reading did not have, and of each half of the core.
Then come the readings of two invented pages, ``discrepancies-invented.jsonl``. Last come the verdicts on
disagreements and overreach that were drawn (``bench/draw_disagreements.py``, ``bench/draw_overreach.py``) and judged
by the same reader. ``--faults`` names by offsets what was missed, what was found beyond the readings, and pairs of
another kind.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import testimonia
from judging import corpus_page, load_scorer, rows
from testimonia.model import Discrepancy, Sourcebook

READINGS = Path(__file__).resolve().parent / "readings"
BLIND = READINGS.parent / "blind"
LAST_LINE_OF_GOLD = 1900
SLACK = 60  # characters between the words that were read and those that were found; the scorer's own
FURTHER = ("b", "c")
MIDDLE = 468000  # halves of the core: misses of the first were read, of the second not
FACTUAL = ("date", "number", "amount", "name", "place", "outcome", "presence")

Area = tuple[int, int]
Pair = frozenset[Area]


def start_of(text: str, line: int) -> int:
    """Where the line begins, lines from 1."""
    position = 0
    for _ in range(line - 1):
        position = text.index("\n", position) + 1
    return position


def pair_of(row: dict[str, Any]) -> Pair:
    """The two excerpts of a reading."""
    return frozenset((tuple(row["a"]), tuple(row["b"])))


def areas_of(book: Sourcebook, read: Sequence[dict[str, Any]]) -> dict[str, Area]:
    """Each excerpt of ours as the excerpt of the readings that it shares most with, or as itself if there is none."""
    theirs = sorted({area for row in read for area in pair_of(row)})
    areas = {}
    for excerpt in book.excerpts:
        own = (excerpt.span.start, excerpt.span.end)
        shared, best = max(((min(own[1], area[1]) - max(own[0], area[0]), area) for area in theirs), default=(0, own))
        areas[excerpt.id] = best if shared > 0 else own
    return areas


def dependence(book: Sourcebook, scorer: ModuleType, first: int, faults: bool) -> None:
    """Print precision and recall of the pairs of excerpts."""
    read = rows(READINGS / "worth-dependence.jsonl")
    judged = {pair_of(row): row for row in rows(READINGS / "worth-dependence-judged.jsonl")}
    areas = areas_of(book, [*read, *judged.values()])
    sure = {pair_of(row): row["kind"] for row in read if not row.get("doubtful")}
    doubtful = {pair_of(row) for row in read if row.get("doubtful")}
    found: dict[Pair, str] = {}
    for one in book.dependences:
        pair = frozenset((areas[one.a], areas[one.b]))
        if len(pair) == 2 and min(area[0] for area in pair) >= first:
            found.setdefault(pair, one.kind.value)
    counted = {pair: kind for pair, kind in found.items() if pair not in doubtful}
    print(
        f"dependence: {len(sure)} pairs read, and {len(doubtful)} doubtful, of which {len(found) - len(counted)} found"
    )
    show("pairs", scorer.prf(len(counted.keys() & sure.keys()), len(counted), len(sure)))
    for kind in sorted({*sure.values(), *counted.values()}):
        of_read = [pair for pair, k in sure.items() if k == kind]
        of_found = [pair for pair, k in counted.items() if k == kind]
        share = f"found of those read {sum(p in found for p in of_read)} of {len(of_read)}"
        known = f"in the readings of those found {sum(p in sure for p in of_found)} of {len(of_found)}"
        print(f"  {kind:24s} {share}; {known}")
    agreed = sum(counted[pair] == sure[pair] for pair in counted.keys() & sure.keys())
    print(f"  of the same kind: {agreed} of {len(counted.keys() & sure.keys())}")
    beyond = [pair for pair in counted if pair not in sure]
    right = [pair for pair in beyond if pair in judged and judged[pair]["right"]]
    unjudged = [pair for pair in beyond if pair not in judged]
    hits = len(counted.keys() & sure.keys()) + len(right)
    all_right = len(sure) + sum(row["right"] for row in judged.values())
    show("pairs, with those judged", scorer.prf(hits, len(counted), all_right))
    print(f"  beyond the readings {len(beyond)}: right after all {len(right)}, not judged {len(unjudged)}")
    print(f"  wrong: {dict(Counter(judged[p]['class'] for p in beyond if p in judged and not judged[p]['right']))}")
    if faults:
        for what, pairs in (
            ("missed", [p for p in sure if p not in found]),
            ("beyond the readings", beyond),
            ("of another kind", [p for p in counted.keys() & sure.keys() if counted[p] != sure[p]]),
        ):
            for pair in sorted(pairs, key=sorted):
                print(f"    {what}: {sorted(pair)} read {sure.get(pair, '-')}, found {found.get(pair, '-')}")


def meets(scorer: ModuleType, row: dict[str, Any], d: Discrepancy) -> bool:
    """Whether a disagreement joins the two places of a reading, in either order."""

    def near(span: list[int], place: Any) -> bool:
        return bool(scorer.overlap(span[0] - SLACK, span[1] + SLACK, place.start, place.end))

    a, b = row["a_span"], row["b_span"]
    return (near(a, d.a_span) and near(b, d.b_span)) or (near(a, d.b_span) and near(b, d.a_span))


def discrepancies(book: Sourcebook, scorer: ModuleType, first: int, faults: bool) -> None:
    """Print the recall of the disagreements."""
    read = rows(READINGS / "worth-discrepancies.jsonl")
    found = [d for d in book.discrepancies if min(d.a_span.start, d.b_span.start) >= first]
    print(f"disagreements: {len(read)} read, {len(found)} found {dict(Counter(d.kind.value for d in found))}")

    hit = [any(meets(scorer, row, d) for d in found) for row in read]
    groups: list[tuple[str, Callable[[str], bool]]] = [
        ("all", lambda kind: True),
        ("factual", lambda kind: kind in FACTUAL),
        *((k, lambda kind, own=k: kind == own) for k in sorted({row["kind"] for row in read})),
    ]
    for name, belongs in groups:
        own = [h for h, row in zip(hit, read, strict=True) if belongs(row["kind"])]
        print(f"  {name:24s} recall {sum(own) / len(own):.4f}  {sum(own)} of {len(own)}")
    met = sum(any(meets(scorer, row, d) for row in read) for d in found)
    print(f"  of the {len(found)} found, {met} are in the readings")
    if faults:
        for h, row in zip(hit, read, strict=True):
            if not h:
                print(f"    missed: {row['kind']} {row['a_span']} {row['b_span']} {row['about']}")


def further(book: Sourcebook, scorer: ModuleType, first: int) -> None:
    """Print what is found of two later readings, and how far their readers agree."""
    print("read again by two:")
    readings = [rows(READINGS / f"worth-discrepancies-{name}.jsonl") for name in FURTHER]
    firm = [[row for row in read if not row.get("doubtful")] for read in readings]
    found = [d for d in book.discrepancies if min(d.a_span.start, d.b_span.start) >= first]
    known = rows(READINGS / "worth-discrepancies.jsonl")
    core = [row for row in firm[0] if any(is_one(row, other) for other in firm[1])]
    for name, own, others in zip(FURTHER, firm, reversed(readings), strict=True):
        recall(f"reader {name}, firm", own, lambda row: any(meets(scorer, row, d) for d in found))
        recall("  … and the other reader has", own, lambda row, those=others: any(is_one(row, o) for o in those))
    parts = {
        "core": core,
        "core, not in the first reading": [row for row in core if not any(is_one(row, other) for other in known)],
        "core, first half": [row for row in core if row["a_span"][0] < MIDDLE or row["b_span"][0] < MIDDLE],
        "core, second half": [row for row in core if row["a_span"][0] >= MIDDLE and row["b_span"][0] >= MIDDLE],
    }
    for name, own in parts.items():
        recall(name, own, lambda row: any(meets(scorer, row, d) for d in found))
    for name in FURTHER:
        pairs = rows(READINGS / f"worth-dependence-{name}.jsonl")
        areas = areas_of(book, pairs)
        told = {frozenset((areas[one.a], areas[one.b])) for one in book.dependences}
        own = [row for row in pairs if not row.get("doubtful")]
        counts = {k: [pair_of(r) in told for r in own if r["kind"] == k] for k in sorted({r["kind"] for r in own})}
        print(f"dependence, reader {name}, firm: " + ", ".join(f"{k} {sum(h)} of {len(h)}" for k, h in counts.items()))


def is_one(row: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two readers mean one disagreement, as the scorer matches."""

    def near(one: list[int], two: list[int]) -> bool:
        return one[0] - SLACK < two[1] and two[0] < one[1] + SLACK

    a, b, c, d = row["a_span"], row["b_span"], other["a_span"], other["b_span"]
    return (near(a, c) and near(b, d)) or (near(a, d) and near(b, c))


def recall(name: str, read: Sequence[dict[str, Any]], has: Callable[[dict[str, Any]], bool]) -> None:
    """One line: all, the factual kinds together, and those that have a target of their own."""
    parts = []
    for label, kinds in (("all", None), ("factual", FACTUAL), *((k, (k,)) for k in ("wording", "opposite", "heading"))):
        own = [row for row in read if kinds is None or row["kind"] in kinds]
        parts.append(f"{label} {sum(map(has, own))} of {len(own)}")
    print(f"  {name:32s} " + ", ".join(parts))


def invented(scorer: ModuleType, faults: bool) -> None:
    """Print the recall on invented pages, which were read before anybody had looked at what is found there."""
    read = rows(READINGS / "discrepancies-invented.jsonl")
    for name in sorted({row["page"] for row in read}):
        page = next((BLIND / name).glob("page.*"))
        found = list(testimonia.read(page).discrepancies)
        own = [row for row in read if row["page"] == name]
        hit = [any(meets(scorer, row, d) for d in found) for row in own]
        print(f"disagreements of {name}: {len(own)} read, {sum(hit)} found; {len(found)} told")
        if faults:
            for h, row in zip(hit, own, strict=True):
                if not h:
                    print(f"    missed: {row['kind']} {row['a_span']} {row['b_span']} {row['about']}")


def verdicts() -> None:
    """Print what was judged of what the program had made, at the commit that the readings' README names."""
    for path in sorted(READINGS.glob("*-rdr*.jsonl")):
        read = rows(path)
        right = [row for row in read if row["right"]]
        trivial = sum(bool(row.get("trivial")) for row in right)
        print(f"{path.stem}: {len(right)} of {len(read)} right, {trivial} of them trivial")
        print(f"  wrong: {dict(Counter(r.get('class') or r.get('why') for r in read if not r['right']).most_common())}")


def show(name: str, figures: dict[str, Any]) -> None:
    """One line of the scorer's figures."""
    print(f"  {name:24s} " + "  ".join(f"{key} {value}" for key, value in figures.items()))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", type=Path, help="the page that was read; else the shared one")
    parser.add_argument("--faults", action="store_true")
    options = parser.parse_args()
    page = options.page or corpus_page()
    if page is None:
        parser.exit(1, "There is no shared page; name one with --page.\n")
    book, scorer = testimonia.read(page), load_scorer()
    first = start_of(book.text, LAST_LINE_OF_GOLD + 1)
    dependence(book, scorer, first, options.faults)
    discrepancies(book, scorer, first, options.faults)
    further(book, scorer, first)
    invented(scorer, options.faults)
    verdicts()


if __name__ == "__main__":
    main()
