"""Made blind once more, after the three before had been mended: keys of a text converter, notes in the margin, bars."""

# ruff: noqa: E501 (marks are copied as pages have them)

from __future__ import annotations

import re

from ..book import Book
from ..cases import capitals
from ..cites import page as paged
from ..cites_more import works_list
from ..layouts import Layout
from ..notes import later_short
from ..pen import Pen, mark_titles
from ..prose import wrap
from ..setting import Page
from .fresh_plain import shown_excerpts

__all__ = ["LAYOUTS"]


def converter_keys(book: Book) -> dict[str, str]:
    """A key for each work: its first name in small letters and the year, with a letter where several share them."""
    keys: dict[str, str] = {}
    met: dict[str, int] = {}
    for work, words in works_list(book, "bibliography"):
        name = re.sub(r"[^a-z]", "", re.split(r"[,. ]", words.replace("\ue000", "").strip("“"))[0].casefold()) or "anon"
        years = re.findall(r"(?:1[4-9]|20)\d\d", words)
        key = name + (years[-1] if years else "")
        met[key] = met.get(key, 0) + 1
        keys[work] = key + ("abcdefgh"[met[key] - 1] if met[key] > 1 else "")
    return keys


def set_converter(book: Book, page: Page) -> None:
    """A note for a text converter: ``[@marlow1931, p. 44]`` behind each block quotation, the works under their keys."""
    keys = converter_keys(book)
    page.put('---\ntitle: "')
    page.title(book.title)
    page.put('"\nlink-citations: true\n---\n')
    for claim in book.claims:
        page.put("\n# ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in shown_excerpts(page, claim):
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n>\n> " if j else "\n> ")
                page.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                assert excerpt.work is not None
                page.put(" [")
                pen = Pen(excerpt.csl).put(f"@{keys[excerpt.work]}")
                page.citation(excerpt, paged(pen).done(resolved=True))
                page.put("]")
            page.put("\n")
    page.put("\n# References {-}\n\n")
    for work, words in works_list(book, "bibliography"):
        page.put(f"[@{keys[work]}]: {mark_titles(words, '*', '*')}\n\n")


MARGIN_HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"/><title>{title}</title><link rel="stylesheet" href="tufte.css"/></head>
<body><article>
<h1>"""


def set_margin(book: Book, page: Page) -> None:
    """A page with notes in its margin: the source stands in the last paragraph, in a span that is shown beside it."""
    citer = later_short("chicago", same="Ibid.", later="title")
    page.put(MARGIN_HEAD.replace("{title}", page.shown(book.title)))
    page.title(book.title)
    page.put("</h1>\n")
    count = 0
    for claim in book.claims:
        page.put("<section><h2>")
        page.claim(claim, claim.text)
        page.put("</h2>\n")
        for excerpt in claim.excerpts:
            count += 1
            page.put('<div class="epigraph"><blockquote>')
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("</p>\n<p>" if j else "<p>")
                page.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                page.put(
                    f'<label for="sn-{count}" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-{count}" class="margin-toggle"/><span class="sidenote">'
                )
                page.citation(excerpt, citer(excerpt), ("<em>", "</em>"))
                page.put("</span>")
            page.put("</p></blockquote></div>\n")
        page.put("</section>\n")
    page.put("</article></body></html>\n")


def set_bars(book: Book, page: Page) -> None:
    """A post with a bar before every quoted line, the source set in under it after an arrow, headings in capitals and stars."""
    citer = later_short("bibliography", same=None, later="title")
    page.put("From a posting to the list, revised\n\n*** ")
    page.title(capitals(book.title))
    page.put(" ***\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n\n** {n} ** ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in claim.excerpts:
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("|\n" if j else "\n")
                for line in wrap(paragraph, 66).split("\n"):
                    page.put("| ")
                    page.excerpt(claim, excerpt, line)
                    page.put("\n")
            if excerpt.csl is not None:
                page.put("   -> ")
                page.citation(excerpt, citer(excerpt))
                page.put("\n")
    page.put("\n--\nThe list archive: see the footer of any message.\n")


LAYOUTS = (
    Layout("md-converter-keys", "unseen4", "book.md", set_converter),
    Layout("html-margin-notes", "unseen4", "book.html", set_margin, marked_up=True),
    Layout("bars-arrow", "unseen4", "book.txt", set_bars),
)
