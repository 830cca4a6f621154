"""Which units of a page are citations."""

from __future__ import annotations

from testimonia.layout.candidates import candidates
from testimonia.layout.lines import cut_into_units

CITED = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44"
PROSE = "Nobody saw her go, and nobody asked why she had gone."


def test_a_citation_of_its_own_line_is_scored_as_one() -> None:
    text = f"{PROSE}\n\n{CITED}\n\n— {CITED}\n\nSource: {CITED}\n\n({CITED})"
    units = cut_into_units(text).units
    assert candidates(text, units).own(set()) == [1, 2, 3, 4]


def test_a_short_title_is_known_by_an_author_met_in_full() -> None:
    text = f"{PROSE}\n\n{CITED}\n\n{PROSE}\n\nMarlow, Salt and Ashes\n"
    units = cut_into_units(text).units
    alone = cut_into_units("Marlow, Salt and Ashes\n").units
    assert candidates(text, units).scores[3] > candidates("Marlow, Salt and Ashes\n", alone).scores[0] + 2
