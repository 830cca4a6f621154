"""What surrounds the words of a citation is left out."""

from __future__ import annotations

import pytest

from testimonia.layout.enclosures import trim_citation

CITED = "Marlow, A. Salt and Ashes. Leeds: Northgate, 1931, p. 44"


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
