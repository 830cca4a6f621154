"""What quotation marks enclose: spans, nested, re-opened at a paragraph, left open.

Knows the marks of European and East Asian printing, straight and typographic, and reads the role of a
mark from its neighbours first and from its shape second, because one shape opens in one language
and closes in another (``“`` in English and German, ``”`` in English and Swedish, ``»`` in French and
Danish). What a mark may do is learnt from the text (`quote_style`). An apostrophe is told from a single
mark by its neighbours and by whether a mark follows that could close it.

Conventions: each paragraph of a long quotation may begin with an opening mark again, and only the last
closes; a quotation may also run over paragraphs with no mark at their beginnings, but not into the next turn of a
transcript. Paragraphs are parted by line feeds. Blind spots: a line of dialogue whose closing mark is lost
cannot be told from a long quotation where the next line opens again; the plural possessive (``the workers'
rights``) inside single marks is guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from testimonia.model import Span

from .quote_marks import (
    APOSTROPHES,
    MARKS_TOGETHER,
    OPENS,
    PARTNERS,
    Mark,
    QuoteStyle,
    marks_of,
    quote_style,
    style_within,
)

__all__ = [
    "LooseMark",
    "Quotation",
    "QuoteFault",
    "QuoteReading",
    "QuoteStyle",
    "quote_style",
    "read_quotations",
    "style_within",
]

_PAUSES = frozenset(".,;!?…")  # a single mark after one of these is no apostrophe
_ELISION = re.compile(
    r"\d0s\b|\d\d\b|(?:tis|twas|twere|twill|em|til|till|cause|cos|bout|round|ere|n|un|s|t)\b", re.IGNORECASE
)
_FEED = re.compile("\n")
_TURN = re.compile(r"^[^\W\d_a-z][A-ZÀ-ÖØ-ÞΑ-ΩА-Я.'’ \-]{2,30}(?:[(\[][^()\[\]\n]{1,60}[)\]])? ?:", re.MULTILINE)
_LONGEST_INQUIT = 90  # code points between two parts of a speech, for "he said, with a look at the clock"
_MARKS_AHEAD = 120  # how many marks are looked at for a partner, so that one endless line is read in linear time
_PARAGRAPHS_AHEAD = 12  # how far a quotation may run on, with others inside it, before its closing mark


class QuoteFault(StrEnum):
    """What is wrong with a mark."""

    NOT_CLOSED = "not closed"
    NOT_OPENED = "not opened"
    OTHER_SHAPE = "closed by a mark of another shape"
    WRONG_WAY = "turned the wrong way"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What one pair of marks encloses.

    ``span`` includes the marks, ``inner`` leaves them out; ``depth`` is 0 for the outermost.
    ``reopened`` are the marks at the beginning of later paragraphs. ``closing`` is ``None`` where no mark closes the
    quotation; it then ends where the next one begins, or with its paragraph, or with the text.
    """

    span: Span
    inner: Span
    depth: int
    opening: str
    closing: str | None
    reopened: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class LooseMark:
    """A mark that has no proper partner. ``within`` is as much of the text as the fault concerns."""

    span: Span
    fault: QuoteFault
    within: Span


@dataclass(frozen=True, slots=True)
class QuoteReading:
    """The quotations of a text in the order of their opening marks, and the marks that do not pair."""

    quotations: tuple[Quotation, ...]
    loose: tuple[LooseMark, ...]


@dataclass(slots=True, eq=False)
class _Open:
    mark: Mark
    paragraph: int  # the last paragraph that it is known to run in
    reopened: list[Span]
    depth: int  # its place on the stack
    outer: _Open | None  # the nearest double mark that is open around it


def read_quotations(text: str, start: int = 0, end: int | None = None, style: QuoteStyle | None = None) -> QuoteReading:
    """Read what the marks between ``start`` and ``end`` enclose.

    ``style`` is that of the whole page; ``None`` learns it from this stretch, which is enough where it holds
    several quotations.

    >>> reading = read_quotations("He said: “I heard ‘Land!’ at five.” Nobody else did.")
    >>> [q.inner.cut("He said: “I heard ‘Land!’ at five.” Nobody else did.") for q in reading.quotations]
    ['I heard ‘Land!’ at five.', 'Land!']
    """
    end = len(text) if end is None else end
    marks = list(marks_of(text, start, end))
    if not marks:
        return QuoteReading((), ())
    return _Reader(text, end, marks, style or quote_style(text[start:end])).read()


def _paragraph(mark: Mark) -> int:
    return mark.paragraph


class _Ahead:
    """What follows each mark, so that no question about it looks at the same marks again and again."""

    def __init__(self, marks: Sequence[Mark], style: QuoteStyle) -> None:
        self.marks, self.openers = marks, style.openers
        self.singles = [
            n for n, mark in enumerate(marks) if not mark.is_double and mark.role != "open" and mark.shape not in "‹‚"
        ]
        depths, depth = [], 0
        for mark in marks:
            if mark.is_double and not (mark.leads and self._opens(mark)):  # one that leads may open again
                depth += 1 if self._opens(mark) else -1
            depths.append(depth)
        self.drops = [len(marks)] * len(marks)  # the next mark after which one quotation less is open
        waiting: list[int] = []
        for n, depth in enumerate(depths):
            while waiting and depths[waiting[-1]] > depth:
                self.drops[waiting.pop()] = n
            waiting.append(n)

    def _opens(self, mark: Mark) -> bool:
        return mark.role == "open" and mark.shape in self.openers

    def closes_single(self, index: int) -> bool:
        """Whether a single mark that could close this one follows, before what is open around it ends."""
        opening = self.marks[index]
        at = bisect_right(self.singles, index)
        closer = self.singles[at] if at < len(self.singles) else len(self.marks)
        later = bisect_right(self.marks, opening.paragraph, index, key=_paragraph)
        if min(closer, later) >= min(index + _MARKS_AHEAD, len(self.marks)):
            return False
        mark = self.marks[later] if later <= closer else None
        return mark is None or (mark.leads and mark.shape == opening.shape and mark.role == "open")

    def closes_both(self, index: int) -> bool:
        """Whether the double mark at ``index`` and the one open around it are both closed further on."""
        first, depth, at = self.marks[index], 2, index
        if not self._opens(first):
            return True
        for mark in self.marks[index + 1 : index + MARKS_TOGETHER]:
            if not mark.leads or mark.paragraph > first.paragraph:
                break
            at += 1
            if mark.is_double:
                depth += 1 if self._opens(mark) else -1
            if not depth:
                return True
        while depth and at < len(self.marks):
            at = self.drops[at]
            depth -= 1
        if at >= min(index + _MARKS_AHEAD, len(self.marks)):
            return False
        return self.marks[at].paragraph <= first.paragraph + _PARAGRAPHS_AHEAD


class _Reader:
    """One walk through the marks with a stack of what is open."""

    def __init__(self, text: str, end: int, marks: Sequence[Mark], style: QuoteStyle) -> None:
        self.text, self.end, self.marks, self.style = text, end, marks, style
        self.stack: list[_Open] = []
        self.quotations: list[Quotation] = []
        self.loose: list[LooseMark] = []
        self.turns = [found.start() for found in _TURN.finditer(text, marks[0].end, end)]
        self.in_turn: _Open | None = None  # the outermost on the stack that a new turn ends

    @cached_property
    def ahead(self) -> _Ahead:
        """What follows each mark; few texts ask."""
        return _Ahead(self.marks, self.style)

    @cached_property
    def feeds(self) -> list[int]:
        """Where paragraphs end."""
        return [found.start() for found in _FEED.finditer(self.text, self.marks[0].start, self.end)]

    def read(self) -> QuoteReading:
        turn = 0
        for index, mark in enumerate(self.marks):
            while turn < len(self.turns) and self.turns[turn] < mark.start:
                self._end_before_turn(self.turns[turn])
                turn += 1
            if mark.is_double:
                self._double(index, mark)
            else:
                self._single(index, mark)
        for later in self.turns[turn:]:
            self._end_before_turn(later)
        while self.stack:
            self._give_up(self.stack[-1], None)
        return QuoteReading(
            tuple(sorted(self.quotations, key=lambda q: (q.span.start, -q.span.end))),
            tuple(sorted(self.loose, key=lambda m: m.span)),
        )

    def _end_before_turn(self, turn: int) -> None:
        """A quotation inside one turn of a transcript ends with it, unless the whole transcript is quoted."""
        if self.in_turn is not None:
            self._give_up(self.in_turn, None)

    def _open(self, mark: Mark) -> None:
        opened = _Open(mark, mark.paragraph, [], len(self.stack), self._outer())
        self.stack.append(opened)
        if self.in_turn is None and self.text[mark.end : mark.end + 1] not in ("", "\n"):
            quotes_turn = mark.is_double and mark.leads and _TURN.match(self.text, mark.end)
            self.in_turn = None if quotes_turn else opened

    def _outer(self) -> _Open | None:
        """The nearest double mark that is open."""
        if not self.stack or self.stack[-1].mark.is_double:
            return self.stack[-1] if self.stack else None
        return self.stack[-1].outer

    def _cut_stack(self, depth: int) -> None:
        del self.stack[depth:]
        if self.in_turn is not None and self.in_turn.depth >= depth:
            self.in_turn = None

    def _double(self, index: int, mark: Mark) -> None:
        outer = self._outer()
        role = self._settle(mark, outer)
        if role == "wrong":
            self._report(mark, QuoteFault.WRONG_WAY)
        elif role == "open":
            if outer is not None:
                again = mark.leads and mark.paragraph > outer.paragraph and self._same_kind(outer.mark, mark)
                if again and not self._begins_dialogue(index):
                    self._drop_singles(outer)
                    outer.paragraph = mark.paragraph
                    outer.reopened.append(Span(mark.start, mark.end))
                    return
                if again or not self.ahead.closes_both(index):
                    self._give_up(outer, mark)
            self._open(mark)
        elif outer is None:
            if not (mark.before.isdecimal() and mark.shape == '"'):  # an inch
                self._report(mark, QuoteFault.NOT_OPENED)
        else:
            self._close(outer, mark)

    def _settle(self, mark: Mark, outer: _Open | None) -> str:
        """The part a double mark plays, from its neighbours, its shape, and what is open."""
        shape, role = mark.shape, mark.role
        if outer is not None and role != "open" and shape in PARTNERS.get(outer.mark.shape, ()):
            return "close"
        if role == "either":
            if shape in self.style.openers and shape in self.style.closers:
                return "open" if outer is None else "close"
            return "open" if shape in self.style.openers else "close"
        if role == "open" and shape not in self.style.openers:
            return "wrong"
        if role == "close" and shape not in self.style.closers and outer is None:
            return "wrong"
        return role

    @staticmethod
    def _same_kind(one: Mark, other: Mark) -> bool:
        return one.shape == other.shape or {one.shape, other.shape} <= {'"', "“"}

    def _begins_dialogue(self, index: int) -> bool:
        """Whether this paragraph is a line of dialogue, ``“So,” he said, “you knew?”``, and continues nothing."""
        first, closing = self.marks[index], None
        for mark in self.marks[index + 1 : index + _MARKS_AHEAD]:
            if mark.paragraph > first.paragraph:
                return False
            if not mark.is_double:
                continue
            if closing is None:
                if mark.role != "close" or mark.before != ",":
                    return False
                closing = mark
            else:
                return mark.role == "open" and mark.start - closing.end < _LONGEST_INQUIT
        return False

    def _single(self, index: int, mark: Mark) -> None:
        top = self.stack[-1] if self.stack and not self.stack[-1].mark.is_double else None
        if top is not None and mark.paragraph > top.paragraph and mark.leads and mark.shape == top.mark.shape:
            top.paragraph = mark.paragraph
            top.reopened.append(Span(mark.start, mark.end))
            return
        opens = mark.role == "open" or (mark.role == "either" and mark.shape in OPENS)
        if opens and mark.shape in self.style.openers:
            if mark.shape in APOSTROPHES and _ELISION.match(self.text, mark.end):
                return
            if self.ahead.closes_single(index):
                self._open(mark)
            elif mark.shape in "‘‚‹":
                self._report(mark, QuoteFault.NOT_CLOSED)
            return
        if mark.role == "open":
            return
        if top is not None and not self._is_possessive(index, mark):
            self._close(top, mark)
        elif top is None and mark.before in _PAUSES and mark.before and mark.role == "close":
            self._report(mark, QuoteFault.NOT_OPENED)

    def _is_possessive(self, index: int, mark: Mark) -> bool:
        """Whether ``s'`` before a word is a genitive, because a surer closing mark follows in the paragraph."""
        if mark.before not in "sxzSXZ" or not mark.after.isspace() or mark.shape not in APOSTROPHES:
            return False
        for later in self.marks[index + 1 : index + _MARKS_AHEAD]:
            if later.paragraph > mark.paragraph or (not later.is_double and later.role == "open"):
                return False
            if not later.is_double and later.role == "close":
                return True
        return False

    def _close(self, opened: _Open, mark: Mark) -> None:
        if opened.mark.is_double:
            self._drop_singles(opened)
        self._cut_stack(opened.depth)
        inner = Span(opened.mark.end, max(mark.start, opened.mark.end))
        span = Span(opened.mark.start, mark.end)
        self.quotations.append(
            Quotation(span, inner, opened.depth, opened.mark.shape, mark.shape, tuple(opened.reopened))
        )
        partners = PARTNERS.get(opened.mark.shape, frozenset())
        if mark.shape not in partners and mark.is_double:
            self.loose.append(LooseMark(Span(mark.start, mark.end), QuoteFault.OTHER_SHAPE, span))

    def _give_up(self, opened: _Open, by: Mark | None) -> None:
        """Take the open quotation, and what is open inside it, for one that nothing closes."""
        last = opened.reopened[-1].start if opened.reopened else opened.mark.end
        feed = bisect_left(self.feeds, last)
        end = self.feeds[feed] if feed < len(self.feeds) else self.end
        if by is not None and by.start < end:
            end = by.start
        end = max(end, opened.mark.end)
        for lost in self.stack[opened.depth :]:
            if not lost.mark.is_double:
                continue
            span = Span(lost.mark.start, max(end, lost.mark.end))
            inner = Span(lost.mark.end, span.end)
            self.quotations.append(Quotation(span, inner, lost.depth, lost.mark.shape, None, tuple(lost.reopened)))
            self.loose.append(LooseMark(Span(lost.mark.start, lost.mark.end), QuoteFault.NOT_CLOSED, span))
        self._cut_stack(opened.depth)

    def _drop_singles(self, outer: _Open) -> None:
        """A single mark still open where the double one around it ends was an apostrophe or is not closed."""
        self._cut_stack(outer.depth + 1)

    def _report(self, mark: Mark, fault: QuoteFault) -> None:
        start = max(0, mark.start - 60)
        start = max(self.text.rfind("\n", start, mark.start) + 1, start)
        span = Span(mark.start, mark.end)
        self.loose.append(LooseMark(span, fault, Span(min(start, mark.start), mark.end)))
