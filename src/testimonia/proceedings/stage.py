"""The stage."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import (
    Cell,
    Claim,
    Dating,
    Document,
    Excerpt,
    Mention,
    Person,
    Proceeding,
    Record,
    Sourcebook,
    Voice,
)

__all__ = ["ProceedingStage"]


class ProceedingStage:
    """The register of proceedings: who was tried, judged, charged, sentenced, by whose account."""

    name = "proceedings"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Person, Mention, Voice, Document, Dating})
    writes: frozenset[type] = frozenset({Proceeding, Cell})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the records of the book."""
        yield from ()
