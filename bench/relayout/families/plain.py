"""Plain text, as it comes out of an editor or a word processor."""

from __future__ import annotations

from ..layouts import Layout
from ..notes import as_printed, every_time, later_short
from ..prose import Notes, Prose, superscript, underlined

__all__ = ["LAYOUTS"]



LAYOUTS = (
    Layout(
        "capitals", "open", "book.txt",
        Prose(case="capitals", cite=lambda: as_printed),
    ),
    Layout(
        "capitals-spaced", "open", "book.txt",
        Prose(case="capitals", cite=lambda: as_printed, between="\n\n", cite_gap="\n\n"),
    ),
    Layout(
        "capitals-tight", "open", "book.txt",
        Prose(
            case="capitals", cite=lambda: as_printed, before_heading="\n", after_heading="\n", excerpt_gap="\n",
            date=("\n", ""),
        ),
    ),
    Layout(
        "numbered-parenthesis", "open", "book.txt",
        Prose(
            heading=lambda n, _: (f"{n}. ", ""), cite=lambda: every_time("chicago"), where="inline", cite_gap=" ",
            cite_marks=("(", ")"), between="\n\n",
        ),
    ),
    Layout(
        "thesis-quoted-dash", "open", "book.txt",
        Prose(
            heading=lambda n, _: (f"Thesis {n}: ", ""), opening="“", closing="”", each_opening="“", between="\n\n",
            cite=lambda: every_time("title-first"), cite_marks=("— ", ""),
        ),
    ),
    Layout(
        "before-indented", "open", "book.txt",
        Prose(
            heading=underlined("="), where="before", cite=lambda: every_time("plain"), cite_marks=("", ":"),
            cite_gap="\n\n", first="    ", rest="    ", between="\n\n",
        ),
    ),
    Layout(
        "source-labelled", "open", "book.txt",
        Prose(case="title", cite=lambda: every_time("mla"), cite_marks=("Source: ", ""), between="\n\n", cite_gap="\n\n"),
    ),
    Layout(
        "wrapped-capitals", "open", "book.txt",
        Prose(
            case="capitals", heading_width=50, width=72, first="   ", rest="   ", between="\n",
            cite=lambda: every_time("bibliography"), cite_gap="\n\n", before_heading="\n\n\n",
        ),
    ),
    Layout(
        "endnotes-raised", "open", "book.txt",
        Prose(
            case="title", where="note", between="\n\n", before_heading="\n\n\n", cite=lambda: later_short("chicago-page", labels=("", "")),
            notes=Notes(superscript, lambda n: superscript(n) + " ", heading="Notes\n\n"),
        ),
    ),
    Layout(
        "author-date", "open", "book.txt",
        Prose(
            heading=underlined("-"), where="inline", cite_gap=" ", cite_marks=("(", ")"), between="\n\n",
            cite=lambda: every_time("author-date"), reading_list="Works cited\n===========\n\n",
        ),
    ),
    Layout(
        "brackets-short", "open", "book.txt",
        Prose(
            case="title", where="inline", cite_gap=" ", cite_marks=("[", "]"), between="\n\n", before_heading="\n\n\n",
            cite=lambda: every_time("plain"),
        ),
    ),
    Layout(
        "guillemets-german", "open", "book.txt",
        Prose(
            heading=lambda n, _: (f"{n}. ", ""), opening="»", closing="«", between="\n\n", cite_marks=("Quelle: ", ""),
            cite=lambda: every_time("german"), cite_gap="\n\n",
        ),
    ),
    Layout(
        "windows-tabs", "open", "book.txt",
        Prose(
            case="capitals", first="\t", rest="\t", opening="“", closing="”", between="\n", cite=lambda: as_printed,
            cite_marks=("(", ")"), cite_gap="\n",
        ),
        newline="\r\n", encoding="cp1252",
    ),
    Layout(
        "endnotes-plain", "open", "book.txt",
        Prose(
            heading=lambda n, _: (f"{n}. ", ""), where="note", between="\n\n", cite=lambda: later_short("german", "Ebd.", "a. a. O.", ("S. ", "S. ")),
            notes=Notes(lambda n: f"[{n}]", lambda n: f"{n}. ", heading="Anmerkungen\n\n"),
        ),
        bom=True,
    ),
    Layout(
        "before-colon-quoted", "open", "book.txt",
        Prose(
            case="capitals", where="before", cite=lambda: every_time("title-first"), cite_gap=":\n", opening="“", closing="”",
            between="\n",
        ),
    ),
)  # fmt: skip
