"""Marks before, around and under the words of a line."""

from __future__ import annotations

import pytest

from testimonia.layout.line_marks import is_underline, read_mark, take_wrap
from testimonia.layout.lines import cut_into_units
from testimonia.layout.units import Unit


def only(text: str) -> Unit:
    (unit,) = cut_into_units(text).units
    return unit


@pytest.mark.parametrize(
    ("text", "mark", "level", "words"),
    [
        ("# The ferry", "#1", 1, "The ferry"),
        ("### The ferry ###", "#3", 3, "The ferry"),
        ("== The ferry ==", "=2", 2, "The ferry"),
        ("The ferry\n---------", "_-", 2, "The ferry"),
        ("The ferry\n=========", "_=", 1, "The ferry"),
        ("* The ferry", "bullet", 1, "The ferry"),
        ("** The ferry", "bullet", 2, "The ferry"),
        ("• The ferry", "bullet", 1, "The ferry"),
        (": The ferry", "colon", 1, "The ferry"),
        ("— The ferry", "dash", 0, "The ferry"),
        ("--The ferry", "dash", 0, "The ferry"),
        ("#The ferry", "", 0, "#The ferry"),
        ("The ferry - left", "", 0, "The ferry - left"),
        ("The ferry", "", 0, "The ferry"),
    ],
)
def test_a_mark_is_told_and_left_out_of_the_words(text: str, mark: str, level: int, words: str) -> None:
    unit = only(text)
    assert (unit.mark, unit.level, unit.text) == (mark, level, words)


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        ("== The ferry", "=2", "The ferry"),
        ("*** The ferry ***", "framed *", "The ferry"),
        ("** 12 ** The ferry", "sign *", "The ferry"),
        ("► The ferry", "sign ►", "The ferry"),
        ("» The ferry", "sign »", "The ferry"),
        ("The ferry", "", "The ferry"),
    ],
)
def test_a_mark_bounds_the_words(line: str, name: str, words: str) -> None:
    mark = read_mark(line, 0, outline=False)
    assert (mark.name, line[mark.start : mark.end]) == (name, words)


def test_stars_open_headings_only_in_an_outline() -> None:
    assert read_mark("** The ferry", 0, outline=True).is_heading
    assert read_mark("** The ferry", 0, outline=False).is_bullet


def test_a_bullet_that_is_set_in_is_of_a_deeper_list() -> None:
    assert [read_mark("* It left.", indent, outline=False).level for indent in (0, 2, 4)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("words", "underline", "is_one"),
    [
        ("The ferry", "---", True),
        ("The ferry", "~~~", False),  # any length of - and = is Markdown's; other signs are as long as the words
        ("The ferry", "~~~~~~~~~", True),
        ("The ferry", "--", False),
        ("The ferry", "It left.", False),
    ],
)
def test_a_line_of_one_sign_underlines(words: str, underline: str, is_one: bool) -> None:
    assert is_underline(underline, Unit([(0, len(words))], words)) == is_one


def test_an_underline_longer_than_a_heading_can_be_is_none() -> None:
    long = "It left. " * 40
    assert cut_into_units(f"{long}\n---").units[0].mark == ""


def test_marks_around_the_whole_are_left_out_and_told() -> None:
    text = "**It left**"
    unit = Unit([(0, len(text))], text)
    take_wrap(text, unit)
    assert (unit.wrap, unit.segments) == ("bold", [(2, len(text) - 2)])
