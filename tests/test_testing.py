from __future__ import annotations

from collections.abc import Iterable

import pytest

from testimonia.errors import PipelineError
from testimonia.model import Claim, Excerpt, Passage, PassageKind, Record, Sourcebook, Span
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
