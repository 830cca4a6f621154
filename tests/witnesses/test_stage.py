from __future__ import annotations

import pytest

from testimonia.model import (
    Act,
    Assertion,
    Dependence,
    DependenceKind,
    Document,
    DocumentType,
    Excerpt,
    Hand,
    HandRole,
    Mode,
    Nearness,
    Passage,
    PassageKind,
    Person,
    Sourcebook,
    Span,
    Voice,
    Witness,
)
from testimonia.testing import check_book, make_book, make_source
from testimonia.witnesses import WitnessStage

TOLD = "Dorval stood on the quay. “I saw her strike,” he said."


def weighed(book: Sourcebook) -> list[Witness]:
    book.add(list(WitnessStage()(book)))
    check_book(book)
    return list(book.witnesses)


def voice(book: Sourcebook, id_: str, words: str, speaker: str, mode: Mode = Mode.NARRATION, **stated: object) -> Voice:
    start = book.text.index(words)
    excerpt = next(x for x in book.excerpts if x.span.start <= start < x.span.end)
    span = Span(start, start + len(words))
    return Voice(id_, excerpt.id, span, speaker, str(stated.pop("name", "")), mode, **stated)  # type: ignore[arg-type]


@pytest.fixture
def book() -> Sourcebook:
    book = make_book(TOLD, excerpts=[(TOLD, None, None)])
    book.add(
        [
            Person("p1", "Dorval"),
            voice(book, "v1", "Dorval stood on the quay. ", "author:w1", name="Quist"),
            voice(book, "v2", "“I saw her strike,”", "p1", Mode.QUOTE, name="Dorval"),
            voice(book, "v3", " he said.", "author:w1", name="Quist"),
        ]
    )
    return book


def test_every_speaker_of_an_excerpt_is_placed_by_his_own_words(book: Sourcebook) -> None:
    author, witness = weighed(book)
    assert (author.speaker, author.nearness, author.reasons) == ("author:w1", Nearness.UNSTATED, ())
    assert book.cut(author.span) == TOLD
    assert (witness.speaker, witness.speaker_name, witness.nearness) == ("p1", "Dorval", Nearness.PRESENT)
    assert [(reason.rule, reason.words) for reason in witness.reasons] == [("saw or heard it himself", "I saw")]
    assert book.cut(witness.reasons[0].span or Span(0, 0)) == "I saw"
    assert {witness.origin} == {origin.id for origin in book.origins}


def test_the_compiler_bears_no_witness() -> None:
    book = make_book("[I saw it myself.] She struck.", excerpts=[("[I saw it myself.] She struck.", None, None)])
    book.add(
        [
            voice(book, "v1", "[I saw it myself.]", "compiler", Mode.EDITORIAL),
            voice(book, "v2", " She struck.", "author:w1"),
        ]
    )
    assert [witness.speaker for witness in weighed(book)] == ["author:w1"]


def test_words_under_one_origin_count_under_it() -> None:
    book = make_book("I saw it.\n\nHe saw it.", excerpts=[("I saw it.", None, None), ("He saw it.", None, None)])
    a, b = book.excerpts
    book.add([voice(book, "v1", "I saw it.", "author:w1"), voice(book, "v2", "He saw it.", "author:w2")])
    book.add([Dependence("n1", a.id, b.id, a.span, b.span, DependenceKind.DERIVES)])
    first, second = weighed(book)
    assert first.origin == second.origin
    assert book.origins[first.origin].head == a.id


def test_who_admits_was_there(book: Sourcebook) -> None:
    book = make_book("The lamp was put out by my order.", excerpts=[("The lamp was put out by my order.", None, None)])
    excerpt = book.excerpts[0]
    book.add([voice(book, "v1", excerpt.text, "anon:mate", Mode.TURN)])
    book.add([Assertion("a1", excerpt.span, excerpt.text, "anon:mate", "", Act.ADMITS, excerpt=excerpt.id)])
    (witness,) = weighed(book)
    assert (witness.nearness, witness.confidence) == (Nearness.PRESENT, 0.8)


PAPER = "The master lied. In a letter he says: “The lamp was out.” So it ended."


def quoting(book: Sourcebook, type_: DocumentType = DocumentType.LETTER) -> None:
    at = book.text.index("a letter")
    author, paper = Hand(HandRole.AUTHOR, "author:w1", "Quist"), Hand(HandRole.DOCUMENT, "d1", "a letter")
    excerpt = next(x for x in book.excerpts if x.span.start <= at < x.span.end)
    book.add(
        [
            Document("d1", type_, places=(Span(at, at + 8),), excerpts=(excerpt.id,)),
            voice(book, "v1", "The master lied. In a letter he says: ", "author:w1", name="Quist", chain=(author,)),
            voice(book, "v2", "“The lamp was out.”", "group:crew", Mode.QUOTE, document="d1", chain=(author, paper)),
            voice(book, "v3", " So it ended.", "author:w1", name="Quist", chain=(author,)),
        ]
    )


def test_who_quotes_a_paper_has_read_it() -> None:
    book = make_book(PAPER, excerpts=[(PAPER, None, None)])
    quoting(book)
    author, crew = weighed(book)
    assert (author.nearness, [reason.words for reason in author.reasons]) == (Nearness.READ, ["a letter"])
    assert crew.nearness is Nearness.UNSTATED


def test_who_quotes_a_speech_may_have_heard_it() -> None:
    book = make_book(PAPER, excerpts=[(PAPER, None, None)])
    quoting(book, DocumentType.SPEECH)
    assert weighed(book)[0].nearness is Nearness.UNSTATED


def test_who_was_there_by_another_excerpt_need_not_have_read_the_paper() -> None:
    other = "I stood in court and I saw them all."
    book = make_book(f"{other}\n\n{PAPER}", excerpts=[(other, None, None), (PAPER, None, None)])
    book.add([voice(book, "v0", other, "author:w1", name="Quist")])
    quoting(book)
    assert [witness.nearness.value for witness in weighed(book)] == ["present", "unstated", "unstated"]


def test_a_diary_is_its_writer_s_own_word() -> None:
    words = "A letter came. It pleased me."
    book = make_book(words, excerpts=[(words, None, None)])
    book.add([Document("d1", DocumentType.DIARY), voice(book, "v1", words, "anon:x", Mode.QUOTE, document="d1")])
    (witness,) = weighed(book)
    assert (witness.nearness, witness.reasons[0].rule) == (Nearness.PRESENT, "writes in his own diary")


def test_words_between_marks_of_the_layout_are_cut_from_the_page() -> None:
    page = "> I had then\n> seen it."
    first, second = Span(2, 12), Span(15, 23)
    book = Sourcebook(make_source(page))
    book.add(
        [
            Passage(PassageKind.MARK, Span(0, 2)),
            Passage(PassageKind.EXCERPT, first, "x"),
            Passage(PassageKind.MARK, Span(12, 15)),
            Passage(PassageKind.EXCERPT, second, "x"),
            Excerpt("x", Span(2, 23), "I had then\nseen it.", None, None, (first, second)),
            Voice("v", "x", Span(2, 23), "anon:x", "", Mode.NARRATION, segments=(first, second)),
        ]
    )
    (witness,) = weighed(book)
    assert witness.reasons[0].words == "I had then\n> seen"


def test_a_page_without_excerpts_has_nothing_to_weigh() -> None:
    assert weighed(make_book("Nothing here.")) == []
