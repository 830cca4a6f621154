"""A deed that one account tells and another has it that there was none of: "It was resolved", "Nothing was decided".

Both stand under one claim, which is what makes the deed one; how the deed is called may differ (`words.nones`). Under
other claims it is one where what stands around both names the same people and much else that is rare.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..model import Cause, DiscrepancyKind, Reason, Span
from ..words.amounts import find_amounts
from ..words.nones import deed_of, nones
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings, may_count
from .settings import Settings

__all__ = ["told_and_nothing"]

_UNSURE = re.compile(
    r"\?|\b(?:no|not|nothing|never|nobody|none|neither|nor|without|if|whether|perhaps|probably|possibly|denied|denies|"
    r"deny|denying|would|might|may|could|should|until|unless|hoped|wanted|wished|tried|refused|asked|to)\b|n[’']t\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|whether|could|cannot|can|would|might|may|swear|doubt\w*|not|untrue|false|lies?|den(?:y|ies|ied|ying)|wrong)\b",
    re.IGNORECASE,
)
_NEAR = 40  # code points before a denial in which a word makes it none
_PAYING = deed_of("paid")
_MOST = 14  # accounts of one claim that are set against each other
_AROUND = (-2, -1, 0, 1, 2)  # sentences
_FEW = 3  # accounts under other claims that one denial is set against
_RARE, _ONE_SCENE, _COMPANY = 4.5, 26.0, 2  # weight of a rare word, of all that is shared, and people in it


def told_and_nothing(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Where one account tells a deed and another that there was no such thing."""
    for accounts in sayings.by_claim:
        denied = [
            (saying, words, deed)
            for own in accounts[:_MOST]
            for saying in own
            if saying.number in sayings.denying and not saying.words.rstrip("\"'”’)] ").endswith("?")
            for words, deed, _ in nones(saying.text, saying.start, saying.end)
            if not _SUPPOSED.search(saying.text, max(saying.start, words.start - _NEAR), words.start)
        ]
        for saying, words, deed in denied:
            for weight, other, place in _elsewhere(sayings, saying, deed)[:_FEW]:
                if not settings.clash(saying, other):
                    yield _difference(sayings, (saying, words), (other, place), weight)
            for own in accounts[:_MOST]:
                if own[0].record is saying.record:
                    continue
                told = next(((s, place) for s in own for place in _told(s, deed)), None)
                if told is not None and not settings.clash(saying, told[0]):
                    yield _difference(sayings, (saying, words), told)


def _elsewhere(sayings: Sayings, saying: Saying, deed: str) -> list[tuple[float, Saying, Span]]:
    """Where the deed is told under other claims in the same company, the nearest first."""
    scene = sayings.around(saying)
    people = [feature for feature in scene if feature[0] == "@"]
    if len(people) < _COMPANY:
        return []
    company: Counter[int] = Counter()
    near: set[int] = set()
    for feature in people:
        company.update({n + step for n in sayings.having(feature) for step in _AROUND})
    for feature in scene:
        if feature[0] != "@" and sayings.weights[feature] >= _RARE:
            near.update(sayings.having(feature))
    near = {n + step for n in near for step in _AROUND}
    found = []
    for number in sorted(n for n, met in company.items() if met >= _COMPANY and n in near):
        other = sayings.all[number] if 0 <= number < len(sayings.all) else saying
        if other.record.claim == saying.record.claim or not any(deed_of(token.low) == deed for token in other.tokens):
            continue
        shared = scene & sayings.around(other)
        weight = sayings.weigh(shared)
        if weight < _ONE_SCENE or sum(feature[0] == "@" for feature in shared) < _COMPANY:
            continue
        place = next(_told(other, deed), None)
        if place is not None:
            found.append((weight, other, place))
    return sorted(found, key=lambda f: (-f[0], f[1].number))


def _told(saying: Saying, deed: str) -> Iterator[Span]:
    """Where a sentence tells a deed outright."""
    if "?" in saying.words:
        return
    if deed == _PAYING and any(may_count(token.low) for token in saying.tokens):
        for sum_ in find_amounts(saying.text, saying.start, saying.end):
            if sum_.kind == "money" and not _UNSURE.search(saying.text, saying.start, sum_.span.start):
                yield sum_.span  # a sum that is told of is told to have changed hands
    for token in saying.tokens:
        is_deed = deed_of(token.low) == deed and not token.low.endswith("ing")
        if is_deed and not _UNSURE.search(saying.text, saying.start, token.start):
            yield Span(token.start, token.end)


def _difference(
    sayings: Sayings, one: tuple[Saying, Span], other: tuple[Saying, Span], weight: float = 0.0
) -> Difference:
    a, b = (one, other) if one[0].number < other[0].number else (other, one)
    pair = sayings.pair(a[0], b[0])
    return Difference(
        DiscrepancyKind.OPPOSITE,
        Words(a[0], a[1].start, a[1].end),
        Words(b[0], b[1].start, b[1].end),
        about_of(pair) or " ".join(other[1].cut(other[0].text).split()),
        min(0.75, 0.5 + max(pair.weight, weight / 4) / 60),
        Cause.CONFLICT,
        tuple(sorted(f[1:] for f in pair.shared if f[0] == "@")),
        (Reason("one account tells the deed, the other that there was no such thing"),),
        pair.weight,
    )
