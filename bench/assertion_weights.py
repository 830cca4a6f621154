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

import importlib.util
import json
import random
import shutil
import sys
import tempfile
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
from .assertion_tallies import Pair, Table, fitted_tallies, labelled
from .fitting import Rows, Vector, fit
from .gold_book import shared_folder

PRIORS = Path(__file__).with_name("assertion_priors.toml")
VECTORS = Path(__file__).with_name("word_vectors.npz")
READINGS = Path(__file__).with_name("readings")
ROOM = Path(testimonia.__file__).parent / "assertions"
STATEMENTS = {
    "readings": ("assertions.jsonl", ("unseen-excerpts.jsonl", "closed-excerpts.jsonl")),
    "second": ("assertions-b.jsonl", ("assertions-b-excerpts.jsonl",)),
    "third": ("assertions-a.jsonl", ("assertions-a-excerpts.jsonl",)),  # without what the second has as well
}
BLIND = Path(__file__).with_name("blind")
GOLD_OF_BLIND = ("kaohsi", "sarkul", "amparo", "lyndgate", "norrby", "vasco", "lanoue")  # that have gold
READ_OF_BLIND = ("krystal", "thermi")  # pages read by us, one reader: they only measure
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


def scorer() -> Any:
    """The script that scores exports against gold."""
    spec = importlib.util.spec_from_file_location("gold_score", shared_folder() / "score" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("There is no score.py beside the gold.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pages() -> dict[str, tuple[Path, Path]]:
    """Each page with the folder of its gold; that of our own readings is laid together for the time of the run."""
    sample = testimonia.sample_page()
    corpus = sorted((shared_folder() / "corpus").glob("*.txt"))[0]
    dev = shared_folder() / "gold" / "dev"
    return {
        "corpus": (corpus, dev),
        "sample": (sample, sample.parent / "gold"),
        **{name: (corpus, folder) for name, folder in readings_gold(corpus, dev).items()},
        **{name: (_page_of(name), BLIND / name / "gold") for name in GOLD_OF_BLIND},
        **{name: (_page_of(name), _read_gold(name)) for name in READ_OF_BLIND},
    }


def _page_of(name: str) -> Path:
    return next((BLIND / name).glob("page.*"))


def _read_gold(name: str) -> Path:
    """The gold of a blind page with our reading of its statements, laid together for the time of the run."""
    folder = Path(tempfile.mkdtemp())
    for file in ("excerpts.jsonl", "people.jsonl"):
        shutil.copy(BLIND / name / "gold" / file, folder / file)
    shutil.copy(READINGS / f"assertions-{name}.jsonl", folder / "assertions.jsonl")
    return folder


def story_of(page: str) -> str:
    """The page that excerpts stand on: several readings are of the corpus page."""
    return "corpus" if page in STATEMENTS else page


def readings_gold(corpus: Path, dev: Path) -> dict[str, Path]:
    """The readings of further excerpts, each a folder of gold; no excerpt is in two of them, nor in the gold itself."""
    chosen = set(json.loads((dev / "scope.json").read_text())["excerpts"])
    taken = [row for row in lines_of(dev / "excerpts.jsonl") if row["id"] in chosen]
    folders = {}
    for name, (statements, spans) in STATEMENTS.items():
        rows = lines_of(READINGS / statements)
        read = {row["excerpt"] for row in rows}
        excerpts = [row for file in spans for row in lines_of(READINGS / file)]
        if len(spans) > 1:  # spans of other readings as well
            excerpts = [row for row in excerpts if row["id"] in read]
        excerpts = [row for row in excerpts if not any(_overlap(row, other) for other in taken)]
        taken += excerpts
        folders[name] = reading_gold(corpus, dev, rows, excerpts)
    return folders


def _overlap(row: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(row["start"] < other["end"] and other["start"] < row["end"])


def reading_gold(corpus: Path, dev: Path, rows: list[dict[str, Any]], excerpts: list[dict[str, Any]]) -> Path:
    """One reading as a folder of gold, with the names that it gives by offsets."""
    folder = Path(tempfile.mkdtemp())
    text = corpus.read_bytes().decode("utf-8")
    read = {row["id"] for row in excerpts}
    rows = [row for row in rows if row["excerpt"] in read]
    for row in rows:
        row["speaker_name"] = name_at(text, row["speaker_name"])
        row["of_names"] = [name_at(text, name) for name in row["of_names"]]
        if row["act"] == Act.EXONERATES.value and not row["of_names"]:
            row["of_names"] = [""]  # somebody is cleared: whom no words name has an empty name in the gold
    assertions = "\n".join(json.dumps(row) for row in rows)
    people: dict[str, dict[str, Any]] = {}
    for path in (dev / "people.jsonl", READINGS / "unseen-people.jsonl", READINGS / "closed-people.jsonl"):
        for row in lines_of(path):
            known = people.setdefault(row["id"], {"id": row["id"], "name": row["name"], "variants": []})
            known["variants"] += [row["name"], *row.get("variants", ())]
    (folder / "assertions.jsonl").write_text(assertions, encoding="utf-8")
    (folder / "excerpts.jsonl").write_text("\n".join(map(json.dumps, excerpts)), encoding="utf-8")
    (folder / "people.jsonl").write_text("\n".join(map(json.dumps, people.values())), encoding="utf-8")
    (folder / "scope.json").write_text(json.dumps({"excerpts": sorted(read)}), encoding="utf-8")
    return folder


def name_at(text: str, name: str | list[int]) -> str:
    return name if isinstance(name, str) else text[name[0] : name[1]]


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


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
                and _said_by(record, line, people, score)
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
        return _act(record, line, score) and _said_by(record, line, people, score)

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


def scored(lines: list[dict[str, Any]], page: Path, gold: Path, score: Any) -> dict[str, dict[str, Any]]:
    """What the gold's script says of lines of the export for excerpts."""
    scope = json.loads((gold / "scope.json").read_text()) if (gold / "scope.json").exists() else {}
    spans = {r["id"]: (r["start"], r["end"]) for r in score.rows(gold, "excerpts.jsonl")}
    with tempfile.TemporaryDirectory() as folder:
        text = "\n".join(json.dumps(line) for line in lines)
        (Path(folder) / "assertions.jsonl").write_text(text, encoding="utf-8")
        found = score.assertions(score.Text(str(page)), Path(folder), gold, scope, score.People(gold), spans)
    return {name: value for name, value in found.items() if "excerpts" in name}


def faults(rows: list[Row], lines: list[dict[str, Any]], gold: Path, score: Any) -> Counter[str]:
    """Classes of misses and of false finds, by where the gold and the reading part."""
    people = score.People(gold)
    found: Counter[str] = Counter()
    by_excerpt: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        by_excerpt.setdefault(line["excerpt"], []).append(line)
    for row in rows:
        wanted = [r for r in score.rows(gold, "assertions.jsonl") if r.get("excerpt") == row.gold_id]
        left = list(by_excerpt.get(row.gold_id, []))
        missed = []
        for record in wanted:
            hit = next(
                (line for line in left if _act(record, line, score) and _said_by(record, line, people, score)), None
            )
            if hit is None:
                missed.append(record)
            else:
                left.remove(hit)
        for record in missed:
            found["missed: " + _why(record, by_excerpt.get(row.gold_id, []), people, score)] += 1
        for line in left:
            found["false: " + _why_false(line, wanted, people, score)] += 1
    return found


def _act(record: Mapping[str, Any], line: Mapping[str, Any], score: Any) -> bool:
    return line["act"] in (record["act"], *score.as_list(record.get("alt_act")))


def _said_by(record: Mapping[str, Any], line: Mapping[str, Any], people: Any, score: Any) -> bool:
    others = [record["speaker"], *score.as_list(record.get("alt"))]
    gold_name = record.get("speaker_name") or record["speaker"].split(":")[-1]
    name = line["speaker_name"] or line["speaker"].split(":")[-1]
    return bool(people.is_any(others, line["speaker"], line["speaker_name"]) or people.same(gold_name, name))


def _meets(record: Mapping[str, Any], line: Mapping[str, Any]) -> bool:
    start, end = record["evidence"]
    return bool(line["start"] < end and start < line["end"])


def _why(record: Mapping[str, Any], lines: list[dict[str, Any]], people: Any, score: Any) -> str:
    here = [line for line in lines if _meets(record, line)]
    if not here:
        return f"no record there ({record['act']})"
    same = [line for line in here if _said_by(record, line, people, score)]
    if not same:
        return "another's word"
    if any(_act(record, line, score) for line in same):
        return "one record where the gold has two"
    return f"{record['act']} read as {same[0]['act']}"


def _why_false(line: Mapping[str, Any], wanted: list[dict[str, Any]], people: Any, score: Any) -> str:
    here = [record for record in wanted if _meets(record, line)]
    if not here:
        return f"nothing recorded there ({line['act']})"
    same = [record for record in here if _said_by(record, line, people, score)]
    if not same:
        return "another's word"
    if any(_act(record, line, score) for record in same):
        return "two records where the gold has one"
    return f"{same[0]['act']} read as {line['act']}"


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
    order = sorted(made_from)
    random.Random(0).shuffle(order)
    fitter = Fitter([row for row in rows if row.page not in READ_OF_BLIND], priors)  # those that only measure come last
    whole = fitter.fitted(made_from)
    folds = [set(order[n::FOLDS]) for n in range(FOLDS)]
    models = [fitter.fitted(made_from - fold) for fold in folds]
    pairs = {
        number: pairs_of(rows[number], model, by_page[rows[number].page][1], score)
        for fold, model in zip(folds, models, strict=True)
        for number in sorted(fold)
    }
    tables = tables_of(pairs, made_from)
    runs = [("left out", fold, model) for fold, model in zip(folds, models, strict=True)]
    for page in (*GOLD_OF_BLIND, "sample"):
        mine = {number for number in made_from if rows[number].page == page}
        runs.append(("page out", mine, fitter.fitted(made_from - mine)))
    runs.append(("page out", set(range(len(rows))) - made_from, whole))
    runs.append(("made from", made_from, whole))
    lines: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for kind, numbers, model in runs:
        tallies = Tallies(tables if kind == "made from" else tables_of(pairs, made_from - numbers))
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
            here = [row for row in rows if row.page == page]
            told = lines["page out" if page in READ_OF_BLIND else "left out"].get(page, [])
            for why, times in faults(here, told, gold, score).most_common():
                print(f"{page:8s} {times:4d}  {why}")
    if "--write" in arguments:
        write(whole, tables)
    return 0


def tables_of(pairs: Mapping[int, list[Pair]], kept: set[int]) -> list[Table]:
    """The second step, fitted on what the first finds in the excerpts of these numbers."""
    return fitted_tallies([pair for number in sorted(kept) for pair in pairs[number]])


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
