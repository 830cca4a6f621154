"""How much it tells that two excerpts share a word, or two words in a row: what few excerpts have tells much.

A word is worth the logarithm of how many excerpts there are to one that has it; so are two words that stand side by
side. What more than one in twenty has is worth nothing by itself. On a longer page a rare word is rarer, but more
pairs meet by chance too, so that it is worth less than its logarithm there, half way to what it is on a page of 600.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt

from .copies import copied_words
from .readings import Reading

__all__ = ["Rarity"]

COMMON = 0.05  # share of the excerpts: what more of them have is the subject, or the language
MOST_FOR_WORD = 25  # excerpts that a word may point to
MOST_FOR_PAIR = 12  # excerpts that two words side by side may point to
FEW, FEW_FOR_PAIR = 2, 5  # excerpts that may have a rare word, or two words side by side, on the shortest page
_CACHED = 4096  # excerpts whose rare words are kept at hand
_NO_PAIR = 1 << 62  # of what no excerpt shares, which is none of the few that many may
_SEEN = 1 << 20  # places of the first count, at the least


class Rarity:
    """What the words of a page are worth, and where each excerpt has those that are worth something.

    A pair of words ``a b`` is the number ``a * size + b + size``, which no word has.
    """

    def __init__(self, readings: Sequence[Reading], size: int) -> None:
        self.readings = readings
        self.size = size
        among = len(readings) + 1
        self._scale = sqrt(UNIQUE / log(among + OTHERS))
        self._most = FEW + COMMON * among
        self._most_for_pair = FEW_FOR_PAIR + COMMON * among
        self.count: Counter[int] = Counter()
        for reading in readings:
            self.count.update(set(reading.words))
        self.pairs = self._count_pairs()
        for words, pairs in copied_words(readings, size, self.pairs, min(MOST_FOR_PAIR, int(self._most_for_pair))):
            self.count.subtract(words)
            for pair in pairs:
                if pair in self.pairs:  # two runs may lie side by side in one excerpt alone
                    self.pairs[pair] -= 1
        self.worth = [0.0] * size
        for word, count in self.count.items():
            self.worth[word] = (
                self._scale * log((among + OTHERS) / count) if count <= self._most else _common(among / count)
            )
        self._shared = bytearray(size)  # which words are rare, and not of one excerpt alone
        for word, count in self.count.items():
            self._shared[word] = 1 < count <= self._most
        self.pair_worth = self._weigh_pairs(among)
        self.places = lru_cache(maxsize=_CACHED)(self._places)

    def _count_pairs(self) -> dict[int, int]:
        """In how many excerpts two words stand side by side, where it is more than one.

        A first count in a fixed table leaves out nearly all that stand in one alone, so that the second stays small.
        """
        size = self.size
        seats = _SEEN
        while seats < 8 * sum(len(reading) for reading in self.readings) and seats < 1 << 27:
            seats *= 2
        mask, seen = seats - 1, bytearray(seats)
        for reading in self.readings:
            words = reading.words
            for pair in {a * size + b for a, b in pairwise(words)}:
                seat = (pair * 0x9E3779B1 >> 7) & mask
                if seen[seat] < 2:
                    seen[seat] += 1
        pairs: Counter[int] = Counter()
        for reading in self.readings:
            words = reading.words
            pairs.update(
                {pair + size for a, b in pairwise(words) if seen[((pair := a * size + b) * 0x9E3779B1 >> 7) & mask] > 1}
            )
        return {pair: count for pair, count in pairs.items() if count > 1}

    def _weigh_pairs(self, among: int) -> dict[int, float]:
        """What two words side by side are worth, where few excerpts have them.

        Two common words meet in other pages too: as often as chance would have it, or a few times oftener.
        """
        words: Counter[int] = Counter()
        for reading in self.readings:
            words.update(reading.words)
        whole = sum(words.values())
        meetings = LIKED * whole / max(1, len(self.readings))
        share = {word: times / whole for word, times in words.items()}
        worth: dict[int, float] = {}
        for pair, count in self.pairs.items():
            if count <= self._most_for_pair:
                before, behind = divmod(pair - self.size, self.size)
                elsewhere = OTHERS * min(1.0, meetings * share[before] * share[behind])
                worth[pair] = self._scale * log((among + OTHERS) / (count + elsewhere))
        return worth

    def keys(
        self, excerpt: int, most_for_word: int, most_for_pair: int, start: int = 0, end: int | None = None
    ) -> set[int]:
        """The words and pairs of a stretch of an excerpt that another has too, and not more than so many excerpts."""
        count, size, pairs = self.count, self.size, self.pairs
        most_for_word = min(most_for_word, int(self._most))
        most_for_pair = min(most_for_pair, int(self._most_for_pair))
        if start == 0 and end is None and len(self.readings) <= _CACHED:  # its places are asked for again and kept
            return {
                key
                for key in self.places(excerpt)
                if (count[key] <= most_for_word if key < size else pairs[key] <= most_for_pair)
            }
        words = self.readings[excerpt].words[start:end]
        found = {word for word in words if 1 < count[word] <= most_for_word}
        found.update(
            pair for a, b in pairwise(words) if pairs.get(pair := a * size + b + size, _NO_PAIR) <= most_for_pair
        )
        return found

    def is_shared(self, word: int) -> bool:
        """Whether a word is rare, and another excerpt has it too."""
        return bool(self._shared[word])

    def is_rare(self, word: int) -> bool:
        """Whether no more excerpts have a word than may have a rare one."""
        return self.count[word] <= self._most

    def _places(self, excerpt: int) -> dict[int, list[int]]:
        """Where an excerpt has its rare words and pairs: the places of each, counted in words."""
        found: dict[int, list[int]] = {}
        words, shared, size, pairs = self.readings[excerpt].words, self._shared, self.size, self.pair_worth
        for place, word in [(place, word) for place, word in enumerate(words) if shared[word]]:
            found.setdefault(word, []).append(place)
        side_by_side = [before * size + word + size for before, word in pairwise(words)]
        for place, pair in [(place, pair) for place, pair in enumerate(side_by_side) if pair in pairs]:
            found.setdefault(pair, []).append(place)
        return found

    def run_worth(self, before: int, word: int) -> float:
        """What a shared word is worth right behind a shared word."""
        pair = self.pair_worth.get(before * self.size + word + self.size, 0.0)
        return max(self.worth[word], pair - self.worth[before])


UNIQUE = 7.1  # worth of the rarest word on the page that the weights were made from: 610 excerpts
OTHERS = 600  # excerpts of other pages that have none of the page's rare words: on a short page few is not yet rare
LIKED = 3.0  # times that two common words stand side by side oftener than chance would have it
LEAST, MOST = 0.7, 1.2  # what a word is worth that is not rare, where it stands between others


def _common(rarity: float) -> float:
    return min(MOST, max(LEAST, log(rarity)))
