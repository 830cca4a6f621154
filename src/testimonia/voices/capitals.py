"""Telegrams and notices that a sentence quotes in capitals, without marks: ``a wire from Ash: HOLD ALL BOATS.``.

All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.model import Span
from testimonia.words.quotes import Quotation

__all__ = ["set_in_capitals"]

_LEAST = 3  # words of two letters or more
_SENTENCE = re.compile(r"[a-zà-þа-я]{4}|[a-zà-þа-я]{2}[^a-zà-þа-я]+[a-zà-þа-я]{2}")  # before a colon: not a label
_OPENS = re.compile(r":[ \u00a0](?=[A-ZÀ-ÞА-ЯЁІЇЄ]{2,}[ ,])")
_SIGN = r"[A-ZÀ-ÞА-ЯЁІЇЄ0-9&'’()/,;:–—-]"
_RUN = re.compile(rf"{_SIGN}+(?:(?:[.!?] | ){_SIGN}+)*[.!?]?(?![\w'’])")
_WORD = re.compile(r"[^\W\d_]{2,}")


def set_in_capitals(text: str, quotations: Sequence[Quotation]) -> list[Quotation]:
    """What stands in capitals behind the colon of a sentence in small letters, outside the quotations.

    >>> text = "At noon a wire from the Board: HOLD ALL BOATS TILL MORNING. He laughed."
    >>> [quotation.span.cut(text) for quotation in set_in_capitals(text, [])]
    ['HOLD ALL BOATS TILL MORNING.']
    """
    found = []
    for opening in _OPENS.finditer(text):
        at = opening.end()
        begins = max(text.rfind("\n", 0, at), text.rfind(":", 0, opening.start())) + 1
        if not _SENTENCE.search(text, begins, opening.start()):
            continue
        run = _RUN.match(text, at)
        if run is None or len(_WORD.findall(run.group())) < _LEAST:
            continue
        span = Span(at, at + len(_to_its_end(run.group(), text[run.end() : run.end() + 2])))
        if len(span) and not any(q.span.overlaps(span) for q in quotations):
            found.append(Quotation(span, span, 0, "", None))
    return found


def _to_its_end(run: str, behind: str) -> str:
    """The run without the capital that begins a sentence behind it: "HOLD ALL BOATS. I laughed"."""
    if not behind.strip() or run.endswith((".", "!", "?")):
        return run
    stop = max(run.rfind(mark + " ") for mark in ".!?")
    return run[: stop + 1] if stop > 0 else run
