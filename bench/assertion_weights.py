"""Make the weights of assertions in excerpts, and measure them on excerpts that they were not made from.

    python -m bench.assertion_weights [--faults] [--write]

For each act a logistic regression, pulled towards the hand-set weights of ``assertion_priors.toml``, on the signs of
a clause and on its words (``word_vectors.npz``, so that words which are used alike weigh alike, and each a little by
itself); two more for whom a statement concerns (``assertion_concern.py``). A second step, fitted on what the first
finds in excerpts that it was not made from, tells how many records there are of an act of a speaker
(``assertion_tallies.py``). They are made from nine pages: the bundled sample, the corpus page (``gold/dev`` and three
readings of further excerpts, ``readings/assertions*.jsonl``) and seven invented pages. Each excerpt's assertions
are read with weights made from the other excerpts (ten folds, drawn by a fixed seed: ``left out``), each page's with
weights made from the other pages (``page out``), and scored by the gold's own script. Two more pages, whose
statements one of us read, only measure: weights made from them as well do no better on others.
``--faults`` counts the classes of misses and false finds among those; ``--write`` writes ``weights.toml``,
``word_weights.txt``, ``stem_weights.txt``, ``concern.toml`` and ``tallies.toml``.
"""

from __future__ import annotations

import json
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

import testimonia
from testimonia.assertions.acts import Vocabulary
from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.clauses import Clause, clauses_of
from testimonia.assertions.involved import CHOSEN, concern_of
from testimonia.assertions.prose import Draft, drafts_of, readings_in, runs_in, weighed_in
from testimonia.assertions.setting import Setting, setting_of
from testimonia.assertions.signs import Context, signs_of
from testimonia.assertions.speakers import speakings_of
from testimonia.assertions.subjects import Subjects
from testimonia.assertions.tallies import Tallies, signs_of_pairs
from testimonia.assertions.utterances import Reading
from testimonia.assertions.weighing import Weights, root_of
from testimonia.model import Act, Sourcebook
from testimonia.words.lexicon import is_english_word
from testimonia.words.stems import stem

from .assertion_concern import Cell, cell_of, fitted_concern
from .assertion_faults import faults
from .assertion_gold import GOLD_OF_BLIND, READ_OF_BLIND, has_act, is_said_by, pages, scored, scorer, story_of
from .assertion_tallies import Pair, Table, fitted_tallies, labelled
from .fitting import Rows, Vector, fit

PRIORS = Path(__file__).with_name("assertion_priors.toml")
VECTORS = Path(__file__).with_name("word_vectors.npz")
ROOM = Path(testimonia.__file__).parent / "assertions"
FOLDS = 10
RIDGE = 12.0  # 25 and 50 make likelihoods of clauses better on pages left out, and records no better anywhere
WORD_RIDGE = 3.0
FREQUENT = 10  # clauses that show a sign, before it gets a weight
SPREAD = 12  # excerpts that have a word, before it gets one: else it is a word of one story
PAGES = 2  # … and pages
SMALL = 0.05  # a weight that is not written
PARTS = 100  # the words' weights are written in hundredths
ALWAYS = "always"
OWN = "word: "
HEAD = """# Made by bench/assertion_weights.py from excerpts read by hand: do not edit. {}
"""
ABOUT = {
    "weights.toml": "A sign says\n# what a clause shows, its weight what it adds to the log odds of the act.",
    "concern.toml": "A sign says how\n# a party stands, its weight what it adds to the log odds that it is one of those"
    " concerned ([who]), or that\n# a clause concerns nobody ([nobody]).",
    "word_weights.txt": "What a word\n# adds to the log odds of {}, in hundredths.",
    "tallies.toml": "A sign says\n# what an excerpt shows of an act of a speaker, its weight what it adds to the log"
    " odds that there are as many records.",
    "stem_weights.txt": "What a word\n# adds by itself, in all its forms, to the log odds of {}, in hundredths.",
}


@dataclass
class Row:
    """An excerpt with gold: each clause once for everyone who may be its speaker."""

    page: str
    gold_id: str
    reading: Reading
    setting: Setting
    context: Context
    gold: list[dict[str, Any]]
    clauses: list[Clause] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)
    signs: list[dict[Act, set[str]]] = field(default_factory=list)
    labels: list[dict[str, float]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)  # who comes into question where the gold has an act


@dataclass
class Model:
    """All that is fitted."""

    tables: dict[str, dict[str, float]]
    words: dict[str, tuple[float, ...]]
    stems: dict[str, tuple[float, ...]]
    concern: dict[str, dict[str, float]]

    def weights(self) -> Weights:
        """The weights of acts as the program holds them."""
        signs = {sign for table in self.tables.values() for sign in table}
        tables = {sign: tuple(table.get(sign, 0.0) for table in self.tables.values()) for sign in signs}
        return Weights(tuple(Act(act) for act in self.tables), tables, self.words, self.stems)


def rows_of(page: str, book: Sourcebook, gold: Path, score: Any, vocabulary: Vocabulary) -> list[Row]:
    """The excerpts of a page that have gold, their clauses labelled with the acts that the gold has there."""
    scope = json.loads((gold / "scope.json").read_text()) if (gold / "scope.json").exists() else {}
    people = score.People(gold)
    spans = {r["id"]: (r["start"], r["end"]) for r in score.rows(gold, "excerpts.jsonl")}
    wanted = [r for r in score.rows(gold, "assertions.jsonl") if r.get("excerpt")]
    chosen = list(scope.get("excerpts") or spans)
    setting = setting_of(book.assertions)
    rows = []
    for reading in readings_in(book):
        at = reading.excerpt.span.start + 1
        gold_id = next((x for x in chosen if spans[x][0] <= at < spans[x][1]), None)
        if gold_id is None:
            continue
        subjects = Subjects(reading)
        clauses = list(clauses_of(reading, subjects, vocabulary))
        context = Context(reading, speakings_of(reading, subjects, clauses), vocabulary, setting)
        row = Row(page, gold_id, reading, setting, context, [r for r in wanted if r["excerpt"] == gold_id])
        for place, readings in enumerate(context.speakings):
            shown = context.shown[place]
            for number, clause in enumerate(readings):
                common, by_act = signs_of(context, place, number)
                row.clauses.append(clause)
                row.places.append((place, number))
                row.words.append(shown.words)
                row.signs.append({act: {*shown.plain, *common, *of} for act, of in by_act.items()})
                row.labels.append({})
        for record in row.gold:
            _label(reading, row.clauses, row.labels, record, people, score)
        _cells(row, subjects, people, score)
        rows.append(row)
    return rows


def _cells(row: Row, subjects: Subjects, people: Any, score: Any) -> None:
    """Who comes into question wherever the gold has an act, and whether the gold has him."""
    for (place, number), clause, label in zip(row.places, row.clauses, row.labels, strict=True):
        for act in CHOSEN:
            if label.get(act.value) != 1.0:
                continue
            line = {"speaker": clause.teller.id, "speaker_name": clause.teller.name, "act": act.value}
            records = [
                record
                for record in row.gold
                if record["act"] == act.value
                and is_said_by(record, line, people, score)
                and _shared(row.reading, clause, record) > 0
            ]
            if records:
                row.cells.append(cell_of(row, subjects, (place, number, act), records, people))


def _shared(reading: Reading, clause: Clause, record: Mapping[str, Any]) -> int:
    start, end = record["evidence"]
    span = reading.excerpt.page_span(reading.words[clause.first].start, reading.words[clause.last - 1].end)
    return int(min(end, span.end) - max(start, span.start))


def _label(
    reading: Reading,
    clauses: list[Clause],
    labels: list[dict[str, float]],
    record: Mapping[str, Any],
    people: Any,
    score: Any,
) -> None:
    start, end = record["evidence"]
    others = [record["speaker"], *score.as_list(record.get("alt"))]
    for clause, label in zip(clauses, labels, strict=True):
        span = reading.excerpt.page_span(reading.words[clause.first].start, reading.words[clause.last - 1].end)
        shared = _shared(reading, clause, record)
        if shared <= 0 or (shared < 0.5 * len(span) and shared < 0.5 * (end - start)):
            continue
        name = clause.teller.name or clause.teller.id.split(":")[-1]
        gold_name = record.get("speaker_name") or record["speaker"].split(":")[-1]
        if people.is_any(others, clause.teller.id, clause.teller.name) or people.same(gold_name, name):
            label[record["act"]] = 1.0
            for act in score.as_list(record.get("alt_act")):
                label.setdefault(act, 0.5)


class Vectors:
    """Words of general English as numbers: those that are used alike lie near each other."""

    def __init__(self) -> None:
        """Read them."""
        with np.load(VECTORS) as found:
            self.words = {str(word): place for place, word in enumerate(found["words"])}
            self.numbers = found["vectors"] * float(found["scale"])

    def of(self, lows: Iterable[str]) -> Vector:
        """The words of a clause together: long clauses weigh no more than short ones."""
        places = [self.words[low] for low in lows if low in self.words]
        return np.asarray(self.numbers[places].sum(axis=0) / max(1.0, len(places) ** 0.5))


class Fitter:
    """Fits models to some of the rows; what all fits share is made once."""

    def __init__(self, rows: Sequence[Row], priors: Mapping[str, Mapping[str, float]]) -> None:
        """Number the signs of all rows."""
        self._priors = priors
        self._near: dict[str, Vector] = {}  # the weights of the first fit, from which the others are not far
        self._vectors = Vectors()
        self._of_row = np.array([number for number, row in enumerate(rows) for _ in row.clauses])
        dense = np.array([self._vectors.of(words) for row in rows for words in row.words])
        self._capital = _capitals(rows)
        self._stems = [
            {root_of(low) for low in words if is_english_word(low) and low not in self._capital}
            for row in rows
            for words in row.words
        ]
        in_rows: dict[str, set[int]] = {}
        for number, stems in zip(self._of_row, self._stems, strict=True):
            for one in stems:
                in_rows.setdefault(one, set()).add(int(number))
        self._spread = {
            one
            for one, found in in_rows.items()
            if len(found) >= SPREAD and len({story_of(rows[number].page) for number in found}) >= PAGES
        }
        self._acts = {act: self._numbered(rows, act, dense) for act in priors}
        names = {f"{shows} {word}" for one in self._capital for shows, word in (("head", stem(one)), ("then", one))}
        names |= _of_one_story(rows)
        self._cells = [(number, cell.without(names)) for number, row in enumerate(rows) for cell in row.cells]

    def _numbered(self, rows: Sequence[Row], act: str, dense: Any) -> tuple[Rows, Vector, list[str]]:
        signs_of_all = (signs[Act(act)] for row in rows for signs in row.signs)
        clauses = [signs | {OWN + one for one in stems} for signs, stems in zip(signs_of_all, self._stems, strict=True)]
        counts = Counter(sign for signs in clauses for sign in signs)
        often = {sign for sign, times in counts.items() if times >= FREQUENT and not sign.startswith(OWN)}
        often |= {OWN + one for one in self._spread}
        names = sorted(often | (set(self._priors[act]) - {ALWAYS}))
        places = {name: place for place, name in enumerate(names)}
        truth = np.array([label.get(act, 0.0) for row in rows for label in row.labels])
        return Rows.of([[places[sign] for sign in signs if sign in places] for signs in clauses], dense), truth, names

    def fitted(self, kept: set[int]) -> Model:
        """The model that the rows of these numbers make."""
        mine = np.isin(self._of_row, list(kept))
        tables: dict[str, dict[str, float]] = {}
        turned = []
        alone: dict[str, list[float]] = {}
        for number, (act, (rows, truth, names)) in enumerate(self._acts.items()):
            prior, width = self._priors[act], rows.dense.shape[1]
            start = np.array([*(prior.get(name, 0.0) for name in names), *([0.0] * width), prior[ALWAYS]])
            begin = self._near.get(act)
            weights = fit(rows.chosen(mine), truth[mine], start, len(names), RIDGE, WORD_RIDGE, begin)
            self._near.setdefault(act, weights)
            found = {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=False)}
            tables[act] = {ALWAYS: round(float(weights[-1]), 2)}
            tables[act] |= {
                name: weight for name, weight in found.items() if abs(weight) >= SMALL and not name.startswith(OWN)
            }
            for name, weight in found.items():
                if name.startswith(OWN) and abs(weight) >= SMALL:
                    alone.setdefault(name.removeprefix(OWN), [0.0] * len(self._acts))[number] = weight
            turned.append(self._vectors.numbers @ weights[len(names) : -1])
        parts = np.round(np.stack(turned, axis=1) * PARTS)
        words = {
            word: tuple(float(part) / PARTS for part in parts[place])
            for word, place in self._vectors.words.items()
            if np.abs(parts[place]).max() >= 1 and word not in self._capital
        }
        stems = {one: tuple(parts) for one, parts in alone.items()}
        concern = fitted_concern([cell for number, cell in self._cells if number in kept])
        return Model(tables, words, stems, concern)


def _of_one_story(rows: Sequence[Row]) -> set[str]:
    """Signs that name a word, of which no more than one page shows any."""
    stories: dict[str, set[str]] = {}
    for row in rows:
        for cell in row.cells:
            for _, signs in cell.found.parties:
                for sign in signs:
                    if sign.startswith(("head ", "then ")):
                        stories.setdefault(sign, set()).add(story_of(row.page))
    return {sign for sign, found in stories.items() if len(found) < PAGES}


def _capitals(rows: Sequence[Row]) -> set[str]:
    """Words that the pages print with a capital more often than without: names, or nearly."""
    high, low = Counter[str](), Counter[str]()
    for row in rows:
        for word in row.reading.words:
            (high if word.capital else low)[word.low] += 1
    found = {word for word, times in high.items() if times > 2 and times > 2 * low[word]}
    return found | {word + "s" for word in found}


def pairs_of(row: Row, model: Model, gold: Path, score: Any) -> list[Pair]:
    """What a model finds of each speaker and act in an excerpt, with how many records the gold has."""
    subjects, context = Subjects(row.reading), row.context
    people = score.People(gold)
    weighed = weighed_in(context, model.weights())
    runs = runs_in(row.reading, subjects, context, weighed, concern_of(model.concern))
    signs = signs_of_pairs(row.reading, context, weighed, {key: len(found) for key, found in runs.items()})

    def fits(record: Mapping[str, Any], line: Mapping[str, Any]) -> bool:
        return has_act(record, line, score) and is_said_by(record, line, people, score)

    names = {clause.teller.id: clause.teller.name for clause in row.clauses}
    return labelled(signs, names, row.gold, fits)


def export_line(row: Row, draft: Draft) -> dict[str, Any]:
    """A draft as a line of the export."""
    words = row.reading.words
    span = row.reading.excerpt.page_span(words[draft.first].start, words[draft.last - 1].end)
    return {
        "excerpt": row.gold_id,
        "start": span.start,
        "end": span.end,
        "speaker": draft.teller.id,
        "speaker_name": draft.teller.name,
        "act": draft.act.value,
        "of_names": [party.name for party in draft.of],
    }


def read_with(row: Row, model: Model, tallies: Tallies, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """What is found in an excerpt with these weights, as lines of the export."""
    subjects, weights, concern = Subjects(row.reading), model.weights(), concern_of(model.concern)
    drafts = drafts_of(row.reading, subjects, vocabulary, row.setting, weights, concern, tallies)
    return [export_line(row, draft) for draft in drafts]


@dataclass
class Folded:
    """What is fitted with each part of the excerpts left out."""

    folds: list[set[int]]
    models: list[Model]
    pairs: dict[int, list[Pair]]  # what is found in an excerpt by the model that has not seen it

    def tables(self, kept: set[int]) -> list[Table]:
        """The second step, fitted on what the first finds in the excerpts of these numbers."""
        return fitted_tallies([pair for number in sorted(kept) for pair in self.pairs[number]])


def folded(rows: Sequence[Row], kept: set[int], fitter: Fitter, golds: Mapping[str, Path], score: Any) -> Folded:
    """Parts drawn by a fixed seed, each read with the weights of the others."""
    order = sorted(kept)
    random.Random(0).shuffle(order)
    folds = [set(order[n::FOLDS]) for n in range(FOLDS)]
    models = [fitter.fitted(kept - fold) for fold in folds]
    pairs = {
        number: pairs_of(rows[number], model, golds[rows[number].page], score)
        for fold, model in zip(folds, models, strict=True)
        for number in sorted(fold)
    }
    return Folded(folds, models, pairs)


def main(arguments: list[str]) -> int:
    """Print what the weights reach on excerpts left out, on pages left out and on those that they are made from."""
    score, vocabulary = scorer(), read_vocabulary()
    priors = tomllib.loads(PRIORS.read_text(encoding="utf-8"))
    by_page = pages()
    books = {path: testimonia.read(path) for path in {path for path, _ in by_page.values()}}
    rows = [
        row for page, (path, gold) in by_page.items() for row in rows_of(page, books[path], gold, score, vocabulary)
    ]
    made_from = {number for number, row in enumerate(rows) if row.page not in READ_OF_BLIND}
    fitter = Fitter([row for row in rows if row.page not in READ_OF_BLIND], priors)  # those that only measure come last
    whole = fitter.fitted(made_from)
    parts = folded(rows, made_from, fitter, {page: gold for page, (_, gold) in by_page.items()}, score)
    tables = parts.tables(made_from)
    runs = [("left out", fold, model) for fold, model in zip(parts.folds, parts.models, strict=True)]
    for page in (*GOLD_OF_BLIND, "sample"):
        mine = {number for number in made_from if rows[number].page == page}
        runs.append(("page out", mine, fitter.fitted(made_from - mine)))
    runs.append(("page out", set(range(len(rows))) - made_from, whole))
    runs.append(("made from", made_from, whole))
    lines: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for kind, numbers, model in runs:
        tallies = Tallies(tables if kind == "made from" else parts.tables(made_from - numbers))
        for number in sorted(numbers):
            row = rows[number]
            lines.setdefault(kind, {}).setdefault(row.page, []).extend(read_with(row, model, tallies, vocabulary))
    for kind, of_page in lines.items():
        for page, (path, gold) in by_page.items():
            if page not in of_page:
                continue
            found = scored(of_page[page], path, gold, score)
            for name, value in found.items():
                print(f"{kind:10s} {page:8s} {name:38s} " + "  ".join(f"{k} {v}" for k, v in value.items()))
    if "--faults" in arguments:
        for page, (_, gold) in by_page.items():
            here = [row.gold_id for row in rows if row.page == page]
            told = lines["page out" if page in READ_OF_BLIND else "left out"].get(page, [])
            for why, times in faults(here, told, gold, score).most_common():
                print(f"{page:8s} {times:4d}  {why}")
    if "--write" in arguments:
        write(whole, tables)
    return 0


def write(model: Model, tallies: Sequence[Table]) -> None:
    """Put the weights where the program reads them."""
    text = HEAD.format(ABOUT["weights.toml"])
    for act, table in model.tables.items():
        text += f"\n[{act}]\n" + "".join(f'"{sign}" = {weight:.2f}\n' for sign, weight in table.items())
    (ROOM / "weights.toml").write_text(text, encoding="utf-8")
    text = HEAD.format(ABOUT["tallies.toml"])
    for number, table in enumerate(tallies, 1):
        text += f"\n[{number}]\n" + "".join(f'"{sign}" = {weight:.2f}\n' for sign, weight in table.items())
    (ROOM / "tallies.toml").write_text(text, encoding="utf-8")
    text = HEAD.format(ABOUT["concern.toml"])
    for name, table in model.concern.items():
        text += f"\n[{name}]\n" + "".join(f'"{sign}" = {weight:.2f}\n' for sign, weight in table.items())
    (ROOM / "concern.toml").write_text(text, encoding="utf-8")
    for name, found in (("word_weights.txt", model.words), ("stem_weights.txt", model.stems)):
        text = HEAD.format(ABOUT[name].format(", ".join(model.tables)))
        for word, parts in sorted(found.items()):
            text += f"{word} " + " ".join(str(round(part * PARTS)) for part in parts) + "\n"
        (ROOM / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
