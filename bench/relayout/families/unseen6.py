"""Made blind after the exports and posts had been mended: lead-ins, sheets, outlines, linked sources, pasted bullets."""

# ruff: noqa: E501 (marks are copied as pages have them)

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ..book import Book, Excerpt
from ..cites import imprint, makers, others, page
from ..curling import curled
from ..layouts import Layout
from ..notes import every_time, later_short
from ..pen import CLOSE, OPEN, Cite, Pen, mark_titles
from ..setting import Page
from .fresh_plain import shown_excerpts
from .unseen4 import converter_keys

__all__ = ["LAYOUTS"]

LEAD_INS = (("According to ", ":"), ("As ", " puts it:"), ("", ":"), ("Here is ", ":"), ("Compare ", ":"))


def in_running_text(csl: dict[str, Any]) -> Cite:
    """``Given Family, in Title (Place: Publisher, 1931, p. 44)``: as a sentence takes up a source."""
    pen = Pen(csl)
    makers(pen, "given")
    pen.title(", in " if pen.out else "")
    others(pen)
    if "container-title" in pen:
        pen.field("container-title", ", \ue000", "\ue001").field("volume", " ")
        pen.put(" (").field("issued")
        page(pen).put(")")
        return pen.done()
    pen.field("volume", ", vol. ")
    imprint(pen, closing="")
    return page(pen, ", " if pen.out[-1] != " (" else "").put(")").done()


def set_lead_ins(book: Book, page_: Page) -> None:
    """An essay: a few words that take up the source and end in a colon, then the passage, set in by four spaces."""
    page_.title(book.title)
    page_.put("\n\nby a reader of the sources\n")
    count = 0
    for claim in book.claims:
        page_.put("\n\n")
        page_.claim(claim, claim.text)
        page_.put("\n")
        for excerpt in shown_excerpts(page_, claim, source_first=True):
            if excerpt.csl is not None:
                before, after = LEAD_INS[count % len(LEAD_INS)]
                count += 1
                page_.put("\n" + before)
                page_.citation(excerpt, in_running_text(excerpt.csl))
                page_.put(after + "\n")
            for paragraph in excerpt.paragraphs:
                page_.put("\n    ")
                page_.excerpt(claim, excerpt, paragraph)
                page_.put("\n")


def set_sheet(book: Book, page_: Page) -> None:
    """A spreadsheet pasted as text: tabs between claim, words and source; the claim in the first row of its own."""
    citer = every_time("bibliography")
    page_.put("Claim\tQuotation\tSource\n")
    for claim in book.claims:
        for n, excerpt in enumerate(claim.excerpts):
            if n == 0:
                page_.claim(claim, claim.text)
            page_.put("\t")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put(" / " if j else "")
                page_.excerpt(claim, excerpt, paragraph)
            page_.put("\t")
            if excerpt.csl is not None:
                page_.citation(excerpt, citer(excerpt))
            page_.put("\n")


def one_paragraph(book: Book) -> Book:
    """The book with the paragraphs of each excerpt run together, as a cell of a sheet holds them."""
    claims = tuple(
        replace(c, excerpts=tuple(replace(e, paragraphs=(" ".join(e.paragraphs),)) for e in c.excerpts))
        for c in book.claims
    )
    return replace(book, claims=claims)


def set_org(book: Book, page_: Page) -> None:
    """An outline in org-mode: stars, quotations in blocks, notes ``[fn:12]`` under a heading of their own at the end."""
    citer = later_short("chicago-page", labels=("", ""))
    page_.put("#+TITLE: ")
    page_.title(book.title)
    page_.put("\n#+OPTIONS: toc:nil num:nil\n#+STARTUP: overview\n")
    notes: list[tuple[Excerpt, Cite]] = []
    for claim in book.claims:
        page_.put("\n* ")
        page_.claim(claim, claim.text)
        page_.put("\n:PROPERTIES:\n:CREATED:  [2021-03-04 Thu]\n:END:\n")
        for excerpt in claim.excerpts:
            page_.put("\n#+begin_quote\n")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put("\n\n" if j else "")
                page_.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                notes.append((excerpt, citer(excerpt)))
                page_.marker(excerpt, f"[fn:{len(notes)}]")
            page_.put("\n#+end_quote\n")
    page_.put("\n* Footnotes\n")
    for n, (excerpt, cite) in enumerate(notes, 1):
        page_.put(f"\n[fn:{n}] ")
        page_.citation(excerpt, cite, ("/", "/"))
        page_.put("\n")


def wiki_linked(csl: dict[str, Any]) -> Cite:
    """``[[Given Family]], ''[[Title]]'' (Place: Publisher, 1931), p. 44``, the marks of the links left to the setter."""
    pen = Pen(csl)
    makers(pen, "given")
    pen.title(", " if pen.out else "")
    others(pen)
    if "container-title" in pen:
        pen.field("container-title", ", \ue000", "\ue001").field("volume", " ").field("issued", " (", ")")
    else:
        pen.field("edition", ", ").field("volume", ", vol. ")
        imprint(pen)
    return page(pen).done()


def bracketed_names(words: str, csl: dict[str, Any]) -> str:
    """The citation with names as links, and the title as one in italics."""
    for n in csl.get("author", []):
        whole = f"{n.get('given', '')} {n.get('family', '')}".strip()
        if n.get("given") and whole in words:
            words = words.replace(whole, f"[[{whole}]]", 1)
    return mark_titles(words, "''[[", "]]''")


def set_wiki_links(book: Book, page_: Page) -> None:
    """A page of quotations on a wiki: bullets, the source one bullet deeper, names and titles linked."""
    page_.put("[[File:Lamp.jpg|thumb|A lamp of the time]]\n'''[[")
    page_.title(book.title)
    page_.put("]]''' is the theme of the quotations on this page.\n\n{{TOCright}}\n")
    for claim in book.claims:
        page_.put("\n== ")
        page_.claim(claim, claim.text)
        page_.put(" ==\n")
        for excerpt in claim.excerpts:
            page_.put("* ")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put("<br>" if j else "")
                page_.excerpt(claim, excerpt, paragraph)
            page_.put("\n")
            if excerpt.csl is not None:
                cite = wiki_linked(excerpt.csl)
                page_.put("** ")
                page_.piece(
                    "citation", "c" + excerpt.id.lstrip("x"), mark_titles(cite.text),
                    shown=bracketed_names(cite.text, excerpt.csl),
                    excerpt=excerpt.id, csl=cite.csl, work=excerpt.work, resolved=cite.resolved,
                )  # fmt: skip
                page_.put("\n")
    page_.put(
        "\n== External links ==\n{{wikipedia}}\n* [https://archive.example/ A digital archive]\n\n[[Category:Themes]]\n"
    )


def set_word_bullets(book: Book, page_: Page) -> None:
    """A word processor's list pasted as text: a round bullet and a tab before the words, an o and a tab before the source."""
    citer = every_time("chicago")
    page_.title(book.title)
    page_.put("\n")
    if book.date:
        page_.title(book.date)
        page_.put("\n")
    for claim in book.claims:
        page_.put("\n")
        page_.claim(claim, claim.text)
        page_.put("\n")
        for excerpt in claim.excerpts:
            page_.put("•\t“")
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put("\n\t" if j else "")
                page_.excerpt(claim, excerpt, paragraph)
                page_.put("”" if j == last else "")
            page_.put("\n")
            if excerpt.csl is not None:
                page_.put("o\t")
                page_.citation(excerpt, citer(excerpt))
                page_.put("\n")


def set_section_notes(book: Book, page_: Page) -> None:
    """A typed paper: raised figures that lost their raising, and ``Notes`` under each section, numbered anew."""
    citer = later_short("chicago-page", labels=("", ""))
    page_.title(book.title)
    page_.put("\n")
    for n, claim in enumerate(book.claims, 1):
        notes: list[tuple[Excerpt, Cite]] = []
        page_.put(f"\n\n{n}. ")
        page_.claim(claim, claim.text)
        page_.put("\n\n")
        for excerpt in shown_excerpts(page_, claim):
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put("“")
                page_.excerpt(claim, excerpt, paragraph)
                page_.put("”" if j == last else "\n\n")
            if excerpt.csl is not None:
                notes.append((excerpt, citer(excerpt)))
                page_.marker(excerpt, str(len(notes)))
            page_.put("\n\n")
        if notes:
            page_.put("Notes\n")
        for k, (excerpt, cite) in enumerate(notes, 1):
            page_.put(f"{k}. ")
            page_.citation(excerpt, cite)
            page_.put("\n")


LETTER_HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - by A Reader</title></head>
<body class="post"><nav><a href="/">Home</a><a href="/archive">Archive</a><a href="/about">About</a></nav>
<article><h1 class="post-title">"""
SUBSCRIBE = '<div class="subscription-widget-wrap"><p>Thanks for reading! Subscribe for free to receive new posts.</p><form><input type="email" placeholder="Type your email…"><button>Subscribe</button></form></div>\n'


def web_linked(page_: Page, cite: Cite, to: str) -> str:
    """The citation as the web page shows it: the title a link, in italics."""
    words = page_.shown(cite.text)
    if OPEN in words:
        return words.replace(OPEN, f'<em><a href="{to}" rel="">').replace(CLOSE, "</a></em>")
    return re.sub(r"“([^”]*)”", rf'“<a href="{to}" rel="">\1</a>”', words, count=1)


def set_letter_links(book: Book, page_: Page) -> None:
    """A post of a newsletter: headings, block quotations, the source in a paragraph after them with its title as a link."""
    citer = every_time("chicago")
    keys = converter_keys(book)
    page_.put(LETTER_HEAD.replace("{title}", page_.shown(book.title)))
    page_.title(book.title)
    page_.put(
        '</h1>\n<h3 class="subtitle">What the sources say, one statement at a time</h3>\n<div class="post-meta"><a href="/@reader">A Reader</a> <time>Mar 4, 2023</time> <a href="#comments">12</a> <a>Share</a></div>\n'
    )
    for n, claim in enumerate(book.claims, 1):
        page_.put('<h2 class="header-anchor-post">')
        page_.claim(claim, claim.text)
        page_.put("</h2>\n")
        for excerpt in claim.excerpts:
            page_.put("<blockquote>")
            for paragraph in excerpt.paragraphs:
                page_.put("<p>")
                page_.excerpt(claim, excerpt, paragraph)
                page_.put("</p>")
            page_.put("</blockquote>\n")
            if excerpt.csl is not None:
                assert excerpt.work is not None
                cite = citer(excerpt)
                page_.put("<p>")
                page_.piece(
                    "citation", "c" + excerpt.id.lstrip("x"), mark_titles(cite.text),
                    shown=web_linked(page_, cite, f"https://books.example.org/{keys[excerpt.work]}"),
                    excerpt=excerpt.id, csl=cite.csl, work=excerpt.work, resolved=cite.resolved,
                )  # fmt: skip
                page_.put("</p>\n")
        if n % 10 == 0:
            page_.put(SUBSCRIBE)
    page_.put(
        '</article>\n<div class="comments"><h4>Discussion about this post</h4><p>Great work as always.</p></div>\n<footer>© 2023 A Reader · Privacy · Terms</footer>\n</body></html>\n'
    )


LAYOUTS = (
    Layout("essay-lead-ins", "unseen6", "book.txt", set_lead_ins),
    Layout("sheet-tabs", "unseen6", "book.tsv", set_sheet, choose=one_paragraph),
    Layout("org-footnotes", "unseen6", "book.org", set_org),
    Layout("wiki-linked-sources", "unseen6", "book.wiki", set_wiki_links),
    Layout("word-bullets", "unseen6", "book.txt", set_word_bullets, newline="\r\n", choose=curled),
    Layout("notes-each-section", "unseen6", "book.txt", set_section_notes, choose=curled),
    Layout("html-letter-links", "unseen6", "book.html", set_letter_links, marked_up=True),
)
