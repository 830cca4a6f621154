"""Printed dates as EDTF: what is stated and no more."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model import Reason
from testimonia.words.dates import Precision, find_dates, resolve
from testimonia.words.edtf import bounds_of, is_within

# EDTF (ISO 8601-2) to level 2, as far as printed dates need it
_YEAR = r"(?:\d{4}|\d{3}X|\d\dXX|XX\d\d|XX\dX|XXXX)"
_DATE = rf"{_YEAR}(?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[?~%]?"
EDTF = re.compile(rf"(?:{_DATE}(?:/{_DATE})?|\[{_DATE}(?:,{_DATE})+\]|\{{{_DATE}(?:,{_DATE})+\}})")


def edtf(text: str) -> list[str]:
    return [date.edtf for date in find_dates(text)]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("May 4-6, 1911", "1911-05-04/1911-05-06"),
        ("May 4 to 6, 1911", "1911-05-04/1911-05-06"),
        ("Feb. 17, 1865", "1865-02-17"),
        ("17 July 1911", "1911-07-17"),
        ("the 3rd of May 1920", "1920-05-03"),
        ("July 11th, 1911", "1911-07-11"),
        ("July first, 1911", "1911-07-01"),
        ("the first of July 1911", "1911-07-01"),
        ("28 December 1834", "1834-12-28"),
        ("June 1911", "1911-06"),
        ("April, 1909", "1909-04"),
        ("1911", "1911"),
        ("1911-07-23", "1911-07-23"),
        ("23.7.1911", "1911-07-23"),
        ("23/7/1911", "1911-07-23"),
        ("30 June-2 July 1911", "1911-06-30/1911-07-02"),
        ("June 30 - July 2, 1911", "1911-06-30/1911-07-02"),
    ],
)
def test_a_date_with_its_year_is_read_as_stated(words: str, date: str) -> None:
    assert edtf(f"It was signed on {words}, at Hull.") == [date]


@pytest.mark.parametrize(
    ("words", "date", "precision"),
    [
        ("in the autumn of 1911", "1911-23", Precision.SEASON),
        ("in the spring of 1912", "1912-21", Precision.SEASON),
        ("in the winter of 1911-12", "1911/1912", Precision.SEASON),
        ("from 1910-12", "1910/1912", Precision.YEAR),
        ("in the 1910s", "191X", Precision.DECADE),
        ("in the 19th century", "18XX", Precision.CENTURY),
        ("about 1911", "1911~", Precision.YEAR),
        ("circa 1911", "1911~", Precision.YEAR),
        ("[1911?]", "1911?", Precision.YEAR),
        ("in June or July 1911", "[1911-06,1911-07]", Precision.MONTH),
        ("in February-March 1912", "1912-02/1912-03", Precision.MONTH),
        ("in 1911 or 1912", "[1911,1912]", Precision.YEAR),
    ],
)
def test_a_loose_date_stays_loose(words: str, date: str, precision: Precision) -> None:
    (found,) = find_dates(f"It burnt down {words}.")
    assert (found.edtf, found.precision) == (date, precision)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("on 3 April", "XXXX-04-03"),
        ("on the 20th of September", "XXXX-09-20"),
        ("on April 3", "XXXX-04-03"),
        ("on the 17th, at noon", "XXXX-XX-17"),
        ("yesterday at dawn, the 17th, they left", "XXXX-XX-17"),
        ("on Thursday, the 28th, they left", "XXXX-XX-28"),
        ("on the 7th to the 8th of March", "XXXX-03-07/XXXX-03-08"),
        ("in '37", "XX37"),
        ("in the summer of '41", "XX41-22"),
        ("on 2 May '11", "XX11-05-02"),
        ("in the '30s", "XX3X"),
    ],
)
def test_what_is_not_printed_stays_open(words: str, date: str) -> None:
    (found,) = find_dates(f"He sailed {words}.")
    assert found.edtf == date
    assert not found.has_year


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("le 17 juillet 1911", "1911-07-17"),
        ("am 17. Juli 1911", "1911-07-17"),
        ("im Juni 1911", "1911-06"),
        ("el 17 de julio de 1911", "1911-07-17"),
        ("il 17 luglio 1911", "1911-07-17"),
        ("17 июля 1911 г.", "1911-07-17"),
        ("17 липня 1911", "1911-07-17"),
        ("осенью 1911 г.", "1911-23"),
    ],
)
def test_months_are_known_in_other_languages(words: str, date: str) -> None:
    assert edtf(words) == [date]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("March 12, Old Style, 1911", "1911-03-25"),
        ("5 May 1913 (Old Style)", "1913-05-18"),
        ("25 December 1850 (O.S.)", "1851-01-06"),
        ("25 March (12 March) 1911", "1911-03-25"),
        ("6/19 March 1917", "1917-03-19"),
        ("7 (20) March 1917", "1917-03-20"),
    ],
)
def test_old_style_is_reckoned_over_and_says_so(words: str, date: str) -> None:
    (found,) = find_dates(f"Odessa, {words}.")
    assert found.edtf == date
    assert found.reasons


@pytest.mark.parametrize(
    "words",
    [
        "1400 horsepower",
        "the sum of 2000 roubles",
        "the 18th Congress",
        "pp. 44-45",
        "3/4/1911",
        "at 9.15 p.m.",
        "the lot of 1911.50",
        "May I come in?",
        "she said 'no'",
    ],
)
def test_what_is_no_date_is_not_read(words: str) -> None:
    assert edtf(words) == []


def test_a_day_that_its_month_does_not_have_is_left_out() -> None:
    assert edtf("on 31 February 1911") == ["1911-02"]


@pytest.mark.parametrize(
    ("words", "part", "date"),
    [
        ("early December 1911", "early", "1911-12"),
        ("the middle of 1911", "mid", "1911"),
        ("the end of June 1911", "late", "1911-06"),
        ("mid-1911", "mid", "1911"),
    ],
)
def test_early_and_late_are_said_beside_the_date(words: str, part: str, date: str) -> None:
    (found,) = find_dates(f"Until {words}.")
    assert (found.part, found.edtf) == (part, date)


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("He left on 12 June. In 1921 he came.", [("12 June", "XXXX-06-12"), ("1921", "1921")]),
        ("He left on 3 Sept. In 1921 he came.", [("3 Sept.", "XXXX-09-03"), ("1921", "1921")]),
        ("He left on 12 June. 1921 was dry.", [("12 June", "XXXX-06-12")]),
        ("He left in June. In 1921 he came.", [("1921", "1921")]),
        ("He left on June 12. On 3 July he came.", [("June 12", "XXXX-06-12"), ("3 July", "XXXX-07-03")]),
        ("Hull, 12 Sept. 1921.", [("12 Sept. 1921", "1921-09-12")]),
        ("Hull, 12 June. 1921.", [("12 June. 1921", "1921-06-12")]),
        ("Hull, 12 Dec. in 1921.", [("12 Dec. in 1921", "1921-12-12")]),
        ("They came to march in 1921.", [("1921", "1921")]),
        ("They came in march 1921.", [("march 1921", "1921-03")]),
        ("Halmar, 12. Juni 1921.", [("12. Juni 1921", "1921-06-12")]),
    ],
)
def test_a_date_ends_with_its_sentence(words: str, dates: list[tuple[str, str]]) -> None:
    assert [(found.words, found.edtf) for found in find_dates(words)] == dates


def test_the_span_is_what_is_printed() -> None:
    text = "By 29 November. Then about 1912, or in the autumn of 1913 (c. 1914)."
    found = find_dates(text)
    assert [date.span.cut(text) for date in found] == ["29 November", "about 1912", "autumn of 1913", "c. 1914"]
    assert all(date.span.cut(text) == date.words for date in found)


def test_a_year_is_taken_from_a_context_with_its_reason() -> None:
    (day,) = find_dates("on the 3rd of April")
    why = Reason("the year of the heading", "1911")
    dated = resolve(day, 1911, why)
    assert (dated.edtf, dated.reasons) == ("1911-04-03", (why,))
    assert resolve(dated, 1999, why) is dated


def test_a_day_takes_month_and_year_from_a_context() -> None:
    (day,) = find_dates("on the 17th, at noon")
    assert resolve(day, 1911, Reason("x"), month=11).edtf == "1911-11-17"


def test_a_short_year_takes_its_century_from_a_context() -> None:
    (year,) = find_dates("in '37")
    assert resolve(year, 1941, Reason("x")).edtf == "1937"
    assert resolve(year, 1841, Reason("x")).edtf == "1837"


def test_a_leap_day_is_not_put_into_a_common_year() -> None:
    (day,) = find_dates("on 29 February")
    assert resolve(day, 1911, Reason("x")) is day
    assert resolve(day, 1912, Reason("x")).edtf == "1912-02-29"


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        ("1911-07-24", "1911-07-23/1911-07-25", True),
        ("1911-07-24", "1911-07", True),
        ("1911-07", "1911", True),
        ("1911", "191X", True),
        ("1911", "1911-07", False),
        ("1911-07-26", "1911-07-23/1911-07-25", False),
        ("XXXX-07-26", "1911", False),
        ("XXXX-07-26", "XXXX-07-26", True),
    ],
)
def test_a_date_lies_within_another(inner: str, outer: str, within: bool) -> None:
    assert is_within(inner, outer) is within


PIECES = st.sampled_from(
    (
        "on the 3rd 17th of May June July. Feb. March 1911 1912, 1899-1902 1900s '37 autumn spring about circa early "
        "late mid-1911 (Old Style) (19 November) 2 31 30 29 / - – to or and 12.7.1911 1911-02-30 \n , . ; июля juillet "
        "Mai’ ' \" 19th century O.S."
    ).split(" ")
)


@settings(deadline=None, max_examples=400)
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_whatever_stands_there_the_dates_are_edtf_and_cut_the_words(text: str) -> None:
    past = 0
    for found in find_dates(text):
        assert EDTF.fullmatch(found.edtf), found
        assert found.span.cut(text) == found.words
        assert found.span.start >= past
        past = found.span.end
        bounds = bounds_of(found.edtf)
        assert bounds is None or bounds[0] <= bounds[1]


@settings(deadline=None, max_examples=100)
@given(st.dates(datetime.date(1400, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_found_in_each_order(day: datetime.date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%d.%m.%Y"):
        assert edtf(f"Dated {day.strftime(form)}.") == [day.isoformat()]
