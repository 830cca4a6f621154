"""The least sure comes first, kind by kind, and what a reader has judged is asked no more."""

from __future__ import annotations

import pytest

from testimonia.answers.naming import QuestionError
from testimonia.answers.queue import QUEUED, queue, queue_sizes
from testimonia.model import Finding, FindingKind, MayBe, Mention, Person, Reviewed, ReviewKind, Sourcebook, Span
from testimonia.store.reviewing import make_review, record_of
from testimonia.testing import make_book

PAGE = "THE LAMP\n\nBrandt saw Brand. Brandt hailed Brend.\n\nTiller. The Mole. Hull: Tern, 1931.\n"


@pytest.fixture
def book() -> Sourcebook:
    words = "Brandt saw Brand. Brandt hailed Brend."
    book = make_book(PAGE, claims=["THE LAMP"], excerpts=[(words, "THE LAMP", "Tiller. The Mole. Hull: Tern, 1931.")])
    (excerpt,) = book.excerpts

    def named(id_: str, name: str, nth: int, sure: float) -> Mention:
        start = -1
        for _ in range(nth):
            start = PAGE.index(f"{name}", start + 1)
        return Mention(id_, Span(start, start + len(name)), name, excerpt.id, f"p{name}", sure)

    book.add(
        [
            *(Person(f"p{name}", name, (name,)) for name in ("Brandt", "Brand.", "Brend")),
            named("m1", "Brandt", 1, 0.9),
            named("m2", "Brandt", 2, 0.6),
            named("m3", "Brend", 1, 0.6),
            named("m4", "Brand.", 1, 1.0),
            MayBe("y1", "pBrandt", "pBrand.", 0.3),
            MayBe("y2", "pBrand.", "pBrend", 0.55),
            Finding("f1", FindingKind.OCR, Span(10, 16), "A word that may be misread."),
        ]
    )
    return book


def ids(book: Sourcebook, *arguments: str, **options: object) -> list[str]:
    return [asked.id for asked in queue(book, *arguments, **options)]  # type: ignore[arg-type]


def test_the_least_sure_comes_first_and_ties_as_they_stand_on_the_page(book: Sourcebook) -> None:
    assert ids(book, "mention") == ["m2", "m3", "m1"]


def test_a_pair_is_least_sure_at_even_chances(book: Sourcebook) -> None:
    asked = queue(book, Reviewed.MAYBE)
    assert [(a.id, round(a.doubt or 0, 2)) for a in asked] == [("y2", 0.9), ("y1", 0.6)]
    assert asked[0].parties == ("pBrand.", "pBrend")


def test_what_the_program_is_sure_of_is_no_question(book: Sourcebook) -> None:
    assert "m4" not in ids(book, settled=True)


def test_all_kinds_come_in_their_order(book: Sourcebook) -> None:
    assert ids(book) == ["y2", "y1", "m2", "m3", "m1", "f1"]
    sizes = queue_sizes(book)
    assert list(sizes) == list(QUEUED)
    assert {kind.value: n for kind, n in sizes.items() if n} == {"maybe": 2, "mention": 3, "finding": 1}


def test_a_question_shows_words_line_values_and_what_states_no_confidence(book: Sourcebook) -> None:
    (asked,) = queue(book, "finding")
    assert (asked.words, asked.line, asked.values["kind"]) == (("Brandt",), 3, "ocr")
    assert asked.doubt is None
    assert "splice" in asked.choices["kind"]


def test_what_somebody_judged_is_open_for_others_only(book: Sourcebook) -> None:
    by = {"why": "so", "reviewer": "Inés"}
    book.add([make_review(book, record_of(book, "m2"), ReviewKind.REJECT, **by)])
    book.add([make_review(book, record_of(book, "m3"), ReviewKind.NOTE, **by)])  # which settles nothing
    assert ids(book, "mention") == ["m3", "m1"]
    assert ids(book, "mention", reviewer="Inés") == ["m3", "m1"]
    assert ids(book, "mention", reviewer="Tove") == ["m2", "m3", "m1"]
    assert ids(book, "mention", settled=True) == ["m2", "m3", "m1"]
    assert queue_sizes(book, reviewer="Inés")[Reviewed.MENTION] == 2
    standing = queue(book, "mention", settled=True)[0].standing
    assert standing is not None
    assert standing.state == "rejected"


def test_an_unheard_of_kind_is_told(book: Sourcebook) -> None:
    with pytest.raises(QuestionError, match=r"Nothing to review is called 'rumour'\. There are: maybe, mention"):
        queue(book, "rumour")
