"""What a layout is to the catalogue: a name, a group, a file, and a way to set it."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .book import Book
from .setting import Page

__all__ = ["Layout"]

Encode = Callable[[Page, str], bytes]


def whole(book: Book) -> Book:
    """The book as it is."""
    return book


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout. ``set`` puts the book on a page; ``pack`` makes a file of it where that is not simply its text.

    ``choose`` gives the book to set: a few claims of it where the layout is that of a short page, or another one where
    the layout is that of another language.
    """

    name: str
    group: str
    file: str
    set: Callable[[Book, Page], None]
    newline: str = "\n"
    encoding: str = "utf-8"
    bom: bool = False
    marked_up: bool = False
    pack: Callable[[str, Book], bytes] | None = None
    needs: tuple[str, ...] = field(default=())
    choose: Callable[[Book], Book] = whole

    def encode(self, text: str) -> bytes:
        """The bytes of the file."""
        if self.encoding == "utf-16":
            return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
        mark = codecs.BOM_UTF8 if self.bom else b""
        return mark + text.encode(self.encoding, errors="xmlcharrefreplace" if self.marked_up else "replace")

    def render(self, book: Book, folder: Path) -> None:
        """Set the book and write it with its gold into ``folder/<name>``."""
        page = Page(self.newline, marked_up=self.marked_up)
        book = self.choose(book)
        if self.encoding not in ("utf-8", "utf-16"):
            book = fit(book, self.encoding)
        self.set(book, page)
        facts: dict[str, Any] = {"group": self.group, "encoding": self.encoding}
        encode = self.encode
        if self.pack is not None:
            pack = self.pack
            facts["extracted"] = True
            encode = lambda text: pack(text, book)  # noqa: E731
        page.write(folder / self.name, self.name, book, self.file, encode, facts)


def fit(book: Book, encoding: str) -> Book:
    """The book with the characters that an encoding lacks put in its nearest ones, as an old editor would."""
    import json
    import unicodedata
    from dataclasses import replace

    def words(text: str) -> str:
        out = []
        for c in text:
            try:
                c.encode(encoding)
                out.append(c)
            except UnicodeEncodeError:
                plain = unicodedata.normalize("NFKD", c).encode(encoding, "ignore").decode(encoding)
                out.append(plain or "?")
        return "".join(out)

    def fitted(value: Any) -> Any:
        if value is None:
            return None
        return json.loads(words(json.dumps(value, ensure_ascii=False)))

    claims = tuple(
        replace(
            c,
            text=words(c.text),
            excerpts=tuple(
                replace(
                    e,
                    paragraphs=tuple(words(p) for p in e.paragraphs),
                    csl=fitted(e.csl),
                    printed=None if e.printed is None else words(e.printed),
                )
                for e in c.excerpts
            ),
        )
        for c in book.claims
    )
    return replace(book, claims=claims)
