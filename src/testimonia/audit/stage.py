"""The stage of the room: each claim against its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Assertion, Audit, Claim, Dating, Discrepancy, Excerpt, Finding, Mention, Origin, Sourcebook, Voice

__all__ = ["AuditStage"]


class AuditStage:
    """Reads every claim against the excerpts under it."""

    name = "audit"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Voice, Mention, Assertion, Dating, Origin, Discrepancy})
    writes: frozenset[type] = frozenset({Audit, Discrepancy})

    def __call__(self, book: Sourcebook) -> Iterator[Audit | Discrepancy | Finding]:
        """Yield them in the order of the page."""
        yield from ()
