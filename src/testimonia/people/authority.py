"""A reader's own list of people: names, their spellings and identifiers, from a CSV file.

The first line names the columns: ``name`` (needed), ``variants`` (parted by ``;`` or ``|``), and identifiers such as
``wikidata`` and ``viaf``, in any order; any further column is kept as an identifier under its own name. What a cell
leaves out stays out.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import AuthorityError
from .given import fold

__all__ = ["AuthorityEntry", "read_authority"]

_PARTED = re.compile(r"\s*[;|]\s*")
_NAME, _VARIANTS = "name", "variants"
_FORMS = {  # how an identifier looks, and how that is said
    "wikidata": (re.compile(r"Q[0-9]+"), "a Q and a number, such as Q42,"),
    "viaf": (re.compile(r"[0-9]+"), "a number, such as 113230702,"),
}


@dataclass(frozen=True, slots=True)
class AuthorityEntry:
    """One person of the list. ``variants`` are spellings besides ``name``; ``line`` is where the entry stands."""

    name: str
    variants: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    line: int = 0

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and its variants."""
        return (self.name, *self.variants)


def read_authority(path: Path) -> tuple[AuthorityEntry, ...]:
    """Read an authority file.

    Raises:
        AuthorityError: it cannot be read, has no column ``name``, or has a line that does not fit its columns.
    """
    try:
        words = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise AuthorityError(f"The authority file {str(path)!r} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise AuthorityError(
            f"The authority file {path.name!r} is not UTF-8 at byte {error.start}. Save it as CSV in UTF-8."
        ) from error
    return _parse(words, path.name)


def _parse(words: str, name: str) -> tuple[AuthorityEntry, ...]:
    first = words.split("\n", 1)[0]
    delimiter = max(",\t;", key=first.count) if first.strip() else ","
    rows = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter, strict=True)
    entries: list[AuthorityEntry] = []
    owners: dict[str, AuthorityEntry] = {}
    try:
        columns = [column.strip().casefold() for column in next(rows, [])]
        _check_columns(columns, name)
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            entry = _entry(columns, row, rows.line_num, name)
            double = owners.setdefault(fold(entry.name), entry)
            if double is not entry:
                raise AuthorityError(
                    f"The authority file {name!r} has {double.name!r} in line {double.line} and again in line "
                    f"{entry.line}. Put its spellings and identifiers into one line."
                )
            entries.append(entry)
    except csv.Error as error:
        raise AuthorityError(
            f"Line {rows.line_num} of the authority file {name!r} is no CSV: {error}. Check its quotation marks."
        ) from error
    return tuple(entries)


def _check_columns(columns: list[str], name: str) -> None:
    if _NAME not in columns:
        shown = ", ".join(repr(c) for c in columns if c) or "nothing"
        raise AuthorityError(
            f"The authority file {name!r} has no column 'name'; its first line has {shown}. Begin it with a line such "
            "as: name,variants,wikidata,viaf"
        )
    double = next((c for n, c in enumerate(columns) if c and c in columns[:n]), None)
    if double is not None:
        raise AuthorityError(f"The authority file {name!r} has two columns {double!r}. Keep one of them.")


def _entry(columns: list[str], row: list[str], line: int, name: str) -> AuthorityEntry:
    if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
        raise AuthorityError(
            f"Line {line} of the authority file {name!r} has {len(row)} cells for {len(columns)} columns. Put a cell "
            "that holds a comma in quotation marks, and part variants by semicolons."
        )
    cells = {column: cell.strip() for column, cell in zip(columns, row, strict=False) if column}
    if not cells.get(_NAME):
        raise AuthorityError(f"Line {line} of the authority file {name!r} has no name. Fill in its column 'name'.")
    variants = tuple(v for v in dict.fromkeys(_PARTED.split(cells.get(_VARIANTS, ""))) if v and v != cells[_NAME])
    identifiers = {c: cell for c, cell in cells.items() if c not in (_NAME, _VARIANTS) and cell}
    for column, (form, shown) in _FORMS.items():
        if column in identifiers and form.fullmatch(identifiers[column]) is None:
            raise AuthorityError(
                f"Line {line} of the authority file {name!r} has {identifiers[column]!r} for {column!r}, where {shown} "
                "has to stand. Correct it or leave the cell empty."
            )
    return AuthorityEntry(cells[_NAME], variants, identifiers, line)
