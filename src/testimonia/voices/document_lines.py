"""The lines of a document printed whole, by what they do in it: dateline, salutation, farewell, signature and the like.

Each line is looked at by itself; `document_sheets` puts them together. All offsets are those of the excerpt's text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import pairwise

from testimonia.words.dates import DateExpression, Precision, find_dates
from testimonia.words.speech import english_speech

from .document_words import WORDS_FILE

__all__ = [
    "Line",
    "LineKind",
    "SheetWords",
    "behind_dateline",
    "is_first_person",
    "lines_of",
    "sheet_words",
    "skip_marks",
]

_LONGEST_HEAD = 120  # characters of a line that heads a document and is no paragraph
_LONGEST_SIGNER = 30  # characters behind a farewell in its line
_SMALL = frozenset(
    "a at the of on in for to near by and this day de la le les du des den der dem am im zu zum à au aux et von van "
    "st nd rd th o no octobre novembre décembre janvier février mars avril mai juin juillet août septembre".split()
)
_NO_NOUN = frozenset(
    "he she it they we i you who which that this these those was were is are be been had has have did do does "
    "would will could can should might must not".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FIRST = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|MY|WE|[Jj]e|[Jj][’'](?=\w)|[Nn]ous|[Mm]on|[Mm]es|[Ii]ch|[Ww]ir|[Mm]ein\w*|[Yy]ou|[Yy]our|YOU|YOUR|[Tt]u|[Vv]ous)\b(?!\.)"
)
_NUMBER = re.compile(r"\s(?:No|Nr|N[°º])\.?\s?\d+$", re.I)  # "CIRCULAR No. 7"
_MARKED = re.compile(r"[*_#\s>|]*")
_DAY = r"\d{1,2}(?:st|nd|rd|th|er)?\.?"
_RUNNING_DATELINE = re.compile(  # before a salutation in the same line: "Hull, 4 May 1911. Dear Ash, …"
    r"[\"“„]?(?:[A-ZÀ-ÞА-ЯЁІЇЄ][\w’'-]+,?\s){0,4}(?:the\s)?"
    rf"(?:{_DAY}\s(?:of\s|de\s)?[^\W\d_]{{3,10}}\.?|[A-ZÀ-Þ][a-z]{{2,8}}\.?\s{_DAY})(?:,?\s\d{{4}})?[.,:;]\s(?:[-–—]+\s)?"
)


class LineKind(Enum):
    """What a line does."""

    FIELD = auto()  # "From: …"
    TITLE = auto()  # "MEMORANDUM"
    MARK = auto()  # "Confidential"
    DATELINE = auto()  # "Hull, 4 May 1911"
    ADDRESS = auto()  # "To the Harbour Board"
    SALUTATION = auto()
    TO_MANY = auto()  # "Comrades!"
    RUN_IN = auto()  # "Dear Ash, I have …"
    PLATE = auto()  # names and no sentence: of a house, a street, a heading
    FAREWELL = auto()
    SIGNED = auto()  # "(Signed) A. ASH"
    ATTESTED = auto()  # "Read over to the deponent …"
    POSTSCRIPT = auto()
    MARGINAL = auto()  # "[In pencil:] …"
    NOTE = auto()  # in brackets from end to end
    PLAIN = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """``text[start:end]``, without white space around; ``value`` is where that begins which a field says."""

    start: int
    end: int
    kind: LineKind
    value: int = 0
    name: str = ""  # of a field: from, to, date, more; of a title: the type of document


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words and patterns of the ``sheet`` tables."""

    field: re.Pattern[str]
    names: Mapping[str, str]  # of fields
    titles: Mapping[str, str]  # and the type of each
    issued: frozenset[str]
    marks: frozenset[str]
    gatherings: frozenset[str]
    lines: Mapping[str, re.Pattern[str]]


def _list(words: str) -> list[str]:
    return [" ".join(entry.split()).lower() for entry in words.split(";") if entry.strip()]


def _apart(exprs: Iterable[str]) -> list[str]:
    """Patterns with the names of their groups numbered, so that they can stand in one."""
    return [expr.replace("(?P<who>", f"(?P<who{n}>") for n, expr in enumerate(exprs)]


@cache
def sheet_words() -> SheetWords:
    """The tables, read once."""
    table = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    sheet = table["sheet"]
    names = {name: kind for kind, words in sheet["fields"].items() for name in _list(words)}
    longest = sorted(names, key=len, reverse=True)
    field = rf"(?:[\d.:/ –-]{{4,24}}\s)?(?P<name>{'|'.join(map(re.escape, longest))})\s?:\s*"
    return SheetWords(
        re.compile(field, re.I),
        names,
        {title: kind for kind, words in sheet["titles"].items() for title in _list(words)},
        frozenset(_list(sheet["issued"]["by"])),
        frozenset(_list(sheet["marks"]["words"])),
        frozenset(_list(table["gatherings"]["en"])),
        {name: re.compile("|".join(f"(?:{e})" for e in _apart(exprs))) for name, exprs in sheet["lines"].items()},
    )


def is_first_person(text: str, start: int, end: int) -> bool:
    """Whether somebody speaks of himself, or to somebody, between two offsets."""
    return _FIRST.search(text, start, end) is not None


def skip_marks(text: str, at: int) -> int:
    """Where words begin behind the white space, colons and dashes at a place."""
    while at < len(text) and text[at] in " \t\n:-–—":
        at += 1
    return at


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where a place and day end that stand before a salutation in the same line; ``start`` where none do."""
    dated = _RUNNING_DATELINE.match(text, start, end)
    return dated.end() if dated is not None else start


def lines_of(text: str, run_in: re.Pattern[str], closes: re.Pattern[str]) -> list[Line]:
    """The lines of a text that are not empty; ``run_in`` begins a letter, ``closes`` ends one."""
    bounds = [-1, *(found.start() for found in re.finditer(r"\n", text)), len(text)]
    lines = []
    for before, after in pairwise(bounds):
        start, end = before + 1, after
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            lines.append(_line(text, start, end, run_in, closes))
    return lines


def _line(text: str, start: int, end: int, run_in: re.Pattern[str], closes: re.Pattern[str]) -> Line:
    words = sheet_words()
    patterns = words.lines
    if text[start] in "[(":
        marginal = patterns["marginal"].match(text, start, end)
        if marginal is not None and marginal.end() < end:
            return Line(start, end, LineKind.MARGINAL, marginal.end())
        if patterns["signed"].match(text, start, end) is not None:
            return Line(start, end, LineKind.SIGNED)
        closing = "]" if text[start] == "[" else ")"
        if text[end - 1] == closing and text.find(closing, start, end) == end - 1:
            return Line(start, end, LineKind.NOTE)
    first = _MARKED.match(text, start, end)
    at = first.end() if first is not None else start
    field = words.field.match(text, at, end)
    if field is not None:
        return Line(start, end, LineKind.FIELD, field.end(), words.names[field["name"].lower()])
    if patterns["postscripts"].match(text, at, end):
        return Line(start, end, LineKind.POSTSCRIPT)
    if patterns["attested"].match(text, at, end):
        return Line(start, end, LineKind.ATTESTED)
    if end - start > _LONGEST_HEAD:
        opens = run_in.match(text, at, end) or run_in.match(text, behind_dateline(text, at, end), end)
        return Line(start, end, LineKind.RUN_IN if opens else LineKind.PLAIN)
    return _short_line(text, start, end, at, run_in, closes)


def _short_line(text: str, start: int, end: int, at: int, run_in: re.Pattern[str], closes: re.Pattern[str]) -> Line:
    words = sheet_words()
    patterns = words.lines
    if at >= end:
        return Line(start, end, LineKind.PLAIN)
    if patterns["signed"].match(text, at, end):
        return Line(start, end, LineKind.SIGNED)
    if patterns["salutations"].fullmatch(text, at, end):
        return Line(start, end, LineKind.SALUTATION)
    if patterns["to_many"].fullmatch(text, at, end):
        return Line(start, end, LineKind.TO_MANY)
    if run_in.match(text, at, end):
        return Line(start, end, LineKind.RUN_IN)
    if _closes(text[at:end], closes):
        return Line(start, end, LineKind.FAREWELL)
    plain = _NUMBER.sub("", text[at:end].strip("*_ .,:;")).lower()
    if plain in words.titles:
        return Line(start, end, LineKind.TITLE, at, words.titles[plain])
    if plain in words.marks:
        return Line(start, end, LineKind.MARK)
    if patterns["addresses"].match(text, at, end) and _is_nominal(text, at, end):
        return Line(start, end, LineKind.ADDRESS)
    if text[end - 1] not in ":?!;" and (text[at].isupper() or text[at].isdecimal()):
        dates = find_dates(text, start=at, end=end) if any(c.isdecimal() for c in text[at:end]) else []
        if _is_plate(text, at, end, dates) and _is_nominal(text, at, end):
            dated = any(date.precision is not Precision.YEAR for date in dates)
            if dated or text[end - 1] != ".":
                return Line(start, end, LineKind.DATELINE if dated else LineKind.PLATE)
    return Line(start, end, LineKind.PLAIN)


def _closes(line: str, closes: re.Pattern[str]) -> bool:
    """Whether a line is a farewell: one begins it or ends it; in the middle of a sentence it is none."""
    found = closes.search(line)
    return found is not None and (found.start() == 0 or len(line) - found.end() <= _LONGEST_SIGNER)


def _is_nominal(text: str, start: int, end: int) -> bool:
    """Whether a line has no word that only sentences have."""
    speech = english_speech()
    first = re.search(r"[.]\s", text[start:end])
    low = {w.lower() for w in _WORD.findall(text[start : start + first.start() if first else end])}
    return not low & (_NO_NOUN | speech.saying | speech.writing)


def _is_plate(text: str, start: int, end: int, dates: list[DateExpression]) -> bool:
    """Whether but for dates and small words all is names."""
    spans = [(date.span.start, date.span.end) for date in dates]
    low = (
        word for word in _WORD.finditer(text, start, end) if word.group()[0].islower() and word.group() not in _SMALL
    )
    return all(any(a <= word.start() < b for a, b in spans) for word in low)
