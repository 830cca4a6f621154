"""What an undo does: who takes back his own word, and who objects to another's.

Nobody removes what another decided. An undo by whoever said it takes it back; an undo by anybody else is an objection,
which stands beside it with who, when and why, and both count. Either can itself be taken back by who made it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

__all__ = ["Said", "counting", "is_objection", "objections"]


class Said(Protocol):
    """A decision or a review: who made it, and for an undo the id ``of`` what it is an undo of."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def reviewer(self) -> str:
        """Who made it."""
        ...

    @property
    def of(self) -> str | None:
        """What an undo is of; ``None`` for all else."""
        ...


S = TypeVar("S", bound=Said)


def is_objection(undo: Said, undone: Said) -> bool:
    """Whether an undo is another's than what it is of, so that it stands against that and takes nothing back."""
    return undo.reviewer != undone.reviewer


def counting(said: Iterable[Said]) -> set[str]:
    """The ids of all that nobody took back who made it, undos among them.

    An undo can itself be taken back; then what it took back counts again.
    """
    there = {one.id: one for one in said}
    undos: dict[str, list[str]] = defaultdict(list)
    for one in there.values():
        undone = there.get(one.of) if one.of is not None else None
        if undone is not None and not is_objection(one, undone):
            undos[undone.id].append(one.id)
    counts: dict[str, bool] = {}
    entered: set[str] = set()
    for id_ in there:
        waiting = [id_]
        while waiting:
            now = waiting[-1]
            if now in counts:
                waiting.pop()
            elif now not in entered:
                entered.add(now)
                waiting += (undo for undo in undos[now] if undo not in entered)
            else:  # what others wrote may go round in a circle: what is not known yet counts
                counts[now] = not any(counts.get(undo, True) for undo in undos[now])
                waiting.pop()
    return {id_ for id_, holds in counts.items() if holds}


def objections(said: Iterable[S]) -> Mapping[str, tuple[S, ...]]:
    """The objections that count, by the id of what they are against, in their order."""
    there = tuple(said)
    count, by_id = counting(there), {one.id: one for one in there}
    found: dict[str, list[S]] = defaultdict(list)
    for one in there:
        undone = by_id.get(one.of) if one.of is not None else None
        if undone is not None and one.id in count and is_objection(one, undone):
            found[undone.id].append(one)
    return {id_: tuple(own) for id_, own in found.items()}
