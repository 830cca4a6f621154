"""A stretch of an excerpt in one voice, before its quotations are cut out of it."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.model import Mode

from .naming import Naming
from .scene import Speaker

__all__ = ["Block", "Outer", "trimmed"]


@dataclass(frozen=True, slots=True)
class Outer:
    """Somebody whose words the quotation stands in, and where the document is named that his words come from."""

    speaker: Speaker
    naming: Naming | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """``text[start:end]`` of an excerpt, who speaks there and in which mode.

    ``naming`` is where the document is named that the words come from, ``outer`` are those whose words they stand in,
    outermost first, and ``addressee`` is who is "you"; ``body`` is where the words begin after a turn's label.
    """

    start: int
    end: int
    speaker: Speaker
    mode: Mode
    naming: Naming | None = None
    outer: tuple[Outer, ...] = ()
    addressee: Speaker | None = None
    body: int | None = None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the white space at its ends."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
