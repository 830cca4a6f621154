from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import testimonia
from testimonia.answers import QuestionError
from testimonia.errors import ExportError, MissingExtraError
from testimonia.exports.graphs import accusation_graph, write_graph
from testimonia.model import Person, Sourcebook


@pytest.fixture(autouse=True)
def networkx() -> None:
    pytest.importorskip("networkx")


def test_edges_lead_from_who_accuses_to_whom(inquiry: Sourcebook) -> None:
    graph = testimonia.accusation_graph(inquiry)
    assert {(a, b): facts["weight"] for a, b, facts in graph.edges(data=True)} == {
        ("p1", "p2"): 2,
        ("compiler", "p2"): 1,
        ("group:the-crew", "p2"): 1,
    }
    edge = graph.edges["p1", "p2"]
    assert inquiry.text[edge["start"] : edge["end"]] == inquiry.assertions["a2"].text
    assert (edge["lines"], edge["assertions"], edge["acts"]) == ("3", "a2 a3", "accuses 2")


def test_nodes_say_who_they_are(inquiry: Sourcebook) -> None:
    nodes = dict(accusation_graph(inquiry).nodes(data=True))
    assert nodes["p2"] == {"label": "Bela Quist", "kind": "person", "mentions": 3}
    assert nodes["group:the-crew"] == {"label": "the crew", "kind": "group"}
    assert nodes["compiler"]["kind"] == "compiler"


def test_a_graph_of_every_act(inquiry: Sourcebook) -> None:
    assert ("p2", "p1") in accusation_graph(inquiry, None).edges
    assert ("p2", "p1") in accusation_graph(inquiry, "denies").edges
    with pytest.raises(QuestionError, match="No act is named"):
        accusation_graph(inquiry, "blames")


@pytest.mark.parametrize("ending", [".graphml", ".gexf", ".GEXF"])
def test_a_written_graph_is_read_back(ending: str, inquiry: Sourcebook, tmp_path: Path) -> None:
    import networkx as nx

    graph = accusation_graph(inquiry)
    path = write_graph(graph, tmp_path / f"out{ending}")
    read = nx.read_graphml(path) if ending == ".graphml" else nx.read_gexf(path)
    assert set(read.nodes) == set(graph.nodes)
    assert read.edges["p1", "p2"]["weight"] == 2
    assert read.nodes["p2"]["label"] == "Bela Quist"
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"out{ending}"]


@pytest.mark.parametrize("ending", [".graphml", ".gexf"])
def test_a_name_that_no_xml_can_hold_makes_a_file_all_the_same(
    ending: str, inquiry: Sourcebook, tmp_path: Path
) -> None:
    graph = accusation_graph(inquiry)
    graph.nodes["p2"]["label"] = Person("p2", "Qu\x01i\ud800st & <Sons>").name
    path = write_graph(graph, tmp_path / f"out{ending}")
    everything = [*ElementTree.parse(path).iter()]
    written = {words for node in everything for words in (node.text, *node.attrib.values())}
    assert "Qu\ufffdi\ufffdst & <Sons>" in written


def test_another_ending_is_told(inquiry: Sourcebook, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"ends in no format of graphs. Name a file that ends in .graphml or .gexf."):
        write_graph(accusation_graph(inquiry), tmp_path / "out.dot")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_is_told_with_what_to_install(inquiry: Sourcebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingExtraError, match=r"A graph needs .* pip install 'testimonia\[plots\]'"):
        accusation_graph(inquiry)
