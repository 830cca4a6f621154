"""A text on one line, so that a date is read over the end of a line as within it, and the way back to the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from testimonia.model import Span

__all__ = ["Flat", "flatten"]

_UNEVEN = re.compile(r"(?<=[a-zà-öø-ÿ])-[ \t]*\r?\n[ \t]*(?=[a-zà-öø-ÿ])|\s{2,}|[\n\r\t\u00a0\u202f]")
_AFTER_DASH = re.compile(r"\d[-–—]$")


@dataclass(frozen=True, slots=True)
class Flat:
    """``words`` have single spaces; ``starts`` say where each stretch that was kept begins, there and in the text."""

    words: str
    starts: tuple[tuple[int, int], ...]

    def back(self, span: Span) -> Span:
        """The span in the text that the words were made from."""
        return Span(self._place(span.start), self._place(span.end - 1) + 1)

    def _place(self, at: int) -> int:
        here, there = self.starts[bisect_right(self.starts, (at, 1 << 60)) - 1]
        return there + at - here


def flatten(text: str) -> Flat:
    """The text with one space for each run of white space, a line feed where a line is empty, and words rejoined.

    >>> flat = flatten("in Septem-\\n   ber  1911")
    >>> flat.words, flat.back(Span(3, 12)).cut("in Septem-\\n   ber  1911")
    ('in September 1911', 'Septem-\\n   ber')
    """
    pieces: list[str] = []
    starts: list[tuple[int, int]] = [(0, 0)]
    length = past = 0
    for gap in _UNEVEN.finditer(text):
        kept = text[past : gap.start()]
        instead = _instead(gap.group(), kept[-2:])
        pieces += (kept, instead)
        length += len(kept) + len(instead)
        past = gap.end()
        starts.append((length, past))
        if instead:
            starts.insert(-1, (length - len(instead), gap.start()))
    pieces.append(text[past:])
    return Flat("".join(pieces), tuple(starts))


def _instead(gap: str, before: str) -> str:
    if gap[0] == "-" or (_AFTER_DASH.search(before) and "\n" in gap):
        return ""  # a word broken at the end of the line, or a stretch of years
    return "\n" if gap.count("\n") > 1 else " "
