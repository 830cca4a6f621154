"""Word, EPUB and PDF: measured only where the reader takes such files."""

from __future__ import annotations

from ..layouts import Layout
from ..markup import Web
from ..notes import every_time
from ..packing import pack_docx, pack_epub, pack_pdf

__all__ = ["LAYOUTS"]


def plain(style: str) -> Web:
    """Headings, paragraphs and a source after each excerpt."""
    marks = ("<p>", "</p>\n")
    return Web(("<h2>", "</h2>\n"), marks, marks, lambda: every_time(style), excerpt=("", ""), bounded=False)


LAYOUTS = (
    Layout("word", "files", "book.docx", plain("chicago"), marked_up=True, pack=pack_docx),
    Layout("epub", "files", "book.epub", plain("bibliography"), marked_up=True, pack=pack_epub),
    Layout("pdf", "files", "book.pdf", plain("mla"), marked_up=True, encoding="cp1252", pack=pack_pdf),
)
