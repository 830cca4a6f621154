"""How many of one company did something, told differently: "two of the crew refused", "three of them would not".

The company is named ("of the crew") or was before ("of them"); two counts are of one company's members where the
companies may be one, what they did is told by one word or by words of one event, and nothing parts the matters. They
stand under claims near each other or tell of one trial, or those who are named as the members by the one are named by
the other as well: "two of the singers (Ash and Reed)". Of these it is not told, either, that all but Ash did otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..model import DiscrepancyKind, Reason
from ..words.amounts import read_number
from ..words.sames import set_of
from ..words.stems import stem
from .differences import Difference, Words, about_of, words_apart
from .exceptions import Whole, company_of, excepting
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_partitives"]

_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = frozenset(map(stem, _WORDS))
_OF = re.compile(
    rf"(?P<many>{'|'.join(_WORDS)}) of "
    r"(?:(?P<them>them|us|these|those|whom)|(?:the|these|those|his|her|their|its|our) (?:[\w-]+ ){0,2}?"
    r"(?P<who>[a-z]+))\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r"\s*[(,\[–—][^().;:\]]{3,120}[),\]–—]")  # "(Ash and Reed)"
_LISTED = 12  # sentences behind in which members may be listed
_BEHIND, _BEFORE = 9, 6  # words
_DEEDS = frozenset("lost punished arrived left seized reserved owned".split())  # sets of words of one event
_LEAST = 5.0
_NEAR_BY, _NEARLY = 2, 8  # claims, and where some are named by both
_ALL_BUT = "all of a company but some by the one account, and by the other more of it"


@dataclass(frozen=True, slots=True)
class _Part:
    saying: Saying
    start: int
    end: int
    many: float
    company: str
    keys: frozenset[str]
    sets: frozenset[str]
    members: frozenset[str]  # ids of those who are named in brackets behind


def differing_partitives(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """How many of one company did one thing."""
    numbers = {number for key in _NUMBERS for number in sayings.having(key)}
    parts = [part for number in sorted(numbers) for part in _read(sayings.all[number])]
    listed = [part for part in parts if len(part.members) > 1]
    for whole in excepting(sayings) if listed else ():
        for part in listed:
            if _excepts_others(sayings, whole, part):
                here, there = (Words(told.saying, told.start, told.end) for told in (whole, part))
                yield words_apart(sayings, here, there, "how many of them", _ALL_BUT, base=0.55)
    for n, one in enumerate(parts):
        for other in parts[n + 1 :]:
            if one.saying.record is other.saying.record or one.many == other.many:
                continue
            if one.company and other.company and one.company != other.company:
                continue
            shared = one.keys & other.keys
            if not one.sets & other.sets and sayings.weigh(shared) < _LEAST:
                continue
            pair = sayings.pair(one.saying, other.saying)
            clash = settings.clash(one.saying, other.saying)
            if clash == 2 or not (
                pair.distance <= _NEAR_BY
                or settings.of_one_trial(one.saying, other.saying)
                or (not clash and _have_members_in_common(sayings, one, other))
            ):
                continue
            yield Difference(
                DiscrepancyKind.NUMBER,
                Words(one.saying, one.start, one.end),
                Words(other.saying, other.start, other.end),
                about_of(pair) or "how many of them",
                0.55,
                None,
                (),
                (Reason("both tell how many of one company did one thing"),),
                pair.weight,
            )


def _excepts_others(sayings: Sayings, whole: Whole, part: _Part) -> bool:
    """Whether all of a company but some of these members did what is told of the members otherwise."""
    if part.saying.record is whole.saying.record or part.company not in whole.company or not part.company:
        return False
    if not whole.but < part.members or abs(part.saying.section - whole.saying.section) > _NEARLY:
        return False
    sets = frozenset(set_of(token.low) for token in whole.saying.tokens) & _DEEDS
    return bool(sets & part.sets) or sayings.weigh(whole.keys & part.keys) >= _LEAST


def _have_members_in_common(sayings: Sayings, one: _Part, other: _Part) -> bool:
    """Whether those whom one names as the members are named right behind the other too."""
    return any(
        len(here.members) > 1 and here.members <= _named_behind(sayings, there)
        for here, there in ((one, other), (other, one))
    )


def _named_behind(sayings: Sayings, part: _Part) -> frozenset[str]:
    own = sayings.of_record[part.saying.record.id]
    at = part.saying.number - own[0].number
    return part.members.union(*(saying.persons for saying in own[at + 1 : at + 1 + _LISTED]))


def _read(saying: Saying) -> Iterator[_Part]:
    for token, behind in pairwise(saying.tokens):
        found = _OF.match(saying.text, token.start, saying.end) if behind.low == "of" and token.low in _WORDS else None
        many = read_number(token.low) if found is not None else None
        if found is None or many is None:
            continue
        company = company_of((found["who"] or "").lower())
        if not company and not found["them"]:
            continue
        near = [
            *saying.tokens_in(saying.start, found.start())[-_BEFORE:],
            *saying.tokens_in(found.end(), saying.end)[:_BEHIND],
        ]
        told = [t for t in near if t.named is None and not company_of(t.low)]
        keys = frozenset(t.key for t in told) - {""}
        sets = frozenset(set_of(t.low) for t in told) & _DEEDS
        listed = _MEMBERS.match(saying.text, found.end(), saying.end)
        inside = saying.tokens_in(*listed.span()) if listed is not None else []
        members = frozenset(t.named.person for t in inside if t.named is not None)
        yield _Part(saying, found.start(), found.end(), many, company, keys, sets, members)
