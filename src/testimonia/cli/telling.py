"""Rows of answers: lines for a person, JSON and CSV for a program."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import click

from .printing import JSON, counted, echo_json, first_words, heading
from .terminal import echo, style

if TYPE_CHECKING:
    from ..answers.rows import Ground

__all__ = [
    "CSV",
    "PLOT",
    "act_style",
    "echo_csv",
    "listed",
    "only_one",
    "output_options",
    "place_words",
    "reviewed",
    "said_plot",
    "say_by_kind",
    "sure_words",
    "told",
]

CSV = click.option("--csv", "as_csv", is_flag=True, help="Print a table for a spreadsheet.")
PLOT = click.option(
    "--plot",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Draw it into a .svg, .png or .html file (which needs testimonia[plots]).",
)

# told apart on a dark and on a light ground; what accuses nobody keeps the terminal's own colour
_ACTS = {
    "admits": "magenta",
    "denies": "yellow",
    "accuses": "red",
    "corroborates": "cyan",
    "retracts": "blue",
    "exonerates": "green",
}


class OfKind(Protocol):
    """A row of an answer that says of which kind it is."""

    @property
    def kind(self) -> str:
        """Its kind."""
        ...


K = TypeVar("K", bound=OfKind)


def output_options(command: Any) -> Any:
    """The options ``--json`` and ``--csv``."""
    return JSON(CSV(command))


def only_one(**wanted: object) -> None:
    """Refuse options that exclude each other.

    Raises:
        UsageError: it names them.
    """
    given = [f"--{name}" for name, value in wanted.items() if value]
    if len(given) > 1:
        raise click.UsageError(f"{' and '.join(given)} exclude each other.")


def told(rows: Sequence[Any], as_json: bool, as_csv: bool) -> bool:
    """Print rows for a program, if that is wanted; whether it was."""
    from ..answers.rows import facts, flat

    if as_json:
        echo_json([row.as_dict() if hasattr(row, "as_dict") else facts(row) for row in rows])
    elif as_csv:
        echo_csv([row.as_columns() if hasattr(row, "as_columns") else flat(row) for row in rows])
    return as_json or as_csv


def echo_csv(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print rows as CSV, the columns of all of them in their order; nothing at all where there are no rows."""
    columns = dict.fromkeys(name for row in rows for name in row)
    out = StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    if columns:
        table.writerow(columns)
    table.writerows([_cell(row.get(name)) for name in columns] for row in rows)
    encoding = sys.stdout.encoding or "utf-8"
    echo(out.getvalue().encode(encoding, "replace").decode(encoding), nl=False)


def _cell(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def say_by_kind(
    rows: Sequence[K],
    say: Callable[[K], None],
    noun: str,
    meanings: Mapping[str, str] | None = None,
    *,
    commonest_first: bool = False,
) -> None:
    """Print rows kind by kind, under a heading that counts them and says what the kind means; else in their order."""
    counts = Counter(row.kind for row in rows)
    for kind, count in counts.most_common() if commonest_first else counts.items():
        heading(f"{kind}{f': {meanings[kind]}' if meanings else ''} ({counted(count, noun)})")
        for row in rows:
            if row.kind == kind:
                say(row)


def place_words(ground: Ground) -> str:
    """Where a row stands, ``line 5, 66-101``."""
    return f"line {ground.line}, {ground.start}-{ground.end}"


def sure_words(confidence: float) -> str:
    """How sure a row is, where it is not wholly."""
    return "" if confidence == 1 else f"  {confidence:.2f}"


def reviewed(words: str | None) -> str:
    """What readers say of a record, where they do."""
    return "" if words is None else style(f"  [{words}]", fg="magenta")


def act_style(words: str, act: str) -> str:
    """Words in the colour of an act."""
    return style(words, fg=_ACTS.get(act), bold=True)


def said_plot(path: Path, what: str) -> None:
    """Say that something was drawn or written."""
    echo(f"Wrote {what} to {path}.")


def listed(names: Iterable[str], most: int = 3) -> str:
    """Names in one line, the rest of many counted."""
    every = list(names)
    shown = ", ".join(first_words(name, 40) for name in every[:most])
    return shown if len(every) <= most else f"{shown} and {counted(len(every) - most, 'other')}"
