"""A text on one line, so that a date is read over the end of a line as within it, and the way back to the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from testimonia.model import Span

__all__ = ["Flat", "flatten"]

_UNEVEN = re.compile(  # a sign first, which is looked for quickly
    r"[- \n\r\t\u00a0\u202f](?:(?<=[a-zà-öø-ÿ]-)[ \t]*\r?\n[ \t]*(?=[a-zà-öø-ÿ])|"
    r"(?<=[\n\r\t\u00a0\u202f])\s*|(?<= )\s+)"
)
_SIGNS = ("\n", "  ", "\r", "\t", "\u00a0", "\u202f")
_AFTER_DASH = re.compile(r"\d[-–—]$")


@dataclass(frozen=True, slots=True)
class Flat:
    """``words`` have single spaces; ``starts`` say where each stretch that was kept begins, there and in the text."""

    words: str
    starts: tuple[tuple[int, int], ...]

    def back(self, span: Span) -> Span:
        """The span in the text that the words were made from."""
        return Span(self._place(span.start), self._place(span.end - 1) + 1)

    def forth(self, span: Span) -> Span:
        """Where a span of the text stands in the words."""
        return Span(self._place(span.start, 1, 0), self._place(span.end - 1, 1, 0) + 1)

    def _place(self, at: int, by: int = 0, to: int = 1) -> int:
        start = self.starts[bisect_right(self.starts, at, key=lambda pair: pair[by]) - 1]
        return start[to] + at - start[by]


def flatten(text: str, *, lines_end: bool = False) -> Flat:
    """The text with one space for each run of white space, a line feed where a line is empty, and words rejoined.

    ``lines_end`` says that the end of a line ends a paragraph, so it stays a line feed.

    >>> flat = flatten("in Septem-\\n   ber  1911")
    >>> flat.words, flat.back(Span(3, 12)).cut("in Septem-\\n   ber  1911")
    ('in September 1911', 'Septem-\\n   ber')
    """
    if not any(sign in text for sign in _SIGNS):
        return Flat(text, ((0, 0),))
    pieces: list[str] = []
    starts: list[tuple[int, int]] = [(0, 0)]
    length = past = 0
    for gap in _UNEVEN.finditer(text):
        kept = text[past : gap.start()]
        instead = _instead(gap.group(), kept[-2:], 1 if lines_end else 2)
        pieces += (kept, instead)
        length += len(kept) + len(instead)
        past = gap.end()
        starts.append((length, past))
        if instead:
            starts.insert(-1, (length - len(instead), gap.start()))
    pieces.append(text[past:])
    return Flat("".join(pieces), tuple(starts))


def _instead(gap: str, before: str, feeds: int) -> str:
    if gap[0] == "-" or (_AFTER_DASH.search(before) and "\n" in gap):
        return ""  # a word broken at the end of the line, or a stretch of years
    return "\n" if gap.count("\n") >= feeds else " "
