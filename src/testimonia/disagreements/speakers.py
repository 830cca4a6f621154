"""Who "I" is: the person whose words they are, or the author of the cited book where he is one of the page's people."""

from __future__ import annotations

from ..model import Sourcebook
from .writers import writers

__all__ = ["Speakers"]


class Speakers:
    """The first persons of a page's words."""

    def __init__(self, book: Sourcebook) -> None:
        self._book = book
        self._authors = writers(book)

    def at(self, offset: int) -> str:
        """The id of whoever says "I" at an offset of the page, empty where that is nobody of its people."""
        voice = self._book.voice_at(offset)
        if voice is None:
            return ""
        return self._authors.get(voice.speaker, "") if ":" in voice.speaker else voice.speaker
