"""The stage of the room: where accounts differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from functools import partial
from typing import Any

from ..model import (
    Assertion,
    Cell,
    Claim,
    Dating,
    Dependence,
    DependenceKind,
    Discrepancy,
    DiscrepancyKind,
    Document,
    Entry,
    Excerpt,
    Mention,
    Sourcebook,
    Voice,
)
from ..model.ids import IdMaker
from .differences import Difference, Words
from .finders import FINDERS, Prepared, wordings
from .sayings import Saying, Sayings

__all__ = ["DisagreementStage"]

_ONE_TEXT = 0.7  # of what a sentence says: the words that differ have been set side by side
_ALL_OF_IT = 0.85  # two texts that both have both sentences say nothing against each other
_ANSWERS = 0.35  # and from which on sentences of two versions of one document answer each other
_TOLD = tuple(field.name for field in fields(Difference) if field.name not in ("a", "b"))  # beside its places

_Place = tuple[int, int, int]
_Packed = tuple[_Place, _Place, dict[str, Any]]


class DisagreementStage:
    """Finds places that speak of one thing and differ."""

    name = "disagreements"
    reads: frozenset[type] = frozenset(
        {Excerpt, Claim, Voice, Document, Mention, Assertion, Cell, Entry, Dating, Dependence}
    )
    writes: frozenset[type] = frozenset({Discrepancy})

    def __call__(self, book: Sourcebook) -> Iterator[Discrepancy]:
        """Yield them in the order of the page."""
        shares, together = self.shares(book)
        yield from together(share() for share in shares)

    def shares(
        self, book: Sourcebook
    ) -> tuple[Sequence[Callable[[], list[_Packed]]], Callable[[Iterable[list[_Packed]]], Iterator[Discrepancy]]]:
        """The work in shares that need nothing of each other, and what makes of their results what a call yields."""
        if book.is_bare:
            return [], lambda _: iter(())
        prepared = Prepared.of(book)
        copies = {frozenset((d.a, d.b)) for d in book.dependences if d.kind is not DependenceKind.DERIVES}

        def found_by(finder: Callable[[Prepared], Iterable[Difference]]) -> list[_Packed]:
            return [_pack(d) for d in finder(prepared) if _tells_of_one(prepared.sayings, d, copies)]

        def together(shares: Iterable[list[_Packed]]) -> Iterator[Discrepancy]:
            every = prepared.sayings.all
            yield from _records([_unpack(packed, every) for found in shares for packed in found])

        return [lambda: [_pack(d) for d in wordings(prepared)], *(partial(found_by, f) for f in FINDERS)], together


def _pack(difference: Difference) -> _Packed:
    """A difference without its sentences, which a copy of this process would send with all that hangs on them."""
    a, b = ((words.saying.number, words.start, words.end) for words in (difference.a, difference.b))
    return a, b, {name: getattr(difference, name) for name in _TOLD}


def _unpack(packed: _Packed, every: Sequence[Saying]) -> Difference:
    a, b, told = packed
    one, other = (Words(every[number], start, end) for number, start, end in (a, b))
    return Difference(a=one, b=other, **told)


def _tells_of_one(sayings: Sayings, difference: Difference, copies: set[frozenset[str]]) -> bool:
    """Whether the two sentences are two accounts, not one text twice nor two places of one text."""
    a, b = difference.a.saying, difference.b.saying
    if frozenset((a.record.id, b.record.id)) not in copies:
        return True
    shared = sayings.weigh(a.features & b.features)
    one, other = sayings.weigh(a.features), sayings.weigh(b.features)
    if shared >= _ONE_TEXT * max(one, other):
        return False
    if shared < _ANSWERS * min(one, other) and difference.kind is not DiscrepancyKind.OPPOSITE:
        return False
    return not (_has(sayings, a.record.id, b, other) and _has(sayings, b.record.id, a, one))


def _has(sayings: Sayings, record: str, saying: Saying, weight: float) -> bool:
    """Whether a sentence stands in another record too, almost word for word."""
    return any(
        sayings.weigh(own.features & saying.features) >= _ALL_OF_IT * max(weight, sayings.weigh(own.features))
        for own in sayings.of_record[record]
    )


def _records(found: list[Difference]) -> Iterator[Discrepancy]:
    ids = IdMaker()
    kept: list[Difference] = []
    taken: defaultdict[tuple[int, int], list[Difference]] = defaultdict(list)
    for difference in sorted(found, key=lambda d: -d.confidence):
        rivals = taken[difference.a.saying.number, difference.b.saying.number]
        if not any(_same_place(difference, rival) or _same_words(difference, rival) for rival in rivals):
            rivals.append(difference)
            kept.append(difference)
    for difference in sorted(kept, key=lambda d: (d.a.saying.number, d.a.start, d.b.saying.number, d.b.start)):
        a, b = difference.a.saying.record, difference.b.saying.record
        a_span, b_span = a.place(difference.a.start, difference.a.end), b.place(difference.b.start, difference.b.end)
        yield Discrepancy(
            ids.give("d", difference.kind, a.id, b.id, difference.a.cut, difference.b.cut),
            a.id,
            b.id,
            a_span,
            b_span,
            difference.kind,
            difference.about or difference.kind.value,
            " ".join(difference.a.cut.split()),
            " ".join(difference.b.cut.split()),
            difference.cause,
            difference.persons,
            round(difference.confidence, 2),
            difference.reasons,
        )


def _same_place(one: Difference, other: Difference) -> bool:
    """Whether both set the same words side by side."""
    return (
        one.a.start < other.a.end
        and other.a.start < one.a.end
        and one.b.start < other.b.end
        and other.b.start < one.b.end
    )


def _same_words(one: Difference, other: Difference) -> bool:
    """Whether the same words are set side by side, which a list repeats."""
    return one.kind is other.kind and one.a.cut == other.a.cut and one.b.cut == other.b.cut
