"""Citations at the end and at the head of paragraphs are cut off."""

from __future__ import annotations

import pytest

from testimonia.layout.candidates import candidates
from testimonia.layout.items import Placement, items_for
from testimonia.layout.lines import cut_into_units

CITED = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44"
PROSE = "Nobody saw her go, and nobody asked why she had gone."


def cut(text: str, placement: Placement) -> list[tuple[str, bool]]:
    units = cut_into_units(text).units
    return [
        (text[item.start : item.end], item.inline)
        for item in items_for(placement, text, units, candidates(text, units), None, set())
    ]


@pytest.mark.parametrize(
    "tail",
    [f"({CITED})", f"({CITED}).", f"[{CITED}]", f"— {CITED}", f"<ref>{CITED}</ref>", f'<ref name="a">{CITED}</ref>'],
)
def test_a_citation_at_the_end_of_a_paragraph_is_an_item(tail: str) -> None:
    assert cut(f"{PROSE} {tail}", Placement.TAIL) == [(PROSE, False), (CITED, True)]


def test_the_last_of_two_references_in_a_sentence_is_cut_off() -> None:
    text = f"{PROSE}<ref>Quist, Harbour, 1958, p. 7</ref> {PROSE}<ref>{CITED}</ref>"
    assert cut(text, Placement.TAIL)[-1] == (CITED, True)


def test_brackets_within_brackets_are_counted() -> None:
    inner = "Marlow, A. Salt and Ashes (Leeds: Northgate, 1931), p. 44"
    assert cut(f"{PROSE} ({inner})", Placement.TAIL)[-1] == (inner, True)


@pytest.mark.parametrize(
    "tail", ["(laughter in the court)", "(he meant the mate)", "[sic]", "— or so he said.", "(1931)"]
)
def test_a_remark_at_the_end_of_a_paragraph_is_none(tail: str) -> None:
    assert cut(f"{PROSE} {tail}", Placement.TAIL) == [(f"{PROSE} {tail}", False)]


@pytest.mark.parametrize("lead", [f"{CITED}: ", f"({CITED}) ", f"**{CITED}:** ", f"[{CITED}] "])
def test_a_citation_at_the_head_of_a_paragraph_is_an_item(lead: str) -> None:
    found = cut(f"{lead}{PROSE}", Placement.LEAD)
    assert [words.strip("*: ") for words, _ in found] == [CITED, PROSE]
    assert [inline for _, inline in found] == [True, False]
