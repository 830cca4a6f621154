"""The units that a page is made of, as they look: a paragraph, a heading, a line of a transcript.

A unit is the smallest piece that can be a claim, a piece of an excerpt or a citation. What is
recorded of it is what a reader sees before reading: its marks, its place, its typography.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Span

__all__ = ["Item", "Shape", "Unit", "is_capitals", "is_title_case", "shape_of"]

_WORD = re.compile(r"(?<![\d'’])[^\W\d_]+(?:['’‘-][^\W\d_]+)*")  # not the ending of "1870's" or "17th"
# Words that title case leaves small, in the languages that have the habit.
_SMALL = frozenset(
    "a an and as at but by for from if in into nor of off on onto or over per so than that the to up upon via vs with "
    "is are was were be been am has had have not "
    "de des du et la le les von und der die das dem den zu y el los las del e di da do dos".split()
)
_CLOSING = "\"'”’»›)]*_"


@dataclass(slots=True)
class Unit:
    """A piece of the page and how it looks.

    ``segments`` are its own words, marks of the layout left out, first to last. ``gap`` counts the
    blank lines before it (3 stands for three and more), ``mark`` names the mark it bears (``#2``,
    ``=2``, ``bullet``, ``quote``…), ``wrap`` how the whole of it is set (``bold``, ``italic``,
    ``parens``, ``quotes``), ``container`` tells units apart that do not share a block quote, list
    item or table row; equal numbers share one, 0 is none.
    """

    segments: list[tuple[int, int]]
    text: str
    gap: int = 0
    mark: str = ""
    level: int = 0
    indent: int = 0
    wrap: str = ""
    container: int = 0
    kind: str = ""  # of the container: "quote", "bullet", "cell", "indent"
    tag: str = ""
    style: str = ""
    anchor: str = ""
    aside: bool = False
    framed: bool = False
    opens_sheet: bool = False  # a form feed stands before it
    label: str = ""
    links: tuple[tuple[Span, str], ...] = ()
    emphasis: tuple[tuple[Span, str], ...] = ()
    column: int = 0

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.segments[0][0]

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.segments[-1][1]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the letters of a unit show at a glance."""

    words: int = 0
    capitals: bool = False
    title_case: bool = False
    last: str = ""  # its last character, closing marks aside
    first: str = ""
    length: int = 0


@dataclass(slots=True)
class Item:
    """What the decoder labels: a unit, or the piece of one that a citation was cut off from.

    ``score`` is how much the words look like a citation, ``inline`` that it was cut out of a unit,
    ``note`` which note definition a mark in the text refers to (-1: none); an item with a note has
    the mark for its segment and the note's words for its text.
    """

    unit: Unit
    segments: list[tuple[int, int]]
    text: str
    gap: int
    score: float
    shape: Shape
    inline: bool = False
    note: int = -1

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.segments[0][0]

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.segments[-1][1]


def shape_of(text: str) -> Shape:
    """The shape of a piece of text.

    >>> shape_of("THE FERRY LEFT EARLY").capitals, shape_of("The Ferry Left Early").title_case
    (True, True)
    """
    length = len(text)
    words = _WORD.findall(text if length <= 400 else text[:400])
    bare = text.rstrip(_CLOSING + " ")
    return Shape(
        words=len(words) if length <= 400 else max(len(words), length // 6),
        capitals=is_capitals(words),
        title_case=length <= 400 and is_title_case(words),
        last=bare[-1:] or text[-1:],
        first=text.lstrip("\"'“”‘«„([*_ ")[:1],
        length=length,
    )


def is_capitals(words: Sequence[str]) -> bool:
    """Whether the words are set in capitals; a small one or two may stand among many."""
    lettered = [word for word in words if word.lower() != word.upper()]
    letters = sum(map(len, lettered))
    if letters < 2:
        return False
    large = [word for word in lettered if word.upper() == word]
    return sum(map(len, large)) >= 0.85 * letters and len(large) >= 0.8 * len(lettered)


def is_title_case(words: Sequence[str]) -> bool:
    """Whether every word of weight begins with a capital, at least two of them."""
    weighty = [w for i, w in enumerate(words) if i == 0 or w.lower() not in _SMALL]
    if len(weighty) < 2:
        return False
    return sum(w[0].isupper() for w in weighty) >= (0.9 if len(weighty) < 6 else 0.8) * len(weighty)
