"""Sources whose parts stand in cells of their own, under names that the page gives: columns of a sheet, keys of data.

What a part is need not be read from its look then: the first row of the page says it, or the key before the value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from ..model import Span
from ..words.field_names import SOURCE_PARTS, role_of_name
from .contributors import read_names
from .csl import edition_value, edtf, title_value, volume_value
from .parsed import ParsedCitation

__all__ = ["Head", "head_of", "parts_named", "read_parts"]

Head = tuple[str, tuple[str | None, ...]]
"""The mark between the cells of a sheet, and what each of its columns holds."""

_FEWEST = 2  # columns for parts of a source
_KEY = re.compile(r"(?:^|[\s{,\[-])[\"']?(?P<name>[^\W\d_][\w .-]{0,30})[\"']?\s*:\s*(?:[|>][+-]?\s*)?[\"']?$")
_KEY_REACH = 48
_NAMED = frozenset(("author", "editor", "translator"))
_PAGE_LABEL = re.compile(r"^(?:pp?|pages?|S|Seiten?|с|стр|págs?)\.?\s*(?=[\divxlc])")
_MANY = re.compile(r"\s*;\s*|\s+(?:and|und|et|y|&)\s+")


def head_of(text: str) -> Head | None:
    """The columns of a page whose first row names parts of sources; ``None`` where it names none."""
    first = next((line for line in text[:4000].lstrip("\ufeff").splitlines() if line.strip()), "")
    for mark in ("\t", ",", ";"):
        roles = tuple(role_of_name(cell.strip(' "')) for cell in first.split(mark))
        if "title" in roles and sum(role in SOURCE_PARTS for role in roles) >= _FEWEST:
            return mark, roles
    return None


def parts_named(text: str, pieces: Sequence[Span], head: Head | None) -> tuple[str, ...] | None:
    """What the page calls each piece of a citation, as fields of CSL; ``None`` where it does not name them all."""
    keys = [_KEY.search(text, max(0, p.start - _KEY_REACH), p.start) for p in pieces]
    roles: list[str | None] = [None if key is None else role_of_name(key["name"]) for key in keys]
    if any(role not in SOURCE_PARTS for role in roles):
        roles = [] if head is None else _by_columns(text, pieces, head)
    known = tuple(role for role in roles if role in SOURCE_PARTS and role is not None)
    return known if known and len(known) == len(pieces) and len(set(known)) == len(known) else None


def _by_columns(text: str, pieces: Sequence[Span], head: Head) -> list[str | None]:
    """The roles of the columns that the pieces stand in, counted by the marks before and between them."""
    mark, roles = head
    sources = [i for i, role in enumerate(roles) if role in SOURCE_PARTS]
    steps = [_marks(text, a.end, b.start, mark) for a, b in pairwise(pieces)]
    end = pieces[-1].end
    while end < len(text) and text[end] in ' "' + mark and text[end] not in "\r\n":
        end += 1
    if end == len(text) or text[end] in "\r\n":
        last = len(roles) - 1 - _marks(text, pieces[-1].end, end, mark)
        at = last - sum(steps)
    else:
        # other cells follow: the column before the first of a source holds something in every row
        start = pieces[0].start
        while start > 0 and text[start - 1] in ' "' + mark:
            start -= 1
        at = sources[0] - 1 + _marks(text, start, pieces[0].start, mark)
    found: list[str | None] = []
    for step in (0, *steps):
        at += step
        found.append(roles[at] if 0 <= at < len(roles) else None)
    return found


def _marks(text: str, start: int, end: int, mark: str) -> int:
    return text.count(mark, start, end)


def read_parts(text: str, pieces: Sequence[tuple[int, int]], roles: Sequence[str]) -> ParsedCitation:
    """A citation of which each part is named: ``pieces`` are places in ``text``."""
    csl: dict[str, Any] = {}
    fields: list[tuple[str, int, int]] = []
    locator: tuple[int, int] | None = None
    for (start, end), role in zip(pieces, roles, strict=True):
        words = text[start:end].replace('""', '"')
        if role in _NAMED:
            names = read_names(text, start, end)
            csl[role] = [name.csl.copy() for name in names]
            fields += [(role, name.start, name.end) for name in names]
            continue
        if role == "page":
            label = _PAGE_LABEL.match(words)
            start += label.end() if label else 0
            words = words[label.end() if label else 0 :]
            locator = (start, end)
        value = {"issued": edtf, "edition": edition_value, "volume": volume_value}.get(role)
        csl[role] = title_value(words) if role.endswith("title") else value(words) if value else words
        if role == "publisher-place":
            csl[role] = "; ".join(part for part in _MANY.split(words) if part)
        fields.append((role, start, end))
    csl = {"type": "article-journal" if "container-title" in csl else "book", **csl}
    return ParsedCitation(csl, tuple(sorted(fields, key=lambda f: f[1:])), locator, None, 1.0, ())
