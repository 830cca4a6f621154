"""The paper that plots are drawn on: type, ink, and how a drawing becomes a file."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from ...errors import ExportError, MissingExtraError
from ...model.tables import storable
from ...words.counting import counted
from ..folders import write_file

__all__ = [
    "ACT_INK",
    "ENDINGS",
    "FAINT",
    "INK",
    "check_ending",
    "counted",
    "drawn_as",
    "paper",
    "save",
    "short",
    "titled",
]

ENDINGS = (".svg", ".png", ".html")

INK, FAINT = "#1a1a1a", "#6b6b6b"

# each act has a colour, a lightness and a dash of its own, so that grey paper and unusual eyes can tell them apart
ACT_INK: dict[str, tuple[str, Any]] = {
    "accuses": ("#8c1c13", "solid"),
    "admits": ("#3b1f5b", "solid"),
    "denies": ("#d08700", (0, (7, 3))),
    "retracts": ("#e0a84e", (0, (7, 3, 2, 3))),
    "corroborates": ("#5b9bd0", "solid"),
    "exonerates": ("#2e7d4f", (0, (7, 3))),
    "judges": ("#2f6f8f", (0, (7, 3, 2, 3))),
    "reports": ("#8a8a8a", (0, (2, 2))),
}

_CITED = ("author", "editor", "translator")  # before the id of a work
_TYPE = "DejaVu Sans"
_LIKE_IT = "'DejaVu Sans', 'Bitstream Vera Sans', Verdana"  # of the same widths, for whoever lacks it
_RESOLUTION = 150  # dots per inch of a PNG
_SETTINGS = {
    "font.family": "sans-serif",
    "font.sans-serif": [_TYPE],  # comes with matplotlib, so that every machine draws the same
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "text.parse_math": False,  # a page may print a dollar
    "lines.scale_dashes": False,  # a thick line would have dashes like blocks
    "svg.fonttype": "none",  # words stay words, to be searched and read aloud
    "svg.hashsalt": "testimonia",  # two drawings of one book are the same file
}
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }}
svg {{ width: 100%; height: auto; }}
</style>
</head>
<body>
<main role="img" aria-label="{title}">
{svg}
</main>
</body>
</html>
"""


def check_ending(path: str | os.PathLike[str]) -> Path:
    """The path, if its ending is one of a plot.

    Raises:
        ExportError: it is another.
    """
    path = Path(path)
    if path.suffix.lower() not in ENDINGS:
        known = f"{', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}"
        raise ExportError(f"'{path}' ends in no format of plots. Name a file that ends in {known}.")
    return path


@contextmanager
def paper(width: float, height: float) -> Iterator[Any]:
    """A figure of so many inches to draw on.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError("A plot", "plots") from error
    with matplotlib.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")  # a script that the type lacks shows as boxes
        yield Figure(figsize=(width, height))


def titled(axes: Any, title: str, below: str) -> None:
    """Write a title over the axes, and in smaller type what it counts."""
    axes.annotate(
        title, (0, 1), (0, 30), xycoords="axes fraction", textcoords="offset points", fontsize=13, fontweight="bold"
    )
    axes.annotate(below, (0, 1), (0, 15), xycoords="axes fraction", textcoords="offset points", fontsize=8, color=FAINT)


def save(figure: Any, path: Path, title: str) -> Path:
    """Write the drawing as its ending says; nothing is cut off at the margins.

    Raises:
        ExportError: it cannot be written.
    """
    ending = path.suffix.lower()
    out = BytesIO()
    if ending == ".png":
        figure.savefig(out, format="png", dpi=_RESOLUTION, bbox_inches="tight", pad_inches=0.2)
        write_file(path, out.getvalue())
        return path
    figure.savefig(out, format="svg", bbox_inches="tight", pad_inches=0.2, metadata={"Date": None, "Title": title})
    svg = out.getvalue().decode("utf-8").replace(f"'{_TYPE}'", _LIKE_IT)
    if ending == ".html":
        svg = _PAGE.format(title=escape(storable(title)), svg=svg[svg.index("<svg") :].rstrip())
    write_file(path, svg)
    return path


def drawn_as(id_: str, name: str) -> str:
    """What stands for somebody in a drawing: an id, but one name for all works of a cited author."""
    kind, _, _ = id_.partition(":")
    return f"{kind}:{name}" if kind in _CITED and name else id_


def short(words: str, most: int) -> str:
    """The words on one line, broken off with an ellipsis where they are too long."""
    line = "".join(c for c in storable(" ".join(words.split())) if c.isprintable())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
