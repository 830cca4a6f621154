"""More forms in which people print a source: legal, parenthetical, by number, Russian and German, and careless ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from .book import Book, Excerpt
from .cites import STYLES, Style, bare_makers, imprint, makers, others, page
from .notes import Citer
from .pen import Cite, Pen

__all__ = [
    "by_number",
    "careless",
    "german_note",
    "gost",
    "legal",
    "mla_parenthesis",
    "requoted",
    "spanish",
    "title_year_page",
    "works_list",
]


def title_year_page(csl: dict[str, Any]) -> Cite:
    """``Given Family, Title, 1931, 44``."""
    pen = Pen(csl)
    makers(pen, "given")
    pen.title(", " if pen.out else "")
    pen.field("container-title", ", \ue000", "\ue001").field("volume", ", vol. ").field("issued", ", ")
    return page(pen, ", ", "", "").done(resolved=True)


def legal_full(csl: dict[str, Any]) -> Cite:
    """``Given Family, Title, at 44 (Place: Publisher, 1931).``"""
    pen = Pen(csl)
    makers(pen, "given")
    pen.title(", " if pen.out else "")
    others(pen)
    pen.field("container-title", ", in \ue000", "\ue001").field("edition", ", ").field("volume", ", vol. ")
    page(pen, ", ", "at ", "at ")
    if "container-title" in pen:
        pen.field("issued", " (", ")")
    else:
        imprint(pen)
    return pen.put(".").done()


def legal(book: Book) -> Citer:
    """Full at first, then ``Id. at 12.`` or ``Family, supra Ex. 3, at 12.``; every excerpt is an exhibit."""
    exhibits = {e.id: n for n, e in enumerate(book.excerpts, 1)}
    first: dict[str, tuple[int, dict[str, Any]]] = {}
    last: list[str | None] = [None]

    def cite(excerpt: Excerpt) -> Cite:
        csl, work = excerpt.csl, excerpt.work
        assert csl is not None
        assert work is not None
        is_same, last[0] = last[0] == work, work
        if work not in first:
            first[work] = exhibits[excerpt.id], csl
            return legal_full(csl)
        number, known = first[work]
        pen = Pen({**{k: v for k, v in known.items() if k != "page"}, **{k: csl[k] for k in ("page",) if k in csl}})
        if is_same:
            pen.put("Id." if "page" not in pen else "Id. ")
            page(pen, "", "at ", "at ")
            return pen.put("." if "page" in pen else "").done(resolved=True)
        bare_makers(pen)
        if not pen.out:
            pen.title(short=True)
        return page(pen.put(f", supra Ex. {number}"), ", ", "at ", "at ").put(".").done(resolved=True)

    return cite


def maker_names(csl: dict[str, Any]) -> str:
    pen = Pen(csl)
    bare_makers(pen)
    return "".join(pen.out)


def mla_parenthesis(book: Book) -> Citer:
    """``Family 44``, with a short title where the book cites more than one work under the name."""
    works: dict[str, set[str]] = {}
    for e in book.excerpts:
        if e.csl is not None and e.work is not None:
            works.setdefault(maker_names(e.csl), set()).add(e.work)

    def cite(excerpt: Excerpt) -> Cite:
        assert excerpt.csl is not None
        pen = Pen(excerpt.csl)
        bare_makers(pen)
        if not pen.out or len(works[maker_names(excerpt.csl)]) > 1:
            pen.title(", " if pen.out else "", short=True)
        return page(pen, " ", "", "", "-").done(resolved=True)

    return cite


def works_list(book: Book, style: str | Style) -> list[tuple[str, str]]:
    """Each work cited, with how a list prints it, in the order of the alphabet."""
    form = STYLES[style] if isinstance(style, str) else style
    works: dict[str, str] = {}
    for e in book.excerpts:
        if e.csl is not None and e.work is not None and e.work not in works:
            works[e.work] = form({k: v for k, v in e.csl.items() if k != "page"}).text.rstrip(".") + "."
    return sorted(works.items(), key=lambda item: item[1].strip("\ue000“").casefold())


def by_number(book: Book) -> Citer:
    """``12, p. 44``: the number of the work in a list at the end."""
    numbers = {work: n for n, (work, _) in enumerate(works_list(book, "bibliography"), 1)}

    def cite(excerpt: Excerpt) -> Cite:
        assert excerpt.csl is not None
        assert excerpt.work is not None
        return page(Pen(excerpt.csl).put(str(numbers[excerpt.work]))).done(resolved=True)

    return cite


def careless(style: str) -> Citer:
    """A form that is not kept to: every seventh lacks a bracket, its stops, page, year or place."""
    count = [0]

    def cite(excerpt: Excerpt) -> Cite:
        assert excerpt.csl is not None
        count[0] += 1
        if count[0] % 7:
            return STYLES[style](excerpt.csl)
        fault = count[0] // 7 % 5
        dropped = {0: ("page",), 1: ("issued",), 2: ("publisher-place", "publisher")}.get(fault, ())
        done = STYLES[style]({k: v for k, v in excerpt.csl.items() if k not in dropped})
        words = done.text
        if fault == 3:
            words = re.sub(r"\)(?=, pp?\. )", "", words)
        elif fault == 4:
            words = re.sub(r"\b(pp?)\. (?=[\divxl])", r"\1 ", words).rstrip(".")
        return replace(done, text=words, resolved=excerpt.csl)

    return cite


def gost(csl: dict[str, Any]) -> Cite:
    """``Family G. Title. Place: Publisher, Year. С. 3.``, as Russian books have it."""
    pen = Pen(csl)
    pen.put(", ".join(f"{n['family']} {n['given']}" for n in csl["author"]))
    pen.csl["author"] = [dict(n) for n in csl["author"]]
    pen.title(" " if pen.out[0].endswith(".") else ". ")
    pen.field("container-title", " // ")
    pen.places(". ").field("publisher", ": ").field("issued", ", " if "publisher" in pen else ". ")
    pen.field("volume", ". № ")
    return page(pen, ". ", "С. ", "С. ", "–").put(".").done()


def german_note(csl: dict[str, Any]) -> Cite:
    """``Given Family, Title, Place Year, S. 3.``"""
    pen = Pen(csl)
    makers(pen, "given", " (Hg.)", " (Hg.)", " (Übers.)", joint=" / ")
    pen.title(", " if pen.out else "")
    pen.field("container-title", ", in: ").field("volume", " ")
    pen.places(", ", joint="/").field("issued", " (" if "volume" in pen else " ", ")" if "volume" in pen else "")
    return page(pen, ", ", "S. ", "S. ", "–").put(".").done()


def spanish(csl: dict[str, Any]) -> Cite:
    """``FAMILY, Given, Title, Place, Publisher, Year, p. 3.``"""
    pen = Pen(csl)
    makers(pen, "capitals", " (ed.)", " (eds.)", " (trad.)", joint=" y ")
    pen.title(", " if pen.out else "")
    pen.field("container-title", ", ").field("volume", ", núm. ")
    if "container-title" in pen:
        pen.field("issued", " (", ")")
    else:
        pen.places(", ").field("publisher", ", ").field("issued", ", ")
    return page(pen, ", ", "p. ", "pp. ").put(".").done()


def requoted(citer: Citer, opening: str, closing: str) -> Citer:
    """The same with the quotation marks of another language round the titles of articles."""

    def cite(excerpt: Excerpt) -> Cite:
        done = citer(excerpt)
        return replace(done, text=done.text.replace("“", "\ue002").replace("”", closing).replace("\ue002", opening))

    return cite
