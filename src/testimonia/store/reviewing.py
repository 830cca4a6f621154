"""A reader's word on one record of a base: anchored, checked, and added to the base in place."""

from __future__ import annotations

import os
import re
import sqlite3
from calendar import monthrange
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ..errors import DecisionError, NotFoundError
from ..model import Anchor, Decision, IdMaker, Review, Reviewed, ReviewKind, Sourcebook, Span, counting, is_objection
from ..model.reviewable import PLACE, Reviewable
from ..model.reviewables import reviewables
from ..words.anchors import anchor_at
from ..words.edtf import bounds_of
from .finding_reviews import find_reviews
from .reading import Store, open_store
from .reviews import add_reviews
from .rows import read_words

__all__ = [
    "check_undo",
    "edition",
    "has_review",
    "is_of",
    "make_review",
    "read_what",
    "record_of",
    "review_record",
    "undo_review",
]

_DATES = ("date", "when")  # fields that hold a date in EDTF
_IN_A_YEAR = re.compile(r"([0-9X]{4})-(\d\d)(?:-(\d\d))?", re.ASCII)
_OPEN_YEAR = re.compile(r"XXXX(?:-\d\d(?:-\d\d)?)?")

Edition = tuple[object, ...]
"""Tells one reading of a page from the next."""


def edition(connection: sqlite3.Connection) -> Edition:
    """Which reading a base holds; the same until it is built anew or somebody decides who is who."""
    built = connection.execute("select built, sha256, version, profile_sha256 from sourcebook").fetchone()
    return (*built, *connection.execute("select count(*) from decisions").fetchone())


def record_of(book: Sourcebook, id_: str, what: Reviewed | None = None) -> Reviewable:
    """The one record of an id, and of a kind where it is stated.

    Raises:
        NotFoundError: there is none that can be reviewed. DecisionError: there are several.
    """
    kinds = tuple(Reviewed) if what is None else (what,)
    found = [record for kind in kinds for record in reviewables(book, kind) if record.id == id_]
    if not found:
        raise NotFoundError(f"Nothing that can be reviewed has the id {id_!r}. `testimonia review` lists what can.")
    if len(found) > 1:
        raise DecisionError(f"{id_!r} may be {' or '.join(f'a {record.what}' for record in found)}. Say which.")
    return found[0]


def make_review(
    book: Sourcebook,
    record: Reviewable,
    kind: ReviewKind,
    *,
    reviewer: str,
    why: str,
    field: str | None = None,
    value: str | None = None,
    place: Span | None = None,
    when: str | None = None,
) -> Review:
    """What a reader says of a record of this book, anchored to its words.

    Raises:
        DecisionError: it cannot be said so; the message says why.
    """
    if not why.strip():
        raise DecisionError("A review is kept with its reason. Say why.")
    if not reviewer.strip():
        raise DecisionError("A review is kept with the name of who makes it. Say who you are.")
    if kind is ReviewKind.UNDO:
        raise DecisionError("A review is taken back by its own id.")
    corrected: Anchor | None = None
    if kind is ReviewKind.CORRECT:
        field, value, corrected = _correction(book, record, field, value, place)
    elif field is not None or value is not None or place is not None:
        raise DecisionError(f"Only a correction says what ought to stand there, and this is to {kind}.")
    when = when or datetime.now(UTC).isoformat(timespec="seconds")
    words = [kind.value, record.what.value, record.id, reviewer, when, why, field or "", value or "", str(place or "")]
    return Review(
        id=IdMaker().give("r", *words),
        kind=kind,
        what=record.what,
        item=record.id,
        places=tuple(anchor_at(book.text, span) for span in record.places),
        reviewer=reviewer.strip(),
        when=when,
        why=why.strip(),
        identity=record.identity,
        field=field,
        value=value,
        place=corrected,
    )


def _correction(
    book: Sourcebook, record: Reviewable, field: str | None, value: str | None, place: Span | None
) -> tuple[str, str | None, Anchor | None]:
    """Field, value and place of a correction, where it is one."""
    if place is not None:
        field = field or PLACE
    if field is None or field not in record.choices:
        shown = ", ".join(record.choices) or "none: it is right or wrong as a whole"
        raise DecisionError(f"The fields of a {record.what} that can be put right are {shown}.")
    if (field == PLACE) != (place is not None) or (field == PLACE) == (value is not None):
        raise DecisionError("A correction says what a field ought to say, or at which characters it ought to stand.")
    if place is not None:
        if not 0 <= place.start < place.end <= len(book.text):
            raise DecisionError(f"The page has no characters {place.start}-{place.end}; it has {len(book.text)}.")
        if (place,) == record.places:
            raise DecisionError("It stands at these characters already.")
        return field, None, anchor_at(book.text, place)
    value = " ".join((value or "").split())
    choices = record.choices[field]
    if choices and value not in choices and value:
        raise DecisionError(f"The {field} of a {record.what} is one of: {', '.join(choices)}; not {value!r}.")
    if field in _DATES and value and not _is_date(value):
        raise DecisionError(f"{value!r} is no date as EDTF writes it. Write 1931, 1931-05, 1931-05-03 or 193X.")
    if value == record.values.get(field, ""):
        raise DecisionError(f"The {field} is {value!r} already." if value else f"The {field} is left open already.")
    return field, value, None


def _is_date(value: str) -> bool:
    """Whether it is a date as EDTF writes it, of months and days that a calendar has."""
    if bounds_of(value) is None and not _OPEN_YEAR.fullmatch(value):
        return False
    for year, month, day in _IN_A_YEAR.findall(value):
        if not (1 <= int(month) <= 12 or 21 <= int(month) <= 24):
            return False
        leap = int(year) if year.isdecimal() and int(year) else 2000
        if day and not (int(month) <= 12 and 1 <= int(day) <= monthrange(leap, int(month))[1]):
            return False
    return True


def review_record(
    path: str | os.PathLike[str],
    id_: str,
    kind: ReviewKind | str,
    *,
    reviewer: str,
    why: str,
    what: Reviewed | None = None,
    field: str | None = None,
    value: str | None = None,
    place: Span | None = None,
    book: Sourcebook | None = None,
    read_from: Edition | None = None,
) -> Review:
    """Say something of the record of an id in the base at ``path``; return it as it was added.

    ``book`` is the base's, if it is at hand, and ``read_from`` the edition that it is of. Where the base was built anew
    meanwhile, the review is found again in the new one, or kept there as orphaned.

    Raises:
        StoreError: there is no base of ours, or it cannot be written. NotFoundError: there is no such record.
        DecisionError: it cannot be said so.
    """
    if book is None or read_from is None:
        book, read_from = _read(path)
    made = make_review(
        book,
        record_of(book, id_, what),
        _kind(kind),
        reviewer=reviewer,
        why=why,
        field=field,
        value=value,
        place=place,
    )
    return _added(path, made, read_from)


def has_review(path: str | os.PathLike[str], id_: str) -> bool:
    """Whether the base holds a review of this id.

    Raises:
        StoreError: there is no base of ours.
    """
    with open_store(path) as store:
        return store.connection.execute("select 1 from reviews where id = ?", (id_,)).fetchone() is not None


def is_of(path: str | os.PathLike[str], id_: str, reviewer: str) -> bool:
    """Whether a decision or review of this id is this reader's; so is one that is not there.

    Raises:
        StoreError: there is no base of ours.
    """
    with open_store(path) as store:
        query = "select reviewer from {} where id = ?"
        found = [
            row for table in ("reviews", "decisions") for row in store.connection.execute(query.format(table), (id_,))
        ]
    return all(read_words(who) == reviewer for (who,) in found)


def read_what(what: Reviewed | str) -> Reviewed:
    """The kind of record of that name.

    Raises:
        DecisionError: there is none.
    """
    try:
        return Reviewed(what)
    except ValueError:
        raise DecisionError(f"Nothing to review is called {what!r}. There are: {', '.join(Reviewed)}.") from None


def undo_review(path: str | os.PathLike[str], of: str, *, reviewer: str, why: str) -> Review:
    """Say that an own review counts no longer, or object to another's, which stands all the same.

    Both are kept, and an undo can itself be taken back.

    Raises:
        NotFoundError: there is no such review. DecisionError: it was taken back or objected to already, or no reason
            or name is given.
    """
    if not why.strip():
        raise DecisionError("A review is kept with its reason. Say why.")
    if not reviewer.strip():
        raise DecisionError("A review is kept with the name of who makes it. Say who you are.")

    def make(connection: sqlite3.Connection, there: Sequence[Review]) -> list[Review]:
        taken_back = next((review for review in there if review.id == of), None)
        if taken_back is None:
            raise NotFoundError(f"No review has the id {of!r}. `testimonia decisions` lists them.")
        when = datetime.now(UTC).isoformat(timespec="seconds")
        id_ = IdMaker().give("r", "undo", of, when, reviewer)
        undo = Review(id_, ReviewKind.UNDO, taken_back.what, "", (), reviewer.strip(), when, why.strip(), of=of)
        check_undo(undo, taken_back, there)
        return [undo]

    (undo,) = add_reviews(path, make)
    return undo


def check_undo(
    undo: Decision | Review, undone: Decision | Review, there: Sequence[Decision] | Sequence[Review]
) -> None:
    """Check that there is something to take back or to object to.

    Raises:
        DecisionError: it was taken back already, or whoever makes the undo objects to it already.
    """
    count = counting(there)
    called = "review" if isinstance(undone, Review) else "decision"
    if undone.id not in count:
        raise DecisionError(f"The {called} {undone.id!r} was taken back already.")
    earlier = [one for one in there if one.of == undone.id and one.reviewer == undo.reviewer and one.id in count]
    if is_objection(undo, undone) and earlier:
        raise DecisionError(f"{undo.reviewer} objects to the {called} {undone.id!r} already, by {earlier[0].id!r}.")


def _kind(kind: ReviewKind | str) -> ReviewKind:
    try:
        return ReviewKind(kind)
    except ValueError:
        raise DecisionError(f"There is no review of the kind {kind!r}. There are: {', '.join(ReviewKind)}.") from None


def _read(path: str | os.PathLike[str]) -> tuple[Sourcebook, Edition]:
    with open_store(path) as store:
        return store.book(), edition(store.connection)


def _added(path: str | os.PathLike[str], made: Review, read_from: Edition) -> Review:
    def make(connection: sqlite3.Connection, there: Sequence[Review]) -> list[Review]:
        if edition(connection) == read_from:
            return [made]
        return find_reviews([made], Store(Path(path), connection).book())

    (added,) = add_reviews(path, make)
    return added
