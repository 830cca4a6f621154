"""One record as a reader is asked about it: where it stands, what tells it from others there, what can be put right.

A record is told again on an edited page by its places and by its ``identity``, facts that do not change where a
reading elsewhere does: ids are no part of it, a person counts as the same under every spelling of his.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from .reasons import Reason
from .reviews import Reviewed
from .sourcebook import Sourcebook
from .span import Span
from .wording import speaker_words

__all__ = ["FREE", "PLACE", "Names", "Reader", "Reviewable", "all_of"]

PLACE = "place"  # the field that a correction of a span names
FREE: tuple[str, ...] = ()  # the values of a field that any words will do for


@dataclass(frozen=True, slots=True)
class Reviewable:
    """One record as a reader is asked about it.

    ``values`` are what the program says, field by field, in words; a field that it leaves open is there and empty.
    ``identifying`` names those of them that tell the record from others at its ``places``; ``alike`` gives other words
    for one of them that mean the same (the spellings of a person). ``choices`` are the fields that can be put right,
    with the values there are, empty where any words will do. ``within`` is the id of
    the excerpt or claim that it stands in, ``confidence`` ``None`` for what states none. What is no matter of one place
    gives the ``parties``, the people it is about, or the other places that it stands at ``elsewhere`` just as well.
    """

    what: Reviewed
    id: str
    places: tuple[Span, ...]
    values: Mapping[str, str]
    identifying: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alike: Mapping[str, frozenset[str]] = field(default_factory=dict)
    within: str | None = None
    confidence: float | None = None
    reasons: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()
    parties: tuple[str, ...] = ()
    elsewhere: tuple[Span, ...] = ()

    @property
    def identity(self) -> dict[str, str]:
        """The facts that it is told by."""
        return {name: self.values[name] for name in self.identifying}

    def agrees(self, identity: Mapping[str, str], leaving_out: str | None = None) -> bool:
        """Whether it is what these facts tell; ``leaving_out`` one of them."""
        return all(
            self.values.get(name) == value or value in self.alike.get(name, ())
            for name, value in identity.items()
            if name != leaving_out
        )


class Names:
    """What to call whom an id stands for, and by which other names the same is meant.

    ``first`` has for a person where the fullest form of the name stands first.
    """

    def __init__(self, book: Sourcebook) -> None:
        self._book = book
        self._people = {person.id: person for person in book.people}
        self.first: dict[str, Span] = {}
        for mention in book.mentions:
            best = self.first.get(mention.person)
            # the fullest form met: a bare surname may come to be somebody else's
            if best is None or len(mention.span) > len(best):
                self.first[mention.person] = mention.span

    def of(self, id_: str | None, printed: str | None = None) -> str:
        """The name of a person, or what a speaker is called; empty for nobody."""
        if id_ is None:
            return ""
        person = self._people.get(id_)
        return speaker_words(id_, printed or "", self._book) if person is None else person.name

    def alike(self, id_: str | None) -> frozenset[str]:
        """The spellings of a person."""
        person = self._people.get(id_ or "")
        return frozenset() if person is None else frozenset(person.variants)

    def joined(self, ids: Sequence[str]) -> str:
        """The names of several, in one line."""
        return "; ".join(self.of(id_) for id_ in ids)


Reader = Callable[[Sourcebook, Names], Iterator[Reviewable]]
"""Every record of one kind, as a reader is asked about it."""


def all_of(kind: type[StrEnum]) -> tuple[str, ...]:
    """The values of a closed set."""
    return tuple(str(member) for member in kind)
