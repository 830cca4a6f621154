"""Line numbers of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testimonia.model import Span

__all__ = ["Lines"]

_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """Line numbers of a text, counted from 1 as editors do."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def number(self, span: Span) -> int:
        """The line in which a span begins."""
        return bisect_right(self._starts, span.start)
