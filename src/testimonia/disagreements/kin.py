"""What two people were to each other, told differently: wife or former wife, sister or cousin.

It is read from "Ash's sister Reed", "Reed, Ash's sister", "Reed (Ash's sister)" and "Reed, sister of Ash". One and the
same two people are set side by side wherever they are told of; a word of some time ("former", "late") is part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import DiscrepancyKind, Reason
from ..words.stems import stem
from .differences import Difference, Words, about_of
from .lines import Line, line_of
from .sayings import Saying, Sayings

__all__ = ["differing_kin"]

_KIN = {
    word: line.split()[0]
    for line in (
        "spouse wife husband widow widower",
        "betrothed fiancée fiancee fiancé fiance",
        "lover mistress",
        "sibling brother sister twin",
        "half-sibling half-brother half-sister stepbrother stepsister",
        "child son daughter",
        "stepchild stepson stepdaughter",
        "parent father mother",
        "step-parent stepfather stepmother",
        "grandchild grandson granddaughter",
        "grandparent grandfather grandmother",
        "uncle aunt",
        "nephew niece",
        "cousin",
        "in-law",
    )
    for word in line.split()
}
_ONCE = frozenset("former ex divorced separated common-law".split())
_GAP = frozenset(",([-")
_FILL = frozenset("the a an late only elder younger".split())
_WORDS = 3  # between whose it is and what


@dataclass(frozen=True, slots=True)
class _Tie:
    saying: Saying
    pair: tuple[str, str]  # whose, who
    kin: str
    once: frozenset[str]
    start: int
    end: int


def differing_kin(sayings: Sayings) -> Iterator[Difference]:
    """Two people who are one thing to each other by one account and another by the other."""
    told: defaultdict[tuple[str, str], list[_Tie]] = defaultdict(list)
    for number in sorted({n for word in _KIN for n in sayings.having(stem(word))}):
        saying = sayings.all[number]
        if len(saying.named) > 1:
            for tie in _read(line_of(saying)):
                told[tie.pair].append(tie)
    for ties in told.values():
        for n, one in enumerate(ties):
            for other in ties[n + 1 :]:
                if one.saying.record is other.saying.record or (one.kin, one.once) == (other.kin, other.once):
                    continue
                pair = sayings.pair(one.saying, other.saying)
                yield Difference(
                    DiscrepancyKind.NAME,
                    Words(one.saying, one.start, one.end),
                    Words(other.saying, other.start, other.end),
                    about_of(pair),
                    0.65,
                    None,
                    one.pair,
                    (Reason("both tell what one of two people was to the other"),),
                    pair.weight,
                )


def _read(line: Line) -> Iterator[_Tie]:
    words, named = line.words, line.named
    for at, word in enumerate(words):
        kin = _KIN.get(word)
        if kin is None or named[at]:
            continue
        whose, before, first = _whose(line, at)
        if whose:
            who, last = _behind(line, at)
            if not who:
                who, first = _ahead(line, first)
        elif at + 2 < len(words) and words[at + 1] == "of" and named[at + 2]:
            whose, last, before = named[at + 2], at + 2, []
            skip = at - 1
            while skip >= 0 and (words[skip] in _FILL or words[skip] in _ONCE):
                before.append(words[skip])
                skip -= 1
            who, first = (named[skip - 1], skip - 1) if skip >= 1 and words[skip] in _GAP else ("", at)
        else:
            continue
        if who and who != whose:
            once = frozenset(before) & _ONCE
            yield _Tie(line.saying, (whose, who), kin, once, line.places[first][0], line.places[last][1])


def _whose(line: Line, at: int) -> tuple[str, list[str], int]:
    """Whose kin it is by a genitive before it, the words between, and the place of the name; empty where none is."""
    between: list[str] = []
    for back in range(at - 1, max(-1, at - 2 - _WORDS), -1):
        word = line.words[back]
        if word == "s" and back and line.named[back - 1]:
            return line.named[back - 1], between, back - 1
        if line.tokens[back] < 0 or line.named[back]:
            break
        between.append(word)
    return "", [], at


def _behind(line: Line, at: int) -> tuple[str, int]:
    """Who is named right behind the word."""
    place = at + 1
    while place < len(line.words) and place - at <= 2 and line.words[place] in _GAP:
        place += 1
    if place < len(line.words) and line.named[place] and line.words[place + 1 : place + 2] != ["s"]:
        return line.named[place], place
    return "", at


def _ahead(line: Line, first: int) -> tuple[str, int]:
    """Who is named right before the genitive, a mark between them."""
    if first >= 2 and line.words[first - 1] in _GAP and line.named[first - 2]:
        return line.named[first - 2], first - 2
    return "", first
