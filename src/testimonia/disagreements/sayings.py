"""The sentences of excerpts as sets of what they speak of, and which two of them may speak of one thing.

A sentence's features are the persons it names and the stems of its other words, function words left out. Two sentences
are near in the measure in which they share features that few sentences have. Pairs are looked up by shared features,
those that many sentences share being counted but never looked up by, so that the work grows with the page and not
with its square.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Protocol, TypeVar

from ..model import Dating, Sourcebook, Span
from ..words.counts import Count, find_counts
from ..words.record_texts import Named, RecordText, record_texts
from ..words.sentences import sentences
from ..words.stems import is_function_word, stem

__all__ = ["Pair", "Placed", "Saying", "Sayings", "Token", "may_count"]

_WORD = re.compile(r"\d[\d,.]*\d|\d+|[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozen "
    "dozens once twice thrice half quarter quarters".split()
)
_DENYING = frozenset(
    "not no never cannot nothing nobody none nowhere neither nor without unable refused refuses failed denied denies "
    "deny denying absence lack want isn't wasn't aren't weren't don't doesn't didn't won't wouldn't can't couldn't "
    "hasn't haven't hadn't shouldn't".split()
)
_RARE = 30  # a feature that more places have leads to none; on a page of 5000 sentences "arrest" is one
_LESS_RARE = 40  # and of which several must meet
_SEVERAL = 2
_SHARE, _SMALL = 0.35, 1000  # but where few are compared, a feature may lead to this share of them
_ONCE = 8.4  # weight of a feature that one sentence has, the others in proportion to the logarithm of their number
_ALIKE_BESIDE = 11.0  # where they stand under one claim or two that follow each other
_ALIKE = 14.0  # two features that ten sentences of 5000 have come to 12


def may_count(word: str) -> bool:
    """Whether a word in small letters is a number, or part of one."""
    return word in _NUMBER_WORDS or word[0].isdecimal()


@dataclass(slots=True)  # not frozen: there are a hundred thousand
class Token:
    """A word at ``text[start:end]`` of its record; ``key`` is its feature, empty for a function word."""

    start: int
    end: int
    low: str
    key: str
    named: Named | None = None


@dataclass(slots=True)
class Saying:
    """One sentence: ``number`` among all, ``section`` the number of the claim it stands under, -1 for none.

    ``named`` are those of its words that name somebody, ``lows`` all its words in small letters.
    """

    number: int
    record: RecordText
    start: int
    end: int
    tokens: list[Token]
    features: frozenset[str]
    section: int
    named: list[Token]
    lows: frozenset[str]
    line: object = None  # kept by `lines.line_of`

    @property
    def text(self) -> str:
        """The words of the record that the offsets count in."""
        return self.record.text

    @property
    def words(self) -> str:
        """The sentence as the record has it."""
        return self.record.text[self.start : self.end]

    @property
    def persons(self) -> frozenset[str]:
        """Ids of those who are named."""
        return frozenset(token.named.person for token in self.named if token.named is not None)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The words between two offsets of the record."""
        first = bisect_left(self.tokens, start, key=lambda token: token.start)
        return self.tokens[first : bisect_left(self.tokens, end, key=lambda token: token.start)]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of different places, ``a`` the earlier; ``weight`` is what their shared features come to."""

    a: Saying
    b: Saying
    weight: float
    shared: frozenset[str]

    @property
    def distance(self) -> int:
        """How many claims lie between them; a thousand where one stands under none."""
        if self.a.section < 0 or self.b.section < 0:
            return 1000
        return abs(self.a.section - self.b.section)


class Placed(Protocol):
    """Something read in a sentence that can be set beside its like."""

    @property
    def saying(self) -> Saying:
        """The sentence it stands in."""

    @property
    def features(self) -> frozenset[str]:
        """What the words around it speak of."""


P = TypeVar("P", bound=Placed)


class Sayings:
    """All sentences of the excerpts of a book."""

    def __init__(self, book: Sourcebook) -> None:
        sections = {claim.id: number for number, claim in enumerate(book.claims)}
        self.all: list[Saying] = []
        self.of_record: dict[str, list[Saying]] = {}
        self.named_in_claims: dict[str, list[str]] = {}
        found: defaultdict[str, list[int]] = defaultdict(list)
        keys: dict[str, tuple[str, str]] = {}
        for record in record_texts(book):
            if record.is_claim:
                self.named_in_claims[record.id] = sorted({named.person for named in record.named})
                continue
            section = sections.get(record.claim or "", -1)
            tokens = _tokens(record, keys)
            own = self.of_record.setdefault(record.id, [])
            at = 0
            for span in _whole(sentences(record.text), tokens):
                first = at
                while at < len(tokens) and tokens[at].start < span.end:
                    at += 1
                own_tokens = tokens[first:at]
                features = frozenset([token.key for token in own_tokens if token.key])
                named = [token for token in own_tokens if token.named is not None]
                lows = frozenset([token.low for token in own_tokens])
                saying = Saying(len(self.all), record, span.start, span.end, own_tokens, features, section, named, lows)
                for feature in features:
                    found[feature].append(saying.number)
                self.all.append(saying)
                own.append(saying)
        self._places = found
        self._counts: dict[int, list[Count]] = {}
        count = max(len(self.all), 2)
        scale = _ONCE / log(count)  # what stands in one sentence weighs the same on every page
        self.weights = {feature: scale * log(count / len(places)) for feature, places in found.items()}

    @cached_property
    def by_claim(self) -> list[list[list[Saying]]]:
        """For each claim that has records, in the order of the page, the sayings of each record."""
        found: dict[str, list[list[Saying]]] = {}
        for own in self.of_record.values():
            if own[0].record.claim:
                found.setdefault(own[0].record.claim, []).append(own)
        return list(found.values())

    @cached_property
    def starts(self) -> dict[str, list[int]]:
        """Where the sentences of each record begin on the page."""
        return {key: [s.record.place(s.start, s.end).start for s in own] for key, own in self.of_record.items()}

    def at(self, record: str, offset: int) -> Saying | None:
        """The sentence of a record in which a place of the page stands; ``None`` where it has none."""
        own = self.of_record.get(record)
        return own[max(0, bisect_right(self.starts[record], offset) - 1)] if own else None

    def dated(self, dating: Dating) -> tuple[Saying, Span] | None:
        """The sentence that a date stands in, and where in its text; ``None`` where it stands in none."""
        saying = self.at(dating.record, dating.span.start)
        place = saying.record.source.text_span(dating.span) if saying is not None else None  # type: ignore[union-attr]
        if saying is None or place is None or not saying.start <= place.start < saying.end:
            return None
        return saying, place

    @cached_property
    def _counting(self) -> frozenset[str]:
        return frozenset(filter(may_count, self.lows))

    @cached_property
    def lows(self) -> frozenset[str]:
        """All words of all sentences in small letters: what a rule looks for is looked for here once."""
        return frozenset().union(*(saying.lows for saying in self.all))

    @cached_property
    def denying(self) -> frozenset[int]:
        """The numbers of the sentences in which a word denies something, or may."""
        return frozenset(s.number for s in self.all if not _DENYING.isdisjoint(s.lows))

    def counts(self, saying: Saying) -> list[Count]:
        """The numbers in a sentence with what they count."""
        known = self._counts.get(saying.number)
        if known is None:
            known = []
            if not self._counting.isdisjoint(saying.lows):
                known = find_counts(saying.text, saying.start, saying.end)
            self._counts[saying.number] = known
        return known

    def weigh(self, features: frozenset[str]) -> float:
        """What these features come to."""
        weights = self.weights
        try:
            return sum(map(weights.__getitem__, features))
        except KeyError:
            return sum(weights.get(feature, 0.0) for feature in features)

    def figured(self) -> Sequence[int]:
        """The numbers of the sentences that print a number in figures, in order."""
        return sorted({n for feature, numbers in self._places.items() if feature[0].isdecimal() for n in numbers})

    def having(self, feature: str) -> Sequence[int]:
        """The numbers of the sentences that have a feature, in order."""
        return self._places.get(feature, ())

    def around(self, saying: Saying, reach: int = 2) -> frozenset[str]:
        """What a sentence and so many on either side of it in its record speak of."""
        own = self.of_record[saying.record.id]
        at = saying.number - own[0].number
        return frozenset().union(*(near.features for near in own[max(0, at - reach) : at + reach + 1]))

    def pair(self, a: Saying, b: Saying) -> Pair:
        """Two sentences side by side."""
        shared = a.features & b.features
        return Pair(a, b, self.weigh(shared), shared)

    def alike(self) -> Iterator[Pair]:
        """Sentences of two excerpts that share many rare features, each pair once."""
        least = _ALIKE / 2.5
        yield from self._pairs(pair for pair, _ in self._meet(self._places, len(self.all), least))

    def retold(self, those: Set[int], leading: frozenset[int]) -> Iterator[Pair]:
        """Sentences of two excerpts that name somebody in common and share much, in words that need not be rare.

        Under one claim all such are compared, elsewhere those that share features which not too many sentences have.
        Both are of ``those`` numbers, and one is ``leading``.
        """
        least = _ALIKE / 2.5
        places: defaultdict[str, list[int]] = defaultdict(list)
        together: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        persons: dict[int, frozenset[str]] = {}
        for saying in self.all:
            if saying.named:
                persons[saying.number] = saying.persons
                for feature in saying.features:
                    places[feature].append(saying.number)
                if saying.section >= 0 and saying.number in those:
                    for person in persons[saying.number]:
                        together[saying.section, person].append(saying.number)
        cap = _most(len(self.all), _LESS_RARE)
        near = {f: [n for n in numbers if n in those] for f, numbers in places.items() if len(numbers) <= cap}
        met = {
            pair
            for pair, _ in self._meet(near, len(self.all), least, _LESS_RARE)
            if (pair[0] in leading or pair[1] in leading) and not persons[pair[0]].isdisjoint(persons[pair[1]])
        }
        for own in together.values():
            for n, b in enumerate(own):
                before = own[:n]
                met.update([(a, b) for a in (before if b in leading else leading.intersection(before))])
        yield from self._pairs(sorted(met))

    def _pairs(self, met: Iterable[tuple[int, int]]) -> Iterator[Pair]:
        every, weight_of = self.all, self.weights.__getitem__
        for a, b in met:
            one, other = every[a], every[b]
            if one.record is other.record:
                continue
            shared = one.features & other.features
            if len(shared) < _SEVERAL:
                continue
            weight = sum(map(weight_of, shared))
            if weight >= _ALIKE_BESIDE:
                pair = Pair(one, other, weight, shared)
                if weight >= _ALIKE or pair.distance <= 1:
                    yield pair

    def meetings(self, things: Sequence[P], least: float) -> Iterator[tuple[P, P, float]]:
        """Pairs of things out of two excerpts whose features come to ``least`` or more, in the order of the page."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, thing in enumerate(things):
            for feature in thing.features:
                places[feature].append(number)
        for (a, b), weight in self._meet(places, len(things), least):
            if things[a].saying.record is not things[b].saying.record:
                yield things[a], things[b], weight

    def _meet(
        self, places: Mapping[str, Sequence[int]], count: int, least: float, rare: int = _RARE
    ) -> Iterator[tuple[tuple[int, int], float]]:
        """Pairs of numbers below ``count`` that have rare features in common, with what these come to."""
        near: defaultdict[int, float] = defaultdict(float)  # of both numbers in one, which is the sooner made
        cap = _most(count, rare)
        for feature, numbers in places.items():
            if len(numbers) > cap:
                continue
            weight = self.weights.get(feature, 0.0)
            for i, b in enumerate(numbers):
                row = b * count
                for a in numbers[:i]:
                    near[row + a] += weight
        for both, weight in near.items():
            if weight >= least:
                b, a = divmod(both, count)
                yield (a, b), weight


def _most(count: int, rare: int) -> int:
    """How many of a number of places a feature may lead to."""
    return max(rare, int(_SHARE * count)) if count < _SMALL else rare


def _whole(spans: Sequence[Span], tokens: Sequence[Token]) -> Iterator[Span]:
    """The sentences, those joined that a stop inside a printed name parted."""
    names = [(token.start, token.end) for token in tokens if token.named is not None and " " in token.low]
    start, at = -1, 0
    for span in spans:
        while at < len(names) and names[at][1] <= span.end:
            at += 1
        if at < len(names) and names[at][0] < span.end < names[at][1]:
            start = span.start if start < 0 else start
            continue
        yield Span(start, span.end) if start >= 0 else span
        start = -1
    if start >= 0 and spans:
        yield Span(start, spans[-1].end)


def _tokens(record: RecordText, keys: dict[str, tuple[str, str]]) -> list[Token]:
    """The words of a record; ``keys`` is what words come to, as printed, worked out once."""
    text, at = record.text, 0
    found: list[Token] = []
    words, keep = _WORD.finditer, found.append
    for name in (*record.named, None):
        stop = name.start if name is not None else len(text)
        for match in words(text, at, stop):
            start, end = match.span()
            word = text[start:end]
            known = keys.get(word)
            if known is None:
                low = word.lower().replace("’", "'")
                known = keys[word] = (low, "" if is_function_word(low) else stem(low))
            keep(Token(start, end, known[0], known[1]))
        if name is not None:
            keep(Token(name.start, name.end, name.name.lower(), "@" + name.person, name))
            at = name.end
    return found
