"""Pieces that stand apart from the run of claims and excerpts."""

from __future__ import annotations

from testimonia.layout import LayoutStage
from testimonia.layout.apart import find_contents, set_site_lines_apart
from testimonia.layout.lines import cut_into_units
from testimonia.model import Sourcebook
from testimonia.testing import make_source

HEADINGS = ["THE FERRY LEFT EARLY", "NOBODY WAS AT THE QUAY", "THE LAMP WAS OUT", "THE MATE KNEW OF IT"]
TURNS = [
    "COUNSEL: Did you hear the horn?",
    "REED: Before we were at the quay, no. After, yes.",
    "COUNSEL: Are you sure of it?",
    "REED: I was listening all night.",
]
CITATIONS = [
    "Marlow, Jane. Salt and Ashes. Hull: Quay, 1950, p. {}",
    "Lowe, Piers. Tides. Leeds: Northgate, 1951, p. {}",
]


def contents_of(text: str) -> list[str]:
    units = cut_into_units(text).units
    return [units[i].text for i in sorted(find_contents(units))]


def test_a_list_of_contents_names_headings_that_stand_apart_from_each_other() -> None:
    page = "\n".join(HEADINGS) + "\n\n" + "\n\n".join(f"{heading}\n\nIt left, he said." for heading in HEADINGS)
    assert contents_of(page) == HEADINGS


def test_two_headings_that_follow_each_other_are_listed_all_the_same() -> None:
    first, *others = HEADINGS
    page = "\n".join(HEADINGS) + f"\n\n{first}\n\n" + "\n\n".join(f"{heading}\n\nIt left." for heading in others)
    assert contents_of(page) == HEADINGS


def test_an_excerpt_printed_twice_is_no_list_of_contents() -> None:
    turns = "\n".join(TURNS)
    assert contents_of(f"THE HORN\n\n{turns}\nMarlow, Salt, p. 1\n\n{turns}\nLowe, Tides, p. 2\n") == []


def test_a_dialogue_that_two_books_print_is_an_excerpt_of_both() -> None:
    night = "The ferry left at {} that night, and nobody who was at the quay saw it go."
    parts = []
    for n, heading in enumerate(HEADINGS, 1):
        words = "\n".join(TURNS) if n == 2 else night.format(n)
        parts.append(f"{heading}\n\n" + "\n\n".join(f"{words}\n{citation.format(n)}" for citation in CITATIONS))
    book = Sourcebook(make_source("\n\n".join(parts) + "\n"))
    book.add(LayoutStage()(book))
    assert [claim.text for claim in book.claims] == HEADINGS
    assert [excerpt.text for excerpt in book.excerpts].count("\n".join(TURNS)) == 2


def test_what_a_site_prints_under_each_quotation_stands_apart() -> None:
    page = "\n\n".join(
        f"It left.\n― Marlow, Salt\ntags: ships, salt\n{n},{n}00 likes\nShare | Report" for n in (1, 2, 3)
    )
    kept = [unit.text for unit in set_site_lines_apart(cut_into_units(page, wrapped=False).units) if not unit.aside]
    assert kept == ["It left.", "Marlow, Salt"] * 3


def test_one_such_line_is_words_of_the_page() -> None:
    units = set_site_lines_apart(cut_into_units("It left.\n\n12 points\n\nTags: red for the mate").units)
    assert not any(unit.aside for unit in units)


def test_headings_and_sentences_that_begin_like_a_sites_lines_are_words_of_the_page() -> None:
    page = "\n\n".join(
        f"## {n}0 votes\n\nPosted on: the door of the office, where everybody read it, was order {n}."
        for n in (1, 2, 3)
    )
    assert not any(unit.aside for unit in set_site_lines_apart(cut_into_units(page).units))
