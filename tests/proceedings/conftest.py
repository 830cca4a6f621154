"""A page of invented excerpts with who is named in them, as the register reads it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from testimonia.model import Cell, Mention, Mode, Person, Sourcebook, Voice
from testimonia.proceedings import ProceedingStage
from testimonia.testing import check_book, make_book, run_stage
from testimonia.times import TimeStage

NAMES = "Ash Reed Holm Penrose Lowe Quill Marsden Tolland Verey Brack Corrigan Dunmore".split()
CITATION = "Marlow, Jane. Salt. Hull: Quay, 1950."
Reader = Callable[..., Sourcebook]


@pytest.fixture
def read() -> Reader:
    """Read excerpts, each (heading, words) or words alone, with their citation; ``title`` is its work's."""

    def reading(*excerpts: str | tuple[str, str], citation: str = CITATION, title: str = "") -> Sourcebook:
        pairs = [("THE HARBOUR", e) if isinstance(e, str) else e for e in excerpts]
        headings = list(dict.fromkeys(heading for heading, _ in pairs))
        page = ""
        for heading in headings:
            page += f"{heading}\n\n"
            page += "".join(f"{words}\n{citation}\n\n" for h, words in pairs if h == heading)
        ordered = [(words, h, citation) for heading in headings for h, words in pairs if h == heading]
        book = make_book(page, claims=headings, excerpts=ordered, works={citation[:6]: {"title": title or citation}})
        book.add(Person(f"p-{name.lower()}", name) for name in NAMES)
        book.add(_mentions(book))
        book.add(_voices(book))
        book = run_stage(TimeStage(), book)
        book = run_stage(ProceedingStage(), book)
        check_book(book)
        return book

    return reading


def _mentions(book: Sourcebook) -> list[Mention]:
    found = []
    for record in (*book.claims, *book.excerpts):
        for n, name in enumerate(re.finditer(rf"(?i)\b(?:{'|'.join(NAMES)})\b", record.text)):
            span = record.page_span(*name.span())
            person = f"p-{name.group().lower()}"
            found.append(Mention(f"{record.id}m{n}", span, name.group(), record.id, person))
    return sorted(found, key=lambda mention: mention.span.start)


def _voices(book: Sourcebook) -> list[Voice]:
    """A line that begins with a label in capitals is a turn; the rest is the author's."""
    voices = []
    for excerpt in book.excerpts:
        pieces = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", excerpt.text)]
        for n, (start, end) in enumerate(pieces):
            label = re.match(r"([A-Z]+(?: [A-Z]+)?): ", excerpt.text[start:end])
            if label is None:
                speaker, name, mode = "author:marlow", "Marlow", Mode.NARRATION
            else:
                known = label[1].capitalize() in NAMES
                speaker = f"p-{label[1].lower()}" if known else f"anon:{label[1].lower().replace(' ', '-')}"
                name, mode = label[1], Mode.TURN
            voices.append(Voice(f"{excerpt.id}v{n}", excerpt.id, excerpt.page_span(start, end), speaker, name, mode))
    return voices


@pytest.fixture
def told() -> Callable[[Sourcebook, str], list[tuple[str | None, str]]]:
    """The cells of one kind as (whom, value)."""

    def telling(book: Sourcebook, kind: str) -> list[tuple[str | None, str]]:
        return [(cell.person_name, cell.value) for cell in book.cells if cell.kind == kind]

    return telling


def in_proceeding(book: Sourcebook, cell: Cell) -> str:
    """The name of the proceedings that a cell is of."""
    return next(p.name for p in book.proceedings if p.id == cell.proceeding)
