"""The stage: names found in the text, gathered into people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Citation, Claim, Decision, Excerpt, MayBe, Mention, Passage, Person, Record, Sourcebook
from .authority import AuthorityEntry

__all__ = ["PeopleStage"]


class PeopleStage:
    """Finds the names of people in excerpts and claims and gathers them into persons.

    ``authority`` is a reader's own list of people (`read_authority`), ``decisions`` are what readers decided before;
    both outrank every score, and a decision the list.
    """

    name = "people"
    reads: frozenset[type] = frozenset({Passage, Claim, Excerpt, Citation})
    writes: frozenset[type] = frozenset({Mention, Person, MayBe, Decision})

    def __init__(self, *, decisions: Sequence[Decision] = (), authority: Sequence[AuthorityEntry] = ()) -> None:
        self.decisions = tuple(decisions)
        self.authority = tuple(authority)

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the people of the book, and the decisions as they were found to stand."""
        yield from self._read(book)

    def _read(self, book: Sourcebook) -> list[Record]:
        from .decisions import replay
        from .identity import gather
        from .mentions import find_names
        from .records import records_of

        gathering = gather(() if book.is_bare else find_names(book), book, self.authority)
        persons = [settled.person for settled in gathering.settled]
        persons, decisions, because = replay(self.decisions, book.text, gathering.namings, persons)
        return [*records_of(book.text, gathering, persons, because, self.authority), *decisions]
