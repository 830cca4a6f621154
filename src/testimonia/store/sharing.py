"""Decisions and reviews from elsewhere taken into a base: each once, none in another's place."""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from ..model import Anchor, Decision, Review, Sourcebook, State, standings
from ..pipeline import Progress
from .deciding import decide_several
from .finding_reviews import find_reviews
from .marks import readable_schema
from .reading import Store
from .reviews import add_reviews

__all__ = ["TakenIn", "take_in"]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of taking in decisions and reviews; each is counted once in the first four.

    ``known`` were there already, ``refused`` are undos of what is neither here nor in the file. ``orphaned`` is how
    many of those that were added rest on words that this page has not, and ``disputed`` how many of the reviews differ
    from what another reader says of the same record, or object to it.
    """

    decisions: int
    reviews: int
    known: int
    refused: int
    orphaned: int
    disputed: int


def take_in(
    path: str | os.PathLike[str],
    decisions: Sequence[Decision],
    reviews: Sequence[Review],
    *,
    progress: Progress | None = None,
) -> TakenIn:
    """Add to the base at ``path`` what of these is not there yet; doing it twice adds nothing.

    One is the same as another if it says the same of the same words, by the same reader, at the same time and for the
    same reason; its id may differ. What contradicts is added and stands beside the other.

    Raises:
        StoreError: there is no base of ours, or it cannot be written.
    """
    readable_schema(Path(path))  # where nothing is to be taken in, too
    known = refused = 0

    def new_decisions(book: Sourcebook) -> list[Decision]:
        nonlocal known, refused
        new = _new(decisions, book.decisions, _decided)
        known, refused = known + new.known, refused + new.refused
        return new.said

    added_decisions = decide_several(path, new_decisions, progress=progress) if decisions else ()

    def new_reviews(connection: sqlite3.Connection, there: Sequence[Review]) -> list[Review]:
        nonlocal known, refused
        new = _new(reviews, there, _reviewed)
        known, refused = known + new.known, refused + new.refused
        return find_reviews(new.said, Store(Path(path), connection).book()) if new.said else []

    added = add_reviews(path, new_reviews) if reviews else ()
    return TakenIn(
        decisions=len(added_decisions),
        reviews=len(added),
        known=known,
        refused=refused,
        orphaned=sum(d.orphaned for d in added_decisions) + sum(r.orphaned for r in added),
        disputed=_disputed(path, added),
    )


def _disputed(path: str | os.PathLike[str], added: Sequence[Review]) -> int:
    from .reading import open_store

    if not added:
        return 0
    with open_store(path) as store:
        found = standings(store.book().reviews)
    disputed = [standing for standing in found.values() if standing.state is State.DISPUTED]
    said = {review.id for standing in disputed for review in (*standing.verdicts, *standing.objections)}
    return sum(review.id in said for review in added)


K = TypeVar("K", Decision, Review)


def _decided(d: Decision) -> Hashable:
    """What tells a decision from another: all but its id and what it takes back."""
    return d.kind, d.reviewer, d.when, d.why, *(tuple(map(_words, side)) for side in (d.a, d.b))


def _reviewed(r: Review) -> Hashable:
    """What tells a review from another: all but its id and what it takes back."""
    said = (r.kind, r.what, r.reviewer, r.when, r.why, r.field, r.value, tuple(sorted(r.identity.items())))
    return *said, tuple(map(_words, r.places)), None if r.place is None else _words(r.place)


def _words(anchor: Anchor) -> tuple[str, str, str]:
    """An anchor without its offsets, which differ from edition to edition."""
    return anchor.text, anchor.before, anchor.after


@dataclass(frozen=True, slots=True)
class _New(Generic[K]):
    """What is to be added, how many others are there already, and how many take back what is nowhere."""

    said: list[K]
    known: int
    refused: int


def _new(given: Sequence[K], there: Sequence[K], tell: Callable[[K], Hashable]) -> _New[K]:
    """Those that are not there, under ids that are free; an undo comes after what it takes back, and names its id here.

    An undo whose other half is not in the file takes back what has that id here, if anything has: ids are made of what
    is said.
    """
    by_key = {(tell(one), one.of): one.id for one in there}
    taken = {one.id for one in there}
    here: dict[str, str] = {}  # from the ids they came with to those they have here
    new: list[K] = []
    known = 0
    own = {one.id for one in given}
    after: dict[str, list[K]] = defaultdict(list)
    ready: deque[K] = deque()
    for one in given:
        if one.of is None:
            ready.append(one)
        elif one.of in own:
            after[one.of].append(one)
        elif one.of in taken:
            here[one.of] = one.of
            ready.append(one)
    while ready:
        one = ready.popleft()
        of = None if one.of is None else here[one.of]
        key = (tell(one), of)
        if key in by_key:
            known += 1
            here[one.id] = by_key[key]
        else:
            number, id_ = 1, one.id
            while id_ in taken:
                number += 1
                id_ = f"{one.id}-{number}"
            taken.add(id_)
            here[one.id] = by_key[key] = id_
            new.append(replace(one, id=id_, of=of))
        ready += after.pop(one.id, ())
    return _New(new, known, len(given) - known - len(new))
