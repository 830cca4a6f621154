"""The stage that gathers what every family of defects finds."""

from __future__ import annotations

from collections.abc import Iterable

from testimonia.model import Citation, Claim, Excerpt, Finding, FindingKind, IdMaker, Passage, Sourcebook

from .quotes import find_loose_marks

__all__ = ["DamageStage"]

BEGINNING = 60  # code points of an excerpt that a message quotes to name it


class DamageStage:
    """Finds the defects of a page."""

    name = "damage"
    reads: frozenset[type] = frozenset({Passage, Claim, Excerpt, Citation})
    writes: frozenset[type] = frozenset({Finding})

    def __call__(self, book: Sourcebook) -> Iterable[Finding]:
        """Yield the findings in the order of the page."""
        ids = IdMaker()
        for trouble in find_loose_marks(book):
            yield Finding(ids.give("f", trouble.kind, book.cut(trouble.span)), trouble.kind, trouble.span, trouble.message)
        for excerpt in book.excerpts:
            if excerpt.citation is None:
                words = " ".join(book.cut(excerpt.span)[:BEGINNING].split())
                yield Finding(
                    ids.give("f", FindingKind.MISSING_CITATION, words),
                    FindingKind.MISSING_CITATION,
                    excerpt.span,
                    f"No citation closes the excerpt that begins “{words}”.",
                )
