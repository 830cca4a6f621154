"""Claims of one page against each other: one lays a deed on whom the other clears, or they say opposite things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.model import Act, Span

from .headings import Heading

__all__ = ["Apart", "claims_apart"]

_OF_ONE_THING = (0.7, 0.3)  # how much of what two claims tell must be the same: of the shorter, and of the longer
_SCALES = frozenset(
    "severity treatment freedom guilt credence change repression unity support quality right fairness liberty success "
    "extent".split()
)


@dataclass(frozen=True, slots=True)
class Apart:
    """Two claims, the words of each (offsets of their texts), and what both speak of."""

    a: Heading
    b: Heading
    a_words: Span
    b_words: Span
    about: str
    weight: float


def claims_apart(headings: Sequence[Heading]) -> Iterator[Apart]:
    """The pairs in the order of the page."""
    place = {id(heading): n for n, heading in enumerate(headings)}
    found: dict[tuple[int, int], Apart] = {}
    for apart in (*_cleared(headings), *_opposite(headings)):
        first, second = sorted((place[id(apart.a)], place[id(apart.b)]))
        found.setdefault((first, second), apart if place[id(apart.a)] == first else _turned(apart))
    for key in sorted(found):
        yield found[key]


def _turned(apart: Apart) -> Apart:
    return Apart(apart.b, apart.a, apart.b_words, apart.a_words, apart.about, apart.weight)


def _cleared(headings: Sequence[Heading]) -> Iterator[Apart]:
    """One claim lays a deed on somebody, or has him admit it; the other clears him of it, or has him deny it."""
    laid: dict[tuple[str, str], list[Heading]] = defaultdict(list)
    for heading in headings:
        for person in _persons(heading, Act.ACCUSES, Act.ADMITS):
            for deed in heading.deeds:
                laid[person, deed].append(heading)
    for heading in headings:
        for person in _persons(heading, Act.EXONERATES, Act.DENIES):
            for deed in heading.deeds:
                for other in laid.get((person, deed), ()):
                    if other is not heading and _of_one_deed(heading, other, person):
                        about = next(part.text for part in heading.parts if part.concept == deed)
                        yield Apart(other, heading, _whole(other), _whole(heading), about, 0.8)


def _persons(heading: Heading, of: Act, by: Act) -> frozenset[str]:
    found = {person for a in heading.assertions if a.act is of for person in a.of if person}
    found.update(a.speaker for a in heading.assertions if a.act is by and a.speaker_name)
    return frozenset(found)


def _of_one_deed(one: Heading, other: Heading, person: str) -> bool:
    """Whether they name the same others beside the person, where both name any."""
    mine, theirs = one.persons - {person}, other.persons - {person}
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _opposite(headings: Sequence[Heading]) -> Iterator[Apart]:
    by_scale: dict[tuple[str, int], list[tuple[Heading, int, int]]] = defaultdict(list)
    for heading in headings:
        signs: dict[str, set[int]] = defaultdict(set)
        for pole in heading.poles:
            signs[pole.scale].add(pole.effective)
        for pole in heading.poles:
            if pole.scale in _SCALES and len(signs[pole.scale]) == 1:
                by_scale[pole.scale, pole.effective].append((heading, pole.at, pole.length))
    for (scale, sign), ones in list(by_scale.items()):
        if sign < 0:
            continue
        for one, at, length in ones:
            for other, other_at, other_length in by_scale.get((scale, -1), ()):
                but = _concepts(one, at, length) | _concepts(other, other_at, other_length)
                both = frozenset(one.weights) & frozenset(other.weights)
                if len(both - but) < 2:
                    continue
                shares = sorted((one.share(both, but), other.share(both, but)))
                if shares[1] >= _OF_ONE_THING[0] and shares[0] >= _OF_ONE_THING[1]:
                    words, other_words = one.line.place(at, length), other.line.place(other_at, other_length)
                    yield Apart(one, other, words, other_words, words.cut(one.text), shares[1])


def _concepts(heading: Heading, at: int, length: int) -> frozenset[str]:
    return frozenset(word.concept for word in heading.line.words[at : at + length])


def _whole(heading: Heading) -> Span:
    return Span(0, len(heading.text))
