"""Pages that are one table: the rows of a spreadsheet pasted with tabs between the cells, or saved with commas.

A page is one where nearly all of its rows have as many cells. The claim may stand in the first row of its own alone,
or be repeated in each; a cell may hold line ends, and stands in quotation marks then.
"""

from __future__ import annotations

import re
from collections import Counter

from ..words.field_names import CLAIM, SOURCE, SOURCE_PARTS, role_of_name
from .units import Unit

__all__ = ["units_of_table"]

_FEWEST_ROWS, _FEWEST_CELLS = 4, 3
_ALIKE = 0.9  # of the rows have as many cells
_QUOTED = 0.5  # of the rows of a file with commas have a cell in quotation marks
_MOSTLY_KNOWN = 0.6  # of the names in the first row
_FEWEST_PARTS = 2  # columns of a source
_LONGEST_HEAD = 40  # code points of the name of a column
_LINE_END = re.compile(r"\r\n|[\r\n]|$")
_LINE = re.compile(r"[^\r\n]+")
_MARKS = ("\t", ",", ";")
# a cell in quotation marks, and one without; words that are quoted in a cell hold no tab
_INSIDE = {"\t": r'[^"\t]', ",": r'[^"]', ";": r'[^"]'}
_IN_MARKS = {mark: re.compile(rf'"((?:{_INSIDE[mark]}|"")*)"(?={mark}|[\r\n]|$)') for mark in _MARKS}
_BARE = {mark: re.compile(rf"[^{mark}\r\n]*") for mark in _MARKS}

Cell = tuple[int, int]


def units_of_table(text: str) -> list[Unit] | None:
    """The cells of a page that is one table, each a unit; ``None`` where it is none."""
    for mark in _MARKS:
        # cells of prose hold commas, and stand in quotation marks then, unless the first row says that it is a sheet
        bare = mark == "\t" or _names_columns(text, mark)
        if text.count(mark) < _FEWEST_ROWS * (_FEWEST_CELLS - 1) or (not bare and text.count('"') < 2 * _FEWEST_ROWS):
            continue
        rows = _rows(text, mark, bare=bare)
        if rows is not None:
            return _units(text, rows)
    return None


def _names_columns(text: str, mark: str) -> bool:
    """Whether the first row holds nothing but names of columns, most of them known."""
    line = _LINE.search(text)
    names = [] if line is None else [name.strip(' "\ufeff') for name in line.group()[:400].split(mark)]
    known = [role for role in map(role_of_name, names) if role is not None]
    return len(set(known)) >= max(_FEWEST_CELLS, _MOSTLY_KNOWN * len(names))


def _rows(text: str, mark: str, *, bare: bool) -> list[list[Cell]] | None:
    """The rows of a table whose cells the mark parts, blank ones left out; ``None`` where there is no such table."""
    quoted, unquoted = _IN_MARKS[mark], _BARE[mark]
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    in_quotes = 0
    had_quotes = False
    place = 0
    while place <= len(text):
        cell = quoted.match(text, place) if text.startswith('"', place) else None
        if cell is not None:
            row.append(cell.span(1))
            had_quotes = True
        else:
            cell = unquoted.match(text, place)
            assert cell is not None
            row.append(cell.span())
        place = cell.end()
        if text.startswith(mark, place):
            place += 1
            continue
        end = _LINE_END.match(text, place)
        assert end is not None
        row = [_trimmed(text, *span) for span in row]
        if any(a < b for a, b in row):
            rows.append(row)
            in_quotes += had_quotes
        row, had_quotes = [], False
        if end.end() == place:
            break
        place = end.end()
    sizes = Counter(len(row) for row in rows)
    if len(rows) < _FEWEST_ROWS:
        return None
    size, times = sizes.most_common(1)[0]
    if size < _FEWEST_CELLS or times < _ALIKE * len(rows) or (not bare and in_quotes < _QUOTED * len(rows)):
        return None
    # what is set in by tabs has cells that hold nothing
    filled = sum(sum(a < b for a, b in row) > 1 for row in rows)
    return rows if filled >= _ALIKE * len(rows) else None


def _trimmed(text: str, start: int, end: int) -> Cell:
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _units(text: str, rows: list[list[Cell]]) -> list[Unit]:
    size = Counter(len(row) for row in rows).most_common(1)[0][0]
    units: list[Unit] = []
    before: dict[int, str] = {}
    # the claim stands in the first column, or behind one that counts the rows
    numbers = sum(text[slice(*row[0])].strip(".#").isdecimal() for row in rows)
    claims = 1 if numbers > _QUOTED * len(rows) else 0
    roles = [role_of_name(text[slice(*cell)]) for cell in rows[0]] if _is_head(text, rows[0], size) else []
    if CLAIM in roles:
        claims = roles.index(CLAIM)
    parts = _parts_of_sources(roles)
    for number, row in enumerate(rows, 1):
        head = number == 1 and _is_head(text, row, size)
        gap = 1
        source = [row[column] for column in parts if row[column][0] < row[column][1]] if len(row) == size else []
        for column, (start, end) in enumerate(row):
            if start == end or (column in parts and len(row) == size and not head and (start, end) != source[0]):
                continue
            words = text[start:end]
            again = column == claims and len(row) == size and before.get(column) == words
            before[column] = words
            segments = [_trimmed(text, *line.span()) for line in _LINE.finditer(text, start, end)]
            segments = [(a, b) for a, b in segments if a < b]
            whole = column in parts and len(row) == size and not head
            if whole:
                segments = source
            units.append(
                Unit(
                    segments,
                    "\n".join(text[a:b] for a, b in segments),
                    gap=gap,
                    mark="template" if whole else "cell" if len(row) == size else "",
                    kind="cell" if len(row) == size else "",
                    container=number if len(row) == size else 0,
                    column=column + 1 if len(row) == size else 0,
                    aside=head or again,
                )
            )
            gap = 0
    return units


def _parts_of_sources(roles: list[str | None]) -> list[int]:
    """The columns that hold a part of a source each; none where one column holds the whole source."""
    parts = [i for i, role in enumerate(roles) if role in SOURCE_PARTS]
    named = {roles[i] for i in parts}
    if SOURCE in roles or len(parts) < _FEWEST_PARTS or "title" not in named or len(named) < len(parts):
        return []
    return parts


def _is_head(text: str, row: list[Cell], size: int) -> bool:
    """Whether the first row names the columns: all of them, in a word or two."""
    return len(row) == size and all(
        0 < end - start <= _LONGEST_HEAD and not any(c.isdecimal() for c in text[start:end]) for start, end in row
    )
