"""An excerpt parted into voices: frame, quotations, and the chain behind each piece."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from testimonia.model import Document, Hand, HandRole, IdMaker, Mode, Span, Voice
from testimonia.words.quotes import QuoteStyle, read_quotations, style_within

from .blocks import Block, trimmed
from .capitals import set_in_capitals
from .chain import chain_of
from .frames import frame, with_remarks
from .inquits import dashed, part_by_inquits
from .namings import Naming
from .quotations import carve, run_on
from .scene import Scene
from .turns import find_turns

__all__ = ["part", "voices_of"]


def part(
    scene: Scene,
    namings: Sequence[Naming],
    style: QuoteStyle,
    *,
    known_labels: frozenset[str] = frozenset(),
    continued: Block | None = None,
) -> list[Block]:
    """The pieces of an excerpt in order, each in one voice; they cover every character that is not white space."""
    reading = read_quotations(scene.text, style=style_within(scene.text, style))
    remarks = [place for span in scene.cast.remarks if (place := scene.local(span)) is not None]
    quotations = run_on(scene.text, reading.quotations)
    spoken = dashed(scene, quotations, [])
    if spoken:
        turns = find_turns(scene.text, is_name=lambda a, b: scene.named_at(a, b) is not None, known=known_labels)
        quotations += [] if turns else spoken
    quotations += set_in_capitals(scene.text, quotations)
    quotations = part_by_inquits(scene.text, quotations, scene.inquits)
    outermost = [q.span for q in quotations if q.depth == 0]
    blocks = frame(scene, namings, quotes=outermost, known_labels=known_labels, continued=continued)
    pieces: list[Block] = []
    for block in blocks:
        pieces += carve(scene, block, quotations, namings)
    joined = _joined(scene, with_remarks(scene, pieces, remarks))
    return _with_marks(joined, scene) if scene.enclosed and joined else joined


def _with_marks(pieces: list[Block], scene: Scene) -> list[Block]:
    """The pieces with the marks that enclose the whole excerpt, which go with the first and the last."""
    pieces[0] = replace(pieces[0], start=0)
    return [*pieces[:-1], replace(pieces[-1], end=len(scene.text.rstrip()) + 1)]


def _joined(scene: Scene, pieces: Sequence[Block]) -> list[Block]:
    """Neighbours that are one voice as one piece; turns stay apart."""
    joined: list[Block] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if (
            last is not None
            and piece.mode is not Mode.TURN
            and last.mode is piece.mode
            and last.speaker.id == piece.speaker.id
            and last.naming is piece.naming
            and last.outer == piece.outer
            and not (piece.mode is Mode.QUOTE and _marked(scene.text, last, piece))
        ):
            joined[-1] = Block(last.start, piece.end, last.speaker, last.mode, last.naming, last.outer)
        else:
            joined.append(piece)
    return joined


def _marked(text: str, last: Block, piece: Block) -> bool:
    return text[piece.start] in "\"“„«'‘‚‹" and "\n" in text[last.end : piece.start]


def voices_of(
    scene: Scene,
    pieces: Sequence[Block],
    documents: Mapping[Naming, Document],
    ids: IdMaker,
) -> list[Voice]:
    """The voices that the pieces make, with their chains."""
    voices = []
    printed = scene.cast.book.excerpts[scene.excerpt.id].text  # with the marks that enclose it
    for piece in pieces:
        document = documents.get(piece.naming) if piece.naming is not None else None
        start, end = trimmed(printed, piece.start, piece.end)
        segments = scene.excerpt.page_pieces(start, end)
        span = Span(segments[0].start, segments[-1].end)
        chain = chain_of(
            scene.cast.book,
            scene.excerpt,
            speaker=piece.speaker.id,
            speaker_name=piece.speaker.name,
            speaker_reasons=piece.speaker.reasons,
            document=document,
            naming=piece.naming,
            outer=[
                (
                    Hand(HandRole.SPEAKER, outer.speaker.id, outer.speaker.name, outer.speaker.reasons),
                    outer.naming,
                    documents.get(outer.naming) if outer.naming is not None else None,
                )
                for outer in piece.outer
            ],
        )
        voices.append(
            Voice(
                ids.give("v", scene.excerpt.id, piece.mode, scene.text[start:end]),
                scene.excerpt.id,
                span,
                piece.speaker.id,
                piece.speaker.name,
                piece.mode,
                document.id if document is not None else None,
                chain,
                segments if len(segments) > 1 else (),
                piece.speaker.confidence,
                piece.speaker.reasons,
            )
        )
    return voices
