"""Which words of the evidence carry which part of a claim."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.model import PartKind, Span

from .exhibits import Exhibit
from .headings import Heading, Part
from .lines import Line

__all__ = ["Carried", "carried_parts"]

_MOST = 4  # places shown for one part
_BRACKET = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Carried:
    """A part and where the evidence has it: spans of the page, and all sentences (excerpt and number) that have it.

    ``bracketed`` says that all of them stand in square brackets.
    """

    part: Part
    evidence: tuple[Span, ...]
    sentences: frozenset[tuple[str, int]] = frozenset()
    bracketed: bool = False


def carried_parts(heading: Heading, exhibits: Sequence[Exhibit]) -> list[Carried]:
    """Every part of a claim with its evidence, the places nearest to the rest of the claim first."""
    return [_carried(part, exhibits) for part in heading.parts]


def _carried(part: Part, exhibits: Sequence[Exhibit]) -> Carried:
    found: list[tuple[float, Span, bool]] = []
    sentences = set()
    for exhibit in exhibits:
        brackets: list[Span] | None = None
        for n, line in enumerate(exhibit.lines):
            if part.concept not in line.concepts and not _is_there(part, line, exhibit.shares[n]):
                continue
            word = line.first(part.concept)
            if word is None:
                continue
            if brackets is None:
                brackets = [Span(*m.span()) for m in _BRACKET.finditer(exhibit.record.text)]
            before = bisect_left(brackets, word.start, key=_start_of) - 1  # they lie apart
            inside = before >= 0 and word.start < brackets[before].end
            found.append((exhibit.shares[n], exhibit.record.place(word.start, word.end), inside))
            sentences.add((exhibit.excerpt.id, n))
        if part.concept.startswith("@") and not found:
            found += _speaking(part.concept[1:], exhibit)
        if part.kind is PartKind.DATE and not found:
            found += [(0.1, dating.span, False) for dating in exhibit.datings if dating.edtf.startswith(part.text)]
    found.sort(key=lambda place: (-place[0], place[1]))
    spans = tuple(span for _, span, _ in found[:_MOST])
    return Carried(part, spans, frozenset(sentences), bool(found) and all(inside for _, _, inside in found))


def _start_of(span: Span) -> int:
    return span.start


def _is_there(part: Part, line: Line, share: float) -> bool:
    """Whether a qualifier too common to be looked for stands in a sentence that has other parts of the claim."""
    return part.kind is PartKind.QUALIFIER and share > 0 and part.concept in line.low_forms


def _speaking(person: str, exhibit: Exhibit) -> list[tuple[float, Span, bool]]:
    """Where the person speaks without being named: his own words carry him."""
    return [(0.1, voice.span, False) for voice in exhibit.voices if voice.speaker == person][:1]
