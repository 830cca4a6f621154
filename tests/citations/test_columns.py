"""Sources whose parts stand in columns of their own are read by the names that the first row gives them."""

from __future__ import annotations

import pytest

from testimonia.citations import CitationStage
from testimonia.citations.columns import head_of, parts_named
from testimonia.layout import LayoutStage
from testimonia.model import Sourcebook, Span
from testimonia.pipeline import run
from testimonia.testing import make_source

CLAIMS = ("The weir was dry", "The weir was dry", "Nobody had the key", "The keeper slept", "The keeper slept")
WORDS = [f"“We came down at {n}, and the gate was barred, as it always was in a dry year.”" for n in range(4, 9)]
SOURCES = [
    ("Brandt, Ada", "Sluices", "Emden", "Deich", "1931", "44"),
    ("Otto Reuss and Ada Brandt", "Water and Wages", "", "Deich", "1940", "12-14"),
    ("", "Rules of the Canal", "Leer", "", "1902", ""),
    ("Brandt, Ada", "Sluices", "Emden", "Deich", "1931", "51"),
    ("Reuss, Otto", "A Keeper’s Year", "Leer", "Moor & Sohn", "1938", "7"),
]
NAMES = ("Author(s)", "Title", "Place", "Publisher", "Year", "Page")


def page(mark: str, *, sources_first: bool = False) -> str:
    rows = [("Claim", *NAMES, "Quote") if sources_first else ("Claim", "Quote", *NAMES)]
    for claim, words, source in zip(CLAIMS, WORDS, SOURCES, strict=True):
        rows.append((claim, *source, words) if sources_first else (claim, words, *source))
    quoted = [[f'"{cell}"' if mark in cell else cell for cell in row] for row in rows]
    return "\n".join(mark.join(row) for row in quoted) + "\n"


def read(text: str) -> Sourcebook:
    return run(Sourcebook(make_source(text)), [LayoutStage(), CitationStage()])


@pytest.mark.parametrize("mark", ["\t", ",", ";"])
def test_each_part_is_what_its_column_says(mark: str) -> None:
    book = read(page(mark))
    assert [claim.text for claim in book.claims] == list(dict.fromkeys(CLAIMS))
    assert [excerpt.text for excerpt in book.excerpts] == WORDS
    first, second, third, *_ = [c.csl for c in book.citations]
    assert first == {
        "type": "book", "author": [{"family": "Brandt", "given": "Ada"}], "title": "Sluices",
        "publisher-place": "Emden", "publisher": "Deich", "issued": "1931", "page": "44",
    }  # fmt: skip
    assert [name["family"] for name in second["author"]] == ["Reuss", "Brandt"]
    assert "publisher-place" not in second
    assert third == {"type": "book", "title": "Rules of the Canal", "publisher-place": "Leer", "issued": "1902"}
    assert len({c.work for c in book.citations}) == 4


def test_every_field_is_anchored_where_it_stands() -> None:
    text = page(",")
    found: dict[str, str] = {}
    for citation in read(text).citations:
        for field in citation.fields:
            found[field.name] = field.span.cut(text)
            assert "\n" not in found[field.name]
    assert set(found) >= {"author", "title", "publisher-place", "publisher", "issued", "page"}


def test_a_sheet_with_the_source_in_one_column_has_no_parts() -> None:
    head = head_of("Claim\tQuote\tSource\nThe weir was dry\tIt was.\tBrandt, Sluices, 44")
    assert head is None


def test_a_first_line_of_prose_names_no_columns() -> None:
    assert head_of("The title, the author, and the place were torn off.") is None
    assert head_of("Ada Brandt, Sluices, Emden, 1931") is None


def test_words_before_a_colon_in_prose_name_no_part() -> None:
    text = "He gave the place: Emden\nand the year: 1931 or so; remarks: none"
    pieces = [Span(text.index("Emden"), text.index("Emden") + 5), Span(text.index("none"), len(text))]
    assert parts_named(text, pieces, None) is None
