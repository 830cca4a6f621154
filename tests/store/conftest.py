from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from testimonia.model import (
    Block,
    Citation,
    CitedField,
    Claim,
    Convention,
    Excerpt,
    Finding,
    FindingKind,
    Passage,
    PassageKind,
    Reason,
    Sourcebook,
    Span,
    Work,
)
from testimonia.testing import make_book, make_source

PAGE = """The Wreck of the Ardent

THE HORN WAS NEVER SOUNDED

I stood on the quay, and no horn was sounded before she struck. Élise Dorval saw it too.

Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44-45

The horn could be heard in Marlow’s own kitchen.

Quist, Bela. The Inner Harbour. Hull: Tern, 1958, p. 7

THE TIDE WAS LOW

At low tide no ship of that draught could pass.

Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 51

NOBODY ASKED THE PILOT
"""

CLAIMS = ("THE HORN WAS NEVER SOUNDED", "THE TIDE WAS LOW", "NOBODY ASKED THE PILOT")
MARLOW, QUIST = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931", "Quist, Bela. The Inner Harbour. Hull: Tern, 1958"
WORKS: dict[str, dict[str, Any]] = {
    MARLOW: {
        "type": "book",
        "title": "Salt and Ashes",
        "author": [{"family": "Marlow", "given": "A."}],
        "issued": "1931",
    },
    QUIST: {
        "type": "book",
        "title": "The Inner Harbour",
        "author": [{"family": "Quist", "given": "Bela"}],
        "issued": {"date-parts": [[1958]]},
    },
}


@pytest.fixture
def book() -> Sourcebook:
    return make_book(
        PAGE,
        title="The Wreck of the Ardent",
        claims=CLAIMS,
        excerpts=[
            (
                "I stood on the quay, and no horn was sounded before she struck. Élise Dorval saw it too.",
                CLAIMS[0],
                f"{MARLOW}, p. 44-45",
            ),
            ("The horn could be heard in Marlow’s own kitchen.", CLAIMS[0], f"{QUIST}, p. 7"),
            ("At low tide no ship of that draught could pass.", CLAIMS[1], f"{MARLOW}, p. 51"),
        ],
        works=WORKS,
    )


@pytest.fixture
def full_book() -> Sourcebook:
    """A book in which every field of every record says something else than its default."""
    text = "A TITLE\nTHE FERRY\n> It left.\n> No one saw.\n[Marlow, ibid., p. 3]\njunk"
    claim_span, excerpt_span, citation_span = Span(8, 17), Span(20, 42), Span(44, 63)
    segments = (Span(20, 28), Span(31, 42))
    source = dataclasses.replace(
        make_source(text, name="ferry.html", media="text/html"),
        raw=b"\xff\x00 not the text",
        encoding="windows-1252",
        sha256="f" * 64,
        blocks=(
            Block(
                span=claim_span,
                tag="h2",
                path=("html", "body", "h2"),
                serials=(1, 2, 3),
                style="thesis",
                aside=True,
                emphasis=((Span(8, 11), "b"),),
                links=((Span(12, 17), "https://example.org/?a=1"),),
                anchor="t1",
            ),
            Block(excerpt_span, "p"),
        ),
        offsets=((0, 10, 7), (8, 30, 55)),
    )
    reason = Reason("same author", "Marlow", Span(44, 50))
    book = Sourcebook(source)
    book.add(
        [
            Passage(PassageKind.TITLE, Span(0, 7)),
            Passage(PassageKind.MARK, Span(7, 8)),
            Passage(PassageKind.CLAIM, claim_span, "h1"),
            Passage(PassageKind.MARK, Span(17, 20)),
            Passage(PassageKind.EXCERPT, segments[0], "x1"),
            Passage(PassageKind.MARK, Span(28, 31)),
            Passage(PassageKind.EXCERPT, segments[1], "x1"),
            Passage(PassageKind.MARK, Span(42, 44)),
            Passage(PassageKind.CITATION, citation_span, "c1"),
            Passage(PassageKind.MARK, Span(63, 65)),
            Passage(PassageKind.STRAY, Span(65, len(text))),
            Claim("h1", claim_span, "THE FERRY", 2, (Reason("in capitals"), reason)),
            Excerpt("x2", Span(31, 42), "No one saw.", None, None),
            Excerpt(
                "x1", excerpt_span, "It left.\nNo one saw.", "h1", "c1", segments, (reason, Reason("quoted", "> "))
            ),
            Citation(
                id="c1",
                span=citation_span,
                text="Marlow, ibid., p. 3",
                csl={"author": [{"family": "Marlow"}], "page": "3"},
                work="w1",
                locator="3",
                resolved={"title": "Salt", "issued": "1931"},
                fields=(CitedField("author", Span(44, 50)), CitedField("locator", Span(62, 63))),
                reasons=(reason,),
            ),
            Citation("c2", Span(0, 7), "A TITLE", {}, None, None, {}),
            Work(
                id="w1",
                csl={"title": "Salt", "author": [{"literal": "Marlow"}]},
                citations=1,
                spellings=("Marlow, Salt", "ibid."),
                reasons=(reason,),
                span=citation_span,
                text="Marlow, ibid., p. 3",
            ),
            Finding("f1", FindingKind.OCR, Span(65, 69), "A word that is none.", "junk"),
            Convention("claims", "capitals", "because", 1, (Span(0, 7), Span(8, 9)), stated=True),
            Convention("citations", "own line", "so", 3),
        ]
    )
    return book


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8", newline="")
    return path
