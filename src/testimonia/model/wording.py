"""Chains, documents and speakers put into words for a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .sourcebook import Sourcebook
from .voices import Document, DocumentType, Hand, HandRole, Voice

__all__ = ["ARROW", "chain_words", "document_words", "hand_words", "speaker_words", "voice_words"]

ARROW = " → "

_CITED = ("author", "editor", "translator")  # before the id of the work
_SEVERAL = re.compile(r"\s(?:&|and|und|et|y|и|і|та)\s|;")


def chain_words(chain: Iterable[Hand], book: Sourcebook) -> str:
    """The hands of a chain in one line, outermost first: ``compiler → Marlow (author) → letter of 1931 → Quist``."""
    hands = tuple(chain)
    return ARROW.join(hand_words(hand, book, hands[n + 1 : n + 2]) for n, hand in enumerate(hands))


def hand_words(hand: Hand, book: Sourcebook, then: tuple[Hand, ...] = ()) -> str:
    """One hand; ``then`` is the next, so that the author of a document who speaks in it is not named twice."""
    if hand.role is HandRole.COMPILER:
        return "compiler"
    if hand.role is HandRole.DOCUMENT:
        document = _known(book, hand.who)
        if document is None:
            return hand.name or "document"
        named = bool(then) and then[0].role is HandRole.SPEAKER and then[0].who == document.author
        return document_words(document, name=hand.name, with_author=not named)
    name = speaker_words(hand.who, hand.name, book)
    if hand.role is HandRole.SPEAKER:
        return name
    return f"{name} ({hand.role.value}{'s' if _SEVERAL.search(name) else ''})"


def document_words(document: Document, *, name: str = "", with_author: bool = True) -> str:
    """A document by type, date and author, ``letter of 1931-07-29 (Dorval)``; ``name`` is what the page calls it.

    The name is said only where the type is not known. The author of an interrogation is who was interrogated.
    """
    words = name or "document" if document.type is DocumentType.OTHER else document.type.value
    if document.date is not None:
        words += f" of {document.date}"
    if with_author and document.author_name:
        words += f" ({document.author_name})"
    return words


def speaker_words(speaker: str, name: str, book: Sourcebook) -> str:
    """Who speaks, by a person's name or as printed; for one whom the page does not name, what it calls him.

    >>> from testimonia.testing import make_book
    >>> speaker_words("group:diplomats", "", make_book("x"))
    'diplomats'
    """
    if speaker == "compiler":
        return speaker
    try:
        return book.people[speaker].name
    except KeyError:
        pass
    if name:
        return name
    kind, _, who = speaker.partition(":")
    return f"the cited {kind}" if kind in _CITED else (who or kind).replace("-", " ")


def voice_words(voice: Voice, book: Sourcebook) -> str:
    """Who speaks in a voice."""
    return speaker_words(voice.speaker, voice.speaker_name, book)


def _known(book: Sourcebook, id_: str) -> Document | None:
    try:
        return book.documents[id_]
    except KeyError:
        return None
