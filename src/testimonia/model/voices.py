"""Whose words these are, and through whose hands they came.

The voices of an excerpt partition its words; each has a speaker, a mode and a chain. A `Document` is something
written or said that the page quotes from by name: an interrogation record, a letter, a speech.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .reasons import Reason
from .span import Span

__all__ = ["Document", "DocumentType", "Hand", "HandRole", "Mode", "Voice"]


class Mode(StrEnum):
    """In which way words come to stand on the page."""

    NARRATION = "narration"  # the cited author's own words
    TURN = "turn"  # a transcript line
    QUOTE = "quote"  # words in quotation marks, or an embedded document's own words
    EDITORIAL = "editorial"  # the compiler's own comment


class DocumentType(StrEnum):
    """What kind of document words come from, as the page names it."""

    INTERROGATION = "interrogation"
    SPEECH = "speech"
    LETTER = "letter"
    DIARY = "diary"
    DEPOSITION = "deposition"
    NEWSPAPER = "newspaper"
    DECREE = "decree"
    REPORT = "report"
    BOOK = "book"
    INTERVIEW = "interview"
    OTHER = "other"


class HandRole(StrEnum):
    """What somebody did to words on their way to the page."""

    COMPILER = "compiler"
    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    SOURCE = "source"  # a second source that is named inside the excerpt
    DOCUMENT = "document"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Hand:
    """One link of a chain: who had the words, in which role, and the words of the page that vouch for it.

    ``who`` is a speaker's id as in `Voice`, ``editor:<work id>`` or ``translator:<work id>`` for a second hand of the
    cited work, the id of a document, or ``source`` where a second source has no author; ``name`` as printed, empty
    for the compiler. ``reasons`` without a span say what the whole page or the cited work's record shows.
    """

    role: HandRole
    who: str
    name: str = ""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document that the page quotes from.

    ``date`` is EDTF as far as the page states it and ``date_words`` where it does; ``author`` is a speaker's id as in
    `Voice`. ``places`` are the words that name the document, one for each meeting, ``excerpts`` the ids of those in
    which its words stand; ``reasons`` say why several meetings are one document.
    """

    id: str
    type: DocumentType
    date: str | None = None
    author: str | None = None
    author_name: str | None = None
    date_words: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    excerpts: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of an excerpt that is one speaker's.

    The voices of an excerpt, in order, cover every character of it that is not white space or a mark of the layout,
    once. ``span`` runs from the first to the last character; ``segments`` are its pieces where marks of the layout
    stand between, as in `Excerpt`. ``speaker`` is a person's id, ``author:<work id>``, ``compiler``, ``org:<name>``,
    ``group:<who>`` or ``anon:<who>``; ``speaker_name`` as printed, an author's family name, empty for the compiler and
    where the page names nobody. ``chain`` leads from the page to the speaker, outermost first. ``confidence`` (0 to 1)
    is how sure the speaker is.
    """

    id: str
    excerpt: str
    span: Span
    speaker: str
    speaker_name: str
    mode: Mode
    document: str | None = None
    chain: tuple[Hand, ...] = ()
    segments: tuple[Span, ...] = ()
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()

    @property
    def depth(self) -> int:
        """Through how many mouths the words came to the compiler: 1 for a witness who wrote the cited book himself."""
        return sum(hand.role in _SPEAKING for hand in self.chain)


_SPEAKING = frozenset({HandRole.AUTHOR, HandRole.SOURCE, HandRole.SPEAKER})
