"""Excerpts and claims as a reader sees them: in paragraphs, their voices told apart, with what is known beside them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from ..model import Audit, Finding, Span
from ..store.pages import Base
from ..store.pages.reading import Counterpart, Known, is_wrapped, known_of
from .annotations import Annotations
from .beside import Beside, HandsSet, SaidSet, TieSet
from .links import Links
from .marking import Mark, marked
from .paragraphs import Paragraph, paragraph_of, pieces_of, unrepeated
from .wording import Words

__all__ = ["ClaimSet", "ExcerptSet", "Typesetter"]

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class ExcerptSet:
    """An excerpt ready to be shown; ``citation`` are its printed words, where it has one."""

    id: str
    start: int
    end: int
    claim: str | None
    paragraphs: tuple[Paragraph, ...]
    citation: Markup | None
    citation_start: int
    work: str | None
    hands: tuple[HandsSet, ...]
    said: tuple[SaidSet, ...]
    ties: tuple[TieSet, ...]
    differs: tuple[TieSet, ...]
    flaws: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """A claim ready to be shown; ``profile`` is how its evidence stands to it, where that was looked at."""

    id: str
    start: int
    end: int
    level: int
    html: Markup
    text: str
    evidence: int
    profile: str | None
    differs: tuple[TieSet, ...]


class Typesetter:
    """Sets some excerpts and claims of a base; ``at`` is a stretch that is shown as the one that was asked for."""

    def __init__(
        self, base: Base, links: Links, excerpts: Sequence[str], claims: Sequence[str] = (), *, at: Span | None = None
    ) -> None:
        self.known: Known = known_of(base, excerpts, claims)
        self.book = self.known.book
        self._text = base.text
        self._words = Words(base, links)
        self._beside = Beside(base, self.book, links, self._words)
        self._notes = Annotations(self.known, links, self._words, self._beside)
        self._wrapped = is_wrapped(base)
        self._at = () if at is None else (_found(at),)
        self._voices = _by(self.book.voices, lambda voice: voice.excerpt)
        self._mentions = _by(self.book.mentions, lambda mention: mention.record)
        self._said = _by(self.book.assertions, lambda said: said.excerpt or said.claim or "")
        self._audits: dict[str, Audit] = {audit.claim: audit for audit in self.book.audits}

    def text(self, span: Span) -> Markup:
        """Words of the page that are neither claim nor excerpt."""
        return marked(self._text, span.start, span.end, self._at)

    def claim(self, id_: str) -> ClaimSet:
        """A claim."""
        claim = self.book.claims[id_]
        differs = self.known.differs.get(id_, [])
        marks = [*self._marks(id_, claim.span, differs), *self._at]
        pieces = claim.segments or (claim.span,)
        signs = self._notes.signs([], differs, claim.span)
        html = Markup(" ").join(marked(self._text, piece.start, piece.end, marks, signs) for piece in pieces)
        audit = self._audits.get(id_)
        return ClaimSet(
            id=id_,
            start=claim.span.start,
            end=claim.span.end,
            level=claim.level,
            html=html,
            text=claim.text,
            evidence=self.known.evidence.get(id_, 0),
            profile=None if audit is None else audit.profile.value,
            differs=tuple(map(self._beside.tie, differs)),
        )

    def excerpt(self, id_: str) -> ExcerptSet:
        """An excerpt with what is known of it."""
        excerpt = self.book.excerpts[id_]
        ties, differs = self.known.ties.get(id_, []), self.known.differs.get(id_, [])
        voices = self._voices.get(id_, [])
        marks = [
            *(mark for voice in voices for mark in self._notes.voiced(voice)),
            *self._marks(id_, excerpt.span, differs),
            *self._at,
        ]
        signs = self._notes.signs(ties, differs, excerpt.span)
        citation = None if excerpt.citation is None else self.book.citations[excerpt.citation]
        return ExcerptSet(
            id=id_,
            start=excerpt.span.start,
            end=excerpt.span.end,
            claim=excerpt.claim,
            paragraphs=unrepeated(
                paragraph_of(self._text, pieces, voices, marks, signs, self._words)
                for pieces in pieces_of(self._text, excerpt, voices, wrapped=self._wrapped)
            ),
            citation=None if citation is None else self.text(citation.span),
            citation_start=0 if citation is None else citation.span.start,
            work=None if citation is None else citation.work,
            hands=tuple(map(self._beside.hands, voices)),
            said=tuple(map(self._beside.said, self._said.get(id_, []))),
            ties=tuple(map(self._beside.tie, ties)),
            differs=tuple(map(self._beside.tie, differs)),
            flaws=tuple(flaw for flaw in self.known.flaws if excerpt.span.overlaps(flaw.span)),
        )

    def _marks(self, record: str, span: Span, differs: Iterable[Counterpart]) -> Iterator[Mark]:
        yield from self._notes.named(self._mentions.get(record, []))
        yield from self._notes.differing(differs)
        yield from self._notes.flawed(span)


def _found(at: Span) -> Mark:
    return Mark(at, 7, "mark", Markup('<mark class="found">'), Markup('id="c{}-{}"').format(at.start, at.end))


def _by(records: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = {}
    for record in records:
        found.setdefault(key(record), []).append(record)
    return found
