"""What a build came to, as a person wants to hear it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

__all__ = ["MOST_CITED", "BuildReport", "read_report"]

MOST_CITED = 5  # works in a report: what a summary on one screen has room for

_COUNTED = (
    *("claims", "excerpts", "citations", "works", "people", "voices", "documents", "assertions", "proceedings"),
    *("cells", "entries", "datings", "dependences", "origins", "witnesses", "discrepancies", "audits", "decisions"),
    "reviews",
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The figures of an evidence base.

    ``unchanged`` says that the base was there before and nothing had to be done; ``seconds`` is the wall time of
    the call. ``most_cited`` are labels of works and their citations, ``findings`` counts by kind, ``layout`` the
    conventions found and ``unplaced`` counts of what the reading could not place, by what it is (``stray text``,
    ``excerpt without citation`` …); ``characters`` are code points. ``cells`` are those of the register of
    proceedings, ``entries`` the rows of the ledgers, ``origins`` what of the excerpts counts once; ``acts`` counts
    assertions, ``ledgers`` entries, ``dependent`` dependences, ``differences`` discrepancies, ``nearness``
    witnesses and ``profiles`` audits. ``decisions`` are a reader's, ``orphaned`` those of them that rest on words
    the page has no longer; ``reviews`` likewise, and ``lost``. ``set_aside`` is where a damaged older base was put,
    ``None`` if there was none.
    """

    path: Path
    unchanged: bool
    seconds: float
    title: str | None
    name: str
    characters: int
    encoding: str
    media: str
    claims: int
    excerpts: int
    citations: int
    works: int
    people: int
    voices: int
    documents: int
    assertions: int
    proceedings: int
    cells: int
    entries: int
    datings: int
    dependences: int
    origins: int
    witnesses: int
    discrepancies: int
    audits: int
    decisions: int
    orphaned: int
    reviews: int
    lost: int
    most_cited: tuple[tuple[str, int], ...]
    acts: Mapping[str, int]
    ledgers: Mapping[str, int]
    dependent: Mapping[str, int]
    differences: Mapping[str, int]
    nearness: Mapping[str, int]
    profiles: Mapping[str, int]
    findings: Mapping[str, int]
    layout: tuple[tuple[str, str], ...]
    unplaced: Mapping[str, int]
    set_aside: Path | None = None

    def as_dict(self) -> dict[str, Any]:
        """The report with plain values that JSON can hold."""
        facts = asdict(self)
        facts["path"] = str(self.path)
        facts["set_aside"] = None if self.set_aside is None else str(self.set_aside)
        facts["seconds"] = round(self.seconds, 3)
        facts["most_cited"] = [{"work": work, "citations": times} for work, times in self.most_cited]
        facts["layout"] = dict(self.layout)
        return facts


def read_report(connection: sqlite3.Connection, path: Path, *, unchanged: bool, seconds: float) -> BuildReport:
    """Count what the base holds."""
    title, name, characters, encoding, media = connection.execute(
        "select title, name, characters, encoding, media from sourcebook"
    ).fetchone()
    counts = {table: connection.execute(f"select count(*) from {table}").fetchone()[0] for table in _COUNTED}
    (orphaned,) = connection.execute("select count(*) from decisions where orphaned").fetchone()
    (lost,) = connection.execute("select count(*) from reviews where lost != ''").fetchone()
    return BuildReport(
        path=path,
        unchanged=unchanged,
        seconds=seconds,
        title=_words(title),
        name=_words(name) or "",
        characters=characters,
        encoding=encoding,
        media=media,
        **counts,
        orphaned=orphaned,
        lost=lost,
        most_cited=tuple(
            (_words(label) or "", times)
            for label, times in connection.execute(
                "select label, citations from works order by citations desc, number limit ?", (MOST_CITED,)
            )
        ),
        acts=_by_kind(connection, "act", "assertions"),
        ledgers=_by_kind(connection, "ledger", "entries"),
        dependent=_by_kind(connection, "kind", "dependences"),
        differences=_by_kind(connection, "kind", "discrepancies"),
        nearness=_by_kind(connection, "nearness", "witnesses"),
        profiles=_by_kind(connection, "profile", "audits"),
        findings=_by_kind(connection, "kind", "findings"),
        layout=tuple(
            (_words(what) or "", _words(value) or "")
            for what, value in connection.execute("select name, value from conventions order by number")
        ),
        unplaced=dict(connection.execute("select what, count(*) from unplaced group by what order by what")),
    )


def _by_kind(connection: sqlite3.Connection, kind: str, table: str) -> dict[str, int]:
    """How many there are of each kind, the commonest first."""
    return dict(connection.execute(f"select {kind}, count(*) from {table} group by 1 order by 2 desc, 1"))


def _words(words: str | bytes | None) -> str | None:
    return words.decode("utf-8", "surrogatepass") if isinstance(words, bytes) else words
