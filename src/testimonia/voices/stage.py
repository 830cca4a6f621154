"""The stage: excerpts parted into voices."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Citation, Claim, Document, Excerpt, Mention, Person, Record, Sourcebook, Voice, Work

__all__ = ["VoiceStage"]


class VoiceStage:
    """Parts every excerpt into voices and says through whose hands each came."""

    name = "voices"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Citation, Work, Person, Mention})
    writes: frozenset[type] = frozenset({Voice, Document})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the voices and documents of the book."""
        yield from ()
