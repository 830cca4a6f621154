from __future__ import annotations

from collections.abc import Iterable

import pytest

from testimonia.errors import PipelineError
from testimonia.model import (
    Claim,
    Document,
    DocumentType,
    Excerpt,
    Hand,
    HandRole,
    MayBe,
    Mention,
    Mode,
    Passage,
    PassageKind,
    Person,
    Reason,
    Record,
    Sourcebook,
    Span,
    Spelling,
    Voice,
)
from testimonia.testing import check_book, make_book, make_source, run_stage

PAGE = "THE FERRY\n\nIt left.\n\nMarlow, Salt.\n\nIt left.\n"


class Shouts:
    """A stage as a stranger might write it: every line in capitals is a claim."""

    name = "shouts"
    reads: frozenset[type] = frozenset()
    writes: frozenset[type] = frozenset({Claim, Passage})

    def __init__(self, *, lose: bool = False, declare: bool = True) -> None:
        self.lose = lose
        if not declare:
            self.writes = frozenset({Passage})

    def __call__(self, book: Sourcebook) -> Iterable[Record]:
        place = 0
        for line in book.text.splitlines(keepends=True):
            span = Span(place, place + len(line) - self.lose)
            place += len(line)
            if line.isupper():
                yield Claim(f"h{place}", span, span.cut(book.text))
                yield Passage(PassageKind.CLAIM, span, f"h{place}")
            else:
                yield Passage(PassageKind.STRAY, span)


class Reads(Shouts):
    reads: frozenset[type] = frozenset({Excerpt})


def test_a_stage_is_run_on_a_page() -> None:
    assert [claim.text for claim in run_stage(Shouts(), PAGE).claims] == ["THE FERRY\n"]


def test_a_stage_that_loses_characters_is_caught() -> None:
    with pytest.raises(AssertionError, match="leave a gap"):
        run_stage(Shouts(lose=True), PAGE)


def test_a_stage_that_breaks_its_word_is_caught() -> None:
    with pytest.raises(PipelineError, match="yielded a Claim, which it does not declare"):
        run_stage(Shouts(declare=False), PAGE)


def test_a_stage_is_given_what_it_reads() -> None:
    with pytest.raises(PipelineError, match="reads Excerpt"):
        run_stage(Reads(), PAGE)
    assert len(run_stage(Reads(), Sourcebook(make_source(PAGE))).claims) == 1


def test_words_are_looked_up_in_the_order_given() -> None:
    book = make_book(PAGE, excerpts=[("It left.", None, "Marlow, Salt."), ("It left.", None, None)])
    check_book(book)
    first, second = book.excerpts
    assert (first.span.start, second.span.start) == (PAGE.index("It"), PAGE.rindex("It"))
    assert first.id != second.id
    assert (first.citation, second.citation) == (book.citations[0].id, None)
    assert "".join(passage.span.cut(PAGE) for passage in book.passages) == PAGE


def test_words_that_the_page_does_not_hold_are_refused() -> None:
    with pytest.raises(ValueError, match="substring not found"):
        make_book(PAGE, claims=["THE TIDE"])


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (Claim("h", Span(0, 999), "x"), "reaches beyond"),
        (Excerpt("x", Span(0, 3), "THE", "no-claim", None), "the claim of x is not there"),
        (Excerpt("x", Span(0, 3), "THE", None, "no-citation"), "the citation of x is not there"),
        (Excerpt("x", Span(0, 3), "The", None, None), "is not what its segments cut"),
        (Excerpt("x", Span(0, 3), "FERRY", None, None, (Span(4, 9),)), "lie outside"),
        (Passage(PassageKind.STRAY, Span(0, 3)), "leave a gap or overlap"),
    ],
)
def test_a_record_that_is_not_what_it_says_is_caught(record: Record, sentence: str) -> None:
    book = make_book(PAGE, excerpts=[("It left.", None, None)])
    book.add([record])
    with pytest.raises(AssertionError, match=sentence):
        check_book(book)


def test_two_records_of_one_id_are_caught() -> None:
    book = make_book(PAGE, claims=["THE FERRY"])
    book.add([book.claims[0]])
    with pytest.raises(AssertionError, match="two of the Claim records have one id"):
        check_book(book)


FERRY, SAID = Span(4, 9), Span(11, 19)


def people() -> list[Record]:
    """People and voices as they ought to be."""
    return [
        Person("p1", "Ferry", ("FERRY",), (Spelling("FERRY", 1),)),
        Person("p2", "Tide"),
        Mention("m1", FERRY, "FERRY", "c", "p1"),
        MayBe("y1", "p1", "p2", 0.5),
        Document("d1", DocumentType.LETTER, author="p1", excerpts=("x",)),
        Voice("v1", "x", Span(11, 13), "author:w1", "Marlow", Mode.NARRATION),
        Voice("v2", "x", Span(14, 19), "p1", "", Mode.QUOTE, "d1", (Hand(HandRole.DOCUMENT, "d1"),)),
    ]


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (None, None),
        (Mention("m2", Span(11, 13), "it", "x", "p1"), "the text of m2 is not what its span cuts"),
        (Mention("m2", SAID, "It left.", "x9", "p1"), "the record of m2 is not there"),
        (Mention("m2", SAID, "It left.", "x", "p9"), "the person of m2 is not there"),
        (Mention("m2", Span(8, 9), "Y", "c", "p1"), "m2 overlaps the mention before it"),
        (Mention("m2", SAID, "It left.", "x", "p1", 1.5), "is not between 0 and 1"),
        (Mention("m2", SAID, "It left.", "x", "p1", against=(Reason("", "", Span(0, 999)),)), "reaches beyond"),
        (Person("p3", "A", ("A",), (Spelling("B", 1),)), "variants and spellings of p3 differ"),
        (Person("p3", "A", roles=(Reason("", "", Span(0, 999)),)), "reaches beyond"),
        (Person("p3", "A", ("A",), (Spelling("A", 1, reasons=(Reason("", "", Span(0, 999)),)),)), "reaches beyond"),
        (Person("p1", "A"), "two of the Person records have one id"),
        (MayBe("y2", "p1", "p1", 0.5), "y2 is not between two people"),
        (Voice("v3", "x9", Span(20, 21), "p1", "", Mode.QUOTE), "the excerpt of v3 is not there"),
        (Voice("v3", "x", Span(18, 19), "p1", "", Mode.QUOTE), "v3 overlaps the voice before it"),
        (Voice("v3", "x", Span(20, 21), "p9", "", Mode.QUOTE), "v3 is spoken by 'p9', who is nobody"),
        (Voice("v3", "x", Span(20, 21), "org:", "", Mode.QUOTE), "v3 is spoken by 'org:', who is nobody"),
        (Voice("v3", "x", Span(20, 21), "p1", "", Mode.QUOTE, "d9"), "the document of v3 is not there"),
        (
            Voice("v3", "x", Span(20, 21), "p1", "", Mode.QUOTE, chain=(Hand(HandRole.DOCUMENT, "d9"),)),
            "the chain of v3 leads through 'd9'",
        ),
        (
            Voice("v3", "x", Span(20, 21), "p1", "", Mode.QUOTE, chain=(Hand(HandRole.SPEAKER, "p9"),)),
            "the chain of v3 leads through 'p9'",
        ),
        (Document("d2", DocumentType.OTHER, author="p9"), "d2 is by 'p9', who is nobody"),
        (Document("d2", DocumentType.OTHER, excerpts=("x9",)), "an excerpt of d2 is not there"),
        (Document("d2", DocumentType.OTHER, places=(Span(0, 999),)), "reaches beyond"),
        (Excerpt("x2", Span(36, 44), "It left.", None, None), "words of x2 belong to no voice, the first at 36"),
    ],
)
def test_what_people_and_voices_say_is_checked(record: Record | None, sentence: str | None) -> None:
    book = make_book(PAGE)
    book.add([Claim("c", Span(0, 9), "THE FERRY"), Excerpt("x", SAID, "It left.", None, None), *people()])
    if record is None or sentence is None:
        check_book(book)
        return
    book.add([record])
    with pytest.raises(AssertionError, match=sentence):
        check_book(book)
