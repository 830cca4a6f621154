"""Plain text as most people write it: essays, handouts, reports, leaflets, family notes, compilations and memoranda."""

# ruff: noqa: E501 (running words stand in one line, as the files have them)

from __future__ import annotations

from ..book import Book, Excerpt
from ..cases import title_case
from ..cites_common import apa, apa_reference, bluebook
from ..cites_more import mla_parenthesis, works_list
from ..curling import curled
from ..layouts import Layout
from ..notes import every_time, later_short
from ..pen import Cite, mark_titles
from ..prose import roman
from ..setting import Page
from .fresh_plain import shown_excerpts

__all__ = ["LAYOUTS"]


def set_essay(book: Book, page: Page) -> None:
    """A historian's pages saved as text: curly quotes, a bare figure after each, endnotes and a bibliography."""
    citer = later_short("chicago-page", labels=("", ""))
    page.title(book.title)
    page.put("\n\nCompiled by a reader of the subject\n")
    if book.date:
        page.title(book.date)
        page.put("\n")
    page.put(
        "\nThe passages that follow were gathered over several years of reading. I have grouped them under the statements "
        "that they seem to me to support. Nothing has been left out of a passage without dots to show it, and the notes "
        "at the end say where each was found.\n"
    )
    notes: list[tuple[Excerpt, Cite]] = []
    for claim in book.claims:
        page.put("\n\n")
        page.claim(claim, title_case(claim.text))
        page.put("\n\n")
        for excerpt in claim.excerpts:
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("“")
                page.excerpt(claim, excerpt, paragraph)
                page.put("”" if j == last else "\n")
            if excerpt.csl is not None:
                notes.append((excerpt, citer(excerpt)))
                page.marker(excerpt, str(len(notes)))
            page.put("\n\n")
    page.put("\nNotes\n\n")
    for n, (excerpt, cite) in enumerate(notes, 1):
        page.put(f"{n}. ")
        page.citation(excerpt, cite)
        page.put("\n")
    page.put("\n\nBibliography\n\n")
    page.put("".join(mark_titles(words) + "\n" for _, words in works_list(book, "bibliography")))


def set_handout(book: Book, page: Page) -> None:
    """A teacher's handout: blanks for the name, claims with a number and a bracket, ``(Family 44)``, questions, works cited."""
    citer = mla_parenthesis(book)
    page.put("Name: ______________________     Period: ______     Date: ______________\n\n")
    page.title(book.title)
    page.put(
        "\n\nDirections: Read each claim and the quotations under it. Underline the words that support the claim.\n"
    )
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n\n{n}) ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in claim.excerpts:
            page.put('\n"')
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.excerpt(claim, excerpt, paragraph)
                page.put('"' if j == last else "\n")
            if excerpt.csl is not None:
                page.put(" (")
                page.citation(excerpt, citer(excerpt))
                page.put(").")
            page.put("\n")
        if n % 4 == 0:
            page.put("\nWhich of these sources was closest to the events? How do you know?\n")
            page.put(("_" * 66 + "\n") * 2)
    page.put("\n\nWorks Cited\n\n")
    page.put("".join(mark_titles(words) + "\n\n" for _, words in works_list(book, "mla")))


def set_apa(book: Book, page: Page) -> None:
    """A report: numbered headings, indented blocks, ``(Family, 1931, p. 44)`` after the last stop, references."""
    citer = every_time(apa)
    page.title(book.title)
    page.put("\nWorking paper no. 3\n\nAbstract\n\nThis paper lists the published evidence, statement by statement.\n")
    page.put("\nKeywords: sources, testimony, evidence\n\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n{n}. ")
        page.claim(claim, title_case(claim.text))
        page.put("\n\n")
        for excerpt in claim.excerpts:
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n     " if j else "     ")
                page.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                page.put(" (")
                page.citation(excerpt, citer(excerpt))
                page.put(")")
            page.put("\n\n")
    page.put("\nReferences\n\n")
    page.put("".join(mark_titles(words) + "\n\n" for _, words in works_list(book, apa_reference)))


def set_leaflet(book: Book, page: Page) -> None:
    """An activist's fact sheet: headings in capitals with a number, bullets, quotation marks, a dash and the source."""
    citer = every_time("plain")
    page.put("FACT SHEET\n\n")
    page.title(book.title.upper())
    page.put("\n")
    if book.date:
        page.put("Updated ")
        page.title(book.date)
        page.put("\n")
    page.put("\nDon’t take our word for it. Here is what they said themselves.\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n\n{n}. ")
        page.claim(claim, claim.text.upper())
        page.put("\n")
        for excerpt in claim.excerpts:
            page.put("\n•  “")
            last = len(excerpt.paragraphs) - 1
            for j, paragraph in enumerate(excerpt.paragraphs):
                page.put("\n   " if j else "")
                page.excerpt(claim, excerpt, paragraph)
                page.put("”" if j == last else "")
            if excerpt.csl is not None:
                page.put(" – ")
                page.citation(excerpt, citer(excerpt))
            page.put("\n")
    page.put("\n\nPlease copy and share. For more information, or to help, write to info@committee.example\n")


def set_family(book: Book, page: Page) -> None:
    """A genealogist's file: a numbered list of contents, headings underlined, a catalogue line after ``Citation:``."""
    citer = every_time("bibliography")
    page.title(book.title)
    page.put("\n" + "=" * len(book.title) + "\n\nResearch notes, kept since 1998. Last updated: ")
    page.title(book.date or "12 Feb 2016")
    page.put("\nPlease tell me of any errors!\n\nContents\n--------\n\n")
    for n, claim in enumerate(book.claims, 1):
        page.put(f"  {n}. {claim.text}\n")
    page.put("\n")
    for k, claim in enumerate(book.claims):
        page.put("\n* * * * *\n\n" if k else "\n")
        page.claim(claim, claim.text)
        page.put("\n" + "-" * len(claim.text) + "\n\n")
        for excerpt in shown_excerpts(page, claim):
            for paragraph in excerpt.paragraphs:
                page.excerpt(claim, excerpt, paragraph)
                page.put("\n\n")
            if excerpt.csl is not None:
                page.put("Citation: ")
                page.citation(excerpt, citer(excerpt))
                page.put("\n\n")
    page.put("\n* * * * *\n\nEnd of file\n")


def set_printed(book: Book, page: Page) -> None:
    """A compilation printed to text: sources in parentheses on a line of their own, a running head and number per sheet."""
    citer = every_time("bibliography")
    sheet, room = 1, 3200
    page.title(book.title)
    if book.date:
        page.put("\n")
        page.title(book.date)
    page.put(
        "\n\nPreface\n\nI began this compilation for my own use and now offer it to others. Page references are to the editions given.\n"
    )
    for claim in book.claims:
        page.put("\n\n\n")
        page.claim(claim, title_case(claim.text))
        page.put("\n")
        for excerpt in shown_excerpts(page, claim):
            if room < 0:
                sheet, room = sheet + 1, 3200
                page.put(f"\n                                        {sheet - 1}\n\f{book.title}\n")
            for paragraph in excerpt.paragraphs:
                page.put("\n")
                page.excerpt(claim, excerpt, paragraph)
                page.put("\n")
                room -= len(paragraph)
            if excerpt.csl is not None:
                page.put("(")
                page.citation(excerpt, citer(excerpt))
                page.put(")\n")
    page.put(f"\n                                        {sheet}\n")


def set_memorandum(book: Book, page: Page) -> None:
    """A lawyer's memorandum: numerals before the headings, blocks indented, Bluebook sources flush after ``See``."""
    citer = every_time(bluebook)
    page.put("MEMORANDUM\n\nTO:       File\nFROM:     Associate\nDATE:     ")
    page.title(book.date or "March 4, 2013")
    page.put("\nRE:       ")
    page.title(book.title)
    page.put(
        "\n\nPRIVILEGED AND CONFIDENTIAL\n\nYou asked what published statements bear on each of the points below. They are set out in full.\n"
    )
    for n, claim in enumerate(book.claims, 1):
        page.put(f"\n\n{roman(n)}.  ")
        page.claim(claim, claim.text)
        page.put("\n")
        for excerpt in claim.excerpts:
            for paragraph in excerpt.paragraphs:
                page.put("\n        ")
                page.excerpt(claim, excerpt, paragraph)
                page.put("\n")
            if excerpt.csl is not None:
                page.put("\nSee ")
                page.citation(excerpt, citer(excerpt))
                page.put("\n")
            elif excerpt is not claim.excerpts[-1]:
                page.put("\n[Source to be supplied.]\n")
    page.put("\n\nPlease let me know if you would like copies of any of the books cited.\n")


LAYOUTS = (
    Layout("essay-endnotes-bibliography", "unseen", "book.txt", set_essay, bom=True, newline="\r\n", choose=curled),
    Layout("handout-mla", "unseen", "book.txt", set_handout),
    Layout("report-apa", "unseen", "book.txt", set_apa),
    Layout("leaflet-bullets", "unseen", "book.txt", set_leaflet, newline="\r\n", encoding="cp1252", choose=curled),
    Layout("family-notes", "unseen", "book.txt", set_family),
    Layout("printed-compilation", "unseen", "book.txt", set_printed, choose=curled),
    Layout("memorandum-bluebook", "unseen", "book.txt", set_memorandum, newline="\r\n", choose=curled),
)
