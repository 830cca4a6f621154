"""The stage: printed and relative dates as EDTF, each with what it was reckoned from and what it dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from testimonia.model import (
    Claim,
    Dating,
    Document,
    Excerpt,
    IdMaker,
    Mention,
    Person,
    Reason,
    Record,
    Sourcebook,
    Span,
    Voice,
)
from testimonia.words.dates import DateExpression, find_dates, resolve
from testimonia.words.edtf import year_of
from testimonia.words.linebreaks import join_wrapped
from testimonia.words.relative_dates import From, RelativeDate, find_relative, reckon
from testimonia.words.sentences import sentences

__all__ = ["TimeStage"]

_WRAPPED = re.compile(r"wrapped at (\d+)")
_VERB = re.compile(  # what makes of a sentence a statement that something happened or was so
    r"\b(?:was|were|had|has|have|is|are|did|came|went|took|gave|got|met|saw|said|wrote|told|made|held|became|began|sent|left|"
    r"found|died|shot|brought|read|ran|stood|fell|broke|spoke|heard|knew|thought|kept|paid|led|put|set|\w{3,}ed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A date with a year, and the words it stands in."""

    edtf: str
    words: str
    span: Span


class TimeStage:
    """Reads every date of claims and excerpts, and says when each is."""

    name = "times"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Person, Mention, Voice, Document})
    writes: frozenset[type] = frozenset({Dating})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the dates of the book in the order of the page."""
        widths = (_WRAPPED.match(c.value) for c in book.conventions if c.name == "line ends")
        reader = _Reader(book, next((int(m.group(1)) for m in widths if m), 0))
        found = [d for claim in book.claims for d in reader.of_claim(claim)]
        found += [d for excerpt in book.excerpts for d in reader.of_excerpt(excerpt)]
        yield from sorted(found, key=lambda dating: dating.span.start)


class _Reader:
    """Reads dates with what the page tells around them."""

    def __init__(self, book: Sourcebook, width: int) -> None:
        self.book = book
        self.width = width
        self.documents = {document.id: document for document in book.documents}
        self.ids = IdMaker()
        self._of_claims: dict[str, _Told] = {}

    def of_claim(self, claim: Claim) -> Iterator[Dating]:
        """The dates of a heading; they are the compiler's."""
        for date in find_dates(claim.text):
            span = claim.page_span(date.span.start, date.span.end)
            told = replace(date, span=span)
            if date.has_year:
                self._of_claims.setdefault(claim.id, _Told(date.edtf, date.words, span))
            yield self._dating(told.edtf, date.precision, span, date.words, claim.id, None, claim.span, told.reasons)

    def of_excerpt(self, excerpt: Excerpt) -> Iterator[Dating]:
        """The dates of an excerpt, each in the voice it stands in."""
        text = join_wrapped(excerpt.text, self.width) if self.width else excerpt.text
        dates: list[DateExpression | RelativeDate] = [*find_dates(text), *find_relative(text)]
        if not dates:
            return
        spans = sentences(text)
        before: _Told | None = None
        for date in sorted(dates, key=lambda d: d.span.start):
            span = excerpt.page_span(date.span.start, date.span.end)
            voice = self.book.voice_at(span.start)
            if isinstance(date, DateExpression):
                edtf, reasons = self._printed(date, excerpt, voice, before)
                precision: str = date.precision
            else:
                reckoned = self._relative(date, voice, before)
                if reckoned is None:
                    continue
                (edtf, why), precision = reckoned, date.unit
                reasons = (why,)
            if not edtf.startswith("XX"):
                before = _Told(edtf, date.words, span)
            event = self._event(excerpt, text, spans, date.span, voice)
            yield self._dating(edtf, precision, span, date.words, excerpt.id, voice, event, reasons)

    def _printed(
        self, date: DateExpression, excerpt: Excerpt, voice: Voice | None, before: _Told | None
    ) -> tuple[str, tuple[Reason, ...]]:
        """A printed date with its year, where the document, the excerpt or the claim tells it."""
        if date.has_year:
            return date.edtf, date.reasons
        told = self._told_for(excerpt, voice, before)
        for context, rule in told:
            year = year_of(context.edtf)
            month = re.match(r"\d{4}-(0\d|1[0-2])", context.edtf)
            if year is None or (date.edtf.startswith("XXXX-XX-") and month is None):
                continue
            why = Reason(rule, context.words, context.span)
            number = int(month.group(1)) if month is not None and date.edtf.startswith("XXXX-XX-") else None
            resolved = resolve(date, year, why, month=number)
            if resolved is not date:
                return resolved.edtf, resolved.reasons
        return date.edtf, date.reasons

    def _told_for(self, excerpt: Excerpt, voice: Voice | None, before: _Told | None) -> Iterator[tuple[_Told, str]]:
        if before is not None:
            yield before, "the date told last in the excerpt"
        document = self.documents.get(voice.document) if voice is not None and voice.document else None
        if document is not None and document.date and document.date_words:
            span = document.date_words[0]
            yield _Told(document.date, span.cut(self.book.text), span), "the date of the document it stands in"
        claim = self._of_claims.get(excerpt.claim or "")
        if claim is not None:
            yield claim, "the date in the claim above"

    def _relative(self, date: RelativeDate, voice: Voice | None, before: _Told | None) -> tuple[str, Reason] | None:
        """A relative date reckoned from its anchor; ``None`` where the page does not give one."""
        if date.base is From.ANCHOR:
            base, rule = before, "reckoned from the date told last"
        else:
            document = self.documents.get(voice.document) if voice is not None and voice.document else None
            if document is None or not document.date or not document.date_words:
                return None
            span = document.date_words[0]
            base, rule = _Told(document.date, span.cut(self.book.text), span), "reckoned from the date of the document"
        edtf = reckon(date, base.edtf) if base is not None else None
        return (edtf, Reason(rule, base.words, base.span)) if edtf is not None and base is not None else None

    def _event(self, excerpt: Excerpt, text: str, spans: list[Span], date: Span, voice: Voice | None) -> Span | None:
        """The sentence that the date stands in, as far as it is one voice's and tells of something."""
        sentence = next((s for s in spans if s.start <= date.start < s.end), None)
        if sentence is None:
            return None
        place = excerpt.page_span(sentence.start, sentence.end)
        if voice is not None:
            place = Span(max(place.start, voice.span.start), min(place.end, voice.span.end))
        if not _VERB.search(sentence.cut(text)) or len(place) <= len(date) + 3:
            return None
        return place

    def _dating(
        self,
        edtf: str,
        precision: str,
        span: Span,
        words: str,
        record: str,
        voice: Voice | None,
        event: Span | None,
        reasons: tuple[Reason, ...],
    ) -> Dating:
        return Dating(
            self.ids.give("t", record, words, edtf),
            span,
            span.cut(self.book.text),
            edtf,
            str(precision),
            record,
            voice.speaker if voice is not None else "compiler",
            voice.speaker_name if voice is not None else "",
            event,
            reasons,
        )
