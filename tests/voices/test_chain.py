"""Through whose hands words came, and the words of the page that vouch for each."""

from __future__ import annotations

from dataclasses import replace

from testimonia.model import (
    Citation,
    CitedField,
    Document,
    DocumentType,
    Hand,
    HandRole,
    Person,
    Reason,
    Sourcebook,
    Span,
)
from testimonia.testing import make_book
from testimonia.voices.chain import chain_of
from testimonia.voices.namings import Naming, NamingPlace

CITED = "Marlow, Ann. Salt and Ashes. Edited by R. Clegg. Translated by Mary Penhale. Leeds: Northgate, 1931, p. 4"
CLAIM = "THE HORN WAS COLD"
WORDS = 'Quist said, "The horn was cold." [A Night Mail to Skarra, p. 41]'
PAGE = f"{CLAIM}\n\n{WORDS}\n{CITED}\n"
CSL = {
    "type": "book",
    "author": [{"family": "Marlow", "given": "Ann"}],
    "editor": [{"family": "Clegg", "given": "R."}],
    "translator": [{"family": "Penhale", "given": "Mary"}],
    "title": "Salt and Ashes",
    "issued": "1931",
}


def book_of(**csl: object) -> Sourcebook:
    """A page with one excerpt, its citation read field by field."""
    item = {**CSL, **csl}
    book = make_book(
        PAGE,
        claims=[CLAIM],
        excerpts=[(WORDS, CLAIM, CITED)],
        works={"Salt and Ashes": {k: v for k, v in item.items() if v}},
    )
    (citation,) = book.citations
    printed = (("author", "Marlow, Ann"), ("editor", "R. Clegg"), ("translator", "Mary Penhale"))
    fields = tuple(
        CitedField(
            name, Span(PAGE.index(words, citation.span.start), PAGE.index(words, citation.span.start) + len(words))
        )
        for name, words in printed
    )
    fresh = Sourcebook(book.source)
    for records in (book.passages, book.claims, book.excerpts, book.works):
        fresh.add(records)
    fresh.add([replace(citation, fields=fields)])
    return fresh


def chain(book: Sourcebook, speaker: str, name: str = "", **more: object) -> tuple[Hand, ...]:
    why = (Reason("said so", "Quist said", Span(PAGE.index("Quist"), PAGE.index("Quist") + 10)),)
    return chain_of(
        book,
        book.excerpts[0],
        speaker=speaker,
        speaker_name=name,
        speaker_reasons=why,
        **more,  # type: ignore[arg-type]
    )


def roles(hands: tuple[Hand, ...]) -> list[str]:
    return [hand.role.value for hand in hands]


def a_naming(words: str, where: NamingPlace, **more: object) -> Naming:
    start = PAGE.index(words)
    span = Span(start, start + len(words))
    return Naming("x", span, DocumentType.LETTER, where, span, **more)  # type: ignore[arg-type]


def test_words_come_through_compiler_author_editor_and_translator_to_the_speaker() -> None:
    hands = chain(book_of(), "quist", "Quist")
    assert roles(hands) == ["compiler", "author", "editor", "translator", "speaker"]
    assert [hand.name for hand in hands] == ["", "Marlow", "Clegg", "Penhale", "Quist"]


def test_every_link_has_the_words_that_vouch_for_it() -> None:
    book = book_of()
    hands = chain(book, "quist", "Quist")
    assert [reason.words for hand in hands for reason in hand.reasons] == [
        CLAIM,
        "Marlow, Ann",
        "R. Clegg",
        "Mary Penhale",
        "Quist said",
    ]
    for hand in hands:
        assert hand.reasons
        assert all(reason.span is not None and reason.span.cut(PAGE) == reason.words for reason in hand.reasons)


def test_the_author_s_own_words_end_with_him() -> None:
    book = book_of(editor=None, translator=None)
    author = f"author:{book.works[0].id}"
    hands = chain(book, author, "Marlow")
    assert roles(hands) == ["compiler", "author"]
    assert hands[-1].who == author


def test_the_author_of_a_translated_book_is_no_link_twice() -> None:
    book = book_of()
    assert roles(chain(book, f"author:{book.works[0].id}", "Marlow")) == ["compiler", "author", "editor", "translator"]


def test_an_editor_without_an_author_is_whose_narration_it_is() -> None:
    book = book_of(author=None)
    hands = chain(book, f"author:{book.works[0].id}", "Clegg")
    assert [(hand.role, hand.who) for hand in hands[1:2]] == [(HandRole.EDITOR, f"author:{book.works[0].id}")]
    assert roles(hands) == ["compiler", "editor", "translator"]


def test_the_compiler_has_none_before_him() -> None:
    assert roles(chain(book_of(), "compiler")) == ["compiler"]


def test_no_link_is_invented_where_nothing_is_cited() -> None:
    book = make_book(PAGE, claims=[CLAIM], excerpts=[(WORDS, None, None)])
    hands = chain(book, "quist", "Quist")
    assert roles(hands) == ["compiler", "speaker"]
    assert hands[0].reasons == ()


def test_a_document_stands_between_the_book_and_its_speaker() -> None:
    document = Document("d1", DocumentType.LETTER, "1911", "quist", "Quist")
    naming = a_naming("Quist said", NamingPlace.INTRODUCTION, reasons=(Reason("named", "Quist said"),))
    hands = chain(book_of(), "quist", "Quist", document=document, naming=naming)
    assert roles(hands)[-2:] == ["document", "speaker"]
    assert (hands[-2].who, hands[-2].name, hands[-2].reasons) == ("d1", "Quist said", naming.reasons)


def test_whoever_quotes_the_speaker_stands_before_him() -> None:
    outer = [(Hand(HandRole.SPEAKER, "ashby", "Ashby"), None, None)]
    hands = chain(book_of(), "quist", "Quist", outer=outer)
    assert [hand.who for hand in hands[-2:]] == ["ashby", "quist"]


def test_a_document_that_an_outer_speaker_reads_from_comes_after_him() -> None:
    outer = [(Hand(HandRole.SPEAKER, "ashby", "Ashby"), None, None)]
    document = Document("d1", DocumentType.LETTER, None, "quist", "Quist")
    naming = a_naming("Quist said", NamingPlace.INTRODUCTION)
    hands = chain(book_of(), "quist", "Quist", outer=outer, document=document, naming=naming)
    assert [hand.who for hand in hands[-3:]] == ["ashby", "d1", "quist"]


def test_a_document_whose_speaker_quotes_another_comes_before_him() -> None:
    # Ashby's letter tells what Quist said: the letter is Ashby's and so stands before him
    outer = [(Hand(HandRole.SPEAKER, "ashby", "Ashby"), None, None)]
    document = Document("d1", DocumentType.LETTER, None, "ashby", "Ashby")
    naming = a_naming("Quist said", NamingPlace.HEADER, author="ashby")
    hands = chain(book_of(), "quist", "Quist", outer=outer, document=document, naming=naming)
    assert [hand.who for hand in hands[-3:]] == ["d1", "ashby", "quist"]


def test_a_record_in_a_letter_is_behind_both_papers() -> None:
    letter = Document("d1", DocumentType.LETTER, "1911-07-29", "org:board", "Board")
    record = Document("d2", DocumentType.INTERROGATION, "1911-07-23", "quist", "Quist")
    header = a_naming("Quist said", NamingPlace.HEADER, author="org:board")
    closing = a_naming("Quist", NamingPlace.CLOSING, author="quist")
    outer = [(Hand(HandRole.SPEAKER, "org:board", "Board"), header, letter)]
    hands = chain(book_of(editor=None, translator=None), "quist", "Quist", outer=outer, document=record, naming=closing)
    assert roles(hands) == ["compiler", "author", "document", "speaker", "document", "speaker"]
    assert [hand.who for hand in hands[2:]] == ["d1", "org:board", "d2", "quist"]


def test_a_document_told_from_by_two_is_one_hand() -> None:
    letter = Document("d1", DocumentType.LETTER, None, "ashby", "Ashby")
    header = a_naming("Quist said", NamingPlace.HEADER, author="ashby")
    outer = [(Hand(HandRole.SPEAKER, "ashby", "Ashby"), header, letter)]
    hands = chain(book_of(), "quist", "Quist", outer=outer, document=letter, naming=header)
    assert [hand.who for hand in hands[-3:]] == ["d1", "ashby", "quist"]


def test_an_author_who_quotes_his_diary_is_not_named_twice() -> None:
    book = book_of(editor=None, translator=None)
    book.add([Person("marlow-ann", "Ann Marlow", ("Ann Marlow", "Marlow"))])
    naming = a_naming("Quist said", NamingPlace.INTRODUCTION, author="marlow-ann")
    diary = Document("d1", DocumentType.DIARY, None, "marlow-ann", "Marlow")
    assert roles(chain(book, "marlow-ann", "Marlow", document=diary, naming=naming)) == [
        "compiler",
        "author",
        "document",
    ]
    assert roles(chain(book, "marlow-ann", "Marlow")) == ["compiler", "author"]


def test_a_second_source_is_a_link_of_its_own() -> None:
    words = "[A Night Mail to Skarra, p. 41]"
    naming = a_naming(words, NamingPlace.SOURCE, reasons=(Reason("a second source is named", words),))
    document = Document("d1", DocumentType.BOOK)
    hands = chain(book_of(), "quist", "Quist", document=document, naming=naming)
    assert roles(hands)[-2:] == ["source", "speaker"]
    assert (hands[-2].who, hands[-2].name) == ("d1", words)


def test_what_an_ibid_stands_for_names_the_author() -> None:
    book = make_book("T\n\nIt left.\nIbid., p. 5\n", claims=["T"], excerpts=[("It left.", "T", "Ibid., p. 5")])
    (citation,) = book.citations
    fresh = Sourcebook(book.source)
    for records in (book.passages, book.claims, book.excerpts):
        fresh.add(records)
    fresh.add([Citation(citation.id, citation.span, citation.text, {}, None, "5", CSL)])
    hands = chain_of(fresh, fresh.excerpts[0], speaker="quist", speaker_name="Quist", speaker_reasons=())
    assert hands[1].name == "Marlow"
    assert hands[1].reasons[0].words == "Ibid., p. 5"
