"""Small excerpts by hand: names stand in braces, and what the rooms before would have found is put beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from testimonia.model import (
    Citation,
    Claim,
    Excerpt,
    Finding,
    Gender,
    Mention,
    Person,
    Record,
    Sourcebook,
    Span,
    Voice,
    Work,
)
from testimonia.testing import make_source
from testimonia.voices import VoiceStage

_NAMED = re.compile(r"\{([^{}|]+)(?:\|([^{}]+))?\}")  # {Ash} or {the spelling|Ash}
_WOMEN = frozenset({"Mary", "Brand", "Anna"})


@dataclass(frozen=True)
class Told:
    """The voices of one excerpt: pairs of words and who speaks them, and the book they stand in."""

    book: Sourcebook
    voices: tuple[Voice, ...]

    @property
    def speakers(self) -> list[tuple[str, str]]:
        """Each voice's words and its speaker: a person by family name, else the id without the work's."""
        return [(voice.span.cut(self.book.text), _named(voice)) for voice in self.voices]

    def of(self, words: str) -> Voice:
        """The voice that the words are part of."""
        at = self.book.text.index(words)
        found = self.book.voice_at(at)
        assert found is not None, words
        return found

    def who(self, words: str) -> str:
        """Who speaks the words."""
        return _named(self.of(words))


def _named(voice: Voice) -> str:
    return "author" if voice.speaker.startswith("author:") else voice.speaker


Tell = Callable[..., Told]


@pytest.fixture
def tell() -> Tell:
    """Read the voices of an excerpt with the names in it, under a claim, from a book by Hart."""

    def read(
        excerpt: str,
        *,
        claim: str = "THE FERRY LEFT EARLY",
        author: str = "Hart",
        title: str = "The Quay",
        page: str = "",
    ) -> Told:
        marked = [(claim, "claim"), (excerpt, "excerpt")]
        text, people, mentions, spans = "", {}, [], {}
        for words, record in marked:
            begin = len(text)
            plain, at = "", 0
            for name in _NAMED.finditer(words):
                plain += words[at : name.start()]
                person = name.group(2) or name.group(1).split()[-1].title()
                start = begin + len(plain)
                plain += name.group(1)
                people.setdefault(person, name.group(1))
                mentions.append((start, begin + len(plain), record, person))
                at = name.end()
            text += plain + words[at:]
            spans[record] = Span(begin, len(text))
            text += "\n\n"
        line = f"{author}, Piers. {title}. Leeds: Northgate, 1931, p. 4"
        cited = Span(len(text), len(text) + len(line))
        text += line + "\n"
        csl = {"type": "book", "title": title, "issued": "1931"}
        if author:
            csl["author"] = [{"family": author, "given": "Piers"}]
        records: list[Record] = [
            Claim("c", spans["claim"], spans["claim"].cut(text)),
            Excerpt("x", spans["excerpt"], spans["excerpt"].cut(text), "c", "q"),
            Citation("q", cited, line, csl, "w", "4"),
            Work("w", csl, 1),
        ]
        for name, printed in people.items():
            gender = Gender.FEMALE if name in _WOMEN else Gender.MALE
            records.append(Person(name, printed, (printed,), gender=gender))
        for number, (start, end, record, person) in enumerate(mentions):
            place = Span(start, end)
            records.append(
                Mention(f"m{number}", place, place.cut(text), {"claim": "c", "excerpt": "x"}[record], person)
            )
        book = Sourcebook(make_source(text))
        book.add(records)
        book.add(r for r in VoiceStage()(book) if not isinstance(r, Finding))
        return Told(book, tuple(book.voices))

    return read
