"""Made blind after the sheets and lead-ins had been mended: columns, author-date leads, converters, attributions, likes."""

# ruff: noqa: E501 (marks are copied as pages have them)

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..book import Book, Excerpt
from ..cites import STYLES, bare_makers
from ..cites_common import author_date_reference
from ..cites_more import works_list
from ..curling import curled
from ..layouts import Layout
from ..notes import every_time, later_short
from ..pen import Cite, Pen, mark_titles
from ..setting import Page
from .fresh_plain import shown_excerpts
from .fresh_sources import tex
from .unseen6 import one_paragraph
from .unseen_notes import slug

__all__ = ["LAYOUTS"]

COLUMNS = ("Claim", "Quote", "Author", "Title", "Place", "Publisher", "Year", "Page")


def quoted(words: str) -> str:
    """A cell of a file with commas, in quotation marks where it needs them."""
    return '"' + words.replace('"', '""') + '"' if any(c in words for c in ',"\n') else words


def books_by_authors(book: Book) -> Book:
    """The book without the excerpts whose source has another shape than author and title, their cells in one paragraph."""
    claims = []
    for claim in one_paragraph(book).claims:
        kept = tuple(
            e
            for e in claim.excerpts
            if e.csl is not None
            and e.csl.get("author")
            and not {"container-title", "editor", "translator", "volume", "edition"} & set(e.csl)
        )
        if kept:
            claims.append(replace(claim, excerpts=kept))
    return replace(book, claims=tuple(claims))


def set_columns(book: Book, page: Page) -> None:
    """A sheet saved with commas: the claim in every row, and a column for each part of the source."""
    page.put(",".join(COLUMNS) + "\n")
    for claim in book.claims:
        for n, excerpt in enumerate(claim.excerpts):
            if n == 0:
                page.claim(claim, claim.text, shown=quoted(claim.text))
            else:
                page.put(quoted(claim.text))
            page.put(",")
            words = excerpt.paragraphs[0]
            page.excerpt(claim, excerpt, words, shown=quoted(words))
            csl = excerpt.csl
            assert csl is not None
            pen = Pen(csl)
            pen.names("author", "family", joint=" and ")
            cells = ["".join(pen.out)]
            for name in ("title", "publisher-place", "publisher", "issued", "page"):
                pen.field(name)
                cells.append(str(csl.get(name, "")))
            page.put(",")
            page.piece(
                "citation", "c" + excerpt.id.lstrip("x"), ", ".join(c for c in cells if c),
                shown=",".join(map(quoted, cells)),
                excerpt=excerpt.id, csl=pen.csl, work=excerpt.work, resolved=csl,
            )  # fmt: skip
            page.put("\n")


def harvard_lead(csl: dict[str, Any]) -> Cite:
    """``Family and Family (1931, p. 44)``: as the social sciences take up a source."""
    pen = Pen(csl)
    bare_makers(pen)
    if not pen.out:
        pen.title(short=True)
    pen.field("issued", " (")
    if "page" in pen:
        words = csl["page"]
        many = "-" in words or "," in words
        lead = ", " if "issued" in pen else " ("
        pen.field("page", lead + ("pp. " if many else "p. "))
    return pen.put(")" if "issued" in pen or "page" in pen else "").done(resolved=True)


def set_harvard_leads(book: Book, page: Page) -> None:
    """A literature review: ``Family (1931, p. 44):`` and the words in quotation marks after it; references at the end."""
    page.title(book.title)
    page.put("\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n\n{n}. ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in shown_excerpts(page, claim, source_first=True):
            page.put("\n")
            if excerpt.csl is not None:
                page.citation(excerpt, harvard_lead(excerpt.csl))
                page.put(": ")
            page.put("“")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n“" if j else "")
                page.excerpt(claim, excerpt, paragraph)
            page.put("”\n")
    page.put("\n\nReferences\n\n")
    page.put("".join(mark_titles(words) + "\n\n" for _, words in works_list(book, author_date_reference)))


def set_pandoc_notes(book: Book, page: Page) -> None:
    """A page that a converter made of Markdown with notes: raised links, and a section of notes at the end."""
    citer = later_short("chicago-page", labels=("", ""))
    page.put(
        '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en">\n<head>\n<meta charset="utf-8" />\n<title>'
    )
    page.put(page.shown(book.title) + '</title>\n</head>\n<body>\n<header id="title-block-header">\n<h1 class="title">')
    page.title(book.title)
    page.put('</h1>\n</header>\n<nav id="TOC" role="doc-toc">\n<ul>\n')
    page.put(
        "".join(
            f'<li><a href="#{slug(c.text)}" id="toc-{slug(c.text)}">{page.shown(c.text)}</a></li>\n'
            for c in book.claims
        )
    )
    page.put("</ul>\n</nav>\n")
    notes: list[tuple[Excerpt, Cite]] = []
    for claim in book.claims:
        page.put(f'<h1 id="{slug(claim.text)}">')
        page.claim(claim, claim.text)
        page.put("</h1>\n")
        for excerpt in claim.excerpts:
            page.put("<blockquote>\n")
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("<p>")
                page.excerpt(claim, excerpt, paragraph)
                if j == last and excerpt.csl is not None:
                    notes.append((excerpt, citer(excerpt)))
                    k = len(notes)
                    page.put(
                        f'<a href="#fn{k}" class="footnote-ref" id="fnref{k}" role="doc-noteref"><sup>{k}</sup></a>'
                    )
                page.put("</p>\n")
            page.put("</blockquote>\n")
    page.put('<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes">\n<hr />\n<ol>\n')
    for k, (excerpt, cite) in enumerate(notes, 1):
        page.put(f'<li id="fn{k}"><p>')
        page.citation(excerpt, cite, ("<em>", "</em>"))
        page.put(f'<a href="#fnref{k}" class="footnote-back" role="doc-backlink">↩︎</a></p></li>\n')
    page.put("</ol>\n</section>\n</body>\n</html>\n")


def set_cite_tags(book: Book, page: Page) -> None:
    """Markdown of a static site: front matter, block quotations, a dash and the source in a tag within the block."""
    citer = every_time("bibliography")
    page.put("---\nlayout: page\ntitle: ")
    page.title(book.title)
    page.put("\npermalink: /sources/\n---\n\n* TOC\n{:toc}\n")
    for claim in book.claims:
        page.put("\n### ")
        page.claim(claim, claim.text)
        page.put(f"\n{{: #{slug(claim.text)[:30]}}}\n")
        for excerpt in claim.excerpts:
            page.put("\n")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put(">\n" if j else "")
                page.put("> ")
                page.excerpt(claim, excerpt, paragraph)
                page.put("\n")
            if excerpt.csl is not None:
                page.put(">\n> — <cite>")
                page.citation(excerpt, citer(excerpt), ("*", "*"))
                page.put("</cite>\n")
            page.put("{: .quote}\n")


def set_latex_attribution(book: Book, page: Page) -> None:
    """A typesetter's file: quotations that end in a line with the source pushed to the right, quotes in backticks."""
    citer = every_time("chicago")
    page.put("\\documentclass{scrartcl}\n\\usepackage[T1]{fontenc}\n% quotations by statement\n\\title{")
    page.title(tex(book.title))
    page.put("}\n\\begin{document}\n\\maketitle\n")
    for claim in book.claims:
        page.put("\n%%%%%%%%%%%%%%%%%%%%\n\\section*{")
        page.claim(claim, tex(claim.text))
        page.put("}\n")
        for excerpt in claim.excerpts:
            page.put("\n\\begin{quote}\n``")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n" if j else "")
                page.excerpt(claim, excerpt, tex(paragraph))
            page.put("''")
            if excerpt.csl is not None:
                cite = citer(excerpt)
                page.put("\\\\\n\\hspace*{\\fill}--- ")
                page.citation(excerpt, replace(cite, text=tex(cite.text)), ("\\textit{", "}"))
            page.put("\n\\end{quote}\n")
    page.put("\n\\end{document}\n")


def set_ordered(book: Book, page: Page) -> None:
    """Markdown with a numbered list under each claim: words in quotation marks, a dash and the source in one item."""
    form = STYLES["harvard"]
    page.put("# ")
    page.title(book.title)
    page.put("\n")
    for claim in book.claims:
        page.put("\n## ")
        page.claim(claim, claim.text)
        page.put("\n\n")
        for k, excerpt in enumerate(claim.excerpts, 1):
            page.put(f"{k}. “")
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n   " if j else "")
                page.excerpt(claim, excerpt, paragraph)
                page.put("”" if j == last else "")
            if excerpt.csl is not None:
                page.put(" – ")
                page.citation(excerpt, form(excerpt.csl), ("*", "*"))
            page.put("\n")


def set_likes(book: Book, page: Page) -> None:
    """Quotations copied from a site of readers: a long dash and the source, tags and a count of likes under each."""
    citer = every_time("plain")
    page.title(book.title)
    page.put("\n\n(copied for the reading group)\n")
    count = 0
    for claim in book.claims:
        page.put("\n\n")
        page.claim(claim, claim.text.upper())
        page.put("\n")
        for excerpt in claim.excerpts:
            count += 1
            page.put("\n“")
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n" if j else "")
                page.excerpt(claim, excerpt, paragraph)
                page.put("”\n" if j == last else "")
            if excerpt.csl is not None:
                page.put("― ")
                page.citation(excerpt, citer(excerpt))
                page.put("\n")
            if count % 3:
                page.put("tags: history, sources, memory\n")
            page.put(f"{count * 7 % 90 + 1} likes\n")


LAYOUTS = (
    Layout("sheet-columns", "unseen7", "book.csv", set_columns, choose=books_by_authors),
    Layout("review-author-date-leads", "unseen7", "book.txt", set_harvard_leads),
    Layout("html-pandoc-notes", "unseen7", "book.html", set_pandoc_notes, marked_up=True),
    Layout("md-cite-tags", "unseen7", "book.md", set_cite_tags),
    Layout("latex-attribution", "unseen7", "book.tex", set_latex_attribution),
    Layout("md-ordered-list", "unseen7", "book.md", set_ordered),
    Layout("readers-likes", "unseen7", "book.txt", set_likes, choose=curled),
)
