"""The register of proceedings, and one of them as a table in which rival values stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ...answers.register import Fact, proceedings
from ...model import CellKind
from ...store.pages import Base
from ...store.pages.registers import proceeding_book, proceeding_rows
from ..links import Links
from ..turning import Turning
from ..wording import Words, first_words
from . import Page

__all__ = ["PAGES"]

_PROCEEDINGS = 100

# of each person in the dock; what else a cell says is of the court, the time or the place
_OF_PEOPLE = (CellKind.DEFENDANT, CellKind.CHARGE, CellKind.PLEA, CellKind.VERDICT, CellKind.SENTENCE, CellKind.FATE)
_OF_COURT = (CellKind.DATE, CellKind.PLACE, CellKind.JUDGE, CellKind.PROSECUTOR, CellKind.COUNSEL, CellKind.WITNESS)


@dataclass(frozen=True, slots=True)
class Value:
    """A value as printed, on whose words; ``is_rival`` says that other words state another."""

    words: str
    places: tuple[tuple[str, int, int, float, str], ...]
    is_rival: bool


def fill_list(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """All proceedings."""
    turning = Turning(query, _PROCEEDINGS if links.live else 1_000_000)
    total, rows = proceeding_rows(base, first=turning.first, most=turning.most)
    return {"rows": rows, "turning": turning.of(total, lambda number: links.to("proceedings", page=number))}


def fill(base: Base, query: Mapping[str, str], links: Links) -> dict[str, Any]:
    """One proceeding."""
    id_ = query.get("key", "")
    book = proceeding_book(base, id_)
    (docket,) = proceedings(book, id_)
    words = Words(base, links)
    people: dict[str, tuple[str, str | None, dict[str, list[Fact]]]] = {}
    court: dict[str, list[Fact]] = {}
    for fact in docket.facts:
        if fact.what in _OF_PEOPLE:
            key = fact.person_id or (fact.person or fact.value).casefold()
            name = fact.person or fact.value
            people.setdefault(key, (name, fact.person_id, {}))[2].setdefault(fact.what, []).append(fact)
        else:
            court.setdefault(fact.what, []).append(fact)
    columns = [kind.value for kind in _OF_PEOPLE if kind is not CellKind.DEFENDANT]
    shown = [column for column in columns if any(column in told for _, _, told in people.values())]
    proceeding = book.proceedings[id_]
    docks = [
        (
            name,
            words.party(who) if who else None,
            _named_at(told.get(CellKind.DEFENDANT.value, [])),
            [_values(told.get(column, [])) for column in shown],
        )
        for name, who, told in people.values()
    ]
    return {
        "docket": docket,
        "columns": shown,
        "told": [dock for dock in docks if any(dock[3])],
        "untold": [dock for dock in docks if not any(dock[3])],
        "court": [(kind.value, _values(court[kind.value], by_name=True)) for kind in _OF_COURT if kind.value in court],
        "names": [
            (first_words(name.words, 90), (name.span.start, name.span.end) if name.span else None)
            for name in proceeding.names
        ],
        "why": list(dict.fromkeys((r.rule, first_words(r.words, 80)) for r in proceeding.reasons)),
    }


def _named_at(facts: Iterable[Fact]) -> list[tuple[str, int, int, float, str]]:
    return [(f.ground.speaker, f.ground.start, f.ground.end, f.confidence, f.id) for f in facts]


def _values(facts: Iterable[Fact], *, by_name: bool = False) -> list[Value]:
    """Values that are the same words stand once, with every place that states them."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        words = fact.person if by_name and fact.person else fact.value
        found.setdefault(" ".join(words.split()), []).append(fact)
    return [
        Value(
            words + (f" ({own[0].edtf})" if own[0].edtf else ""),
            tuple(_named_at(own)),
            any(fact.rivals for fact in own),
        )
        for words, own in found.items()
    ]


def _keys(base: Base) -> Iterable[str]:
    return (id_ for (id_,) in base.rows("select id from proceedings order by number"))


PAGES = (Page("proceedings", "proceedings.html", fill_list), Page("proceeding", "proceeding.html", fill, _keys))
