"""All of them here, all but two there: what is told of a whole company in one place, and of most of it in another.

"All the crew signed" and "all signed but the cook" cannot both be right; nor can one account except the cook and the
other the cook and the carpenter. The two must tell the same of one company: a word of theirs in common that says
something, and the same proceedings or claims near each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import DiscrepancyKind, Reason
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings, Token
from .settings import Settings

__all__ = ["Whole", "company_of", "differing_exceptions", "excepting"]

_EXCEPT = re.compile(
    r"\b(?:with the (?:(?:sole|single|only|one|possible) )?exceptions? of|excepting|except(?: for)?|apart from|"
    r"save(?: for)?|all but|but for|other than)\s",
    re.IGNORECASE,
)
_CUES = frozenset("exception exceptions excepting except apart save but other".split())
_ALL = re.compile(
    r"\b(?:all(?: of)?(?: (?:the|these|those|them|of them))?|everyone|every one(?: of them)?|each of (?:the|them)|"
    r"everybody)\b"
    r"(?! (?:that|this|but|right|day|night|kinds?|sorts?|over|round|told|in all|his|her|its|my|counts|points)\b)",
    re.IGNORECASE,
)
_WHOLE = frozenset("all everyone everybody each every".split())
_PARTLY = re.compile(r"\b(?:not|nearly|almost|by no means|practically|hardly|if|whether)\s+$", re.IGNORECASE)
_COMPANY = {
    word: line.split()[0]
    for line in (
        "accused defendants prisoners",
        "crew hands sailors seamen",
        "passengers",
        "witnesses",
        "officers",
        "soldiers troops",
        "workers workmen",
        "delegates",
        "ministers",
        "jurors jurymen",
        "judges",
        "survivors",
        "heirs",
        "partners",
        "tenants",
        "villagers",
        "pupils boys girls",
        "nuns monks sisters",
    )
    for word in line.split()
}
_THEY = frozenset("they them men women members people persons".split())
_NAMES_WITHIN = 60  # code points behind "except"
_GAP = 12  # of them before the first name
_REACH = 8  # words behind "all" to what is told of them
_LEAST = 3.0
_NEAR_BY = 2  # claims


@dataclass(frozen=True, slots=True)
class Whole:
    """All of a company, or all but some: ``but`` are those excepted, ``keys`` what is told of the others."""

    saying: Saying
    start: int
    end: int
    but: frozenset[str]  # persons that are excepted
    keys: frozenset[str]  # what is told of them
    company: frozenset[str]


def company_of(word: str) -> str:
    """The company that a noun stands for, words of one company alike; empty for other words."""
    return _COMPANY.get(word, "")


def differing_exceptions(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """All and all but some, and exceptions that differ."""
    parted = excepting(sayings)
    if not parted:
        return
    keys = frozenset().union(*(whole.keys for whole in parted))
    numbers = sorted({n for key in keys if sayings.weights.get(key, 0) >= _LEAST for n in sayings.having(key)})
    alls = [whole for number in numbers for whole in _all(sayings.all[number])]
    for n, one in enumerate(parted):
        for other in [*parted[n + 1 :], *alls]:
            if one.saying.record is other.saying.record or one.but == other.but:
                continue
            if one.company and other.company and not one.company & other.company:
                continue
            shared = one.keys & other.keys
            if sayings.weigh(shared) < _LEAST:
                continue
            a, b = sorted((one, other), key=lambda whole: whole.saying.number)
            pair = sayings.pair(a.saying, b.saying)
            if settings.clash(a.saying, b.saying):
                continue
            if pair.distance > _NEAR_BY and not settings.of_one_trial(a.saying, b.saying):
                continue
            yield Difference(
                DiscrepancyKind.NUMBER,
                Words(a.saying, a.start, a.end),
                Words(b.saying, b.start, b.end),
                about_of(pair, shared),
                0.6,
                None,
                tuple(sorted(one.but ^ other.but)),
                (Reason("all of them by the one account, and not by the other"),),
                pair.weight,
            )


def excepting(sayings: Sayings) -> list[Whole]:
    """Where somebody is excepted from a company, in order."""
    return [
        whole
        for saying in sayings.all
        if saying.named and not _CUES.isdisjoint(saying.lows)
        for whole in _excepting(saying)
    ]


def _excepting(saying: Saying) -> Iterator[Whole]:
    for found in _EXCEPT.finditer(saying.text, saying.start, saying.end):
        behind = saying.tokens_in(found.end(), min(saying.end, found.end() + _NAMES_WITHIN))
        but: list[Token] = []
        for token in behind:
            if token.named is None and but and token.low not in ("and", "of"):
                break
            if token.named is not None:
                but.append(token)
        before = saying.tokens_in(saying.start, found.start())
        if not but or but[0].start - found.end() > _GAP:
            continue
        if any(token.low in _COMPANY or token.low in _THEY or token.low == "all" for token in before):
            persons = frozenset(token.named.person for token in but if token.named is not None)
            yield Whole(saying, found.start(), but[-1].end, persons, _keys(before), _nouns(before))
            return


def _all(saying: Saying) -> Iterator[Whole]:
    if _WHOLE.isdisjoint(saying.lows) or _EXCEPT.search(saying.text, saying.start, saying.end):
        return
    for found in _ALL.finditer(saying.text, saying.start, saying.end):
        if _PARTLY.search(saying.text[max(saying.start, found.start() - 14) : found.start()]):
            continue
        behind = saying.tokens_in(found.end(), saying.end)[:_REACH]
        before = saying.tokens_in(saying.start, found.start())[-3:]
        keys = _keys(behind)
        if keys:
            yield Whole(saying, found.start(), behind[-1].end, frozenset(), keys, _nouns([*before, *behind]))
            return


def _keys(tokens: list[Token]) -> frozenset[str]:
    return frozenset(t.key for t in tokens if t.named is None and t.low not in _COMPANY and t.low not in _THEY) - {""}


def _nouns(tokens: list[Token]) -> frozenset[str]:
    return frozenset(_COMPANY[token.low] for token in tokens if token.low in _COMPANY)
