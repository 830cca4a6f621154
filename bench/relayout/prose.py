"""Layouts of running text: plain text, Markdown, wiki. One description, `Prose`, and one way to set it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .book import Book, Claim, Excerpt
from .cases import capitals, title_case
from .notes import Citer, every_time
from .pen import Cite, mark_titles
from .setting import Page

__all__ = ["Notes", "Prose", "roman", "superscript", "underlined", "wrap"]

Marks = tuple[str, str]
Heading = Callable[[int, str], Marks]


def plainly(_: int, __: str) -> Marks:
    """A heading with no mark."""
    return "", ""


def underlined(mark: str) -> Heading:
    """A heading with a line of marks below, as long as its last line."""
    return lambda _, words: ("", "\n" + mark * len(words.split("\n")[-1]))


def between(before: str, after: str) -> Heading:
    """A heading between fixed marks."""
    return lambda *_: (before, after)


def roman(n: int) -> str:
    """A number in Roman numerals.

    >>> roman(44)
    'XLIV'
    """
    out = ""
    for value, letters in zip(
        (100, 90, 50, 40, 10, 9, 5, 4, 1), ("C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"), strict=True
    ):
        out += letters * (n // value)
        n %= value
    return out


def superscript(n: int) -> str:
    """A number in raised figures.

    >>> superscript(12)
    '¹²'
    """
    return str(n).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def wrap(words: str, width: int, first: int = 0) -> str:
    """Words broken into lines: each break takes the place of one space, so that no other character moves."""
    out, room = [], width - first
    for n, word in enumerate(words.split(" ")):
        if n and len(word) + 1 > room:
            out.append("\n" + word)
            room = width - len(word)
        else:
            out.append((" " if n else "") + word)
            room -= len(word) + bool(n)
    return "".join(out)


@dataclass(frozen=True, slots=True)
class Notes:
    """Citations in notes: the mark in the text, what stands before a note, and where the notes stand.

    ``where`` is ``end``, ``claim`` (after each claim) or ``part`` (at the end, numbered anew in each part).
    """

    mark: Callable[[int], str]
    lead: Callable[[int], str]
    where: str = "end"
    heading: str = "NOTES"
    gap: str = "\n"
    restart: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """How a page is laid out. All marks are exactly what stands there, line feeds and all."""

    heading: Heading = plainly
    case: str = "sentence"
    heading_width: int | None = None
    before_heading: str = "\n\n"
    after_heading: str = "\n\n"
    first: str = ""  # before the first paragraph of an excerpt
    rest: str = ""  # before each further paragraph
    line: str | None = None  # before each further line of a wrapped paragraph; none: nothing
    between: str = "\n"  # between paragraphs
    opening: str = ""
    closing: str = ""
    each_opening: str = ""  # before each further paragraph of a quoted excerpt
    width: int | None = None
    cite: Callable[[], Citer] = lambda: every_time("bibliography")
    where: str = "after"  # after, inline, before, note
    cite_gap: str = "\n"
    cite_marks: Marks = ("", "")
    no_cite: str = ""  # what stands in its place where an excerpt has none
    italic: Marks = ("", "")
    right: int | None = None  # the column that citations end in
    number: Callable[[int], str] | None = None  # before each excerpt, counted through
    excerpt_gap: str = "\n\n"
    bounded: bool = False  # whether an excerpt without citation shows where it ends
    author_heading: Marks | None = None
    notes: Notes | None = None
    part: Callable[[int, str], str] | None = None  # a heading above some claims
    part_size: int = 20
    title: Marks = ("", "")
    date: Marks = ("\n\n", "")
    front: str = ""
    contents: Callable[[int, str], str] | None = None
    reading_list: str | None = None  # heading of a list of the works at the end
    list_style: str = "bibliography"
    back: str = "\n"

    def __call__(self, book: Book, page: Page) -> None:
        """Set the book."""
        _Setter(self, book, page).set()


class _Setter:
    def __init__(self, how: Prose, book: Book, page: Page) -> None:
        self.how, self.book, self.page = how, book, page
        self.citer = how.cite()
        self.waiting: list[tuple[Excerpt, Cite, int]] = []
        self.parts: list[tuple[str, list[tuple[Excerpt, Cite, int]]]] = []
        self.note = 0
        self.count = 0

    def cased(self, words: str) -> str:
        cased = {"capitals": capitals, "title": title_case, "lower": str.lower}.get(self.how.case, str)(words)
        return wrap(cased, self.how.heading_width) if self.how.heading_width else cased

    def set(self) -> None:
        how, page, book = self.how, self.page, self.book
        page.put(how.title[0])
        page.title(capitals(book.title) if how.case == "capitals" else book.title)
        page.put(how.title[1])
        if book.date:
            page.put(how.date[0])
            page.title(book.date)
            page.put(how.date[1])
        page.put(how.front)
        if how.contents is not None:
            for n, claim in enumerate(book.claims, 1):
                page.put(how.contents(n, self.cased(claim.text)))
        for n, claim in enumerate(book.claims):
            if how.part is not None and n % how.part_size == 0:
                name = how.part(n // how.part_size + 1, _part_name(n // how.part_size))
                self.close_part(name)
                page.put(how.before_heading + name)
            self.set_claim(n + 1, claim)
        self.close_part("")
        page.put(how.back)
        if how.notes is not None and how.notes.where != "claim":
            self.set_end_notes(how.notes)
        if how.reading_list is not None:
            self.set_list(how.reading_list)

    def close_part(self, name: str) -> None:
        if self.how.notes is not None and self.how.notes.where == "part":
            if self.parts:
                self.parts[-1][1].extend(self.waiting)
                self.waiting = []
            if name:
                self.parts.append((name.strip("#= \n*"), []))
                self.note = 0

    def set_claim(self, n: int, claim: Claim) -> None:
        how, page = self.how, self.page
        page.put(how.before_heading)
        words = self.cased(claim.text)
        before, after = how.heading(n, words)
        page.put(before)
        page.claim(claim, words)
        page.put(after + how.after_heading)
        written, author = 0, None
        for place, excerpt in enumerate(claim.excerpts):
            if not self.can_show(claim, place):
                page.leave_out(excerpt, "the layout cannot show where an unsourced excerpt ends")
                continue
            if written:
                page.put(how.excerpt_gap)
            if how.author_heading is not None:
                named = _author(excerpt)
                if named != author:
                    page.put(how.author_heading[0] + named + how.author_heading[1])
                    author = named
            self.count += 1
            written += 1
            self.set_excerpt(claim, excerpt)
        if how.notes is not None and how.notes.where == "claim" and self.waiting:
            page.put("\n\n" + how.notes.heading)
            self.set_notes(self.waiting, how.notes)
            self.waiting = []
            if how.notes.restart:
                self.note = 0

    def can_show(self, claim: Claim, place: int) -> bool:
        how = self.how
        if claim.excerpts[place].csl is not None:
            return True
        if how.author_heading is not None:
            return False
        if how.bounded:
            return True
        return place == 0 if how.where == "before" else place == len(claim.excerpts) - 1

    def set_excerpt(self, claim: Claim, excerpt: Excerpt) -> None:
        how, page = self.how, self.page
        cite = None if excerpt.csl is None else self.citer(excerpt)
        if how.number is not None:
            page.put(how.number(self.count))
        if how.where == "before" and cite is not None:
            self.set_citation(excerpt, cite)
            page.put(how.cite_gap)
        last = len(excerpt.paragraphs) - 1
        for n, paragraph in enumerate(excerpt.paragraphs):
            page.put((how.between if n else "") + (how.rest if n else how.first))
            page.put((how.each_opening if n else how.opening) if n == 0 or how.each_opening else "")
            inline = cite if n == last and how.where == "inline" else None
            self.set_paragraph(claim, excerpt, paragraph, inline, closing=how.closing if n == last else "")
        if cite is None:
            page.put(how.no_cite)
            return
        if how.where == "after":
            page.put(how.cite_gap)
            self.set_citation(excerpt, cite)
        elif how.where == "note":
            assert how.notes is not None
            self.note += 1
            page.marker(excerpt, how.notes.mark(self.note))
            self.waiting.append((excerpt, cite, self.note))

    def set_paragraph(self, claim: Claim, excerpt: Excerpt, words: str, cite: Cite | None, *, closing: str) -> None:
        how, page = self.how, self.page
        if how.width is not None:
            lead = len(how.first) if how.first.strip("\n") == how.first else 0
            if cite is not None:
                tail = f"{closing} {how.cite_marks[0]}{mark_titles(cite.text)}{how.cite_marks[1]}"
                whole = wrap(words + tail, how.width, lead)
                page.excerpt(claim, excerpt, whole[: len(words)])
                at = len(words) + len(closing) + 1 + len(how.cite_marks[0])
                end = len(whole) - len(how.cite_marks[1])
                page.put(whole[len(words) : at])
                page.citation(excerpt, Cite(whole[at:end], cite.csl, cite.resolved))
                page.put(whole[end:])
                return
            lines = wrap(words, how.width, lead)
            if how.line is None:
                page.excerpt(claim, excerpt, lines)
            else:
                for n, one in enumerate(lines.split("\n")):
                    page.put("\n" + how.line if n else "")
                    page.excerpt(claim, excerpt, one)
            page.put(closing)
            return
        page.excerpt(claim, excerpt, words)
        page.put(closing)
        if cite is not None:
            page.put(how.cite_gap)
            self.set_citation(excerpt, cite)

    def set_citation(self, excerpt: Excerpt, cite: Cite) -> None:
        how, page = self.how, self.page
        before, after = how.cite_marks
        if how.right is not None:
            before = " " * max(4, how.right - len(mark_titles(cite.text)) - len(before)) + before
        page.put(before)
        page.citation(excerpt, cite, how.italic)
        page.put(after)

    def set_notes(self, waiting: list[tuple[Excerpt, Cite, int]], notes: Notes) -> None:
        for n, (excerpt, cite, number) in enumerate(waiting):
            self.page.put((notes.gap if n else "") + notes.lead(number))
            self.page.citation(excerpt, cite, self.how.italic)

    def set_end_notes(self, notes: Notes) -> None:
        self.page.put("\n\n" + notes.heading)
        if notes.where == "part":
            for name, waiting in self.parts:
                self.page.put(f"{name}\n\n")
                self.set_notes(waiting, notes)
                self.page.put("\n\n")
        else:
            self.set_notes(self.waiting, notes)
        self.page.put("\n")

    def set_list(self, heading: str) -> None:
        from .cites import STYLES

        self.page.put("\n" + heading)
        works: dict[str, str] = {}
        for excerpt in self.book.excerpts:
            if excerpt.csl is not None and excerpt.work is not None and excerpt.work not in works:
                whole = STYLES[self.how.list_style]({k: v for k, v in excerpt.csl.items() if k != "page"})
                works[excerpt.work] = mark_titles(whole.text, *self.how.italic)
        for words in sorted(works.values(), key=str.casefold):
            self.page.put(words.rstrip(".") + ".\n")


PARTS = ("Beginnings", "The Middle Years", "What Was Said Later", "Loose Ends", "Afterwards", "Further Matter")


def _part_name(n: int) -> str:
    return PARTS[n] if n < len(PARTS) else f"Continued ({n})"


def _author(excerpt: Excerpt) -> str:
    csl = excerpt.csl or {}
    people = csl.get("author") or csl.get("editor") or csl.get("translator") or []
    if not people:
        return "Unsigned"
    return " and ".join(p.get("literal") or f"{p.get('given', '')} {p.get('family', '')}".strip() for p in people)
