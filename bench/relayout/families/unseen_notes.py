"""Markdown as it stands in repositories and vaults, and the wiki text of an article."""

# ruff: noqa: E501 (running words stand in one line, as the files have them)

from __future__ import annotations

import re

from ..book import Book
from ..cases import title_case
from ..cites_common import author_date_reference
from ..cites_more import works_list
from ..layouts import Layout
from ..notes import every_time
from ..pen import mark_titles
from ..setting import Page

__all__ = ["LAYOUTS"]

STAR = ("*", "*")
VERBS = (" writes:", ":", " puts it so:", " says:")


def slug(words: str) -> str:
    """The anchor that a forge makes of a heading.

    >>> slug("Who warned the committee?")
    'who-warned-the-committee'
    """
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")


def set_lead_in(book: Book, page: Page) -> None:
    """A repository's page: contents with links, a lead-in that names the source, and a block quotation after it."""
    citer = every_time("chicago")
    page.put("# ")
    page.title(book.title)
    page.put(
        "\n\n![status](https://img.example/status.svg) Pull requests are welcome. See [CONTRIBUTING](CONTRIBUTING.md).\n"
    )
    page.put("\n## Table of Contents\n\n")
    for claim in book.claims:
        page.put(f"- [{claim.text}](#{slug(claim.text)})\n")
    count = 0
    for claim in book.claims:
        page.put("\n## ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in claim.excerpts:
            if excerpt.csl is not None:
                page.put("\n")
                cite = citer(excerpt)
                words = cite.text.rstrip(".")
                page.citation(excerpt, type(cite)(words, cite.csl, cite.resolved), STAR)
                page.put(VERBS[count % 4] + "\n")
                count += 1
            elif excerpt is not claim.excerpts[0]:
                page.put("\nAnd elsewhere:\n")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put(">\n> " if j else "\n> ")
                page.excerpt(claim, excerpt, paragraph)
                page.put("\n")
        page.put("\n[Back to top](#table-of-contents)\n")
    page.put("\n## License\n\nThe arrangement is in the public domain. The quotations belong to their authors.\n")


def set_vault(book: Book, page: Page) -> None:
    """A vault's note: front matter, quoted blocks that end in ``(Family 1931, 44)``, links to notes, references."""
    citer = every_time("author-date")
    page.put('---\ntitle: "')
    page.title(book.title)
    page.put('"\ncreated: 2023-04-11\ntags:\n  - history\n  - sources\n---\n\n')
    page.put(
        "Related: [[Chronology]], [[People]]\n\n> Working note. Quotations checked against the books where I have them.\n"
    )
    for n, claim in enumerate(book.claims, 1):
        page.put("\n### ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in claim.excerpts:
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put(">\n> " if j else "\n> “")
                page.excerpt(claim, excerpt, paragraph)
                page.put("”" if j == last else "\n")
            if excerpt.csl is not None:
                page.put(" (")
                page.citation(excerpt, citer(excerpt))
                page.put(")")
            page.put("\n")
        if n % 6 == 0:
            page.put("\n- [ ] look for a second source\n\n---\n")
    page.put("\n## References\n\n")
    page.put("".join(f"- {mark_titles(words, *STAR)}\n" for _, words in works_list(book, author_date_reference)))


def set_italics(book: Book, page: Page) -> None:
    """A plain note: bold headings with numbers, quotations in italics, the source in parentheses on the next line."""
    citer = every_time("mla")
    page.put("# ")
    page.title(book.title)
    page.put("\n\n_By the editors")
    if book.date:
        page.put(", ")
        page.title(book.date)
    page.put("_\n\n*Reading time: 40 minutes*\n\n---\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n**{n}. ")
        page.claim(claim, title_case(claim.text))
        page.put("**\n")
        for excerpt in claim.excerpts:
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n*" if j else "\n*")
                page.excerpt(claim, excerpt, paragraph)
                page.put("*")
            if excerpt.csl is not None:
                page.put("  \n(")
                page.citation(excerpt, citer(excerpt), ("_", "_"))
                page.put(")\n")
            else:
                page.put("  \n(source lost)\n")
    page.put("\n---\n\n*If you found this useful, [subscribe](https://letters.example/subscribe).*\n")


def set_article(book: Book, page: Page) -> None:
    """A wiki article: a picture, block quotations with ``<ref>``, see also, references, links and categories."""
    citer = every_time("harvard")
    page.put("{{Short description|Passages on one subject}}\n[[File:Harbour.jpg|thumb|right|A view of the time]]\n'''")
    page.title(book.title)
    page.put("''' is treated in many books. The passages below are arranged by what they are said to show.\n\n")
    for claim in book.claims:
        page.put("==")
        page.claim(claim, claim.text)
        page.put("==\n")
        for excerpt in claim.excerpts:
            page.put("<blockquote>")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n" if j else "")
                page.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                page.put("<ref>")
                page.citation(excerpt, citer(excerpt), ("''", "''"))
                page.put("</ref>")
            page.put("</blockquote>\n\n")
    page.put("==See also==\n* [[List of inquiries]]\n* [[Testimony]]\n\n==References==\n{{reflist|2}}\n\n")
    page.put("==External links==\n* [https://archive.example/ Digital archive]\n\n{{DEFAULTSORT:Sources}}\n")
    page.put("[[Category:Historical sources]]\n")


LAYOUTS = (
    Layout("md-lead-in", "unseen", "book.md", set_lead_in),
    Layout("md-vault-author-date", "unseen", "book.md", set_vault),
    Layout("md-italic-quotations", "unseen", "book.md", set_italics),
    Layout("wiki-article", "unseen", "book.wiki", set_article),
)
