"""The paragraphs of an excerpt: where each begins, and who is heard in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..model import Excerpt, Mode, Span, Voice
from .marking import Insert, Mark, marked
from .wording import Words, first_words

__all__ = ["Label", "Paragraph", "manner_of", "paragraph_of", "pieces_of", "unrepeated"]

_LABELS = 3  # speakers named beside one paragraph
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


def pieces_of(text: str, excerpt: Excerpt, voices: Sequence[Voice], *, wrapped: bool) -> Iterator[tuple[Span, ...]]:
    """The paragraphs of an excerpt, each as the pieces of the page that make it up.

    ``wrapped`` says that a line of the page is no paragraph yet.
    """
    segments = excerpt.segments or (excerpt.span,)
    if not wrapped:
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


def paragraph_of(
    text: str,
    pieces: tuple[Span, ...],
    voices: Sequence[Voice],
    marks: Sequence[Mark],
    signs: Sequence[Insert],
    words: Words,
) -> Paragraph:
    """One paragraph out of its pieces, with the marks and signs in it and the voices heard."""
    whole = Span(pieces[0].start, pieces[-1].end)
    here = [
        voice
        for voice in voices
        if any(segment.overlaps(piece) for segment in voice.segments or (voice.span,) for piece in pieces)
    ]
    manners = {manner_of(voice) for voice in here}
    heard = dict.fromkeys(
        Label(
            first_words(words.name(voice.speaker, voice.speaker_name), 40),
            manner_of(voice),
            words.party(voice.speaker),
        )
        for voice in here
        if voice.mode is not Mode.NARRATION
    )
    labels = tuple(heard)
    near = [mark for mark in marks if mark.span.overlaps(whole)]
    return Paragraph(
        pieces=tuple((piece.start, piece.end, marked(text, piece.start, piece.end, near, signs)) for piece in pieces),
        manner=manners.pop() if len(manners) == 1 else "mixed" if manners else "narration",
        labels=labels[:_LABELS],
        more=max(0, len(labels) - _LABELS),
    )


def manner_of(voice: Voice) -> str:
    """How a voice is set: by its mode, and words of a document apart from words spoken."""
    if voice.mode is Mode.QUOTE and voice.document is not None:
        return "document"
    return voice.mode.value


def unrepeated(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Without the labels that stand beside the paragraph before already."""
    found: list[Paragraph] = []
    before: tuple[Label, ...] = ()
    for paragraph in paragraphs:
        found.append(replace(paragraph, labels=(), more=0) if paragraph.labels == before else paragraph)
        before = paragraph.labels
    return tuple(found)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
