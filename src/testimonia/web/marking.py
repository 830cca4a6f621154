"""Words of the page as HTML, with marks around some of them that may overlap in any way.

The text is shown code point by code point: taken out of the HTML again, without what is marked as apparatus, it is the
text of the page. Only what HTML cannot hold is shown by another sign of the same length.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape

from ..model import Span

__all__ = ["Insert", "Mark", "marked", "plain"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that words are shown as: an opening tag, and the name of the element that it opens.

    The lower ``rank`` stands outside. ``only`` is an attribute for the first piece alone, where the mark is cut up.
    """

    span: Span
    rank: int
    tag: str
    opening: Markup
    only: Markup = field(default_factory=Markup)


@dataclass(frozen=True, slots=True)
class Insert:
    """Apparatus that stands before the character at ``at``: no words of the page, and marked as none."""

    at: int
    html: Markup


def plain(words: str) -> Markup:
    """Words of the page, as HTML that gives back the same number of code points.

    >>> plain("a < b\\r\\n")
    Markup('a &lt; b&#13;\\n')
    """
    # a parser drops a NUL, and makes one line feed of a carriage return and a line feed
    return Markup(str(escape(words.replace("\0", "\ufffd"))).replace("\r", "&#13;"))


def marked(text: str, start: int, end: int, marks: Iterable[Mark], inserts: Iterable[Insert] = ()) -> Markup:
    """``text[start:end]`` with the marks and inserts that lie in it."""
    inside = sorted(
        (mark for mark in marks if mark.span.start < end and mark.span.end > start and len(mark.span)),
        key=lambda mark: (mark.rank, mark.span.start, -mark.span.end),
    )
    standing = sorted((insert for insert in inserts if start <= insert.at < end), key=lambda insert: insert.at)
    cuts = {start, end, *(insert.at for insert in standing)}
    for mark in inside:
        cuts |= {max(start, mark.span.start), min(end, mark.span.end)}
    places = sorted(cuts)
    out: list[str] = []
    opened: list[Mark] = []
    begun: set[int] = set()
    for place, then in pairwise(places):
        wanted = [mark for mark in inside if mark.span.start <= place < mark.span.end]
        here = [insert for insert in standing if insert.at == place]
        kept = 0 if here else _common(opened, wanted)
        _close(out, opened, kept)
        out += (str(insert.html) for insert in here)
        for mark in wanted[kept:]:
            opening = str(mark.opening)
            if mark.only and id(mark) not in begun:
                begun.add(id(mark))
                opening = f"{opening[:-1]} {mark.only}>"
            out.append(opening)
            opened.append(mark)
        out.append(str(plain(text[place:then])))
    _close(out, opened, 0)
    return Markup("".join(out))


def _common(opened: Sequence[Mark], wanted: Sequence[Mark]) -> int:
    """How many of the open marks stay open."""
    kept = 0
    while kept < len(opened) and kept < len(wanted) and opened[kept] is wanted[kept]:
        kept += 1
    return kept


def _close(out: list[str], opened: list[Mark], kept: int) -> None:
    while len(opened) > kept:
        out.append(f"</{opened.pop().tag}>")
