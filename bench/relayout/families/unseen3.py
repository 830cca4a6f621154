"""Made blind after the voices had been worked on in all others: a typescript, annotations out of a reader, folding parts."""

# ruff: noqa: E501 (marks are copied as pages have them)

from __future__ import annotations

import hashlib
import re

from ..book import Book
from ..cases import capitals, title_case
from ..cites import STYLES, author_date
from ..cites_common import author_date_reference
from ..cites_more import works_list
from ..layouts import Layout
from ..notes import every_time, later_short
from ..pen import mark_titles
from ..setting import Page
from .fresh_plain import shown_excerpts, wrapped_cite

__all__ = ["LAYOUTS"]

_PARTED = re.compile(r"^[a-z]{2,}?[aeiouy][bcdfghjklmnpqrstvwxz](?=[bcdfghjklmnpqrstvwxz][aeiouy])")


def parted(word: str, room: int) -> int:
    """How many letters of a word stand before the hyphen that parts it, where it can be parted within the room."""
    best = 0
    for end in range(4, len(word) - 2):
        if word[:end].isalpha() and _PARTED.match(word[: end + 2]) and _PARTED.match(word[: end + 2]).end() == end:  # type: ignore[union-attr]
            best = end if end + 1 <= room else best
    return best


def typed(words: str, width: int, first: int) -> str:
    """Words in lines of a typewriter: the last word of a line is parted where it does not fit."""
    out, room = [], width - first
    for n, word in enumerate(words.split(" ")):
        if not n or len(word) + 1 <= room:
            out.append((" " if n else "") + word)
            room -= len(word) + bool(n)
            continue
        end = parted(word, room - 1)
        if end:
            out.append(f" {word[:end]}-\n{word[end:]}")
            room = width - len(word) + end
        else:
            out.append("\n" + word)
            room = width - len(word)
    return "".join(out)


def set_typescript(book: Book, page: Page) -> None:
    """A typescript of 62 signs a line: words parted at line ends, paragraphs set in, headings between rules of hyphens."""
    citer = later_short("chicago", same="Ibid.", later="title")
    page.put(" " * 12)
    page.title(capitals(book.title))
    page.put("\n\n" + " " * 20 + "(carbon copy)\n")
    for claim in book.claims:
        page.put("\n\n" + "- " * 31 + "\n")
        page.claim(claim, typed(claim.text, 62, 0))
        page.put("\n" + "- " * 31 + "\n\n")
        for excerpt in shown_excerpts(page, claim):
            for paragraph in excerpt.paragraphs:
                page.put("     ")
                page.excerpt(claim, excerpt, typed(paragraph, 62, 5))
                page.put("\n")
            if excerpt.csl is not None:
                page.put("          ( ")
                page.citation(excerpt, wrapped_cite(citer(excerpt), 50, 0), ("_", "_"))
                page.put(" )\n")
            page.put("\n")


def set_annotations(book: Book, page: Page) -> None:
    """Annotations as a reading program exports them: quoted words, then the reference as a link, then a link to the page."""
    citer = every_time(author_date)
    page.put("# ")
    page.title(book.title)
    page.put("\n(12/03/2024, 09:41:07)\n")
    for claim in book.claims:
        page.put("\n## ")
        page.claim(claim, claim.text)
        page.put("\n\n")
        for excerpt in claim.excerpts:
            key = hashlib.sha1(excerpt.id.encode(), usedforsecurity=False).hexdigest()[:16].upper()
            page.put("“")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n" if j else "")
                page.excerpt(claim, excerpt, paragraph)
            page.put("”")
            if excerpt.csl is not None:
                page.put(" ([")
                page.citation(excerpt, citer(excerpt))
                page.put(f"](zotero://select/library/items/{key[:8]}))")
            page.put(f" ([pdf](zotero://open-pdf/library/items/{key[8:]}?page=1))\n\n")
    page.put("## References\n\n")
    for _, words in works_list(book, author_date_reference):
        page.put(mark_titles(words, "*", "*") + "\n\n")


FOLDED_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>details{border-bottom:1px solid #ccc}figure{margin:1em 2em}</style></head>
<body>
<p><button onclick="document.querySelectorAll('details').forEach(d=>d.open=true)">Open all</button> <button>Close all</button></p>
<h1>"""


def set_folded(book: Book, page: Page) -> None:
    """A page whose parts fold: a summary for each claim, figures with the quotation and a caption for its source."""
    form = STYLES["title-first"]
    page.put(FOLDED_HEAD.replace("{title}", page.shown(book.title)))
    page.title(book.title)
    page.put("</h1>\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f'<details id="c{n}"><summary>')
        page.claim(claim, title_case(claim.text))
        page.put("</summary>\n")
        for excerpt in claim.excerpts:
            page.put("<figure>\n<blockquote>")
            for paragraph in excerpt.paragraphs:
                page.put("<p>")
                page.excerpt(claim, excerpt, paragraph)
                page.put("</p>\n")
            page.put("</blockquote>\n")
            if excerpt.csl is not None:
                page.put("<figcaption>")
                page.citation(excerpt, form(excerpt.csl), ("<cite>", "</cite>"))
                page.put("</figcaption>\n")
            page.put("</figure>\n")
        page.put('<p class="up"><a href="#top">Up</a></p></details>\n')
    page.put("<footer>Last changed in the spring.</footer>\n</body></html>\n")


LAYOUTS = (
    Layout("typescript-hyphenated", "unseen3", "book.txt", set_typescript),
    Layout("md-annotations-linked", "unseen3", "book.md", set_annotations),
    Layout("html-folded-figures", "unseen3", "book.html", set_folded, marked_up=True),
)
