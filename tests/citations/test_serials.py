"""Newspapers that lead a citation, where others print a person."""

from __future__ import annotations

import pytest

from testimonia.citations import parse_citation


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Leeds Mercury, ‘The Wreck’, 14 March 1903, p. 3", "Leeds Mercury"),
        ("Leeds Mercury (1903) ‘The Wreck’, 14 March, p. 3", "Leeds Mercury"),
        ("Morning Lantern. London, March 14, 1903, p. 3", "Morning Lantern"),
        ("Northern Post (Leeds), 14 March 1903, p. 3", "Northern Post"),
        ("Argus (Leeds), 14 March 1903, p. 3", "Argus"),
    ],
)
def test_a_newspaper_is_no_author(line: str, name: str) -> None:
    csl = parse_citation(line).csl
    assert csl["container-title"] == name
    assert "author" not in csl


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Emily Post, ‘The Wreck’, Leeds Mercury, 14 March 1903, p. 3", "Post"),
        ("Post, Emily (1903), The Wreck, Leeds: Northgate, p. 3", "Post"),
        ("Ann Herald. The Wreck. Leeds, March 14, 1903, p. 3", "Herald"),
    ],
)
def test_a_person_with_the_name_of_a_newspaper_stays_one(line: str, family: str) -> None:
    assert parse_citation(line).csl["author"][0]["family"] == family


def test_a_town_in_brackets_behind_a_newspaper_of_one_word_is_its_place() -> None:
    csl = parse_citation("Argus (Leeds), 14 March 1903, p. 3").csl
    assert (csl["publisher-place"], csl["issued"]) == ("Leeds", "1903-03-14")
    assert "title" not in csl


@pytest.mark.parametrize(
    "line",
    [
        "Piers Lowe to Ann Hartley, 14 March 1903",
        "Piers Lowe to Ann Hartley, Leeds, 14 March 1903",
        "P. Lowe to Mrs. Hartley, Leeds, 14 March 1903",
        "Lowe to Hartley, 14 March 1903",
    ],
)
def test_who_wrote_to_whom_is_no_newspaper(line: str) -> None:
    csl = parse_citation(line).csl
    assert "container-title" not in csl
    assert "publisher-place" not in csl
    assert csl["title"].startswith(line.split(",")[0])
    assert csl["issued"] == "1903-03-14"


def test_what_leads_to_a_town_may_stand_in_a_newspaper() -> None:
    csl = parse_citation("Guide to Leeds, Northern Post, 14 March 1903").csl
    assert (csl["title"], csl["container-title"]) == ("Guide to Leeds", "Northern Post")


@pytest.mark.parametrize("day", ["14 March", "14 de marzo", "March 14,"])
def test_a_day_behind_a_town_is_no_publisher(day: str) -> None:
    csl = parse_citation(f"Interview with Ann Hartley, Leeds, {day} 1949").csl
    assert csl["issued"] == "1949-03-14"
    assert "publisher" not in csl


@pytest.mark.parametrize("volume", ["8(2)", "8 (2)"])
def test_a_periodical_called_archives_is_no_archive(volume: str) -> None:
    csl = parse_citation(f"Hartley, A. (1983). Lost papers. Archives of Navigation, {volume}, 33-47.").csl
    assert (csl["container-title"], csl["volume"], csl["issue"]) == ("Archives of Navigation", "8", "2")
    assert csl["author"][0]["family"] == "Hartley"
    assert "archive" not in csl


@pytest.mark.parametrize("line", ["Llanw y Glannau, 14 March 1903", "Seny i Mar, 14 March 1903, p. 2"])
def test_a_newspaper_in_another_language_is_no_two_people(line: str) -> None:
    csl = parse_citation(line).csl
    assert "author" not in csl
    assert csl["container-title"] == line.partition(",")[0]


def test_two_authors_and_a_year_stay_two_authors() -> None:
    assert len(parse_citation("Hartley y Lowe, 1903, p. 2").csl["author"]) == 2
