"""Plain text with its sources elsewhere: numbered documents, keys, notes at the foot of sheets, lists for each part."""

# ruff: noqa: E501 (running words stand in one line, as the files have them)

from __future__ import annotations

import re
from typing import Any

from ..book import Book, Excerpt
from ..cases import capitals, title_case
from ..cites import STYLES, bare_makers, page
from ..cites_more import works_list
from ..layouts import Layout
from ..notes import Citer, later_short
from ..pen import Cite, Pen, mark_titles
from ..prose import roman, wrap
from ..setting import Page
from .fresh_plain import shown_excerpts

__all__ = ["LAYOUTS"]

COUNTED = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def with_page(known: dict[str, Any], csl: dict[str, Any]) -> Pen:
    """A pen for a work met before, with the page that is cited now."""
    return Pen({**{k: v for k, v in known.items() if k != "page"}, **({"page": csl["page"]} if "page" in csl else {})})


def by_document(book: Book) -> Citer:
    """Full at first, then ``Family, as in Doc. 3 above, p. 12``: every passage is a document with a number."""
    numbers = {e.id: n for n, e in enumerate(book.excerpts, 1)}
    first: dict[str, tuple[int, dict[str, Any]]] = {}

    def cite(excerpt: Excerpt) -> Cite:
        csl, work = excerpt.csl, excerpt.work
        assert csl is not None
        assert work is not None
        if work not in first:
            first[work] = numbers[excerpt.id], csl
            return STYLES["bibliography"](csl)
        number, known = first[work]
        pen = with_page(known, csl)
        bare_makers(pen)
        pen.put(f", see Doc. {number} above" if pen.out else f"See Doc. {number} above")
        return page(pen).done(resolved=True)

    return cite


def set_documents(book: Book, page_: Page) -> None:
    """A source pack for a class: themes in words, ``Doc. 12`` over each passage, ``Source:`` under it."""
    citer = by_document(book)
    page_.put("Source pack\n\n")
    page_.title(book.title)
    page_.put("\n\nFor discussion in the second week. Bring the pack with you.\n")
    count = 0
    for n, claim in enumerate(book.claims, 1):
        number = COUNTED[n - 1] if n <= len(COUNTED) else str(n)
        page_.put(f"\n\nTheme {number} - ")
        page_.claim(claim, claim.text)
        page_.put("\n")
        for excerpt in claim.excerpts:
            count += 1
            page_.put(f"\nDoc. {count}\n")
            for paragraph in excerpt.paragraphs:
                page_.put("\n")
                page_.excerpt(claim, excerpt, paragraph)
                page_.put("\n")
            if excerpt.csl is not None:
                page_.put("\nSource: ")
                page_.citation(excerpt, citer(excerpt))
                page_.put("\n")
    page_.put("\n")


def keys_of(book: Book) -> dict[str, str]:
    """A key of letters for each work: the first three of its first name, and a figure where several share them."""
    keys: dict[str, str] = {}
    met: dict[str, int] = {}
    for work, words in works_list(book, "bibliography"):
        letters = re.sub(r"[^A-Za-z]", "", words.replace("\ue000", ""))[:3].upper()
        met[letters] = met.get(letters, 0) + 1
        keys[work] = letters + (str(met[letters]) if met[letters] > 1 else "")
    return keys


def set_keys(book: Book, page_: Page) -> None:
    """A lexicographer's slips: headings between colons, ``[MAR 44]`` after each passage, a key to the sources at the end."""
    keys = keys_of(book)
    page_.title(book.title)
    if book.date:
        page_.put(" (")
        page_.title(book.date)
        page_.put(")")
    page_.put("\n\nThe letters in brackets are explained in the key at the end.\n")
    for claim in book.claims:
        page_.put("\n\n:: ")
        page_.claim(claim, claim.text)
        page_.put(" ::\n")
        for excerpt in shown_excerpts(page_, claim):
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put("\n    " if j else "\n")
                page_.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                assert excerpt.work is not None
                page_.put(" [")
                pen = Pen(excerpt.csl).put(keys[excerpt.work])
                page_.citation(excerpt, page(pen, " ", "", "").done(resolved=True))
                page_.put("]")
            page_.put("\n")
    page_.put("\n\nKey to the sources\n\n")
    for work, words in works_list(book, "bibliography"):
        page_.put(f"{keys[work]:6}{mark_titles(words)}\n")


def set_sheets(book: Book, page_: Page) -> None:
    """Typed sheets: notes at the foot of each under a short rule, numbered anew, lines of 64 signs."""
    citer = later_short("chicago", same="Ibid.", later="op. cit.")
    sheet, lines = 1, 0
    notes: list[tuple[Excerpt, Cite]] = []
    page_.title(capitals(book.title))
    page_.put("\n\n")

    def close() -> None:
        nonlocal sheet, lines, notes
        if notes:
            page_.put("\n----------\n")
        for n, (excerpt, cite) in enumerate(notes, 1):
            lead = f"{n}/ "
            page_.put(lead)
            page_.citation(excerpt, Cite(wrap(cite.text, 64, len(lead)), cite.csl, cite.resolved))
            page_.put("\n")
        page_.put("\n\n" + f"- {sheet} -".center(64).rstrip() + "\n\n\n")
        sheet, lines, notes = sheet + 1, 0, []

    for n, claim in enumerate(book.claims, 1):
        page_.put(f"\n{n}.  ")
        page_.claim(claim, wrap(title_case(claim.text), 60))
        page_.put("\n\n")
        for excerpt in shown_excerpts(page_, claim):
            for paragraph in excerpt.paragraphs:
                page_.put("     ")
                page_.excerpt(claim, excerpt, wrap(paragraph, 64, 5))
                lines += len(paragraph) // 60 + 1
                if excerpt.csl is not None and paragraph is excerpt.paragraphs[-1]:
                    page_.marker(excerpt, f" {len(notes) + 1}/")
                    notes.append((excerpt, citer(excerpt)))
                page_.put("\n\n")
            if lines > 40:
                close()
    if notes:
        close()


def set_parts(book: Book, page_: Page) -> None:
    """An outline in parts: capital letters before the headings, a dash and ``Family 1931, p. 44``, a list for each part."""
    page_.title(book.title)
    page_.put("\n\nAn outline\n")
    size = 12
    for start in range(0, len(book.claims), size):
        part = book.claims[start : start + size]
        page_.put(f"\n\nPART {roman(start // size + 1)}\n")
        cited: list[Excerpt] = []
        for n, claim in enumerate(part):
            page_.put(f"\n{chr(65 + n)}. ")
            page_.claim(claim, claim.text)
            page_.put("\n")
            for excerpt in shown_excerpts(page_, claim):
                for paragraph in excerpt.paragraphs:
                    page_.put("\n")
                    page_.excerpt(claim, excerpt, paragraph)
                    page_.put("\n")
                if excerpt.csl is not None:
                    cited.append(excerpt)
                    page_.put("-- ")
                    pen = Pen(excerpt.csl)
                    bare_makers(pen)
                    if not pen.out:
                        pen.title(short=True)
                    page_.citation(excerpt, page(pen.field("issued", " ")).done(resolved=True))
                    page_.put("\n")
        page_.put(f"\nSources for Part {roman(start // size + 1)}\n\n")
        listed: dict[str, str] = {}
        for excerpt in cited:
            assert excerpt.csl is not None
            assert excerpt.work is not None
            listed.setdefault(
                excerpt.work, STYLES["bibliography"]({k: v for k, v in excerpt.csl.items() if k != "page"}).text
            )
        for words in sorted(listed.values(), key=lambda w: w.strip("\ue000“").casefold()):
            page_.put(mark_titles(words).rstrip(".") + ".\n")


def set_front_list(book: Book, page_: Page) -> None:
    """A reader whose numbered sources stand before its passages; ``(3: 44)`` after each, headings in small letters."""
    works = works_list(book, "harvard")
    numbers = {work: n for n, (work, _) in enumerate(works, 1)}
    page_.title(book.title)
    page_.put("\n\nSources quoted\n\n")
    for n, (_, words) in enumerate(works, 1):
        page_.put(f"{n}. {mark_titles(words)}\n")
    page_.put("\n\nPassages\n")
    for claim in book.claims:
        page_.put("\n\n~ ")
        page_.claim(claim, claim.text.lower())
        page_.put("\n\n")
        for excerpt in shown_excerpts(page_, claim):
            for j, paragraph in enumerate(excerpt.paragraphs):
                page_.put("\n" if j else "")
                page_.excerpt(claim, excerpt, paragraph)
            if excerpt.csl is not None:
                assert excerpt.work is not None
                pen = Pen(excerpt.csl).put(str(numbers[excerpt.work]))
                page_.put(" (")
                page_.citation(excerpt, page(pen, ": ", "", "").done(resolved=True))
                page_.put(")")
            page_.put("\n\n")


LAYOUTS = (
    Layout("pack-documents", "unseen2", "book.txt", set_documents),
    Layout("slips-keys", "unseen2", "book.txt", set_keys),
    Layout("sheets-foot-notes", "unseen2", "book.txt", set_sheets),
    Layout("outline-part-lists", "unseen2", "book.txt", set_parts),
    Layout("reader-front-list", "unseen2", "book.txt", set_front_list),
)
