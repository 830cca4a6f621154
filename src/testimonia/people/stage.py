"""The stage: names found in the text, gathered into people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Citation, Claim, Decision, Excerpt, MayBe, Mention, Passage, Person, Record, Sourcebook

__all__ = ["PeopleStage"]


class PeopleStage:
    """Finds the names of people in excerpts and claims and gathers them into persons.

    ``decisions`` are what readers decided before; they are replayed and outrank every score.
    """

    name = "people"
    reads: frozenset[type] = frozenset({Passage, Claim, Excerpt, Citation})
    writes: frozenset[type] = frozenset({Mention, Person, MayBe, Decision})

    def __init__(self, *, decisions: Sequence[Decision] = ()) -> None:
        self.decisions = tuple(decisions)

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the people of the book."""
        yield from self.decisions
