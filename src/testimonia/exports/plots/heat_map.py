"""Who accuses whom as a heat map, the counts printed in it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ...answers import Pair
from ...errors import NotFoundError
from .paper import FAINT, check_ending, counted, drawn_as, paper, save, short, titled

__all__ = ["plot_matrix"]

_MOST = 30  # rows and columns that can still be read
_NAME = 32  # characters of a name
_CELL = 0.34  # inches
_DARK = 0.45  # lightness of a cell below which ink on it is white


def plot_matrix(pairs: Sequence[Pair], path: str | os.PathLike[str], *, act: str | None = "accuses") -> Path:
    """Draw a matrix of pairs: rows speak, columns are spoken of; those who do so most often come first.

    Raises:
        ExportError: the file is of no format of plots, or cannot be written.
        MissingExtraError: matplotlib is not installed. NotFoundError: there is nothing to draw.
    """
    path = check_ending(path)
    if not pairs:
        raise NotFoundError(f"There is nothing to draw: nobody {act or 'says anything of anybody'} there.")
    spoken: Counter[str] = Counter()
    named: Counter[str] = Counter()
    names: dict[str, str] = {}
    met: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        speaker, of = drawn_as(pair.ground.speaker_id, pair.ground.speaker), drawn_as(pair.of_id, pair.of)
        spoken[speaker] += pair.count
        named[of] += pair.count
        met[speaker, of] += pair.count
        names[speaker], names[of] = pair.ground.speaker, pair.of
    shown = {id_ for id_, _ in spoken.most_common(_MOST)}, {id_ for id_, _ in named.most_common(_MOST)}
    among = [(speaker, of) for speaker, of in met if speaker in shown[0] and of in shown[1]]
    among = among or [next(iter(met))]  # those who speak most may speak of nobody who is named often
    rows = [id_ for id_, _ in spoken.most_common() if any(id_ == speaker for speaker, _ in among)]
    columns = [id_ for id_, _ in named.most_common() if any(id_ == of for _, of in among)]
    counts = [[met[speaker, of] for of in columns] for speaker in rows]
    title = f"Who {act} whom" if act else "Who speaks of whom"
    below = f"rows speak, columns are spoken of; {counted(sum(spoken.values()), 'statement')}"
    if len(spoken) > len(rows) or len(named) > len(columns):
        below += f"; of {len(spoken)} who speak, {len(rows)} are shown, of {len(named)} spoken of, {len(columns)}"
    with paper(max(_CELL * len(columns), 2.5), max(_CELL * len(rows), 0.7)) as figure:
        axes = figure.add_axes((0, 0, 1, 1))
        top = max(map(max, counts)) or 1
        from matplotlib import colormaps
        from matplotlib.colors import PowerNorm

        scale, colours = PowerNorm(0.6, 0, top), colormaps["YlOrBr"].with_extremes(under="white")
        shades = [[count or -1 for count in row] for row in counts]
        axes.pcolormesh(shades, cmap=colours, norm=scale, edgecolors="#e4e4e4", linewidth=0.6)
        axes.set_ylim(len(rows), 0)
        for y, row in enumerate(counts):
            for x, count in enumerate(row):
                if count:
                    red, green, blue, _ = colours(scale(count))
                    ink = "white" if 0.3 * red + 0.59 * green + 0.11 * blue < _DARK else "black"
                    axes.text(x + 0.5, y + 0.5, f"{count:,}", ha="center", va="center", fontsize=8, color=ink)
        axes.set_yticks([y + 0.5 for y in range(len(rows))], [short(names[id_], _NAME) for id_ in rows])
        axes.set_xticks([x + 0.5 for x in range(len(columns))], [short(names[id_], _NAME) for id_ in columns])
        for label in axes.get_xticklabels():
            label.set(rotation=50, ha="right", va="top", rotation_mode="anchor")
        axes.tick_params(length=0)
        for side in axes.spines.values():
            side.set_color(FAINT)
            side.set_linewidth(0.5)
        titled(axes, title, below)
        return save(figure, path, title)
