"""To which of several excerpts the others lead back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from testimonia.model import Dependence, DependenceKind, Excerpt, Mode, Nearness, Reason, Sourcebook, Span, Voice

from .signs import find_signs

__all__ = ["find_head"]

_SURELY = 0.8  # weight of a sign
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)")


def find_head(
    book: Sourcebook, excerpts: Sequence[str], ties: Sequence[Dependence]
) -> tuple[str | None, Reason | None]:
    """The excerpt that the others lead back to, and why; ``None`` where nothing tells.

    That is whose author's own words the others quote from him; else who alone says that he was there; else, where one
    tells what the others tell again, the one that was printed before all others. Of two editions of a third thing
    neither is the head.
    """
    quoted: Counter[str] = Counter()
    words: dict[str, Reason] = {}
    for pair in ties:
        for source, own, other in ((pair.a, pair.a_span, pair.b_span), (pair.b, pair.b_span, pair.a_span)):
            reason = _quotes(book, own, other)
            if reason is not None:
                quoted[source] += 1
                words.setdefault(source, reason)
    if quoted:
        (first, most), *rest = quoted.most_common(2)
        if not rest or most > rest[0][1]:
            return first, words[first]
    if all(pair.kind in (DependenceKind.DUPLICATE, DependenceKind.SAME_DOCUMENT) for pair in ties):
        return None, None
    there = {id_: reason for id_ in excerpts for reason in [_was_there(book, id_, ties)] if reason is not None}
    if len(there) == 1:
        return next(iter(there.items()))
    return _printed_first(book, [book.excerpts[id_] for id_ in excerpts])


def _quotes(book: Sourcebook, own: Span, other: Span) -> Reason | None:
    """Whether the other place quotes, as another's words, what its author tells in his own place."""
    tells, quotes = _voice_of(book, own), _voice_of(book, other)
    if tells is None or quotes is None or tells.mode is not Mode.NARRATION or quotes.mode is not Mode.QUOTE:
        return None
    name = tells.speaker_name.casefold()
    if not name or name not in quotes.speaker_name.casefold().split():
        return None
    return Reason(f"the other quotes {tells.speaker_name}", book.cut(quotes.span), quotes.span)


def _was_there(book: Sourcebook, excerpt: str, ties: Sequence[Dependence]) -> Reason | None:
    """By which words in what he shares with others the narrator of an excerpt says that he was there."""
    for pair in ties:
        for id_, span in ((pair.a, pair.a_span), (pair.b, pair.b_span)):
            voice = _voice_of(book, span) if id_ == excerpt else None
            if voice is None or voice.mode is Mode.EDITORIAL:
                continue
            for sign in find_signs(book.text, span.start, span.end):
                if sign.nearness is Nearness.PRESENT and sign.weight >= _SURELY and voice.span.start <= sign.start:
                    return Reason("was there himself", book.text[sign.start : sign.end], Span(sign.start, sign.end))
    return None


def _voice_of(book: Sourcebook, span: Span) -> Voice | None:
    """The voice that most of a stretch belongs to, by its middle."""
    return book.voice_at((span.start + span.end) // 2)


def _printed_first(book: Sourcebook, excerpts: Sequence[Excerpt]) -> tuple[str | None, Reason | None]:
    years = {excerpt.id: _year(book, excerpt) for excerpt in excerpts}
    known = sorted((year, id_) for id_, year in years.items() if year is not None)
    if len(known) < len(excerpts) or known[0][0] == known[1][0]:
        return None, None
    first = book.excerpts[known[0][1]]
    citation = book.citations[first.citation or ""]
    span = next((field.span for field in citation.fields if field.name == "issued"), None)
    return first.id, Reason("printed before the others", str(known[0][0]) if span is None else book.cut(span), span)


def _year(book: Sourcebook, excerpt: Excerpt) -> int | None:
    """The year in which the cited work was printed."""
    if excerpt.citation is None:
        return None
    citation = book.citations[excerpt.citation]
    work = book.works[citation.work].csl if citation.work is not None else {}
    for csl in (citation.csl, citation.resolved or {}, work):
        met = _YEAR.search(str(csl.get("issued") or ""))
        if met:
            return int(met[0])
    return None
