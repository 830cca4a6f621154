"""What a page says again on sheet after sheet, and headings that go on; and what only looks like them."""

from __future__ import annotations

from testimonia.layout.lines import cut_into_units
from testimonia.layout.sheets import find_continued, find_feet


def feet_of(text: str) -> list[str]:
    units = cut_into_units(text).units
    return [units[i].text for i in sorted(find_feet(text, units))]


def continued_in(text: str) -> list[str]:
    units = cut_into_units(text).units
    return [units[i].text for i in sorted(find_continued(units))]


def test_a_foot_with_a_number_that_counts_the_sheets_is_furniture() -> None:
    page = "\f".join(f"The lock {n} was shut.\n\nThe canal | {n}\n" for n in range(2, 7))
    assert feet_of(page) == [f"The canal | {n}" for n in range(2, 7)]


def test_sources_that_close_sheet_after_sheet_are_no_feet() -> None:
    pages = (14, 201, 33, 90)
    assert feet_of("\f".join(f"The lock was shut.\n\nIbid., p. {n}\n" for n in pages)) == []
    assert feet_of("\f".join("The lock was shut.\n\nIbid.\n" for _ in pages)) == []


def test_a_page_of_one_sheet_has_no_feet() -> None:
    assert feet_of("The lock was shut.\n\nThe canal | 2\n\nThe canal | 3\n\nThe canal | 4\n") == []


def test_a_heading_that_was_set_before_goes_on() -> None:
    heads = (
        "The lock was shut",
        "The lock was shut (cont.)",
        "The lock was shut (2/3)",
        "The lock was shut – Fortsetzung",
    )
    assert continued_in("\n\n".join(heads)) == list(heads[1:])


def test_what_was_not_set_before_does_not_go_on() -> None:
    assert continued_in("The lock was shut (cont.)\n\n(continued)\n\nThe weir was dry (2/3)\n\n(continued)") == []
