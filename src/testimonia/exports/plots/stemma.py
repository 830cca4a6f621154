"""Stemmas: the excerpts that count once, each drawn under the one that it leads back to."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...answers import Leaf, Stemma
from ...errors import NotFoundError
from .paper import FAINT, INK, check_ending, counted, paper, save, short, titled

__all__ = ["TIE_INK", "plot_stemmas"]

# each kind has a colour and a dash of its own, for grey paper and unusual eyes
TIE_INK: dict[str, tuple[str, Any]] = {
    "duplicate": ("#3b1f5b", "solid"),
    "same-document": ("#2f6f8f", "solid"),
    "requote": ("#8c1c13", "solid"),
    "derives": ("#d08700", (0, (5, 3))),
}
_WIDTH = 8.5  # inches
_ROW = 0.46
_STEP = 1.25  # from a node to those below it
_SOURCE = 74  # characters
_MOST = 40  # excerpts that one picture can show


def plot_stemmas(trees: Sequence[Stemma], path: str | os.PathLike[str], *, title: str = "What counts once") -> Path:
    """Draw stemmas one below the other; what does not fit is counted below the title.

    Raises:
        ExportError: the file is of no format of plots, or cannot be written.
        MissingExtraError: matplotlib is not installed. NotFoundError: there is nothing to draw.
    """
    path = check_ending(path)
    trees = [tree for tree in trees if len(tree.leaves) > 1]
    if not trees:
        raise NotFoundError("There is nothing to draw: no two of the excerpts share an origin.")
    shown: list[Stemma] = []
    for tree in trees:
        if shown and sum(len(one.leaves) for one in (*shown, tree)) > _MOST:
            break
        shown.append(tree)
    rows = sum(len(tree.leaves) for tree in shown) + 0.6 * (len(shown) - 1)
    total = sum(len(tree.leaves) for tree in trees)
    below = f"{counted(total, 'excerpt')} in {counted(len(trees), 'group')}; each group counts once"
    if len(shown) < len(trees):
        below += f"; the first {counted(len(shown), 'group')} shown"
    with paper(_WIDTH, max(_ROW * rows, 0.8)) as figure:
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, _WIDTH)
        axes.set_ylim(rows, 0)
        axes.axis("off")
        top = 0.5
        used: set[str] = set()
        for tree in shown:
            used |= _draw(axes, tree, top)
            top += len(tree.leaves) + 0.6
        titled(axes, short(title, 90), below)
        _say_legend(axes, used, rows)
        return save(figure, path, title)


def _draw(axes: Any, tree: Stemma, top: float) -> set[str]:
    places: dict[str, tuple[float, float]] = {}
    used = set()
    for n, leaf in enumerate(tree.leaves):
        x, y = 0.12 + _STEP * min(leaf.depth, 4), top + n
        places[leaf.excerpt] = (x, y)
        if leaf.tie is not None and leaf.parent in places:
            used.add(leaf.tie.kind)
            _tie(axes, places[leaf.parent], (x, y), leaf)
        is_head = leaf.excerpt == tree.head
        axes.plot(
            [x], [y], marker="o", markersize=6, color=INK, markerfacecolor=INK if is_head else "white", zorder=3,
            clip_on=False,
        )  # fmt: skip
        axes.annotate(
            short(leaf.source, _SOURCE), (x, y), (9, 1), textcoords="offset points", va="bottom", fontsize=9,
            fontweight="bold" if is_head else "normal", annotation_clip=False,
        )  # fmt: skip
        axes.annotate(
            f"line {leaf.line:,} · {leaf.excerpt}{' · the others lead back to it' if is_head else ''}", (x, y), (9, -2),
            textcoords="offset points", va="top", fontsize=7, color=FAINT, annotation_clip=False,
        )  # fmt: skip
    return used


def _tie(axes: Any, a: tuple[float, float], b: tuple[float, float], leaf: Leaf) -> None:
    assert leaf.tie is not None
    ink, dash = TIE_INK.get(leaf.tie.kind, (FAINT, "solid"))
    axes.plot([a[0], a[0], b[0]], [a[1], b[1], b[1]], color=ink, linestyle=dash, linewidth=1.6, zorder=1, clip_on=False)
    axes.annotate(
        f"{leaf.tie.kind} {leaf.tie.confidence:.2f}", (b[0] - 0.1, b[1]), (0, 2), textcoords="offset points",
        ha="right", va="bottom", fontsize=7, color=ink, annotation_clip=False,
    )  # fmt: skip


def _say_legend(axes: Any, used: set[str], rows: float) -> None:
    from matplotlib.lines import Line2D

    lines = [
        Line2D([], [], color=ink, linestyle=dash, linewidth=2, label=kind)
        for kind, (ink, dash) in TIE_INK.items()
        if kind in used
    ]
    lines.append(Line2D([], [], color=INK, marker="o", linestyle="none", label="the others lead back to it"))
    axes.legend(
        handles=lines, loc="upper left", bbox_to_anchor=(0, -0.12 / rows), ncol=5, frameon=False, fontsize=8,
        handlelength=3,
    )  # fmt: skip
