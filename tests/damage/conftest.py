"""A page of invented excerpts, put together without the layout room."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from testimonia.damage import DamageStage
from testimonia.model import Citation, Claim, Excerpt, Finding, Passage, PassageKind, Source, Sourcebook, Span

FILLING = (
    "The boats were lowered on the weather side before the pumps had stopped, and nobody gave the order.",
    "Nobody in the port office had kept the book of that winter, so the clerk wrote it anew from memory.",
    "There were four lamps on the quay that night and the watchman says that only one of them was lit.",
)


def make_book(*pieces: str) -> Sourcebook:
    """A book of pieces: ``# `` begins a claim, ``= `` a citation, ``~ `` stray text, anything else is an excerpt.

    A piece that begins with ``+`` goes on in the line of the piece before it.
    """
    text, passages, records = "", [], []
    claim: str | None = None
    open_excerpt: tuple[str, Span] | None = None

    def close(citation: str | None) -> None:
        nonlocal open_excerpt
        if open_excerpt is not None:
            name, span = open_excerpt
            records.append(Excerpt(name, span, span.cut(text), claim, citation, (span,)))
            open_excerpt = None

    for number, piece in enumerate(pieces):
        glued, piece = piece.startswith("+"), piece.removeprefix("+")
        mark = piece[:2] if piece[:2] in ("# ", "= ", "~ ") else ""
        words = piece[len(mark) :]
        if text and not glued:
            passages.append(Passage(PassageKind.MARK, Span(len(text), len(text) + (1 if mark == "= " else 2))))
            text += "\n" if mark == "= " else "\n\n"
        span = Span(len(text), len(text) + len(words))
        text += words
        if mark == "= ":
            passages.append(Passage(PassageKind.CITATION, span, f"c{number}"))
            page = words.rsplit(", p. ", 1)
            records.append(Citation(f"c{number}", span, words, {}, None, page[1] if len(page) == 2 else None))
            close(f"c{number}")
        else:
            close(None)
            kind = {"# ": PassageKind.CLAIM, "~ ": PassageKind.STRAY}.get(mark, PassageKind.EXCERPT)
            passages.append(Passage(kind, span, None if mark == "~ " else f"r{number}"))
            if mark == "# ":
                claim = f"r{number}"
                records.append(Claim(claim, span, words))
            elif not mark:
                open_excerpt = (f"x{number}", span)
    close(None)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    book = Sourcebook(Source("page.txt", text.encode("utf-8", "surrogatepass"), text, "utf-8", "text/plain", digest))
    book.add(passages)
    book.add(records)
    return book


def surround(*pieces: str) -> Sourcebook:
    """The pieces within a page of sound excerpts, so that habits of the page can be told."""
    around: list[str] = ["# THE LOSS OF THE HESTIA"]
    for n in range(12):
        around += [
            f"In the account of witness {n + 1} we read: {FILLING[n % 3]}",
            f"= Marlow, A. Salt and Ashes {n + 1}. Leeds: Northgate, 1931, p. {n + 40}",
        ]
    return make_book(*around, *pieces)


@pytest.fixture
def find() -> Callable[..., list[tuple[str, str]]]:
    """The findings of one kind, as pairs of kind and words, on a page with these pieces in it."""

    def run(*pieces: str, alone: bool = False) -> list[tuple[str, str]]:
        book = make_book(*pieces) if alone else surround(*pieces)
        findings: list[Finding] = list(DamageStage()(book))
        return [(finding.kind.value, book.cut(finding.span)) for finding in findings]

    return run
