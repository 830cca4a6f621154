"""What became of each decision and review: whether it counts, who took it back, who objects to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

from ..model import Anchor, Decision, DecisionKind, Review, Span, counting, is_objection, objections
from ..words.anchors import find_anchor

__all__ = ["Trail", "is_overruled"]

S = TypeVar("S", Decision, Review)


class Trail(Generic[S]):
    """The decisions of a book, or its reviews, with what later ones say of them.

    >>> from testimonia.model import DecisionKind
    >>> merge = Decision("d1", DecisionKind.MERGE, (), (), "Ines", "2031-05-01T09:00:00Z", "one handwriting")
    >>> objection = Decision("d2", DecisionKind.UNDO, (), (), "Tove", "2031-05-02T09:00:00Z", "two hands", of="d1")
    >>> trail = Trail([merge, objection])
    >>> trail.marks(merge), trail.undo_words(objection)
    (('objected to by Tove',), 'objects to d1 of Ines')
    """

    def __init__(self, said: Iterable[S]) -> None:
        there = tuple(said)
        self._by_id: dict[str, S] = {one.id: one for one in there}
        self._count = counting(there)
        self._against: Mapping[str, tuple[S, ...]] = objections(there)

    def counts(self, one: S) -> bool:
        """Whether whoever made it did not take it back; an orphan counts, and says nothing of any record."""
        return one.id in self._count

    def objections(self, one: S) -> tuple[S, ...]:
        """What others hold against it and did not take back."""
        return self._against.get(one.id, ())

    def objects(self, one: S) -> bool:
        """Whether it is itself an objection to what another said."""
        undone = self._by_id.get(one.of or "")
        return undone is not None and is_objection(one, undone)

    def marks(self, one: S) -> tuple[str, ...]:
        """In a few words each, why it does not count as it stands; none where nothing is to be said."""
        marks = ["orphaned"] if one.orphaned else []
        if not self.counts(one):
            marks.append("taken back")
        elif self.objections(one):
            marks.append(f"objected to by {', '.join(dict.fromkeys(o.reviewer for o in self.objections(one)))}")
        return tuple(marks)

    def undo_words(self, undo: S) -> str:
        """What an undo does."""
        undone = self._by_id.get(undo.of or "")
        if undone is not None and self.objects(undo):
            return f"objects to {undone.id} of {undone.reviewer}"
        return f"takes back {undo.of}"


def is_overruled(decision: Decision, text: str, named: Callable[[Span], str | None]) -> bool:
    """Whether people are otherwise than a decision has them, for a later one says so; both are kept.

    ``named`` gives the id of the person who is named at a place, ``None`` where nobody is.
    """

    def people(side: Iterable[Anchor]) -> set[str]:
        places = (find_anchor(text, anchor) for anchor in side)
        return {who for place in places if place is not None and (who := named(place)) is not None}

    if decision.orphaned or decision.kind is DecisionKind.UNDO:
        return False
    a, b = people(decision.a), people(decision.b)
    if not a or not b:
        return False
    return len(a | b) > 1 if decision.kind is DecisionKind.MERGE else bool(a & b)
