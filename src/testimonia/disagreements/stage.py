"""The stage of the room: where accounts differ."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Assertion, Cell, Claim, Dating, Dependence, Discrepancy, Entry, Excerpt, Mention, Sourcebook, Voice

__all__ = ["DisagreementStage"]


class DisagreementStage:
    """Finds places that speak of one thing and differ."""

    name = "disagreements"
    reads: frozenset[type] = frozenset({Excerpt, Claim, Voice, Mention, Assertion, Cell, Entry, Dating, Dependence})
    writes: frozenset[type] = frozenset({Discrepancy})

    def __call__(self, book: Sourcebook) -> Iterator[Discrepancy]:
        """Yield them in the order of the page."""
        yield from ()
