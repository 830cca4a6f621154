"""Reviews into their tables and back, found again in the book of the base, and added to a base that others write too.

A review is added to the base in place, in a transaction of SQLite's: that takes a moment, where a build takes seconds.
A build takes over what the old base holds in its very last moment, when the old one is locked for writing, so that
nothing that is said while it runs is lost.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from ..model import Anchor, Review, Reviewed, ReviewKind, Sourcebook, Span
from .connections import connect_to_read
from .finding_reviews import find_reviews
from .marks import check_ours, readable_schema
from .refusals import store_errors
from .rows import insert_rows, read_rows, sql_json, sql_words
from .transactions import writing

__all__ = ["FIRST_WITH_REVIEWS", "add_reviews", "carry_reviews", "insert_reviews", "read_reviews"]

FIRST_WITH_REVIEWS = 4  # version of the schema
_COLUMNS = "id, kind, what, item, identity, field, value, reviewer, decided, why, lost, undoes"


def insert_reviews(connection: sqlite3.Connection, reviews: Sequence[Review]) -> None:
    """Write reviews behind those that are there."""
    (last,) = connection.execute("select coalesce(max(number), 0) from reviews").fetchone()
    insert_rows(
        connection,
        "reviews",
        f"number, {_COLUMNS}",
        (
            (
                n,
                r.id,
                r.kind.value,
                r.what.value,
                r.item,
                sql_json(dict(r.identity)),
                *map(sql_words, (r.field, r.value, r.reviewer)),
                r.when,
                *map(sql_words, (r.why, r.lost)),
                r.of,
            )
            for n, r in enumerate(reviews, last + 1)
        ),
    )
    insert_rows(
        connection,
        "review_places",
        "review, number, start, end, text, before, after",
        (
            (r.id, n, a.span.start, a.span.end, *map(sql_words, (a.text, a.before, a.after)))
            for r in reviews
            for n, a in enumerate((r.place, *r.places))
            if a is not None
        ),
    )


def read_reviews(connection: sqlite3.Connection) -> Iterator[Review]:
    """The reviews as they were written."""
    places: dict[str, dict[int, Anchor]] = defaultdict(dict)
    for review, number, start, end, text, before, after in read_rows(
        connection, "review_places", "review, number, start, end, text, before, after"
    ):
        places[review][number] = Anchor(Span(start, end), text, before, after)
    for id_, kind, what, item, identity, field, value, reviewer, when, why, lost, of in read_rows(
        connection, "reviews", _COLUMNS
    ):
        own = places.get(id_, {})
        yield Review(
            id=id_,
            kind=ReviewKind(kind),
            what=Reviewed(what),
            item=item,
            places=tuple(anchor for number, anchor in sorted(own.items()) if number),
            reviewer=reviewer,
            when=when,
            why=why,
            identity=json.loads(identity),
            field=field,
            value=value,
            place=own.get(0),
            lost=lost,
            of=of,
        )


def carry_reviews(path: Path, connection: sqlite3.Connection, book: Sourcebook, *, readable: bool = True) -> None:
    """Put the reviews of the base at ``path``, and the book's own, into the base that is to take its place.

    Each is found again in ``book``. ``readable`` says whether the old base can be read at all.
    """
    there: list[Review] = []
    version = check_ours(path)
    if readable and version is not None and version >= FIRST_WITH_REVIEWS:
        with closing(connect_to_read(path)) as old:
            there = list(read_reviews(old))
    known = {review.id for review in there}
    reviews = find_reviews([*there, *(review for review in book.reviews if review.id not in known)], book)
    with store_errors(path):
        connection.execute("begin")
        connection.execute("delete from review_places")
        connection.execute("delete from reviews")
        insert_reviews(connection, reviews)
        connection.execute("commit")


def add_reviews(
    path: str | os.PathLike[str], make: Callable[[sqlite3.Connection, Sequence[Review]], Iterable[Review]]
) -> tuple[Review, ...]:
    """Add what ``make`` says to the base at ``path``; return it as it was added.

    ``make`` is given the base and all reviews that are there.

    Nobody else writes the base from before ``make`` is asked until all is added. A review of an id that is taken gets
    one of its own.

    Raises:
        StoreError: there is no base of ours, or it cannot be written.
    """
    path = Path(path)
    if readable_schema(path) < FIRST_WITH_REVIEWS:
        from .migrations import migrate

        migrate(path)
    with store_errors(path), writing(path) as connection:
        there = list(read_reviews(connection))
        added = _with_own_ids(make(connection, there), {review.id for review in there})
        insert_reviews(connection, added)
    return tuple(added)


def _with_own_ids(reviews: Iterable[Review], taken: set[str]) -> list[Review]:
    """The same, none with an id that another has; an undo among them goes on naming what it takes back."""
    named: dict[str, str] = {}
    own: list[Review] = []
    for review in reviews:
        number, id_ = 1, review.id
        while id_ in taken:
            number += 1
            id_ = f"{review.id}-{number}"
        taken.add(id_)
        named[review.id] = id_
        own.append(replace(review, id=id_, of=named.get(review.of or "", review.of)))
    return own
