"""Runs the commands that measure, and writes their figures into docs/quality.md and docs/quality/ between markers.

    python bench/quality.py [--only BLOCK ...] [--list]

A block stands between ``<!-- figures: BLOCK -->`` and ``<!-- end of figures -->`` on one of these pages; all else is
written by hand. The table of targets on the first page is made from the other blocks, as they then stand. What a
block needs and is not there (the third-party gold is looked for at ``../shared`` or where TESTIMONIA_SHARED points)
leaves the block as it was, and the command says so. The rows of every layout are kept under ``bench/results``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from typing import Any

import testimonia
from judging import FIGURES
from voice_layouts import HELD

ROOT = Path(__file__).resolve().parents[1]
FIRST = ROOT / "docs" / "quality.md"
PAGES = (FIRST, *sorted((ROOT / "docs" / "quality").glob("*.md")))
RESULTS = ROOT / "bench" / "results"
SHARED = Path(os.environ.get("TESTIMONIA_SHARED") or ROOT.parent / "shared")
BLOCK = re.compile(r"(<!-- figures: (?P<name>[a-z-]+) -->\n).*?(<!-- end of figures -->)", re.DOTALL)
BOOKS = ("corpus", "invented")
# what people and voices are measured on, and the layouts' books
VOICE_BOOKS = ("corpus", "unseen", "closed", "sample", "blind")
LAYOUT_BOOKS = ("whole", "sample")
WITHIN = 0.03
FAULTS = re.compile(r"^(\S+) +(\d+)  (missed|false): ")  # a class of error, as the weights' bench prints it
COMMON = 5  # of a class of error, from which it has a line of its own

# the target is what issue and docs promise for the page's own score; None where nothing was promised
SCORES = (
    ("structure.heading_lines", "heading lines, F1", "f1", 0.995),
    ("structure.citation_lines", "citation lines, F1", "f1", 0.995),
    ("structure.excerpt_spans", "excerpt spans, F1", "f1", 0.985),
    ("citations.fields", "CSL fields, F1", "f1", 0.985),
    ("citations.whole_records", "CSL records wholly right", "accuracy", 0.95),
    ("citations.works_b3", "works, B³ F1", "f1", 0.985),
    ("citations.field.author", "… author", "f1", None),
    ("citations.field.title", "… title", "f1", None),
    ("citations.field.issued", "… year", "f1", None),
    ("citations.field.publisher", "… publisher", "f1", None),
    ("citations.field.publisher-place", "… place", "f1", None),
    ("citations.field.page", "… pages", "f1", None),
)
# who says what: the scorer's key, in words, and what the issue asks for on the corpus page
STATED = (
    ("assertions.excerpts.act", "excerpts: act", None),
    ("assertions.excerpts.act+speaker", "excerpts: act and speaker", 0.70),
    ("assertions.excerpts.act+speaker+of", "excerpts: act, speaker and of whom", 0.60),
    ("assertions.headings.act", "headings: act", None),
    ("assertions.headings.act+speaker", "headings: act and speaker", 0.88),
    ("assertions.headings.act+speaker+of", "headings: act, speaker and of whom", 0.80),
)
# what the evidence is worth: the scorer's key, in words, its figure, and what the issue asks for on the corpus page
WORTH = (
    ("dependence.pairs", "dependent pairs, F1", "f1", 0.65),
    ("dependence.recall.same-document", "… same document, recall", "recall", 0.8),
    ("dependence.recall.requote", "… quoted again, recall", "recall", 0.85),
    ("dependence.recall.derives", "… retold, recall", "recall", 0.4),
    ("discrepancies.recall.factual", "disagreements, in fact, recall", "recall", 0.5),
    ("discrepancies.recall.wording", "… in wording, recall", "recall", 0.6),
    ("discrepancies.recall.opposite", "… opposite, recall", "recall", 0.3),
    ("discrepancies.recall.heading", "… a claim and its own evidence, recall", "recall", 0.5),
)
FLOORS = {"claims": 0.93, "excerpts": 0.93, "pairing": 0.97, "csl.fields": 0.93}


class NotHereError(Exception):
    """What a block measures is not on this machine."""


def python(*arguments: str) -> str:
    """What a command of the repository prints."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise RuntimeError(f"python {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}{done.stdout}")
    return done.stdout


def shared(*parts: str) -> Path:
    """A place in the third-party material."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        raise NotHereError(f"{'/'.join(parts)} is not in {SHARED}")
    return path


def verbatim(output: str) -> str:
    """Output as it was printed."""
    return f"```text\n{output.rstrip()}\n```\n"


def scored(page: Path, gold: Path) -> dict[str, Any]:
    """The figures of ``score.py`` for what the command line exports of a page."""
    score = shared("score", "score.py")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "export"
        python("-m", "testimonia", "export", str(page), "--format", "jsonl", "--output", str(folder))
        figures: dict[str, Any] = json.loads(python(str(score), str(page), str(folder), str(gold), "--json"))
        return figures


def score_table(figures: dict[str, Any], *, promised: bool) -> str:
    """The scores of the rooms that exist."""
    lines = [
        "| what | reached | of gold |" + (" target |" if promised else ""),
        "| --- | --- | --- |" + (" --- |" * promised),
    ]
    for key, words, name, target in SCORES:
        if key in figures:
            line = f"| {words} | {figures[key][name]:.4f} | {figures[key]['n_gold']} |"
            lines.append(line + (f" {'' if target is None else target} |" if promised else ""))
    return "\n".join(lines) + "\n"


def corpus_page() -> Path:
    return next(iter(sorted(shared("corpus").glob("*.txt"))))


def corpus() -> str:
    return score_table(scored(corpus_page(), shared("gold", "dev")), promised=True)


def sample() -> str:
    from testimonia.sample import sample_gold, sample_page

    return score_table(scored(sample_page(), sample_gold()), promised=False)


def layouts(group: str) -> str:
    """A row for each book of a group, and the layouts that stay under a target by name."""
    shared("score", "score_layouts.py")
    path = RESULTS / f"layouts-{group}.json"
    books = ["shown"] if group == "shown" else BOOKS
    chosen = ["--group", "all" if group == "shown" else group]
    python("bench/layouts.py", *chosen, *(f"--book={book}" for book in books), "--json", str(path))
    rows = json.loads(path.read_text(encoding="utf-8"))
    columns = [key for key, value in rows[0].items() if isinstance(value, float) and key != "seconds"]
    lines = [f"| book | layouts | {' | '.join(columns)} | all targets |", "| --- |" * (len(columns) + 3)]
    lines[1] = "|" + " --- |" * (len(columns) + 3)
    below: list[str] = []
    for book in sorted({row["book"] for row in rows}):
        mine = [row for row in rows if row["book"] == book]
        words = "the corpus page" if book == "shared" else "as they came" if book == "layouts" else book
        under = [row for row in mine if any(row[key] < floor for key, floor in FLOORS.items())]
        means = " | ".join(f"{sum(row[c] for row in mine) / len(mine):.4f}" for c in columns)
        lowest = " | ".join(f"{min(row[c] for row in mine):.4f}" for c in columns)
        lines.append(f"| {words}, mean | {len(mine)} | {means} | {len(mine) - len(under)} of {len(mine)} |")
        lines.append(f"| {words}, lowest | | {lowest} | |")
        for row in under:
            what = ", ".join(f"{key} {row[key]:.3f}" for key, floor in FLOORS.items() if row[key] < floor)
            below.append(f"- {row['layout']} ({words}): {what}")
    said = "\n".join(lines) + "\n"
    return said + (f"\nUnder a target:\n\n{chr(10).join(below)}\n" if below else "\nNone stays under a target.\n")


_voices: dict[str, Any] = {}


def voice_figures() -> dict[str, Any]:
    """What ``voices.py`` finds on every page there is gold for; measured once in a run."""
    shared("score", "score.py")
    shared("gold", "dev", "voices.jsonl")
    if not _voices:
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "voices.json"
            python("bench/voices.py", *(f"--book={book}" for book in VOICE_BOOKS), "--json", str(path))
            _voices.update(json.loads(path.read_text(encoding="utf-8")))
    return _voices


def people_voices() -> str:
    """A column for each page, beside what the issue asks for."""
    pages = voice_figures()
    lines = [f"| what | {' | '.join(pages)} | target |", "|" + " --- |" * (len(pages) + 2)]
    for key, words, figure, target in FIGURES:
        cells = [
            f"{found[key][figure]:.4f} of {found[key]['n_gold']:,}" if figure in found.get(key, {}) else ""
            for found in pages.values()
        ]
        lines.append(f"| {words} | {' | '.join(cells)} | {'' if target is None else target} |")
    merged = " | ".join(str(found["namesakes_merged"]) for found in pages.values())
    lines.append(f"| persons in whom two namesakes are merged | {merged} | 0 |")
    return "\n".join(lines) + "\n"


def voice_errors() -> str:
    """The classes of error, and the share of all characters that each costs on each page."""
    pages = voice_figures()
    whole = {name: found.get("voices.speaker_chars", {}).get("n_gold", 0) for name, found in pages.items()}
    shares = {
        kind: [found["classes"].get(kind, 0) / max(1, whole[name]) for name, found in pages.items()]
        for kind in {kind for found in pages.values() for kind in found["classes"]}
    }
    lines = [f"| class of error | {' | '.join(pages)} |", "|" + " --- |" * (len(pages) + 1)]
    for kind, row in sorted(shares.items(), key=lambda item: (-sum(item[1]), item[0])):
        if max(row) >= 0.001:
            lines.append(f"| {kind} | {' | '.join(f'{share:.1%}' if share else '' for share in row)} |")
    return "\n".join(lines) + "\n"


def voices_elsewhere(group: str) -> str:
    """Mean, lowest and worst difference of a group, and the layouts that fall short by name."""
    shared("score", "score.py")
    path = RESULTS / f"voices-{group}.json"
    books = ("corpus",) if group == "shown" else LAYOUT_BOOKS
    chosen = ["--group", group, *(f"--book={book}" for book in books), "--within", str(WITHIN)]
    python("bench/voice_layouts.py", *chosen, "--json", str(path))
    rows = json.loads(path.read_text(encoding="utf-8"))
    lines = [f"| book | layouts | {' | '.join(HELD)} | within {WITHIN} |", "|" + " --- |" * (len(HELD) + 3)]
    short: list[str] = []
    for book in dict.fromkeys(row["book"] for row in rows):
        mine = [row for row in rows if row["book"] == book]
        held = sum(not row["short"] for row in mine)
        words = "the sample" if book == "sample" else "the corpus page"
        for what, choose, of in (
            ("mean", mean, lambda row, column: row["figures"][column]),
            ("lowest", min, lambda row, column: row["figures"][column]),
            ("the same excerpts on the page, mean", mean, lambda r, c: r["figures"][c] - r["difference"][c]),
            ("worst difference", min, lambda row, column: row["difference"][column]),
        ):
            cells = []
            for column in HELD:
                values = [of(row, column) for row in mine if column in row["difference"]]
                cells.append(f"{choose(values):.4f}" if values else "")
            tail = f"{held} of {len(mine)}" if what == "mean" else ""
            number = str(len(mine)) if what == "mean" else ""
            lines.append(f"| {words}, {what} | {number} | {' | '.join(cells)} | {tail} |")
        for row in mine:
            if row["short"]:
                fall = ", ".join(f"{c} {row['figures'][c]:.3f} ({row['difference'][c]:+.3f})" for c in row["short"])
                short.append(f"- {row['layout']} ({words}): {fall}")
    said = "\n".join(lines) + "\n"
    return said + (f"\nShort of the page:\n\n{chr(10).join(short)}\n" if short else "\nNone falls short.\n")


def stated() -> str:
    """Who says what of whom, on the corpus page and on the sample."""
    from testimonia.sample import sample_gold, sample_page

    pages = (scored(corpus_page(), shared("gold", "dev")), scored(sample_page(), sample_gold()))
    lines = ["| what | corpus | sample | target |", "| --- | --- | --- | --- |"]
    for key, words, target in STATED:
        cells = [f"{found[key]['f1']:.4f} of {found[key]['n_gold']}" for found in pages]
        lines.append(f"| {words} | {' | '.join(cells)} | {'' if target is None else target} |")
    return "\n".join(lines) + "\n"


def stated_headings() -> str:
    shared("gold", "dev", "assertions.jsonl")
    return verbatim(python("-m", "bench.heading_readings"))


def stated_left_out() -> str:
    shared("gold", "dev", "assertions.jsonl")
    return verbatim(common(python("-m", "bench.assertion_weights", "--faults")))


def common(output: str) -> str:
    """Classes of error with fewer than a few cases put in one line for each page, after those that have more."""
    kept: list[str] = []
    rare: dict[str, list[int]] = {}
    for line in output.splitlines():
        found = FAULTS.match(line)
        if found is None or int(found[2]) >= COMMON:
            kept.append(line)
        else:
            rare.setdefault(found[1], []).append(int(found[2]))
    for page, counts in rare.items():
        mine = [n for n, line in enumerate(kept) if line.startswith(page) and FAULTS.match(line)]
        last = max(mine, default=len(kept) - 1)
        kept.insert(last + 1, f"{page:10} {sum(counts):2}  in {len(counts)} classes of fewer than {COMMON}")
    return "\n".join(kept) + "\n"


def stated_apart() -> str:
    shared("gold", "dev", "assertions.jsonl")
    return verbatim(python("-m", "bench.assertion_reader"))


def worth() -> str:
    """Dependence and disagreements, on the corpus page, the sample and whichever invented page has gold for them."""
    from testimonia.sample import sample_gold, sample_page

    pages = {
        "corpus": scored(corpus_page(), shared("gold", "dev")),
        "sample": scored(sample_page(), sample_gold()),
    }
    for gold in sorted((ROOT / "bench" / "blind").glob("*/gold/discrepancies.jsonl")):
        folder = gold.parent.parent
        pages[folder.name] = scored(next(iter(sorted(folder.glob("page.*")))), gold.parent)
    lines = [f"| what | {' | '.join(pages)} | target |", "|" + " --- |" * (len(pages) + 2)]
    for key, words, figure, target in WORTH:
        cells = [f"{f[key][figure]:.3f} of {f[key]['n_gold']}" if key in f else "" for f in pages.values()]
        lines.append(f"| {words} | {' | '.join(cells)} | {target} |")
    return "\n".join(lines) + "\n"


def worth_elsewhere() -> str:
    return verbatim(python("bench/worth_readings.py", "--page", str(corpus_page())))


def worth_lists() -> str:
    shared("gold", "dev", "dependence.jsonl")
    return verbatim(python("bench/dependence.py", "--kept", str(RESULTS / "dependence-lists.json")))


def worth_read() -> str:
    """What share of the disagreements and findings of overreach that readers judged was right."""
    page = str(corpus_page())
    return verbatim(
        python("bench/draw_disagreements.py", "--check") + python("bench/draw_overreach.py", page, "--check")
    )


def planted() -> str:
    return verbatim(python("bench/planted.py"))


def false_alarms() -> str:
    shared("data", "litbank")
    return verbatim(
        f"one text under a claim\n{python('bench/false_alarms.py')}\n"
        f"four texts under a claim\n{python('bench/false_alarms.py', '--together')}"
    )


def growth() -> str:
    return verbatim(python("bench/dependence.py", "--growth"))


def room() -> str:
    return verbatim(python("bench/web.py"))


def register() -> str:
    return verbatim(python("bench/register.py", str(corpus_page()), "--score"))


def ledgers() -> str:
    return verbatim(python("bench/ledgers.py"))


def dates() -> str:
    return verbatim(python("bench/dates.py"))


def documents() -> str:
    shared("gold", "dev", "voices.jsonl")
    return verbatim(python("bench/documents.py"))


def romanisation() -> str:
    """The bench of spellings, side by side with other people's matching."""
    said = python("bench/romanisation.py")
    if " is left out:" in said:
        raise NotHereError("a library to compare with is not installed (pip install testimonia[bench])")
    return verbatim(said)


def citations() -> str:
    shared("data", "anystyle", "gold.xml")
    return verbatim(python("bench/citations.py"))


def works() -> str:
    shared("gold", "dev")
    return verbatim(python("bench/works.py"))


def findings() -> str:
    shared("gold", "dev", "anomalies.jsonl")
    return verbatim(python("bench/findings.py", "--read"))


def findings_sample() -> str:
    from testimonia.sample import sample_gold, sample_page

    return verbatim(python("bench/findings.py", "--read", "--text", str(sample_page()), "--gold", str(sample_gold())))


def speed() -> str:
    return verbatim(python("bench/speed.py", "--save"))


def targets() -> str:
    """What was promised in the tables of the other blocks, beside what they say is reached on the corpus page."""
    lines = ["| what | reached | promised | |", "| --- | --- | --- | --- |"]
    for page in PAGES[1:]:
        for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
            rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in block[0].splitlines() if row[:1] == "|"]
            if rows and rows[0][-1] == "target":
                of = f"[{block['name']}](quality/{page.name})"
                whole = ""
                for row in rows[2:]:
                    part = row[0].startswith("…")
                    whole = whole if part else row[0].split(",")[0]
                    words = f"{whole}: {row[0].lstrip('… ')}" if part else row[0]
                    if row[-1]:
                        lines.append(f"| {words} | {row[1]} | {row[-1]} | {of} |")
    return "\n".join(lines) + "\n"


def when() -> str:
    where = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return f"Measured on {time.strftime('%Y-%m-%d')} with testimonia {testimonia.__version__} ({where}).\n"


BLOCKS: dict[str, Callable[[], str]] = {
    "when": when,
    "corpus": corpus,
    "sample": sample,
    "layouts-shown": lambda: layouts("shown"),
    "layouts-open": lambda: layouts("open"),
    "layouts-closed": lambda: layouts("closed"),
    "layouts-fresh": lambda: layouts("fresh"),
    "layouts-unseen": lambda: layouts("unseen"),
    "layouts-unseen-two": lambda: layouts("unseen2"),
    "layouts-unseen-three": lambda: layouts("unseen3"),
    "layouts-unseen-four": lambda: layouts("unseen4"),
    "layouts-unseen-five": lambda: layouts("unseen5"),
    "layouts-unseen-six": lambda: layouts("unseen6"),
    "layouts-unseen-seven": lambda: layouts("unseen7"),
    "layouts-unseen-eight": lambda: layouts("unseen8"),
    "people-voices": people_voices,
    "voice-errors": voice_errors,
    "documents": documents,
    "stated": stated,
    "stated-headings": stated_headings,
    "stated-apart": stated_apart,
    "stated-left-out": stated_left_out,
    "worth": worth,
    "worth-elsewhere": worth_elsewhere,
    "worth-lists": worth_lists,
    "worth-read": worth_read,
    "planted": planted,
    "false-alarms": false_alarms,
    "growth": growth,
    "fidelity": lambda: verbatim(python("bench/quotations.py")),
    "register": register,
    "ledgers": ledgers,
    "dates": dates,
    "romanisation": romanisation,
    "voices-shown": lambda: voices_elsewhere("shown"),
    "voices-open": lambda: voices_elsewhere("open"),
    "voices-closed": lambda: voices_elsewhere("closed"),
    "voices-fresh": lambda: voices_elsewhere("fresh"),
    "voices-unseen": lambda: voices_elsewhere("unseen"),
    "voices-unseen-two": lambda: voices_elsewhere("unseen2"),
    "voices-unseen-three": lambda: voices_elsewhere("unseen3"),
    "voices-unseen-four": lambda: voices_elsewhere("unseen4"),
    "voices-unseen-five": lambda: voices_elsewhere("unseen5"),
    "voices-unseen-six": lambda: voices_elsewhere("unseen6"),
    "voices-unseen-seven": lambda: voices_elsewhere("unseen7"),
    "voices-unseen-eight": lambda: voices_elsewhere("unseen8"),
    "citations": citations,
    "works": works,
    "findings": findings,
    "findings-sample": findings_sample,
    "speed": speed,
    "room": room,
    "targets": targets,
}


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument(
        "--only", action="append", choices=sorted(BLOCKS), help="this block alone; may be given several times"
    )
    p.add_argument("--list", action="store_true", help="name the blocks and stop")
    options = p.parse_args()
    if options.list:
        print("\n".join(BLOCKS))
        return 0
    left = 0
    for name in options.only or BLOCKS:
        began = time.perf_counter()
        try:
            fresh = BLOCKS[name]()
        except NotHereError as missing:
            left += 1
            print(f"{name}: left as it was; {missing}.", file=sys.stderr)
            continue
        # read and written for each block, so that a long run that is stopped keeps what it has
        put(name, fresh)
        print(f"{name}: {time.perf_counter() - began:.0f} s", flush=True)
    return 1 if left else 0


def put(name: str, fresh: str) -> None:
    """Write one block anew, on the page that has it.

    Raises:
        LookupError: none has such a block.
    """
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        if name in {found["name"] for found in BLOCK.finditer(text)}:
            fresh_text = BLOCK.sub(lambda f: f"{f[1]}\n{fresh}\n{f[3]}" if f["name"] == name else f[0], text)
            page.write_text(fresh_text, encoding="utf-8")
            return
    raise LookupError(f"Neither docs/quality.md nor a page of docs/quality has a block {name!r}.")


if __name__ == "__main__":
    sys.exit(main())
