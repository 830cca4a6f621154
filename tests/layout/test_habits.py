"""The conventions of a page say what was inferred, why, how often, and what does not follow."""

from __future__ import annotations

from pathlib import Path

import pytest

import testimonia
from testimonia.model import Convention

PAGES = Path(__file__).parent / "pages"


def habits(name: str) -> dict[str, Convention]:
    return {convention.name: convention for convention in testimonia.read(PAGES / name).conventions}


@pytest.mark.parametrize(
    ("name", "claims", "citations", "excerpts"),
    [
        ("block-quotes.md", "## headings", "own line, after", "block quotes"),
        ("end-of-paragraph.md", "### headings", "end of the paragraph", "plain paragraphs"),
        ("cited-first.txt", "numbered 1.", "own line, before", "plain paragraphs"),
        ("footnotes.md", "## headings", "notes", "plain paragraphs"),
        ("wrapped-underlined.txt", "underlined with -", "own line, after", "plain paragraphs"),
        ("wiki-bullets.wiki", "== headings ==", "own line, after", "list items"),
        ("labelled.txt", "labelled", "own line, after", "plain paragraphs"),
        ("web-page.html", "<h3> headings", "own line, after", "block quotes"),
        ("web-notes.html", "<h2> headings", "notes", "plain paragraphs"),
    ],
)
def test_each_habit_is_named(name: str, claims: str, citations: str, excerpts: str) -> None:
    found = habits(name)
    assert (found["claims"].value, found["citations"].value, found["excerpts"].value) == (claims, citations, excerpts)
    assert (found["claims"].count, found["citations"].count) == (7, 15)
    assert not any(convention.stated for convention in found.values())
    assert all(convention.why and not convention.why.endswith(".") for convention in found.values())


def test_notes_are_a_habit_of_pages_that_have_them() -> None:
    assert habits("footnotes.md")["notes"].count == 15
    assert "notes" not in habits("block-quotes.md")


def test_wrapped_lines_are_told_with_their_width() -> None:
    width = int(habits("wrapped-underlined.txt")["line ends"].value.split()[2])
    assert 40 <= width <= 46
    assert habits("block-quotes.md")["line ends"].value == "a line a paragraph"


def test_a_page_without_claims_or_citations_says_so(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Nobody saw her go, and nobody asked. They were all asleep.\n")
    found = {c.name: c for c in testimonia.read(page).conventions}
    assert (found["claims"].value, found["citations"].value) == ("none", "none")
    assert (found["claims"].count, found["citations"].count) == (0, 0)
