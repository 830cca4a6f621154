"""``testimonia fidelity`` on a page and a book."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from testimonia.cli.main import testimonia as commands

from .test_quotations import BOOK, PAGE


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    page, book = tmp_path / "page.txt", tmp_path / "keepers.txt"
    page.write_text(PAGE, encoding="utf-8")
    book.write_text(BOOK, encoding="utf-8")
    return str(page), str(book)


def test_it_says_what_was_done_with_the_words(files: tuple[str, str]) -> None:
    result = CliRunner().invoke(commands, ["fidelity", *files])
    assert result.exit_code == 0, result.output
    out = result.stdout
    assert out.index("altered: ") < out.index("not-found: ") < out.index("verbatim: ")
    assert "changed (number)" in out
    assert "‹two›" in out
    assert "‹three›" in out
    assert "because the words of its title stand at the top: The Keepers of the North Light" in out


def test_a_program_reads_it(files: tuple[str, str]) -> None:
    result = CliRunner().invoke(commands, ["fidelity", *files, "--json", "--only", "altered"])
    (row,) = json.loads(result.stdout)
    assert row["departures"][0]["original_words"] == "three"
    assert PAGE[row["departures"][0]["start"] : row["departures"][0]["end"]] == "two"
    assert BOOK[row["original_start"] : row["original_end"]].startswith("The inspector\nwaited three days")


def test_what_cannot_be_is_said_in_a_line(files: tuple[str, str]) -> None:
    page, book = files
    for arguments, words in (
        ([page, book, "--work", "nothing of the kind"], "No work on the page"),
        ([page, f"{book}.none"], "There is no file"),
        ([page, book, book, "--work", "keepers"], "Give one text"),
    ):
        result = CliRunner().invoke(commands, ["fidelity", *arguments])
        assert result.exit_code != 0
        assert words in str(result.output) + str(result.exception)


def test_a_book_in_which_nothing_stands_says_so(files: tuple[str, str], tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nothing of it.\n", encoding="utf-8")
    result = CliRunner().invoke(commands, ["fidelity", files[0], str(other)])
    assert "No excerpt of the page was found" in result.stdout
