"""The dates of a page: what each is resolved against, and what never happens."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model import Dating, Document, DocumentType, Mode, Sourcebook, Span, Voice
from testimonia.testing import make_book, run_stage
from testimonia.times import TimeStage
from testimonia.words.edtf import bounds_of

CITATION = "Marlow, Jane. Salt. Hull: Quay, 1950."
_YEAR = r"(?:\d{4}|\d{3}X|\d\dXX|XX\d\d|XX\dX|XXXX)"
_ONE = rf"{_YEAR}(?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[?~%]?"
EDTF = re.compile(rf"(?:{_ONE}(?:/(?:{_ONE}|\.\.))?|\.\./{_ONE}|\[{_ONE}(?:,{_ONE})+\]|\{{{_ONE}(?:,{_ONE})+\}})")


def read(
    words: str, *, heading: str = "THE MILL", document: str | None = None, kind: DocumentType = DocumentType.LETTER
) -> Sourcebook:
    """A page of one excerpt, which is a letter, or a document of another kind, where a date for one is given."""
    page = f"{heading}\n\n{words}\n\n{CITATION}\n" + (f"\nDated {document}\n" if document else "")
    book = make_book(page, claims=[heading], excerpts=[(words, heading, CITATION)])
    excerpt = book.excerpts[0]
    if document:
        span = Span(len(page) - len(document) - 1, len(page) - 1)
        book.add([Document("d", kind, document, date_words=(span,), excerpts=(excerpt.id,))])
    mode = Mode.QUOTE if document else Mode.NARRATION
    book.add([Voice("v", excerpt.id, excerpt.span, "anon:writer", "", mode, "d" if document else None)])
    return run_stage(TimeStage(), book)


def told(words: str, **more: Any) -> list[tuple[str, str]]:
    return [(dating.text, dating.edtf) for dating in read(words, **more).datings if dating.record.startswith("x")]


def test_a_day_takes_its_year_from_the_date_told_before() -> None:
    assert told("It burnt on 12 May 1911. On 3 June he fled.")[1] == ("3 June", "1911-06-03")


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (
            "It burnt on 12 May 1911. On the fourteenth he fled, and the twentieth saw him home.",
            [("12 May 1911", "1911-05-12"), ("fourteenth", "1911-05-14")],
        ),
        ("The night of the fourteenth was dark.", []),
        ("It burnt in 1911. On the fourteenth he fled.", [("1911", "1911")]),
        ("It burnt on June 3. On 12 May 1911 he fled.", [("June 3", "XXXX-06-03"), ("12 May 1911", "1911-05-12")]),
    ],
)
def test_a_day_in_words_is_dated_where_its_month_is_told(words: str, dates: list[tuple[str, str]]) -> None:
    assert told(words) == dates


def test_a_day_in_words_takes_its_month_from_the_heading() -> None:
    assert told("He fled on the sixteenth.", heading="The mill burnt on 14 May 1911") == [("sixteenth", "1911-05-16")]


@pytest.mark.parametrize(
    ("heading", "words", "dates"),
    [
        ("The mill burnt in April", "On 12 April 1911 it burnt.", [("April", "1911-04")]),
        ("THE MILL BURNT IN APRIL", "On 12 April 1911 it burnt.", [("APRIL", "1911-04")]),
        ("The mill burnt on 12 April", "It burnt on 12 April 1911.", [("12 April", "1911-04-12")]),
        ("The mill burnt in April", "It burnt on 12 April 1911, and again on 3 April 1913.", []),
        ("The mill burnt on 12 April", "It burnt in May 1911.", [("12 April", "XXXX-04-12")]),
        ("The mill burnt in April", "It burnt in May 1911.", []),
        ("THE MILL BURNT IN MAY", "They came to march in 1911.", []),
    ],
)
def test_a_heading_without_a_year_takes_the_one_year_that_is_told_below(
    heading: str, words: str, dates: list[tuple[str, str]]
) -> None:
    book = read(words, heading=heading)
    found = [dating for dating in book.datings if dating.record == book.claims[0].id]
    assert [(dating.text, dating.edtf) for dating in found] == dates
    for dating in found:
        if "XXXX" not in dating.edtf:
            (reason,) = dating.reasons
            assert reason.span is not None
            assert "1911" in reason.span.cut(book.text)


def test_what_one_excerpt_tells_of_the_year_of_a_heading_dates_the_others() -> None:
    heading, more = "THE MILL BURNT ON MAY 12", CITATION.replace("1950", "1951")
    words = ("On May 12 the mill burnt. It was sold on the twentieth.", "It burnt on May 12, 1911.")
    page = f"{heading}\n\n{words[0]}\n\n{CITATION}\n\n{words[1]}\n\n{more}\n"
    cited = ((words[0], heading, CITATION), (words[1], heading, more))
    book = run_stage(TimeStage(), make_book(page, claims=[heading], excerpts=cited))
    dates = [dating.edtf for dating in book.datings]
    assert dates == ["1911-05-12", "1911-05-12", "1911-05-20", "1911-05-12"]
    assert [dating.reasons[0].words for dating in book.datings[:3]] == ["May 12, 1911", "MAY 12", "May 12"]
    assert len({dating.id for dating in book.datings}) == 4


def test_a_tale_goes_on_from_december_to_january() -> None:
    assert told("It burnt in December 1911. On 3 January he fled.")[1] == ("3 January", "1912-01-03")


@pytest.mark.parametrize(
    ("words", "edtfs"),
    [
        (
            "On 11 February 1911 he was fined. The sale had been settled on 9 December. On 25 February it was held.",
            ["1911-02-11", "1910-12-09", "1911-02-25"],
        ),
        # the tale goes on from where it had come to, and not from where it looked back
        (
            "On 16 May 1911 he was fined. The sale had been settled on 4 December. On 20 June it was held.",
            ["1911-05-16", "1910-12-04", "1911-06-20"],
        ),
        ("He fled on 16 May 1911. The mill had burnt on 3 April.", ["1911-05-16", "1911-04-03"]),
        # but what is told before it has itself been looked back to
        (
            "The mill had burnt on 16 May 1911, and the mate had fled on 3 December.",
            ["1911-05-16", "1911-12-03"],
        ),
        ("On 16 May 1911 he was fined. On 4 December the sale had ended.", ["1911-05-16", "1911-12-04"]),
        ("On 16 May 1911 he was fined. He had a letter of 4 December.", ["1911-05-16", "1911-12-04"]),
        (
            "On 16 May 1911 he was fined. The sale had been settled on 4 December. Two days later he fled.",
            ["1911-05-16", "1910-12-04", "1910-12-06"],
        ),
    ],
)
def test_a_verb_that_looks_back_tells_of_the_day_before(words: str, edtfs: list[str]) -> None:
    assert [edtf for _, edtf in told(words)] == edtfs


def test_a_letter_tells_of_what_is_past_unless_it_says_otherwise() -> None:
    assert told("On 20 December he fled.", document="1912-01-15") == [("20 December", "1911-12-20")]
    assert told("We shall meet on 20 December.", document="1912-01-15") == [("20 December", "1912-12-20")]


def test_the_year_of_a_book_is_that_of_its_printing() -> None:
    assert told("On 3 June he fled.", document="1950", kind=DocumentType.REPORT) == [("3 June", "1950-06-03")]
    assert told("On 3 June he fled.", document="1950", kind=DocumentType.BOOK) == [("3 June", "XXXX-06-03")]


def test_a_day_takes_its_year_from_the_heading_where_nothing_else_tells_it() -> None:
    (dating,) = [d for d in read("On 3 June the dam broke.", heading="THE FLOOD OF 1911").datings if d.text == "3 June"]
    assert dating.edtf == "1911-06-03"
    assert [reason.words for reason in dating.reasons] == ["1911"]


def test_a_day_takes_its_year_from_the_date_that_follows_at_once() -> None:
    assert told("On 3 May and again on 5 June 1911 he was here.")[0] == ("3 May", "1911-05-03")


def test_a_lone_year_is_no_anchor_far_off() -> None:
    filler = "He kept a shop and sold nails, rope and tar to the ships that came. " * 6
    assert told(f"He was born in 1870. {filler}On 3 June he fled.")[-1] == ("3 June", "XXXX-06-03")


@pytest.mark.parametrize(
    "bracket", ["[From Marlow, Salt and Ashes. Hull, 1950]", "(see Marlow, Salt, May 1950)", "(quoted in Marlow 1950)"]
)
def test_the_year_of_a_source_in_brackets_is_none_of_the_tale(bracket: str) -> None:
    assert told(f"{bracket} On 3 June he fled.")[-1] == ("3 June", "XXXX-06-03")
    assert told(f"It burnt on 12 May 1911 {bracket}. On 3 June he fled.")[-1] == ("3 June", "1911-06-03")


def test_a_year_in_other_brackets_is_one_of_the_tale() -> None:
    for bracket in ("(from May 1911 on it stood empty)", "(this was in May 1911)", "(from the great rain of May 1911)"):
        assert told(f"It burnt {bracket}. On 3 June he fled.")[-1] == ("3 June", "1911-06-03")


def test_what_nothing_resolves_stays_open_or_is_left_out() -> None:
    assert told("On 3 April he fled.") == [("3 April", "XXXX-04-03")]
    assert told("The following day he fled, and two years later he died; last summer he was seen.") == []


def test_who_speaks_now_needs_a_date_for_now() -> None:
    assert told("It burnt on 12 May 1911. Yesterday he fled.") == [("12 May 1911", "1911-05-12")]
    assert told("Yesterday he fled.", document="1911-05-12") == [("Yesterday", "1911-05-11")]


def test_reasons_stand_where_their_words_are_printed() -> None:
    book = read("Odessa, 3 February 1914 (Old Style). The following day he fled, early in 1915.")
    for dating in book.datings:
        for reason in dating.reasons:
            assert reason.span is not None
            assert reason.words == reason.span.cut(book.text)


@pytest.mark.parametrize(
    ("words", "printed", "edtf"),
    [
        ("He fled on 12\nMay 1911.", "12\nMay 1911", "1911-05-12"),
        ("He fled in Septem-\n  ber 1911.", "Septem-\n  ber 1911", "1911-09"),
        ("He was mayor 1908-\n1911 at Hull.", "1908-\n1911", "1908/1911"),
    ],
)
def test_a_date_is_read_over_the_end_of_a_line(words: str, printed: str, edtf: str) -> None:
    assert told(words) == [(printed, edtf)]


PIECES = st.sampled_from(
    (
        "on the 3rd 17th of May June July. Feb. March 1911 1912, 1899-1902 1900s '37 autumn spring about circa early "
        "late mid-1911 (Old Style) (19 November) 2 31 30 29 / - – to or and between from until after before "
        "12.7.1911 \n \n\n - . ; following next day year two weeks later ago last that same month "
        "yesterday Monday fortnight inst. 20th ult. "
        'century nineteenth twenties Christmas Eve said that who was [ ] ( ) " 9999 0001 2099 was burnt, he July'
    ).split(" ")
)


def _facts(datings: list[Dating]) -> list[tuple[str, Span, str]]:
    return [(d.id, d.span, d.edtf) for d in datings]


@settings(deadline=None, max_examples=80)
@given(st.lists(PIECES, min_size=1, max_size=24).map(" ".join).filter(str.strip), st.sampled_from((None, "1911-05-12")))
def test_whatever_stands_there_dates_are_edtf_and_cut_the_words(words: str, document: str | None) -> None:
    words = words.strip()
    book = read(words, document=document)
    past = book.excerpts[0].span.start
    for dating in book.datings:
        assert EDTF.fullmatch(dating.edtf), dating
        assert dating.span.cut(book.text) == dating.text
        assert dating.span.start >= past
        past = dating.span.end
        bounds = bounds_of(dating.edtf)
        assert bounds is None or bounds[0] <= bounds[1]
        if dating.event is not None:
            assert dating.event.start <= dating.span.start
            assert dating.event.end >= dating.span.end
            assert book.excerpts[0].span.start <= dating.event.start
    assert _facts(list(book.datings)) == _facts(list(read(words, document=document).datings))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
def test_no_text_breaks_it(words: str) -> None:
    read(f"Then {words}.")


def test_time_grows_with_the_text() -> None:
    def seconds(times: int) -> float:
        words = (
            "On 3 May 1911 he said that two years later, in the autumn, it burnt (see 1-2 and 3-4). " * times
        ).strip()
        book = make_book(f"{words}\n", excerpts=[(words, None, None)])
        best = 9.0
        for _ in range(3):
            begin = time.process_time()
            list(TimeStage()(book))
            best = min(best, time.process_time() - begin)
        return best

    assert seconds(800) < 10 * seconds(200) + 0.05
