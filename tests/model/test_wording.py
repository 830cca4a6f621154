from __future__ import annotations

import pytest

from testimonia.model import Document, DocumentType, Hand, HandRole, Person, Sourcebook
from testimonia.model.wording import chain_words, document_words, speaker_words
from testimonia.testing import make_book

LETTER = Hand(HandRole.DOCUMENT, "d1")
COMPILER = Hand(HandRole.COMPILER, "compiler")


@pytest.fixture
def book() -> Sourcebook:
    book = make_book("x")
    book.add(
        [
            Person("p1", "Elise Dorval"),
            Document("d1", DocumentType.LETTER, "1931-07-29", "p1", "Dorval"),
            Document("d2", DocumentType.INTERROGATION, "1931-07"),
            Document("d3", DocumentType.OTHER),
        ]
    )
    return book


@pytest.mark.parametrize(
    ("hands", "words"),
    [
        ((), ""),
        ((COMPILER,), "compiler"),
        ((COMPILER, Hand(HandRole.AUTHOR, "author:w1", "Marlow")), "compiler → Marlow (author)"),
        ((Hand(HandRole.AUTHOR, "author:w1", "Marsh & Odell"),), "Marsh & Odell (authors)"),
        ((Hand(HandRole.EDITOR, "author:w1", "Quist and Tern"),), "Quist and Tern (editors)"),
        ((Hand(HandRole.TRANSLATOR, "author:w1", "Sand"),), "Sand (translator)"),
        ((Hand(HandRole.SOURCE, "org:mercury", "the Mercury"),), "the Mercury (source)"),
        (
            (Hand(HandRole.DOCUMENT, "d1"), Hand(HandRole.SPEAKER, "p1", "DORVAL")),
            "letter of 1931-07-29 → Elise Dorval",
        ),
        (
            (LETTER, Hand(HandRole.SPEAKER, "group:pilots", "the pilots")),
            "letter of 1931-07-29 (Dorval) → the pilots",
        ),
        ((Hand(HandRole.DOCUMENT, "d2"),), "interrogation of 1931-07"),
        ((Hand(HandRole.DOCUMENT, "d3", "his will"),), "his will"),
        ((Hand(HandRole.DOCUMENT, "d3"),), "document"),
        ((Hand(HandRole.DOCUMENT, "d9", "a note"),), "a note"),
    ],
)
def test_a_chain_is_one_line(hands: tuple[Hand, ...], words: str, book: Sourcebook) -> None:
    assert chain_words(hands, book) == words


@pytest.mark.parametrize(
    ("speaker", "name", "words"),
    [
        ("compiler", "", "compiler"),
        ("p1", "Mme. DORVAL", "Elise Dorval"),
        ("author:w1", "Marlow", "Marlow"),
        ("author:w1", "", "the cited author"),
        ("editor:w1", "", "the cited editor"),
        ("org:harbour-office", "", "harbour office"),
        ("anon:pilot", "a pilot", "a pilot"),
    ],
)
def test_a_speaker_has_a_name(speaker: str, name: str, words: str, book: Sourcebook) -> None:
    assert speaker_words(speaker, name, book) == words


def test_a_document_says_its_author(book: Sourcebook) -> None:
    assert document_words(book.documents["d1"]) == "letter of 1931-07-29 (Dorval)"
