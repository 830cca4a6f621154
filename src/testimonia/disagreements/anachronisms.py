"""A paper that has read what was said only later: a letter of the 6th has a deposition that is dated the 22nd.

A paper that is dated speaks of having read, heard or received what somebody testified; and all of what he testified on
the page is dated later, and not by years. One of the two dates is wrong, or there was more than the page has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..model import Cause, Document, DocumentType, Mention, Sourcebook, Span
from ..words.edtf import bounds_of
from .differences import Difference, Words, dates_apart
from .sayings import Saying, Sayings

__all__ = ["differing_order_of_papers"]

_TESTIMONY = frozenset((DocumentType.INTERROGATION, DocumentType.DEPOSITION))
_READ = re.compile(
    r"\b(?:read|received|seen|saw|heard|have\s+before\s+me|enclose|forward|studied|returned)\b[^.;:?!]{0,40}?"
    r"\b(?:testimon(?:y|ies)|confessions?|depositions?|evidence|statements?|protocols?|records?|minutes|interrogations?)\b"
    r"[^.;:?!]{0,30}?\b(?:of|by|from)\b",
    re.IGNORECASE,
)
_REACH = 60  # code points to who testified
_WITHIN = 10_000  # a year, in numbers like 19360723
_RULE = "a paper of one day has read what was testified on a later one"


def differing_order_of_papers(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """Papers that have read what is dated later, with the date of each."""
    testimony: defaultdict[str, list[Document]] = defaultdict(list)
    dated = {document.id: document for document in book.documents if _bounds(document) is not None}
    for document in dated.values():
        if document.author and document.type in _TESTIMONY:
            testimony[document.author].append(document)
    if not testimony:
        return
    for voice in book.voices:
        paper = dated.get(voice.document or "")
        if paper is None or not paper.date_words:
            continue
        for found in _READ.finditer(book.text, voice.span.start, voice.span.end):
            end = min(voice.span.end, found.end() + _REACH)
            for mention in _mentions(book, found.end(), end):
                own = testimony.get(mention.person, []) if mention.person != paper.author else []
                later = [document for document in own if _is_later(document, paper)]
                if not later or len(later) < len(own):
                    continue
                first = min(later, key=lambda document: _bounds(document) or (0, 0))
                one, other = (_words(book, sayings, document.date_words) for document in (paper, first))
                if one is not None and other is not None:
                    yield dates_apart(
                        sayings, one, other, "when it was testified", _RULE, base=0.6, per=100, cause=Cause.CONFLICT
                    )


def _bounds(document: Document) -> tuple[int, int] | None:
    return bounds_of(document.date) if document.date else None


def _is_later(document: Document, paper: Document) -> bool:
    one, other = _bounds(document), _bounds(paper)
    return one is not None and other is not None and 0 < one[0] - other[1] < _WITHIN


def _mentions(book: Sourcebook, start: int, end: int) -> Iterator[Mention]:
    for mention in book.mentions:
        if start <= mention.span.start < end:
            yield mention


def _words(book: Sourcebook, sayings: Sayings, dates: tuple[Span, ...]) -> Words | None:
    """The first place where a paper is dated, in its excerpt."""
    for date in dates:
        for excerpt in book.excerpts:
            if not excerpt.span.contains(date):
                continue
            saying: Saying | None = sayings.at(excerpt.id, date.start)
            place = excerpt.text_span(date)
            if saying is not None and place is not None:
                return Words(saying, place.start, place.end)
    return None
