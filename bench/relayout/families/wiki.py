"""Wiki pages: MediaWiki as Wikiquote and private wikis use it."""

from __future__ import annotations

from ..book import Book
from ..layouts import Layout
from ..notes import every_time
from ..prose import Prose, between
from ..setting import Page

__all__ = ["LAYOUTS"]

ITALIC = ("''", "''")


def set_references(book: Book, page: Page) -> None:
    """Bulleted quotations, each with its source in a ``<ref>``, and a list of references that the wiki makes."""
    citer = every_time("chicago")
    page.put("'''")
    page.title(book.title)
    page.put("''' is the subject of the passages below.\n\n__TOC__\n")
    for claim in book.claims:
        page.put("\n== ")
        page.claim(claim, claim.text)
        page.put(" ==\n")
        for excerpt in claim.excerpts:
            for n, paragraph in enumerate(excerpt.paragraphs):
                page.put("<br>" if n else "* ")
                page.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                page.put("<ref>")
                page.citation(excerpt, citer(excerpt), ITALIC)
                page.put("</ref>")
            page.put("\n")
    page.put("\n== References ==\n<references />\n\n[[Category:Quotations]]\n")


LAYOUTS = (
    Layout(
        "wiki-bullets",
        "open",
        "book.wiki",
        Prose(
            heading=between("== ", " =="),
            first="* ",
            between="<br>",
            cite_gap="\n** ",
            cite=lambda: every_time("chicago"),
            italic=ITALIC,
            excerpt_gap="\n",
            after_heading="\n",
            bounded=True,
            title=("= ", " ="),
            date=("\n", ""),
            back="\n\n[[Category:Quotations]]\n",
        ),
    ),
    Layout(
        "wiki-authors",
        "open",
        "book.wiki",
        Prose(
            heading=between("== ", " =="),
            first="* ",
            between="<br />",
            cite_gap="\n** ",
            cite=lambda: every_time("authorless"),
            italic=ITALIC,
            excerpt_gap="\n",
            after_heading="\n",
            author_heading=("\n=== ", " ===\n"),
            title=("'''", "''' is the subject of the following quotations."),
            date=("\n", ""),
        ),
    ),
    Layout(
        "wiki-colon",
        "closed",
        "book.wiki",
        Prose(
            heading=between("==", "=="),
            first="* ",
            between="<p>",
            opening="“",
            closing="”",
            cite_gap="\n*: ",
            cite=lambda: every_time("harvard"),
            italic=ITALIC,
            excerpt_gap="\n",
            after_heading="\n",
            bounded=True,
            title=("'''", "'''"),
            date=("\n", ""),
        ),
    ),
    Layout("wiki-ref", "closed", "book.wiki", set_references),
    Layout(
        "wiki-template",
        "closed",
        "book.wiki",
        Prose(
            heading=between("=== ", " ==="),
            first="{{quote|",
            between="<br>",
            cite_gap="|",
            closing="",
            cite=lambda: every_time("plain"),
            cite_marks=("", "}}"),
            no_cite="}}",
            italic=ITALIC,
            excerpt_gap="\n\n",
            bounded=True,
            title=("= ", " ="),
            after_heading="\n",
        ),
    ),
)
