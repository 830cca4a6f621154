"""Two places side by side: excerpts that depend on each other, and accounts that differ, the differing words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..errors import NotFoundError
from ..model import DependenceKind, Discrepancy, DiscrepancyKind, Excerpt, Reviewed, Sourcebook, Span
from ..model.wording import speaker_words, voice_words
from ..words.sentences import sentences
from .naming import QuestionError, find_parties
from .worth_counts import find_claims
from .worth_stemmas import Sources, Tie, reason_words, review_words

__all__ = ["Disagreement", "Side", "dependences", "disagreement", "disagreements", "marked_words"]

Piece = tuple[str, bool]
"""Words, and whether they differ from the other side's."""

_AROUND = 240  # characters of context on either side of the words that differ
_WORD = re.compile(r"\s+|[^\s]+")
_LONG = 12  # words from which only what differs within the words is marked


@dataclass(frozen=True, slots=True)
class Side:
    """What one of two places says: ``words`` between what stands ``before`` and ``after`` them in their sentence.

    ``within`` is the id of the excerpt or claim, ``source`` author, title, year and page of the excerpt; ``says`` is
    the value that is compared.
    """

    within: str
    kind: str
    says: str
    before: str
    words: str
    after: str
    speaker: str
    speaker_id: str
    source: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two places that speak of one thing and differ, side by side.

    ``about`` is the one thing in the page's words, ``why`` says why it is taken for one; ``cause`` is ``None`` where
    nothing shows one. ``people`` and ``people_ids`` are those whom it concerns, ``review`` is what readers say of it.
    """

    id: str
    kind: str
    about: str
    cause: str | None
    confidence: float
    people: tuple[str, ...]
    people_ids: tuple[str, ...]
    why: tuple[str, ...]
    a: Side
    b: Side
    review: str | None = None


def dependences(book: Sourcebook, *, kind: DependenceKind | str | None = None, claim: str | None = None) -> list[Tie]:
    """The pairs of excerpts that are not independent, the surest first; ``claim`` asks for those with one under it.

    Raises:
        QuestionError: there is no such kind. NotFoundError: there is no such claim.
    """
    wanted = _kind(DependenceKind, kind)
    under = None if claim is None else {one.id for one in find_claims(book, claim)}
    sources = Sources(book)
    ties = [
        sources.tie(pair)
        for pair in book.dependences
        if wanted in (None, pair.kind)
        and (under is None or under & {book.excerpts[pair.a].claim, book.excerpts[pair.b].claim})
    ]
    return sorted(ties, key=lambda tie: (-tie.confidence, tie.a_start, tie.b_start))


def disagreements(
    book: Sourcebook,
    *,
    kind: DiscrepancyKind | str | None = None,
    about: str | None = None,
    claim: str | None = None,
) -> list[Disagreement]:
    """Accounts that differ, by kind, the surest first.

    ``about`` names whom they concern or gives words of what they are about; ``claim`` asks for those under it, or
    between it and its evidence.

    Raises:
        QuestionError: there is no such kind. NotFoundError: there is no such claim, or nobody and nothing is called so.
    """
    wanted = _kind(DiscrepancyKind, kind)
    chosen = [one for one in book.discrepancies if wanted in (None, one.kind)]
    if claim is not None:
        under = {one.id for one in find_claims(book, claim)}
        claims = {x.id: x.claim for x in book.excerpts}
        chosen = [one for one in chosen if under & {one.a, one.b, claims.get(one.a), claims.get(one.b)}]
    if about is not None:
        chosen = _about(book, about, chosen)
    order, sources = list(DiscrepancyKind), Sources(book)
    chosen.sort(key=lambda one: (order.index(one.kind), -one.confidence, one.a_span, one.b_span))
    return [_row(one, sources) for one in chosen]


def disagreement(book: Sourcebook, discrepancy: Discrepancy) -> Disagreement:
    """One discrepancy as a row."""
    return _row(discrepancy, Sources(book))


def marked_words(row: Disagreement) -> tuple[list[Piece], list[Piece]]:
    """Both sides in pieces, each with whether it differs from the other side.

    Of few words all are marked; within many, those that the other side has not.
    """
    a, b = _WORD.findall(row.a.words), _WORD.findall(row.b.words)
    if max(len(a), len(b)) < 2 * _LONG:  # with the spaces between
        return _framed(row.a, [(row.a.words, True)]), _framed(row.b, [(row.b.words, True)])
    left: list[Piece] = []
    right: list[Piece] = []
    plain = [[word.strip(".,;:!?\"'“”’()[]").casefold() for word in words] for words in (a, b)]
    for what, a_start, a_end, b_start, b_end in SequenceMatcher(None, plain[0], plain[1], False).get_opcodes():
        left.append(("".join(a[a_start:a_end]), what != "equal"))
        right.append(("".join(b[b_start:b_end]), what != "equal"))
    return _framed(row.a, left), _framed(row.b, right)


def _framed(side: Side, pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in ((side.before, False), *pieces, (side.after, False)) if piece[0]]


def _kind(kinds: type[DependenceKind] | type[DiscrepancyKind], kind: str | None) -> str | None:
    if kind is None:
        return None
    try:
        return kinds(kind.lower())
    except ValueError:
        raise QuestionError(f"There is no kind {kind!r}. There are: {', '.join(kinds)}.") from None


def _about(book: Sourcebook, about: str, among: Sequence[Discrepancy]) -> list[Discrepancy]:
    words = " ".join(about.casefold().split())
    if not words:
        raise NotFoundError("Nobody and nothing is named. Give a name, or words that stand in what differs.")
    try:
        ids = set(find_parties(book, about))
    except NotFoundError:
        ids = set()
    spans = [mention.span for mention in book.mentions if mention.person in ids]
    named = [
        one
        for one in among
        if ids.intersection(one.persons)
        or words in " ".join(f"{one.about} {one.a_says} {one.b_says}".casefold().split())
        or any(span.overlaps(one.a_span) or span.overlaps(one.b_span) for span in spans)
    ]
    if not named and not ids:
        raise NotFoundError(f"Nobody is called {about!r}, and no disagreement is about it.")
    return named


def _row(one: Discrepancy, sources: Sources) -> Disagreement:
    return Disagreement(
        id=one.id,
        kind=one.kind.value,
        about=" ".join(one.about.split()),
        cause=None if one.cause is None else one.cause.value,
        confidence=one.confidence,
        people=tuple(speaker_words(id_, "", sources.book) for id_ in one.persons),
        people_ids=one.persons,
        why=reason_words(one.reasons),
        a=_side(one.a, one.a_span, one.a_says, sources),
        b=_side(one.b, one.b_span, one.b_says, sources),
        review=review_words(sources.book, Reviewed.DISCREPANCY, one.id),
    )


def _side(record: str, span: Span, says: str, sources: Sources) -> Side:
    book = sources.book
    excerpt = _known(book, record)
    if excerpt is None:
        claim = book.claims[record]
        before, after = book.text[claim.span.start : span.start], book.text[span.end : claim.span.end]
        speaker, id_, source = "compiler", "compiler", "heading"
    else:
        before, after = _context(book, excerpt.span, span)
        voice = book.voice_at(span.start)
        speaker, id_ = ("", "") if voice is None else (voice_words(voice, book), voice.speaker)
        source = sources.words(excerpt)
    return Side(
        within=record,
        kind="claim" if excerpt is None else "excerpt",
        says=" ".join(says.split()),
        before=before,
        words=book.cut(span),
        after=after,
        speaker=speaker,
        speaker_id=id_,
        source=source,
        line=sources.lines.number(span),
        start=span.start,
        end=span.end,
    )


def _known(book: Sourcebook, id_: str) -> Excerpt | None:
    try:
        return book.excerpts[id_]
    except KeyError:
        return None


def _context(book: Sourcebook, whole: Span, span: Span) -> tuple[str, str]:
    """What stands before and after some words in their sentence, broken off where it is long."""
    around = [s for s in sentences(book.text, whole.start, whole.end) if s.overlaps(span)]
    start = around[0].start if around else span.start
    end = around[-1].end if around else span.end
    before, after = book.text[start : span.start], book.text[span.end : max(end, span.end)]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return before, after
