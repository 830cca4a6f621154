"""The sourcebook as it is known before it is set in any layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["Book", "Claim", "Excerpt"]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Quoted paragraphs and the source they are from: ``csl`` and ``work``, both ``None`` without a citation.

    ``printed`` is the citation as the first setting of the book has it, with ``printed_csl`` as its fields.
    """

    id: str
    paragraphs: tuple[str, ...]
    csl: dict[str, Any] | None
    work: str | None
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A heading in sentence case, and the excerpts below it."""

    id: str
    text: str
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A sourcebook. ``name`` is for folders, ``language`` for the words that a layout adds."""

    name: str
    title: str
    date: str | None
    claims: tuple[Claim, ...]

    @property
    def excerpts(self) -> Iterator[Excerpt]:
        """All excerpts in order."""
        for claim in self.claims:
            yield from claim.excerpts

    def first(self, excerpts: int) -> Book:
        """The book up to the end of the claim with so many excerpts read."""
        claims, count = [], 0
        for claim in self.claims:
            if count >= excerpts:
                break
            claims.append(claim)
            count += len(claim.excerpts)
        return Book(self.name, self.title, self.date, tuple(claims))
