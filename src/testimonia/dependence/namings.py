"""Where an excerpt names the source of another that stands under the same claim.

A later book that says "as Marlow has it" and then tells the thing in words of its own shares little with Marlow but
the name. Under one claim that is enough, if what stands around the name has rare words of his. But who was there
is named too by those who were there with him: so only a work that was printed later counts, and of it only what its
author tells in words of his own; neither testimony nor letters nor a diary, which are as old as what they tell,
whenever they were printed. Where a book names a man of whom several excerpts are on the page, only those count that
have nearly as much of what stands around the name as the one that has most.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log1p

from ..model import Mode, Sourcebook, Span
from .rarity import MOST_FOR_WORD, Rarity
from .readings import Lexicon, fold
from .sides import Side, Sides, makers
from .weighing import naming_weights

__all__ = ["Naming", "Sources", "find_namings"]

BEFORE, BEHIND = 20, 35  # words around a name that tell what it is named for
NEARLY = 0.7  # share of the greatest worth, from which another excerpt of the same author is meant as well
DEAREST = 7.1  # worth of a word from which more tells no more
_SHORTEST = 4  # letters of a title's word that stands for the title
_LETTERS = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_TITLE_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")
_OF_ITS_TIME = frozenset(  # words in the title of a work that is no later than what it tells
    "letters correspondence diary diaries journal journals lettres correspondance carnet carnets journaux briefe "
    "briefwechsel tagebuch tagebücher cartas diario diarios lettere".split()
)
_BEGINS = re.compile(r"(?:^|[.!?:…\n])[\s\"“”‘’'«»(\[]*$")  # what stands before a word that begins a sentence


@dataclass(frozen=True, slots=True)
class _Source:
    """By which words a work is named: the numbers of those for who wrote it and of those in its title.

    ``families`` are the folded family names as printed, ``year`` is that of the printing, ``is_late`` is false of
    letters and diaries.
    """

    authors: frozenset[int] = frozenset()
    titles: frozenset[int] = frozenset()
    families: frozenset[str] = frozenset()
    year: int | None = None
    is_late: bool = True


@dataclass(frozen=True, slots=True)
class Naming:
    """``namer`` and ``named`` are the numbers of two excerpts, ``place`` the word that names, counted in words.

    ``worth`` is that of the rare words around it that the named has too, ``strength`` (0 to 1) how much it tells.
    """

    namer: int
    named: int
    place: int
    worth: float

    @property
    def strength(self) -> float:
        """How likely the one retells the other, by this alone."""
        always, weight = naming_weights()
        return 1.0 / (1.0 + exp(-(always + weight * log1p(self.worth))))

    def words(self) -> range:
        """The places of the words around the name, some of which the excerpt may not have."""
        return range(max(0, self.place - BEFORE), self.place + BEHIND)


class Sources:
    """By which words the sources of a page are named."""

    def __init__(self, book: Sourcebook, lexicon: Lexicon, sides: Sides) -> None:
        self._numbers = lexicon.numbers
        self._records = {work.id: work.csl for work in book.works}
        self._given = {person.id: person.name.split() for person in book.people}
        families = {family for side in sides.all for family in side.authors}
        self._persons: dict[str, set[str]] = defaultdict(set)
        known: dict[str, str] = {}
        for mention in book.mentions:
            text = mention.text
            last = known.get(text)
            if last is None:
                last = known[text] = fold(text.split()[-1]) if text.split() else ""
            if last in families:
                self._persons[last].add(mention.person)
        self._of_work: dict[str, _Source] = {}

    def of(self, side: Side) -> _Source:
        """The words by which the work of an excerpt is named."""
        if side.work is None:
            return _Source()
        found = self._of_work.get(side.work)
        if found is None:
            record = self._records.get(side.work, {})
            title = str(record.get("title") or "")
            titles = f"{title} {record.get('container-title') or ''}"
            authors: set[int] = set()
            for name in makers(record):
                titles += f" {name.get('literal') or ''}"
                authors |= self._author(fold(name.get("family") or name.get("literal") or ""), name.get("given") or "")
            words = {fold(word[0]) for word in _TITLE_WORD.finditer(titles) if word[0][0].isupper()}
            year = _YEAR.search(str(record.get("issued") or ""))
            found = self._of_work[side.work] = _Source(
                frozenset(authors),
                frozenset(self._numbers[word] for word in words if word in self._numbers) - authors,
                side.authors,
                int(year[0]) if year else None,
                _OF_ITS_TIME.isdisjoint(_LETTERS.findall(title.casefold())),
            )
        return found

    def _author(self, family: str, given: str) -> set[int]:
        """The word for a family, and for each person of that name whose given name does not speak against it."""
        initials = {name[0].upper() for name in given.split()}
        words = [family]
        for person in self._persons.get(family, ()):
            name = self._given.get(person, [])
            another = len(name) > 1 and fold(name[-1]) == family and name[0][0].upper() not in initials
            if not (initials and another):
                words.append(f"@{person}")
        return {self._numbers[word] for word in words if word in self._numbers}


def find_namings(book: Sourcebook, lexicon: Lexicon, rarity: Rarity, sides: Sides) -> dict[tuple[int, int], Naming]:
    """The naming that tells most of each two excerpts of two works under one claim, by their numbers, lesser first."""
    search = _Search(book, lexicon, rarity, sides)
    found: dict[tuple[int, int], Naming] = {}
    for every in sides.by_claim():
        numbers = [number for number in every if sides.all[number].work is not None]
        if len(numbers) > 1:
            for naming in search.under_one_claim(numbers):
                key = min(naming.namer, naming.named), max(naming.namer, naming.named)
                if key not in found or naming.worth > found[key].worth:
                    found[key] = naming
    return found


class _Search:
    """Looks for words that name a source."""

    def __init__(self, book: Sourcebook, lexicon: Lexicon, rarity: Rarity, sides: Sides) -> None:
        self._rarity, self._sides = rarity, sides.all
        sources = Sources(book, lexicon, sides)
        self._sources = [sources.of(side) for side in sides.all]
        self._not_told: dict[str, list[Span]] = defaultdict(list)
        for voice in book.voices:
            if voice.mode is not Mode.NARRATION:
                self._not_told[voice.excerpt].append(voice.span)
        self._by_author: dict[int, list[int]] = defaultdict(list)
        for number, source in enumerate(self._sources):
            for word in source.authors:
                self._by_author[word].append(number)

    def under_one_claim(self, numbers: list[int]) -> Iterator[Naming]:
        """The namings among some excerpts that stand under one claim."""
        wanted: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            for word in self._sources[number].authors:
                wanted[word].append(number)
            for word in self._sources[number].titles:
                if self._rarity.is_rare(word):
                    wanted[word].append(number)
        for namer in numbers:
            words = self._rarity.readings[namer].words
            if self._sources[namer].is_late and not wanted.keys().isdisjoint(words):
                for place, word in enumerate(words):
                    for named in wanted.get(word, ()):
                        if self._may_name(namer, named, place, word):
                            naming = self._naming(namer, named, place, word)
                            if naming is not None:
                                yield naming

    def _may_name(self, namer: int, named: int, place: int, word: int) -> bool:
        """Whether a word of an excerpt, by its form and place and by when the works were printed, may name another."""
        side, other = self._sides[namer], self._sides[named]
        if side.work == other.work or side.authors & other.authors:
            return False
        source, year = self._sources[named], self._sources[namer].year
        if year is not None and source.year is not None and year <= source.year:
            return False
        reading, text = self._rarity.readings[namer], side.excerpt.text
        start, end = reading.starts[place], reading.ends[place]
        is_part = "-" in (text[start - 1 : start], text[end : end + 1])  # of another word
        if not text[start].isupper() or text[start:end].isupper() or is_part:
            return False
        if word in source.authors:
            if fold(text[start:end]) not in source.families:  # his given name, by which all are called who were there
                return False
        elif _BEGINS.search(text, max(0, start - 12), start):
            return False
        not_told = self._not_told.get(side.excerpt.id)
        if not not_told:
            return True
        at = side.excerpt.page_span(start, start + 1).start
        return not any(span.start <= at < span.end for span in not_told)

    def _naming(self, namer: int, named: int, place: int, word: int) -> Naming | None:
        source = self._sources[named]
        around = set(self._rarity.readings[namer].words[max(0, place - BEFORE) : place + BEHIND])
        around -= source.authors
        around.discard(word)
        worth = self._worth(around, named)
        if word in source.authors:
            most = max((self._worth(around, number) for number in _nearest(self._by_author[word], namer)), default=0.0)
            if worth <= NEARLY * most:
                return None
        return Naming(namer, named, place, worth)

    def _worth(self, words: set[int], excerpt: int) -> float:
        """What the rare words of an excerpt among some words are worth."""
        return sum(min(self._rarity.worth[word], DEAREST) for word in words & self._rarity.places(excerpt).keys())


def _nearest(numbers: list[int], to: int) -> list[int]:
    if len(numbers) <= MOST_FOR_WORD:
        return numbers
    return sorted(numbers, key=lambda number: abs(number - to))[:MOST_FOR_WORD]
