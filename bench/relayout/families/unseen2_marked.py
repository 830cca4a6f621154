"""Marked-up pages with their sources elsewhere: BibTeX keys, shortened footnotes of wikis, dashes for names met before."""

# ruff: noqa: E501 (running words stand in one line, as the files have them)

from __future__ import annotations

import re
from typing import Any

from ..book import Book, Excerpt
from ..cites import STYLES, bare_makers, page
from ..cites_more import legal_full, mla_parenthesis, works_list
from ..layouts import Layout
from ..notes import Citer, later_short
from ..pen import Cite, Pen, mark_titles
from ..setting import Page
from .fresh_sources import tex
from .unseen2_plain import with_page

__all__ = ["LAYOUTS"]


def bibtex_keys(book: Book) -> dict[str, str]:
    """``marlow1931`` for each work, with a letter where several would share it."""
    keys: dict[str, str] = {}
    met: dict[str, int] = {}
    for e in book.excerpts:
        if e.csl is None or e.work is None or e.work in keys:
            continue
        pen = Pen(e.csl)
        bare_makers(pen)
        first = re.findall(r"[a-z]+", ("".join(pen.out) or e.csl["title"]).lower())[0]
        base = first + re.sub(r"\D", "", str(e.csl.get("issued", "")))[:4]
        met[base] = met.get(base, 0) + 1
        keys[e.work] = base + ("" if met[base] == 1 else chr(95 + met[base]))
    return keys


def set_natbib(book: Book, page_: Page) -> None:
    """A thesis: ``\\citep[44]{marlow1931}`` closes each quotation, and ``thebibliography`` tells the keys."""
    keys = bibtex_keys(book)
    page_.put("\\documentclass{report}\n\\usepackage{natbib}\n\\begin{document}\n\\title{")
    page_.title(tex(book.title))
    page_.put("}\n\\maketitle\n\\chapter{Evidence}\n")
    for claim in book.claims:
        page_.put("\n\\subsection*{")
        page_.claim(claim, tex(claim.text))
        page_.put("}\n")
        for excerpt in claim.excerpts:
            page_.put("\n\\begin{quotation}\n")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put("\n\n" if j else "")
                page_.excerpt(claim, excerpt, tex(paragraph))
            if excerpt.csl is not None:
                assert excerpt.work is not None
                pen = page(Pen(excerpt.csl), "[", "p.~", "pp.~")
                pen.put("]" if "page" in pen else "").put("{" + keys[excerpt.work] + "}")
                page_.put(" \\citep")
                page_.citation(excerpt, pen.done(resolved=True))
            page_.put("\n\\end{quotation}\n")
    page_.put("\n\\begin{thebibliography}{99}\n")
    for work, words in works_list(book, "bibliography"):
        page_.put(f"\\bibitem{{{keys[work]}}} {mark_titles(tex(words), chr(92) + 'emph{', '}')}\n\n")
    page_.put("\\end{thebibliography}\n\\end{document}\n")


def sfn(csl: dict[str, Any]) -> Cite:
    """``Family|1931|p=44``: the arguments of a shortened footnote."""
    pen = Pen(csl)
    bare_makers(pen)
    words = "".join(pen.out).replace(", and ", "|").replace(" and ", "|").replace(", ", "|")
    pen.out = [words]
    if not words:
        pen.title(short=True)
    pen.field("issued", "|")
    return page(pen, "|", "p=", "pp=", "–").done(resolved=True)


def set_shortened(book: Book, page_: Page) -> None:
    """A wiki article: ``{{sfn|Family|1931|p=44}}`` after each quotation, and a bibliography in bullets."""
    page_.put("{{Use dmy dates}}\n'''")
    page_.title(book.title)
    page_.put("''' collects what was written on the matter.\n\n")
    for claim in book.claims:
        page_.put("=== ")
        page_.claim(claim, claim.text)
        page_.put(" ===\n")
        for excerpt in claim.excerpts:
            page_.put("{{blockquote|")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put("<br />\n" if j else "")
                page_.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                page_.put("{{sfn|")
                page_.citation(excerpt, sfn(excerpt.csl))
                page_.put("}}")
            page_.put("}}\n\n")
    page_.put("== Notes ==\n{{reflist|20em}}\n\n== Bibliography ==\n")
    page_.put(
        "".join(f"* {mark_titles(words, chr(39) * 2, chr(39) * 2)}\n" for _, words in works_list(book, "bibliography"))
    )
    page_.put("\n[[Category:Collections]]\n")


def dashed(entries: list[tuple[str, str]], book: Book) -> list[str]:
    """A list of works with three hyphens for the names of the entry before."""
    makers: dict[str, str] = {}
    for e in book.excerpts:
        if e.csl is not None and e.work is not None:
            makers[e.work] = str(e.csl.get("author") or e.csl.get("editor") or e.csl.get("translator") or "")
    shown, last = [], ""
    for work, words in entries:
        name = makers[work]
        cut = re.match(r"[^\ue000“]*?(?=\.? ?[\ue000“])", words)
        if name and name == last and cut and cut.group():
            words = "---" + words[cut.end() :]
        last = name
        shown.append(words)
    return shown


def set_hanging(book: Book, page_: Page) -> None:
    """A student's paper saved as a web page: ``(Family 44)``, and works cited where hyphens stand for a name met before."""
    citer = mla_parenthesis(book)
    page_.put('<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>')
    page_.put(page_.shown(book.title))
    page_.put(
        '</title></head>\n<body class="paper">\n<p class="heading">Reader of the Subject<br>History 201</p>\n<p class="title">'
    )
    page_.title(book.title)
    page_.put("</p>\n")
    for claim in book.claims:
        page_.put('<p class="head"><u>')
        page_.claim(claim, claim.text)
        page_.put("</u></p>\n")
        for excerpt in claim.excerpts:
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put('<p class="block">')
                page_.excerpt(claim, excerpt, paragraph)
                if j == len(excerpt.paragraphs) - 1 and excerpt.csl is not None:
                    page_.put(" (")
                    page_.citation(excerpt, citer(excerpt), ("<i>", "</i>"))
                    page_.put(")")
                page_.put("</p>\n")
    page_.put('<p class="title">Works Cited</p>\n')
    for words in dashed(works_list(book, "mla"), book):
        page_.put(f'<p class="hang">{mark_titles(page_.shown(words), "<i>", "</i>")}</p>\n')
    page_.put("</body></html>\n")


def by_note(book: Book) -> Citer:
    """Full at first, ``Ibid.`` of the note before, and ``Family, supra note 12, at 44`` after that."""
    first: dict[str, tuple[int, dict[str, Any]]] = {}
    last: list[str | None] = [None]
    count = [0]

    def cite(excerpt: Excerpt) -> Cite:
        csl, work = excerpt.csl, excerpt.work
        assert csl is not None
        assert work is not None
        count[0] += 1
        is_same, last[0] = last[0] == work, work
        if work not in first:
            first[work] = count[0], csl
            return legal_full(csl)
        number, known = first[work]
        pen = with_page(known, csl)
        if is_same:
            pen.put("Ibid." if "page" not in pen else "Ibid")
            return page(pen, " ", "at ", "at ").put("." if "page" in pen else "").done(resolved=True)
        bare_makers(pen)
        if not pen.out:
            pen.title(short=True)
        return page(pen.put(f", supra note {number}"), ", ", "at ", "at ").put(".").done(resolved=True)

    return cite


def set_law_review(book: Book, page_: Page) -> None:
    """A law review's article: raised numbers, and notes in a division at the end that look back by number."""
    citer = by_note(book)
    notes: list[tuple[Excerpt, Cite]] = []
    page_.put('<html><head><meta charset="utf-8"></head><body>\n<div class="article">\n<h1>')
    page_.title(book.title)
    page_.put("</h1>\n")
    for n, claim in enumerate(book.claims, 1):
        page_.put(f'<h4 class="sc">{n}. ')
        page_.claim(claim, claim.text)
        page_.put("</h4>\n")
        for excerpt in claim.excerpts:
            page_.put('<blockquote class="bq">')
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put("<br><br>\n" if j else "")
                page_.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                notes.append((excerpt, citer(excerpt)))
                page_.marker(excerpt, f"<sup>{len(notes)}</sup>")
            page_.put("</blockquote>\n")
    page_.put('</div>\n<div class="fn-group">\n')
    for n, (excerpt, cite) in enumerate(notes, 1):
        page_.put(f'<div class="fn"><sup>{n}</sup> ')
        page_.citation(excerpt, cite, ("<em>", "</em>"))
        page_.put("</div>\n")
    page_.put("</div></body></html>\n")


def set_french(book: Book, page_: Page) -> None:
    """A French editor's notes in Markdown: guillemets, ``Ibid.`` and ``op. cit.``, a bibliography."""
    citer = later_short("french", same="*Ibid.*", later="op. cit.")
    notes: list[tuple[Excerpt, Cite]] = []
    page_.put("# ")
    page_.title(book.title)
    page_.put("\n\n*Recueil de textes*\n")
    for claim in book.claims:
        page_.put("\n## ")
        page_.claim(claim, claim.text)
        page_.put("\n")
        for excerpt in claim.excerpts:
            last = len(excerpt.paragraphs) - 1
            page_.put("\n« ")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put("\n\n« " if j else "")
                page_.excerpt(claim, excerpt, paragraph)
                page_.put(" »" if j == last else "")
            if excerpt.csl is not None:
                notes.append((excerpt, citer(excerpt)))
                page_.marker(excerpt, f"[^{len(notes)}]")
            page_.put("\n")
    page_.put("\n")
    for n, (excerpt, cite) in enumerate(notes, 1):
        page_.put(f"[^{n}]: ")
        page_.citation(excerpt, cite, ("*", "*"))
        page_.put("\n")
    page_.put("\n## Bibliographie\n\n")
    form = STYLES["french"]
    page_.put("".join(f"- {mark_titles(words, '*', '*')}\n" for _, words in works_list(book, form)))


LAYOUTS = (
    Layout("thesis-natbib", "unseen2", "book.tex", set_natbib),
    Layout("wiki-shortened-footnotes", "unseen2", "book.wiki", set_shortened),
    Layout("paper-hanging-works", "unseen2", "book.html", set_hanging, marked_up=True),
    Layout("law-review-supra", "unseen2", "book.html", set_law_review, marked_up=True),
    Layout("md-french-notes", "unseen2", "book.md", set_french),
)
