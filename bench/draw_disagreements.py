"""Draw disagreements at random and print both places side by side, for a reader to judge.

    python bench/draw_disagreements.py --n 100 --seed 7     draws from the shared page (or --page FILE)
    python bench/draw_disagreements.py --check              what share of those read so far was right

A verdict goes into ``bench/readings/disagreements-*.jsonl``, one line each: ``page`` (the file's name, with
its folder's where several are called alike), ``seed``, the
offsets ``a`` and ``b`` of both places, ``kind``, ``right`` and, where it is wrong, the ``class`` of the mistake; no
words of the page. A disagreement is right if both places speak of one thing and tell it differently, in what its kind
says, and its words are those that differ. Where the program was changed after a reading, ``--check`` says how many of
the drawn are still made.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import testimonia
from judging import corpus_page
from testimonia.model import Discrepancy, Span

READINGS = Path(__file__).parent / "readings"
AROUND = 260  # characters of the page on either side


def found_on(path: Path) -> tuple[testimonia.Sourcebook, list[Discrepancy]]:
    """The book and its disagreements in the order of the page, those between a claim and its own evidence left out."""
    book = testimonia.read(path)
    found = [d for d in book.discrepancies if d.kind.value != "heading"]
    return book, sorted(found, key=lambda d: (d.a_span, d.b_span, d.kind.value))


def marked(text: str, span: Span) -> str:
    """The words with what stands around them, the differing ones between double angles."""
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return " / ".join(f"…{before}>>{span.cut(text)}<<{after}…".split("\n"))


def draw(path: Path, number: int, seed: int, kinds: list[str]) -> None:
    """Print disagreements at random."""
    book, found = found_on(path)
    if kinds:
        found = [d for d in found if d.kind.value in kinds]
    chosen = random.Random(seed).sample(found, min(number, len(found)))
    print(f"{len(found)} disagreements; {len(chosen)} drawn with seed {seed}")
    for n, d in enumerate(sorted(chosen, key=lambda d: (d.a_span, d.b_span)), 1):
        cause = f", likely {d.cause.value}" if d.cause else ""
        print(f"\n{n}. {d.kind.value}: {d.about} ({d.confidence}{cause}; {d.reasons[0].rule if d.reasons else ''})")
        for span in (d.a_span, d.b_span):
            print(f"   [{span.start}:{span.end}] {marked(book.text, span)}")


def check(path: Path) -> None:
    """What was judged so far, and how much of that is still made."""
    _, found = found_on(path)
    made = {(d.a_span.start, d.a_span.end, d.b_span.start, d.b_span.end, d.kind.value) for d in found}
    print(f"{path.name}: {len(found)} disagreements, {dict(Counter(d.kind.value for d in found).most_common())}")
    for file in sorted(READINGS.glob("disagreements-*.jsonl")):
        read = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        read = [row for row in read if row["page"] in (path.name, f"{path.parent.name}/{path.name}")]
        if not read:
            continue
        right = sum(row["right"] for row in read)
        still = [row for row in read if (*row["a"], *row["b"], row["kind"]) in made]
        print(f"{file.stem}: {right} of {len(read)} right when drawn ({right / len(read):.2f})", end="")
        print(f"; {len(still)} are still made, {sum(row['right'] for row in still)} of them right")
        for kind in sorted({row["kind"] for row in read}):
            own = [row for row in read if row["kind"] == kind]
            print(f"   {kind:9s} {sum(row['right'] for row in own)} of {len(own)}")
        wrong = Counter(row.get("class", "") for row in read if not row["right"])
        if wrong:
            print(f"   wrong: {dict(wrong.most_common())}")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--page", type=Path, help="a sourcebook page; else the shared page")
    parser.add_argument("--n", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", action="append", default=[], help="only of this kind; may be given several times")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    page = options.page or corpus_page()
    if page is None:
        parser.exit(1, "There is no shared page; name one with --page.\n")
    if options.check:
        check(page)
    else:
        draw(page, options.n, options.seed, options.kind)


if __name__ == "__main__":
    main()
