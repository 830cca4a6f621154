"""A page that means harm, written into other people's formats: every one can be read, and nothing of it is run."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from testimonia import answers
from testimonia.exports import export
from testimonia.exports.bibliography import format_bibliography
from testimonia.exports.decisions import decision_lines, read_decision_lines
from testimonia.exports.report import report_html
from testimonia.model import Sourcebook

EVIL = (
    "<script>alert(1)</script>\"onmouseover=\"alert(2)\" 'onfocus='alert(3)' autofocus x=`"
    "<img src=x onerror=alert(4)><svg/onload=alert(5)>]]>--><a href=javascript:alert(6)>{{7*7}}$x^2$\\LaTeX"
)


@pytest.fixture(scope="module")
def book(spoilt: Callable[..., Sourcebook]) -> Sourcebook:
    return spoilt(EVIL, name=f"page{EVIL}.txt")


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def harmless(self, scripts: int) -> None:
        assert sum(tag == "script" for tag, _ in self.found) == scripts
        for tag, attributes in self.found:
            assert tag not in ("img", "iframe", "object", "embed", "base"), tag
            for name, value in attributes.items():
                assert not name.startswith("on"), (tag, name)
                assert not re.match(r"\s*(?:javascript|vbscript|data):", value or "", re.I), (tag, name)


def test_a_report_runs_its_own_script_alone(book: Sourcebook, spoilt: Callable[..., Sourcebook]) -> None:
    own = sum(tag == "script" for tag, _ in Elements(report_html(spoilt("", name="page.txt"))).found)
    page = Elements(report_html(book))
    page.harmless(own)
    assert page.words.count(EVIL[:20]) > 50


@pytest.mark.parametrize("ending", ["svg", "html"])
def test_a_plot_is_a_picture_and_no_more(ending: str, book: Sourcebook, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    from testimonia.exports.plots import plot_matrix, plot_person, plot_stemmas, plot_timeline

    who = next(person for person in book.people if EVIL in person.name and len(answers.says(book, person.id)) > 1)
    drawn = [
        plot_matrix(answers.matrix(book), tmp_path / f"matrix.{ending}"),
        plot_person(book, who.id, tmp_path / f"person.{ending}"),
        plot_timeline(answers.timeline(book), tmp_path / f"timeline.{ending}"),
        plot_stemmas(answers.worth(book)[0].stemmas or [answers.stemma(book, max(
            book.origins, key=lambda origin: len(origin.excerpts)))], tmp_path / f"stemma.{ending}"),
    ]  # fmt: skip
    for path in drawn:
        words = path.read_text(encoding="utf-8")
        Elements(words).harmless(0)
        if ending == "svg":
            for element in ET.fromstring(words).iter():
                assert element.tag.rpartition("}")[2] not in ("script", "foreignObject", "image", "a")
                assert not any(name.rpartition("}")[2].startswith("on") for name in element.attrib)


def test_a_graph_is_read_back_with_the_names_as_they_stand(book: Sourcebook, tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    from testimonia.exports.graphs import accusation_graph, write_graph

    graph = accusation_graph(book, None)
    for ending, read in (("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)):
        again = read(write_graph(graph, tmp_path / f"who.{ending}"))
        assert set(again.nodes) == set(graph.nodes)
        names = {str(facts.get("name") or facts.get("label")) for _, facts in again.nodes(data=True)}
        assert any(EVIL in name for name in names)
        assert again.number_of_edges() == graph.number_of_edges()


@pytest.mark.parametrize("format_", ["tei", "ipif", "jsonl", "csv"])
def test_an_export_is_read_back_with_the_words_as_they_stand(format_: str, book: Sourcebook, tmp_path: Path) -> None:
    path = tmp_path / ("out" if format_ in ("jsonl", "csv") else f"out.{format_}")
    export(book, path, format_)
    if format_ == "tei":
        root = ET.parse(path).getroot()
        assert EVIL in "".join(root.itertext())
        assert not any(element.tag.rpartition("}")[2] in ("script", "img", "svg") for element in root.iter())
    elif format_ == "ipif":
        assert any(EVIL in words for words in strings(json.loads(path.read_text(encoding="utf-8"))))
    elif format_ == "jsonl":
        lines = [
            json.loads(line) for file in path.glob("*.jsonl") for line in file.read_text("utf-8").split("\n") if line
        ]
        assert sum(EVIL in str(line.get("text")) for line in lines) > 20
    else:
        with (path / "excerpts.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["text"] for row in rows] == [excerpt.text for excerpt in book.excerpts]


def strings(value: object) -> Iterator[str]:
    """Every string in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def test_a_bibliography_holds_the_words_as_they_stand(book: Sourcebook) -> None:
    pytest.importorskip("citeproc")
    shown = format_bibliography(book.works)
    assert "<script>alert(1)</script>" in shown
    assert "{{7*7}}" in shown


def test_decisions_are_shared_with_the_words_as_they_stand(book: Sourcebook, tmp_path: Path) -> None:
    from testimonia.model import ReviewKind
    from testimonia.store.reviewing import make_review, record_of

    said = make_review(
        book, record_of(book, book.findings[0].id), ReviewKind.NOTE, reviewer=f"Ines {EVIL}", why=f"so {EVIL}"
    )
    (tmp_path / "said.jsonl").write_text(decision_lines([], [said]), encoding="utf-8")
    assert read_decision_lines(tmp_path / "said.jsonl") == ([], [said])
