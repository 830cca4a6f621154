"""One person's name spelt so differently that it may be another's: a letter changed, a name misheard.

What the people room joined as one romanised name in two dress is no difference. What it joined or kept apart as a
possible misprint is, where sentences with either spelling speak of one thing; and so are two names a few letters apart
that are told the same of, neither standing beside the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from ..model import Cause, DiscrepancyKind, Reason, Sourcebook
from ..words.variants import is_near_spelling, romanised_alike
from .differences import Difference, Words, about_of
from .sayings import Pair, Saying, Sayings, Token

__all__ = ["differing_names"]

_TOLD_ALIKE = 9.0  # what two sentences must share where the people room says that the spellings may be one name
_TOLD_ALMOST_THE_SAME = 12.0  # and where only the letters do
_WELL_KNOWN = 5  # mentions: who is named oftener is no slip for another
_LONG = 5  # letters of a family name: shorter ones are near each other by chance


def differing_names(book: Sourcebook, sayings: Sayings, alike: list[Pair]) -> Iterator[Difference]:
    """Names that stand for each other in sentences of one thing."""
    yield from _possible_misprints(book, sayings)
    yield from _near_names(sayings, Counter(mention.person for mention in book.mentions))
    for pair in alike:
        yield from _after_one_given_name(pair)


def _possible_misprints(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    places: defaultdict[tuple[str, str], list[tuple[Saying, Token]]] = defaultdict(list)
    for saying in sayings.all:
        for token in saying.tokens:
            if token.named is not None:
                places[token.named.person, _family(token.named.name)].append((saying, token))
    rivals: list[tuple[tuple[str, str], tuple[str, str]]] = []
    for person in book.people:
        families = {_family(spelling.text) for spelling in person.spellings}
        for spelling in person.spellings:
            if any("misprint" in reason.rule for reason in spelling.reasons):
                odd = _family(spelling.text)
                rivals += [((person.id, odd), (person.id, other)) for other in families if is_near_spelling(odd, other)]
    people = {person.id: person for person in book.people}
    for maybe in book.maybes:
        if maybe.a in people and maybe.b in people:
            rivals += [
                ((maybe.a, one), (maybe.b, other))
                for one in {_family(s.text) for s in people[maybe.a].spellings}
                for other in {_family(s.text) for s in people[maybe.b].spellings}
                if is_near_spelling(one, other)
            ]
    for one, other in rivals:
        best: tuple[float, tuple[Saying, Token], tuple[Saying, Token]] | None = None
        for here in places.get(one, ())[:20]:
            for there in places.get(other, ())[:20]:
                if here[0].record is there[0].record:
                    continue
                weight = sayings.pair(here[0], there[0]).weight
                if best is None or weight > best[0]:
                    best = (weight, here, there)
        if best is not None and best[0] >= _TOLD_ALIKE:
            yield _difference(sayings, best[1], best[2], Cause.MISPRINT, 0.75)


def _near_names(sayings: Sayings, told: Mapping[str, int]) -> Iterator[Difference]:
    """Two people, each named seldom, a few letters apart, in sentences that share much else."""
    places: defaultdict[tuple[str, str], list[tuple[Saying, Token]]] = defaultdict(list)
    for saying in sayings.all:
        for token in saying.tokens:
            if token.named is not None and told[token.named.person] <= _WELL_KNOWN:
                family = _family(token.named.name)
                if len(family) >= _LONG:
                    places[family[:2], token.named.person].append((saying, token))
    seldom = sorted(places)
    for at, one in enumerate(seldom):
        for other in seldom[at + 1 :]:
            if other[0] != one[0]:
                break
            for here in places[one]:
                for there in places[other]:
                    a, b = here[1].named, there[1].named
                    if a is None or b is None or here[0].record is there[0].record or a.person == b.person:
                        continue
                    if a.person in there[0].persons or b.person in here[0].persons:
                        continue
                    if _stands_in_row(*here) or _stands_in_row(*there):
                        continue
                    if not is_near_spelling(_family(a.name), _family(b.name)):
                        continue
                    if sayings.pair(here[0], there[0]).weight >= _TOLD_ALMOST_THE_SAME:
                        alike = romanised_alike(_family(a.name), _family(b.name))
                        yield _difference(sayings, here, there, Cause.ROMANISATION if alike else None, 0.7)


def _after_one_given_name(pair: Pair) -> Iterator[Difference]:
    """A full name and, in the other sentence, the same given name before another family name almost the same."""
    for saying, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for token in saying.named:
            words = saying.text[token.start : token.end].split()
            if len(words) != 2 or len(words[0]) < 3 or words[0].lower() not in other.lows:
                continue
            for first, last in zip(other.tokens, other.tokens[1:], strict=False):
                if first.named is not None or last.named is not None or first.low != words[0].lower():
                    continue
                if other.text[last.start : last.start + 1].isupper() and is_near_spelling(last.low, words[1]):
                    here, there = Words(saying, token.start, token.end), Words(other, first.start, last.end)
                    a, b = (here, there) if saying is pair.a else (there, here)
                    persons = (token.named.person,) if token.named is not None else ()
                    yield Difference(
                        DiscrepancyKind.NAME,
                        a,
                        b,
                        about_of(pair),
                        0.75,
                        Cause.MISPRINT,
                        persons,
                        (Reason("the same given name stands before two family names a letter apart"),),
                        pair.weight,
                    )


def _stands_in_row(saying: Saying, token: Token) -> bool:
    """Whether other names stand right beside it, so that it tells nothing by itself."""
    at = bisect_left(saying.tokens, token.start, key=lambda other: other.start)
    beside = saying.tokens[max(0, at - 1) : at] + saying.tokens[at + 1 : at + 2]
    return any(other.named is not None for other in beside)


def _difference(
    sayings: Sayings, one: tuple[Saying, Token], other: tuple[Saying, Token], cause: Cause | None, confidence: float
) -> Difference:
    if one[0].number > other[0].number:
        one, other = other, one
    pair = sayings.pair(one[0], other[0])
    persons = {token.named.person for _, token in (one, other) if token.named is not None}
    return Difference(
        DiscrepancyKind.NAME,
        Words(one[0], one[1].start, one[1].end),
        Words(other[0], other[1].start, other[1].end),
        about_of(pair),
        confidence,
        cause,
        tuple(sorted(persons)),
        (Reason("the same is told of two spellings that may be one name"),),
        pair.weight,
    )


def _family(name: str) -> str:
    """The last word of a printed name, in small letters."""
    return name.split()[-1].casefold().removesuffix("'s").removesuffix("’s")
