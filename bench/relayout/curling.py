"""A book as a word processor makes it from what is typed: curly quotation marks and apostrophes, dashes for ``--``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from .book import Book

__all__ = ["curled"]


def curl(words: str) -> str:
    """Words with marks that are curled by what stands before them.

    >>> curl('"So he said," -- and didn\\'t')
    '“So he said,” — and didn’t'
    """
    words = words.replace(" -- ", " — ").replace("--", "—")
    words = re.sub(r'(^|[\s(\[“‘—])"', r"\1“", words).replace('"', "”")
    return re.sub(r"(^|[\s(\[“—])'", r"\1‘", words).replace("'", "’")


def curled(book: Book) -> Book:
    """The whole book so, sources and all."""
    claims = tuple(
        replace(
            claim,
            text=curl(claim.text),
            excerpts=tuple(
                replace(e, paragraphs=tuple(curl(p) for p in e.paragraphs), csl=curled_fields(e.csl))
                for e in claim.excerpts
            ),
        )
        for claim in book.claims
    )
    return replace(book, title=curl(book.title), claims=claims)


def curled_fields(value: Any) -> Any:
    if isinstance(value, str):
        return curl(value)
    if isinstance(value, list):
        return [curled_fields(v) for v in value]
    return {k: curled_fields(v) for k, v in value.items()} if isinstance(value, dict) else value
