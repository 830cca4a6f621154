from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from testimonia.answers import Event, matrix, stemma, timeline
from testimonia.errors import ExportError, MissingExtraError, NotFoundError
from testimonia.exports.plots import plot_matrix, plot_person, plot_stemmas, plot_timeline
from testimonia.exports.plots.paper import ACT_INK
from testimonia.model import Act, Person, Sourcebook

Draw = Callable[[Sourcebook, Path], Path]

DRAWINGS: dict[str, Draw] = {
    "matrix": lambda book, path: plot_matrix(matrix(book), path),
    "timeline": lambda book, path: plot_timeline(timeline(book), path),
    "person": lambda book, path: plot_person(book, "Quist", path),
}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=sorted(DRAWINGS))
def draw(request: pytest.FixtureRequest) -> Draw:
    pytest.importorskip("matplotlib")
    return DRAWINGS[request.param]


def words_of(path: Path) -> list[str]:
    """The words of a drawing, as a reader of the file finds them."""
    return ["".join(text.itertext()) for text in ElementTree.parse(path).iter(f"{SVG}text")]


def test_an_svg_has_its_words_as_words(draw: Draw, inquiry: Sourcebook, tmp_path: Path) -> None:
    words = words_of(draw(inquiry, tmp_path / "out.svg"))
    assert any("Inés Dorval" in text for text in words)
    assert any("Bela Quist" in text for text in words)
    assert [path.name for path in tmp_path.iterdir()] == ["out.svg"]


def test_two_drawings_are_the_same_file(draw: Draw, inquiry: Sourcebook, tmp_path: Path) -> None:
    first, second = draw(inquiry, tmp_path / "a.svg"), draw(inquiry, tmp_path / "b.svg")
    assert first.read_bytes() == second.read_bytes()


def test_a_png_is_one(draw: Draw, inquiry: Sourcebook, tmp_path: Path) -> None:
    assert draw(inquiry, tmp_path / "out.PNG").read_bytes().startswith(b"\x89PNG\r\n")


def test_a_page_holds_the_picture_and_asks_nothing_of_the_network(
    draw: Draw, inquiry: Sourcebook, tmp_path: Path
) -> None:
    page = draw(inquiry, tmp_path / "out.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.count("<svg") == page.count("</svg>") == 1
    assert "<?xml" not in page
    assert "<script" not in page
    assert not re.search(r"""(?:src|href)=["'](?!#)""", page)


def test_nothing_is_cut_off(draw: Draw, inquiry: Sourcebook, tmp_path: Path) -> None:
    """Every word begins within the picture, however long the names are."""
    long = "Bartholomew Maximilian of Northern Harbour " * 3
    book = Sourcebook(inquiry.source)
    for kind in (*inquiry._records,):
        records = inquiry.of(kind)
        book.add(dataclasses.replace(p, name=long) for p in records) if kind is Person else book.add(records)
    root = ElementTree.parse(DRAWINGS["person"](book, tmp_path / "x.svg")).getroot()
    path = draw(inquiry if draw is DRAWINGS["person"] else book, tmp_path / "out.svg")
    root = ElementTree.parse(path).getroot()
    width, height = (float(size) for size in root.attrib["viewBox"].split()[2:])
    places = [text.attrib.get("transform", "") + text.attrib.get("style", "") for text in root.iter(f"{SVG}text")]
    assert len(places) > 3
    for text in root.iter(f"{SVG}text"):
        found = re.search(r"translate\(([-\d.]+) ([-\d.]+)\)", text.attrib.get("transform", ""))
        x, y = (
            (float(text.attrib.get("x", 0)), float(text.attrib.get("y", 0)))
            if found is None
            else map(float, found.groups())
        )
        assert 0 <= x <= width
        assert 0 <= y <= height
    assert not [words for words in words_of(path) if len(words) > 160]


def test_another_ending_is_told_before_anything_is_drawn(draw: Draw, inquiry: Sourcebook, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"Name a file that ends in .svg, .png or .html."):
        draw(inquiry, tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_is_told_with_what_to_install(
    draw: Draw, inquiry: Sourcebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"A plot needs .* pip install 'testimonia\[plots\]'"):
        draw(inquiry, tmp_path / "out.svg")


def test_a_picture_of_nothing_is_told(inquiry: Sourcebook, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"nothing to draw: nobody admits there\."):
        plot_matrix([], tmp_path / "out.svg", act="admits")
    with pytest.raises(NotFoundError, match=r"nothing to draw: nothing is dated there\."):
        plot_timeline([], tmp_path / "out.svg")
    with pytest.raises(NotFoundError, match="There is nothing to draw: Tern says nothing of anybody"):
        plot_person(inquiry, "Tern", tmp_path / "out.svg")


@pytest.mark.parametrize("count", [1, 60, 61, 900])
def test_any_number_of_events_can_be_drawn(count: int, inquiry: Sourcebook, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    (event, *_) = timeline(inquiry)
    kinds = ("accuses", "payment", "date")
    events: list[Event] = [
        dataclasses.replace(event, kind=kinds[n % 3], first=19000101 + n % 80 * 10000, last=19001231 + n % 97 * 10000)
        for n in range(count)
    ]
    events = [e for e in events if e.first <= e.last] or [event]
    words = words_of(plot_timeline(events, tmp_path / "out.svg"))
    assert any(f"{len(events):,} dated statement" in text for text in words)


def test_a_few_events_far_away_do_not_make_the_picture_wider(inquiry: Sourcebook, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    (event, *_) = timeline(inquiry)
    near = [dataclasses.replace(event, first=19310101, last=19310131 + n % 12 * 100) for n in range(200)]
    near = [dataclasses.replace(e, last=min(e.last, 19311228)) for e in near]
    far = dataclasses.replace(event, first=30000101, last=39991231)
    words = words_of(plot_timeline([*near, far], tmp_path / "out.svg"))
    assert any("1 reach beyond 1931 to 1931" in text for text in words)


def test_a_script_that_the_type_lacks_is_drawn_all_the_same(inquiry: Sourcebook, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    pairs = [dataclasses.replace(pair, of="胡適 $x$ \ud800\x01") for pair in matrix(inquiry)]
    assert "胡適 $x$ \ufffd" in words_of(plot_matrix(pairs, tmp_path / "out.svg"))
    plot_matrix(pairs, tmp_path / "out.png")


def test_every_act_has_its_ink_and_they_differ_in_grey_or_dash() -> None:
    assert set(ACT_INK) == {act.value for act in Act}
    looks = set()
    for colour, dash in ACT_INK.values():
        red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
        looks.add((round((0.3 * red + 0.59 * green + 0.11 * blue) / 40), dash))
    assert len(looks) == len(ACT_INK)


def test_an_author_of_two_works_is_drawn_once(inquiry: Sourcebook, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    said = inquiry.assertions["a2"]
    inquiry.add(dataclasses.replace(said, id=f"b{n}", speaker=f"author:w{n}", speaker_name="Marlow") for n in (1, 2))
    assert words_of(plot_matrix(matrix(inquiry), tmp_path / "a.svg")).count("Marlow") == 1
    words = words_of(plot_person(inquiry, "Quist", tmp_path / "b.svg"))
    assert words.count("Marlow") == 1
    assert "accuses 2" in words[words.index("Marlow") + 1]


def test_a_person_can_be_drawn_by_one_act(inquiry: Sourcebook, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    words = words_of(plot_person(inquiry, "Quist", tmp_path / "b.svg", act="denies"))
    assert "Bela Quist speaks of 1 (1 statement)" in words
    assert not any("accuses" in text for text in words)


def test_who_speaks_of_many_is_drawn_with_the_rest_counted(inquiry: Sourcebook, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    said = inquiry.assertions["a2"]
    inquiry.add(Person(f"q{n}", f"Sailor {n}") for n in range(30))
    inquiry.add(dataclasses.replace(said, id=f"b{n}", speaker=f"q{n}") for n in range(30))
    words = words_of(plot_person(inquiry, "Quist", tmp_path / "out.svg"))
    assert any(re.fullmatch(r"and \d+ others \(\d+\)", text) for text in words)
    assert any("33 speak of Bela Quist (34 statements)" in text for text in words)


def test_a_stemma_shows_the_head_and_each_tie(weighed: Sourcebook, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    words = words_of(plot_stemmas([stemma(weighed, "o1")], tmp_path / "out.svg", title="THE PILOT"))
    assert {"THE PILOT", "Marlow, Salt and Ashes, 1931", "requote 0.90"} <= set(words)
    assert any("the others lead back to it" in line for line in words)
    assert any(line.startswith("2 excerpts in 1 group") for line in words)


def test_an_origin_of_one_excerpt_is_no_picture(weighed: Sourcebook, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no two of the excerpts share an origin"):
        plot_stemmas([stemma(weighed, "o3")], tmp_path / "out.svg")


def test_of_many_groups_as_many_are_drawn_as_can_be_read(weighed: Sourcebook, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    words = words_of(plot_stemmas([stemma(weighed, "o1")] * 30, tmp_path / "out.svg"))
    assert "60 excerpts in 30 groups; each group counts once; the first 20 groups shown" in words
