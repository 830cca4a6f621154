"""A defect on its way to a finding, and how its words are quoted."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.model import FindingKind, Span

__all__ = ["Trouble", "quoted"]

LONGEST_QUOTE = 90  # code points of the page that a message repeats


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is the matter, where, and the sentence that says so; the stage gives it an id."""

    kind: FindingKind
    span: Span
    message: str


def quoted(text: str, span: Span, longest: int = LONGEST_QUOTE) -> str:
    """The printed words between marks, on one line and no longer than a message bears.

    >>> quoted("The ferry had\\nalready left", Span(4, 13))
    '‹ferry had›'
    """
    words = " ".join(span.cut(text).split())
    if len(words) > longest:
        words = words[: longest - 1].rsplit(" ", 1)[0] + "…"
    return f"‹{words}›"
