"""Authors who share a family name with somebody else are called by their full names, and found by them."""

from __future__ import annotations

from pathlib import Path

import pytest

import testimonia
from testimonia.answers import find_parties, says
from testimonia.answers.authors import full_names, namesakes
from testimonia.answers.naming import called
from testimonia.errors import NotFoundError
from testimonia.model import Sourcebook

PAGE = """# The lamp on the Gull

## Piers Lowe lit the lamp

- "I lit the lamp at nine," Lowe told the board. (Bela Quist, *The Inner Harbour*, Leeds: Northgate, 1958, p. 12)
- I lit it in May, and the keeper slept. (Piers Lowe, *My Lamp*, Leeds: Northgate, 1895, p. 7)

## Piers Lowe died before the board sat

- Piers Lowe died in November. He had asked for the board to the last. (Ivy Lowe, *The Lamp*, Hull: Tern, 1934, p. 12)
- Lowe died on the 2nd of October. (Bela Quist, *The Inner Harbour*, Leeds: Northgate, 1958, p. 15)
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Sourcebook:
    page: Path = tmp_path_factory.mktemp("page") / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    return testimonia.read(page)


def test_only_whose_name_would_mislead_is_called_in_full(book: Sourcebook) -> None:
    assert sorted(full_names(book).values()) == ["Bela Quist", "Ivy Lowe", "Piers Lowe"]
    assert sorted(namesakes(book).values()) == ["Ivy Lowe", "Piers Lowe"]


def test_a_daughter_is_found_by_her_own_name_and_not_by_her_fathers(book: Sourcebook) -> None:
    (daughter,) = find_parties(book, "Ivy Lowe")
    assert called(book, (daughter,)) == {daughter: "Ivy Lowe"}
    assert daughter not in find_parties(book, "Piers Lowe")
    assert {row.ground.speaker for row in says(book, "Ivy Lowe")} <= {"Ivy Lowe"}
    with pytest.raises(NotFoundError):
        find_parties(book, "Anna Lowe")


def test_what_a_namesake_writes_stands_under_the_full_name(book: Sourcebook) -> None:
    told = {row.ground.speaker for row in says(book, "Lowe")}
    assert "Ivy Lowe" in told
    assert "Lowe" not in told
