"""Excerpts beside the text of a book: what is verbatim, cut, altered or not there, and at which characters."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import testimonia
from testimonia.errors import DecisionError, NotFoundError, SourcebookError
from testimonia.fidelity import compare
from testimonia.fidelity.wording import words_of
from testimonia.model import Excerpt, Source, Sourcebook, Span
from testimonia.model.fidelity import DepartureKind, Fidelity, Quotation

BOOK = """THE KEEPERS OF THE NORTH LIGHT

The inspector came on the second of March in a hired cart. He found the lamp trimmed, the
log written up to the night before, and nobody in the house. The older keeper had gone to the
village for oil, he was told, and would be back by dark. He was not back by dark. The inspector
waited three days and wrote his report at the keeper's table, which he describes as scrubbed
white. It may be that he never went up to the gallery at all; his boots, Mrs. Farran said, were
dry. The report runs to eleven pages and names no one.
"""
RIGHT = "He found the lamp trimmed, the log written up to the night before, and nobody in the house."


def source(text: str, name: str = "book.txt") -> Source:
    raw = text.encode("utf-8")
    return Source(name, raw, text, "utf-8", "text/plain", hashlib.sha256(raw).hexdigest())


def quoted(words: str, book: str = BOOK) -> Quotation | None:
    page = Sourcebook(source(words, "page.txt"))
    page.add([Excerpt("x1", Span(0, len(words)), words, None, None)])
    found = compare(page, source(book))
    return found[0] if found else None


def told(words: str, book: str = BOOK) -> list[tuple[str, str, str, tuple[str, ...]]]:
    found = quoted(words, book)
    assert found is not None
    return [
        (d.kind.value, d.quoted.cut(words), " ".join(d.original.cut(book).split()), tuple(w.value for w in d.weights))
        for d in found.departures
    ]


@pytest.mark.parametrize(
    "words",
    [
        RIGHT,
        RIGHT.upper(),
        "he found the lamp trimmed – the log written up to the night before; and nobody in the house",
        "[H]e found the lamp trimmed, the log written up to\nthe night before, and nobody in the house.",
        "The report runs to eleven pages and names no one.",
    ],
)
def test_marks_capitals_and_line_ends_are_no_departures(words: str) -> None:
    found = quoted(words)
    assert found is not None
    assert found.fidelity is Fidelity.VERBATIM
    assert found.share == 1
    assert not found.departures


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (RIGHT.replace("nobody", "somebody"), ("changed", "somebody", "nobody", ("negation",))),
        (RIGHT.replace("trimmed, the log", "trimmed, the old log"), ("put-in", "old", "", ())),
        (RIGHT.replace(" and nobody in", " in"), ("left-out", "", "and nobody", ("negation",))),
        (
            "The inspector waited five days and wrote his report at the keeper's table",
            ("changed", "five", "three", ("number",)),
        ),
        (
            "The inspector came on the second of May in a hired cart. He found the lamp trimmed",
            ("changed", "May", "March", ("date",)),
        ),
        (
            "he never went up to the gallery at all; his boots, Mrs. Ashby said, were dry.",
            ("changed", "Ashby", "Farran", ("name",)),
        ),
        (
            "It is that he never went up to the gallery at all; his boots, Mrs. Farran said, were dry",
            ("changed", "is", "may be", ("reserve",)),
        ),
        (
            "The report runs to eleven pages and names no one else",
            ("put-in", "else", "", ()),
        ),
    ],
)  # fmt: skip
def test_a_change_without_a_sign_is_told_with_what_it_decides(
    words: str, expected: tuple[str, str, str, tuple[str, ...]]
) -> None:
    found = quoted(words)
    assert found is not None
    assert found.fidelity is Fidelity.ALTERED
    assert expected in [(k, q, o, w) for k, q, o, w in told(words)]
    assert len(found.departures) == 1


def test_a_cut_with_dots_is_a_cut_and_says_that_a_not_was_in_it() -> None:
    words = "The older keeper had gone to the village for oil, he was told ... The inspector waited three days"
    assert told(words) == [("cut", "", "and would be back by dark. He was not back by dark", ("negation",))]
    found = quoted(words)
    assert found is not None
    assert found.fidelity is Fidelity.CUT


def test_a_cut_is_followed_far() -> None:
    filler = " ".join(f"Line {n} of the accounts was blotted." for n in range(400))
    book = f"{BOOK}\n{filler}\nThe younger keeper married in the spring and gave up the sea for good."
    words = f"{RIGHT} [...] The younger keeper married in the spring and gave up the sea for good."
    found = quoted(words, book)
    assert found is not None
    assert found.fidelity is Fidelity.CUT
    assert [d.kind for d in found.departures] == [DepartureKind.CUT]


def test_words_in_square_brackets_are_the_editors_unless_the_book_has_brackets_there() -> None:
    words = "[Farran] found the lamp trimmed, the log written up to the night before"
    assert told(words)[0][:2] == ("bracketed", "Farran")
    book = BOOK.replace("He found", "He [Farran] found")
    words = "He [Ashby] found the lamp trimmed, the log written up to the night before"
    assert told(words, book) == [("changed", "Ashby", "Farran", ("name",))]


def test_another_spelling_is_told_apart_from_another_word() -> None:
    book = "The harbour master organised the search, and twelve boats put out before the grey of morning."
    words = "The harbor master organized the search, and 12 boats put out before the gray of morning."
    found = quoted(words, book)
    assert found is not None
    assert found.fidelity is Fidelity.SPELLING
    assert {d.kind for d in found.departures} == {DepartureKind.SPELLING}
    assert len(found.departures) == 4


def test_what_sets_a_page_is_no_part_of_its_words() -> None:
    book = """41

The North Light

He came down by the back stair with the lantern in his hand, and the
whole of the har-

42

The North Light

bour could see him go, though no one then thought anything of it.12 They
thought it afterwards.

43

The North Light

"""
    words = (
        "He came down by the back stair with the lantern in his hand, and the whole of the harbour could see him "
        "go, though no one then thought anything of it. They thought it afterwards."
    )
    found = quoted(words, book.replace("har-\n\n42\n\nThe North Light\n\nbour", "harbour\n\n42\n\nThe North Light\n\n"))
    assert found is not None
    assert found.fidelity is Fidelity.VERBATIM
    assert quoted(RIGHT, BOOK.replace("trimmed", "trim-\nmed").replace("house", "house7")).fidelity is Fidelity.VERBATIM  # type: ignore[union-attr]


def test_the_number_of_a_year_on_a_line_of_its_own_is_no_number_of_a_page() -> None:
    book = "The keepers were paid off in the spring of\n1937.\nThe light was put out a year after that."
    words = "The keepers were paid off in the spring of 1938. The light was put out a year after that"
    assert told(words, book) == [("changed", "1938", "1937", ("date",))]


def test_what_the_book_has_not_is_not_found() -> None:
    assert quoted("The ferry left at nine, and the band was still playing when the rope was cast off.") is None
    assert quoted("the lamp trimmed by somebody in another house on the night after the wedding") is None
    assert quoted("no one") is None
    # two phrases that both have by chance, and nothing around them
    strange = "a ferry sails with six grey cows and one loud band "
    assert quoted(f"{strange} He found the lamp trimmed {strange} nobody in the house. The {strange}") is None
    assert quoted(f"{strange} in a hired cart {strange} would be back by dark {strange}") is None


def test_words_that_stand_everywhere_take_no_time(within: Callable[[float], AbstractContextManager[None]]) -> None:
    with within(2):
        assert quoted("the " * 2000, "the " * 20000) is None
        assert quoted("he said that it was so and " * 300, "he said that it was so and " * 4000) is None


@given(st.lists(st.sampled_from("the keeper lamp not night of went oil 12 Farran may dark boats … [and] was".split())))
def test_answers_and_departures_hold_every_word_once(words: list[str]) -> None:
    text = " ".join(["He found the lamp trimmed, the log written up to the", *words, "and nobody in the house."])
    found = quoted(text)
    if found is None:
        return
    spans = sorted(
        [a.a for a in found.answering] + [d.quoted for d in found.departures if len(d.quoted)],
        key=lambda span: span.start,
    )
    covered = words_of("".join(f"{span.cut(text)} " for span in spans)).forms
    assert covered == words_of(text).forms
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for answer in found.answering:
        assert "".join(words_of(answer.a.cut(text)).forms) == "".join(words_of(answer.b.cut(BOOK)).forms)


PAGE = f"""KEEPERS

THE LIGHT WAS LEFT ALONE

{RIGHT}
Farran, Nell. The Keepers of the North Light. Leeds: Northgate Press, 1931, p. 12

The inspector waited two days and wrote his report at the keeper's table.
Farran, Nell. The Keepers of the North Light. Leeds: Northgate Press, 1931, p. 13

THE LIGHT WAS WATCHED

Nobody who lived on that coast ever saw the lamp fail, and they would have seen it.
Farran, Nell. The Keepers of the North Light. Leeds: Northgate Press, 1931, p. 44

It burned every night of the year that I was there, and I was there for all of it.
Oake, Peter. Salt and Ashes. Leeds: Northgate Press, 1948, p. 3
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    page, book = tmp_path / "page.txt", tmp_path / "keepers.txt"
    page.write_text(PAGE, encoding="utf-8")
    book.write_text(BOOK, encoding="utf-8")
    return page, book


def test_a_book_is_known_by_its_title_and_what_cites_it_and_is_not_there_is_told(files: tuple[Path, Path]) -> None:
    page, book = files
    rows = testimonia.check(testimonia.read(page), book)
    assert [(row.fidelity, row.line) for row in rows] == [("altered", 8), ("not-found", 13), ("verbatim", 5)]
    assert all("title" in row.taken_for[0] for row in rows)
    departed = rows[0].departures[0]
    assert (departed.words, departed.original_words, departed.weights) == ("two", "three", ("number",))
    assert PAGE[departed.start : departed.end] == "two"
    assert BOOK[departed.original_start : departed.original_end] == "three"


def test_a_work_may_be_named(files: tuple[Path, Path]) -> None:
    page, book = files
    read = testimonia.read(page)
    assert [row.fidelity for row in testimonia.check(read, book, work="oake salt")] == ["not-found"]
    with pytest.raises(NotFoundError, match="marlow"):
        testimonia.check(read, book, work="marlow")
    with pytest.raises(DecisionError, match="2 works"):
        testimonia.check(read, book, work="leeds")
    with pytest.raises(SourcebookError):
        testimonia.check(read, book.with_name("none.txt"))


def test_a_title_whose_words_stand_apart_is_not_the_books(tmp_path: Path) -> None:
    page, book = tmp_path / "page.txt", tmp_path / "other.txt"
    page.write_text(PAGE, encoding="utf-8")
    keepers = "Of keepers there were two in that year. The north wind blew, and by that light he wrote this book.\n\n"
    book.write_text(keepers + RIGHT, encoding="utf-8")
    rows = testimonia.check(testimonia.read(page), book)
    assert [(row.fidelity, row.taken_for) for row in rows] == [("verbatim", ())]


def test_words_behind_a_quotation_are_put_in_and_not_sought_far_off() -> None:
    words = f"As the log tells it, “{RIGHT[:-1]}”, and that was the last of him by all that is known."
    assert [(kind, cut) for kind, cut, _, _ in told(words)] == [
        ("put-in", "As the log tells it"),
        ("put-in", "and that was the last of him by all that is known"),
    ]


@pytest.mark.parametrize("dots", ["…", "[…]", "(…)", ". . .", "* * *", "‥", "⋯"])
def test_dots_of_all_kinds_say_that_words_were_left_out(dots: str) -> None:
    words = f"the lamp trimmed, the log written up to the {dots} in the house. The older keeper had gone to the village"
    assert told(words) == [("cut", "", "night before, and nobody", ("negation",))]


@pytest.mark.parametrize(
    ("book", "what"),
    [
        ("Le moulin ne tournait plus depuis l'automne, et le maître n'en avait rien su avant la neige.", "n'en"),
        ("Ο μύλος έμεινε αργός από την πρώτη εβδομάδα, και ο κύριος δεν πήγε κοντά του ως το χιόνι.", "δεν"),
        ("De molen stond stil sinds de eerste week van de herfst, en de baas was niet gekomen tot de sneeuw.", "niet"),
    ],
)
def test_a_not_of_another_language_is_one(book: str, what: str) -> None:
    assert "negation" in told(book.replace(f" {what} ", " "), book)[0][3]
