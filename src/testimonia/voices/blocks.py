"""A stretch of an excerpt in one voice, before its quotations are cut out of it."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.model import Hand, Mode

from .naming import Naming
from .scene import Speaker

__all__ = ["Block"]


@dataclass(frozen=True, slots=True)
class Block:
    """``text[start:end]`` of an excerpt, who speaks there and in which mode.

    ``naming`` is where the document is named that the words come from, ``outer`` are the speakers around them,
    outermost first, and ``addressee`` is who is "you"; ``body`` is where the words begin after a turn's label.
    """

    start: int
    end: int
    speaker: Speaker
    mode: Mode
    naming: Naming | None = None
    outer: tuple[Hand, ...] = ()
    addressee: Speaker | None = None
    body: int | None = None
