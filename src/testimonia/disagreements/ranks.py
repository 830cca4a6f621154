"""One person's rank, told differently: "General Ash" here, "Colonel Ash" there; consul in a town, or vice-consul.

A rank stands right before his name, where both accounts tell much the same and neither of what he became. Or it is
his at a place that both name, once in full and once as a deputy's: other rungs one climbs in one place. One pair of
places is told of each two ranks of a person: the two that have most in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ..model import DiscrepancyKind, Reason
from ..words.stems import stem
from .differences import Difference, Words, about_of
from .of_one import he_is
from .sayings import Pair, Saying, Sayings, Token
from .settings import Settings

__all__ = ["differing_ranks"]

_LADDERS = (
    "private corporal sergeant ensign cornet lieutenant captain major colonel brigadier general marshal",
    "ambassador envoy consul charge chargé attache attaché",
    "constable inspector superintendent",
    "curate vicar canon archdeacon dean bishop archbishop",
)
_RUNG = {word: (n, word.replace("é", "e")) for n, line in enumerate(_LADDERS) for word in line.split()}
_CUES = frozenset(map(stem, _RUNG))
_AT = frozenset("of in to at".split())
_HE = frozenset(("he", "she"))
_UNDER = frozenset("vice deputy assistant".split())
_ACTING = frozenset("acting lance brevet temporary honorary late".split())
_CLIMBED = frozenset(
    "later afterwards promoted became rose raised subsequently eventually future former retired".split()
)
_LINKS = frozenset("a an the as is was were then once now made calls called styles himself herself of in at".split())
_BETWEEN = 10  # words from whose it is to the rank
_OFFERED = frozenset("of be made promised become".split())  # "the grade of captain"
_PLACE = 5  # words behind "to"
_LEAST = 6.0  # what the sentences must share besides the person, where only the title differs
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Rank:
    saying: Saying
    rung: tuple[int, str]
    places: frozenset[str] | None  # what stands with capitals behind "consul at"; ``None`` of a title
    start: int
    end: int


def differing_ranks(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Two rungs of one ladder that are said to be one person's."""
    ranks: defaultdict[str, list[_Rank]] = defaultdict(list)
    for number in sorted({number for cue in _CUES for number in sayings.having(cue)}):
        saying = sayings.all[number]
        if not _RUNG.keys().isdisjoint(saying.lows):
            for person, rank in _read(sayings, saying):
                ranks[person].append(rank)
    for person, own in ranks.items():
        best: dict[frozenset[tuple[int, str]], tuple[_Rank, _Rank, Pair]] = {}
        for one, other in combinations(own[:_MOST], 2):
            if not _may_clash(settings, one, other):
                continue
            pair = sayings.pair(one.saying, other.saying)
            both = frozenset((one.rung, other.rung))
            if one.places is None and sayings.weigh(pair.shared - {"@" + person}) < _LEAST:
                continue
            if both not in best or pair.weight > best[both][2].weight:
                best[both] = (one, other, pair)
        for one, other, pair in best.values():
            yield Difference(
                DiscrepancyKind.NAME,
                Words(one.saying, one.start, one.end),
                Words(other.saying, other.start, other.end),
                about_of(pair) or "rank",
                min(0.7, 0.5 + pair.weight / 80),
                None,
                (person,),
                (Reason("both tell one person's rank"),),
                pair.weight,
            )


def _may_clash(settings: Settings, one: _Rank, other: _Rank) -> bool:
    if one.saying.record is other.saying.record or one.rung == other.rung or one.rung[0] != other.rung[0]:
        return False
    if one.places is None or other.places is None:
        climbed = not _CLIMBED.isdisjoint(one.saying.lows | other.saying.lows)
        return one.places is other.places and not climbed and not settings.clash(one.saying, other.saying)
    if not one.places & other.places or _full(one.rung[1]) != _full(other.rung[1]):
        return False
    return settings.clash(one.saying, other.saying) < 2


def _full(rung: str) -> str:
    return next((rung.removeprefix(word) for word in _UNDER if rung.startswith(word)), rung)


def _read(sayings: Sayings, saying: Saying) -> Iterator[tuple[str, _Rank]]:
    tokens, text = saying.tokens, saying.text
    for at, token in enumerate(tokens):
        if token.named is not None:
            first, *rest = token.low.split()
            if rest and first.rstrip(".") in _RUNG:
                yield token.named.person, _Rank(saying, _RUNG[first.rstrip(".")], None, token.start, token.end)
            continue
        if token.low not in _RUNG:
            continue
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if behind is not None and behind.named is not None:
            acting = at > 0 and (tokens[at - 1].low in _ACTING or tokens[at - 1].low in _RUNG)
            if text[token.end : behind.start] in (" ", ". ") and text[token.start].isupper() and not acting:
                yield behind.named.person, _Rank(saying, _RUNG[token.low], None, token.start, behind.end)
            continue
        if at and tokens[at - 1].low in _OFFERED:
            continue
        places = _places(saying, at)
        person = _whose(sayings, saying, token) if places is not None else ""
        if person:
            ladder, rung = _RUNG[token.low]
            under = tokens[at - 1].low if at and tokens[at - 1].low in _UNDER else ""
            yield person, _Rank(saying, (ladder, under + rung), places, token.start, token.end)


def _places(saying: Saying, at: int) -> frozenset[str] | None:
    """Where he has the rank: what stands with capitals behind "consul at" and the like, ``None`` where that is not."""
    tokens, text = saying.tokens, saying.text
    n = at + 1
    if n < len(tokens) and tokens[n].low in ("d'affaires", "general"):
        n += 1
    if n >= len(tokens) or tokens[n].low not in _AT:
        return None
    behind = tokens[n + 1 : n + 1 + _PLACE]
    return frozenset(t.key for t in behind if t.key and t.named is None and text[t.start].isupper())


def _whose(sayings: Sayings, saying: Saying, token: Token) -> str:
    before = [other for other in saying.named if other.end <= token.start]
    if before and before[-1].named is not None:
        between = saying.tokens_in(before[-1].end, token.start)
        far = len(between) > _BETWEEN or any(t.low not in _LINKS | _UNDER and t.low not in _RUNG for t in between)
        return "" if far else before[-1].named.person  # "Ash dined with the consul in Lisbon"
    person = he_is(sayings, saying)
    if person is None and not _HE.isdisjoint(other.low for other in saying.tokens_in(saying.start, token.start)):
        asked = sayings.named_in_claims.get(saying.record.claim or "", [])
        person = asked[0] if len(asked) == 1 else None
    return person or ""
