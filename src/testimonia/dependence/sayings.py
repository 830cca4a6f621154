"""The same few words in quotation marks, in two excerpts that stand under one claim.

"Nonsense", wrote the inspector beside it, says one book, and another that he called it "nonsense": too little is shared
for words in a row to tell, but two books that quote one word as somebody's, for one claim, have it from one place. A
lone word that is merely set apart in marks tells nothing; it must be said, written or called so in both. Under another
claim only the whole of it counts: words that say something, the same in both and no others. Three may be a phrase that
everybody has; there both must name somebody or a number too. What is set in capitals throughout is a title.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..words.speech import english_speech
from .rarity import MOST_FOR_WORD, Rarity
from .readings import Lexicon
from .sides import Side, Sides

__all__ = ["STRENGTH", "Saying", "find_sayings"]

STRENGTH = 0.6  # how much it tells that two quote the same: of those found so on pages with gold nearly all are right
LONGEST = 12  # words of a quotation that is weighed whole
SHARED = 0.5  # share of the words of the shorter quotation that the other has too
PLAIN = 3  # shared words from which nobody has to say that they are quoted
WHOLE = 3  # words that say something, from which the same quotation tells under another claim too
PHRASE = 3  # of them, which may be a phrase that everybody has
LEAST_WORTH = 9.0  # of its rare words there
BEFORE, BEHIND = 12, 4  # words around a quotation in which it is said that it is one
_BEFORE, _BEHIND = 90, 30  # the same in characters, at the most
_LETTERS = re.compile(r"[^\W\d_]+")

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Saying:
    """Two quotations that share most of their words, each by its first word and the one behind its last."""

    a: int
    b: int
    left: Stretch
    right: Stretch
    shared: int


def find_sayings(rarity: Rarity, sides: Sides, lexicon: Lexicon) -> dict[tuple[int, int], Saying]:
    """The quotations that share most, of each two excerpts from two works, by their numbers."""
    found = {(saying.a, saying.b): saying for saying in _anywhere(rarity, sides, lexicon)}
    for numbers in sides.by_claim():
        if len(numbers) > 1:
            for saying in _under_one_claim(numbers, rarity, sides):
                key = saying.a, saying.b
                if key not in found or saying.shared > found[key].shared:
                    found[key] = saying
    return found


def _anywhere(rarity: Rarity, sides: Sides, lexicon: Lexicon) -> Iterator[Saying]:
    """Quotations that have the same words, wherever they stand, but for those that say nothing."""
    having: dict[frozenset[int], list[tuple[int, Stretch]]] = defaultdict(list)
    for number, side in enumerate(sides.all):
        reading, text = rarity.readings[number], side.excerpt.text
        for first, behind in sides.quotations(side, reading, shortest=1):
            if not WHOLE <= behind - first <= LONGEST:
                continue
            places = [place for place in range(first, behind) if reading.words[place] not in lexicon.functions]
            words = frozenset(reading.words[place] for place in places)
            if len(words) < WHOLE or all(text[reading.starts[place]].isupper() for place in places):
                continue
            if sum(rarity.worth[w] for w in words if rarity.is_shared(w)) >= LEAST_WORTH:
                having[words].append((number, (first, behind)))
    for words, quotations in having.items():
        for n, (a, left) in enumerate(quotations):
            for b, right in quotations[n + 1 : n + MOST_FOR_WORD]:
                if not sides.are_of_one_work(a, b) and (len(words) > PHRASE or _name_one(a, b, words, rarity, lexicon)):
                    yield Saying(a, b, left, right, len(words))


def _name_one(a: int, b: int, words: frozenset[int], rarity: Rarity, lexicon: Lexicon) -> bool:
    """Whether two excerpts share a name or a number beside these words."""
    shared = (set(rarity.readings[a].words) & set(rarity.readings[b].words)) - words
    return any(lexicon.is_particular[word] for word in shared)


def _under_one_claim(numbers: list[int], rarity: Rarity, sides: Sides) -> Iterator[Saying]:
    having: dict[int, list[tuple[int, Stretch]]] = defaultdict(list)  # a rare word: the quotations that have it
    for number in numbers:
        words = rarity.readings[number].words
        for first, behind in sides.quotations(sides.all[number], rarity.readings[number], shortest=1):
            if behind - first <= LONGEST:
                for word in set(words[first:behind]):
                    if rarity.is_shared(word):
                        having[word].append((number, (first, behind)))
    met: set[tuple[int, Stretch, int, Stretch]] = set()
    for quotations in having.values():
        for n, (a, left) in enumerate(quotations):
            for b, right in quotations[n + 1 : n + MOST_FOR_WORD]:
                if (a, left, b, right) not in met:
                    met.add((a, left, b, right))
                    saying = _saying(a, left, b, right, rarity, sides)
                    if saying is not None:
                        yield saying


def _saying(a: int, left: Stretch, b: int, right: Stretch, rarity: Rarity, sides: Sides) -> Saying | None:
    here, there = sides.all[a], sides.all[b]
    if sides.are_of_one_work(a, b):
        return None
    one = set(rarity.readings[a].words[slice(*left)])
    other = set(rarity.readings[b].words[slice(*right)])
    shared = len(one & other)
    if shared < SHARED * min(len(one), len(other)):
        return None
    if shared < PLAIN and not (_is_said(here, a, left, rarity) and _is_said(there, b, right, rarity)):
        return None
    return Saying(a, b, left, right, shared)


def _is_said(side: Side, number: int, quotation: Stretch, rarity: Rarity) -> bool:
    """Whether a word for saying, writing or calling stands near a quotation."""
    reading, text = rarity.readings[number], side.excerpt.text
    start, end = reading.starts[quotation[0]], reading.ends[quotation[1] - 1]
    near = _LETTERS.findall(text, max(0, start - _BEFORE), start)[-BEFORE:]
    near += _LETTERS.findall(text, end, end + _BEHIND)[:BEHIND]
    speech = english_speech()
    return any(
        word in speech.saying or word in speech.writing or word in speech.naming for word in map(str.casefold, near)
    )
