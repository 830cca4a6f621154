"""Foreign text on the page.

Foreign are: words that the layout could give to nobody, a source that is named at the end of an excerpt's own text
where the page gives its sources elsewhere, a citation in the midst of an excerpt (two have run together), what runs on
in another's line (`run_ons`), what a web page or a scanner leaves behind (`leftovers`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from testimonia.model import FindingKind, Sourcebook, Span

from .leftovers import inserted, left_by_pages, leftovers, signs_of_leftovers
from .page import Page
from .run_ons import run_on_citations, run_on_texts
from .strays import PAGE_LAST, is_prose, source_at_end, start_of, strays, trimmed
from .trouble import Trouble, quoted

__all__ = ["find_splices"]

HEAD = 45  # code points of a citation's beginning that tell it from running text


def find_splices(book: Sourcebook, page: Page, *, english: bool) -> Iterator[Trouble]:
    """Yield the foreign text of the page."""
    text = book.text
    yield from run_on_citations(book)
    run_on = list(run_on_texts(book))
    yield from run_on
    for span in strays(book):
        named = list(_named_source(book, span))
        yield from named
        if not named and not is_prose(span.cut(text)) and not any(trouble.span.overlaps(span) for trouble in run_on):
            said = f"The words {quoted(text, span)} belong to no claim, excerpt or citation."
            yield Trouble(FindingKind.SPLICE, span, said)
    yield from _citations_inside(book, page)
    yield from left_by_pages(book)
    met: dict[str, int] = {}
    signs = signs_of_leftovers(text)
    for excerpt in book.excerpts:
        if excerpt.citation is None:
            yield from _named_source(book, excerpt.span)
        if english:
            yield from inserted(text, excerpt, met)
        yield from leftovers(text, excerpt, signs)


def _named_source(book: Sourcebook, span: Span) -> Iterator[Trouble]:
    """The source that uncited words name at their end, and that it names no page."""
    source = source_at_end(book.text, span)
    if source is None or any(citation.span.overlaps(source) for citation in book.citations):
        return
    words = source.cut(book.text)
    said = f"The source {quoted(book.text, source)} is named in the text itself, in place of a citation."
    yield Trouble(FindingKind.SPLICE, source, said)
    if not PAGE_LAST.search(words):
        place = Span(source.end - len(words.split()[-1]), source.end)
        yield Trouble(FindingKind.LOCATOR, place, f"The source {quoted(book.text, source)} names no page.")


def _citations_inside(book: Sourcebook, page: Page) -> Iterator[Trouble]:
    """Citations that were left in the midst of an excerpt: two excerpts have run together."""
    text = book.text
    heads = {citation.text[:HEAD] for citation in book.citations if len(citation.text) >= HEAD}
    in_citations = Counter(word for citation in book.citations for word in citation.text.split()[1:-1])
    citations = sorted((citation.span for citation in book.citations), key=start_of)
    excerpts = sorted((excerpt.span for excerpt in book.excerpts), key=start_of)
    for head in sorted(heads):
        inner = head.split()[1:-1]
        if "\n" in head or any(page.pieces[word] <= in_citations[word] for word in inner):
            continue  # a word of it stands in citations only, and so does the whole
        at = text.find(head)
        while at >= 0:
            place = Span(at, at + len(head))
            owner = bisect_right(citations, at, key=start_of) - 1
            host = bisect_right(excerpts, at, key=start_of) - 1
            cited = owner >= 0 and citations[owner].overlaps(place)
            if not cited and host >= 0 and excerpts[host].contains(place):
                line_end = text.find("\n", place.end, excerpts[host].end)
                place = trimmed(text[at : line_end if line_end >= 0 else excerpts[host].end], at)
                said = f"The citation {quoted(text, place)} stands inside an excerpt, so that two have run together."
                yield Trouble(FindingKind.SPLICE, place, said)
            at = text.find(head, at + len(head))
