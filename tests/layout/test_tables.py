"""A page that is one table, as a spreadsheet pastes or saves it, is read by its cells."""

from __future__ import annotations

import pytest

from testimonia.layout import LayoutStage
from testimonia.layout.tables import units_of_table
from testimonia.model import Sourcebook
from testimonia.testing import make_source

SOURCES = [f"Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. {n}" for n in range(1, 9)]
CLAIMS = [
    "The ferry left early",
    "The ferry left early",
    "Nobody saw the ferry",
    "The keeper slept",
    "The keeper slept",
]
WORDS = [f"It left before we came down to the harbour, and that was on the {n}th." for n in range(4, 9)]


def rows(*, repeated: bool) -> list[tuple[str, str, str]]:
    seen = ["" if not repeated and i and CLAIMS[i - 1] == claim else claim for i, claim in enumerate(CLAIMS)]
    return list(zip(seen, WORDS, SOURCES, strict=False))


def read(text: str) -> Sourcebook:
    book = Sourcebook(make_source(text))
    book.add(LayoutStage()(book))
    return book


@pytest.mark.parametrize("repeated", [False, True])
@pytest.mark.parametrize("mark", ["\t", ",", ";"])
def test_cells_are_claims_excerpts_and_citations(mark: str, repeated: bool) -> None:
    cell = "{}".format if mark == "\t" else '"{}"'.format
    lines = [mark.join(map(cell, row)) for row in [("Claim", "Words", "Source"), *rows(repeated=repeated)]]
    book = read("\r\n".join(lines) + "\r\n")
    assert [claim.text for claim in book.claims] == ["The ferry left early", "Nobody saw the ferry", "The keeper slept"]
    assert [excerpt.text for excerpt in book.excerpts] == WORDS
    under = {claim.id: claim.text for claim in book.claims}
    assert [under[str(excerpt.claim)] for excerpt in book.excerpts] == CLAIMS
    assert all(excerpt.citation for excerpt in book.excerpts)


def test_a_cell_in_quotation_marks_may_hold_line_ends() -> None:
    units = units_of_table("".join(f'{n}\tKept\t"It left.\n\nLate, ""{n}""."\n' for n in range(1, 6)))
    assert units is not None
    assert units[2].text == 'It left.\nLate, ""1"".'
    assert [unit.column for unit in units[:3]] == [1, 2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\t",
        '"',
        "It left.\n" * 9,
        "\t\tIt left, and nobody saw it.\n" * 9,  # set in
        "Marlow, Ann, 1931\n" * 9,  # a list of works
        'He said, "no," and left.\n' * 9,
        "KEEPER\tIt left.\n" * 9,
    ],
)
def test_what_only_has_tabs_or_commas_is_no_table(text: str) -> None:
    assert units_of_table(text) is None
