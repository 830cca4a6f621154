"""The stage: excerpts parted into voices."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import (
    Citation,
    Claim,
    Document,
    Excerpt,
    IdMaker,
    Mention,
    Mode,
    Person,
    Record,
    Sourcebook,
    Voice,
    Work,
)
from testimonia.words.quotes import quote_style

from .blocks import Block
from .documents import gather_documents
from .namings import Naming, find_namings
from .partition import part, voices_of
from .scene import Cast, Scene, scenes_of
from .turns import known_labels

__all__ = ["VoiceStage"]


class VoiceStage:
    """Parts every excerpt into voices and says through whose hands each came."""

    name = "voices"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Citation, Work, Person, Mention})
    writes: frozenset[type] = frozenset({Voice, Document})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the documents and voices of the book."""
        if book.is_bare:
            return
        cast = Cast(book)
        scenes = scenes_of(book, cast)
        namings = find_namings(book, cast, scenes)
        style = quote_style("\n".join(scene.text for scene in scenes.values()))
        labels = known_labels(excerpt.text for excerpt in book.excerpts)
        parted: list[tuple[Scene, list[Block]]] = []
        for excerpt in book.excerpts:
            scene = scenes[excerpt.id]
            continued = None
            if parted and parted[-1][0].excerpt.claim == excerpt.claim:
                before, pieces = parted[-1]
                continued = next((piece for piece in reversed(pieces) if piece.naming is not None), None)
                if before.author.id == scene.author.id:
                    scene.spoke_before = next((p.speaker for p in reversed(pieces) if p.mode is Mode.QUOTE), None)
            pieces = part(scene, namings.get(excerpt.id, ()), style, known_labels=labels, continued=continued)
            parted.append((scene, pieces))
        used = [
            naming
            for _, pieces in parted
            for piece in pieces
            for naming in (*(outer.naming for outer in piece.outer), piece.naming)
            if naming is not None
        ]
        speakers: dict[Naming, list[tuple[str, str]]] = {}
        for _, pieces in parted:
            for piece in pieces:
                if piece.naming is not None and piece.mode is Mode.QUOTE:
                    speakers.setdefault(piece.naming, []).append((piece.speaker.id, piece.speaker.name))
        documents, which = gather_documents(list(dict.fromkeys(used)), IdMaker(), speakers=speakers)
        yield from documents
        by_id = {document.id: document for document in documents}
        of_naming = {naming: by_id[document] for naming, document in which.items()}
        ids = IdMaker()
        for scene, pieces in parted:
            yield from voices_of(scene, pieces, of_naming, ids)
