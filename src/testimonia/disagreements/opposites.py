"""Accounts that say the opposite of each other of one matter.

Two stands (see `stands`) are set against each other where they are on opposite sides of one matter and of one thing:
the same people, the same victim, the same proceedings or the same claim. The rarer side leads: each stand is set
against the few of the other side that share most with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Cause, CellKind, DiscrepancyKind, Reason, Sourcebook
from .differences import Difference, Words, about_of
from .sayings import Sayings
from .settings import Settings
from .stands import Stand, read_stands

__all__ = ["opposite_stands"]

_PLAIN = 2  # two sentences that tell of different years or trials in so many words
_NEAR_BY = 4.0  # what two sentences must share that judge of one thing
_FEW_RIVALS = 3  # stands of the other side that one is set against
_MOST = {  # where one thing is easily told
    "part in a deed": 12,
    "alone or with others": 12,
    "belief": 6,
    "whether it changed things": 6,
    "force": 4,
}


@dataclass(frozen=True, slots=True)
class _Ground:
    """What tells whether two stands are on one thing: ``works`` by excerpt, ``officials`` who sit in judgement."""

    sayings: Sayings
    settings: Settings
    works: dict[str, str]
    officials: set[str]
    people: frozenset[str]


def _ground(book: Sourcebook, sayings: Sayings, settings: Settings) -> _Ground:
    works = {}
    for excerpt in book.excerpts:
        if excerpt.citation is not None:
            works[excerpt.id] = book.citations[excerpt.citation].work or ""
    sit = (CellKind.JUDGE, CellKind.PROSECUTOR, CellKind.COUNSEL)
    officials = {cell.person for cell in book.cells if cell.kind in sit and cell.person is not None}
    return _Ground(sayings, settings, works, officials, frozenset(person.id for person in book.people))


def opposite_stands(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Stands on opposite sides."""
    stands: defaultdict[str, list[Stand]] = defaultdict(list)
    for stand in read_stands(book, sayings):
        stands[stand.matter].append(stand)
    ground = _ground(book, sayings, settings)
    for matter, found in stands.items():
        yield from _against(ground, matter, found)


def _against(ground: _Ground, matter: str, stands: list[Stand]) -> Iterator[Difference]:
    yes = [stand for stand in stands if stand.yes]
    no = [stand for stand in stands if not stand.yes]
    leading, other = (yes, no) if len(yes) <= len(no) else (no, yes)
    for stand in leading:
        rivals: list[tuple[float, Stand]] = []
        for rival in other:
            if rival.saying.record is stand.saying.record:
                continue
            weight = _nearness(ground, matter, stand, rival)
            if weight > 0.0:
                rivals.append((weight, rival))
        rivals.sort(key=lambda pair: (-pair[0], pair[1].saying.number))
        for weight, rival in rivals[: _MOST.get(matter, _FEW_RIVALS)]:
            a, b = (stand, rival) if stand.saying.number < rival.saying.number else (rival, stand)
            pair = ground.sayings.pair(a.saying, b.saying)
            yield Difference(
                DiscrepancyKind.OPPOSITE,
                Words(a.saying, a.start, a.end),
                Words(b.saying, b.start, b.end),
                about_of(pair) or matter,
                min(0.8, 0.4 + weight / 50),
                Cause.CONFLICT,
                tuple(sorted(set(a.key) & set(b.key) & ground.people)),
                (Reason(f"opposite stands on one matter: {matter}"),),
                weight,
            )


def _nearness(ground: _Ground, matter: str, one: Stand, other: Stand) -> float:
    """How much says that both are stands on one thing, 0 where too little does."""
    settings, works, officials = ground.settings, ground.works, ground.officials
    pair = ground.sayings.pair(one.saying, other.saying)
    both = {k for k in one.key if k} & {k for k in other.key if k}
    if matter in ("part in a deed", "knew of a deed"):
        if one.key[0] != other.key[0] or (one.key[1] and other.key[1] and one.key[1] != other.key[1]):
            return 0.0
        if not one.key[1] and not other.key[1] and pair.distance > (1 if matter == "part in a deed" else 8):
            return 0.0
        return pair.weight + 1.0
    if matter in ("whose word is good", "how good at it"):
        return pair.weight + 1.0 if one.key == other.key else 0.0
    if matter == "alone or with others":
        deeds = one.of_deed and other.of_deed
        if not both or (pair.weight < 6.0 and not deeds and not any(feature[0] == "@" for feature in pair.shared)):
            return 0.0
        return pair.weight + 1.0
    if matter == "whether it changed things":
        return pair.weight if both else 0.0
    if matter == "force":
        denied, told = (other.sort, one.sort) if one.yes else (one.sort, other.sort)
        if not _answers(denied, told) or settings.clash(one.saying, other.saying) == _PLAIN:
            return 0.0
        of_one = settings.of_one_trial(one.saying, other.saying)
        one_book = works.get(one.saying.record.id, "") == works.get(other.saying.record.id, "-")
        groups = one.group and other.group
        one_trial = (of_one or one_book) and (one.group or other.group) and not (one.meant or other.meant)
        if both - officials or (groups and pair.distance <= 1) or one_trial:
            return pair.weight + 5.0
        return 0.0
    if matter == "proof in writing":
        near = settings.of_one_trial(one.saying, other.saying) or pair.distance <= 1
        return pair.weight + 1.0 if near and settings.clash(one.saying, other.saying) != _PLAIN else 0.0
    if settings.clash(one.saying, other.saying):
        return 0.0
    # what onlookers believed of one affair says nothing against what others believed of another
    near = settings.of_one_trial(one.saying, other.saying) or pair.distance <= 1
    return pair.weight if near and pair.weight >= _NEAR_BY else 0.0


def _answers(denied: str, told: str) -> bool:
    """Whether that there was no force of one sort speaks against force of another."""
    return not denied or denied == told or (denied == "kindness" and told != "drugs")
