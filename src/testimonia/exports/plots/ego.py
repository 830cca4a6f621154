"""One person between those who speak of him or her and those of whom he or she speaks."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...answers import find_parties
from ...answers.naming import party_words
from ...answers.pairs import matrix
from ...errors import NotFoundError
from ...model import Act, Sourcebook
from .paper import ACT_INK, FAINT, check_ending, counted, drawn_as, paper, save, short

__all__ = ["plot_person"]

_MOST = 18  # names on one side
_NAME = 30  # characters of a name
_ROW = 0.36  # inches between two names
_WIDTH = 6.0


def plot_person(book: Sourcebook, name: str, path: str | os.PathLike[str], *, act: Act | str | None = None) -> Path:
    """Draw who says something of everybody who is called ``name`` (left), and of whom they say something (right).

    ``act`` is all that is drawn; ``None`` for every act.

    A line is as thick as it is often said, and drawn for the act that is commonest; beside each name stand the acts.

    Raises:
        ExportError: the file is of no format of plots, or cannot be written.
        MissingExtraError: matplotlib is not installed. NotFoundError: nobody is called so, or nothing is said.
    """
    path = check_ending(path)
    ids = set(find_parties(book, name))
    left, right = _Side(), _Side()
    centre: Counter[str] = Counter()
    for pair in matrix(book, act):
        acts = Counter(book.assertions[id_].act.value for id_ in pair.assertions)
        if pair.of_id in ids:
            left.add(pair.ground.speaker_id, pair.ground.speaker, acts)
            centre[pair.of] += pair.count
        if pair.ground.speaker_id in ids and pair.of_id not in ids:
            right.add(pair.of_id, pair.of, acts)
            centre[pair.ground.speaker] += pair.count
    if not centre:
        raise NotFoundError(f"There is nothing to draw: {name} says nothing of anybody, and nobody of {name}.")
    who = short(next(iter(centre)) if len(ids) > 1 else party_words(next(iter(ids)), next(iter(centre)), book), 40)
    rows = max(min(len(side.acts), _MOST) + (len(side.acts) > _MOST) for side in (left, right))
    height = max(_ROW * rows, 1.2)
    with paper(_WIDTH, height) as figure:
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, 1)
        axes.set_ylim(height, 0)
        axes.axis("off")
        most = max(acts.total() for side in (left, right) for acts in side.acts.values())
        used = _draw_side(axes, left, height, most, x=0.0, inner=0.40)
        used |= _draw_side(axes, right, height, most, x=1.0, inner=0.60)
        axes.text(
            0.5, height / 2, "\n".join(_broken(who)), ha="center", va="center", fontsize=11, fontweight="bold",
            zorder=5, bbox={"boxstyle": "round,pad=0.5", "facecolor": "white", "edgecolor": "#1a1a1a"},
        )  # fmt: skip
        title = f"Who says what of {who}, and of whom {who} speaks"
        _say_heads(axes, left, right, who)
        _say_legend(axes, used, height)
        axes.annotate(
            title, (0.5, 1), (0, 34), xycoords="axes fraction", textcoords="offset points", fontsize=13,
            fontweight="bold", ha="center", annotation_clip=False,
        )  # fmt: skip
        return save(figure, path, title)


class _Side:
    """Those on one side, with the acts between them and the person."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.acts: dict[str, Counter[str]] = {}

    def add(self, id_: str, name: str, acts: Counter[str]) -> None:
        id_ = drawn_as(id_, name)
        self.names.setdefault(id_, name)
        self.acts.setdefault(id_, Counter()).update(acts)

    def ranked(self) -> Sequence[tuple[str, Counter[str]]]:
        return sorted(self.acts.items(), key=lambda entry: (-entry[1].total(), self.names[entry[0]]))

    @property
    def total(self) -> int:
        return sum(acts.total() for acts in self.acts.values())


def _draw_side(axes: Any, side: _Side, height: float, most: int, *, x: float, inner: float) -> set[str]:
    ranked = side.ranked()
    shown, rest = ranked[:_MOST], ranked[_MOST:]
    rows = len(shown) + bool(rest)
    step = height / max(rows, 1)
    align, outward = ("right", -1) if x == 0 else ("left", 1)
    used = set()
    for n, (id_, acts) in enumerate(shown):
        y = step * (n + 0.5)
        act = acts.most_common(1)[0][0]
        used.add(act)
        ink, dash = ACT_INK.get(act, ("#444444", "solid"))
        width = 0.8 + 4.2 * acts.total() / most
        _curve(axes, (x, y), (inner, height / 2), ink, dash, width)
        words = ", ".join(f"{name} {count}" for name, count in acts.most_common())
        axes.annotate(
            short(side.names[id_], _NAME), (x, y), (outward * 7, 2), textcoords="offset points", ha=align, va="bottom",
            fontsize=9, annotation_clip=False,
        )  # fmt: skip
        axes.annotate(
            short(words, 44), (x, y), (outward * 7, 0), textcoords="offset points", ha=align, va="top", fontsize=7,
            color=FAINT, annotation_clip=False,
        )  # fmt: skip
    if rest:
        count = sum(acts.total() for _, acts in rest)
        axes.annotate(
            f"and {len(rest):,} others ({count:,})", (x, step * (rows - 0.5)), (outward * 7, 0),
            textcoords="offset points", ha=align, va="center", fontsize=8, color=FAINT, annotation_clip=False,
        )  # fmt: skip
    return used


def _curve(axes: Any, a: tuple[float, float], b: tuple[float, float], ink: str, dash: Any, width: float) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Line

    middle = (a[0] + b[0]) / 2
    line = Line([a, (middle, a[1]), (middle, b[1]), b], [Line.MOVETO, Line.CURVE4, Line.CURVE4, Line.CURVE4])
    axes.add_patch(PathPatch(line, fill=False, edgecolor=ink, linestyle=dash, linewidth=width, capstyle="butt"))


def _say_heads(axes: Any, left: _Side, right: _Side, who: str) -> None:
    who = short(who, 22)
    heard = (
        f"{len(left.acts):,} speak{'s' if len(left.acts) == 1 else ''} of {who} ({counted(left.total, 'statement')})"
    )
    told = f"{who} speaks of {len(right.acts):,} ({counted(right.total, 'statement')})"
    for x, words, align, side in ((0.0, heard, "right", left), (1.0, told, "left", right)):
        if not side.acts:
            continue
        axes.annotate(
            words, (x, 1), (-7 if x == 0 else 7, 8),
            xycoords="axes fraction", textcoords="offset points", ha=align, fontsize=8, color=FAINT,
            annotation_clip=False,
        )  # fmt: skip


def _say_legend(axes: Any, used: set[str], height: float) -> None:
    from matplotlib.lines import Line2D

    lines = [
        Line2D([], [], color=ink, linestyle=dash, linewidth=2, label=act)
        for act, (ink, dash) in ACT_INK.items()
        if act in used
    ]
    axes.legend(
        handles=lines, loc="upper center", bbox_to_anchor=(0.5, -0.15 / height), ncol=4, frameon=False, fontsize=8,
        handlelength=3,
    )  # fmt: skip


def _broken(words: str, most: int = 16) -> list[str]:
    """The words in lines that are not much longer than so many characters."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) >= most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
