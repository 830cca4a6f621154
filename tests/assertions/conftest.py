"""Small excerpts by hand: names stand in braces, and who speaks which words is stated."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from testimonia.assertions.acts_file import read_vocabulary
from testimonia.assertions.prose import excerpt_shares, joined
from testimonia.model import Assertion, Excerpt, Gender, Mention, Mode, Person, Sourcebook, Span, Voice
from testimonia.testing import make_source

_NAMED = re.compile(r"\{([^{}]+)\}")
_WOMEN = frozenset(("Brand", "Pell"))

Piece = str | tuple[str, str, str]
"""Narration, or a mode, a speaker's name and the words."""


@dataclass(frozen=True)
class Said:
    """What one excerpt asserts."""

    book: Sourcebook
    assertions: tuple[Assertion, ...]

    @property
    def acts(self) -> list[tuple[str, str]]:
        """Who does what."""
        return [(assertion.speaker_name, assertion.act.value) for assertion in self.assertions]

    def of(self, speaker: str, act: str) -> Assertion:
        """The one assertion of a speaker that is that act."""
        found = [a for a in self.assertions if (a.speaker_name, a.act.value) == (speaker, act)]
        assert len(found) == 1, self.acts
        return found[0]

    def has(self, speaker: str, act: str) -> bool:
        """Whether there is such an assertion."""
        return (speaker, act) in self.acts


def book_of(*pieces: Piece) -> Sourcebook:
    """One excerpt made of pieces, each in one voice; turns stand on lines of their own."""
    text = ""
    mentions: list[Mention] = []
    people: dict[str, Person] = {}
    voices: list[tuple[int, int, str, str, Mode]] = []
    for piece in pieces:
        mode, speaker, words = ("narration", "Marlow", piece) if isinstance(piece, str) else piece
        if text:
            text += "\n" if mode == "turn" else " "
        start = len(text)
        at = 0
        for name in _NAMED.finditer(words):
            text += words[at : name.start()]
            printed = name.group(1)
            family = printed.split()[-1]
            gender = Gender.FEMALE if family.title() in _WOMEN else Gender.MALE
            people.setdefault(family.lower(), Person(f"p-{family.lower()}", printed, (printed,), gender=gender))
            span = Span(len(text), len(text) + len(printed))
            mentions.append(Mention(f"m{span.start}", span, printed, "x1", f"p-{family.lower()}"))
            text += printed
            at = name.end()
        text += words[at:]
        who = "author:w1" if speaker == "Marlow" else f"p-{speaker.split()[-1].lower()}"
        voices.append((start, len(text), who, speaker, Mode(mode)))
    book = Sourcebook(make_source(text))
    book.add([Excerpt("x1", Span(0, len(text)), text, None, None)])
    book.add(people.values())
    book.add(mentions)
    book.add(Voice(f"v{n}", "x1", Span(a, b), who, name, mode) for n, (a, b, who, name, mode) in enumerate(voices))
    return book


def excerpt_assertions(book: Sourcebook) -> list[Assertion]:
    """What the excerpts of a book assert, in the words for acts that ship."""
    return joined(share() for share in excerpt_shares(book, read_vocabulary()))


@pytest.fixture
def said() -> Callable[..., Said]:
    """Read the assertions of an excerpt made of pieces."""

    def read(*pieces: Piece) -> Said:
        book = book_of(*pieces)
        found = tuple(excerpt_assertions(book))
        for assertion in found:
            assert assertion.span.cut(book.text) == assertion.text
        return Said(book, found)

    return read
