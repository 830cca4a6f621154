"""Long lists, leaf by leaf."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..errors import NotFoundError

__all__ = ["Leaves", "Turning"]


@dataclass(frozen=True, slots=True)
class Leaves:
    """Where a reader is in a list: counted from 1; the addresses are ``None`` where there is no such leaf."""

    number: int
    count: int
    total: int
    first: int
    last: int
    before: str | None
    after: str | None


class Turning:
    """Which leaf of a list is asked for: ``page`` in the query, counted from 1.

    >>> turning = Turning({"page": "3"}, 10)
    >>> turning.first, turning.most
    (20, 10)
    >>> turning.of(25, str)
    Leaves(number=3, count=3, total=25, first=21, last=25, before='2', after=None)
    """

    def __init__(self, query: Mapping[str, str], most: int) -> None:
        asked = query.get("page", "")
        self.number = max(1, int(asked)) if asked.isascii() and asked.isdecimal() and len(asked) < 8 else 1
        self.most = most

    @property
    def first(self) -> int:
        """How many rows stand before this leaf."""
        return (self.number - 1) * self.most

    def of(self, total: int, address: Callable[[int], str]) -> Leaves:
        """The leaf among ``total`` rows; ``address`` is where the leaf of a number is shown.

        Raises:
            NotFoundError: the list ends before it; to show it empty would be to say that there is nothing.
        """
        count = max(1, -(-total // self.most))
        if self.number > count:
            raise NotFoundError(
                f"This list has {count:,} {'leaf' if count == 1 else 'leaves'}, and no leaf {self.number:,}."
            )
        return Leaves(
            number=self.number,
            count=count,
            total=total,
            first=min(self.first + 1, total),
            last=min(self.first + self.most, total),
            before=address(self.number - 1) if self.number > 1 else None,
            after=address(self.number + 1) if self.number < count else None,
        )
