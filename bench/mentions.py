"""What the search for people's names reaches, and whether a trained model would reach more.

    python bench/mentions.py [--misses] [--ablation]

Spans are compared exactly, as ``score.py`` does: on the gold of the corpus page, on the sample, on the invented page of
the tests and on the blind pages beside this file. LitBank (CC BY 4.0; passages of 100 novels, read from ``../shared``
or where TESTIMONIA_SHARED points) is text of another sort with gold of other conventions: of its entities of type PER
those are taken that are a name once titles are cut off, so that the figure is only good for comparing two runs.

``--ablation`` judges the same candidates by the word's own place alone, by the rest of the page alone, by a logistic
regression over the same features, trained on LitBank, alone, and by both together. LitBank's own figure is
by five-fold cross-validation over novels. No model ships: trained on novels it is worse on every sourcebook.
"""

from __future__ import annotations

import json
import math
import os
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from litbank import joined
from testimonia.citations import CitationStage
from testimonia.layout import LayoutStage
from testimonia.model import Sourcebook
from testimonia.people.candidates import Candidate
from testimonia.people.evidence import AT_PLACE, PRIOR, Evidence
from testimonia.people.mentions import find_names, judge_candidates
from testimonia.reading import read_source
from testimonia.sample import sample_gold, sample_page
from testimonia.testing import make_book
from testimonia.words.kinds import is_people, kind_words
from testimonia.words.names import is_particle
from testimonia.words.titles import is_calling, is_describing, is_qualifier, is_title

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("TESTIMONIA_SHARED", ROOT.parent / "shared"))
Place = tuple[int, int]
EPOCHS, RATE, DECAY, SEED = 30, 0.2, 1e-4, 1
FOLDS = 5


@dataclass
class Page:
    """A book, where its gold has names, and the places within which the gold was made."""

    name: str
    book: Sourcebook
    gold: set[Place]
    areas: list[Place]

    def within(self, place: Place) -> bool:
        """Whether the gold would have a name that stands there."""
        return any(start <= place[0] and place[1] <= end for start, end in self.areas)


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_book(page: Path) -> Sourcebook:
    book = Sourcebook(read_source(page))
    for stage in (LayoutStage(), CitationStage()):
        book.add(list(stage(book)))
    return book


def gold_page(name: str, page: Path, folder: Path) -> Page:
    excerpts = {row["id"]: (row["start"], row["end"]) for row in rows(folder / "excerpts.jsonl")}
    chosen = json.loads((folder / "scope.json").read_text(encoding="utf-8")).get("excerpts") or list(excerpts)
    gold = {(m["start"], m["end"]) for m in rows(folder / "mentions.jsonl") if m["excerpt"] in chosen}
    return Page(name, read_book(page), gold, [excerpts[x] for x in chosen if x in excerpts])


def marked_page(name: str, path: Path) -> Page:
    """The invented page of the tests, whose names stand in marks."""
    text, claims, excerpts, gold = "", [], [], set()
    for block in re.split(r"\n\n+", path.read_text(encoding="utf-8").strip("\n")):
        lines = [line for line in block.split("\n") if not re.match(r"\([A-Z][\w .]+(?:, [A-Z]\w+)?\. .*\d{4}", line)]
        words = "\n".join(lines)
        for n, mark in enumerate(re.finditer("⟦([^⟧]*)⟧", words)):
            start = len(text) + mark.start() - 2 * n
            gold.add((start, start + len(mark[1])))
        bare = re.sub("[⟦⟧]", "", words)
        (claims if bare.isupper() and len(lines) == 1 else excerpts).append(bare)
        text += bare + "\n\n"
    book = make_book(text, claims=claims, excerpts=[(words, None, None) for words in excerpts])
    return Page(name, book, gold, [(0, len(text))])


def litbank() -> Iterator[Page]:
    """A book of one excerpt for each novel."""
    for path in sorted((SHARED / "data" / "litbank" / "entities" / "tsv").glob("*.tsv")):
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        words = [line[0] for line in lines]
        text, places = joined(words)
        gold = {(places[a][0], places[b - 1][1]) for a, b in named(words, [line[1:5] for line in lines])}
        gold = {g for g in gold if not any(h != g and g[0] <= h[0] and h[1] <= g[1] for h in gold)}
        yield Page(path.stem, make_book(text, excerpts=[(text, None, None)]), gold, [(0, len(text))])


def named(words: list[str], tags: list[list[str]]) -> Iterator[Place]:
    """Words of each entity of type PER that is a name, titles before it cut off."""
    for layer in range(4):
        column = [tag[layer] if layer < len(tag) else "O" for tag in tags]
        for start, tag in enumerate(column):
            if tag != "B-PER":
                continue
            end = start + 1
            while end < len(column) and column[end] == "I-PER":
                end += 1
            while start < end and not opens_name(words, start, end):
                start += 1
            while end > start and words[end - 1] in ("'s", "’s"):
                end -= 1
            if start < end and is_name(words[start:end]):
                yield start, end


def opens_name(words: list[str], at: int, end: int) -> bool:
    word = words[at]
    if word[0].islower():
        return is_particle(word) and at + 1 < end and words[at + 1][0].isupper()
    called = is_title(word) or is_qualifier(word) or is_describing(word) or word.lower() in kind_words("functions")
    return word[0].isupper() and not called


def is_name(words: list[str]) -> bool:
    if not all(word[0].isupper() or is_particle(word) or word == "." for word in words):
        return False
    first, last = words[0], words[-1]
    nobody = first.lower() in kind_words("others") or is_people(last)
    return not nobody and not (len(words) == 1 and (len(first) < 2 or is_calling(first)))


def f1(found: set[Place], gold: set[Place]) -> tuple[float, float, float]:
    hit = len(found & gold)
    precision, recall = hit / max(len(found), 1), hit / max(len(gold), 1)
    return precision, recall, 2 * hit / max(len(found) + len(gold), 1)


def report(name: str, pages: Sequence[Page], misses: bool) -> None:
    found_all, gold_all, seconds = set(), set(), 0.0
    for n, page in enumerate(pages):
        begin = time.perf_counter()
        names = find_names(page.book)
        seconds += time.perf_counter() - begin
        found = {(x.span.start, x.span.end) for x in names if page.within((x.span.start, x.span.end))}
        found_all |= {(n, *place) for place in found}
        gold_all |= {(n, *place) for place in page.gold}
        if misses:
            for place in sorted(found ^ page.gold):
                kind = "false" if place in found else "missed"
                words = page.book.text[max(0, place[0] - 40) : place[1] + 30].replace("\n", "/")
                print(f"    {kind:6} {page.book.text[slice(*place)]!r} in …{words}…")
    precision, recall, f = f1(found_all, gold_all)
    print(f"{name:10} P {precision:.3f}  R {recall:.3f}  F1 {f:.3f}  of {len(gold_all)} names  {seconds:.2f} s")


Row = tuple[dict[str, float], bool, Candidate, Evidence]


def rows_of(page: Page) -> list[Row]:
    """The candidates of a page with their features as numbers, and whether the gold has them."""
    found = []
    judged, evidence = judge_candidates(page.book)
    for record, _, candidates in judged:
        for candidate in candidates:
            span = (
                record.page_span(candidate.start, candidate.end)
                if hasattr(record, "page_span")
                else type(record.span)(record.span.start + candidate.start, record.span.start + candidate.end)
            )
            place = (span.start, span.end)
            if not page.within(place):
                continue
            own = evidence[candidate.key]
            numbers = {f"here: {feature}": 1.0 for feature in candidate.features}
            for feature, count in own.counts.items():
                others = count - candidate.features.count(feature)
                if others > 0:
                    numbers[f"page: {feature}"] = math.log2(1 + others)
            numbers |= {
                "a word of the language": float(candidate.weak),
                "twins in small letters": math.log2(1 + own.twins / own.met),
                "how often met": math.log2(own.met),
                "always": 1.0,
            }
            found.append((numbers, place in page.gold, candidate, own))
    return found


def train(data: Sequence[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Weights of a logistic regression, by AdaGrad."""
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    order = list(data)
    shuffle = random.Random(SEED)
    for _ in range(EPOCHS):
        shuffle.shuffle(order)
        for numbers, is_person in order:
            wrong = share(total(weights, numbers)) - is_person
            for feature, number in numbers.items():
                slope = wrong * number + DECAY * weights.get(feature, 0.0)
                squares[feature] = squares.get(feature, 1e-6) + slope * slope
                weights[feature] = weights.get(feature, 0.0) - RATE * slope / math.sqrt(squares[feature])
    return weights


def total(weights: dict[str, float], numbers: dict[str, float]) -> float:
    return sum(weights.get(feature, 0.0) * number for feature, number in numbers.items())


def share(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def with_rules(row: Row) -> dict[str, float]:
    return row[0] | {"the rules' score": max(-9.0, min(9.0, row[2].score)) / 4}


def own_place(row: Row) -> float:
    return PRIOR + sum(AT_PLACE.get(feature, 0.0) for feature in row[2].features)


def ablation(pages: Sequence[Page]) -> None:
    novels = [rows_of(page) for page in litbank()]
    ways: dict[str, Callable[[Row], float]] = {
        "rules": lambda row: row[2].score,
        "own place only": own_place,
        "rest of page only": lambda row: PRIOR + row[3].weight,
    }
    every = [row for novel in novels for row in novel]
    model = train([(row[0], row[1]) for row in every])
    both = train([(with_rules(row), row[1]) for row in every])
    trained: dict[str, Callable[[Row], float]] = {
        "model only": lambda row: total(model, row[0]),
        "both": lambda row: total(both, with_rules(row)),
    }
    print("\nF1 over the same candidates" + "".join(f"{way:>20}" for way in [*ways, *trained]))
    folds = {way: [(judge(row) > 0, row[1]) for row in every] for way, judge in ways.items()}
    folds |= {"model only": [], "both": []}
    for fold in range(FOLDS):
        seen = [row for n, novel in enumerate(novels) if n % FOLDS != fold for row in novel]
        kept = [row for n, novel in enumerate(novels) if n % FOLDS == fold for row in novel]
        weights, more = train([(r[0], r[1]) for r in seen]), train([(with_rules(r), r[1]) for r in seen])
        folds["model only"] += [(total(weights, row[0]) > 0, row[1]) for row in kept]
        folds["both"] += [(total(more, with_rules(row)) > 0, row[1]) for row in kept]
    print(f"{'litbank':27}" + "".join(f"{of_pairs(pairs):20.3f}" for pairs in folds.values()))
    for page in pages:
        mine = rows_of(page)
        scores = [of_pairs([(judge(r) > 0, r[1]) for r in mine], len(page.gold)) for judge in (ways | trained).values()]
        print(f"{page.name:27}" + "".join(f"{score:20.3f}" for score in scores))


def of_pairs(pairs: Sequence[tuple[bool, bool]], gold: int | None = None) -> float:
    hit = sum(found and true for found, true in pairs)
    wanted = sum(true for _, true in pairs) if gold is None else gold
    return 2 * hit / max(sum(found for found, _ in pairs) + wanted, 1)


def main() -> None:
    pages = []
    if (SHARED / "gold" / "dev" / "mentions.jsonl").exists():
        (page,) = (SHARED / "corpus").glob("*.txt")
        pages.append(gold_page("gold dev", page, SHARED / "gold" / "dev"))
    pages.append(gold_page("sample", sample_page(), sample_gold()))
    pages.append(marked_page("invented", ROOT / "tests" / "people" / "named.txt"))
    for folder in sorted((ROOT / "bench" / "blind").glob("*/gold")):
        (page,) = folder.parent.glob("page.*")
        pages.append(gold_page(folder.parent.name, page, folder))
    for page in pages:
        report(page.name, [page], "--misses" in sys.argv and page.name not in BLIND)
    report("litbank", list(litbank()), False)
    if "--ablation" in sys.argv:
        ablation(pages)


BLIND = {folder.name for folder in (ROOT / "bench" / "blind").glob("*")}  # scored, not worked on

if __name__ == "__main__":
    main()
