"""The stage: printed and relative dates as EDTF, each with what it was reckoned from and what it dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from testimonia.model import (
    Claim,
    Dating,
    Document,
    DocumentType,
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
from testimonia.words.date_spans import join_dates
from testimonia.words.dates import DateExpression, Precision, find_dates, resolve
from testimonia.words.linebreaks import join_wrapped
from testimonia.words.relative_dates import RelativeDate, find_relative
from testimonia.words.worded_dates import find_worded

from .contexts import Contexts, Told, is_of_source, is_told_back, reckon_from, resolve_from
from .events import find_event, find_event_of_claim
from .flat import Flat, flatten

__all__ = ["TimeStage"]

_WRAPPED = re.compile(r"wrapped at (\d+)")
_FIGURE = re.compile(r"\d")
_MONTHS = "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER".split()
_BELOW = "the year that the excerpts below tell of it"
_Expression = DateExpression | RelativeDate
_Any = TypeVar("_Any", DateExpression, DateExpression | RelativeDate)


class TimeStage:
    """Reads every date of claims and excerpts, and says when each is."""

    name = "times"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Person, Mention, Voice, Document})
    writes: frozenset[type] = frozenset({Dating})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the dates of the book in the order of the page."""
        if book.is_bare:
            return
        ends = [c.value for c in book.conventions if c.name == "line ends"]
        widths = [int(wrapped.group(1)) for wrapped in map(_WRAPPED.match, ends) if wrapped]
        found = _Reader(book, widths[0] if widths else 0, lines_end=bool(ends)).read()
        yield from sorted(found, key=lambda dating: dating.span)


def find_expressions(words: str) -> list[_Expression]:
    """The dates of a text on one line, printed and relative, in order and none over another."""
    return _longest([*find_printed(words), *find_relative(words)])


def find_printed(words: str) -> list[DateExpression]:
    """Those of them that do not need another."""
    return join_dates(words, _longest([*find_dates(words), *find_worded(words)]))


def _longest(found: Sequence[_Any]) -> list[_Any]:
    """Of dates that lie over one another the longest, in order."""
    kept: list[_Any] = []
    for date in sorted(found, key=lambda date: (date.span.start, -date.span.end)):
        if not kept or date.span.start >= kept[-1].span.end:
            kept.append(date)
        elif len(date.span) > len(kept[-1].span):
            kept[-1] = date
    return kept


class _Reader:
    """Reads dates with what the page tells around them."""

    def __init__(self, book: Sourcebook, width: int, *, lines_end: bool) -> None:
        self.book = book
        self.width = width
        self.lines_end = lines_end  # those that only wrap a paragraph are known, and the others end one
        self.documents = {document.id: document for document in book.documents}
        self.ids = IdMaker()
        self._of_claims: dict[str, Told] = {}
        self._left: list[tuple[Claim, DateExpression, Span, Span]] = []  # dates of headings without a year, and events

    def read(self) -> list[Dating]:
        """The dates of all headings and excerpts.

        Where an excerpt told the year of a heading, the other excerpts below it are read once more, with that.
        """
        claims = [dating for claim in self.book.claims for dating in self.of_claim(claim)]
        known = set(self._of_claims)
        excerpts = {excerpt.id: list(self.of_excerpt(excerpt)) for excerpt in self.book.excerpts}
        claims += self.left_of_claims([dating for datings in excerpts.values() for dating in datings])
        self.ids = IdMaker()
        for excerpt in self.book.excerpts:
            if excerpt.claim in self._of_claims and excerpt.claim not in known:
                excerpts[excerpt.id] = list(self.of_excerpt(excerpt))
        return [*claims, *(dating for datings in excerpts.values() for dating in datings)]

    def of_claim(self, claim: Claim) -> Iterator[Dating]:
        """The dates of a heading; they are the compiler's."""
        flat = flatten(claim.text)
        if flat.words.isupper() and not _FIGURE.search(flat.words):
            if not any(month in flat.words for month in _MONTHS):
                return
            dates = [d for d in find_worded(flat.words) if d.precision is Precision.MONTH]
        else:
            dates = find_printed(flat.words)
        for date in dates:
            local = flat.back(date.span)
            span = Span(claim.span.start + local.start, claim.span.start + local.end)
            if span.cut(self.book.text) != local.cut(claim.text):
                continue  # marks of the layout stand between
            event = flat.back(find_event_of_claim(flat.words, date.span))
            event = Span(claim.span.start + event.start, claim.span.start + event.end)
            if not date.has_year:
                self._left.append((claim, date, span, event))
                continue
            self._of_claims.setdefault(claim.id, Told(date.edtf, date.words, span))
            reasons = _reasons(date, span)
            yield self._dating(date.edtf, str(date.precision), span, claim.id, None, event, reasons)

    def left_of_claims(self, found: Sequence[Dating]) -> Iterator[Dating]:
        """The dates of headings without a year, of the year that the excerpts below tell of the same month or day.

        Where these tell of several, a day stays without its year and a month is left out.
        """
        claims = {excerpt.id: excerpt.claim for excerpt in self.book.excerpts}
        below: dict[str, list[Dating]] = {}
        for dating in found if self._left else ():
            claim = claims.get(dating.record)
            if claim is not None:
                below.setdefault(claim, []).append(dating)
        for claim_, date, span, event in self._left:
            same = [d for d in below.get(claim_.id, ()) if _tells_year_of(d.edtf, date.edtf)]
            edtf, reasons = date.edtf, _reasons(date, span)
            if len({d.edtf[:4] for d in same}) == 1:
                why = Reason(_BELOW, same[0].span.cut(self.book.text), same[0].span)
                resolved = resolve(date, int(same[0].edtf[:4]), why)
                if resolved is not date:
                    edtf, reasons = resolved.edtf, (*reasons, why)
                    self._of_claims.setdefault(claim_.id, Told(edtf, date.words, span))
            if edtf != date.edtf or (date.precision is Precision.DAY and not date.edtf.startswith("XXXX-XX")):
                yield self._dating(edtf, str(date.precision), span, claim_.id, None, event, reasons)

    def of_excerpt(self, excerpt: Excerpt) -> Iterator[Dating]:
        """The dates of an excerpt, each in the voice it stands in."""
        text = join_wrapped(excerpt.text, self.width) if self.width else excerpt.text
        flat = flatten(text, lines_end=self.lines_end)
        dates = find_expressions(flat.words)
        if not dates:
            return
        contexts = Contexts(self._of_claims.get(excerpt.claim or ""))
        for number, date in enumerate(dates):
            local = flat.back(date.span)
            span = excerpt.page_span(local.start, local.end)
            voice = self.book.voice_at(span.start)
            document = self.documents.get(voice.document) if voice is not None and voice.document else None
            contexts.enter(span.start, voice.speaker if voice is not None else "", self._date_of(document))
            if isinstance(date, DateExpression):
                following = None if date.has_year else self._following(flat, excerpt, dates[number : number + 2])
                edtf, why = resolve_from(date, contexts, flat.words, following)
                precision = date.precision
                if edtf.startswith("XXXX") and precision is Precision.SEASON:
                    continue  # "in the spring" of no year says nothing
                if "XXXX-XX" in edtf and not _FIGURE.search(date.words):
                    continue  # "on the sixth" of no month may be anything's
            else:
                reckoned = reckon_from(date, contexts)
                if reckoned is None:
                    continue
                (edtf, why), precision = reckoned, date.precision
            reasons = (*_reasons(date, span), *((why,) if why is not None else ()))
            if not edtf.lstrip("./[{").startswith("XX") and not is_of_source(flat.words, date.span):
                back = is_told_back(flat.words, date.span)
                came = contexts.before if back and isinstance(date, DateExpression) and not date.has_year else None
                contexts.tell(Told(edtf, span.cut(self.book.text), span, back, came and (came.now or came)))
            event = self._event(excerpt, flat, date.span, voice)
            yield self._dating(edtf, str(precision), span, excerpt.id, voice, event, reasons)

    def _date_of(self, document: Document | None) -> Told | None:
        if document is None or not document.date or not document.date_words or document.type is DocumentType.BOOK:
            return None  # the year of a book is that of its printing
        span = document.date_words[0]
        return Told(document.date, span.cut(self.book.text), span)

    def _following(self, flat: Flat, excerpt: Excerpt, pair: Sequence[_Expression]) -> Told | None:
        """The day with its year that follows at once: "on 3 May and again on 5 June 1911"."""
        if len(pair) < 2 or not isinstance(pair[1], DateExpression) or not re.match(r"\d{4}-\d\d", pair[1].edtf):
            return None
        between = flat.words[pair[0].span.end : pair[1].span.start]
        if len(between) > 30 or re.search(r"[.;:!?\n]", between):
            return None
        local = flat.back(pair[1].span)
        return Told(pair[1].edtf, pair[1].words, excerpt.page_span(local.start, local.end))

    def _event(self, excerpt: Excerpt, flat: Flat, date: Span, voice: Voice | None) -> Span | None:
        """The words that say what is dated, as far as they are of one voice; ``None`` where they tell of nothing."""
        spoken = excerpt.text_span(voice.span) if voice is not None else None
        own = flat.forth(spoken) if spoken is not None else None
        found = find_event(flat.words, date, own)
        if found is None or len(found) <= len(date) + 3:
            return None
        local = flat.back(found)
        return excerpt.page_span(local.start, local.end)

    def _dating(
        self,
        edtf: str,
        precision: str,
        span: Span,
        record: str,
        voice: Voice | None,
        event: Span | None,
        reasons: tuple[Reason, ...],
    ) -> Dating:
        words = span.cut(self.book.text)
        return Dating(
            self.ids.give("t", record, words, edtf),
            span,
            words,
            edtf,
            precision,
            record,
            voice.speaker if voice is not None else "compiler",
            voice.speaker_name if voice is not None else "",
            event,
            reasons,
        )


def _tells_year_of(edtf: str, open_edtf: str) -> bool:
    """Whether a date tells the year of one that has none, by its month and, where that is stated, its day."""
    wanted = open_edtf[4:].rstrip("~?")
    return open_edtf.startswith("XXXX-") and edtf[:4].isdecimal() and len(wanted) > 1 and edtf[4:].startswith(wanted)


def _reasons(date: _Expression, span: Span) -> tuple[Reason, ...]:
    """The reasons of an expression with their place on the page, which is where it stands."""
    if isinstance(date, RelativeDate):
        return ()
    told = tuple(replace(reason, span=span) for reason in date.reasons)
    return (*told, Reason(f"{date.part} in it, as the words say", date.words, span)) if date.part else told
