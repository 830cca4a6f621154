"""What sets the pages of a book and is none of its words, though it stands in the midst of its sentences.

The number of a page, alone on its line, beside the head or in brackets within a line; the head itself; the notes at a
page's foot; tags and comments of markup. Numbers of pages follow each other, heads come again, and both cut sentences
in two: by that they are told from a year at the end of a line, from numbered articles and from refrains.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["furniture"]

_LINE = re.compile(r"[^\n\r\f]+")
_BREAK = re.compile(r"\r\n|[\n\r\f]")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMBER = r"(\d{1,4}|[ivxlc]{1,7})"
_PAGE_WORD = r"(?:pages?|pag|pg|pp?|seite|s|стр|с)"
_BARE = re.compile(
    rf"[\W_]*(?:{_PAGE_WORD}\.?\s?)?{_NUMBER}(?:\s?(?:/|of|von|sur|из)\s?\d{{1,4}})?[\W_]*", re.IGNORECASE
)
_BESIDE = re.compile(rf"[\W_]*{_NUMBER}[\W_]*", re.IGNORECASE)
_IN_NUMBERS = frozenset("0123456789ivxlcIVXLC")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_FEWER = 999  # pages than most books have: a higher number may be a year
_PAGES = 4  # from one number of a page to the next that is printed
_ENDS = '.!?,;"”’»'  # of a line of running text
_STOPS = '.!?:"”’»'  # of a sentence
_HEAD = 70  # characters of the head of a page, its number among them
_OFTEN = 3  # times that a head stands without a number, and
_CUTTING = 0.5  # the part of them that cut a sentence in two
_CUTTING_NUMBERED = 0.25  # the same of heads with their page's number
_NOTES = 14  # lines of notes at a page's foot
_NOTE_LINE = re.compile(r"\s*[\[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?\.?\s*(?=[\"“„«‘']?[^\W\d_])(?![a-zà-ÿа-я])")
_REACH = 4000  # characters of a page, within which the sign of a note stands above the note
_MARK = re.compile(
    rf"<!--[^<>]{{0,300}}-->|</?[a-z][\w:-]{{0,20}}(?:\s[\w:-]{{1,20}}\s?=[^<>\n]{{0,300}})?\s?/?>|(?<=\])\([^()\s]{{1,300}}\)|[\[{{|]{{1,2}}\s?{_PAGE_WORD}\.?\s?{_NUMBER}\s?[\]}}|]{{1,2}}",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"([\[{|])[\[{|]?\s?(\d{1,3})\s?[\]}|]{1,2}")


def furniture(text: str, starts: list[int]) -> set[int]:
    """Which of the words that begin at these places set a page."""
    lines = [match.span() for match in _LINE.finditer(text) if not match.group().isspace()]
    found = _Pages(text, lines).found()
    begins = [start for start, _ in lines]
    words = {n for n, start in enumerate(starts) if bisect_right(begins, start) - 1 in found}
    for start, end in _marks(text):
        words.update(range(bisect_left(starts, start), bisect_left(starts, end)))
    return words


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """Tags, comments and addresses of markup, and numbers of pages and notes in brackets within lines."""
    for match in _MARK.finditer(text):
        yield match.span()
    by_bracket: defaultdict[str, list[tuple[int, tuple[int, int]]]] = defaultdict(list)
    for match in _IN_BRACKETS.finditer(text):
        by_bracket[match[1]].append((int(match[2]), match.span()))
    for numbers in by_bracket.values():
        for k, (value, span) in enumerate(numbers):
            if _follow(value, [other for other, _ in numbers[max(0, k - 2) : k + 3]]):
                yield span


def _following(numbers: list[tuple[int, int]]) -> set[int]:
    """The lines whose numbers follow those next to them."""
    return {n for k, (n, value) in enumerate(numbers) if _follow(value, [v for _, v in numbers[max(0, k - 2) : k + 3]])}


def _follow(value: int, beside: list[int]) -> bool:
    return any(0 < abs(other - value) <= _PAGES for other in beside)


@dataclass(frozen=True, slots=True)
class _Pages:
    """The lines of a book that are not empty, by where they begin and end."""

    text: str
    lines: list[tuple[int, int]]

    def found(self) -> set[int]:
        """The lines that set a page."""
        numbers: list[tuple[int, int]] = []
        heads: defaultdict[str, list[tuple[int, int | None]]] = defaultdict(list)  # by their letters
        bare: set[int] = set()
        for n, (start, end) in enumerate(self.lines):
            if end - start > _HEAD:
                continue
            line = self.text[start:end].strip()
            alone = _BARE.fullmatch(line)
            if alone is not None:
                if _value(alone[1]) > _FEWER and not self._stands_apart(n):
                    continue
                numbers.append((n, _value(alone[1])))
                bare.add(n)
                continue
            number, words = _parted(line)
            if _may_be_head(words):
                heads[_letters(words)].append((n, _value(number) if number else None))
        found = _following(numbers)
        repeated = [same for same in heads.values() if len(same) > 1]
        # a number in a line that stands but once ("There were 12") parts no pages from each other
        headed = [(n, value) for same in repeated for n, value in same if value is not None]
        following = _following(sorted(numbers + headed)) | found
        for same in repeated:
            found.update(self._of_pages(same, following, bare & following))
        return found | self._notes(found)

    def _of_pages(self, same: list[tuple[int, int | None]], following: set[int], bare: set[int]) -> Iterator[int]:
        """Of lines with the same words those that are heads of pages."""
        cutting = sum(self._cuts(n, bare) for n, _ in same)
        for n, number in same:
            if number is not None:
                if n in following and cutting >= _CUTTING_NUMBERED * len(same):
                    yield n
            elif {n - 1, n + 1} & bare or (len(same) >= _OFTEN and cutting >= _CUTTING * len(same)):
                yield n

    def _cuts(self, n: int, bare: set[int]) -> bool:
        """Whether a sentence runs on from before a line to behind it."""
        before, after = n - 1, n + 1
        while before in bare:
            before -= 1
        while after in bare:
            after += 1
        return before >= 0 and self._ends(before) not in _STOPS and self._begins_small(after)

    def _stands_apart(self, n: int) -> bool:
        """Whether a line before or behind is empty."""
        start, end = self.lines[n]
        before = self.text[self.lines[n - 1][1] if n else 0 : start]
        behind = self.text[end : self.lines[n + 1][0] if n + 1 < len(self.lines) else len(self.text)]
        return any(len(_BREAK.findall(between)) > 1 for between in (before, behind))

    def _ends(self, n: int) -> str:
        return self.text[self.lines[n][0] : self.lines[n][1]].rstrip()[-1:]

    def _begins_small(self, n: int) -> bool:
        return n < len(self.lines) and self.text[slice(*self.lines[n])].lstrip("\"“‘'([ \t").strip()[:1].islower()

    def _notes(self, pages: set[int]) -> set[int]:
        """The notes above the numbers and heads of pages, where the sentence before them runs on behind."""
        notes: set[int] = set()
        for last in pages:
            if last + 1 in pages or not self._begins_small(last + 1):
                continue
            first = last
            while first - 1 in pages:
                first -= 1
            top = max((n for n in range(first - _NOTES, first) if n in pages), default=first - _NOTES)
            for n in range(max(1, top + 1), first):
                if self._ends(n - 1) not in _STOPS and self._is_note(n):
                    notes.update(range(n, first))
                    break
        return notes

    def _is_note(self, n: int) -> bool:
        """Whether a note begins on a line: with a number or a sign that stands behind a word above it."""
        start, end = self.lines[n]
        note = _NOTE_LINE.match(self.text, start, end)
        if note is None:
            return False
        sign = re.compile(rf"(?<=[^\s\d])[\[(]?{re.escape(note[1])}(?![\w*])")
        return sign.search(self.text, max(0, start - _REACH), start) is not None


def _parted(line: str) -> tuple[str, str]:
    """The number that a line begins or ends with, and its other words."""
    first, _, behind = line.partition(" ")
    before, _, last = line.rpartition(" ")
    for one, words in ((first, behind.strip()), (last, before.strip())):
        number = _BESIDE.fullmatch(one) if words and not _IN_NUMBERS.isdisjoint(one) else None
        if number is not None:
            return number[1], words
    return "", line


def _may_be_head(words: str) -> bool:
    return not words[0].islower() and words[-1] not in _ENDS and bool(_letters(words))


def _letters(words: str) -> str:
    return _NO_LETTERS.sub("", words).casefold()


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[letter] for letter in number.lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
