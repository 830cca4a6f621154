"""Who led, told differently in accounts under one claim: "with Ash at their head" here, "Reed led" there.

Under whatever claims, where sentences have much in common, "headed by Ash and Reed" differs from "Ash was the head".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ..model import DiscrepancyKind, Reason
from ..words.stems import stem
from ..words.titles import is_title
from .differences import Difference, Words, about_of
from .lines import Line, line_of
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_heads", "differing_leaders"]

_LED = frozenset("led headed commanded presided chaired conducted".split())
_LEADING = frozenset("led headed commanded chaired directed conducted".split())  # "headed by Ash"
_COMMAND = frozenset("command leadership direction chairmanship".split())  # "under the command of Ash"
_IN_FRONT = (("at", "head"), ("in", "lead"), ("in", "command"), ("in", "charge"), ("in", "chair"))
_FRONTS = frozenset(noun for _, noun in _IN_FRONT)
_SMALL = frozenset("the their its his her our this a an was were had who then also once with".split())
_TO = frozenset("to into astray away off up on".split())  # where it led, and whom
_CUES = frozenset(map(stem, (*_LED, *_LEADING, *_COMMAND, "head", "lead", "charge", "chair", "gave")))
_GAVE = frozenset("gave gives given".split())
_WORD = frozenset("word order orders signal command".split())  # "who gave the word"
_HEAD = frozenset("head leader chief commander".split())
_HEADS = frozenset(map(stem, (*_LEADING, *_HEAD)))
_ONE_THING = 14.0  # what sentences under any claims must share besides the people
_REACH = 4
_WHICH = frozenset("first second third fourth next other morning afternoon evening".split())


@dataclass(frozen=True, slots=True)
class _Leader:
    saying: Saying
    person: str
    start: int
    end: int
    alone: bool = False  # whom he led is not said: "who commanded", "who gave the word"


def differing_leaders(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Two accounts under one claim that give the lead to two people."""
    claims: defaultdict[int, list[_Leader]] = defaultdict(list)
    for number in sorted({n for cue in _CUES for n in sayings.having(cue)}):
        saying = sayings.all[number]
        if saying.named and saying.section >= 0 and _may_tell(saying):
            claims[saying.section] += _read(line_of(saying))
    for leaders in claims.values():
        told: defaultdict[str, set[str]] = defaultdict(set)
        for leader in leaders:
            told[leader.saying.record.id].add(leader.person)
        for n, one in enumerate(leaders):
            for other in leaders[n + 1 :]:
                here, there = told[one.saying.record.id], told[other.saying.record.id]
                if one.saying.record is other.saying.record or here & there:
                    continue
                pair = sayings.pair(one.saying, other.saying)
                which = one.saying.lows & _WHICH, other.saying.lows & _WHICH
                if settings.clash(one.saying, other.saying) or (all(which) and which[0].isdisjoint(which[1])):
                    continue
                if not pair.shared - _CUES and not (one.alone and other.alone):
                    continue
                yield Difference(
                    DiscrepancyKind.NAME,
                    Words(one.saying, one.start, one.end),
                    Words(other.saying, other.start, other.end),
                    about_of(pair),
                    0.55,
                    None,
                    tuple(sorted((one.person, other.person))),
                    (Reason("accounts under one claim, which tell who led"),),
                    pair.weight,
                )


def differing_heads(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """One thing that one account has two heads for, and another one of them alone."""
    told = [
        (saying, heads)
        for number in sorted({n for cue in _HEADS for n in sayings.having(cue)})
        if (saying := sayings.all[number]).named and (heads := _heads(saying)) is not None
    ]
    for (a, (here, *one)), (b, (there, *other)) in combinations(told, 2):
        if a.record is b.record or not here & there or here == there or settings.clash(a, b):
            continue
        pair = sayings.pair(a, b)
        shared = frozenset(feature for feature in pair.shared if feature[0] != "@")
        if sayings.weigh(shared - _HEADS) < _ONE_THING:
            continue
        yield Difference(
            DiscrepancyKind.NAME,
            Words(a, *one),
            Words(b, *other),
            about_of(pair),
            min(0.75, 0.45 + pair.weight / 80),
            None,
            tuple(sorted(here ^ there)),
            (Reason("both tell who was at the head of one thing, one of them of somebody more"),),
            pair.weight,
        )


def _heads(saying: Saying) -> tuple[frozenset[str], int, int] | None:
    """Who headed it, "headed by" or "was the head of", and where the words stand."""
    tokens = saying.tokens
    for at, token in enumerate(tokens[:-1]):
        behind = tokens[at + 1].low
        if token.low in _LEADING and behind == "by":
            heads: list[int] = []
            for n in range(at + 2, len(tokens)):
                if tokens[n].named is not None:
                    heads.append(n)
                elif tokens[n].low != "and" and not is_title(tokens[n].low):
                    break
            if heads:
                persons = frozenset(tokens[n].named.person for n in heads)  # type: ignore[union-attr]
                return persons, token.start, tokens[heads[-1]].end
        elif token.low in _HEAD and behind == "of" and at and tokens[at - 1].low in ("the", "as"):
            before = [other for other in saying.named if other.end <= token.start]
            if before and before[-1].named is not None:
                return frozenset((before[-1].named.person,)), token.start, token.end
    return None


def _may_tell(saying: Saying) -> bool:
    """Whether a word of leading stands as it must; quick."""
    tokens = saying.tokens
    return any(
        token.low in _LED
        or (token.low in _GAVE and n + 2 < len(tokens) and tokens[n + 2].low in _WORD)
        or (token.low in _LEADING and n + 1 < len(tokens) and tokens[n + 1].low == "by")
        or (token.low in _COMMAND and n + 1 < len(tokens) and tokens[n + 1].low == "of")
        or (token.low in _FRONTS and any(before.low in ("at", "in") for before in tokens[max(0, n - 3) : n]))
        for n, token in enumerate(tokens)
    )


def _read(line: Line) -> Iterator[_Leader]:
    words, named = line.words, line.named
    for at, word in enumerate(words):
        who, first, last, alone = "", at, at, False
        behind = words[at + 1] if at + 1 < len(words) else ""
        if (word in _LEADING and behind == "by") or (word in _COMMAND and behind == "of"):
            who, last = _ahead(line, at + 2)
        elif word in _LED and behind not in _TO and not (behind and named[at + 1]):
            who, first = _before(line, at)
            alone = at + 1 == len(words) or line.tokens[at + 1] < 0
        elif word in _GAVE and behind == "the" and at + 2 < len(words) and words[at + 2] in _WORD:
            who, first = _before(line, at)
            last, alone = at + 2, at + 3 >= len(words) or line.tokens[at + 3] < 0
        elif any(word == noun and prep in words[max(0, at - 3) : at] for prep, noun in _IN_FRONT):
            start = max(n for n in range(max(0, at - 3), at) if words[n] in ("at", "in"))
            if all(w in _SMALL for w in words[start + 1 : at]):
                who, first = _before(line, start)
        if who:
            yield _Leader(line.saying, who, line.places[first][0], line.places[last][1], alone)


def _before(line: Line, at: int) -> tuple[str, int]:
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if line.named[back]:
            return line.named[back], back
        if line.words[back] not in _SMALL and not (line.words[back] == "," and line.words[back + 1] == "who"):
            break
    return "", at


def _ahead(line: Line, at: int) -> tuple[str, int]:
    for place in range(at, min(len(line.words), at + _REACH)):
        if line.named[place]:
            return line.named[place], place
        if line.tokens[place] < 0:
            break
    return "", at
