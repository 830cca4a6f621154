"""Where an excerpt says what the newspapers had, and one newspaper stands under the same claim.

"It has been put in the papers that I begged his pardon", writes somebody who answers them: he names no paper, but under
his claim stands one, and it has the pardon. Where several newspapers do, nothing says which he means.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Sourcebook
from ..words.sentences import sentences
from .rarity import Rarity
from .readings import Lexicon
from .sides import Sides

__all__ = ["STRENGTH", "Answer", "find_answers"]

STRENGTH = 0.6
LEAST_WORTH = 5.0  # of the rare words that the newspaper has of the sentence and the next: one is enough
_PRESS = r"(?:newspapers?|papers|press|journals|gazettes?)"
_SAID = r"(?:said|say|printed|reported|announced|stated|wrote|told|(?:have|had)\s(?:it|printed|said|told))"
_WHAT_THEY_HAD = re.compile(
    rf"\b(?:put|printed|said|stated|reported|announced|told|written|read|published)\s(?:since\s)?(?:in|by)\s(?:all\s)?"
    rf"(?:the|their|our|those)\s(?:[a-z]+\s)?{_PRESS}(?:,[^,.;]{{2,40}},)?\sthat\b"
    rf"|\b(?:the|their|our)\s(?:[a-z]+\s)?{_PRESS}\s(?:[a-z]+\s)?{_SAID}\s(?:since\s)?(?:that|how)\b"
    r"|\bthey\s(?:have\s|had\s)?(?:printed|published)\s(?:that|how)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """``a`` and ``b`` are the numbers of two excerpts, ``left`` and ``right`` the words of each that may be shared."""

    a: int
    b: int
    left: range
    right: range


def find_answers(book: Sourcebook, rarity: Rarity, sides: Sides, lexicon: Lexicon) -> Iterator[Answer]:
    """The pairs of an excerpt that says what was printed and the one newspaper under its claim that has it."""
    types = {work.id: work.csl.get("type") for work in book.works}
    for numbers in sides.by_claim():
        papers = [number for number in numbers if types.get(sides.all[number].work or "") == "article-newspaper"]
        if len(papers) != 1:
            continue
        paper = papers[0]
        printed = set(rarity.readings[paper].words)
        for number in numbers:
            if sides.are_of_one_work(number, paper):
                continue
            for words in _told_of_papers(sides.all[number].excerpt.text, rarity.readings[number].starts):
                shared = printed.intersection(rarity.readings[number].words[words.start : words.stop])
                worth = sum(rarity.worth[w] for w in shared if rarity.is_shared(w) and w not in lexicon.functions)
                if worth >= LEAST_WORTH:
                    whole = range(len(rarity.readings[paper]))
                    if number < paper:
                        yield Answer(number, paper, words, whole)
                    else:
                        yield Answer(paper, number, whole, words)
                    break


def _told_of_papers(text: str, starts: Sequence[int]) -> Iterator[range]:
    """The words of each sentence that says what newspapers had, and of the sentence behind it."""
    every = sentences(text) if _WHAT_THEY_HAD.search(text) is not None else []
    for n, sentence in enumerate(every):
        if _WHAT_THEY_HAD.search(text, sentence.start, sentence.end) is not None:
            end = every[min(n + 1, len(every) - 1)].end
            yield range(bisect_left(starts, sentence.start), bisect_left(starts, end))
