"""Plain text again, in ways that differ in kind from those of `plain`."""

from __future__ import annotations

from ..layouts import Layout
from ..notes import every_time, later_short
from ..prose import Notes, Prose, between, roman

__all__ = ["LAYOUTS"]


LAYOUTS = (
    Layout(
        "roman-chapter-notes",
        "closed",
        "book.txt",
        Prose(
            heading=lambda n, _: (roman(n) + ". ", ""),
            where="note",
            between="\n\n",
            cite=lambda: later_short("chicago", same="Id.", later="op. cit."),
            notes=Notes(lambda n: f" ({n})", lambda n: f"{n}. ", where="claim", heading="", gap="\n", restart=True),
        ),
    ),
    Layout(
        "ruled-right",
        "closed",
        "book.txt",
        Prose(
            heading=lambda _, words: ("-" * 70 + "\n", "\n" + "-" * 70),
            case="title",
            between="\n\n",
            cite=lambda: every_time("chicago"),
            right=90,
            cite_gap="\n\n",
            excerpt_gap="\n\n\n",
        ),
    ),
    Layout(
        "starred-paragraphs",
        "closed",
        "book.txt",
        Prose(
            heading=lambda _, words: ("* * *\n\n", "."),
            between="\n\n",
            opening='"',
            closing='"',
            each_opening='"',
            cite=lambda: every_time("french"),
            cite_marks=("(", ")"),
            cite_gap="\n\n",
        ),
    ),
    Layout(
        "colon-headings",
        "closed",
        "book.txt",
        Prose(
            heading=between("", ":"),
            before_heading="\n\n\n",
            between="\n\n",
            where="inline",
            cite_gap=" ",
            cite=lambda: every_time("short"),
            cite_marks=("[", "]"),
        ),
    ),
    Layout(
        "numbered-documents",
        "closed",
        "book.txt",
        Prose(
            heading=lambda n, _: (f"§ {n}  ", ""),
            number=lambda n: f"[{n}] ",
            where="before",
            case="title",
            cite=lambda: every_time("harvard"),
            cite_gap="\n",
            between="\n",
            first="\t",
            rest="\t",
        ),
    ),
    Layout(
        "chapters-endnotes",
        "closed",
        "book.txt",
        Prose(
            heading=between("", ""),
            case="capitals",
            where="note",
            between="\n",
            excerpt_gap="\n\n",
            first="    ",
            rest="    ",
            cite=lambda: later_short("chicago-page", labels=("", "")),
            part=lambda n, name: f"CHAPTER {roman(n)}: {name.upper()}",
            part_size=12,
            before_heading="\n\n\n",
            notes=Notes(
                lambda n: f"{n}" if n < 0 else f"[{n}]", lambda n: f"{n}. ", where="part", heading="ENDNOTES\n\n"
            ),
        ),
    ),
    Layout(
        "contents-wrapped",
        "closed",
        "book.txt",
        Prose(
            heading=lambda n, _: (f"{n}) ", ""),
            heading_width=60,
            width=66,
            between="\n\n",
            first="  ",
            rest="  ",
            line="  ",
            cite=lambda: every_time("title-first"),
            cite_marks=("  -- ", ""),
            cite_gap="\n\n",
            front="\n\nCollected for a seminar. The order is by subject and not by date.\n\nCONTENTS\n",
            contents=lambda n, words: f"\n  {n}) " + words.replace("\n", " "),
        ),
    ),
    Layout(
        "org-outline",
        "closed",
        "book.txt",
        Prose(
            heading=between("** ", ""),
            first="#+BEGIN_QUOTE\n",
            closing="\n#+END_QUOTE",
            between="\n\n",
            bounded=True,
            cite=lambda: every_time("capitals"),
            cite_marks=("-- /", "/"),
            part=lambda n, name: f"* {name}",
            title=("#+TITLE: ", ""),
            date=("\n#+DATE: ", ""),
            after_heading="\n",
        ),
    ),
    Layout(
        "forum-tags",
        "closed",
        "book.txt",
        Prose(
            heading=between("[b]", "[/b]"),
            first="[quote]",
            closing="[/quote]",
            between="\n\n",
            bounded=True,
            cite=lambda: every_time("chicago"),
            cite_marks=("[i]", "[/i]"),
            title=("[size=150]", "[/size]"),
        ),
    ),
    Layout(
        "utf16-tabs",
        "closed",
        "book.txt",
        Prose(
            heading=lambda n, _: (f"{n} — ", ""),
            first="\t",
            rest="\t",
            between="\n",
            cite=lambda: every_time("capitals"),
            cite_gap="\n\t\t",
            cite_marks=("– ", ""),
        ),
        newline="\r\n",
        encoding="utf-16",
    ),
    Layout(
        "author-date-tight",
        "closed",
        "book.txt",
        Prose(
            heading=lambda n, _: (f"CLAIM {n}. ", ""),
            where="inline",
            cite_gap=" ",
            cite_marks=("(", ")"),
            between="\n",
            excerpt_gap="\n\n",
            cite=lambda: every_time("author-date-colon"),
            reading_list="Bibliography\n\n",
        ),
    ),
)
