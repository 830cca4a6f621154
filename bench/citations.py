"""What citation parsing reaches: CSL fields on the gold, AnyStyle's references, and the time a string takes.

    python bench/citations.py [--misses]
    python bench/citations.py --layouts DIR [--misses]

The gold is third-party material, looked for at ``../shared`` or where TESTIMONIA_SHARED points. Fields are compared
by ``score.py``'s own ``csl_facts`` (folded, a fact per name or field), whole records by equal facts; only
occurrences count, so a string that stands three times on the page counts three times. On AnyStyle's gold.xml, of
which nothing is trained on, author, title, date, publisher, location and pages are compared as bags of folded words,
strict equality beside it.

The time a string takes is measured as ``cold.py`` says.

``--layouts`` takes a folder of layouts (or of such folders) that ``bench/relayout`` has written and parses the gold
string of every citation, so that the form of the citation is measured without the layout being read. Fields are
compared by ``score_layouts.py``'s own ``compare``: what the string prints is wanted, what it stands for is allowed.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType

from cold import cold_citations
from testimonia.citations.fields import parse_citation

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("TESTIMONIA_SHARED", ROOT.parent / "shared"))
MISSES = "--misses" in sys.argv


def score_module(name: str = "score") -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, SHARED / "score" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_strings(path: Path) -> list[tuple[str, dict, int]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(r.get("string") or r["text"], r["csl"], r.get("count", 1)) for r in rows]


def f1(hit: int, system: int, gold: int) -> float:
    return 2 * hit / (system + gold) if system + gold else 0.0


def measure_gold(name: str, path: Path, score: ModuleType) -> None:
    hit = system = gold = whole = total = 0
    per: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for string, csl, count in gold_strings(path):
        wanted, found = score.csl_facts(csl), score.csl_facts(parse_citation(string).csl)
        both = wanted & found
        hit += count * sum(both.values())
        system += count * sum(found.values())
        gold += count * sum(wanted.values())
        whole += count * (wanted == found)
        total += count
        for bag, i in ((both, 0), (found, 1), (wanted, 2)):
            for (field, _), n in bag.items():
                per[field][i] += n * count
        if MISSES and wanted != found:
            print("  ", string)
            print("      gold  ", sorted(wanted - found))
            print("      system", sorted(found - wanted))
    fields = "  ".join(f"{field} {f1(*counts):.3f}" for field, counts in sorted(per.items()))
    print(f"{name:10} strings {total:4}  fields F1 {f1(hit, system, gold):.4f}  whole {whole / total:.4f}   {fields}")


ANYSTYLE = {
    "author": ("author", "editor", "translator"),
    "title": ("title",),
    "date": ("issued",),
    "publisher": ("publisher",),
    "location": ("publisher-place",),
    "pages": ("page",),
}


def words_of(field: str, text: str, score: ModuleType) -> Counter[str]:
    folded = score.fold(text)
    if field == "date":
        return Counter(re.findall(r"\b(?:1[4-9]|20)\d\d", folded)[:1])
    words = folded.split()
    if field == "author":
        words = [
            w
            for w in words
            if w
            not in (
                "and",
                "et",
                "al",
                "und",
                "y",
                "a",
                "in",
                "ed",
                "eds",
                "hrsg",
                "dir",
                "trans",
                "by",
                "edited",
                "translated",
            )
        ]
    if field == "pages":
        words = re.findall(r"\d+", folded)
    return Counter(words)


def printed(csl: dict, names: tuple[str, ...]) -> str:
    parts = []
    for name in names:
        value = csl.get(name)
        if isinstance(value, list):
            parts += [" ".join(str(v) for v in person.values()) for person in value]
        elif value:
            parts.append(str(value))
    return " ".join(parts)


def measure_anystyle(file: str, score: ModuleType) -> None:
    path = SHARED / "data" / "anystyle" / file
    per: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0, 0])
    strings = []
    for sequence in ET.parse(path).getroot():
        string = " ".join((e.text or "") for e in sequence)
        strings.append(string)
        csl = parse_citation(string).csl
        for field, names in ANYSTYLE.items():
            tags = ("author", "editor", "translator") if field == "author" else (field,)
            wanted = words_of(field, " ".join(e.text or "" for e in sequence if e.tag in tags), score)
            found = words_of(field, printed(csl, names), score)
            both = wanted & found
            counts = per[field]
            counts[0] += sum(both.values())
            counts[1] += sum(found.values())
            counts[2] += sum(wanted.values())
            counts[3] += bool(wanted) and wanted == found
            counts[4] += bool(found)
            counts[5] += bool(wanted)
        if MISSES:
            print("  ", string, "\n      ", json.dumps(csl, ensure_ascii=False))
    print(
        f"{file:10} strings {len(strings):4}  words F1   " + "  ".join(f"{f} {f1(*c[:3]):.3f}" for f, c in per.items())
    )
    print(f"{'':10}               exact F1   " + "  ".join(f"{f} {f1(*c[3:]):.3f}" for f, c in per.items()))


def measure_time(strings: list[str]) -> None:
    took = cold_citations(strings)
    print(
        f"microseconds a string, cold, {took['strings']:.0f} different strings, median of 5 processes: "
        f"{took['each'] * 1e6:.1f}   (loading before that {took['loading'] * 1e3:.0f} ms)"
    )


def measure_layouts(folder: Path) -> None:
    """One line for each layout under ``folder``, the worst first, and the misses for each field over all of them."""
    compare = score_module("score_layouts").compare
    per: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    misses: Counter[tuple[str, str, str, str]] = Counter()
    lines = []
    for gold in sorted(folder.rglob("gold/citations.jsonl")):
        layout = [0, 0, 0]
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            string = row.get("string") or row["text"]
            csl = parse_citation(string).csl
            for occurrence in row.get("occurrences", [row]):
                for field, counts in compare(row["csl"], occurrence.get("resolved") or row["csl"], csl).items():
                    for i, n in enumerate(counts):
                        layout[i] += n
                        per[field][i] += n
                    if not counts[0] == counts[1] == counts[2]:
                        misses[field, string, str(row["csl"].get(field)), str(csl.get(field))] += 1
        name = gold.parent.parent.relative_to(folder).as_posix()
        lines.append((f1(layout[0], layout[1], layout[2]), name))
    for value, name in sorted(lines):
        print(f"{value:.4f} {name}")
    if MISSES:
        for (field, string, wanted, found), n in sorted(misses.items(), key=lambda m: (m[0][0], -m[1], m[0])):
            print(f"{field} x{n}: {string}\n      gold {wanted}\n      read {found}")
    print("  ".join(f"{field} {f1(*counts):.3f}" for field, counts in sorted(per.items())))
    print(f"mean of {len(lines)} layouts {sum(v for v, _ in lines) / max(1, len(lines)):.4f}")


def main() -> int:
    if not SHARED.exists():
        print(f"The gold is not at {SHARED}. Set TESTIMONIA_SHARED to where it is.")
        return 2
    if "--layouts" in sys.argv:
        measure_layouts(Path(sys.argv[sys.argv.index("--layouts") + 1]))
        return 0
    score = score_module()
    dev = SHARED / "gold" / "dev" / "citations.jsonl"
    measure_gold("dev", dev, score)
    for layout in ("markdown", "html", "endnotes"):
        measure_gold(layout, SHARED / "layouts" / layout / "gold" / "citations.jsonl", score)
    measure_anystyle("gold.xml", score)
    measure_time([s for s, _, _ in gold_strings(dev)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
