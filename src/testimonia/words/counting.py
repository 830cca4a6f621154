"""A number and what it counts, as English says it."""

from __future__ import annotations

__all__ = ["counted", "plural"]


def counted(number: int, noun: str) -> str:
    """A number and what it counts.

    >>> counted(1, "time"), counted(1200, "time"), counted(2, "person")
    ('1 time', '1,200 times', '2 people')
    """
    return f"{number:,} {plural(number, noun)}"


def plural(number: int, noun: str) -> str:
    """The noun as it stands behind the number."""
    if number == 1:
        return noun
    return "people" if noun == "person" else f"{noun}s"
