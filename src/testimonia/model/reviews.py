"""Reviews: what readers say of single records of the program - right, wrong, otherwise, or a remark.

A `Review` never changes a record. It stands beside it with who says so, when and why, is kept over every reading of
the page, and is taken back only by another review of the same reader. Where two readers differ both reviews stand, and
so does that they differ.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from .persons import Anchor
from .undoing import counting, objections

__all__ = ["Review", "ReviewKind", "Reviewed", "Standing", "State", "reviews_in_force", "standings"]


class ReviewKind(StrEnum):
    """What a reader says of a record."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"  # one field of it is otherwise, or it stands at other words
    NOTE = "note"  # a remark that settles nothing
    UNDO = "undo"  # an own review counts no longer, another's is objected to; it is kept all the same


class Reviewed(StrEnum):
    """What can be reviewed."""

    MAYBE = "maybe"
    MENTION = "mention"
    PERSON = "person"
    VOICE = "voice"
    ASSERTION = "assertion"
    DOCUMENT = "document"
    CELL = "cell"
    ENTRY = "entry"
    DATING = "dating"
    DEPENDENCE = "dependence"
    DISCREPANCY = "discrepancy"
    AUDIT = "audit"
    PART = "part"  # of an audit
    CAUTION = "caution"  # of an audit
    FINDING = "finding"
    CITATION = "citation"
    CLAIM = "claim"
    EXCERPT = "excerpt"


@dataclass(frozen=True, slots=True)
class Review:
    """What a reader says of one record: kept with who, when (UTC, ISO 8601) and why; never overwritten.

    ``what`` is the kind of the record and ``item`` its id in this book. It is found again by its ``places`` and by the
    facts in ``identity`` (the act of an assertion, the name of its speaker), never by the id alone. A correction
    gives the ``value`` that ``field`` ought to have, or the ``place`` that the record ought to stand at. ``lost`` is
    one sentence that says why the record cannot be told any more, empty where it can; a review that is lost is kept,
    shown as orphaned, and says nothing of any record. ``of`` is the id of the review that an undo takes back or, where
    that is another reader's, objects to; an undo has no places of its own.
    """

    id: str
    kind: ReviewKind
    what: Reviewed
    item: str
    places: tuple[Anchor, ...]
    reviewer: str
    when: str
    why: str
    identity: Mapping[str, str] = dataclasses.field(default_factory=dict)
    field: str | None = None
    value: str | None = None
    place: Anchor | None = None
    lost: str = ""
    of: str | None = None

    @property
    def orphaned(self) -> bool:
        """Whether the record it speaks of cannot be told any more."""
        return bool(self.lost)

    @property
    def verdict(self) -> str:
        """What it says in one word, or for a correction field and value; two reviews agree where these are equal.

        A corrected place is told by its offsets, so two readers agree on it where they mean the same characters.
        """
        if self.kind is not ReviewKind.CORRECT:
            return self.kind.value
        if self.place is not None:
            return f"{self.field}={self.place.span.start}-{self.place.span.end}"
        return f"{self.field}={self.value}"


class State(StrEnum):
    """How a record stands after its reviews."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    DISPUTED = "disputed"  # readers differ
    NOTED = "noted"  # remarked on, and not settled


@dataclass(frozen=True, slots=True)
class Standing:
    """What readers say of a record now.

    ``verdicts`` are each reader's latest (several where he corrected several fields), ``notes`` all remarks,
    ``objections`` what others hold against one of these, no verdicts themselves; all in the order in which they were
    made, without what was taken back. An objection ends with a later verdict of whoever made it.
    """

    state: State
    verdicts: tuple[Review, ...] = ()
    notes: tuple[Review, ...] = ()
    objections: tuple[Review, ...] = ()

    @property
    def corrections(self) -> tuple[Review, ...]:
        """What ought to stand otherwise, on whose word."""
        return tuple(review for review in self.verdicts if review.kind is ReviewKind.CORRECT)

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Who passed a verdict."""
        return tuple(dict.fromkeys(review.reviewer for review in self.verdicts))


def reviews_in_force(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The reviews that count, undos and objections left out, in the order of time."""
    there = tuple(reviews)
    count = counting(there)
    kept = (review for review in there if review.id in count and review.kind is not ReviewKind.UNDO)
    return tuple(sorted(kept, key=lambda review: review.when))


def standings(reviews: Iterable[Review]) -> Mapping[tuple[Reviewed, str], Standing]:
    """How each record stands that was reviewed, by its kind and id; those that cannot be told any more left out."""
    there = tuple(reviews)
    against = objections(there)
    by_item: dict[tuple[Reviewed, str], list[Review]] = defaultdict(list)
    for review in reviews_in_force(there):
        if not review.orphaned:
            by_item[review.what, review.item].append(review)
    return {item: _standing(own, against) for item, own in by_item.items()}


def _standing(reviews: list[Review], against: Mapping[str, Sequence[Review]]) -> Standing:
    notes = tuple(review for review in reviews if review.kind is ReviewKind.NOTE)
    latest: dict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        if review.kind is ReviewKind.NOTE:
            continue
        own = latest[review.reviewer]
        if review.kind is ReviewKind.CORRECT:  # what he said of other fields stands
            own[:] = [r for r in own if r.kind is ReviewKind.CORRECT and r.field != review.field]
        else:
            own.clear()
        own.append(review)
    verdicts = tuple(review for review in reviews if any(review is kept for kept in latest[review.reviewer]))
    objected = [
        objection
        for review in (*verdicts, *notes)
        for objection in against.get(review.id, ())
        if not any(own.when > objection.when for own in latest.get(objection.reviewer, ()))
    ]
    state = _state(latest)
    if {objection.of for objection in objected} & {review.id for review in verdicts}:
        state = State.DISPUTED
    return Standing(state, verdicts, notes, tuple(sorted(objected, key=lambda review: review.when)))


_STATES = {
    ReviewKind.ACCEPT: State.CONFIRMED,
    ReviewKind.REJECT: State.REJECTED,
    ReviewKind.CORRECT: State.CORRECTED,
}


def _state(latest: Mapping[str, list[Review]]) -> State:
    said = [own for own in latest.values() if own]
    if not said:
        return State.NOTED
    if not all(_agree(one, other) for one, other in combinations(said, 2)):
        return State.DISPUTED
    return _STATES[said[0][0].kind]


def _agree(one: Sequence[Review], other: Sequence[Review]) -> bool:
    """Whether two readers can both be right; corrections of several fields do not speak against each other."""
    fields = {review.field for review in one} & {review.field for review in other}
    if one[0].kind is not other[0].kind:
        return False
    said, answered = ({r.verdict for r in own if r.field in fields} for own in (one, other))
    return said == answered
