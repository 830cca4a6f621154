"""An editor's bracket that gives the words before it the lie: "her old teacher [not so]"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ..model import DiscrepancyKind, Reason
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings

__all__ = ["corrected_words"]

_BRACKET = re.compile(
    r"\[([^\[\]]{6,250})\]"
    r"|(?<=[.!?”\"] )\(((?:That|This|It)\s+(?:was|is)\s+not\s+(?:so|true|his|her|their)\b[^()]{0,80})\)"
)
_DENIES = re.compile(
    r"no(?=\s)(?!\s+(?:date|day|place|signature|address|heading|title|number|page|reply|more|further|ellipsis)s?\b)"
    r"|not\s+(?:so|true|a|an|the|his|her|their|by)\b(?!\s+(?:original|first|same|text|source)\b)"
    r"|(?:he|she|they|it|[A-Z][\w’'-]+)\s+(?:did|was|were|had|is|has)\s+(?:not|never)\b"
    r"(?!\s+(?:in|signed|dated|printed|preserved|legible|reproduced|translated|given|been))"
    r"|[^,.;]{2,30}[’']s?,\s+not\s",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?]\s|\n|[“”\"]")
_LONG = 90  # code points of the words before


def corrected_words(sayings: Sayings) -> Iterator[Difference]:
    """Each bracket that denies what stands right before it, and those words."""
    for own in sayings.of_record.values():
        text = own[0].text
        if "[" not in text and "(Th" not in text and "(It" not in text:
            continue
        starts = [saying.start for saying in own]
        for bracket in _BRACKET.finditer(text):
            if bracket[1] and not _DENIES.match(bracket[1]):
                continue
            if "\n" in text[bracket.start() - 1 : bracket.start()]:
                continue  # it stands by itself
            end = len(text[: bracket.start()].rstrip(' \n.;:!?,”"»*>'))
            first = max(0, end - _LONG)
            stops = [stop.end() for stop in _CLAUSE.finditer(text, first, end)]
            start = stops[-1] if stops else first
            if not stops and first:
                start = text.find(" ", first, end) + 1 or first
            if not text[start:end].strip():
                continue
            before, behind = (_at(own, starts, place) for place in (start, bracket.start()))
            yield Difference(
                DiscrepancyKind.OPPOSITE,
                Words(before, start, end),
                Words(behind, bracket.start() + 1, bracket.end() - 1),
                about_of(sayings.pair(before, behind)) or " ".join(text[start:end].split()),
                0.6,
                None,
                (),
                (Reason("a bracket denies the words before it"),),
            )


def _at(own: list[Saying], starts: list[int], place: int) -> Saying:
    return own[max(0, bisect_right(starts, place) - 1)]
