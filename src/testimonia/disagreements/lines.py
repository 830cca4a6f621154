"""A sentence as a line of words and marks in small letters, for rules that mind the marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .sayings import Saying

__all__ = ["Line", "line_of"]

_MARKS = re.compile(r"[;:.!?()\[\]\"“”«»…–—,]|--")


@dataclass(frozen=True, slots=True)
class Line:
    """The words and marks of a sentence in small letters, where they stand in the record, and who is named by them.

    ``named`` are ids, empty where a word names nobody; ``tokens`` the number of the token, -1 for a mark.
    """

    saying: Saying
    words: list[str]
    places: list[tuple[int, int]]
    named: list[str]
    tokens: list[int]


def line_of(saying: Saying) -> Line:
    """The line of a sentence, worked out once."""
    if isinstance(saying.line, Line):
        return saying.line
    words: list[str] = []
    places: list[tuple[int, int]] = []
    named: list[str] = []
    tokens: list[int] = []
    edge, text = saying.start, saying.text
    for number, token in enumerate(saying.tokens):
        start = token.start
        if start - edge > 1 or text[edge:start] not in ("", " "):
            for mark in _MARKS.finditer(text, edge, start):
                words.append(mark.group())
                places.append(mark.span())
                named.append("")
                tokens.append(-1)
        edge = token.end
        words.append(token.low)
        places.append((start, edge))
        named.append(token.named.person if token.named is not None else "")
        tokens.append(number)
    saying.line = line = Line(saying, words, places, named, tokens)
    return line
