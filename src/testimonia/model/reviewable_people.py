"""What of its people a reader can review: who they are, where they are named, who may be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .persons import Gender
from .reviewable import FREE, PLACE, Names, Reader, Reviewable, all_of
from .reviews import Reviewed
from .sourcebook import Sourcebook

__all__ = ["OF_PEOPLE"]


def _people(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for p in book.people:
        place = names.first.get(p.id)
        yield Reviewable(
            Reviewed.PERSON,
            p.id,
            () if place is None else (place,),
            {"name": p.name, "gender": "" if p.gender is None else p.gender.value},
            ("name",),
            {"name": FREE, "gender": all_of(Gender)},
            {"name": names.alike(p.id)},
            reasons=p.reasons,
            parties=(p.id,),
        )


def _mentions(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for m in book.mentions:
        yield Reviewable(
            Reviewed.MENTION,
            m.id,
            (m.span,),
            {"person": names.of(m.person)},
            ("person",),
            {"person": FREE, PLACE: FREE},
            {"person": names.alike(m.person)},
            m.record,
            m.confidence,
            m.reasons,
            m.against,
        )


def _maybes(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for y in book.maybes:
        places = [names.first.get(id_) for id_ in (y.a, y.b)]
        yield Reviewable(
            Reviewed.MAYBE,
            y.id,
            tuple(place for place in places if place is not None) if None not in places else (),
            {"one": names.of(y.a), "other": names.of(y.b)},
            ("one", "other"),
            {},
            {"one": names.alike(y.a), "other": names.alike(y.b)},
            None,
            y.confidence,
            y.reasons,
            y.against,
            (y.a, y.b),
        )


OF_PEOPLE: Mapping[Reviewed, Reader] = {
    Reviewed.PERSON: _people,
    Reviewed.MENTION: _mentions,
    Reviewed.MAYBE: _maybes,
}
