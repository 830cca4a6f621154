"""Citations at the end and at the head of paragraphs are cut off, and what surrounds their words is left out."""

from __future__ import annotations

import pytest

from testimonia.layout.items import Placement, candidates, items_for, trim_citation
from testimonia.layout.lines import cut_into_units

CITED = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44"
PROSE = "Nobody saw her go, and nobody asked why she had gone."


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (CITED, CITED),
        (f"— {CITED}", CITED),
        (f"-- {CITED}", CITED),
        (f"({CITED})", CITED),
        (f"[{CITED}]", CITED),
        (f"({CITED}).", CITED),
        (f"*{CITED}", CITED),
        (f"Source: {CITED}", CITED),
        (f"**Source:** {CITED}", CITED),
        (f"Quelle: {CITED}", CITED),
        (f"Источник: {CITED}", CITED),
        (f"from: ({CITED})", CITED),
        (f"{CITED}:", CITED),
        (f"  {CITED} \n", CITED),
        ("(Marlow) and (Quist)", "(Marlow) and (Quist)"),
        ("Marlow, *Salt*", "Marlow, *Salt*"),
    ],
)
def test_a_citation_is_trimmed_to_its_own_words(printed: str, words: str) -> None:
    text = f"before {printed} after"
    start, end = trim_citation(text, 7, 7 + len(printed))
    assert text[start:end] == words


@pytest.mark.parametrize("printed", ["", " ", "—", "()", "Source:", "* *"])
def test_trimming_never_leaves_the_span(printed: str) -> None:
    start, end = trim_citation(printed, 0, len(printed))
    assert start >= 0
    assert end <= len(printed)


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


def test_a_citation_of_its_own_line_is_scored_as_one() -> None:
    text = f"{PROSE}\n\n{CITED}\n\n— {CITED}\n\nSource: {CITED}\n\n({CITED})"
    units = cut_into_units(text).units
    assert candidates(text, units).own(set()) == [1, 2, 3, 4]


def test_a_short_title_is_known_by_an_author_met_in_full() -> None:
    text = f"{PROSE}\n\n{CITED}\n\n{PROSE}\n\nMarlow, Salt and Ashes\n"
    units = cut_into_units(text).units
    alone = cut_into_units("Marlow, Salt and Ashes\n").units
    assert candidates(text, units).scores[3] > candidates("Marlow, Salt and Ashes\n", alone).scores[0] + 2
