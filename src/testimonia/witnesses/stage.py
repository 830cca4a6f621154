"""The stage of the room: origins and witnesses."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Assertion, Dependence, Document, Excerpt, Origin, Sourcebook, Voice, Witness

__all__ = ["WitnessStage"]


class WitnessStage:
    """Counts what is independent, and places each speaker."""

    name = "witnesses"
    reads: frozenset[type] = frozenset({Excerpt, Voice, Document, Dependence, Assertion})
    writes: frozenset[type] = frozenset({Origin, Witness})

    def __call__(self, book: Sourcebook) -> Iterator[Origin | Witness]:
        """Yield them in the order of the page."""
        yield from ()
