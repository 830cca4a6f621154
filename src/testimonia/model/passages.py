"""What the page is made of: titles, claims, excerpts, citations, and what belongs to none of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from .reasons import Reason
from .span import Span

__all__ = ["Claim", "Excerpt", "Passage", "PassageKind"]


class PassageKind(StrEnum):
    """What a piece of the page is."""

    TITLE = "title"
    CLAIM = "claim"
    EXCERPT = "excerpt"
    CITATION = "citation"
    SECTION = "section"  # a heading that is no claim: a part of the page, or an author over his excerpts
    REFERENCE = "reference"  # an entry in the page's own list of works, which citations refer to
    ASIDE = "aside"  # what the file's markup sets apart from the page: menus, side columns, comments
    STRAY = "stray"  # words that belong to no claim, excerpt or citation
    MARK = "mark"  # white space, and marks of the layout: ``> ``, ``## ``, ``[12]``, a rule


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of the page. The passages of a book, in order, cover its text once, with no gap.

    ``record`` is the id of the claim, excerpt or citation that the words belong to; a record may
    own several passages (the lines of a block quote, parted by their ``> `` marks). ``None`` for
    titles, sections, references, asides, stray text and marks.
    """

    kind: PassageKind
    span: Span
    record: str | None = None


class _Pieced:
    """Words that marks of the layout may stand between: from offsets of their text to places of the page."""

    __slots__ = ("_bases",)  # at which offset each piece begins: made when it is first asked for, no part of the record

    id: str
    span: Span
    segments: tuple[Span, ...]
    _bases: tuple[int, ...]

    def page_span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands on the page; it must not be empty.

        >>> excerpt = Excerpt("x1", Span(2, 12), "one\\ntwo", None, None, (Span(2, 5), Span(9, 12)))
        >>> excerpt.page_span(2, 5)
        Span(start=4, end=10)
        """
        if len(self.segments) < 2:
            return Span(self.span.start + start, self.span.start + end)
        return Span(self._place(start), self._place(end - 1) + 1)

    def text_span(self, place: Span) -> Span | None:
        """The other way: a place of the page as offsets of the text; ``None`` where it begins or ends outside."""
        if len(self.segments) < 2:
            whole = self.span
            if not (whole.start <= place.start < whole.end and whole.start < place.end <= whole.end):
                return None
            return Span(place.start - whole.start, place.end - whole.start)
        first = bisect_right(self.segments, place.start, key=_start_of) - 1
        last = bisect_left(self.segments, place.end, key=_start_of) - 1
        if first < 0 or last < first or self.segments[first].end <= place.start or self.segments[last].end < place.end:
            return None
        bases = self._begins()
        start, end = place.start - self.segments[first].start, place.end - self.segments[last].start
        return Span(bases[first] + start, bases[last] + end)

    def page_pieces(self, start: int, end: int) -> tuple[Span, ...]:
        """The same, cut where marks of the layout stand between."""
        whole = self.page_span(start, end)
        if len(self.segments) < 2:
            return (whole,)
        return tuple(
            Span(max(piece.start, whole.start), min(piece.end, whole.end))
            for piece in self.segments
            if piece.overlaps(whole)
        )

    def _place(self, offset: int) -> int:
        bases = self._begins()
        number = max(0, bisect_right(bases, offset) - 1)
        piece, offset = self.segments[number], offset - bases[number]
        if offset > len(piece):
            raise IndexError(f"{self.id!r} has no such character.")
        return piece.start + offset  # the line feed that joins two pieces stands nowhere: where the first ends

    def _begins(self) -> tuple[int, ...]:
        """The offset at which each piece begins."""
        try:
            return self._bases
        except AttributeError:
            bases = (0, *accumulate(len(piece) + 1 for piece in self.segments[:-1]))
            object.__setattr__(self, "_bases", bases)
            return bases


def _start_of(piece: Span) -> int:
    return piece.start


@dataclass(frozen=True, slots=True)
class Claim(_Pieced):
    """A thesis heading.

    ``span`` runs from the first to the last of its own words, marks such as ``##`` left out.
    ``level`` is the depth of the heading where the page has several, 1 the outermost. ``segments`` are its pieces where
    marks of the layout stand between its lines, as in `Excerpt`; empty where none do.
    """

    id: str
    span: Span
    text: str
    level: int = 1
    reasons: tuple[Reason, ...] = ()
    segments: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt(_Pieced):
    """A run of quoted text that one citation accounts for.

    ``span`` runs from its first to its last word. ``segments`` are the pieces within it that are
    the source's own words where marks of the layout stand between; ``text`` is those pieces joined
    by line feeds (and so ``span.cut(page)`` where there is one segment). ``claim`` and ``citation``
    are ids; ``None`` says that the page shows none.
    """

    id: str
    span: Span
    text: str
    claim: str | None
    citation: str | None
    segments: tuple[Span, ...] = ()
    reasons: tuple[Reason, ...] = ()
