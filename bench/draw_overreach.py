"""Draw what the audit of claims found at random, claim and evidence side by side, for a reader to judge.

    python bench/draw_overreach.py BOOK --n 50 --seed 7    prints findings, each with its places and the words around
    python bench/draw_overreach.py BOOK --check            what share of the findings that were read so far was right
    python bench/draw_overreach.py BOOK --n 50 --seed 7 --from 0 --to 300000    only claims in that part of the page

BOOK is a sourcebook page. A verdict goes into a file ``bench/readings/overreach-….jsonl``, one line a finding:
``page`` (the first eight digits of the page's checksum), ``seed``, ``claim`` (all of it) and ``place`` as offsets,
``right``, and ``why`` where it is wrong; no words of the page. A finding is right if a careful historian would want to
be told it: the evidence at the place says less than the claim, says it with more reserve, on another's word, or says
otherwise; and the message says of it what is the matter.

The readings so far are by the writer of the program. ``overreach-first`` is all that was found in the second half of
the corpus page when its first half had been worked on; the classes of error were then mended, with claims of that half
in view, and ``overreach-mended`` was drawn from the whole page afterwards (seed 2), with all the rest that was found a
little later (seed 0), so it is no measure of an unseen page.
``overreach-others`` is all that is found on the sample and on the invented pages.
``overreach-second`` is 40 findings of each part of the corpus page (``--to 309000``, ``--from 309000``, seed 20261130),
judged by the writer of the rules after both parts had been worked on; a few more classes of error were mended after it.
So the whole page is a development set by now, and what these figures say of another page is open.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from testimonia.model import Discrepancy, DiscrepancyKind, Finding, FindingKind, Sourcebook
from testimonia.pipeline import default_stages, run
from testimonia.reading import read_source

READINGS = Path(__file__).parent / "readings"
AROUND = 260  # characters of the page on either side


def found_in(page: Path) -> tuple[Sourcebook, list[Discrepancy], dict[tuple[int, int, str], str]]:
    """The book, the differences of claims from their evidence, and the message for each."""
    book = run(Sourcebook(read_source(page)), default_stages())
    claims = {claim.id for claim in book.claims}
    found = [d for d in book.discrepancies if d.kind is DiscrepancyKind.HEADING and d.a in claims and d.b not in claims]
    messages = {(f.span.start, f.span.end, f.message): f.message for f in book.findings if _is_overreach(f)}
    return book, sorted(found, key=lambda d: (d.a_span.start, d.b_span.start)), messages


def _is_overreach(finding: Finding) -> bool:
    return finding.kind is FindingKind.OVERREACH


def draw(page: Path, number: int, seed: int, start: int, end: int) -> None:
    """Print findings at random."""
    book, found, messages = found_in(page)
    found = [d for d in found if start <= d.a_span.start < end]
    chosen = random.Random(seed).sample(found, min(number, len(found)))
    print(f"page {book.source.sha256[:8]}: {len(found)} findings; {len(chosen)} drawn with seed {seed}")
    for n, one in enumerate(sorted(chosen, key=lambda d: (d.a_span.start, d.b_span.start)), 1):
        place, claim = one.b_span, book.claims[one.a]
        message = next(
            (m for (a, b, m) in messages if (a, b) == (one.a_span.start, one.a_span.end) and one.b_says in m), ""
        )
        before = book.text[max(0, place.start - AROUND) : place.start].replace("\n", " / ")
        after = book.text[place.end : place.end + AROUND].replace("\n", " / ")
        print(f"\n{n}. [{claim.span.start}:{claim.span.end}] [{place.start}:{place.end}] ({one.confidence})")
        print(f"   {' '.join(claim.text.split())}")
        print(f"   {message}")
        print(f"   …{before}>>{book.cut(place)}<<{after}…".replace("\n", " / "))


def check(page: Path) -> None:
    """What was judged so far on this page, of the findings that are still made and in all."""
    book, found, _ = found_in(page)
    made = {(d.b_span.start, d.b_span.end) for d in found}
    for path in sorted(READINGS.glob("overreach-*.jsonl")):
        read = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        read = [entry for entry in read if entry["page"] == book.source.sha256[:8]]
        if not read:
            continue
        right = sum(entry["right"] for entry in read)
        still = [e for e in read if tuple(e["place"]) in made]
        wrong = Counter(e.get("why", "") for e in read if not e["right"])
        print(f"{path.stem}: {right} of {len(read)} right when read, {right / len(read):.2f}; ", end="")
        print(f"{len(still)} of them are still made, {sum(e['right'] for e in still)} right")
        print(f"   wrong: {dict(wrong)}" if wrong else "   none wrong")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("book", type=Path)
    parser.add_argument("--n", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="start", type=int, default=0)
    parser.add_argument("--to", dest="end", type=int, default=1 << 60)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.n:
        draw(options.book, options.n, options.seed, options.start, options.end)
    if options.check:
        check(options.book)


if __name__ == "__main__":
    main()
