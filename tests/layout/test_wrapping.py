"""Which line ends part paragraphs, and which only keep a line from growing too long."""

from __future__ import annotations

import pytest

from testimonia.layout.lines import cut_into_units
from testimonia.layout.units import Unit
from testimonia.layout.wrapping import physical_lines, wrap_width


def units(text: str, *, wrapped: bool | None = None) -> list[Unit]:
    return cut_into_units(text, wrapped=wrapped).units


WRAPPED = (
    "He said that the ferry had left and that nobody had seen\n"
    "her go; that the master was on the quay, and the mate with\n"
    "him; and that the horn, which had been repaired in spring,\n"
    "was sounded twice before the hour and once behind it, and\n"
    "that he would swear to this in any court in which he could\n"
    "be heard, whoever sat in it and whatever it was about and\n"
    "whether they paid him or not.\n"
)


def test_lines_that_end_where_the_next_word_would_not_fit_are_one_paragraph() -> None:
    page = cut_into_units(WRAPPED + "\nA heading\n\n" + WRAPPED)
    assert [unit.gap for unit in page.units] == [3, 1, 1]
    assert 50 < page.width < 70
    assert page.units[0].text == WRAPPED.rstrip()


def test_lines_of_a_transcript_are_paragraphs() -> None:
    page = cut_into_units(
        "Q. Where were you?\nA. On the quay.\nQ. At ten?\nA. At ten, or it may have been eleven.\n" * 4
    )
    assert (page.width, len(page.units)) == (0, 16)


def test_a_profile_settles_whether_lines_are_wrapped() -> None:
    assert len(units(WRAPPED, wrapped=False)) == 7
    assert len(units("It left and\nnobody saw it\nat all there\n", wrapped=True)) < 3


def test_a_wrapped_block_quote_leaves_its_marks_out() -> None:
    quoted = "".join(f"> {line}\n" for line in WRAPPED.splitlines())
    (unit,) = cut_into_units(quoted, wrapped=True).units
    assert len(unit.segments) == 7
    assert unit.text == WRAPPED.rstrip()


@pytest.mark.parametrize(
    ("line", "indent", "depth", "words"),
    [
        ("  It left.  ", 2, 0, "It left."),
        ("\tIt left.", 4, 0, "It left."),
        ("> > It left.", 0, 2, "It left."),
        (">   It left.", 2, 1, "It left."),
        ("   ", 3, 0, ""),
    ],
)
def test_a_line_is_its_words_with_indent_and_depth(line: str, indent: int, depth: int, words: str) -> None:
    (found,) = physical_lines(line)
    assert line[found.start : found.end] == words
    assert (found.depth, found.blank) == (depth, not words)
    assert found.blank or found.indent == indent


def test_bars_before_every_line_are_marks_of_quotation() -> None:
    barred = "".join(f"| {line}\n" for line in WRAPPED.splitlines())
    assert {line.depth for line in physical_lines(barred)} == {1}
    assert {line.depth for line in physical_lines("| It left. | Marlow |\n" * 8)} == {0}


def test_short_lines_that_follow_each_other_are_not_wrapped() -> None:
    text = "It left.\nLate.\nNobody saw it go.\n" * 9
    assert wrap_width(text, physical_lines(text)) == 0


def test_the_head_of_a_message_keeps_its_lines() -> None:
    head = "From: the harbour master, who had sent for the mate at ten\nSubject: the ferry that had left before him\n"
    first, second, _ = units(head + "\n" + WRAPPED, wrapped=True)
    assert (first.text, second.text) == tuple(head.splitlines())


def test_a_heading_in_capitals_may_stand_on_two_lines() -> None:
    heading, words = units("THE FERRY LEFT BEFORE\nITS HOUR THAT NIGHT\n\nIt left.")
    assert heading.text == "THE FERRY LEFT BEFORE\nITS HOUR THAT NIGHT"
    assert words.text == "It left."


def test_notes_in_a_list_do_not_tell_that_lines_are_not_wrapped() -> None:
    notes = "".join(f"[{n}] Ann Hartley, letter {n}.\n" for n in range(1, 30))
    page = cut_into_units(WRAPPED + "\n" + WRAPPED + "\n" + notes)
    assert 50 < page.width < 70
    assert len(page.units) == 2 + 29
