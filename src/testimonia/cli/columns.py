"""Two texts side by side where the terminal is wide, one below the other where it is not, with some words marked."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import click

from .terminal import echo, secho, style

__all__ = ["say_beside", "terminal_width"]

_WIDE = 100  # columns from which two texts stand side by side
_MOST = 200  # and to which they are stretched at most
_GAP = 3

Piece = tuple[str, bool]
_Line = list[Piece]


def terminal_width() -> int:
    """The columns of the terminal; 80 where nothing says how many there are."""
    return shutil.get_terminal_size((80, 24)).columns


def say_beside(left: Sequence[Piece], right: Sequence[Piece], heads: tuple[str, str]) -> None:
    """Print two texts under their heads; what is marked is coloured on a terminal and stands within ‹› elsewhere."""
    colour = _shows_colour()
    width = min(terminal_width(), _MOST)
    if not sys.stdout.isatty() or width < _WIDE:
        for head, text in zip(heads, (left, right), strict=True):
            secho(f"  {head}", dim=True)
            for line in _wrapped(text, (width if sys.stdout.isatty() else _WIDE) - 4, colour):
                echo(f"    {_styled(line, colour)}")
        return
    column = (width - 2 - _GAP) // 2
    heights = [list(_wrapped([(head, False)], column, True)) for head in heads]
    texts = [list(_wrapped(text, column, colour)) for text in (left, right)]
    for rows, dim in ((heights, True), (texts, False)):
        for n in range(max(map(len, rows))):
            one, other = (row[n] if n < len(row) else [] for row in rows)
            space = " " * (column - sum(_width(words) for words, _ in one) + _GAP)
            beside = f"  {_styled(one, colour)}{space if other else ''}{_styled(other, colour)}"
            secho(beside, dim=dim)


def _shows_colour() -> bool:
    context = click.get_current_context(silent=True)
    return sys.stdout.isatty() and (context is None or context.color is not False)


def _styled(line: _Line, colour: bool) -> str:
    runs = ((marked, "".join(words for words, _ in run)) for marked, run in groupby(line, key=lambda piece: piece[1]))
    return "".join(
        style(words, fg="red", bold=True, underline=True) if marked and colour else words for marked, words in runs
    )


def _wrapped(pieces: Iterable[Piece], width: int, colour: bool) -> Iterator[_Line]:
    """The text in lines of so many columns; white space of the page is one space."""
    line: _Line = []
    used = 0
    for word in _words(pieces, colour):
        length = sum(_width(words) for words, _ in word)
        if used and used + 1 + length > width:
            yield line
            line, used = [], 0
        if used:
            line.append((" ", line[-1][1] and word[0][1]))  # a line under marked words does not break between them
            used += 1
        line += word
        used += length
    if line:
        yield line


def _words(pieces: Iterable[Piece], colour: bool) -> Iterator[_Line]:
    """The words of the text, each in its pieces, for a mark may begin and end within a word."""
    word: _Line = []
    for words, marked in pieces:
        if marked and not colour and words.strip():
            lead, trail = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
            words = f"{words[:lead]}‹{words.strip()}›{words[len(words) - trail :]}"
        at = 0
        while at < len(words):
            end = at
            space = words[at].isspace()
            while end < len(words) and words[end].isspace() == space:
                end += 1
            if not space:
                word.append((words[at:end], marked))
            elif word:
                yield word
                word = []
            at = end
    if word:
        yield word


def _width(words: str) -> int:
    """The columns that words take."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)
