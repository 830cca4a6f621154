"""Agreement is what two libraries reckon from what readers said, on figures that others have published."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from testimonia.answers.agreement import agreement
from testimonia.errors import MissingExtraError
from testimonia.model import Finding, FindingKind, Review, ReviewKind, Sourcebook, Span
from testimonia.store.reviewing import make_review, record_of
from testimonia.testing import make_book

SAYS = {
    "1": (ReviewKind.ACCEPT, None),
    "2": (ReviewKind.REJECT, None),
    "3": (ReviewKind.CORRECT, "splice"),
    "4": (ReviewKind.CORRECT, "locator"),
    "5": (ReviewKind.CORRECT, "duplicate"),
}


def judged(**readers: str) -> Sourcebook:
    """A book whose readers say 1 to 5 of each of its findings in turn; a dot stands for nothing."""
    count = max(map(len, readers.values()))
    book = make_book("x" * count)
    book.add(Finding(f"f{n}", FindingKind.OCR, Span(n, n + 1), "A letter.") for n in range(count))
    for reader, marks in readers.items():
        book.add(say(book, reader, marks))
    return book


def say(book: Sourcebook, reader: str, marks: str) -> Sequence[Review]:
    said = []
    for n, mark in enumerate(marks):
        if mark != ".":
            kind, value = SAYS[mark]
            field = None if value is None else "kind"
            record = record_of(book, f"f{n}")
            said.append(make_review(book, record, kind, field=field, value=value, reviewer=reader, why="so"))
    return said


def test_kappa_is_that_of_the_textbook() -> None:
    # 20 both accept, 15 both reject, 5 and 10 differ: observed .7, by chance .5
    found = agreement(judged(a="1" * 25 + "2" * 25, b="1" * 20 + "2" * 5 + "1" * 10 + "2" * 15))
    (pair,) = found.pairs
    assert (pair.a, pair.b, pair.records, pair.same) == ("a", "b", 50, 35)
    assert pair.kappa == pytest.approx(0.4)


def test_alpha_is_that_of_krippendorff_s_example() -> None:
    found = agreement(judged(a="123321412...", b="1233224125.3", c=".3332342251.", d="12332441251."))
    assert found.alpha == pytest.approx(0.743, abs=0.0005)
    assert found.readers == ("a", "b", "c", "d")
    assert found.records == 11  # the last was judged by one only
    assert found.by_kind == {"finding": (11, found.same, found.alpha)}


def test_two_libraries_agree_on_alpha() -> None:
    from nltk.metrics.agreement import AnnotationTask

    marks = {"a": "1122334455", "b": "1122334421", "c": "1223334455"}
    found = agreement(judged(**marks))
    task = AnnotationTask(data=[(who, str(n), mark) for who, said in marks.items() for n, mark in enumerate(said)])
    assert found.alpha == pytest.approx(task.alpha())


def test_what_is_said_of_everything_alike_has_no_figure() -> None:
    found = agreement(judged(a="111", b="111"))
    assert (found.records, found.same, found.alpha, found.pairs[0].kappa) == (3, 3, None, None)


def test_readers_who_share_no_record_make_no_pair() -> None:
    found = agreement(judged(a="12..", b="..12"))
    assert (found.records, found.pairs, found.alpha) == (0, (), None)


def test_what_is_judged_differently_is_named() -> None:
    found = agreement(judged(a="13", b="14"))
    assert found.disputed == (("finding", "f1", {"a": "kind=splice", "b": "kind=locator"}),)


def test_what_was_taken_back_does_not_count() -> None:
    book = judged(a="12", b="11")
    late = [r for r in book.reviews if r.reviewer == "b" and r.kind is ReviewKind.ACCEPT and r.item == "f1"]
    book.add([Review("u1", ReviewKind.UNDO, late[0].what, "", (), "b", "9999", "no", of=late[0].id)])
    assert agreement(book).records == 1


def test_what_another_objects_to_counts_and_the_objection_does_not() -> None:
    book = judged(a="121", b="122", c="1..")
    before = agreement(book)
    against = next(r for r in book.reviews if r.reviewer == "a" and r.item == "f1")
    book.add([Review("u1", ReviewKind.UNDO, against.what, "", (), "c", "9999", "no", of=against.id)])
    after = agreement(book)
    assert after.objections == 1
    assert (after.pairs, after.alpha, after.records, after.disputed) == (
        before.pairs,
        before.alpha,
        before.records,
        before.disputed,
    )


@pytest.mark.parametrize("missing", ["krippendorff", "nltk.metrics.agreement"])
def test_without_the_libraries_the_extra_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MissingExtraError, match=r"testimonia\[agreement\]"):
        agreement(judged(a="1", b="1"))
