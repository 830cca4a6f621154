"""Pages that are short, or that are one long list: few claims, many excerpts under one, no title."""

from __future__ import annotations

from dataclasses import replace

from ..book import Book, Excerpt
from ..cites_more import title_year_page
from ..layouts import Layout
from ..notes import every_time
from ..prose import Prose
from ..setting import Page

__all__ = ["LAYOUTS"]


def four_claims(book: Book) -> Book:
    """Four claims with six excerpts, all with a source."""
    claims, spare = [], 2
    for claim in book.claims:
        cited = tuple(e for e in claim.excerpts if e.csl is not None)
        if cited and len(claims) < 4:
            more = min(spare, len(cited) - 1)
            spare -= more
            claims.append(replace(claim, excerpts=cited[: 1 + more]))
    return replace(book, claims=tuple(claims))


def one_claim(book: Book) -> Book:
    """The first claim with the first forty excerpts of the book."""
    found: list[Excerpt] = list(book.excerpts)[:40]
    return replace(book, claims=(replace(book.claims[0], excerpts=tuple(found)),))


def set_untitled(book: Book, page: Page) -> None:
    """A note to oneself: the first line is a claim, and there is no title."""
    citer = every_time(title_year_page)
    for n, claim in enumerate(book.claims):
        page.put("\n\n■ " if n else "■ ")
        page.claim(claim, claim.text)
        for excerpt in claim.excerpts:
            page.put('\n\n"')
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n" if j else "")
                page.excerpt(claim, excerpt, paragraph)
            page.put('"\n→ ')
            page.citation(excerpt, citer(excerpt))
    page.put("\n")


LAYOUTS = (
    Layout("untitled-squares", "fresh", "book.txt", set_untitled, choose=four_claims),
    Layout(
        "one-claim",
        "fresh",
        "book.txt",
        Prose(
            front="\n\nEverything that I could find so far, in the order in which I found it. Corrections are welcome.",
            number=lambda n: f"{n}. ",
            between="\n\n",
            cite=lambda: every_time("title-first"),
            cite_marks=("~ ", ""),
            bounded=True,
        ),
        choose=one_claim,
    ),
)
