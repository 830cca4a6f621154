"""Made blind after the bars and keys had been mended: what people export, paste and post every day."""

# ruff: noqa: E501 (marks are copied as pages have them)

from __future__ import annotations

import re

from ..book import Book, Excerpt
from ..cases import title_case
from ..cites import STYLES, author_date
from ..cites_common import author_date_reference
from ..cites_more import works_list
from ..curling import curled
from ..layouts import Layout
from ..notes import every_time, later_short
from ..pen import CLOSE, OPEN, Cite, mark_titles
from ..prose import wrap
from ..setting import Page
from .fresh_plain import shown_excerpts
from .unseen4 import converter_keys
from .unseen_notes import slug

__all__ = ["LAYOUTS"]


def set_download(book: Book, page: Page) -> None:
    """A document of an office on the web, downloaded as plain text: notes in brackets, under a rule of sixteen strokes."""
    citer = later_short("chicago-page", labels=("", ""))
    page.title(book.title)
    page.put("\n")
    if book.date:
        page.title(book.date)
        page.put("\n")
    notes: list[tuple[Excerpt, Cite]] = []
    for claim in book.claims:
        page.put("\n\n")
        page.claim(claim, title_case(claim.text))
        page.put("\n")
        for excerpt in shown_excerpts(page, claim):
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n" if j else "")
                page.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                notes.append((excerpt, citer(excerpt)))
                page.marker(excerpt, f"[{len(notes)}]")
            page.put("\n\n")
    page.put("________________\n")
    for n, (excerpt, cite) in enumerate(notes, 1):
        page.put(f"[{n}] ")
        page.citation(excerpt, cite)
        page.put("\n")


def set_fields(book: Book, page: Page) -> None:
    """A form filled in: ``CLAIM 3:``, then ``Evidence:`` and ``Source:`` for each passage."""
    citer = every_time("mla")
    page.put("Title: ")
    page.title(book.title)
    page.put("\n")
    if book.date:
        page.put("Date: ")
        page.title(book.date)
        page.put("\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n\nCLAIM {n}: ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in claim.excerpts:
            page.put('\nEvidence: "')
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n" if j else "")
                page.excerpt(claim, excerpt, paragraph)
            page.put('"\nSource: ')
            if excerpt.csl is not None:
                page.citation(excerpt, citer(excerpt))
            else:
                page.put("not given")
            page.put("\n")


def set_outline(book: Book, page: Page) -> None:
    """An outline of two levels: 1 for the claim, 1.1 for each passage, the source after an em dash on its last line."""
    citer = every_time("chicago")
    page.title(book.title)
    page.put("\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n{n}. ")
        page.claim(claim, claim.text)
        page.put("\n")
        for k, excerpt in enumerate(claim.excerpts, 1):
            page.put(f"   {n}.{k} “")
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n       " if j else "")
                page.excerpt(claim, excerpt, paragraph)
                page.put("”" if j == last else "")
            if excerpt.csl is not None:
                page.put(" — ")
                page.citation(excerpt, citer(excerpt))
            page.put("\n")


def set_restructured(book: Book, page: Page) -> None:
    """reStructuredText: quotations set in, their attribution after two hyphens, two dots where there is none."""
    citer = every_time("harvard")
    rule = "=" * (len(book.title) + 2)
    page.put(f"{rule}\n ")
    page.title(book.title)
    page.put(f"\n{rule}\n\n")
    if book.date:
        page.put(":Date: ")
        page.title(book.date)
        page.put("\n\n")
    page.put(".. contents:: Statements\n   :depth: 1\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n.. _statement-{n}:\n\n")
        page.claim(claim, claim.text)
        page.put("\n" + "-" * len(claim.text) + "\n")
        for excerpt in claim.excerpts:
            for paragraph in excerpt.paragraphs:
                page.put("\n")
                for line in wrap(paragraph, 72).split("\n"):
                    page.put("    ")
                    page.excerpt(claim, excerpt, line)
                    page.put("\n")
            if excerpt.csl is None:
                page.put("\n..\n")
                continue
            page.put("\n    -- ")
            cite = citer(excerpt)
            words = wrap(mark_titles(cite.text, "*", "*"), 70, 3).split("\n")
            for j, line in enumerate(words):
                page.put("\n    " if j else "")
                page.citation(excerpt, Cite(line, cite.csl, cite.resolved))
            page.put("\n")


def linked(words: str, to: str) -> str:
    """The citation with its title as a link.

    >>> linked("Marlow, \\ue000Cold Shore\\ue001, p. 3", "u")
    'Marlow, [Cold Shore](u), p. 3'
    """
    if OPEN in words:
        return mark_titles(words, "[", f"]({to})")
    return re.sub(r"“([^”]*)”", rf"[“\1”]({to})", words, count=1)


def set_post(book: Book, page: Page) -> None:
    """A post on a forum: claims in bold, ``>`` before what is quoted, a dash and the source with its title as a link."""
    form = STYLES["chicago"]
    keys = converter_keys(book)
    page.put("**")
    page.title(book.title)
    page.put(
        "**\n\nSince this comes up every week I have put the sources together in one place. Long post, sorry.\n\n&nbsp;\n"
    )
    for claim in book.claims:
        page.put("\n**")
        page.claim(claim, claim.text)
        page.put("**\n")
        for excerpt in claim.excerpts:
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("> \n" if j else "\n")
                page.put("> ")
                page.excerpt(claim, excerpt, paragraph)
                page.put("\n")
            if excerpt.csl is None:
                page.put("\nLost the link for this one, will add.\n")
                continue
            assert excerpt.work is not None
            cite = form(excerpt.csl)
            page.put("\n— ")
            page.piece(
                "citation", "c" + excerpt.id.lstrip("x"), mark_titles(cite.text),
                shown=linked(cite.text, f"https://books.example.org/{keys[excerpt.work]}"),
                excerpt=excerpt.id, csl=cite.csl, work=excerpt.work, resolved=cite.resolved,
            )  # fmt: skip
            page.put("\n")
    page.put("\n&nbsp;\n\n**Edit:** formatting. **Edit 2:** thanks for the silver!\n")


def set_citeproc(book: Book, page: Page) -> None:
    """A page made by a converter: ``(Family 1931, 44)`` in a span after the last words, the works in a division of entries."""
    citer = every_time(author_date)
    keys = converter_keys(book)
    page.put('<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="" xml:lang="">\n<head>\n')
    page.put(f'<meta charset="utf-8" />\n<title>{page.shown(book.title)}</title>\n</head>\n<body>\n')
    page.put('<header id="title-block-header">\n<h1 class="title">')
    page.title(book.title)
    page.put("</h1>\n</header>\n")
    for claim in book.claims:
        page.put(f'<h2 id="{slug(claim.text)}">')
        page.claim(claim, claim.text)
        page.put("</h2>\n")
        for excerpt in claim.excerpts:
            page.put("<blockquote>\n")
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("<p>")
                page.excerpt(claim, excerpt, paragraph)
                if j == last and excerpt.csl is not None:
                    assert excerpt.work is not None
                    page.put(f' <span class="citation" data-cites="{keys[excerpt.work]}">(')
                    page.citation(excerpt, citer(excerpt))
                    page.put(")</span>")
                page.put("</p>\n")
            page.put("</blockquote>\n")
    page.put('<div id="refs" class="references csl-bib-body hanging-indent" role="list">\n')
    for work, words in works_list(book, author_date_reference):
        entry = page.shown(words).replace(OPEN, "<em>").replace(CLOSE, "</em>")
        page.put(f'<div id="ref-{keys[work]}" class="csl-entry" role="listitem">\n{entry}\n</div>\n')
    page.put("</div>\n</body>\n</html>\n")


LAYOUTS = (
    Layout("docs-download", "unseen5", "book.txt", set_download, bom=True, newline="\r\n", choose=curled),
    Layout("fields-labelled", "unseen5", "book.txt", set_fields),
    Layout("outline-decimal", "unseen5", "book.txt", set_outline),
    Layout("rst-attribution", "unseen5", "book.rst", set_restructured),
    Layout("post-linked-titles", "unseen5", "book.md", set_post),
    Layout("html-citeproc", "unseen5", "book.html", set_citeproc, marked_up=True),
)
