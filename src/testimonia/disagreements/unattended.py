"""Whether somebody was alone, told differently under one claim: "with nobody near him", "Reed stood at his elbow".

That he was alone is told by that word behind a verb or a comma, by "by himself" and by its being denied that anybody
was near. That he was not is told by a word of staying or going with "beside him", "at her elbow" and the like behind
it, or by his name in one row with somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Cause, DiscrepancyKind
from .differences import Difference, Words, words_apart
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["differing_unattended"]

_ALONE = re.compile(
    r"(?:(?<=,)|\b(?:was|were|stood|sat|lay|died|went|came|rode|waited|dined|slept|swam|fell|fought|left|\w{2,}ed|forward|down|"
    r"out|up|back|in)\b)\s+(?:quite\s+|all\s+)?alone\b(?!\s+(?:of|among|in\s+(?:holding|thinking|believing|saying))\b)"
    r"|(?<!ed)(?<!ten)(?<!made)(?<!done)(?<!held)(?<!kept)\s+by\s+(?:him|her|my)self\b(?!\s+(?:and|or|in|as)\b)"
    r"|\bwith\s+(?:nobody|no\s+one|not\s+(?:one|a)\b[^.;,]{0,20}|not\s+a\s+soul|no\s+\w+)\s+(?:near|with|by|beside)\s+"
    r"(?:him|her|me)\b"
    r"|\b(?:nobody|no\s+one)\s+else\s+(?:was|would\s+come|came)\s+(?:near|with|by|there|present)\b",
    re.IGNORECASE,
)
_STAYING = (
    r"(?:stood|sat|was|were|waited|knelt|stayed|remained|walked|rode|lay|came|went|stands|sits|kneels|watched|leaned)"
)
_BESIDE = re.compile(
    rf"\b(?P<stays>{_STAYING})\b[^.;:?!,]{{0,24}}?\b(?P<near>(?:with|beside|by|near|next\s+to)\s+(?:him|her|(?-i:[A-Z][\w-]+))\b(?!self)(?!\s+\w+ing\b)"
    r"|(?:round|around|about|by|at|beside)\s+(?:the|his|her)\s+(?:sick)?(?:bed|bedside|deathbed|death-bed|couch)\b(?!room)"
    r"|(?:at|by|on)\s+(?:(?:his|her)|(?:[\w’'.-]+(?:\s+[A-Z][\w-]+)?['’]s?))\s+(?:elbow|side|bedside|arm)\b)",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"\s*,?\s+and\s+(?:a|an|his|her|the|their)\s+(?:\w+\s+)?"
    r"(?:servant|maid|wife|husband|son|daughter|sister|brother|mother|father|clerk|guard|friend|companion|child|nurse|secretary)\b",
)
_HINTS = frozenset("alone himself herself myself nobody".split())
_NEARS = frozenset("elbow side bedside arm with beside by near next and round around about bed deathbed".split())
_HABIT = frozenset("each every often usually sometimes".split())
_DENIED = re.compile(r"\b(?:nobody|no\s+one|none|never|not)\b|n['’]t\b", re.IGNORECASE)
_RULE = "one account tells that he was alone, and another who was beside him"
_MOST = 14


@dataclass(frozen=True, slots=True)
class _Told:
    saying: Saying
    start: int
    end: int
    whom: str  # an id, empty where he is only meant


def differing_unattended(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Where one account tells that somebody was alone and another that he had company."""
    for accounts in sayings.by_claim:
        alone = [told for own in accounts[:_MOST] for told in _alone(sayings, own)]
        if not alone:
            continue
        together = [told for own in accounts[:_MOST] for told in _together(own)]
        for one in alone:
            for other in together:
                if one.saying.record is other.saying.record or (one.whom and other.whom and one.whom != other.whom):
                    continue
                if settings.clash(one.saying, other.saying):
                    continue
                here, there = (Words(told.saying, told.start, told.end) for told in (one, other))
                yield words_apart(
                    sayings,
                    here,
                    there,
                    "who was with him",
                    _RULE,
                    base=0.5,
                    per=80,
                    kind=DiscrepancyKind.PRESENCE,
                    cause=Cause.CONFLICT,
                )


def _alone(sayings: Sayings, own: list[Saying]) -> Iterator[_Told]:
    """Where an account tells that somebody was alone."""
    for saying in own:
        lows = saying.lows
        if _HINTS.isdisjoint(lows) and not ({"no", "not"} & lows and {"with", "else"} & lows):
            continue
        if not _HABIT.isdisjoint(lows):
            continue
        found = _ALONE.search(saying.text, saying.start, saying.end)
        if found is not None:
            before = [token for token in saying.named if token.end <= found.start()]
            asked = sayings.named_in_claims.get(saying.record.claim or "", [])
            whom = before[-1].named.person if before and before[-1].named else asked[0] if len(asked) == 1 else ""
            start = found.end() - len(found.group().lstrip())
            yield _Told(saying, start, found.end(), whom)


def _together(own: list[Saying]) -> Iterator[_Told]:
    """Where an account tells who was beside somebody."""
    for saying in own:
        if _NEARS.isdisjoint(saying.lows) or not _HABIT.isdisjoint(saying.lows):
            continue
        for token in saying.named:
            row = _ROW.match(saying.text, token.end, saying.end)
            if row is not None and token.named is not None and not _DENIED.search(saying.words):
                yield _Told(saying, token.start, row.end(), token.named.person)
        for found in _BESIDE.finditer(saying.text, saying.start, saying.end):
            if _DENIED.search(saying.text, saying.start, found.end()):
                continue
            if saying.text.startswith(" of ", found.end()):
                continue  # "at the bedside of the elder girl"
            near = saying.tokens_in(found.start("near"), found.end())
            whose = next((token.named.person for token in near if token.named is not None), "")
            yield _Told(saying, found.start(), found.end(), whose)
