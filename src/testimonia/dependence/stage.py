"""The stage of the room: which excerpts share an origin."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Citation, Dating, Dependence, Document, Excerpt, Mention, Sourcebook, Voice, Work

__all__ = ["DependenceStage"]


class DependenceStage:
    """Sets excerpts side by side and yields the pairs that share an origin."""

    name = "dependence"
    reads: frozenset[type] = frozenset({Excerpt, Citation, Work, Mention, Voice, Document, Dating})
    writes: frozenset[type] = frozenset({Dependence})

    def __call__(self, book: Sourcebook) -> Iterator[Dependence]:
        """Yield them in the order of the page."""
        yield from ()
