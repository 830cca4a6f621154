"""By whom something was done, told differently: at whose bidding a deed, by which court or board a sentence.

The agent is what stands behind the words that hand the deed on ("by decision of …"), or the body that is named beside a
verb of judging. Two agents differ where neither's words are the other's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import DiscrepancyKind, Reason
from ..words.stems import stem
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_agents"]

_BIDDING = re.compile(
    r"\b(?:(?:by|with|to|out|on|in accordance with) (?:a |the )?"
    r"(?:decisions?|orders?|instructions?|directives?) (?:of|from)"
    r"|at the bidding of|organi[sz]ed by|instigated by)\s+",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:kill\w*|murder\w*|assassinat\w*|death|crime|attack|shooting|explosion|fire|robbery|theft)\b", re.IGNORECASE
)
_PHRASE = re.compile(r"(?:[^\W\d][\w'’-]*|,(?=\s+(?:and|the|a)\b)|&|\s)+")
_BODY = re.compile(
    r"\b(?:[A-Z][\w'’-]+\s+(?:of\s+(?:the\s+)?)?){1,4}?(?:Court|Committee|Board|Council|Commission|Tribunal|Senate|Presidium|Collegium|Ministry)\b"
)
_HANDING_ON = frozenset(
    "decision decisions order orders instruction instructions directive directives bidding organized organised "
    "instigated".split()
)
_BODIES = frozenset("court committee board council commission tribunal senate presidium collegium ministry".split())
_JUDGING = re.compile(
    r"\b(?:sentenced|condemned|commuted|pardon\w*|repriev\w*|clemency|acquitted|convicted|amnest\w*|granted|dismissed)\b"
)
_REACH = 90  # code points between a body and what it decides
_MERCY = re.compile(r"\b(?:commuted|pardon\w*|repriev\w*|clemency|amnest\w*)\b")
_LONGEST = 10  # words of an agent


@dataclass(frozen=True, slots=True)
class _Agent:
    saying: Saying
    start: int
    end: int
    words: frozenset[str]
    persons: frozenset[str]
    mercy: bool = False


def differing_agents(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """At whose bidding a deed was done, and by which body something was judged, told differently."""
    bidders: list[_Agent] = []
    bodies: list[_Agent] = []
    last: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for saying in sayings.all:
        people = saying.persons if saying.named else frozenset()
        if people:
            last[saying.record.id] = people
        around = people or last[saying.record.id]
        lows = saying.lows
        if not _HANDING_ON.isdisjoint(lows):
            bidders += _bidders(saying, around)
        if not _BODIES.isdisjoint(lows):
            bodies += _bodies(saying, around)
    for agents, rule in ((bidders, "both tell at whose bidding it was done"), (bodies, "both tell which body decided")):
        for at, one in enumerate(agents):
            for other in agents[at + 1 :]:
                if one.saying.record is other.saying.record or one.mercy != other.mercy:
                    continue
                if len(one.words & other.words) > 0.5 * min(len(one.words), len(other.words)):
                    continue
                pair = sayings.pair(one.saying, other.saying)
                both = one.persons & other.persons
                if (agents is bidders and not both) or settings.clash(one.saying, other.saying) == 2:
                    continue
                if agents is bodies and not (pair.distance <= 1 and (both or pair.weight >= 8.0)):
                    continue
                yield Difference(
                    DiscrepancyKind.NAME,
                    Words(one.saying, one.start, one.end),
                    Words(other.saying, other.start, other.end),
                    about_of(pair) or "by whom",
                    0.55,
                    None,
                    tuple(sorted(both)),
                    (Reason(rule),),
                    pair.weight,
                )


def _bidders(saying: Saying, people: frozenset[str]) -> Iterator[_Agent]:
    text = saying.text
    if not _DEED.search(text, saying.start, saying.end):
        return
    for found in _BIDDING.finditer(text, saying.start, saying.end):
        phrase = _PHRASE.match(text, found.end(), saying.end)
        if phrase is None:
            continue
        tokens = saying.tokens_in(found.end(), phrase.end())[:_LONGEST]
        keys = frozenset(token.key for token in tokens) - {""}
        if keys and tokens:
            yield _Agent(saying, found.end(), tokens[-1].end, keys, people)
        return


def _bodies(saying: Saying, people: frozenset[str]) -> Iterator[_Agent]:
    text = saying.text
    for body in _BODY.finditer(text, saying.start, saying.end):
        near = (max(saying.start, body.start() - _REACH), min(saying.end, body.end() + _REACH))
        if _JUDGING.search(text, *near):
            keys = frozenset(stem(word.lower()) for word in re.findall(r"\w{3,}", body.group()))
            yield _Agent(saying, *body.span(), keys, people, bool(_MERCY.search(text, *near)))
            return
