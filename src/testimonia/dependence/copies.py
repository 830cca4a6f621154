"""What stands in many excerpts because it was copied, word for word, and not because it is common.

A famous passage that thirty excerpts quote makes its words look common on the page. So of a run of words that more
excerpts than two have, only the first two count when it is asked in how many excerpts a word stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from .readings import Reading

__all__ = ["copied_words"]

RUN = 12  # words in a row that nobody writes anew
_COUNT = 2  # excerpts of those that have the run


def copied_words(
    readings: Sequence[Reading], size: int, pairs: Mapping[int, int], most: int
) -> Iterator[tuple[set[int], set[int]]]:
    """For each excerpt that copies, the words and the pairs of words that it has from such runs alone.

    ``pairs`` says in how many excerpts two words stand side by side; runs are looked for only where more than ``most``
    have each of their pairs, which is seldom.
    """
    met: dict[int, int] = {}
    frequent = {pair for pair, count in pairs.items() if count > most}
    for reading in readings:
        words = reading.words
        copied = bytearray(len(words))
        own: set[int] = set()
        for first, behind in _frequent(words, size, frequent):
            for place in range(first, behind - RUN + 1):
                run = hash(tuple(words[place : place + RUN]))
                times = met.get(run, 0)
                if times >= _COUNT:
                    copied[place : place + RUN] = b"\1" * RUN
                elif run not in own:
                    own.add(run)
        for run in own:
            met[run] = met.get(run, 0) + 1
        if any(copied):
            lone = {word for word, is_copy in zip(words, copied, strict=True) if is_copy}
            lone -= {word for word, is_copy in zip(words, copied, strict=True) if not is_copy}
            at = [(words[n] * size + words[n + 1] + size, copied[n] and copied[n + 1]) for n in range(len(words) - 1)]
            yield lone, {pair for pair, is_copy in at if is_copy} - {pair for pair, is_copy in at if not is_copy}


def _frequent(words: Sequence[int], size: int, frequent: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches, of a run's length at the least, in which every two words side by side are among the frequent pairs."""
    side_by_side = [before * size + word + size for before, word in pairwise(words)]
    if len(side_by_side) + 1 < RUN:
        return
    first = 0
    for place in [place for place, pair in enumerate(side_by_side) if pair not in frequent]:
        if place + 1 - first >= RUN:
            yield first, place + 1
        first = place + 1
    if len(words) - first >= RUN:
        yield first, len(words)
