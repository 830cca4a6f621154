"""The register of proceedings: what every place says of them, rival values side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..errors import NotFoundError
from ..model import Cell, CellKind, Proceeding, Sourcebook
from .naming import find_parties, party_words
from .rows import Ground, Grounds, facts, known_bounds

__all__ = ["Docket", "Fact", "proceedings"]

# of these a person, or the proceeding, has but one, so that two that differ are rivals
_ONE_OF_A_KIND = (CellKind.PLEA, CellKind.VERDICT, CellKind.SENTENCE, CellKind.FATE)

# words that turn a value into another: "guilty" is no part of "not guilty"
_NEGATIONS = frozenset("not no never nor neither without nicht kein pas non no ni не ні".split())


@dataclass(frozen=True, slots=True)
class Fact:
    """A cell of the register as a row.

    ``rivals`` are the values that other places state for the same thing, as printed: another plea, verdict, sentence or
    fate of the same person, not the same in more words; or a date of the proceeding in another year. Two charges,
    places or days may both be right.
    """

    id: str
    proceeding: str
    proceeding_id: str
    what: str
    person: str | None
    person_id: str | None
    value: str
    edtf: str | None
    rivals: tuple[str, ...]
    confidence: float
    ground: Ground


@dataclass(frozen=True, slots=True)
class Docket:
    """One proceeding with all that the page says of it, by what is said, then by person, in the order of the page."""

    id: str
    name: str
    kind: str
    date: str | None
    named: int
    facts: tuple[Fact, ...]

    def as_dict(self) -> dict[str, Any]:
        """The docket with plain values that JSON can hold."""
        found = facts(self)
        found["facts"] = [facts(fact) for fact in self.facts]
        return found


def proceedings(book: Sourcebook, name: str | None = None) -> list[Docket]:
    """The proceedings with their facts: all, those that are called ``name``, or what they say of a person of that name.

    ``name`` is an id, or words out of the name of a proceeding, or else the name or id of a person.

    Raises:
        NotFoundError: neither a proceeding nor a person is called so.
    """
    cells: dict[str, list[Cell]] = {}
    for cell in book.cells:
        cells.setdefault(cell.proceeding, []).append(cell)
    chosen: list[Proceeding] = list(book.proceedings)
    if name is not None:
        chosen = [p for p in chosen if _is_called(p, name)]
        if not chosen:
            people = _people(book, name)
            cells = {id_: [cell for cell in own if cell.person in people] for id_, own in cells.items()}
            chosen = [p for p in book.proceedings if cells.get(p.id)]
    grounds = Grounds(book)
    return [
        Docket(
            id=p.id,
            name=p.name,
            kind=p.kind.value,
            date=p.date,
            named=len(p.names),
            facts=tuple(_facts(book, p, cells.get(p.id, ()), grounds)),
        )
        for p in chosen
    ]


def _people(book: Sourcebook, name: str) -> set[str]:
    try:
        return set(find_parties(book, name))
    except NotFoundError:
        raise NotFoundError(
            f"Neither a proceeding nor a person is called {name!r}. `testimonia proceedings` lists the proceedings, "
            "`testimonia people` everybody who is named."
        ) from None


def _is_called(proceeding: Proceeding, name: str) -> bool:
    folded = _fold(name)
    names = [proceeding.name, *(printed.words for printed in proceeding.names)]
    return name == proceeding.id or (bool(folded) and any(folded in _fold(printed) for printed in names))


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


def _plain(cell: Cell) -> str:
    """What makes two values the same: their words, or of dates the date."""
    return cell.edtf or " ".join("".join(c if c.isalnum() else " " for c in _fold(cell.value)).split())


def _facts(book: Sourcebook, proceeding: Proceeding, cells: Sequence[Cell], grounds: Grounds) -> list[Fact]:
    order = list(CellKind)
    people: dict[str, int] = {}
    values: dict[tuple[CellKind, str | None], dict[str, str]] = defaultdict(dict)
    for cell in cells:
        people.setdefault(_who(cell), len(people))
        if cell.kind in _ONE_OF_A_KIND or cell.kind is CellKind.DATE:
            values[cell.kind, _who(cell)].setdefault(_plain(cell), " ".join(cell.value.split()))
    rows = []
    for cell in sorted(cells, key=lambda c: (order.index(c.kind), people[_who(c)], c.span)):
        others = {
            plain: value
            for plain, value in values[cell.kind, _who(cell)].items()
            if not (_can_both_be if cell.kind is CellKind.DATE else _say_the_same)(plain, _plain(cell))
        }
        name = cell.person_name or ""
        rows.append(
            Fact(
                id=cell.id,
                proceeding=proceeding.name,
                proceeding_id=proceeding.id,
                what=cell.kind.value,
                person=party_words(cell.person, name, book) if cell.person is not None else cell.person_name,
                person_id=cell.person,
                value=cell.value,
                edtf=cell.edtf,
                rivals=tuple(others.values()),
                confidence=cell.confidence,
                ground=grounds.of(cell),
            )
        )
    return rows


def _say_the_same(one: str, other: str) -> bool:
    """Whether one value holds all words of the other in a row, and no more than words that leave its sense."""
    short, long = sorted((f" {one} ", f" {other} "), key=len)
    before, found, after = long.partition(short)
    return bool(found) and _NEGATIONS.isdisjoint((before + " " + after).split())


def _can_both_be(one: str, other: str) -> bool:
    """Whether two dates share a year: proceedings begin on one day and end on another. So may what is no date."""
    bounds, others = known_bounds(one), known_bounds(other)
    if bounds is None or others is None:
        return True
    return bounds[0] // 10_000 <= others[1] // 10_000 and others[0] // 10_000 <= bounds[1] // 10_000


def _who(cell: Cell) -> str:
    return cell.person or _fold(cell.person_name or "")
