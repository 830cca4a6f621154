"""Claims and excerpts as the audit reads them: sentences of words, with what they are looked for by and their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from testimonia.model import Span
from testimonia.words.polarity import Pole, is_denied, may_have_poles, poles
from testimonia.words.record_texts import Named
from testimonia.words.sentences import sentences

from .vocabulary import Mark, concept_of, is_stop, marks_in, may_have_marks

__all__ = ["Line", "Word", "lines_of", "words_of", "years_of"]

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d[\d,.]*\d|\d|--|\S")
_YEARS = re.compile(r"(?:\b(early|late)\s+(?:the\s+)?)?\b(1\d{3}|20\d{2}|\d0)(['’]?s\b)?", re.IGNORECASE)
_WRITTEN_OUT = 4  # digits of a year
_BOUNDS = frozenset((",", ";", ":", "(", ")", "[", "]", "--", "–", "—", "…", '"', "“", "”"))
_QUESTION = 3  # characters at the end of a sentence in which its mark stands, before a closing quote
_SHORT = 40  # characters of a clause that says too little by itself


@dataclass(slots=True)  # not frozen, for speed: there are a hundred thousand
class Word:
    """One word or mark: offsets into the record's text; ``person`` is the id of whom the word is part of a name of."""

    start: int
    end: int
    low: str
    concept: str
    person: str | None = None


class Line:
    """One sentence, ``text[start:end]``; its words are read when they are asked for, which few are.

    ``low_forms`` are its words in small letters, in no order; ``concepts`` what they are looked for by, persons among
    them as ``@`` and their id.
    """

    def __init__(self, text: str, start: int, end: int, named: Sequence[Named] = ()) -> None:
        self.text, self.start, self.end, self.named = text, start, end, named
        forms = set(map(_form, _WORD.findall(text, start, end)))
        lows, concepts = zip(*forms, strict=True) if forms else ((), ())
        self.low_forms = frozenset(lows)
        self.concepts = frozenset((*concepts, *("@" + name.person for name in named))) - {""}

    @cached_property
    def words(self) -> list[Word]:
        """Its words and marks."""
        return words_of(self.text, self.start, self.end, self.named)

    @cached_property
    def lows(self) -> list[str]:
        """The words in small letters; quicker than the words themselves."""
        if "words" in self.__dict__:
            return [word.low for word in self.words]
        found: list[str] = []
        at = self.start
        for name in self.named:
            if at <= name.start < self.end:
                found += [_form(printed)[0] for printed in _WORD.findall(self.text, at, name.start)]
                found.append(self.text[name.start : name.end].lower())
                at = name.end
        return found + [_form(printed)[0] for printed in _WORD.findall(self.text, at, self.end)]

    def first(self, concept: str) -> Span | None:
        """Where the first of its words stands that are looked for by a concept, which is quicker than to read them."""
        at = self.start
        for name in (*self.named, None):
            if name is not None and not at <= name.start < self.end:
                continue
            for match in _WORD.finditer(self.text, at, self.end if name is None else name.start):
                low, own = _form(match[0])
                if (own or low) == concept:
                    return Span(*match.span())
            if name is not None:
                if concept == "@" + name.person:
                    return Span(name.start, name.end)
                at = name.end
        return None

    @cached_property
    def poles(self) -> list[Pole]:
        """Where its words lie on scales of opposites."""
        return poles(self.lows) if may_have_poles(self.low_forms) else []

    @cached_property
    def marks(self) -> list[Mark]:
        """Its marks of reserve."""
        return marks_in(self.lows) if may_have_marks(self.low_forms) else []

    @cached_property
    def is_question(self) -> bool:
        """Whether it ends with a question mark."""
        return "?" in self.text[max(self.start, self.end - _QUESTION) : self.end]

    def is_denied(self, at: int) -> bool:
        """Whether what stands before the word denies it."""
        return is_denied(self.lows, at)

    def place(self, at: int, length: int = 1) -> Span:
        """Words from ``at`` on as offsets of the text."""
        return Span(self.words[at].start, self.words[at + length - 1].end)

    def clause(self, at: int, length: int = 1) -> Span:
        """The clause around words, as offsets of the text; it takes in its neighbours where it is short."""
        first, last = at, at + length - 1
        while True:
            while first > 0 and self.lows[first - 1] not in _BOUNDS:
                first -= 1
            while last + 1 < len(self.words) and self.lows[last + 1] not in _BOUNDS:
                last += 1
            found = Span(self.words[first].start, self.words[last].end)
            if len(found) >= _SHORT or (first == 0 and last + 1 == len(self.words)):
                return self._trimmed(first, last)
            if last + 1 < len(self.words):
                last += 1
            if first > 0 and last + 1 >= len(self.words):
                first -= 1

    def _trimmed(self, first: int, last: int) -> Span:
        while first < last and not self.lows[first][0].isalnum():
            first += 1
        while last > first and not self.lows[last][-1].isalnum():
            last -= 1
        return Span(self.words[first].start, self.words[last].end)


def words_of(text: str, start: int, end: int, named: Sequence[Named]) -> list[Word]:
    """The words of a stretch; a printed name is one word."""
    found: list[Word] = []
    at = start
    for name in named:
        if name.start < at or name.start >= end:
            continue
        found += _plain(text, at, name.start)
        found.append(Word(name.start, name.end, text[name.start : name.end].lower(), "@" + name.person, name.person))
        at = name.end
    found += _plain(text, at, end)
    return found


def years_of(text: str, start: int, end: int) -> frozenset[int]:
    """The years that stand in a stretch; a decade ("the 1920's", "early 30's") stands for its years of any century."""
    found: set[int] = set()
    for match in _YEARS.finditer(text, start, end):
        year, decade, half = int(match[2]) % 100, match[3] is not None, (match[1] or "").lower()
        if decade:
            found.update(range(year + 5 * (half == "late"), year + (5 if half == "early" else 10)))
        elif len(match[2]) == _WRITTEN_OUT:
            found.add(year)
    return frozenset(found)


def _plain(text: str, start: int, end: int) -> list[Word]:
    return [Word(*match.span(), *_form(match.group())) for match in _WORD.finditer(text, start, end)]


@lru_cache(maxsize=1 << 15)
def _form(printed: str) -> tuple[str, str]:
    """A word in small letters without a possessive, and what it is looked for by; empty for a mark or a common word."""
    low = printed.lower().replace("’", "'").removesuffix("'s")
    return low, "" if not low[:1].isalnum() or is_stop(low) else concept_of(low)


def lines_of(text: str, named: Sequence[Named]) -> list[Line]:
    """The sentences of a text that have words."""
    found = []
    at = 0
    for span in sentences(text):
        here = []
        while at < len(named) and named[at].start < span.end:
            here.append(named[at])
            at += 1
        found.append(Line(text, span.start, span.end, here))
    return found
