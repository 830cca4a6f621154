"""Whether what is told was done or was so more than once, so that two tellings of it may both hold."""

from __future__ import annotations

from .lines import Line
from .sayings import Saying

__all__ = ["is_again", "is_of_several", "which_of_several"]

_AGAIN = frozenset("again twice thrice often always usually sometimes seldom anew afresh rebuilt".split())
_SEVERAL = frozenset("twice thrice often always several many two three four both times".split())
_WHICH = frozenset("first second third fourth fifth last next other former latter earlier later".split())
_OF = frozenset("of on for against about at".split())
_THE = frozenset("the a an his her their our my its".split())


def is_of_several(claim: str) -> bool:
    """Whether a claim says that it was so more than once, or of more than one: "moved twice", "the two bills"."""
    words = claim.lower().split()
    return not _SEVERAL.isdisjoint(words) or "more than once" in claim.lower()


def is_again(saying: Saying) -> bool:
    """Whether a sentence says that it was so more than once, or as a habit."""
    return not _AGAIN.isdisjoint(saying.lows)


def which_of_several(line: Line, at: int) -> str:
    """Which of several a noun stands for, by the words beside it: "the second trial", "the bill on the harbour".

    Empty where nothing tells.
    """
    before = line.words[at - 1] if at else ""
    if before in _WHICH:
        return before
    behind = line.words[at + 1 : at + 5]
    if len(behind) < 2 or behind[0] not in _OF:
        return ""
    noun = behind[1] if behind[1] not in _THE else behind[2] if len(behind) > 2 else ""
    return f"{behind[0]} {noun}" if noun.isalpha() else ""
