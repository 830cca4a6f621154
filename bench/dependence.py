"""How well dependent excerpts are found: our ranked pairs beside those of tf-idf, in one run on one page.

    python bench/dependence.py [--page corpus|sample|NAME-OF-A-BLIND-PAGE] [--faults] [--kept FILE]
    python bench/dependence.py --growth [1000 3000 ...]

The gold is that of ``gold/dev`` (looked for at ``../shared`` or where TESTIMONIA_SHARED points) and of the bundled
sample. Both finders read the same excerpts of the same reading of the page, and only pairs within the gold's scope are
counted. Our list is that of the room, by confidence, far below what the stage tells; each excerpt is set beside more
partners than in a build, so that the list is long enough to compare. The other is the cosine of tf-idf over single
words and runs of two and three, weighed as ``TfidfVectorizer(ngram_range=(1, 3))`` of scikit-learn does; it is written
out below so that nothing has to be installed, and needs all pairs. ``--faults`` names what the stage misses and what it
tells that the gold has not, by the gold's ids and by offsets. ``--growth`` is `dependence_growth`; the weights are
made, and measured on pairs left out, by ``bench/dependence_weights.py``.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import testimonia
from judging import corpus_page, rows, scope_of, shared_folder
from testimonia.dependence.stage import LIKELY, Comparison
from testimonia.model import Dependence, IdMaker, Sourcebook
from testimonia.pipeline import default_stages, run
from testimonia.reading import read_source

LENGTHS = (10, 25, 50, 100, 200, 500, 1000, 2000)
PARTNERS, LEAST = 40, 4.0  # for the long list; a build is content with fewer pairs
PAGES = ("corpus", "sample")
BLIND = ("sarkul", "kaohsi", "amparo", "lyndgate", "lanoue", "surab")  # invented pages with gold for dependence
ROOM = Path(__file__).resolve().parent
WORD = re.compile(r"\b\w\w+\b")  # as scikit-learn has it

Pair = tuple[int, int]


@dataclass
class Page:
    """A page as it is read up to dependence, and its gold by the numbers of our excerpts."""

    name: str
    book: Sourcebook
    ids: list[str | None]
    gold: dict[Pair, str] = field(default_factory=dict)
    spans: dict[Pair, list[tuple[list[int], list[int]]]] = field(default_factory=dict)
    left_out: int = 0
    allowed: list[tuple[int, int]] | None = None

    def is_scored(self, pair: Pair) -> bool:
        """Whether both excerpts are within the gold's scope."""
        a, b = (self.ids[number] for number in pair)
        return a is not None and b is not None and a != b


def read_page(name: str) -> Page:
    """One of the pages with gold.

    Raises:
        FileNotFoundError: the page is not there.
    """
    if name == "sample":
        path, gold = testimonia.sample_page(), testimonia.sample_page().parent / "gold"
    elif name in BLIND:
        path, gold = next((ROOM / "blind" / name).glob("page.*")), ROOM / "blind" / name / "gold"
    else:
        found = corpus_page()
        if found is None:
            raise FileNotFoundError("There is no corpus page; TESTIMONIA_SHARED names the folder that holds corpus/.")
        path, gold = found, shared_folder() / "gold" / "dev"
    stages = default_stages()
    last = next(place for place, stage in enumerate(stages) if stage.name == "dependence")
    book = run(Sourcebook(read_source(path)), stages[:last])
    spans = {r["id"]: (r["start"], r["end"]) for r in rows(gold / "excerpts.jsonl")}
    within = scope_of(gold).get("pairs_within")
    starts = [0, *(found.end() for found in re.finditer("\n", book.text))]
    if within:
        limits = [(starts[a - 1], starts[b] if b < len(starts) else len(book.text)) for a, b in within]
        spans = {x: span for x, span in spans.items() if any(low <= span[0] < high for low, high in limits)}
    ids = [_gold_id(excerpt.span.start, excerpt.span.end, spans) for excerpt in book.excerpts]
    page = Page(name, book, ids)
    places = {gold_id: number for number, gold_id in enumerate(ids) if gold_id is not None}
    for record in rows(gold / "dependence.jsonl"):
        if record["a"] == record["b"]:
            continue
        if record["a"] not in places or record["b"] not in places:
            page.left_out += 1
            continue
        sides = sorted(((places[record[x]], record[f"{x}_span"]) for x in "ab"), key=lambda side: side[0])
        pair = sides[0][0], sides[1][0]
        page.gold[pair] = record["kind"]
        page.spans.setdefault(pair, []).append((sides[0][1], sides[1][1]))
    return page


def _gold_id(start: int, end: int, spans: dict[str, tuple[int, int]]) -> str | None:
    shared = {x: min(end, high) - max(start, low) for x, (low, high) in spans.items()}
    best = max(shared, key=lambda x: shared[x], default=None)
    return best if best is not None and shared[best] > 0 else None


def tfidf_pairs(texts: Sequence[str]) -> list[Pair]:
    """All pairs that share a word, the most alike first."""
    counts = [Counter(_runs(WORD.findall(text.lower()))) for text in texts]
    among = Counter(run for count in counts for run in count)
    vectors = []
    for count in counts:
        vector = {run: n * (math.log((1 + len(texts)) / (1 + among[run])) + 1) for run, n in count.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({run: weight / length for run, weight in vector.items()})
    having: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for run_, weight in vector.items():
            having[run_].append((number, weight))
    likeness: dict[Pair, float] = defaultdict(float)
    for those in having.values():
        for n, (a, weight) in enumerate(those):
            for b, other in those[n + 1 :]:
                likeness[a, b] += weight * other
    return sorted(likeness, key=lambda pair: (-likeness[pair], pair))


def _runs(words: list[str]) -> Iterable[str]:
    for length in (1, 2, 3):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def our_pairs(book: Sourcebook) -> list[Pair]:
    """The pairs of the room, the surest first."""
    weighed = Comparison(book, PARTNERS, LEAST).weighed()
    weighed.sort(key=lambda one: (-one.confidence, one.pair.a, one.pair.b))
    return [(one.pair.a, one.pair.b) for one in weighed]


def told(book: Sourcebook) -> dict[Pair, Dependence]:
    """What the stage tells in a build."""
    comparison, ids = Comparison(book), IdMaker()
    return {
        (one.pair.a, one.pair.b): comparison.dependence(one, ids)
        for one in comparison.weighed()
        if one.confidence >= LIKELY
    }


def in_gold_once(page: Page, pairs: Iterable[Pair]) -> list[Pair]:
    """The scored pairs of a list, each pair of the gold's excerpts once."""
    met: set[frozenset[str | None]] = set()
    kept = []
    for pair in pairs:
        key = frozenset(page.ids[number] for number in pair)
        if page.is_scored(pair) and key not in met:
            met.add(key)
            kept.append(pair)
    return kept


def average_precision(page: Page, ranked: Sequence[Pair]) -> float:
    """The mean of the precision at each gold pair of a list; one that is not in it counts as zero."""
    hits, total = 0, 0.0
    for rank, pair in enumerate(ranked, 1):
        if pair in page.gold:
            hits += 1
            total += hits / rank
    return total / (len(page.gold) + page.left_out)


def side_by_side(page: Page) -> dict[str, Any]:
    """Precision and recall of both finders at every length of list, their average precision, and our spans."""
    clock = time.process_time()
    other = in_gold_once(page, tfidf_pairs([excerpt.text for excerpt in page.book.excerpts]))
    other_time = time.process_time() - clock
    clock = time.process_time()
    stage = told(page.book)
    our_time = time.process_time() - clock
    ours = in_gold_once(page, our_pairs(page.book))
    whole = len(page.gold) + page.left_out
    table = []
    for length in LENGTHS:
        line: dict[str, Any] = {"length": length}
        for name, ranked in (("ours", ours), ("tf-idf", other)):
            hits = sum(pair in page.gold for pair in ranked[:length])
            line[name] = {"precision": round(hits / length, 4), "recall": round(hits / whole, 4)}
        table.append(line)
    scored = in_gold_once(page, stage)
    right = [pair for pair in scored if pair in page.gold]
    kinds = Counter(page.gold.values())
    found = Counter(page.gold[pair] for pair in right)
    return {
        "page": page.name,
        "gold pairs": whole,
        "lists": {"ours": len(ours), "tf-idf": len(other)},
        "average precision": {
            "ours": round(average_precision(page, ours), 4),
            "tf-idf": round(average_precision(page, other), 4),
        },
        "seconds": {"ours": round(our_time, 2), "tf-idf": round(other_time, 2)},
        "at each length": table,
        "told by the stage": {
            "pairs": len(scored),
            "precision": round(len(right) / max(1, len(scored)), 4),
            "recall": round(len(right) / whole, 4),
            "f1": round(2 * len(right) / (len(scored) + whole), 4),
            "recall of kinds": {kind: [found[kind], kinds[kind]] for kind in sorted(kinds)},
            "kind as in the gold": sum(stage[pair].kind == page.gold[pair] for pair in right),
        },
        "spans": _spans(page, stage, right),
    }


def _spans(page: Page, stage: dict[Pair, Dependence], right: Sequence[Pair]) -> dict[str, float]:
    """How our spans lie to the gold's, over the gold pairs that the stage tells."""
    both = answered = 0
    inside = covered = ours = golds = 0
    for pair in right:
        record = stage[pair]
        met = False
        for a, b in page.spans[pair]:
            pieces = [(piece.a, piece.b) for piece in record.alignments]
            here = any(p.start < a[1] and a[0] < p.end and q.start < b[1] and b[0] < q.end for p, q in pieces)
            met = met or here
            answered += here
        both += met
        for side, n in (("a", 0), ("b", 1)):
            got = {
                x for piece in record.alignments for x in range(getattr(piece, side).start, getattr(piece, side).end)
            }
            want = {x for spans in page.spans[pair] for x in range(*spans[n])}
            inside += len(got & want)
            ours += len(got)
            golds += len(want)
            whole = getattr(record, f"{side}_span")
            covered += len(want & set(range(whole.start, whole.end)))
    stretches = sum(len(page.spans[pair]) for pair in right)
    return {
        "pairs with a piece in both of the gold's spans": round(both / max(1, len(right)), 4),
        "the gold's stretches with such a piece": round(answered / max(1, stretches), 4),
        "aligned characters within the gold's spans": round(inside / max(1, ours), 4),
        "the gold's characters within our spans": round(covered / max(1, golds), 4),
    }


def show(figures: dict[str, Any]) -> None:
    """Print it for a person."""
    aps, lists, spent = figures["average precision"], figures["lists"], figures["seconds"]
    print(f"{figures['page']}: {figures['gold pairs']} dependent pairs in the gold")
    print(f"{'':22} {'ours':>17} {'tf-idf 1-3':>17}")
    print(f"{'average precision':22} {aps['ours']:17.3f} {aps['tf-idf']:17.3f}")
    print(f"{'pairs in the list':22} {lists['ours']:17,} {lists['tf-idf']:17,}")
    print(f"{'seconds of processor':22} {spent['ours']:17.2f} {spent['tf-idf']:17.2f}")
    for line in figures["at each length"]:
        ours, other = line["ours"], line["tf-idf"]
        one, two = (f"p {x['precision']:.3f} r {x['recall']:.3f}" for x in (ours, other))
        print(f"{'first ' + str(line['length']):22} {one:>17} {two:>17}")
    stage = figures["told by the stage"]
    kinds = ", ".join(f"{kind} {found} of {of}" for kind, (found, of) in stage["recall of kinds"].items())
    print(f"the stage tells {stage['pairs']}: p {stage['precision']:.3f} r {stage['recall']:.3f} f1 {stage['f1']:.3f}")
    print(f"  {kinds}; {stage['kind as in the gold']} of the kind that the gold says")
    for words, share in figures["spans"].items():
        print(f"  {words}: {share:.3f} (tf-idf has no spans)")


def show_faults(page: Page) -> None:
    """Name what the stage misses and what it tells beside the gold."""
    stage = told(page.book)
    for pair, kind in sorted(page.gold.items()):
        if pair not in stage:
            ours = next(
                (one for one in Comparison(page.book, PARTNERS, LEAST).weighed() if (one.pair.a, one.pair.b) == pair),
                None,
            )
            sure = "not seen" if ours is None else f"{ours.confidence:.2f}"
            print(f"missed  {kind:14} {page.ids[pair[0]]} {page.ids[pair[1]]} {page.spans[pair][0]} {sure}")
    for pair in in_gold_once(page, stage):
        if pair not in page.gold:
            record = stage[pair]
            spans = [[record.a_span.start, record.a_span.end], [record.b_span.start, record.b_span.end]]
            print(f"beside  {record.kind:14} {page.ids[pair[0]]} {page.ids[pair[1]]} {spans} {record.confidence:.2f}")


def main() -> None:
    """Measure, and print."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--page", choices=(*PAGES, *BLIND), action="append")
    arguments.add_argument("--faults", action="store_true")
    arguments.add_argument("--kept", type=Path, help="write the figures there as JSON")
    arguments.add_argument("--growth", nargs="*", type=int, metavar="EXCERPTS")
    chosen = arguments.parse_args()
    if chosen.growth is not None:
        from dependence_growth import LADDER, show_growth

        show_growth(chosen.growth or LADDER, chosen.kept)
        return
    kept = []
    for name in chosen.page or PAGES:
        page = read_page(name)
        figures = side_by_side(page)
        kept.append(figures)
        show(figures)
        if chosen.faults:
            show_faults(page)
        print()
    if chosen.kept:
        chosen.kept.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
