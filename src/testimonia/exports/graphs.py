"""Who says something of whom as a graph: a networkx object, and GraphML or GEXF for Gephi and others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..answers import matrix
from ..errors import ExportError, MissingExtraError
from ..model import Act, Sourcebook
from .folders import write_file
from .markup import plain

if TYPE_CHECKING:
    import networkx

__all__ = ["FORMATS", "accusation_graph", "write_graph"]

FORMATS = (".graphml", ".gexf")


def accusation_graph(book: Sourcebook, act: Act | str | None = Act.ACCUSES) -> networkx.DiGraph[str]:
    """Who accuses whom, or does what ``act`` says, as a directed graph; ``None`` for every act.

    A node is the id of one who speaks or is spoken of, with ``label`` (his or her name), ``kind`` (``person``,
    ``author``, ``org``, ``group``, ``anon``, ``compiler`` …) and, of a person, ``mentions``. An edge leads from who
    speaks to whom it concerns, with ``weight`` (how often), ``acts``, ``lines``, ``assertions`` (their ids) and the
    ``start`` and ``end`` of the first.

    Raises:
        MissingExtraError: networkx is not installed.
        QuestionError: there is no such act.
    """
    nx = _networkx()
    counts: dict[str, int] = {}
    for mention in book.mentions:
        counts[mention.person] = counts.get(mention.person, 0) + 1
    people = {person.id for person in book.people}
    graph: networkx.DiGraph[str] = nx.DiGraph(name=book.title or book.source.name)

    def node(id_: str, label: str) -> None:
        kind = "person" if id_ in people else id_.partition(":")[0]
        graph.add_node(id_, label=label, kind=kind)
        if id_ in people:
            graph.nodes[id_]["mentions"] = counts.get(id_, 0)

    for pair in matrix(book, act):
        node(pair.ground.speaker_id, pair.ground.speaker)
        node(pair.of_id, pair.of)
        graph.add_edge(
            pair.ground.speaker_id,
            pair.of_id,
            weight=pair.count,
            acts="; ".join(pair.acts),
            lines=" ".join(map(str, pair.lines)),
            assertions=" ".join(pair.assertions),
            start=pair.ground.start,
            end=pair.ground.end,
        )
    return graph


def write_graph(graph: networkx.DiGraph[str], path: str | os.PathLike[str]) -> Path:
    """Write a graph as GraphML or GEXF, as the ending of ``path`` says.

    Raises:
        ExportError: the ending is another, or the file cannot be written.
    """
    path = Path(path)
    if path.suffix.lower() not in FORMATS:
        raise ExportError(f"'{path}' ends in no format of graphs. Name a file that ends in {' or '.join(FORMATS)}.")
    nx = _networkx()
    clean = nx.DiGraph(**_clean(graph.graph))
    clean.add_nodes_from((id_, _clean(facts)) for id_, facts in graph.nodes(data=True))
    clean.add_edges_from((a, b, _clean(facts)) for a, b, facts in graph.edges(data=True))
    lines = nx.generate_graphml(clean) if path.suffix.lower() == ".graphml" else nx.generate_gexf(clean)
    write_file(path, '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n")
    return path


def _clean(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts without characters that an XML file cannot hold."""
    return {name: plain(value) if isinstance(value, str) else value for name, value in facts.items()}


def _networkx() -> Any:
    try:
        import networkx
    except ImportError as error:
        raise MissingExtraError("A graph", "plots") from error
    return networkx
