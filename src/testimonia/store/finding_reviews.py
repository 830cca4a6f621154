"""Reviews found again in a book that was read anew, perhaps of an edited page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from ..model import Anchor, Review, Reviewed, ReviewKind, Sourcebook, Span
from ..model.reviewable import Reviewable
from ..model.reviewables import reviewables
from ..words.anchors import find_anchor

__all__ = ["find_reviews"]

_OF_PEOPLE = (Reviewed.PERSON, Reviewed.MAYBE)  # they are told by who is named at their places
_GONE = "The page has the words no longer that it rests on, or has them in several places."
_NOT_FOUND = "The program no longer finds there what it speaks of."
_ONE_NOW = "The two are one person now, as somebody decided or as the program joins them."
_SEVERAL = "The program finds several things there that it could speak of."


def find_reviews(reviews: Iterable[Review], book: Sourcebook) -> list[Review]:
    """The same reviews with the records, places and what is lost as this book has them.

    A place that is found elsewhere is anchored there anew; the words and their neighbours stay as they were, for they
    are what it was decided on.
    """
    by_place = _ByPlace(book)
    return [_found(review, book.text, by_place) for review in reviews]


class _ByPlace:
    """The records of each kind by where they stand, or by whom they are about; gathered when a kind is asked for."""

    def __init__(self, book: Sourcebook) -> None:
        self._book = book
        self._kinds: dict[Reviewed, dict[Hashable, list[Reviewable]]] = {}
        self._named: dict[Span, str] = {}

    def at(self, what: Reviewed, places: tuple[Span, ...]) -> Sequence[Reviewable]:
        if what not in self._kinds:
            self._gather(what)
        key: Hashable = frozenset(map(self._named.get, places)) if what in _OF_PEOPLE else places
        return self._kinds[what].get(key, ())

    def are_one(self, places: tuple[Span, ...]) -> bool:
        """Whether one person is named at all of them."""
        people = {self._named.get(place) for place in places}
        return len(people) == 1 and None not in people

    def _gather(self, what: Reviewed) -> None:
        if what in _OF_PEOPLE and not self._named:
            self._named = {mention.span: mention.person for mention in self._book.mentions}
        found = self._kinds[what] = defaultdict(list)
        for record in reviewables(self._book, what):
            if what in _OF_PEOPLE:
                found[frozenset(record.parties)].append(record)
                continue
            found[record.places].append(record)
            for place in record.elsewhere:
                found[place,].append(record)


def _found(review: Review, text: str, by_place: _ByPlace) -> Review:
    if review.kind is ReviewKind.UNDO:
        return review
    spans = [find_anchor(text, anchor) for anchor in review.places]
    place = None if review.place is None else find_anchor(text, review.place)
    if not spans or None in spans or (review.place is not None and place is None):
        return replace(review, lost=_GONE)
    found = tuple(span for span in spans if span is not None)
    there = [
        record
        for record in by_place.at(review.what, found)
        if record.agrees(review.identity, review.field if review.kind is ReviewKind.CORRECT else None)
    ]
    if len(there) > 1:
        there = [record for record in there if record.id == review.item]
        if not there:
            return replace(review, lost=_SEVERAL)
    if not there:
        joined = review.what is Reviewed.MAYBE and by_place.are_one(found)
        return replace(review, lost=_ONE_NOW if joined else _NOT_FOUND)
    return replace(
        review,
        item=there[0].id,
        places=tuple(_at(anchor, span) for anchor, span in zip(review.places, found, strict=True)),
        place=None if review.place is None or place is None else _at(review.place, place),
        lost="",
    )


def _at(anchor: Anchor, span: Span) -> Anchor:
    return anchor if anchor.span == span else replace(anchor, span=span)
