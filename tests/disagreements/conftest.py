"""Pages of invented accounts, with enough else on them that the words of the accounts are rare."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

import pytest

from testimonia.disagreements import DisagreementStage
from testimonia.model import (
    Alignment,
    Dependence,
    DependenceKind,
    Discrepancy,
    MayBe,
    Mention,
    Mode,
    Person,
    Sourcebook,
    Voice,
)
from testimonia.testing import check_book, make_book, run_stage
from testimonia.times import TimeStage

NAMES = (
    "Ash Reed Holm Penrose Lowe Quill Marsden Tolland Verey Brack Corrigan Dunmore Halvard Halverd Lindqvist Ostrander"
).split()
CITATION = "Marlow, Jane. Salt. Hull: Quay, 1950, p. {}."
Told = Sequence[tuple[str, str]]
Tell = Callable[..., Sourcebook]


def filler(number: int = 60) -> list[str]:
    """Sentences of words that nobody uses, so that those of the accounts are seldom among all."""
    dice = random.Random(3)
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    return [
        "The " + " ".join("".join(dice.choices(syllables, k=3)) + " of" for _ in range(9)) + " it."
        for _ in range(number)
    ]


@pytest.fixture
def tell() -> Tell:
    """A page of accounts, each with the claim it stands under.

    ``copies`` are pairs that depend on each other, ``maybes`` pairs of names of people who may be one.
    """

    def telling(
        *accounts: tuple[str, str],
        copies: Sequence[tuple[int, int, DependenceKind]] = (),
        turns: bool = False,
        maybes: Sequence[tuple[str, str]] = (),
    ) -> Sourcebook:
        told = [*accounts, *(("OTHER MATTERS", words) for words in filler())]
        claims = list(dict.fromkeys(claim for claim, _ in told))
        parts = []
        for claim in claims:
            own = [(n, words) for n, (c, words) in enumerate(told) if c == claim]
            parts.append(claim + "\n\n" + "\n\n".join(f"{words}\n{CITATION.format(n)}" for n, words in own))
        order = [n for claim in claims for n, (c, _) in enumerate(told) if c == claim]
        book = make_book(
            "\n\n".join(parts) + "\n",
            claims=claims,
            excerpts=[(told[n][1], told[n][0], CITATION.format(n)) for n in order],
        )
        book.add(Person(f"p-{name.lower()}", name, (name,)) for name in NAMES)
        for record in sorted((*book.claims, *book.excerpts), key=lambda record: record.span.start):
            for n, name in enumerate(re.finditer(rf"(?i)\b(?:{'|'.join(NAMES)})\b", record.text)):
                span = record.page_span(*name.span())
                person = f"p-{name.group().lower()}"
                book.add([Mention(f"{record.id}m{n}", span, name.group(), record.id, person)])
        for excerpt in book.excerpts:
            lines = re.finditer(r"[^\n]+", excerpt.text) if turns else [re.match(r"(?s).+", excerpt.text)]
            for n, line in enumerate(lines):
                label = re.match(r"([A-Z]+): ", line.group())
                who = f"p-{label[1].lower()}" if label else "author:marlow"
                mode = Mode.TURN if label else Mode.NARRATION
                place = excerpt.page_span(*line.span())
                book.add([Voice(f"{excerpt.id}v{n}", excerpt.id, place, who, label[1] if label else "Marlow", mode)])
        book.add([MayBe(f"m{n}", f"p-{a.lower()}", f"p-{b.lower()}", 0.5) for n, (a, b) in enumerate(maybes)])
        for n, (one, other, kind) in enumerate(copies):
            a, b = book.excerpts[order.index(one)], book.excerpts[order.index(other)]
            whole = (Alignment(a.span, b.span),)
            book.add([Dependence(f"n{n}", a.id, b.id, a.span, b.span, kind, whole)])
        book = run_stage(DisagreementStage(), run_stage(TimeStage(), book))
        check_book(book)
        return book

    return telling


@pytest.fixture
def shortly() -> Callable[[Sourcebook], list[str]]:
    """The disagreements in short: kind, and what both say."""

    def short(book: Sourcebook) -> list[str]:
        return [in_short(d) for d in book.discrepancies]

    return short


def in_short(d: Discrepancy) -> str:
    """One disagreement in one line."""
    return f"{d.kind.value}: {d.a_says} | {d.b_says}"
