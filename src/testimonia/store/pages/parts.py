"""The page cut into parts that a reader can turn: whole claims where they are not too long."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from heapq import merge

from .opened import Base

__all__ = ["part_bounds", "part_of", "part_starts", "title_of"]

_FEW, _MANY = 8, 30  # excerpts: a part is closed at a claim after so many, and before any excerpt after so many
_SHORT, _LONG = 12_000, 40_000  # characters, likewise


def part_starts(base: Base) -> Sequence[int]:
    """Where each part begins; the first at 0. There is at least one."""
    return base.lasting("part starts", lambda: _starts(base))


def part_of(base: Base, offset: int) -> int:
    """The number of the part that a character stands in, counted from 1."""
    return max(1, bisect_right(part_starts(base), offset))


def part_bounds(base: Base, number: int) -> tuple[int, int] | None:
    """The characters of a part, the end exclusive; ``None`` if there is no such part."""
    starts = part_starts(base)
    if not 1 <= number <= len(starts):
        return None
    return starts[number - 1], starts[number] if number < len(starts) else len(base.text)


def title_of(base: Base) -> str:
    """The printed title of the page, or the name of its file."""

    def read() -> str:
        row = base.row("select coalesce(title, name) from sourcebook")
        return str(row[0]) if row else base.path.name

    return base.lasting("title", read)


def _starts(base: Base) -> list[int]:
    claims = ((start, True) for (start,) in base.rows("select start from claims order by start"))
    excerpts = ((start, False) for (start,) in base.rows("select start from excerpts order by start"))
    starts, held = [0], 0
    for start, is_claim in merge(claims, excerpts):
        length = start - starts[-1]
        most, longest = (_FEW, _SHORT) if is_claim else (_MANY, _LONG)
        if held and (held >= most or length >= longest):
            starts.append(start)
            held = 0
        held += not is_claim
    return starts
