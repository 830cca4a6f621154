"""A page of invented excerpts with who is named in them, as the ledgers read it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from testimonia.ledgers import LedgerStage
from testimonia.model import Entry, Mention, Mode, Person, Reason, Sourcebook, Span, Voice
from testimonia.testing import check_book, make_book, run_stage
from testimonia.times import TimeStage

NAMES = "Ash Reed Holm Penrose Lowe Quill Marsden Tolland Verey Brack Corrigan Dunmore".split()
CITATION = "Marlow, Jane. Salt. Hull: Quay, 1950."


@pytest.fixture
def read() -> Callable[..., Sourcebook]:
    """Read one excerpt under a heading; ``roles`` are words beside names by the person's name."""

    def reading(words: str, *, heading: str = "THE HARBOUR", roles: dict[str, str] | None = None) -> Sourcebook:
        page = f"{heading}\n\n{words}\n{CITATION}\n"
        book = make_book(page, claims=[heading], excerpts=[(words, heading, CITATION)])
        book.add(Person(f"p-{name.lower()}", name, roles=_roles(page, (roles or {}).get(name))) for name in NAMES)
        mentions = []
        for record in (*book.claims, *book.excerpts):
            for n, name in enumerate(re.finditer(rf"(?i)\b(?:{'|'.join(NAMES)})\b", record.text)):
                span = record.page_span(*name.span())
                mentions.append(Mention(f"{record.id}m{n}", span, name.group(), record.id, f"p-{name.group().lower()}"))
        book.add(mentions)
        (excerpt,) = book.excerpts
        for n, line in enumerate(re.finditer(r"[^\n]+", excerpt.text)):
            label = re.match(r"([A-Z]+): ", line.group())
            speaker, name, mode = "author:marlow", "Marlow", Mode.NARRATION
            if label is not None:
                known = label[1].capitalize() in NAMES
                speaker = f"p-{label[1].lower()}" if known else f"anon:{label[1].lower()}"
                name, mode = label[1], Mode.TURN
            book.add([Voice(f"v{n}", excerpt.id, excerpt.page_span(*line.span()), speaker, name, mode)])
        book = run_stage(LedgerStage(), run_stage(TimeStage(), book))
        check_book(book)
        return book

    return reading


def _roles(page: str, words: str | None) -> tuple[Reason, ...]:
    if words is None:
        return ()
    start = page.index(words)
    return (Reason("words after the name", words, Span(start, start + len(words))),)


@pytest.fixture
def rows() -> Callable[[Sourcebook, str], list[str]]:
    """The rows of a ledger in short: parts by role and whom they mean, the sum, and on whose word."""

    def shortly(book: Sourcebook, ledger: str) -> list[str]:
        return [_short(entry) for entry in book.entries if entry.ledger == ledger]

    return shortly


def _short(entry: Entry) -> str:
    parts = [f"{part.role}={(part.id or part.name).removeprefix('p-')}" for part in entry.parts]
    amount = [entry.amount.text] if entry.amount is not None else []
    return " ".join([*parts, *amount, f"[{entry.speaker.removeprefix('p-')}]"])
