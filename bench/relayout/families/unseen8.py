"""Made blind: how other countries point to a source, data files, slides, outliners, and three more markup languages."""

# ruff: noqa: E501 (marks are copied as pages have them)

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from ..book import Book, Excerpt
from ..cites import bare_makers
from ..cites import page as paged
from ..cites_more import german_note, requoted, spanish
from ..curling import curled
from ..invented_abroad import GERMAN, SPANISH, invent_abroad
from ..layouts import Layout
from ..notes import Citer, every_time, later_short
from ..pen import Cite, Pen
from ..prose import Prose, superscript
from ..setting import Page
from .fresh_plain import shown_excerpts
from .fresh_sources import tex
from .unseen4 import converter_keys

__all__ = ["LAYOUTS"]


def as_in_note() -> Citer:
    """Full at first, ``Ebd.`` of the note before, and ``Family, Title (wie Anm. 3), S. 44.`` after that."""
    first: dict[str, int] = {}
    last: list[str | None] = [None]
    count = [0]

    def cite(excerpt: Excerpt) -> Cite:
        csl, work = excerpt.csl, excerpt.work
        assert csl is not None
        assert work is not None
        count[0] += 1
        is_same, last[0] = last[0] == work, work
        if work not in first:
            first[work] = count[0]
            return german_note(csl)
        pen = Pen(csl)
        if is_same:
            pen.put("Ebd.")
        else:
            bare_makers(pen)
            pen.title(", " if pen.out else "", short=True).put(f" (wie Anm. {first[work]})")
        return paged(pen, ", ", "S. ", "S. ", "–").put(".").done(resolved=True)

    return requoted(cite, "„", "“")


def set_as_in_note(book: Book, page: Page) -> None:
    """A German paper: raised figures after the quotation marks, ``Anmerkungen`` at the end that look back by number."""
    citer = as_in_note()
    page.title(book.title)
    page.put("\n\nVorbemerkung: Hervorhebungen im Original.\n")
    notes: list[tuple[Excerpt, Cite]] = []
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n\n{n} ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in claim.excerpts:
            page.put("\n„")
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n" if j else "")
                page.excerpt(claim, excerpt, paragraph)
                page.put("“" if j == last else "")
            notes.append((excerpt, citer(excerpt)))
            page.marker(excerpt, superscript(len(notes)))
            page.put("\n")
    page.put("\n\nAnmerkungen\n\n")
    for k, (excerpt, cite) in enumerate(notes, 1):
        page.put(superscript(k) + " ")
        page.citation(excerpt, cite)
        page.put("\n")


def scalar(words: str) -> str:
    """The inside of a scalar in double quotation marks."""
    return words.replace('"', '\\"')


def set_yaml(book: Book, page: Page) -> None:
    """A data file: a list of claims, each with its quotations as blocks of text and the source as one string."""
    citer = every_time("chicago")
    page.put("# quotations by claim, one entry per passage\n---\ntitle: ")
    page.title(book.title)
    page.put("\nversion: 3\nclaims:\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f'  - id: claim-{n:03d}\n    claim: "')
        page.claim(claim, claim.text, shown=scalar(claim.text))
        page.put('"\n    quotes:\n')
        for excerpt in claim.excerpts:
            page.put("      - text: |\n")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n" if j else "")
                page.put("          ")
                page.excerpt(claim, excerpt, paragraph)
                page.put("\n")
            if excerpt.csl is None:
                page.put("        source: null\n")
                continue
            cite = citer(excerpt)
            page.put('        source: "')
            page.piece(
                "citation", "c" + excerpt.id.lstrip("x"), cite.text.replace("\ue000", "").replace("\ue001", ""),
                shown=scalar(cite.text.replace("\ue000", "").replace("\ue001", "")),
                excerpt=excerpt.id, csl=cite.csl, work=excerpt.work, resolved=cite.resolved,
            )  # fmt: skip
            page.put('"\n')


def set_slides(book: Book, page: Page) -> None:
    """Slides saved as text: a slide for each passage under its claim, and the talk's name with a number at the foot."""
    citer = every_time("title-first")
    count = 1
    page.title(book.title)
    page.put("\nReading group, spring term\n")
    for claim in book.claims:
        for n, excerpt in enumerate(claim.excerpts):
            count += 1
            page.put("\f")
            if n:
                page.put(f"{claim.text} (cont.)")
            else:
                page.claim(claim, claim.text)
            page.put("\n")
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n“" if j == 0 else "\n")
                page.excerpt(claim, excerpt, paragraph)
                page.put("”\n" if j == last else "\n")
            if excerpt.csl is not None:
                page.put("– ")
                page.citation(excerpt, citer(excerpt))
                page.put("\n")
            page.put(f"\n{book.title}  |  {count}\n")


def block_id(words: str) -> str:
    """The identifier that an outliner gives to a block."""
    d = hashlib.md5(words.encode(), usedforsecurity=False).hexdigest()
    return f"{d[:8]}-{d[8:12]}-4{d[13:16]}-a{d[17:20]}-{d[20:32]}"


def set_outliner(book: Book, page: Page) -> None:
    """An outliner's page: a block for each claim, one deeper for each quotation, the source as a property of the block."""
    citer = every_time("bibliography")
    page.put("title:: ")
    page.title(book.title)
    page.put("\ntags:: sources, reading\n\n")
    for claim in book.claims:
        page.put("- ## ")
        page.claim(claim, claim.text)
        page.put(f"\n  id:: {block_id(claim.id)}\n  collapsed:: true\n")
        for excerpt in claim.excerpts:
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\t  >\n\t  > " if j else "\t- > ")
                page.excerpt(claim, excerpt, paragraph)
                page.put("\n")
            if excerpt.csl is not None:
                page.put("\t  source:: ")
                page.citation(excerpt, citer(excerpt), ("*", "*"))
                page.put("\n")
            page.put(f"\t  id:: {block_id(excerpt.id)}\n")


def set_doku(book: Book, page: Page) -> None:
    """A page of a small wiki: most marks of equality for the highest heading, notes in double round brackets."""
    citer = later_short("chicago-page", labels=("", ""))
    page.put("====== ")
    page.title(book.title)
    page.put(" ======\n\n~~NOTOC~~\n{{tag>sources reading}}\n")
    for claim in book.claims:
        page.put("\n===== ")
        page.claim(claim, claim.text)
        page.put(" =====\n")
        for excerpt in claim.excerpts:
            page.put("\n")
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("> ")
                page.excerpt(claim, excerpt, paragraph)
                if j == last and excerpt.csl is not None:
                    page.put("((")
                    page.citation(excerpt, citer(excerpt), ("//", "//"))
                    page.put("))")
                page.put("\n")
    page.put("\n----\n\n[[start|Back to the start]]\n")


def typst(words: str) -> str:
    """Words with the signs escaped that a typesetting language would take for its own."""
    return re.sub(r"([#$*_@<>\[\]`])", r"\\\1", words)


def set_typst(book: Book, page: Page) -> None:
    """A newer typesetting language: block quotations that name their attribution before the words."""
    citer = every_time("chicago-page")
    page.put(
        '#set page(paper: "a4")\n#set text(font: "Libertinus Serif", 11pt)\n#show heading: set block(below: 1em)\n\n'
    )
    page.put("#align(center)[*")
    page.title(typst(book.title))
    page.put("*]\n")
    for claim in book.claims:
        page.put("\n= ")
        page.claim(claim, typst(claim.text))
        page.put("\n")
        for excerpt in claim.excerpts:
            page.put("\n#quote(block: true")
            if excerpt.csl is not None:
                cite = citer(excerpt)
                page.put(", attribution: [")
                page.citation(excerpt, replace(cite, text=typst(cite.text)), ("_", "_"))
                page.put("]")
            page.put(")[\n")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n" if j else "")
                page.put("  ")
                page.excerpt(claim, excerpt, typst(paragraph))
                page.put("\n")
            page.put("]\n")


def bib_entry(key: str, csl: dict[str, object]) -> str:
    """An entry of a file of works, as reference managers write it."""
    kind = "article" if "container-title" in csl else "book"
    rows: list[tuple[str, str]] = []
    for role in ("author", "editor", "translator"):
        people = csl.get(role)
        if isinstance(people, list) and people:
            names = [
                f"{{{n['literal']}}}" if n.get("literal") else f"{n['family']}, {n.get('given', '')}" for n in people
            ]
            rows.append((role, " and ".join(name.strip(", ") for name in names)))
    for field, name in (
        ("title", "title"), ("container-title", "journal"), ("edition", "edition"), ("volume", "volume"),
        ("publisher", "publisher"), ("publisher-place", "location"), ("issued", "date"),
    ):  # fmt: skip
        if csl.get(field):
            rows.append((name, str(csl[field])))
    return f"@{kind}{{{key},\n" + "".join(f"  {name} = {{{tex(value)}}},\n" for name, value in rows) + "}\n\n"


def set_block_cites(book: Book, page: Page) -> None:
    """A paper whose quotations carry page and key in one command; the file of works stands at the head."""
    keys = converter_keys(book)
    page.put("\\begin{filecontents}{sources.bib}\n")
    for work, key in keys.items():
        full = next(e.csl for e in book.excerpts if e.work == work and e.csl is not None)
        page.put(bib_entry(key, full))
    page.put(
        "\\end{filecontents}\n\\documentclass[a4paper]{article}\n\\usepackage{csquotes}\n\\usepackage[style=authoryear]{biblatex}\n\\addbibresource{sources.bib}\n\\title{"
    )
    page.title(tex(book.title))
    page.put("}\n\\begin{document}\n\\maketitle\n")
    for claim in book.claims:
        page.put("\n\\section{")
        page.claim(claim, tex(claim.text))
        page.put("}\n")
        for excerpt in shown_excerpts(page, claim):
            page.put("\n\\blockcquote" if excerpt.csl is not None else "\n\\blockquote")
            if excerpt.csl is not None:
                assert excerpt.work is not None
                pen = Pen(excerpt.csl)
                pen.field("page", "[", "]")
                page.citation(excerpt, pen.put("{" + keys[excerpt.work] + "}").done(resolved=True))
            page.put("{")
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n\n" if j else "")
                page.excerpt(claim, excerpt, tex(paragraph))
            page.put("}\n")
    page.put("\n\\printbibliography\n\\end{document}\n")


LAYOUTS = (
    Layout(
        "spanish-page",
        "unseen8",
        "book.txt",
        Prose(
            heading=lambda n, _: (f"{n}.º ", ""),
            opening="«",
            closing="»",
            between="\n\n",
            cite=lambda: requoted(later_short(spanish, "Ibíd.", later="op. cit."), "«", "»"),
            cite_marks=("Fuente: ", ""),
            front="\n\nSe respeta la ortografía de los originales.",
        ),
        choose=lambda book: invent_abroad(SPANISH, book),
    ),
    Layout("german-as-in-note", "unseen8", "book.txt", set_as_in_note, choose=lambda book: invent_abroad(GERMAN, book)),
    Layout("yaml-list", "unseen8", "book.yaml", set_yaml),
    Layout("slides-text", "unseen8", "book.txt", set_slides, choose=curled),
    Layout("outliner-properties", "unseen8", "book.md", set_outliner),
    Layout("doku-footnotes", "unseen8", "book.txt", set_doku),
    Layout("typst-quotes", "unseen8", "book.typ", set_typst),
    Layout("latex-block-cites", "unseen8", "book.tex", set_block_cites),
)
