"""A deed that one account tells and another has it that there was none of: "It was resolved", "Nothing was decided".

Both stand under one claim, which is what makes the deed one; how the deed is called may differ (`words.nones`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..model import Cause, DiscrepancyKind, Reason, Span
from ..words.nones import deed_of, nones
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["told_and_nothing"]

_UNSURE = re.compile(
    r"\?|\b(?:no|not|nothing|never|nobody|none|neither|nor|without|if|whether|would|might|may|could|should|until|unless|"
    r"hoped|wanted|wished|tried|refused|asked|to)\b|n[’']t\b",
    re.IGNORECASE,
)
_MOST = 14  # accounts of one claim that are set against each other


def told_and_nothing(sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Where one account tells a deed and another that there was no such thing."""
    claims: defaultdict[str, list[list[Saying]]] = defaultdict(list)
    for own in sayings.of_record.values():
        if own[0].record.claim:
            claims[own[0].record.claim].append(own)
    for accounts in claims.values():
        if len(accounts) < 2:
            continue
        denied = [
            (saying, words, deed)
            for own in accounts[:_MOST]
            for saying in own
            if not saying.words.rstrip("\"'”’)] ").endswith("?")
            for words, deed, _ in nones(saying.text, saying.start, saying.end)
        ]
        for saying, words, deed in denied:
            for own in accounts[:_MOST]:
                if own[0].record is saying.record:
                    continue
                told = next(((s, place) for s in own for place in _told(s, deed)), None)
                if told is not None and not settings.clash(saying, told[0]):
                    yield _difference(sayings, (saying, words), told)


def _told(saying: Saying, deed: str) -> Iterator[Span]:
    """Where a sentence tells a deed outright."""
    if "?" in saying.words:
        return
    for token in saying.tokens:
        is_deed = deed_of(token.low) == deed and not token.low.endswith("ing")
        if is_deed and not _UNSURE.search(saying.text, saying.start, token.start):
            yield Span(token.start, token.end)


def _difference(sayings: Sayings, one: tuple[Saying, Span], other: tuple[Saying, Span]) -> Difference:
    a, b = (one, other) if one[0].number < other[0].number else (other, one)
    pair = sayings.pair(a[0], b[0])
    return Difference(
        DiscrepancyKind.OPPOSITE,
        Words(a[0], a[1].start, a[1].end),
        Words(b[0], b[1].start, b[1].end),
        about_of(pair) or " ".join(other[1].cut(other[0].text).split()),
        min(0.75, 0.5 + pair.weight / 60),
        Cause.CONFLICT,
        tuple(sorted(f[1:] for f in pair.shared if f[0] == "@")),
        (Reason("one account tells the deed, the other that there was no such thing"),),
        pair.weight,
    )
