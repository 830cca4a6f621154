"""Invented books: a page of excerpts, each of some work under some claim."""

from __future__ import annotations

import random
from collections.abc import Sequence

from testimonia.model import (
    Citation,
    Claim,
    Excerpt,
    Mention,
    Mode,
    Person,
    Source,
    Sourcebook,
    Span,
    Voice,
    Work,
)

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
COMMON = "the of and to in was that he it had with for on his as at by from they were not but she".split()


class Writer:
    """Writes text that nobody wrote: common words, and rare ones that hardly come twice."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)

    def word(self) -> str:
        """A rare word."""
        return "".join(self.random.choices(SYLLABLES, k=4))

    def words(self, length: int) -> list[str]:
        """A text, every other word of it common."""
        return [self.random.choice(COMMON) if self.random.random() < 0.5 else self.word() for _ in range(length)]

    def text(self, length: int) -> str:
        """The same in one string."""
        return " ".join(self.words(length))


class Page:
    """A page in the making."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.offset = 0
        self.records: list[object] = []
        self.claims: dict[str, str] = {}
        self.works: dict[str, str] = {}
        self.excerpts: list[Excerpt] = []

    def _put(self, words: str) -> Span:
        span = Span(self.offset, self.offset + len(words))
        self.pieces.append(words)
        self.offset += len(words) + 1
        return span

    def excerpt(
        self,
        text: str,
        *,
        author: str = "Marlow",
        title: str = "Salt",
        claim: str = "A CLAIM",
        year: int | None = None,
        given: str | None = None,
    ) -> Excerpt:
        """Add an excerpt from a book under a claim."""
        if claim not in self.claims:
            span = self._put(claim)
            self.claims[claim] = f"c{len(self.claims)}"
            self.records.append(Claim(self.claims[claim], span, claim))
        book = f"{author}, {title}"
        if book not in self.works:
            self.works[book] = f"w{len(self.works)}"
            name = {"family": author} if given is None else {"family": author, "given": given}
            csl = {"author": [name], "title": title} | ({} if year is None else {"issued": str(year)})
            self.records.append(Work(self.works[book], csl, 1))
        span = self._put(text)
        number = len(self.excerpts)
        excerpt = Excerpt(f"x{number}", span, text, self.claims[claim], f"q{number}")
        self.excerpts.append(excerpt)
        self.records.append(excerpt)
        self.records.append(Citation(f"q{number}", self._put(book), book, work=self.works[book]))
        return excerpt

    def person(self, identity: str, name: str) -> None:
        """Add somebody."""
        self.records.append(Person(identity, name, (name,)))

    def mention(self, excerpt: Excerpt, name: str, person: str) -> None:
        """Say that a name in an excerpt means somebody."""
        start = excerpt.span.start + excerpt.text.index(name)
        self.records.append(Mention(f"m{len(self.records)}", Span(start, start + len(name)), name, excerpt.id, person))

    def quote(self, excerpt: Excerpt, words: str) -> None:
        """Say that some words of an excerpt are a document's."""
        start = excerpt.span.start + excerpt.text.index(words)
        span = Span(start, start + len(words))
        self.records.append(Voice(f"v{len(self.records)}", excerpt.id, span, "p1", "Ash", Mode.QUOTE))

    def book(self) -> Sourcebook:
        """The page as a book."""
        book = Sourcebook(Source("page.txt", b"", "\n".join(self.pieces), "utf-8", "text/plain", ""))
        book.add([Person("p1", "Ash", ("Ash",)), *self.records])  # type: ignore[list-item]
        return book


def page_of(writer: Writer, texts: Sequence[tuple[str, str]], *, unrelated: int = 20) -> Page:
    """Unrelated excerpts, and after them the given ones: text and author, each under a claim of its own."""
    page = Page()
    for n in range(unrelated):
        page.excerpt(writer.text(60), author=f"Author{writer.word()}", claim=f"CLAIM {n}")
    for n, (text, author) in enumerate(texts):
        page.excerpt(text, author=author, claim=f"LAST CLAIM {n}")
    return page
