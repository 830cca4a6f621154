"""Markdown."""

from __future__ import annotations

from ..layouts import Layout
from ..notes import every_time, later_short
from ..prose import Notes, Prose, between, underlined

__all__ = ["LAYOUTS"]

STAR = ("*", "*")


LAYOUTS = (
    Layout(
        "md-parts-dash", "open", "book.md",
        Prose(
            heading=between("## ", ""), first="> ", rest="> ", between="\n>\n", bounded=True, cite_gap="\n\n",
            cite=lambda: every_time("chicago-page"), cite_marks=("-- ", ""), italic=("_", "_"),
            part=lambda n, name: f"# Part {n}: {name}", title=("---\ntitle: \"", "\"\n---"), date=("\n\n_", "_"),
        ),
    ),
    Layout(
        "md-setext-italic", "open", "book.md",
        Prose(
            heading=underlined("-"), between="\n\n", cite_gap="\n\n", cite=lambda: every_time("mla"),
            cite_marks=("*", "*"), title=("", "\n============="),
        ),
    ),
    Layout(
        "md-bold-parenthesis", "open", "book.md",
        Prose(
            heading=between("**", "**"), first="> ", rest="> ", between="\n>\n", bounded=True, cite_gap="\n\n",
            cite=lambda: every_time("capitals"), cite_marks=("(", ")"), italic=STAR, title=("# ", ""),
        ),
    ),
    Layout(
        "md-footnotes", "open", "book.md",
        Prose(
            heading=between("### ", ""), between="\n\n", where="note", cite=lambda: later_short("chicago"), italic=STAR,
            notes=Notes(lambda n: f"[^{n}]", lambda n: f"[^{n}]: ", heading="", gap="\n"), title=("# ", ""),
        ),
    ),
    Layout(
        "md-list", "open", "book.md",
        Prose(
            heading=between("## ", ""), first="- ", rest="  ", between="\n\n", opening="“", closing="”", where="inline",
            cite_gap=" ", cite_marks=("(", ")"), cite=lambda: every_time("harvard"), italic=STAR, excerpt_gap="\n",
            bounded=True, title=("# ", ""),
        ),
    ),
)  # fmt: skip
