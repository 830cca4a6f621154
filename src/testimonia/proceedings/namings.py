"""Where the page names proceedings, as its words tell: "the second Skarra trial", "the May 1912 inquiry"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from testimonia.model import Dating, ProceedingKind, Sourcebook, Span
from testimonia.words.kinds import is_people
from testimonia.words.record_texts import RecordText

from .lexicon import lexicon

__all__ = ["Dates", "Naming", "is_to_the_month", "plain_label"]

_MONTH = re.compile(r"[\[{]?\d{4}-[01]\d")


@dataclass(slots=True)
class Naming:
    """One place where proceedings are named: offsets into the record's text.

    ``keys`` tell which: "label:harbour", "person:<id>", "ordinal:second skarra", "number:16". ``defendants`` are those
    whom the words themselves say to be tried.
    """

    record: RecordText
    start: int
    end: int
    kind: ProceedingKind
    keys: set[str] = field(default_factory=set)
    date: Dating | None = None
    place: tuple[int, int] | None = None
    defendants: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)  # the same, and those whom a "they" may mean
    alone: bool = False  # told by a verb ("were brought to trial"), not by a noun
    proceeding: str = ""

    @property
    def text(self) -> str:
        """The words."""
        return self.record.text[self.start : self.end]


class Dates:
    """The dates of the page, found by place."""

    def __init__(self, book: Sourcebook) -> None:
        self.datings = sorted(book.datings, key=lambda dating: dating.span.start)
        self._starts = [dating.span.start for dating in self.datings]

    def within(self, span: Span) -> list[Dating]:
        """Those that begin in a stretch of the page."""
        return self.datings[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def is_to_the_month(dating: Dating) -> bool:
    """Whether a date tells the month at least."""
    return _MONTH.match(dating.edtf) is not None


def plain_label(label: str) -> str:
    """A proper noun as names are compared by it: without general words, in the singular."""
    words = [w for w in re.split(r"[\s-]+", label) if w and w not in lexicon().generic]
    if words and len(words[-1]) > 4 and words[-1].endswith("s") and words[-1][-2] != "s" and is_people(words[-1]):
        words[-1] = words[-1][:-1]
    return " ".join(words)
