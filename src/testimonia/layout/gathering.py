"""Labelled pieces gathered into claims, excerpts and citations, and the passages that partition the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model import Claim, Excerpt, IdMaker, Passage, PassageKind, Reason, Span
from .enclosures import trim_citation
from .heading_numbers import find_numbering, number_mark
from .headings import BY_PATTERN
from .inference import Reading
from .items import Placement
from .labels import Label
from .prefixes import find_prefixes
from .units import Item

__all__ = ["gather"]

_WHITE = re.compile(r"[\s\ufeff\u200b]*$")

Piece = tuple[int, int, PassageKind, str | None]


@dataclass(slots=True)
class _Gathered:
    claims: list[Claim] = field(default_factory=list)
    excerpts: list[Excerpt] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)


def gather(text: str, reading: Reading) -> Iterator[Claim | Excerpt | Passage]:
    """Yield the claims, the excerpts, and the passages that cover the text once."""
    gathered = _Gatherer(text, reading).walk()
    yield from gathered.claims
    yield from gathered.excerpts
    yield from partition(text, gathered.pieces)


def partition(text: str, pieces: list[Piece]) -> Iterator[Passage]:
    """The pieces in order with marks between them, so that every character lies in one passage."""
    place = 0
    for start, end, kind, record in sorted(pieces):
        start = max(start, place)
        if end <= start:
            continue
        if start > place:
            yield Passage(PassageKind.MARK, Span(place, start))
        yield Passage(kind, Span(start, end), record)
        place = end
    if place < len(text):
        yield Passage(PassageKind.MARK, Span(place, len(text)))


class _Gatherer:
    def __init__(self, text: str, reading: Reading) -> None:
        self._text, self._reading = text, reading
        self._ids = IdMaker()
        self._out = _Gathered()
        decoding = reading.decoding
        stated = [i.text for i, label in zip(decoding.items, decoding.labels, strict=True) if label == Label.CLAIM]
        by_pattern = decoding.look is not None and decoding.look.name == BY_PATTERN
        self._numbering = find_numbering(stated) if stated and not by_pattern else None
        self._prefixes = self._find_prefixes()
        self._notes: dict[int, str] = {}  # note definition to citation id
        self._claim: Claim | None = None
        self._claim_items: list[Item] = []
        self._run: list[Item] = []
        self._citation: str | None = None  # under a layout that cites first

    def walk(self) -> _Gathered:
        decoding = self._reading.decoding
        before = decoding.placement in (Placement.BEFORE, Placement.LEAD)
        self._settle_notes()
        each = before and self._each_is_cited(decoding.labels)
        previous = -1
        for item, label in zip(decoding.items, decoding.labels, strict=True):
            if label != Label.CLAIM:
                self._close_claim()
            if label == Label.FIRST:
                self._close_excerpt(self._citation if before else None)
                if each and previous != Label.CITATION:
                    self._citation = None  # where each excerpt has its own, one without has none
                self._run.append(item)
            elif label == Label.MORE:
                self._run.append(item)
            elif label == Label.CITATION:
                if before:
                    self._close_excerpt(self._citation)
                    self._citation = self._cite(item)
                else:
                    self._close_excerpt(self._cite(item))
            else:
                self._close_excerpt(self._citation if before else None)
                self._citation = None
                if label == Label.CLAIM:
                    if item.gap:  # else a heading that runs on
                        self._close_claim()
                    self._claim_items.append(item)
                else:
                    self._mark(item, label)
            previous = label
        self._close_claim()
        self._close_excerpt(self._citation if before else None)
        self._rest()
        return self._out

    def _find_prefixes(self) -> dict[int, int]:
        """For the first piece of each excerpt, what of it only counts the excerpts."""
        decoding = self._reading.decoding
        firsts = [i for i, label in enumerate(decoding.labels) if label == Label.FIRST]
        texts = [decoding.items[i].text for i in firsts]
        lengths = find_prefixes(texts, [self._is_under_claim(i) for i in firsts])
        return {id(decoding.items[i]): length for i, length in zip(firsts, lengths, strict=True) if length}

    def _is_under_claim(self, place: int) -> bool:
        """Whether no excerpt stands between this one and its claim."""
        labels = self._reading.decoding.labels
        if (
            self._reading.decoding.placement in (Placement.BEFORE, Placement.LEAD)
            and labels[place - 1] == Label.CITATION
        ):
            place -= 1
        return place > 0 and labels[place - 1] == Label.CLAIM

    @staticmethod
    def _each_is_cited(labels: list[int]) -> bool:
        """Whether nearly every excerpt has a citation right before it."""
        firsts = [i for i, label in enumerate(labels) if label == Label.FIRST]
        return sum(i > 0 and labels[i - 1] == Label.CITATION for i in firsts) >= 0.8 * len(firsts)

    def _settle_notes(self) -> None:
        notes = self._reading.notes
        if notes is None:
            return
        for i, definition in enumerate(notes.definitions):
            start, end = trim_citation(self._text, definition.start, definition.end)
            if start >= end:
                start, end = definition.start, definition.end
            name = self._ids.give("c", self._text[start:end])
            self._notes[i] = name
            self._out.pieces.append((start, end, PassageKind.CITATION, name))

    def _cite(self, item: Item) -> str:
        if item.note >= 0:
            return self._notes[item.note]
        if len(item.segments) > 1 and item.unit.kind == "cell" and item.unit.mark == "template":
            # the parts of a source in cells of their own: nothing is to be trimmed
            name = self._ids.give("c", "\n".join(self._text[a:b] for a, b in item.segments))
            self._out.pieces.extend((a, b, PassageKind.CITATION, name) for a, b in item.segments)
            return name
        start, end = trim_citation(self._text, item.start, item.end)
        if start >= end:
            start, end = item.start, item.end
        name = self._ids.give("c", self._text[start:end])
        for a, b in item.segments:
            a, b = max(a, start), min(b, end)
            if a < b:
                self._out.pieces.append((a, b, PassageKind.CITATION, name))
        return name

    def _close_claim(self) -> None:
        if not self._claim_items:
            return
        items, self._claim_items = self._claim_items, []
        segments = [segment for item in items for segment in item.segments]
        look = self._reading.decoding.look
        if self._numbering is not None:
            start, end = segments[0]
            mark = number_mark(self._text[start:end], self._numbering)
            if start + mark < end:
                segments[0] = (start + mark, end)
        segments = self._merge(segments)
        span = Span(segments[0][0], segments[-1][1])
        words = "\n".join(self._text[a:b] for a, b in segments)
        name = self._ids.give("h", words)
        reasons: tuple[Reason, ...] = ()
        if look is not None:
            reasons = (
                Reason(f"set as the page sets its claims: {look.name}", self._text[span.start : span.end], span),
            )
        pieces = tuple(Span(a, b) for a, b in segments) if len(segments) > 1 else ()
        self._claim = Claim(name, span, words, max(items[0].unit.level, 1), reasons, pieces)
        self._out.claims.append(self._claim)
        self._out.pieces.extend((a, b, PassageKind.CLAIM, name) for a, b in segments)

    def _close_excerpt(self, citation: str | None) -> None:
        if not self._run:
            return
        items, self._run = self._run, []
        segments = self._merge([segment for item in items for segment in item.segments])
        counted = self._prefixes.get(id(items[0]), 0)
        if counted and segments[0][0] + counted < segments[0][1]:
            segments[0] = (segments[0][0] + counted, segments[0][1])
        span = Span(segments[0][0], segments[-1][1])
        words = "\n".join(self._text[a:b] for a, b in segments)
        name = self._ids.give("x", words)
        self._out.excerpts.append(
            Excerpt(
                name,
                span,
                words,
                self._claim.id if self._claim is not None else None,
                citation,
                tuple(Span(a, b) for a, b in segments),
            )
        )
        self._out.pieces.extend((a, b, PassageKind.EXCERPT, name) for a, b in segments)

    def _merge(self, segments: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Join segments that only white space parts, but not lines of a wrapped page that are set in."""
        merged = [segments[0]]
        wrapped = self._reading.width > 0
        for start, end in segments[1:]:
            between = self._text[merged[-1][1] : start]
            if _WHITE.match(between) and not (wrapped and between[-1:] in " \t" and "\n" in between):
                merged[-1] = (merged[-1][0], end)
            else:
                merged.append((start, end))
        return merged

    def _mark(self, item: Item, label: int) -> None:
        kind = {
            Label.TITLE: PassageKind.TITLE,
            Label.SECTION: PassageKind.SECTION,
            Label.STRAY: PassageKind.STRAY,
        }[label]
        self._out.pieces.extend((a, b, kind, None) for a, b in item.segments)

    def _rest(self) -> None:
        """What stood outside the run of claims and excerpts."""
        reading = self._reading
        references = set(reading.references)
        definitions = reading.notes.units if reading.notes is not None else set()
        for i, unit in enumerate(reading.units):
            if i in definitions:
                continue
            if unit.aside:
                kind = PassageKind.ASIDE
            elif i in references:
                kind = PassageKind.REFERENCE
            elif i in reading.skip:
                kind = PassageKind.SECTION
            else:
                continue
            self._out.pieces.extend((a, b, kind, None) for a, b in unit.segments)
