"""People found by a name."""

from __future__ import annotations

import pytest

from testimonia.people.authority import AuthorityEntry
from testimonia.people.lookup import find_people

from .marked import settle

BOOK = settle(
    "{Anton Vetrov} came. {Vetroff} sat. {Lidia Vetrova} wept.",
    "{Piers Lowe} came. {Rufus Lowe} left. {Agnes Cole} stayed. The {Heron} slept. {Müller} ran.",
)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("Anton Vetrov", ["Anton Vetrov"]),
        ("anton vetrov", ["Anton Vetrov"]),
        ("Vetroff", ["Anton Vetrov"]),
        ("Wetrow", ["Anton Vetrov"]),
        ("Vetrov", ["Anton Vetrov"]),
        ("A. Vetrov", ["Anton Vetrov"]),
        ("Vetrov, Anton", ["Anton Vetrov"]),
        ("Boris Vetrov", []),
        ("Vetrova", ["Lidia Vetrova"]),
        ("Lowe", ["Piers Lowe", "Rufus Lowe"]),
        ("P. Lowe", ["Piers Lowe"]),
        ("Heron", ["Heron"]),
        ("Muller", ["Müller"]),
        ("Nobody", []),
        ("", []),
        ("  ", []),
    ],
)
def test_a_name_finds_its_people_in_any_romanisation(asked: str, names: list[str]) -> None:
    assert [p.name for p in find_people(BOOK, asked)] == names


@pytest.mark.parametrize(("asked", "names"), [("Q123", ["Cole"]), ("q123", ["Cole"]), ("77", ["Cole"]), ("Q12", [])])
def test_an_identifier_finds_its_person(asked: str, names: list[str]) -> None:
    known = AuthorityEntry("Cole", (), {"wikidata": "Q123", "viaf": "77"}, 2)
    book = settle("{Cole} came. {Ames} left.", authority=[known])
    assert [p.name for p in find_people(book, asked)] == names
