"""Decisions and reviews from elsewhere taken into a base: each once, none in another's place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from ..model import Anchor, Decision, Review, Sourcebook
from ..pipeline import Progress
from .deciding import decide_several
from .finding_reviews import find_reviews
from .reading import Store
from .reviews import add_reviews

__all__ = ["TakenIn", "take_in"]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of taking in decisions and reviews.

    ``known`` were there already, or take back what is neither here nor there; ``orphaned`` is how many of those
    that were added rest on words that this page has not, and ``disputed`` how many of the reviews differ from what
    another reader says of the same record.
    """

    decisions: int
    reviews: int
    known: int
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
    made: list[Decision] = []

    def new_decisions(book: Sourcebook) -> list[Decision]:
        made[:] = _new(decisions, book.decisions, _decision_keys)
        return made

    added_decisions = decide_several(path, new_decisions, progress=progress) if decisions else ()
    found: list[Review] = []

    def new_reviews(connection: sqlite3.Connection, there: Sequence[Review]) -> list[Review]:
        new = _new(reviews, there, _review_keys)
        found[:] = find_reviews(new, Store(Path(path), connection).book()) if new else []
        return found

    added = add_reviews(path, new_reviews) if reviews else ()
    return TakenIn(
        decisions=len(added_decisions),
        reviews=len(added),
        known=len(decisions) + len(reviews) - len(added_decisions) - len(added),
        orphaned=sum(d.orphaned for d in added_decisions) + sum(r.orphaned for r in added),
        disputed=_disputed(path, added),
    )


def _disputed(path: str | os.PathLike[str], added: Sequence[Review]) -> int:
    from ..model import State
    from .reading import open_store

    if not added:
        return 0
    with open_store(path) as store:
        book = store.book()
    standings = {(review.what, review.item): book.standing(review.what, review.item) for review in added}
    disputed = (standing for standing in standings.values() if standing and standing.state is State.DISPUTED)
    verdicts = {review.id for standing in disputed for review in standing.verdicts}
    return sum(review.id in verdicts for review in added)


K = TypeVar("K", Decision, Review)


def _decision_keys(decisions: Iterable[Decision]) -> dict[str, object]:
    keys: dict[str, object] = {}
    for d in decisions:
        sides = tuple(tuple(map(_words, side)) for side in (d.a, d.b))
        keys[d.id] = (d.kind, d.reviewer, d.when, d.why, sides, None if d.of is None else keys.get(d.of, d.of))
    return keys


def _review_keys(reviews: Iterable[Review]) -> dict[str, object]:
    keys: dict[str, object] = {}
    for r in reviews:
        said = (r.kind, r.what, r.reviewer, r.when, r.why, r.field, r.value, tuple(sorted(r.identity.items())))
        places = (tuple(map(_words, r.places)), None if r.place is None else _words(r.place))
        keys[r.id] = (*said, *places, None if r.of is None else keys.get(r.of, r.of))
    return keys


def _words(anchor: Anchor) -> tuple[str, str, str]:
    """An anchor without its offsets, which differ from edition to edition."""
    return anchor.text, anchor.before, anchor.after


def _new(given: Sequence[K], there: Sequence[K], keys_of: Callable[[Iterable[K]], dict[str, object]]) -> list[K]:
    """Those that are not there, under ids that are free; an undo comes after what it takes back, and names its id here.

    An undo of what is neither here nor there takes nothing back, and is left out.
    """

    def undos_last(some: Sequence[K]) -> list[K]:
        return sorted(some, key=lambda one: one.of is not None)  # an undo of an undo comes after it, for ties stay

    by_key = {key: id_ for id_, key in keys_of(undos_last(there)).items()}
    given = undos_last(given)
    taken = {one.id for one in there}
    here: dict[str, str] = {}  # from the ids they came with to those they have here
    new: list[K] = []
    for one, key in zip(given, keys_of(given).values(), strict=True):
        if key in by_key:
            here[one.id] = by_key[key]
            continue
        if one.of is not None and one.of not in here:
            continue
        number, id_ = 1, one.id
        while id_ in taken:
            number += 1
            id_ = f"{one.id}-{number}"
        taken.add(id_)
        here[one.id] = by_key[key] = id_
        new.append(replace(one, id=id_, of=None if one.of is None else here[one.of]))
    return new
