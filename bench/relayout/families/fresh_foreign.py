"""Pages in German and in Russian, with the signs and short forms that are used there."""

from __future__ import annotations

from ..cites_more import german_note, gost, requoted
from ..invented_abroad import GERMAN, RUSSIAN, invent_abroad
from ..layouts import Layout
from ..notes import later_short
from ..prose import Prose

__all__ = ["LAYOUTS"]

LAYOUTS = (
    Layout(
        "german-page",
        "fresh",
        "book.txt",
        Prose(
            heading=lambda n, _: (f"These {n}. ", ""),
            opening="„",
            closing="“",
            between="\n",
            cite=lambda: requoted(later_short(german_note, "Ebd.", labels=("S. ", "S. ")), "„", "“"),
            cite_marks=("(", ")"),
            front="\n\nDie Rechtschreibung der Vorlagen ist beibehalten.",
        ),
        choose=lambda book: invent_abroad(GERMAN, book),
    ),
    Layout(
        "russian-page",
        "fresh",
        "book.txt",
        Prose(
            case="capitals",
            opening="«",
            closing="»",
            between="\n\n",
            cite_gap="\n\n",
            cite=lambda: requoted(later_short(gost, "Там же", labels=("с. ", "с. ")), "«", "»"),
            front="\n\nВыписки из книг и журналов. Пояснения составителя даны в квадратных скобках.",
        ),
        choose=lambda book: invent_abroad(RUSSIAN, book),
    ),
)
