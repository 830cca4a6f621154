"""The stage that gathers what every family of defects finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from testimonia.model import Citation, Claim, Excerpt, Finding, IdMaker, Passage, Sourcebook
from testimonia.words.languages import guess_language

from .brackets import find_remarks
from .locators import find_odd_locators
from .misprints import find_misprints
from .page import Page
from .quotes import find_loose_marks
from .repeats import find_repeats
from .splices import find_splices
from .trouble import Trouble
from .uncited import find_uncited

__all__ = ["DamageStage"]


class DamageStage:
    """Finds the defects of a page; it changes nothing and never refuses a page."""

    name = "damage"
    reads: frozenset[type] = frozenset({Passage, Claim, Excerpt, Citation})
    writes: frozenset[type] = frozenset({Finding})

    def __call__(self, book: Sourcebook) -> Iterable[Finding]:
        """Yield the findings in the order of the page."""
        ids = IdMaker()
        seen: set[tuple[str, int, int]] = set()
        for trouble in sorted(_troubles(book), key=lambda t: (t.span, t.kind)):
            place = (trouble.kind, trouble.span.start, trouble.span.end)
            if place in seen or not len(trouble.span):
                continue
            seen.add(place)
            words = book.cut(trouble.span)
            name = ids.give("f", trouble.kind, words)
            yield Finding(name, trouble.kind, trouble.span, trouble.message, words)


def _troubles(book: Sourcebook) -> Iterator[Trouble]:
    english = guess_language(book.text) == "en"
    page = Page(book)
    yield from find_splices(book, page, english=english)
    yield from find_uncited(book)
    yield from find_remarks(book, english=english)
    yield from find_loose_marks(book)
    yield from find_repeats(book)
    yield from find_odd_locators(book)
    yield from find_misprints(book, page, english=english)
