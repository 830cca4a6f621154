"""Sentence bounds, as spans.

Plain and quick: a full stop after an initial, a title or a common abbreviation ends no sentence, nor does one before a
small letter. Paragraphs always end sentences.
"""

from __future__ import annotations

import re
from functools import lru_cache

from testimonia.model import Span

__all__ = ["sentences"]

_END = re.compile(r"[.!?…]+(?P<close>[\"'”’»)\]]*)(?=\s|[\"“«(\[]|$)|(?P<feed>\n+)")
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof rev hon st mme mlle sgt capt col gen lt maj adm gov sen rep messrs jr sr jan feb mar apr jun "
    "jul aug sep sept oct nov dec no nos vol vols p pp ed eds cf vs viz etc approx e.g i.e inc ltd co corp fig art sec "
    "ch fol".split()
)
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«]*$")
_LONGEST = 8  # code points that are looked at before a full stop


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of ``text[start:end]`` in order, without the white space between them.

    >>> [s.cut("Mr. Ash left. So did I.") for s in sentences("Mr. Ash left. So did I.")]
    ['Mr. Ash left.', 'So did I.']
    """
    return list(_sentences(text, start, len(text) if end is None else end))


@lru_cache(maxsize=2048)  # several rooms ask for those of the same excerpts
def _sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    found: list[Span] = []
    begin = start
    for mark in _END.finditer(text, start, end):
        if mark.group("feed") is None:
            after = text[mark.end() : mark.end() + 3].lstrip()
            only_stop = text[mark.start() : mark.end()].rstrip("\"'”’»)]") == "."
            if after[:1].islower() or (only_stop and _is_abbreviated(text, max(begin, mark.start() - _LONGEST), mark)):
                continue
        _take(text, begin, mark.end(), found)
        begin = mark.end()
    _take(text, begin, end, found)
    return tuple(found)


def _is_abbreviated(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether what stands before a full stop is an initial or an abbreviation."""
    word = _LAST_WORD.search(text[start : mark.start()]).group()  # type: ignore[union-attr]
    if len(word) == 1:
        return word.isalnum() and not word.isdecimal()
    return word.casefold() in _ABBREVIATED


def _take(text: str, start: int, end: int, found: list[Span]) -> None:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    if right > left:
        found.append(Span(start + left, start + right))
