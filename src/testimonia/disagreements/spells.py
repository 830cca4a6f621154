"""How long something went on, told differently: one length of time in each account under a claim.

Accounts under one claim that tell one length of time each, both in minutes and hours or both in days, tell of one thing
more often than of two; so do two nights, days or weeks where a claim says how many such it was. Under other claims the
words around must have something in common that few sentences have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Claim, Sourcebook
from ..words.durations import HINTS, Duration, find_durations, find_from_to, scale_of
from .differences import Difference, Words, around, words_apart
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_spells"]

_ROUND = 0.1  # what two lengths that may be one lie apart, of the greater
_ROUND_ABOUT = 0.25
_RATIO = 12.0  # one length so many times the other
_SHORT, _MIDDLE = 0, 1
_SHARED, _SEVERAL = 8.0, 2
_CLOCKS = frozenset(("o'clock", "past"))
_BRIEF = HINTS - frozenset("month months year years".split())
_NEAR = 10  # words
_FAR_OFF = 0.42
_SHORT_ANSWER, _BESIDE = 9, 4.0
_FAR = 12  # claims
_MOST = 14  # accounts of one claim
_UNIT_SETS = ({"day", "night"}, {"week", "fortnight"}, {"month", "year"})
_PUNISHING = frozenset("sentenced sentence sentences condemned condemns commuted imprisonment gaol jail exile".split())


_TIMED = frozenset("from began opened started".split())
_OFTEN = frozenset("would used usually sometimes often always".split())  # it was so more than once


@dataclass(frozen=True, slots=True)
class _Spell:
    saying: Saying
    length: Duration
    near: frozenset[str]

    @property
    def scale(self) -> int:
        scale = scale_of(self.length.unit)
        return _MIDDLE if scale == _SHORT and self.length.days >= 1.0 else scale  # "sixty hours"


def differing_spells(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Lengths of time that differ."""
    asked = {claim.id: list(_asked(claim)) for claim in book.claims}
    claims = [claim.id for claim in book.claims]
    told: dict[str, list[list[_Spell]]] = {}
    for own in sayings.of_record.values():
        claim = own[0].record.claim or ""
        hints = (HINTS if asked.get(claim) else _BRIEF) | _CLOCKS  # years are compared where they are asked for
        spells = [
            spell
            for n, saying in enumerate(own)
            if not hints.isdisjoint(saying.lows)
            for spell in _read(saying, own[n - 1] if n else None)
        ]
        if spells and claim:
            told.setdefault(claim, []).append(spells)
    for at, claim in enumerate(claims):
        accounts = told.get(claim, [])[:_MOST]
        partners: defaultdict[tuple[int, int], list[_Spell]] = defaultdict(list)
        for n, here in enumerate(accounts):
            for there in accounts[n + 1 :]:
                for one, other, confidence in _under_one(sayings, settings, here, there, asked[claim]):
                    partners[one.length.span.start, one.saying.number].append(other)
                    partners[other.length.span.start, other.saying.number].append(one)
                    yield _difference(sayings, one, other, confidence)
        for near in (*claims[max(0, at - _FAR) : at], *claims[at + 1 : at + 1 + _FAR]):
            for here in accounts:
                for there in told.get(near, [])[:_MOST]:
                    for one, other in _apart(sayings, settings, here, there):
                        if one.saying.number < other.saying.number:
                            yield _difference(sayings, one, other, _FAR_OFF)
                        for third in partners[
                            one.length.span.start, one.saying.number
                        ]:  # which is of one thing with it
                            if _differ(third.length, other.length) and third.saying.record is not other.saying.record:
                                yield _difference(sayings, third, other, _FAR_OFF)


def _asked(claim: Claim) -> Iterator[Duration]:
    yield from find_durations(claim.text.lower())


def _read(saying: Saying, before: Saying | None) -> Iterator[_Spell]:
    asks = before is not None and len(saying.tokens) <= _SHORT_ANSWER and before.words.rstrip().endswith("?")
    asked = before.features if before is not None and asks else frozenset()
    lengths = list(find_durations(saying.text, saying.start, saying.end))
    if not _TIMED.isdisjoint(saying.lows) and (told := find_from_to(saying.text, saying.start, saying.end)) is not None:
        lengths = [told]
    for length in lengths:
        near = around(saying, length.span.start, length.span.end, _NEAR)
        if any(token.low in _PUNISHING or token.low in _OFTEN for token in near):
            continue
        yield _Spell(saying, length, (frozenset(token.key for token in near) | asked) - {""})


def _under_one(
    sayings: Sayings, settings: Settings, here: list[_Spell], there: list[_Spell], asked: Sequence[Duration]
) -> Iterator[tuple[_Spell, _Spell, float]]:
    for one in here:
        for other in there:
            if one.scale != other.scale or not _differ(one.length, other.length):
                continue
            if any(_agree(x.length, other.length) for x in here) or any(_agree(one.length, x.length) for x in there):
                continue
            answers = any(scale_of(length.unit) == one.scale for length in asked)
            beside = one.scale == _SHORT and sayings.weigh(one.near & other.near) >= _BESIDE
            if (one.length.after or other.length.after) and not answers and not beside:
                continue
            alone = _alone(one, here, answers or one.length.after) and _alone(
                other, there, answers or other.length.after
            )
            if one.scale == _SHORT:
                ok = alone
            elif one.scale == _MIDDLE:
                ok = alone and (answers or _of_one_unit(one, other))
            else:
                ok = alone and answers
            if ok and settings.clash(one.saying, other.saying) < 2:
                yield one, other, 0.55 if answers else 0.45


def _apart(
    sayings: Sayings, settings: Settings, here: list[_Spell], there: list[_Spell]
) -> Iterator[tuple[_Spell, _Spell]]:
    for one in here:
        for other in there:
            if one.scale != other.scale or not _differ(one.length, other.length):
                continue
            if one.length.after or other.length.after:
                continue
            shared = one.near & other.near
            if len(shared) < _SEVERAL or sayings.weigh(shared) < _SHARED or settings.clash(one.saying, other.saying):
                continue
            if _alone(one, here) and _alone(other, there):
                yield one, other


def _differ(one: Duration, other: Duration) -> bool:
    """Whether two lengths cannot be one, and are near enough to be meant for one."""
    low, high = sorted((one.days, other.days))
    return high - low > (_ROUND_ABOUT if one.about or other.about else _ROUND) * high and high <= _RATIO * low


def _agree(one: Duration, other: Duration) -> bool:
    """Whether two lengths are one, in one unit."""
    return one.unit == other.unit and abs(one.days - other.days) <= _ROUND * max(one.days, other.days)


def _is_like(asked: Duration, length: Duration) -> bool:
    return any({asked.unit, length.unit} <= units for units in _UNIT_SETS) or asked.unit == length.unit


def _of_one_unit(one: _Spell, other: _Spell) -> bool:
    return _is_like(one.length, other.length)


def _alone(spell: _Spell, own: list[_Spell], answers: bool = False) -> bool:
    """Whether its account tells no other length in such units; in that unit, where it answers the claim."""
    if answers and sum(spell.length.unit == other.length.unit for other in own) == 1:
        return True
    like = [other for other in own if other.scale == spell.scale and (answers or not other.length.after)]
    return sum(_is_like(spell.length, other.length) for other in like) == 1


def _difference(sayings: Sayings, one: _Spell, other: _Spell, confidence: float) -> Difference:
    reason = "accounts of one matter, each of which tells how long it went on"
    here, there = (Words(told.saying, told.length.span.start, told.length.span.end) for told in (one, other))
    base = confidence + sayings.weigh(one.near & other.near) / 40
    return words_apart(sayings, here, there, "how long it went on", reason, base=base)
