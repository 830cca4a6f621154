"""Line breaks that only keep a line from growing too long, told from those that end a paragraph."""

from __future__ import annotations

import re
from collections.abc import Collection

__all__ = ["join_wrapped"]

_WORD = re.compile(r"[ \t]*\S+")
_ENDS = re.compile(r":[\s–—-]*$|[.!?][\"”’»)\]]*\s*$")
_BEGINS = re.compile(r"[\"“„«\[(]|[A-Z][A-Z.' -]+:")  # what begins a quotation, a bracket or a turn
_LEAST = 0.7  # of the width: what is set in, as quotations are, is wrapped sooner
_FULL = 0.75  # of the width: a line that goes on, where blank lines end paragraphs


def join_wrapped(text: str, width: int, *, column: int = 0, parted: Collection[int] | None = None) -> str:
    """The text with a space for each line feed that only wraps a paragraph; it is as long as before.

    A line feed wraps where the next word would not have fitted: into the ``width`` that the page is wrapped at, or into
    the longest line of this text, if that is shorter. A line that begins further in begins a paragraph all the
    same, and so does a quotation, bracket or turn after a finished sentence or a colon. ``column`` is
    where on its line the text begins. ``parted``, where the page ends its paragraphs by blank lines, are the offsets
    of line feeds behind which the page has one; any other then wraps a line that is not short.

    >>> join_wrapped("They cast off at nine and the band\\nplayed until\\nten.\\nNobody slept.", 34)
    'They cast off at nine and the band played until\\nten.\\nNobody slept.'
    """
    lines = text.split("\n")
    lines[0] = " " * column + lines[0]
    longest = max(map(len, lines), default=0)
    room = min(width, max(longest, int(_LEAST * width)))
    joined: list[str] = []
    at = -column
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        at += len(line) + 1
        word = _WORD.match(following)
        wraps = word is not None and line.strip() and not following[:1].isspace()
        ends = _ENDS.search(line) is not None and _BEGINS.match(following) is not None
        if parted is not None:
            goes_on = at - 1 not in parted and (len(line.rstrip()) >= _FULL * room or following[:1].islower())
        else:
            goes_on = word is not None and not ends and len(line.rstrip()) + 1 + len(word.group()) > room
        if wraps and goes_on:
            joined.append(line + " ")
        else:
            joined.append(line + "\n")
    return "".join(joined)[column : column + len(text)]
