"""Make the weights of assertions in excerpts, and measure them on excerpts that they were not made from.

    python -m bench.assertion_weights [--faults] [--write]

A logistic regression per act, pulled towards the hand-set weights of ``assertion_priors.toml``; the gold is that of the
bundled sample and of ``gold/dev``. Each excerpt's assertions are read with weights made from the other excerpts (twenty
folds, drawn by a fixed seed) and scored by the gold's own script. ``--faults`` counts the classes
of misses and false finds among those; ``--write`` writes ``weights.toml``.
"""

from __future__ import annotations

import importlib.util
import json
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import testimonia
from testimonia.assertions.acts import Vocabulary, read_vocabulary
from testimonia.assertions.clauses import Clause, clauses_of
from testimonia.assertions.prose import Draft, drafts_of, readings_in
from testimonia.assertions.signs import Context, signs_of
from testimonia.assertions.subjects import Subjects
from testimonia.assertions.utterances import Reading
from testimonia.assertions.weighing import Weights
from testimonia.model import Act

from .gold_book import shared_folder

PRIORS = Path(__file__).with_name("assertion_priors.toml")
WEIGHTS = Path(testimonia.__file__).parent / "assertions" / "weights.toml"
FOLDS = 20
RIDGE = 12.0  # the best of 5, 8, 12 and 16 on excerpts left out
FREQUENT = 12  # clauses that show a sign, before it gets a weight
SMALL = 0.05  # a weight that is not written
ALWAYS = "always"
HEAD = """# Made by bench/assertion_weights.py from the gold of the sample and gold/dev: do not edit. A sign says
# what a clause shows, its weight what it adds to the log odds of the act.
"""


@dataclass
class Row:
    """An excerpt with gold."""

    page: str
    gold_id: str
    reading: Reading
    clauses: list[Clause]
    signs: list[dict[Act, set[str]]]
    labels: list[dict[str, float]]


def scorer() -> Any:
    """The script that scores exports against gold."""
    spec = importlib.util.spec_from_file_location("gold_score", shared_folder() / "score" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("There is no score.py beside the gold.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pages() -> dict[str, tuple[Path, Path]]:
    """Each page with the folder of its gold."""
    sample = testimonia.sample_page()
    corpus = sorted((shared_folder() / "corpus").glob("*.txt"))[0]
    return {"corpus": (corpus, shared_folder() / "gold" / "dev"), "sample": (sample, sample.parent / "gold")}


def rows_of(page: str, path: Path, gold: Path, score: Any, vocabulary: Vocabulary) -> list[Row]:
    """The excerpts of a page that have gold, their clauses labelled with the acts that the gold has there."""
    book = testimonia.read(path)
    scope = json.loads((gold / "scope.json").read_text()) if (gold / "scope.json").exists() else {}
    people = score.People(gold)
    spans = {r["id"]: (r["start"], r["end"]) for r in score.rows(gold, "excerpts.jsonl")}
    wanted = [r for r in score.rows(gold, "assertions.jsonl") if r.get("excerpt")]
    chosen = list(scope.get("excerpts") or spans)
    rows = []
    for reading in readings_in(book):
        at = reading.excerpt.span.start + 1
        gold_id = next((x for x in chosen if spans[x][0] <= at < spans[x][1]), None)
        if gold_id is None:
            continue
        subjects = Subjects(reading)
        clauses = list(clauses_of(reading, subjects, vocabulary))
        context = Context(reading, clauses, vocabulary)
        signs = []
        for place in range(len(clauses)):
            common, by_act = signs_of(reading, context, place)
            signs.append({act: {*common, *of} for act, of in by_act.items()})
        labels: list[dict[str, float]] = [{} for _ in clauses]
        for record in (r for r in wanted if r["excerpt"] == gold_id):
            _label(reading, clauses, labels, record, people, score)
        rows.append(Row(page, gold_id, reading, clauses, signs, labels))
    return rows


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
        shared = min(end, span.end) - max(start, span.start)
        if shared <= 0 or (shared < 0.5 * len(span) and shared < 0.5 * (end - start)):
            continue
        name = clause.teller.name or clause.teller.id.split(":")[-1]
        gold_name = record.get("speaker_name") or record["speaker"].split(":")[-1]
        if people.is_any(others, clause.teller.id, clause.teller.name) or people.same(gold_name, name):
            label[record["act"]] = 1.0
            for act in score.as_list(record.get("alt_act")):
                label.setdefault(act, 0.5)


def fitted(rows: list[Row], priors: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """The weights of each act."""
    return {act: _fit(rows, act, table) for act, table in priors.items()}


def _fit(rows: list[Row], act: str, prior: Mapping[str, float]) -> dict[str, float]:
    clauses = [
        (signs[Act(act)], label.get(act, 0.0))
        for row in rows
        for signs, label in zip(row.signs, row.labels, strict=True)
    ]
    counts = Counter(sign for signs, _ in clauses for sign in signs)
    names = sorted({sign for sign, times in counts.items() if times >= FREQUENT} | (set(prior) - {ALWAYS}))
    place = {name: number + 1 for number, name in enumerate(names)}
    matrix = np.zeros((len(clauses), len(names) + 1))
    matrix[:, 0] = 1
    for number, (signs, _) in enumerate(clauses):
        for sign in signs:
            if sign in place:
                matrix[number, place[sign]] = 1
    truth = np.array([label for _, label in clauses])
    start = np.array([prior[ALWAYS], *(prior.get(name, 0.0) for name in names)])
    ridge = np.full(len(start), RIDGE)
    ridge[0] = 0.3
    weights = start.copy()
    for _ in range(15):  # Newton's method
        likely = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (likely - truth) + ridge * (weights - start)
        curve = (matrix.T * (likely * (1 - likely) + 1e-6)) @ matrix
        curve[np.diag_indices(len(start))] += ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    found = {name: round(float(weights[number]), 2) for name, number in place.items()}
    kept = {name: weight for name, weight in found.items() if abs(weight) >= SMALL}
    return {ALWAYS: round(float(weights[0]), 2), **kept}


def as_weights(tables: Mapping[str, Mapping[str, float]]) -> Weights:
    """Fitted weights as the program holds them."""
    signs = {sign for table in tables.values() for sign in table}
    return Weights(
        tuple(Act(act) for act in tables),
        {sign: tuple(table.get(sign, 0.0) for table in tables.values()) for sign in signs},
    )


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
    """Print what the weights reach on excerpts left out and on those that they are made from."""
    import tempfile

    score, vocabulary = scorer(), read_vocabulary()
    priors = tomllib.loads(PRIORS.read_text(encoding="utf-8"))
    rows = [row for page, (path, gold) in pages().items() for row in rows_of(page, path, gold, score, vocabulary)]
    order = list(range(len(rows)))
    random.Random(0).shuffle(order)
    folds = [set(order[n::FOLDS]) for n in range(FOLDS)]
    lines: dict[str, dict[str, list[dict[str, Any]]]] = {"left out": {}, "made from": {}}
    whole = fitted(rows, priors)
    for kind in lines:
        for fold in folds if kind == "left out" else [set(order)]:
            tables = (
                fitted([row for n, row in enumerate(rows) if n not in fold], priors) if len(fold) < len(rows) else whole
            )
            weights = as_weights(tables)
            for number in sorted(fold):
                row = rows[number]
                drafts = drafts_of(row.reading, Subjects(row.reading), vocabulary, weights)
                lines[kind].setdefault(row.page, []).extend(export_line(row, draft) for draft in drafts)
    for kind, by_page in lines.items():
        for page, (path, gold) in pages().items():
            with tempfile.TemporaryDirectory() as folder:
                text = "\n".join(json.dumps(line) for line in by_page.get(page, []))
                (Path(folder) / "assertions.jsonl").write_text(text, encoding="utf-8")
                scope = json.loads((gold / "scope.json").read_text()) if (gold / "scope.json").exists() else {}
                spans = {r["id"]: (r["start"], r["end"]) for r in score.rows(gold, "excerpts.jsonl")}
                found = score.assertions(score.Text(str(path)), Path(folder), gold, scope, score.People(gold), spans)
            for name, value in found.items():
                if "excerpts" in name:
                    print(f"{kind:10s} {page:8s} {name:38s} " + "  ".join(f"{k} {v}" for k, v in value.items()))
    if "--faults" in arguments:
        for page, (_, gold) in pages().items():
            here = [row for row in rows if row.page == page]
            for why, times in faults(here, lines["left out"].get(page, []), gold, score).most_common():
                print(f"{page:8s} {times:4d}  {why}")
    if "--write" in arguments:
        text = HEAD
        for act, table in whole.items():
            text += f"\n[{act}]\n" + "".join(f'"{sign}" = {weight:.2f}\n' for sign, weight in table.items())
        WEIGHTS.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
