"""The words of a text with where they stand, in one form for comparing.

Small letters and no accents; a word parted at the end of a line is one, a letter in brackets ("[t]he") belongs to its
word, and what only sets a page (its number, the head above it) is told apart where it stands alone on a line.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from ..words.lexicon import is_english_word

__all__ = ["Wording", "dots_between", "words_of"]

_WORD = re.compile(
    r"\d+(?:[.,]\d{3})+(?!\d)"
    r"|(?:\[[^\W\d_]{1,2}\](?=[^\W_]))?[^\W_]+(?:['’`ʼ][^\W\d_]+)*"
    r"(?:(?:\u00ad|-[^\S\n]*\n[^\S\n]*|¬[^\S\n]*\n?[^\S\n]*)[^\W\d_]+)*"
)
_BROKEN = re.compile(r"\u00ad|¬[^\S\n]*\n?[^\S\n]*|-[^\S\n]*\n[^\S\n]*")
_SIGNS = re.compile(r"['’`ʼ\[\].,]")
_DOTS = re.compile(r"…|[?!]\s?\.\.|\.(?:\s?\.){2,}|[*]\s?[*]\s?[*]|\[\s?[-–—]{1,3}\s?\]")
_NUMBER_LINE = re.compile(r"[^\w\n]*(\d{1,4}|[ivxlc]{1,7})[^\w\n]*", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PAGES = 4  # from one number of a page to the next that is printed
_ENDS = '.!?,;"”’»'  # of a line of running text
_HEAD = 60  # characters of the head of a page
_NOTE = re.compile(r"(?<=[^\W\d_])\d{1,3}$")  # the number of a note that was raised in print: "harbour12"
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_SURE = 5  # letters of a word that is no mark of a thing ("B17")
_BEFORE_NOTE = re.compile(r"[^\W\d_][.,;:!?\"”’»)]{0,2}\Z")


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """The form of a printed word.

    >>> folded("[T]he"), folded("Café"), folded("imme-\\ndiately"), folded("3,000"), folded("don’t")
    ('the', 'cafe', 'immediately', '3000', 'dont')
    """
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
        if word[-1].isdecimal():
            note = _NOTE.search(word)
            if note is not None and _is_word(word[: note.start()]):
                word, end = word[: note.start()], start + note.start()
            elif len(word) < 4 and word.isdecimal() and _BEFORE_NOTE.search(text[max(0, start - 3) : start]):
                continue
        form = folded(word)
        if form:
            forms.append(form)
            starts.append(start)
            ends.append(end)
    return Wording(text, forms, starts, ends, frozenset(_furniture(text, starts)) if is_book else frozenset())


def _is_word(word: str) -> bool:
    low = folded(word)
    return len(low) >= _SURE or _ORDINAL.fullmatch(low) is not None or is_english_word(low)


def _furniture(text: str, starts: list[int]) -> set[int]:
    """The words of lines that hold a page's number and of the heads beside them, which cut sentences in two.

    Numbers of pages follow each other; a head is a short line next to one that stands so on another page too.
    """
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    met: Counter[str] = Counter()
    numbers: list[tuple[int, int]] = []
    for n, (start, end) in enumerate(lines):
        if end - start <= _HEAD:
            met[_head_key(text[start:end])] += 1
            number = _NUMBER_LINE.fullmatch(text, start, end)
            if number is not None:
                numbers.append((n, _value(number[1])))
    found: set[int] = set()
    for k, (n, value) in enumerate(numbers):
        beside = [other for _, other in numbers[max(0, k - 2) : k + 3]]
        if any(0 < abs(other - value) <= _PAGES for other in beside):
            found.add(n)
            found.update(near for near in (n - 1, n + 1) if _is_head(text, lines, near, met))
    begins = [start for start, _ in lines]
    return {n for n, start in enumerate(starts) if bisect_right(begins, start) - 1 in found}


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[letter] for letter in number.lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _head_key(words: str) -> str:
    return "".join(c for c in words if c.isalpha()).casefold()


def _is_head(text: str, lines: list[tuple[int, int]], number: int, met: Counter[str]) -> bool:
    if not 0 <= number < len(lines):
        return False
    start, end = lines[number]
    words = text[start:end].strip()
    key = _head_key(words)
    return bool(key) and end - start <= _HEAD and met[key] > 1 and not words[0].islower() and words[-1] not in _ENDS


def dots_between(wording: Wording, first: int, last: int) -> bool:
    """Whether dots or stars between the word before ``first`` and the word ``last`` say that words were left out."""
    return _DOTS.search(wording.between(first, last)) is not None
