"""Between whom it was, told differently: "the interview between Ash and Reed", "of Ash with Reed and Holm".

What passed between people is one thing where both accounts call it by one noun and print days that lie near each other.
Who is named beside two of the same, and not in the other account's sentence or right before or behind it, is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ..model import DiscrepancyKind, Reason
from ..words.stems import stem
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_parties"]

_OCCASIONS = frozenset(
    stem(word)
    for word in (
        "confrontation meeting interview conversation talk talks discussion conference negotiation negotiations duel "
        "quarrel fight encounter parley consultation dinner supper luncheon"
    ).split()
)
_AND = frozenset(("and", "with"))
_BACK, _GAP = 4, 6  # words from "between" to the noun; from one name to the next
_NEAR_BY = 14  # days
_WRITTEN = frozenset("wrote written writes recorded record dated reported report letter note minutes protocol".split())
_FURTHER = frozenset("first second third another next other later again earlier last".split())


@dataclass(frozen=True, slots=True)
class _Party:
    saying: Saying
    noun: str
    persons: frozenset[str]
    start: int
    end: int


def differing_parties(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Accounts of one occasion that name somebody more, or somebody else, between whom it was."""
    parties = [
        party
        for number in sorted({number for noun in _OCCASIONS for number in sayings.having(noun)})
        if len(sayings.all[number].named) > 1
        for party in _read(sayings.all[number])
    ]
    for one, other in combinations(parties, 2):
        if one.noun != other.noun or one.persons == other.persons or len(one.persons & other.persons) < 2:
            continue
        a, b = one.saying, other.saying
        apart = settings.days_apart(a, b)
        if a.record is b.record or apart is None or apart > _NEAR_BY:
            continue
        if apart and (a.lows | b.lows).isdisjoint(_WRITTEN):
            continue  # two occasions, of which neither day may be that of the paper
        if a.lows & _FURTHER != b.lows & _FURTHER:
            continue
        missing = {"@" + person for person in one.persons - other.persons} - sayings.around(b, 1)
        missing |= {"@" + person for person in other.persons - one.persons} - sayings.around(a, 1)
        if not missing:
            continue
        pair = sayings.pair(a, b)
        yield Difference(
            DiscrepancyKind.PRESENCE,
            Words(a, one.start, one.end),
            Words(b, other.start, other.end),
            about_of(pair),
            min(0.75, 0.5 + pair.weight / 80),
            None,
            tuple(sorted(person[1:] for person in missing)),
            (Reason("both tell between whom one thing was"),),
            pair.weight,
        )


def _read(saying: Saying) -> Iterator[_Party]:
    """Those who are named behind "between" and a noun for what passed between them."""
    tokens = saying.tokens
    for at, token in enumerate(tokens):
        if token.low not in ("between", "of"):
            continue
        noun = next((t for t in reversed(tokens[max(0, at - _BACK) : at]) if t.key in _OCCASIONS), None)
        if noun is None or (token.low == "of" and tokens[at - 1] is not noun):
            continue
        named: list[int] = []
        for n in range(at + 1, len(tokens)):
            last = named[-1] if named else at
            between = saying.text[tokens[last].end : tokens[n].start]
            if n - last > _GAP or between == "-" or any(mark in between for mark in ".;:()"):
                break
            aside = n + 1 < len(tokens) and tokens[n + 1].low in ("as", "for", "present")  # "with Lowe as scribe"
            if aside and tokens[n].named is not None:
                break
            if tokens[n].named is not None and (
                not named or n == last + 1 or not _AND.isdisjoint(t.low for t in tokens[last + 1 : n])
            ):
                named.append(n)
        if len(named) > 1 and (token.low == "between" or any(t.low == "with" for t in tokens[named[0] : named[-1]])):
            persons = frozenset(tokens[n].named.person for n in named)  # type: ignore[union-attr]
            yield _Party(saying, noun.key, persons, tokens[named[0]].start, tokens[named[-1]].end)
