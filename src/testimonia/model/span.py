"""A stretch of the page, counted in Unicode code points."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """``text[start:end]``: code points of the decoded text, untouched; ``end`` is exclusive.

    Raises:
        ValueError: the span begins before the text or ends before it begins.

    >>> Span(4, 9).cut("The ferry had left")
    'ferry'
    """

    start: int
    end: int

    # by hand: a page has a hundred thousand, and a generated one takes twice as long
    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"No text lies between {start} and {end}.")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The printed words."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))  # what a frozen record lets nobody do
