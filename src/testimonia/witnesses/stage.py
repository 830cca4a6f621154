"""The stage of the room: origins and witnesses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.model import (
    Act,
    Assertion,
    Citation,
    Dependence,
    Document,
    DocumentType,
    Excerpt,
    HandRole,
    IdMaker,
    Mode,
    Nearness,
    Origin,
    Reason,
    Sourcebook,
    Span,
    Voice,
    Witness,
    Work,
)

from .origins import gather_origins
from .placing import Placed, Stretch, place_speaker
from .signs import Sign, first_person

__all__ = ["WitnessStage"]

_OWN_WORDS = {
    DocumentType.INTERROGATION: "answers in his own interrogation",
    DocumentType.DEPOSITION: "deposes in his own name",
    DocumentType.DIARY: "writes in his own diary",
}
_ADMITS = 0.8  # an admission is of the speaker's own deeds, but not every one is read rightly
_QUOTES_PAPER = 0.7
_IN_HIS_NAME = 0.5
_SURELY = 0.8  # confidence of a witness who was there, for all that he tells elsewhere


class WitnessStage:
    """Counts what is independent, and places each speaker.

    ``weak_from`` is the confidence from which a dependence that is no verbatim one makes two excerpts count once.
    """

    name = "witnesses"
    reads: frozenset[type] = frozenset({Excerpt, Citation, Work, Voice, Document, Dependence, Assertion})
    writes: frozenset[type] = frozenset({Origin, Witness})

    def __init__(self, *, weak_from: float = 0.5) -> None:
        self.weak_from = weak_from

    def __call__(self, book: Sourcebook) -> Iterator[Origin | Witness]:
        """Yield the origins by their first excerpts, then the witnesses in the order of the page."""
        origins = gather_origins(book, weak_from=self.weak_from)
        yield from origins
        of = {excerpt: origin.id for origin in origins for excerpt in origin.excerpts}
        ids = IdMaker()
        heard: dict[str, list[Voice]] = defaultdict(list)
        for voice in book.voices:
            heard[voice.excerpt].append(voice)
        admitted: dict[tuple[str, str], list[Assertion]] = defaultdict(list)
        for said in book.assertions:
            if said.act is Act.ADMITS and said.excerpt is not None:
                admitted[said.excerpt, said.speaker].append(said)
        tellers: list[tuple[_Told, Placed]] = []
        for excerpt in book.excerpts:
            for speaker, own in _speakers(heard.get(excerpt.id, ())):
                admissions = tuple(_admissions(excerpt, admitted.get((excerpt.id, speaker), ())))
                stretches = tuple(_stretches(excerpt, own, admissions))
                told = _Told(excerpt, speaker, own, stretches, tuple(_in_his_name(book, excerpt, own, stretches)))
                tellers.append((told, place_speaker(stretches, [(sign, 1) for sign, _ in told.beside])))
        present = {told.speaker for told, placed in tellers if _was_there(placed)}
        for told, placed in tellers:
            papers: list[tuple[Sign, Span | None]] = []
            if placed.nearness is not Nearness.PRESENT and told.speaker not in present:
                # who was there may have heard a paper read; of all others it shows what they know it from
                quoted = list(_quoted_papers(book, told, heard[told.excerpt.id]))
                papers = [(sign, where) for sign, where, _ in quoted]
                beside = [(sign, 1) for sign, _ in told.beside] + [(sign, length) for sign, _, length in quoted]
                placed = place_speaker(told.stretches, beside)
            yield _witness(book, told, placed, papers, of[told.excerpt.id], ids)


@dataclass(frozen=True, slots=True)
class _Told:
    """All that one speaker tells in one excerpt; ``beside`` are signs in how he comes to tell it, with their places."""

    excerpt: Excerpt
    speaker: str
    voices: Sequence[Voice]
    stretches: tuple[Stretch, ...]
    beside: tuple[tuple[Sign, Span | None], ...]


def _speakers(voices: Sequence[Voice]) -> list[tuple[str, list[Voice]]]:
    """Whoever speaks, in order, with his voices; the compiler bears no witness."""
    speakers: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        if voice.mode is not Mode.EDITORIAL and voice.speaker != "compiler":
            speakers[voice.speaker].append(voice)
    return sorted(speakers.items(), key=lambda item: item[1][0].span)


def _was_there(placed: Placed) -> bool:
    return placed.nearness is Nearness.PRESENT and placed.confidence >= _SURELY


def _witness(
    book: Sourcebook, told: _Told, placed: Placed, papers: Sequence[tuple[Sign, Span | None]], origin: str, ids: IdMaker
) -> Witness:
    places = {id(sign): where for sign, where in (*told.beside, *papers)}
    reasons = []
    for sign in placed.signs:
        where = places[id(sign)] if id(sign) in places else told.excerpt.page_span(sign.start, sign.end)
        reasons.append(Reason(sign.rule, "" if where is None else book.cut(where), where))
    own = told.voices
    return Witness(
        id=ids.give("n", told.excerpt.id, told.speaker),
        excerpt=told.excerpt.id,
        speaker=told.speaker,
        speaker_name=next((voice.speaker_name for voice in own if voice.speaker_name), ""),
        span=Span(min(voice.span.start for voice in own), max(voice.span.end for voice in own)),
        nearness=placed.nearness,
        origin=origin,
        confidence=placed.confidence,
        reasons=tuple(reasons),
    )


def _stretches(excerpt: Excerpt, own: Sequence[Voice], more: tuple[Sign, ...]) -> Iterator[Stretch]:
    for voice in own:
        place = excerpt.text_span(voice.span)
        if place is not None:
            yield Stretch(excerpt.text, place.start, place.end, more, voice.speaker_name)


def _admissions(excerpt: Excerpt, admissions: Sequence[Assertion]) -> Iterator[Sign]:
    for said in admissions:
        place = excerpt.text_span(said.span)
        if place is not None:
            weight = _ADMITS * said.confidence
            yield Sign(place.start, place.end, Nearness.PRESENT, "admits that he did it himself", weight)


def _in_his_name(
    book: Sourcebook, excerpt: Excerpt, own: Sequence[Voice], stretches: Sequence[Stretch]
) -> Iterator[tuple[Sign, Span | None]]:
    """That he speaks of himself in a paper of his own."""
    papers = (book.documents[voice.document].type for voice in own if voice.document is not None)
    rule = next((_OWN_WORDS[paper] for paper in papers if paper in _OWN_WORDS), None)
    firsts = (first_person(stretch.text, stretch.start, stretch.end) for stretch in stretches)
    first = next((met for met in firsts if met is not None), None)
    if rule is not None and first is not None:
        sign = Sign(first.start, first.end, Nearness.PRESENT, rule, _IN_HIS_NAME)
        yield sign, excerpt.page_span(first.start, first.end)


def _quoted_papers(book: Sourcebook, told: _Told, voices: Sequence[Voice]) -> Iterator[tuple[Sign, Span | None, int]]:
    """The papers that an author quotes: where they are named, and how many characters of them."""
    name = told.voices[0].speaker_name
    for voice in voices:
        if voice.document is None or voice.speaker == told.speaker or (name and name == voice.speaker_name):
            continue
        paper = book.documents[voice.document]
        quotes = any(hand.role is HandRole.AUTHOR and hand.who == told.speaker for hand in voice.chain)
        if quotes and paper.type is not DocumentType.SPEECH:
            where = next((place for place in paper.places if told.excerpt.span.contains(place)), None)
            yield Sign(0, 0, Nearness.READ, "quotes a document", _QUOTES_PAPER), where, len(voice.span)
