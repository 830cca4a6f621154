"""A logistic regression by gradients, for rows that show few of many signs; numpy only.

Rows are lists of sign numbers; a dense block may stand beside them. Weights are pulled towards ``start`` by a ridge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Rows", "fit"]

Vector = NDArray[np.float64]
_MEMORY = 8  # steps remembered
_STEPS = 150
_CLOSE = 1e-3  # slope at which a fit is done
_BIAS = 0.3  # ridge of the constant


@dataclass
class Rows:
    """The signs of all rows laid end to end, where each row begins, and a dense block of so many columns."""

    signs: NDArray[np.int64]
    lengths: NDArray[np.int64]
    dense: NDArray[np.float64]

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]], dense: NDArray[np.float64]) -> Rows:
        """Rows given one by one."""
        flat = np.array([sign for row in rows for sign in row], dtype=np.int64)
        return cls(flat, np.array([len(row) for row in rows], dtype=np.int64), dense)

    def chosen(self, kept: NDArray[np.bool_]) -> Rows:
        """Some of the rows."""
        return Rows(self.signs[np.repeat(kept, self.lengths)], self.lengths[kept], self.dense[kept])

    def scores(self, weights: Vector, count: int) -> Vector:
        """What the weights add up to in each row; ``count`` are the signs, the rest is for the dense block."""
        sums = np.concatenate(([0.0], np.cumsum(weights[:count][self.signs])))
        ends = np.cumsum(self.lengths)
        signs = sums[ends] - sums[ends - self.lengths]
        return np.asarray(signs + self.dense @ weights[count:-1] + weights[-1])

    def slopes(self, faults: Vector, count: int) -> Vector:
        """The gradient of the weights where the rows are off by so much."""
        sparse = np.bincount(self.signs, weights=np.repeat(faults, self.lengths), minlength=count)
        return np.concatenate((sparse, self.dense.T @ faults, [faults.sum()]))


def fit(
    rows: Rows,
    truth: Vector,
    start: Vector,
    count: int,
    ridge: float,
    dense_ridge: float,
    begin: Vector | None = None,
) -> Vector:
    """The weights, the constant last; ``start`` is where the ridge pulls to, and where the search begins but for
    ``begin``: weights that are near."""
    ridges = np.concatenate((np.full(count, ridge), np.full(len(start) - count - 1, dense_ridge), [_BIAS]))

    def cost(weights: Vector) -> tuple[float, Vector]:
        scores = rows.scores(weights, count)
        likely = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        off = weights - start
        value = float((np.logaddexp(0, scores) - truth * scores).sum() + 0.5 * (ridges * off * off).sum())
        return value, rows.slopes(likely - truth, count) + ridges * off

    return _descend(cost, (start if begin is None else begin).copy())


def _descend(cost: Callable[[Vector], tuple[float, Vector]], weights: Vector) -> Vector:
    """L-BFGS with a halving line search."""
    value, slope = cost(weights)
    steps: list[tuple[Vector, Vector, float]] = []
    for _ in range(_STEPS):
        if np.abs(slope).max() < _CLOSE:
            break
        direction = -_turned(slope, steps)
        size = 1.0 if steps else 1.0 / max(1.0, float(np.abs(slope).sum()))
        downhill = float(slope @ direction)
        for _ in range(30):
            moved = weights + size * direction
            new_value, new_slope = cost(moved)
            if new_value <= value + 1e-4 * size * downhill:
                break
            size /= 2
        step, change = moved - weights, new_slope - slope
        if step @ change > 1e-10:
            steps = [*steps[-_MEMORY + 1 :], (step, change, 1 / float(step @ change))]
        weights, value, slope = moved, new_value, new_slope
    return weights


def _turned(slope: Vector, steps: list[tuple[Vector, Vector, float]]) -> Vector:
    turned = slope.copy()
    shares = []
    for step, change, inverse in reversed(steps):
        share = inverse * float(step @ turned)
        shares.append(share)
        turned -= share * change
    if steps:
        step, change, _ = steps[-1]
        turned *= float(step @ change) / float(change @ change)
    for (step, change, inverse), share in zip(steps, reversed(shares), strict=True):
        turned += step * (share - inverse * float(change @ turned))
    return turned
