"""Make the weights of dependence, and measure them on pairs that they were not made from.

    python bench/dependence_weights.py [--write]

A logistic regression over the signs of each pair that the room looks at, on the gold of the bundled sample and of
``gold/dev``. Pairs of excerpts that gold pairs tie together stay in one fold, so that no passage is learnt from one of
its copies; ten folds, drawn anew five times. The figures are those of the left-out pairs, with what a third excerpt
tells added as in a build; also what weights from one page alone reach on the other.

The weight of a naming (``dependence/namings.py``) is made from the pairs of which one names the other's source, on
those two pages and on the invented `sarkul` and `kaohsi`; what is told of such pairs is printed for each page with
weights from the others, and for `amparo`, from which nothing is learnt. ``--write`` writes ``weights.toml``.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

import testimonia
from dependence import Page, average_precision, in_gold_once, read_page
from testimonia.dependence.bridges import find_bridges
from testimonia.dependence.namings import find_namings
from testimonia.dependence.stage import LIKELY, Comparison, Weighed
from testimonia.dependence.weighing import SIGNS, confidence

WEIGHTS = Path(testimonia.__file__).parent / "dependence" / "weights.toml"
FOLDS, DRAWS = 10, 5
PARTNERS, LEAST = 12, 7.0  # a little wider than a build looks; wider still, the weights serve the easy pairs
RIDGE_OF_NAMINGS = 0.5  # they are few
LEARNT, TESTED = ("sarkul", "kaohsi"), "amparo"
RIDGE = 2.0  # the figures on left-out pairs are the same from 0.5 to 5
HEAD = """\
# Made by bench/dependence_weights.py from the gold of the sample and gold/dev, for namings of sarkul and kaohsi too: do
# not edit. What each sign of a pair adds to the logarithm of the odds that its excerpts share an origin.
"""


@dataclass
class Table:
    """The pairs of a page: all that the room looks at, which of them the gold speaks of, and what it says."""

    page: Page
    pairs: list[Weighed]
    signs: np.ndarray
    truth: np.ndarray
    scored: np.ndarray
    groups: list[int]


def table_of(page: Page) -> Table:
    """The pairs of a page."""
    pairs = [one for one in Comparison(page.book, PARTNERS, LEAST).weighed() if one.pair.signs[0] >= np.log(LEAST)]
    keys = [(one.pair.a, one.pair.b) for one in pairs]
    tied = {number: number for number in range(len(page.book.excerpts))}

    def first(number: int) -> int:
        while tied[number] != number:
            number = tied[number]
        return number

    for a, b in page.gold:
        tied[first(b)] = first(a)
    return Table(
        page,
        pairs,
        np.array([one.pair.signs for one in pairs]),
        np.array([float(key in page.gold) for key in keys]),
        np.array([page.is_scored(key) for key in keys]),
        [first(a) for a, _ in keys],
    )


def fit(signs: np.ndarray, truth: np.ndarray, ridge_of_all: float = RIDGE) -> np.ndarray:
    """Weights of the signs as they stand, and what is always added, by Newton's method."""
    spread = signs.std(axis=0) + 1e-9
    matrix = np.hstack([signs / spread, np.ones((len(signs), 1))])
    ridge = np.append(np.full(signs.shape[1], ridge_of_all), 1e-6)
    weights = np.zeros(matrix.shape[1])
    for _ in range(60):
        likely = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (likely - truth) + ridge * weights
        curve = (matrix.T * (likely * (1 - likely))) @ matrix + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return np.append(weights[:-1] / spread, weights[-1])


def likely(signs: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """How likely pairs share an origin by some weights."""
    return 1 / (1 + np.exp(-(signs @ weights[:-1] + weights[-1])))


def ranked(table: Table, confidence: np.ndarray) -> list[tuple[tuple[int, int], float]]:
    """The pairs of a page, surest first, with what third excerpts tell added."""
    weighed = [replace(one, confidence=float(sure)) for one, sure in zip(table.pairs, confidence, strict=True)]
    sure = {(one.pair.a, one.pair.b): one.confidence for one in weighed}
    for key, bridge in find_bridges([(one.pair, one.confidence) for one in weighed]).items():
        if key in sure:
            sure[key] += (1 - sure[key]) * bridge.strength
    return sorted(sure.items(), key=lambda item: (-item[1], item[0]))


def measure(table: Table, confidence: np.ndarray) -> tuple[float, float, float]:
    """Average precision, and precision and recall of what a build would tell."""
    order = ranked(table, confidence)
    surest = dict(order)
    once = in_gold_once(table.page, [pair for pair, _ in order])
    told = [pair for pair in once if surest[pair] >= LIKELY]
    right = sum(pair in table.page.gold for pair in told)
    whole = len(table.page.gold) + table.page.left_out
    return average_precision(table.page, once), right / max(1, len(told)), right / whole


def left_out(table: Table, others: list[Table], seed: int) -> np.ndarray:
    """The confidence of each pair by weights that were made without it."""
    groups = sorted(set(table.groups))
    random.Random(seed).shuffle(groups)
    fold_of = {group: n % FOLDS for n, group in enumerate(groups)}
    folds = np.array([fold_of[group] for group in table.groups])
    confidence = np.zeros(len(folds))
    for fold in range(FOLDS):
        here, known = folds == fold, (folds != fold) & table.scored
        signs = np.vstack([table.signs[known], *(other.signs[other.scored] for other in others)])
        truth = np.concatenate([table.truth[known], *(other.truth[other.scored] for other in others)])
        confidence[here] = likely(table.signs[here], fit(signs, truth))
    return confidence


def line(words: str, figures: tuple[float, float, float]) -> None:
    """Print the figures of one way of measuring."""
    ap, precision, recall = figures
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"  {words:34} AP {ap:.3f}  told: p {precision:.3f} r {recall:.3f} f1 {f1:.3f}")


def namings_of(page: Page) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of pairs of which one names the other's source: the worth, whether the gold has them, the confidence without."""
    comparison = Comparison(page.book)
    found = {(one.pair.a, one.pair.b): one for one in comparison.weighed()}
    worths, truth, alone = [], [], []
    namings = find_namings(page.book, comparison._lexicon, comparison._rarity, comparison._sides)
    for pair, naming in namings.items():
        if page.is_scored(pair) and naming.worth > 0:
            worths.append([np.log1p(naming.worth)])
            truth.append(float(pair in page.gold))
            alone.append(confidence(found[pair].pair) if pair in found else 0.0)
    return np.array(worths).reshape(-1, 1), np.array(truth), np.array(alone)


def naming_weights(tables: list[Table]) -> str:
    """The weights of a naming as they are written; prints what they tell where they were not made."""
    pages = [*(table.page for table in tables), *(read_page(name) for name in LEARNT)]
    own = {page.name: namings_of(page) for page in pages}
    tested = {**own, TESTED: namings_of(read_page(TESTED))}
    print("pairs of which one names the other's source, not told without it: told by weights from the other pages")
    for name, (worths, truth, alone) in tested.items():
        others = [table for other, table in own.items() if other != name]
        weights = _fit_namings(others)
        told = (alone < LIKELY) & (1 - (1 - alone) * (1 - likely(worths, weights)) >= LIKELY)
        print(f"  {name:10} {int(told.sum())} of {int((alone < LIKELY).sum())}, {int(truth[told].sum())} in the gold")
    weights = _fit_namings(list(own.values()))
    return f"[naming]\nalways = {weights[-1]:.3f}\nworth = {weights[0]:.3f}\n"


def _fit_namings(pages: list[tuple[np.ndarray, np.ndarray, np.ndarray]]) -> np.ndarray:
    return fit(np.vstack([page[0] for page in pages]), np.concatenate([page[1] for page in pages]), RIDGE_OF_NAMINGS)


def main() -> None:
    """Measure, and write where it is asked for."""
    tables = [table_of(read_page(name)) for name in ("corpus", "sample")]
    for table in tables:
        others = [other for other in tables if other is not table]
        print(
            f"{table.page.name}: {len(table.page.gold)} gold pairs, {int(table.scored.sum())} pairs looked at in scope"
        )
        draws = [measure(table, left_out(table, others, seed)) for seed in range(DRAWS)]
        mean = tuple(float(np.mean([draw[n] for draw in draws])) for n in range(3))
        line("left out, mean of the draws", (mean[0], mean[1], mean[2]))
        for other in others:
            alone = fit(other.signs[other.scored], other.truth[other.scored])
            line(f"weights from the {other.page.name} alone", measure(table, likely(table.signs, alone)))
    signs = np.vstack([table.signs[table.scored] for table in tables])
    weights = fit(signs, np.concatenate([table.truth[table.scored] for table in tables]))
    for table in tables:
        print(f"{table.page.name}, with the weights made from all of it:")
        line("", measure(table, likely(table.signs, weights)))
    written = "".join(f"{sign} = {weight:.3f}\n" for sign, weight in zip(SIGNS, weights, strict=False))
    written = f"{HEAD}always = {weights[-1]:.3f}\n\n[signs]\n{written}\n{naming_weights(tables)}"
    print(f"\n{written}")
    if "--write" in sys.argv[1:]:
        WEIGHTS.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
