"""Excerpts and claims as a reader sees them: in paragraphs, their voices told apart, with what is known beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from markupsafe import Markup

from ..model import Assertion, Audit, Excerpt, Finding, Hand, HandRole, Mode, Span, Voice
from ..model.wording import chain_words, hand_words
from ..store.pages import Base
from ..store.pages.parts import part_of
from ..store.pages.reading import Counterpart, Known, is_wrapped, known_of
from .links import Links
from .marking import Insert, Mark, marked
from .wording import Words, first_words

__all__ = ["ClaimSet", "ExcerptSet", "HandsSet", "Paragraph", "SaidSet", "TieSet", "Typesetter"]

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

_UNSURE = 0.7  # below it a name is shown as doubtful
_LABELS = 3  # speakers named beside one paragraph
_LINE_LONG = 80  # characters of a defect that are underlined; of a longer one a sign marks the beginning

# what a voice is called in the margin, by its mode
_MODES = {Mode.QUOTE: "quoted", Mode.TURN: "speaks", Mode.EDITORIAL: "comments", Mode.NARRATION: "tells"}
_BLANK = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n|\r[^\S\r\n]*\r")
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks in a paragraph, for its margin."""

    name: str
    mode: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: ``pieces`` are its words with the place where each begins; ``manner`` is how its voices stand.

    ``manner`` is ``narration``, the mode of the one voice that all of it is, or ``mixed``.
    """

    pieces: tuple[tuple[int, int, Markup], ...]
    manner: str
    labels: tuple[Label, ...]
    more: int


@dataclass(frozen=True, slots=True)
class HandsSet:
    """One voice and the hands through which its words came, each with where more is known of it."""

    id: str
    name: str
    href: str | None
    mode: str
    hands: tuple[tuple[str, str | None], ...]
    confidence: float
    why: tuple[tuple[str, str], ...]
    start: int


@dataclass(frozen=True, slots=True)
class SaidSet:
    """A statement that the words make: who does what to whom."""

    id: str
    start: int
    end: int
    speaker: str
    act: str
    of: tuple[tuple[str, str | None], ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class TieSet:
    """Another place, and how it stands to this one."""

    id: str
    kind: str
    href: str
    source: str
    here: str
    there: str
    about: str
    cause: str | None
    confidence: float


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
        self._base = base
        self._links = links
        self._words = Words(base, links)
        self._wrapped = is_wrapped(base)
        self._at = () if at is None else (_found(at),)
        self._voices = _by(self.book.voices, lambda voice: voice.excerpt)
        self._mentions = _by(self.book.mentions, lambda mention: mention.record)
        self._said = _by(self.book.assertions, lambda said: said.excerpt or said.claim or "")
        self._audits: dict[str, Audit] = {audit.claim: audit for audit in self.book.audits}

    def text(self, span: Span) -> Markup:
        """Words of the page that are neither claim nor excerpt."""
        return marked(self._base.text, span.start, span.end, self._at)

    def claim(self, id_: str) -> ClaimSet:
        """A claim."""
        claim = self.book.claims[id_]
        differs = self.known.differs.get(id_, [])
        marks = [*self._names(id_), *self._differing(differs), *self._flawed(claim.span), *self._at]
        pieces = claim.segments or (claim.span,)
        signs = self._signs([], differs, claim.span)
        html = Markup(" ").join(marked(self._base.text, piece.start, piece.end, marks, signs) for piece in pieces)
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
            differs=tuple(map(self._tie, differs)),
        )

    def excerpt(self, id_: str) -> ExcerptSet:
        """An excerpt with what is known of it."""
        excerpt = self.book.excerpts[id_]
        ties, differs = self.known.ties.get(id_, []), self.known.differs.get(id_, [])
        voices = self._voices.get(id_, [])
        marks = [
            *(mark for voice in voices for mark in self._voiced(voice)),
            *self._names(id_),
            *self._differing(differs),
            *self._flawed(excerpt.span),
            *self._at,
        ]
        signs = self._signs(ties, differs, excerpt.span)
        citation = None if excerpt.citation is None else self.book.citations[excerpt.citation]
        return ExcerptSet(
            id=id_,
            start=excerpt.span.start,
            end=excerpt.span.end,
            claim=excerpt.claim,
            paragraphs=_unrepeated(
                self._paragraph(pieces, voices, marks, signs) for pieces in self._pieces(excerpt, voices)
            ),
            citation=None if citation is None else self.text(citation.span),
            citation_start=0 if citation is None else citation.span.start,
            work=None if citation is None else citation.work,
            hands=tuple(map(self._hands, voices)),
            said=tuple(map(self.said, self._said.get(id_, []))),
            ties=tuple(map(self._tie, ties)),
            differs=tuple(map(self._tie, differs)),
            flaws=tuple(flaw for flaw in self.known.flaws if excerpt.span.overlaps(flaw.span)),
        )

    def said(self, said: Assertion) -> SaidSet:
        """A statement."""
        of = [
            (self._words.name(who, name), self._words.party(who))
            for who, name in zip(said.of, (*said.of_names, *("",) * len(said.of)), strict=False)
        ]
        of += [(name, None) for name in said.of_names[len(said.of) :] if name]
        return SaidSet(
            id=said.id,
            start=said.span.start,
            end=said.span.end,
            speaker=self._words.name(said.speaker, said.speaker_name),
            act=said.act.value,
            of=tuple(of),
            confidence=said.confidence,
        )

    # paragraphs

    def _pieces(self, excerpt: Excerpt, voices: Sequence[Voice]) -> Iterator[tuple[Span, ...]]:
        """The paragraphs of an excerpt, each as the pieces of the page that make it up."""
        text = self._base.text
        segments = excerpt.segments or (excerpt.span,)
        if not self._wrapped:
            for segment in segments:
                for line in _LINE.finditer(text, segment.start, segment.end):
                    if line.group().strip():
                        yield (_stripped(text, line.start(), line.end()),)
            return
        turns = {voice.span.start for voice in voices if voice.mode is Mode.TURN}
        held: list[Span] = []
        end = segments[0].start
        for segment in segments:
            place = segment.start
            breaks = [found.end() for found in _BLANK.finditer(text, segment.start, segment.end)]
            breaks += [turn for turn in turns if segment.start < turn < segment.end]
            # marks of the layout between two pieces: a paragraph ends where they leave a line empty
            if held and (re.search(r"\n[\s>|*]*\n", text[end : segment.start]) or segment.start in turns):
                yield tuple(held)
                held = []
            for cut in (*sorted(set(breaks)), segment.end):
                piece = _stripped(text, place, cut)
                if len(piece):
                    held.append(piece)
                if cut != segment.end and held:
                    yield tuple(held)
                    held = []
                place = cut
            end = segment.end
        if held:
            yield tuple(held)

    def _paragraph(
        self, pieces: tuple[Span, ...], voices: Sequence[Voice], marks: Sequence[Mark], signs: Sequence[Insert]
    ) -> Paragraph:
        text = self._base.text
        whole = Span(pieces[0].start, pieces[-1].end)
        here = [
            voice
            for voice in voices
            if any(segment.overlaps(piece) for segment in voice.segments or (voice.span,) for piece in pieces)
        ]
        manners = {_manner(voice) for voice in here}
        heard = dict.fromkeys(
            Label(
                first_words(self._words.name(voice.speaker, voice.speaker_name), 40),
                _manner(voice),
                self._words.party(voice.speaker),
            )
            for voice in here
            if voice.mode is not Mode.NARRATION
        )
        labels = tuple(heard)
        near = [mark for mark in marks if mark.span.overlaps(whole)]
        return Paragraph(
            pieces=tuple(
                (piece.start, piece.end, marked(text, piece.start, piece.end, near, signs)) for piece in pieces
            ),
            manner=manners.pop() if len(manners) == 1 else "mixed" if manners else "narration",
            labels=labels[:_LABELS],
            more=max(0, len(labels) - _LABELS),
        )

    # marks

    def _voiced(self, voice: Voice) -> Iterator[Mark]:
        opening = Markup('<span class="v {}" data-v="{}" title="{}">').format(
            _manner(voice), voice.id, chain_words(voice.chain, self.book)
        )
        for segment in voice.segments or (voice.span,):
            yield Mark(segment, 0, "span", opening)

    def _names(self, record: str) -> Iterator[Mark]:
        for mention in self._mentions.get(record, []):
            name = self._words.name(mention.person)
            unsure = mention.confidence < _UNSURE
            title = f"{name}, {mention.confidence:.2f} sure" if unsure else name
            kind, readers = "n unsure" if unsure else "n", self._words.readers("mention", mention.id)
            if readers is not None:
                title, kind = f"{title}; {readers.words}", f"n {readers.state}"
            opening = Markup('<a class="{}" href="{}" title="{}">').format(
                kind, self._links.to("person", mention.person), title
            )
            yield Mark(mention.span, 9, "a", opening)

    def _flawed(self, within: Span) -> Iterator[Mark]:
        for flaw in self.known.flaws:
            if flaw.span.overlaps(within) and len(flaw.span) <= _LINE_LONG:
                yield Mark(flaw.span, 5, "span", Markup('<span class="flaw" title="{}">').format(flaw.message))

    def _differing(self, differs: Iterable[Counterpart]) -> Iterator[Mark]:
        for span in dict.fromkeys(tie.span for tie in differs):
            yield Mark(span, 6, "span", Markup('<span class="differs">'))

    def _signs(self, ties: Sequence[Counterpart], differs: Sequence[Counterpart], within: Span) -> list[Insert]:
        """A sign before words that share their origin with others, that differ from others, or that are defective."""
        signs = []
        for flaw in self.known.flaws:
            if flaw.span.overlaps(within) and len(flaw.span) > _LINE_LONG:
                html = Markup('<sup class="sign flawed" data-app title="{}">!</sup>').format(flaw.message)
                signs.append(Insert(max(flaw.span.start, within.start), html))
        for sign, kind, found in (("⇄", "tie", ties), ("≠", "differ", differs)):
            for at, here in _by(found, lambda tie: tie.span.start).items():
                first = here[0]
                words = "; ".join(dict.fromkeys(_tie_words(tie, self._words) for tie in here[:4]))
                more = f"; and {len(here) - 4} more" if len(here) > 4 else ""
                html = Markup(
                    '<sup class="sign {}" data-app><a href="{}" title="{}" aria-label="{}">{}{}</a></sup>'
                ).format(
                    kind,
                    self._place(first),
                    words + more,
                    words + more,
                    sign,
                    len(here) if len(here) > 1 else "",
                )
                signs.append(Insert(at, html))
        return signs

    # beside the words

    def _hands(self, voice: Voice) -> HandsSet:
        chain = voice.chain
        hands = tuple(
            (hand_words(hand, self.book, chain[n + 1 : n + 2]), self._hand_link(hand)) for n, hand in enumerate(chain)
        )
        reasons = (*voice.reasons, *(reason for hand in chain[-1:] for reason in hand.reasons))
        return HandsSet(
            id=voice.id,
            name=self._words.name(voice.speaker, voice.speaker_name),
            href=self._words.party(voice.speaker),
            mode=_MODES[voice.mode],
            hands=hands,
            confidence=voice.confidence,
            why=tuple(dict.fromkeys((reason.rule, first_words(reason.words, 60)) for reason in reasons)),
            start=voice.span.start,
        )

    def _hand_link(self, hand: Hand) -> str | None:
        kind, _, rest = hand.who.partition(":")
        if hand.role is HandRole.DOCUMENT:
            return self._links.to("document", hand.who)
        if kind in ("author", "editor", "translator"):
            return self._links.to("work", rest)
        return self._links.to("person", hand.who) if self._words.is_person(hand.who) else None

    def _tie(self, tie: Counterpart) -> TieSet:
        return TieSet(
            id=tie.id,
            kind=tie.kind.value,
            href=self._place(tie),
            source=self._source(tie),
            here=first_words(tie.here_says or tie.span.cut(self._base.text), 120),
            there=first_words(tie.other_says or tie.other_span.cut(self._base.text), 120),
            about=first_words(tie.about, 120),
            cause=tie.cause,
            confidence=tie.confidence,
        )

    def _place(self, tie: Counterpart) -> str:
        place = tie.other_span
        return self._links.to("read", part_of(self._base, place.start), f"c{place.start}-{place.end}")

    def _source(self, tie: Counterpart) -> str:
        return _source_words(tie, self._words)


def _source_words(tie: Counterpart, words: Words) -> str:
    return words.work(tie.source) if tie.source else "a claim" if tie.in_claim else "another excerpt"


def _tie_words(tie: Counterpart, words: Words) -> str:
    where = _source_words(tie, words)
    if tie.about or tie.other_says:
        return f"{where} says otherwise ({tie.kind.value}): {first_words(tie.other_says, 80)}"
    return f"shares its origin with {where} ({tie.kind.value})"


def _unrepeated(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Without the labels that stand beside the paragraph before already."""
    found: list[Paragraph] = []
    before: tuple[Label, ...] = ()
    for paragraph in paragraphs:
        found.append(replace(paragraph, labels=(), more=0) if paragraph.labels == before else paragraph)
        before = paragraph.labels
    return tuple(found)


def _manner(voice: Voice) -> str:
    """How a voice is set: by its mode, and words of a document apart from words spoken."""
    if voice.mode is Mode.QUOTE and voice.document is not None:
        return "document"
    return voice.mode.value


def _found(at: Span) -> Mark:
    return Mark(at, 7, "mark", Markup('<mark class="found">'), Markup('id="c{}-{}"').format(at.start, at.end))


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _by(records: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = {}
    for record in records:
        found.setdefault(key(record), []).append(record)
    return found
