"""Web pages: one description, `Web`, and one way to set it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .book import Book, Claim, Excerpt
from .cases import capitals, title_case
from .notes import Citer
from .pen import Cite
from .setting import Page

__all__ = ["HEAD", "Web"]

HEAD = '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n<body>\n'
Marks = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Web:
    """How a web page is laid out. ``paragraph`` stands round each paragraph, ``excerpt`` round the whole."""

    claim: Marks
    paragraph: Marks
    source: Marks
    cite: Callable[[], Citer]
    excerpt: Marks = ("", "\n")
    before_first: str = ""  # stands where a paragraph's opening would, for the first one
    source_inside: bool = False  # within the marks of the excerpt
    source_first: bool = False
    no_source: str = ""  # what stands in its place where an excerpt has none
    inline: bool = False  # within the last paragraph
    section: Marks = ("", "")
    italic: Marks = ("<i>", "</i>")
    case: str = "sentence"
    head: str = HEAD
    title: Marks = ("<h1>", "</h1>\n")
    date: Marks = ("<p>", "</p>\n")
    lead: str = ""
    tail: str = "</body>\n</html>\n"
    notes: bool = False
    bounded: bool = True

    def __call__(self, book: Book, page: Page) -> None:
        """Set the book."""
        page.put(self.head.replace("{title}", page.shown(book.title)))
        page.put(self.title[0])
        page.title(book.title)
        page.put(self.title[1])
        if book.date:
            page.put(self.date[0])
            page.title(book.date)
            page.put(self.date[1])
        page.put(self.lead)
        citer = self.cite()
        waiting: list[tuple[Excerpt, Cite]] = []
        for claim in book.claims:
            page.put(self.section[0] + self.claim[0])
            page.claim(claim, {"capitals": capitals, "title": title_case}.get(self.case, str)(claim.text))
            page.put(self.claim[1])
            for place, excerpt in enumerate(claim.excerpts):
                alone = 0 if self.source_first else len(claim.excerpts) - 1
                if excerpt.csl is None and not self.bounded and place != alone:
                    page.leave_out(excerpt, "the layout cannot show where an unsourced excerpt ends")
                    continue
                self.set_excerpt(page, claim, excerpt, citer, waiting)
            page.put(self.section[1])
        if self.notes:
            page.put('<h2>Notes</h2>\n<ol class="notes">\n')
            for n, (excerpt, cite) in enumerate(waiting, 1):
                page.put(f'<li id="fn{n}">')
                page.citation(excerpt, cite, self.italic)
                page.put(f' <a href="#ref{n}">&#8617;</a></li>\n')
            page.put("</ol>\n")
        page.put(self.tail)

    def set_excerpt(
        self, page: Page, claim: Claim, excerpt: Excerpt, citer: Citer, waiting: list[tuple[Excerpt, Cite]]
    ) -> None:
        """One excerpt and its source."""
        cite = None if excerpt.csl is None else citer(excerpt)
        if cite is not None and self.source_first:
            self.set_source(page, excerpt, cite)
        page.put(self.excerpt[0])
        last = len(excerpt.paragraphs) - 1
        for n, paragraph in enumerate(excerpt.paragraphs):
            page.put(self.before_first if n == 0 and self.before_first else self.paragraph[0])
            page.excerpt(claim, excerpt, paragraph)
            if n == last and cite is not None and self.notes:
                waiting.append((excerpt, cite))
                k = len(waiting)
                page.put(f'<sup><a href="#fn{k}" id="ref{k}">{k}</a></sup>')
            if n == last and cite is not None and self.inline:
                self.set_source(page, excerpt, cite)
            page.put(self.paragraph[1])
        inside = self.source_inside
        if not inside:
            page.put(self.excerpt[1])
        if cite is not None and not (self.source_first or self.inline or self.notes):
            self.set_source(page, excerpt, cite)
        if cite is None:
            page.put(self.no_source)
        if inside:
            page.put(self.excerpt[1])

    def set_source(self, page: Page, excerpt: Excerpt, cite: Cite) -> None:
        """The source with its marks."""
        page.put(self.source[0])
        page.citation(excerpt, cite, self.italic)
        page.put(self.source[1])
