"""The words of the page as HTML in which every place that is linked to has an anchor of its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from ...model import Passage, PassageKind, Sourcebook, Span
from ...model.tables import storable

__all__ = ["Anchors"]

_TAGS = {
    PassageKind.TITLE: ("p", "title"),
    PassageKind.CLAIM: ("h3", "claim"),
    PassageKind.EXCERPT: ("p", "excerpt"),
    PassageKind.CITATION: ("p", "citation"),
    PassageKind.SECTION: ("p", "section"),
    PassageKind.REFERENCE: ("p", "reference"),
    PassageKind.ASIDE: ("p", "aside"),
    PassageKind.STRAY: ("p", "stray"),
}


class Anchors:
    """Collects the places that are linked to, then shows the page with an anchor ``c<start>-<end>`` for each."""

    def __init__(self, book: Sourcebook) -> None:
        self.book = book
        self._spans: set[Span] = set()

    def to(self, start: int, end: int) -> str:
        """The address of words within the report; they are given an anchor."""
        span = Span(start, end)
        if len(span) and end <= len(self.book.text):
            self._spans.add(span)
            return f"#{_name(span)}"
        return "#page"

    def page(self) -> Markup:
        """All words of the page, passage by passage."""
        passages = [passage for passage in self.book.passages if passage.kind is not PassageKind.MARK]
        if not passages:  # nothing was laid out
            passages = [Passage(PassageKind.STRAY, Span(0, len(self.book.text)))] if self.book.text.strip() else []
        spans = sorted(self._spans, key=lambda span: (span.start, -span.end))
        starts = [span.start for span in spans]
        parts: list[Markup] = []
        taken: set[Span] = set()
        for passage in passages:
            first, last = bisect_left(starts, passage.span.start), bisect_right(starts, passage.span.end - 1)
            within = [span for span in spans[first:last] if span not in taken]
            taken.update(within)
            tag, kind = _TAGS[passage.kind]
            opening = Markup('<{} class="{}">').format(Markup(tag), kind)
            parts += (opening, self._words(passage.span, within), Markup("</{}>\n").format(Markup(tag)))
        # a place that begins between two passages is linked to all the same
        parts += (Markup('<a id="{}"></a>').format(_name(span)) for span in spans if span not in taken)
        return Markup("").join(parts)

    def _words(self, whole: Span, spans: Iterable[Span]) -> Markup:
        """The words of a passage; a place that reaches out of another, or of the passage, is marked until there."""
        out: list[str] = []
        ends: list[int] = []
        place = whole.start

        def until(offset: int) -> None:
            nonlocal place
            while ends and ends[-1] <= offset:
                out.append(self._cut(place, ends[-1]))
                place = ends.pop()
                out.append("</span>")
            out.append(self._cut(place, offset))
            place = offset

        for span in spans:
            until(span.start)
            ends.append(min(span.end, *ends[-1:], whole.end))
            out.append(f'<span class="to" id="{_name(span)}">')
        until(whole.end)
        return Markup("".join(out))

    def _cut(self, start: int, end: int) -> str:
        return str(escape(storable(self.book.text[start:end]).replace("\0", "\ufffd"))) if end > start else ""


def _name(span: Span) -> str:
    return f"c{span.start}-{span.end}"


def joined(parts: Sequence[Markup], between: str) -> Markup:
    """Pieces of HTML with words between them."""
    return Markup(escape(between)).join(parts)
