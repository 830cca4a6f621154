"""Markdown."""

from __future__ import annotations

from ..book import Book
from ..layouts import Layout
from ..notes import every_time, later_short
from ..prose import Notes, Prose, between, underlined
from ..setting import Page

__all__ = ["LAYOUTS"]

STAR = ("*", "*")


def set_table(book: Book, page: Page) -> None:
    """One table for the book: claim, words, source; the claim only in its first row."""
    citer = every_time("chicago")
    page.put("# ")
    page.title(book.title)
    page.put("\n\n| Claim | Excerpt | Source |\n| --- | --- | --- |\n")
    for claim in book.claims:
        for n, excerpt in enumerate(claim.excerpts):
            page.put("| ")
            if n == 0:
                page.claim(claim, claim.text.replace("|", "/"))
            page.put(" | ")
            for k, paragraph in enumerate(excerpt.paragraphs):
                page.put("<br>" if k else "")
                page.excerpt(claim, excerpt, paragraph.replace("|", "/"))
            page.put(" | ")
            if excerpt.csl is not None:
                page.citation(excerpt, citer(excerpt), STAR)
            page.put(" |\n")


LAYOUTS = (
    Layout(
        "md-parts-dash",
        "open",
        "book.md",
        Prose(
            heading=between("## ", ""),
            first="> ",
            rest="> ",
            between="\n>\n",
            bounded=True,
            cite_gap="\n\n",
            cite=lambda: every_time("chicago-page"),
            cite_marks=("-- ", ""),
            italic=("_", "_"),
            part=lambda n, name: f"# Part {n}: {name}",
            title=('---\ntitle: "', '"\n---'),
            date=("\n\n_", "_"),
        ),
    ),
    Layout(
        "md-setext-italic",
        "open",
        "book.md",
        Prose(
            heading=underlined("-"),
            between="\n\n",
            cite_gap="\n\n",
            cite=lambda: every_time("mla"),
            cite_marks=("*", "*"),
            title=("", "\n============="),
        ),
    ),
    Layout(
        "md-bold-parenthesis",
        "open",
        "book.md",
        Prose(
            heading=between("**", "**"),
            first="> ",
            rest="> ",
            between="\n>\n",
            bounded=True,
            cite_gap="\n\n",
            cite=lambda: every_time("capitals"),
            cite_marks=("(", ")"),
            italic=STAR,
            title=("# ", ""),
        ),
    ),
    Layout(
        "md-footnotes",
        "open",
        "book.md",
        Prose(
            heading=between("### ", ""),
            between="\n\n",
            where="note",
            cite=lambda: later_short("chicago"),
            italic=STAR,
            notes=Notes(lambda n: f"[^{n}]", lambda n: f"[^{n}]: ", heading="", gap="\n"),
            title=("# ", ""),
        ),
    ),
    Layout(
        "md-list",
        "open",
        "book.md",
        Prose(
            heading=between("## ", ""),
            first="- ",
            rest="  ",
            between="\n\n",
            opening="“",
            closing="”",
            where="inline",
            cite_gap=" ",
            cite_marks=("(", ")"),
            cite=lambda: every_time("harvard"),
            italic=STAR,
            excerpt_gap="\n",
            bounded=True,
            title=("# ", ""),
        ),
    ),
    Layout(
        "md-before-bold",
        "closed",
        "book.md",
        Prose(
            heading=lambda n, _: (f"## § {n}. ", ""),
            where="before",
            cite=lambda: every_time("plain"),
            cite_marks=("**", "**"),
            cite_gap="\n\n",
            between="\n\n",
            title=("# ", ""),
        ),
    ),
    Layout(
        "md-section-notes",
        "closed",
        "book.md",
        Prose(
            heading=between("## ", " ##"),
            between="\n\n",
            where="note",
            italic=STAR,
            first="> ",
            rest="> ",
            cite=lambda: later_short("bibliography", same=None),
            bounded=True,
            notes=Notes(lambda n: f"[^n{n}]", lambda n: f"[^n{n}]: ", where="claim", heading="", gap="\n"),
            title=("# ", ""),
        ),
    ),
    Layout(
        "md-wrapped-attribution",
        "closed",
        "book.md",
        Prose(
            heading=between("### ", ""),
            first="> ",
            rest="> ",
            line="> ",
            width=70,
            between="\n>\n",
            bounded=True,
            cite_gap="\n>\n",
            cite=lambda: every_time("chicago"),
            cite_marks=("> — ", ""),
            italic=STAR,
            title=("# ", ""),
        ),
    ),
    Layout(
        "md-nested-list",
        "closed",
        "book.md",
        Prose(
            heading=between("* **", "**"),
            before_heading="\n\n",
            after_heading="\n",
            first="    * ",
            rest="      ",
            between="\n\n",
            cite_gap="\n        * ",
            cite=lambda: every_time("mla"),
            italic=STAR,
            excerpt_gap="\n",
            bounded=True,
            title=("# ", ""),
        ),
    ),
    Layout(
        "md-table",
        "closed",
        "book.md",
        set_table,
    ),
    Layout(
        "md-inline-author",
        "closed",
        "book.md",
        Prose(
            heading=between("#### ", ""),
            where="before",
            cite=lambda: every_time("chicago"),
            cite_marks=("**", "**"),
            cite_gap=": ",
            opening="“",
            closing="”",
            between="\n\n",
            italic=("_", "_"),
            bounded=True,
            title=("# ", ""),
        ),
    ),
    Layout(
        "md-labelled-source",
        "open",
        "book.md",
        Prose(
            heading=between("# ", ""),
            between="\n\n",
            cite_gap="\n\n",
            cite=lambda: every_time("bibliography"),
            cite_marks=("*Source:* ", ""),
            italic=STAR,
            title=("", ""),
            excerpt_gap="\n\n---\n\n",
            bounded=True,
        ),
    ),
)
