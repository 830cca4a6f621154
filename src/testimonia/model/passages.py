"""What the page is made of: titles, claims, excerpts, citations, and what belongs to none of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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

    __slots__ = ()

    id: str
    span: Span
    segments: tuple[Span, ...]

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
        pieces = self.segments if len(self.segments) > 1 else (self.span,)
        base, start = 0, None
        for piece in pieces:
            if piece.start <= place.start < piece.end:
                start = base + place.start - piece.start
            if start is not None and piece.start < place.end <= piece.end:
                return Span(start, base + place.end - piece.start)
            base += len(piece) + 1
        return None

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
        for piece in self.segments:
            if offset < len(piece):
                return piece.start + offset
            if offset == len(piece):  # the line feed that joins two pieces stands nowhere on the page
                return piece.end
            offset -= len(piece) + 1
        raise IndexError(f"{self.id!r} has no such character.")


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
