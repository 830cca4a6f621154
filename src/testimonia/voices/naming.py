"""The record of a place where a document is named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from testimonia.model import DocumentType, Reason, Span

__all__ = ["Naming", "NamingPlace"]


class NamingPlace(StrEnum):
    """Where the words that name a document stand."""

    HEADER = "header"  # a line or bracket before the words
    CLOSING = "closing"  # a bracket or line after them
    INTRODUCTION = "introduction"  # running words before a colon or quotation
    SOURCE = "source"  # a second source named inside the excerpt
    TITLE = "title"  # the cited work's own title
    FORM = "form"  # the words themselves: a salutation, an oath


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a document is named.

    ``excerpt`` is the id of the excerpt whose words it concerns; where that one only goes on with what an earlier one
    began, ``span`` lies in the earlier one. ``span`` are the words that name the document, ``covers`` those that are
    taken from it, as far as this place tells; both in offsets of the page. ``date`` is EDTF as far as it is stated;
    where the year is not, a reason says what it was taken from. ``author`` and ``addressee`` are speakers' ids as in
    `Voice`, ``author_name`` as printed; ``None`` where these words do not say.
    """

    excerpt: str
    span: Span
    type: DocumentType
    where: NamingPlace
    covers: Span
    date: str | None = None
    date_span: Span | None = None
    author: str | None = None
    author_name: str | None = None
    addressee: str | None = None
    reasons: tuple[Reason, ...] = ()
