"""Names, a date and a title before the imprint."""

from __future__ import annotations

import pytest

from testimonia.citations.fronts import read_front
from testimonia.citations.marks import read_words
from testimonia.citations.readings import Reading


def read(string: str) -> tuple[bool, Reading]:
    words = read_words(string)
    reading = Reading(words.text, words.start, words.end)
    return read_front(reading, words, words.start, words.end, words.end, None, None), reading


def cut(reading: Reading) -> tuple[list[str], str | None, str | None]:
    names = [name.csl.get("family", name.csl.get("literal", "")) for _, name in reading.names]
    title, date = (None if b is None else reading.text[slice(*b)] for b in (reading.title, reading.issued))
    return names, title, date


@pytest.mark.parametrize(
    ("string", "names", "title", "date"),
    [
        ("Hartley, Ann. The Quiet Harbour", ["Hartley"], "The Quiet Harbour", None),
        ("Hartley, A. (1931) The Quiet Harbour", ["Hartley"], "The Quiet Harbour", "1931"),
        ("Hartley, A. 1931. The Quiet Harbour", ["Hartley"], "The Quiet Harbour", "1931"),
        ("(1912) “The Courts”", [], "The Courts", "1912"),
        ("The Quiet Harbour, by Ann Hartley and Piers Lowe", ["Hartley", "Lowe"], "The Quiet Harbour", None),
        ("*The Quiet Harbour*, trans. Piers Lowe", ["Lowe"], "The Quiet Harbour", None),
        ("Ann Hartley and Piers Lowe (eds.), *The Quiet Harbour*", ["Hartley", "Lowe"], "The Quiet Harbour", None),
    ],
)
def test_names_and_date_are_told_from_the_title(string: str, names: list[str], title: str, date: str | None) -> None:
    found, reading = read(string)
    assert found
    assert cut(reading) == (names, title, date)


def test_a_year_that_opens_a_title_is_no_date() -> None:
    _, reading = read("Hartley, Ann. 1937: Year of Storms")
    assert cut(reading) == (["Hartley"], "1937: Year of Storms", None)


@pytest.mark.parametrize("string", ["", " ,;: "])
def test_where_no_words_are_left_there_is_no_title(string: str) -> None:
    found, reading = read(string)
    assert not found
    assert reading.title is None
