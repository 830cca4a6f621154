"""A stretch of the page, counted in Unicode code points."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]``: code points of the decoded text, untouched; ``end`` is exclusive.

    Raises:
        ValueError: the span begins before the text or ends before it begins.

    >>> Span(4, 9).cut("The ferry had left")
    'ferry'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"No text lies between {self.start} and {self.end}.")

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
