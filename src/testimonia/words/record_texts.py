"""The texts of claims and excerpts with who is named in them, ready to be read sentence by sentence.

A `RecordText` maps its own offsets to the page and back, so that marks of the layout between lines do not disturb.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.model import Citation, Claim, Excerpt, Gender, Sourcebook, Span

from .linebreaks import join_wrapped

__all__ = ["Named", "RecordText", "record_texts"]

_WRAPPED = re.compile(r"wrapped at (\d+)")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named at ``text[start:end]`` of a record: ``person`` is an id, ``name`` as printed."""

    start: int
    end: int
    person: str
    name: str
    gender: Gender | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class RecordText:
    """One claim or excerpt; also a citation, where what it names counts.

    ``text`` has a space for each line feed that only wraps a paragraph. ``claim`` is the id of the claim above an
    excerpt, and of the claim itself.
    """

    id: str
    text: str
    named: tuple[Named, ...]
    claim: str | None
    source: Claim | Excerpt | Citation

    @property
    def is_claim(self) -> bool:
        """Whether it is a heading, which is the compiler's word."""
        return isinstance(self.source, Claim)

    def place(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands on the page; it must not be empty."""
        if isinstance(self.source, Citation):
            return Span(self.source.span.start + start, self.source.span.start + end)
        return self.source.page_span(start, end)

    def named_in(self, start: int, end: int) -> tuple[Named, ...]:
        """Who is named between two offsets, in order."""
        first = bisect_left(self.named, start, key=lambda named: named.start)
        last = bisect_left(self.named, end, key=lambda named: named.start)
        return self.named[first:last]


def record_texts(book: Sourcebook) -> Iterator[RecordText]:
    """The claims and excerpts of a book in the order of the page."""
    widths = (_WRAPPED.match(c.value) for c in book.conventions if c.name == "line ends")
    width = next((int(match.group(1)) for match in widths if match), 0)
    genders = {person.id: person.gender for person in book.people}
    mentions = sorted(book.mentions, key=lambda mention: mention.span.start)
    starts = [mention.span.start for mention in mentions]
    records: list[Claim | Excerpt] = sorted((*book.claims, *book.excerpts), key=lambda record: record.span.start)
    for record in records:
        here = mentions[bisect_left(starts, record.span.start) : bisect_left(starts, record.span.end)]
        named = []
        for mention in here:
            place = record.text_span(mention.span)
            if place is not None:
                gender = genders.get(mention.person)
                named.append(Named(place.start, place.end, mention.person, mention.text, gender, mention.confidence))
        if isinstance(record, Claim):
            yield RecordText(record.id, record.text.replace("\n", " "), tuple(named), record.id, record)
        else:
            text = join_wrapped(record.text, width) if width else record.text
            yield RecordText(record.id, text, tuple(named), record.claim, record)
