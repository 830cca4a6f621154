"""What of each record of a book a reader can review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .reviewable import Names, Reader, Reviewable
from .reviewable_pages import OF_THE_PAGE
from .reviewable_people import OF_PEOPLE
from .reviewable_tellings import OF_TELLINGS
from .reviewable_worth import OF_WORTH
from .reviews import Reviewed
from .sourcebook import Sourcebook

__all__ = ["reviewables"]

_READERS: Mapping[Reviewed, Reader] = {**OF_THE_PAGE, **OF_PEOPLE, **OF_TELLINGS, **OF_WORTH}


def reviewables(book: Sourcebook, what: Reviewed) -> Iterator[Reviewable]:
    """Every record of a kind, in the order of the book; one that stands nowhere on the page is left out."""
    for found in _READERS[what](book, Names(book)):
        if found.places:
            yield found
