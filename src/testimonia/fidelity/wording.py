"""The words of a text with where they stand, in one form for comparing.

Small letters and no accents; a word parted at the end of a line is one, a letter in brackets ("[t]he") belongs to its
word, and numbers of notes, raised or in brackets behind a word, are none. What only sets a page is told apart
(`furniture`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ..words.lexicon import is_english_word
from .furniture import furniture

__all__ = ["Wording", "dots_between", "words_of"]

_WORD = re.compile(
    r"\d+(?:[.,]\d{3})+(?!\d)|[&%]"
    r"|(?:\[[^\W\d_]{1,2}\](?=[^\W_]))?[^\W_]+(?:['’`ʼ][^\W\d_]+)*"
    r"(?:(?:\u00ad|-[^\S\n]*\n[^\S\n]*|¬[^\S\n]*\n?[^\S\n]*)[^\W\d_]+)*"
)
_READ = {"&": "and", "%": "percent"}  # as they are read out
_BROKEN = re.compile(r"\u00ad|¬[^\S\n]*\n?[^\S\n]*|-[^\S\n]*\n[^\S\n]*")
_SIGNS = re.compile(r"['’`ʼ\[\].,]")
_DOTS = re.compile(r"[…‥⋯]|[?!]\s?\.\.|\.(?:\s?\.){2,}|[*]\s?[*]\s?[*]|\[\s?[-–—]{1,3}\s?\]")
_NOTE = re.compile(r"(?<=[^\W\d_])\d{1,3}$")  # the number of a note that was raised in print: "harbour12"
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_SURE = 5  # letters of a word that is no mark of a thing ("B17")
_BEFORE_NOTE = re.compile(r"[^\W\d_][.,;:!?\"”’»)]{0,2}\[?\Z")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """The form of a printed word.

    >>> folded("[T]he"), folded("Café"), folded("imme-\\ndiately"), folded("3,000"), folded("don’t"), folded("&")
    ('the', 'cafe', 'immediately', '3000', 'dont', 'and')
    """
    if word in _READ:
        return _READ[word]
    small = _SIGNS.sub("", _BROKEN.sub("", word)).casefold()
    if not small.isascii():
        small = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    return small


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of ``text``: their forms, and where each begins and ends. ``furniture`` are words that set a page."""

    text: str
    forms: list[str]
    starts: list[int]
    ends: list[int]
    furniture: frozenset[int]

    def __len__(self) -> int:
        return len(self.forms)

    def between(self, first: int, last: int) -> str:
        """What stands between the word before ``first`` and the word ``last``, marks and all."""
        start = self.ends[first - 1] if first else 0
        return self.text[start : self.starts[last] if last < len(self) else len(self.text)]

    def cut(self, first: int, last: int) -> str:
        """The words from ``first`` up to ``last`` as printed."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def words_of(text: str, *, is_book: bool = False) -> Wording:
    """The words of a text, of which the numbers of notes are none; of a book, those that only set a page are marked."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        word, start, end = match.group(), *match.span()
        raised = word.rstrip(_RAISED)
        if raised != word:
            word, end = raised, start + len(raised)
            if not word:
                continue
        if word[-1].isdecimal():
            note = _NOTE.search(word)
            if note is not None and _is_word(word[: note.start()]):
                word, end = word[: note.start()], start + note.start()
            elif len(word) < 4 and word.isdecimal() and _BEFORE_NOTE.search(text[max(0, start - 4) : start]):
                continue
        form = folded(word)
        if form:
            forms.append(form)
            starts.append(start)
            ends.append(end)
    return Wording(text, forms, starts, ends, frozenset(furniture(text, starts)) if is_book else frozenset())


def _is_word(word: str) -> bool:
    low = folded(word)
    return len(low) >= _SURE or _ORDINAL.fullmatch(low) is not None or is_english_word(low)


def dots_between(wording: Wording, first: int, last: int) -> bool:
    """Whether dots or stars between the word before ``first`` and the word ``last`` say that words were left out."""
    return _DOTS.search(wording.between(first, last)) is not None
