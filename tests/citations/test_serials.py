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
