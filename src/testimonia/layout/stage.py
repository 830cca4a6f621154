"""The stage of the layout room."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Claim, Convention, Excerpt, Passage, Sourcebook
from .gathering import gather
from .habits import describe
from .inference import infer
from .profile import LayoutProfile

__all__ = ["LayoutStage"]


class LayoutStage:
    """Text to claims, excerpts and the passages that partition the page.

    ``profile`` states what a person knows of the layout; all else is inferred from the page.
    """

    name = "layout"
    reads: frozenset[type] = frozenset()
    writes: frozenset[type] = frozenset((Claim, Excerpt, Passage, Convention))

    def __init__(self, profile: LayoutProfile | None = None) -> None:
        self.profile = profile

    def __call__(self, book: Sourcebook) -> Iterator[Claim | Excerpt | Passage | Convention]:
        """Yield the conventions, claims, excerpts and passages of the book's text.

        Raises:
            ProfileError: the profile states a look that no piece of the page has.
        """
        reading = infer(book.source, self.profile)
        yield from describe(reading, self.profile)
        yield from gather(book.text, reading)
