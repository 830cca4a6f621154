"""Languages in which people write notes and papers: LaTeX, AsciiDoc, callouts and run-in heads in Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

from ..book import Book
from ..cites import STYLES
from ..cites_more import careless
from ..layouts import Layout
from ..notes import every_time, later_short
from ..pen import OPEN, Cite
from ..prose import wrap
from ..setting import Page

__all__ = ["LAYOUTS"]


def tex(words: str) -> str:
    """Words with the signs escaped that LaTeX would take for its own."""
    return re.sub(r"([&%$#_{}])", r"\\\1", words)


def set_latex(book: Book, page: Page) -> None:
    """A paper: a section for each claim, quotations in their environment, sources in footnotes."""
    citer = later_short("chicago")
    page.put("\\documentclass[12pt]{article}\n\\usepackage{fontspec}\n\\usepackage[margin=1in]{geometry}\n\n\\title{")
    page.title(tex(book.title))
    page.put("}\n\\date{")
    if book.date:
        page.title(tex(book.date))
    page.put("}\n\n\\begin{document}\n\\maketitle\n\\tableofcontents\n")
    for claim in book.claims:
        page.put("\n\\section{")
        page.claim(claim, tex(claim.text))
        page.put("}\n")
        for excerpt in claim.excerpts:
            page.put("\n\\begin{quote}\n")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n" if j else "")
                page.excerpt(claim, excerpt, wrap(tex(paragraph), 80))
            if excerpt.csl is not None:
                cite = citer(excerpt)
                page.put("\\footnote{")
                page.citation(excerpt, replace(cite, text=tex(cite.text)), ("\\emph{", "}"))
                page.put("}")
            page.put("\n\\end{quote}\n")
    page.put("\n\\end{document}\n")


def attributed(cite: Cite) -> Cite:
    """``Given Family, "Title (...), p. 3"``: a block's two places, quoted where they hold commas."""
    words = cite.text
    at = words.find(f", {OPEN}") if f", {OPEN}" in words else words.find(", “")
    who, what = (words[:at], words[at + 2 :]) if at > 0 else ("", words)
    what = f'"{what}"' if "," in what else what
    who = f'"{who}"' if "," in who else who
    return replace(cite, text=f"{who}, {what}" if who else what)


def set_asciidoc(book: Book, page: Page) -> None:
    """Quotation blocks that name author and work in their first line."""
    citer = every_time("plain")
    page.put("= ")
    page.title(book.title)
    page.put("\n:toc:\n:sectanchors:\n")
    if book.date:
        page.put("\n")
        page.title(book.date)
        page.put("\n")
    for claim in book.claims:
        page.put("\n== ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in claim.excerpts:
            page.put("\n[quote")
            if excerpt.csl is not None:
                page.put(", ")
                page.citation(excerpt, attributed(citer(excerpt)), ("_", "_"))
            page.put("]\n____\n")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n" if j else "")
                page.excerpt(claim, excerpt, paragraph)
            page.put("\n____\n")


def set_callouts(book: Book, page: Page) -> None:
    """A vault's note: the source is the title of the callout that holds the words."""
    citer = every_time("chicago-page")
    page.put("---\ntags: [reading, quotes]\naliases: []\ncssclass: wide\n---\n\n# ")
    page.title(book.title)
    page.put("\n\nUp: [[Index]] · [[Reading log]]\n")
    for claim in book.claims:
        page.put("\n## ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in claim.excerpts:
            page.put("\n> [!quote] ")
            if excerpt.csl is not None:
                page.citation(excerpt, citer(excerpt), ("*", "*"))
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n>\n> " if j else "\n> ")
                page.excerpt(claim, excerpt, paragraph)
            page.put("\n")
    page.put("\n#todo\n")


def set_run_in(book: Book, page: Page) -> None:
    """Claims in bold at the head of the first paragraph, then each passage in quotation marks, a dash, its source."""
    form = STYLES["bibliography"]
    page.put("# ")
    page.title(book.title)
    page.put("\n")
    for claim in book.claims:
        page.put("\n**")
        page.claim(claim, claim.text)
        page.put("**" if claim.text.endswith(("?", "”")) else ".**")
        for k, excerpt in enumerate(claim.excerpts):
            page.put("\n\n“" if k else " “")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n“" if j else "")
                page.excerpt(claim, excerpt, paragraph)
            page.put("”")
            if excerpt.csl is not None:
                page.put(" — ")
                page.citation(excerpt, form(excerpt.csl), ("*", "*"))
        page.put("\n")


def forgetful(book: Book) -> Book:
    """The book with every eleventh source forgotten."""
    count, claims = 0, []
    for claim in book.claims:
        kept = []
        for e in claim.excerpts:
            count += 1
            kept.append(e if count % 11 else replace(e, csl=None, work=None, printed=None))
        claims.append(replace(claim, excerpts=tuple(kept)))
    return replace(book, claims=tuple(claims))


def set_debate(book: Book, page: Page) -> None:
    """A debate's page where many wrote: quotations after ``>``, and sources missing or half written here and there."""
    citer = careless("chicago")
    page.put("# ")
    page.title(book.title)
    page.put("\n\n[Edit this page](/edit) | [History](/history) | [Discuss](/talk)\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n### Pro {n}: " if n % 3 else f"\n### Con {n}: ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in claim.excerpts:
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("> \n" if j else "\n")
                page.put("> *")
                page.excerpt(claim, excerpt, paragraph)
                page.put("*\n")
            page.put("\n")
            if excerpt.csl is not None:
                page.put("<small>")
                page.citation(excerpt, citer(excerpt), ("_", "_"))
                page.put("</small>\n")
    page.put("\n---\nText is available under a free licence.\n")


LAYOUTS = (
    Layout("latex-quotes", "fresh", "book.tex", set_latex),
    Layout("asciidoc-blocks", "fresh", "book.adoc", set_asciidoc),
    Layout("md-callouts", "fresh", "book.md", set_callouts),
    Layout("md-run-in", "fresh", "book.md", set_run_in),
    Layout("md-debate-careless", "fresh", "book.md", set_debate, choose=forgetful),
)
