"""The stage: excerpts parted into voices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, pairwise

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


_SHARES = 100  # of a page's excerpts


class VoiceStage:
    """Parts every excerpt into voices and says through whose hands each came."""

    name = "voices"
    reads: frozenset[type] = frozenset({Claim, Excerpt, Citation, Work, Person, Mention})
    writes: frozenset[type] = frozenset({Voice, Document})

    def __call__(self, book: Sourcebook) -> Iterator[Record]:
        """Yield the documents and voices of the book."""
        shares, together = self.shares(book)
        yield from together(share() for share in shares)

    def shares(
        self, book: Sourcebook
    ) -> tuple[Sequence[Callable[[], list[list[Block]]]], Callable[[Iterable[list[list[Block]]]], Iterator[Record]]]:
        """The work in shares that need nothing of each other, and what makes of their results what a call yields."""
        if book.is_bare:
            return [], lambda _: iter(())
        cast = Cast(book)
        scenes = scenes_of(book, cast)
        namings = find_namings(book, cast, scenes)
        style = quote_style("\n".join(scene.text for scene in scenes.values()))
        labels = known_labels(excerpt.text for excerpt in book.excerpts)

        def parted(excerpts: Sequence[Excerpt]) -> list[list[Block]]:
            found: list[list[Block]] = []
            before: tuple[Scene, list[Block]] | None = None
            for excerpt in excerpts:
                scene = scenes[excerpt.id]
                continued = None
                if before is not None and before[0].excerpt.claim == excerpt.claim:
                    earlier, pieces = before
                    continued = next((piece for piece in reversed(pieces) if piece.naming is not None), None)
                    if earlier.author.id == scene.author.id:
                        scene.spoke_before = next((p.speaker for p in reversed(pieces) if p.mode is Mode.QUOTE), None)
                pieces = part(scene, namings.get(excerpt.id, ()), style, known_labels=labels, continued=continued)
                found.append(pieces)
                before = scene, pieces
            return found

        def together(shares: Iterable[list[list[Block]]]) -> Iterator[Record]:
            yield from _records(
                list(zip((scenes[excerpt.id] for excerpt in book.excerpts), chain.from_iterable(shares), strict=True))
            )

        return [partial(parted, excerpts) for excerpts in _shared_out(book.excerpts)], together


def _shared_out(excerpts: Sequence[Excerpt]) -> Iterator[Sequence[Excerpt]]:
    """The excerpts in order, in runs of much the same number; none ends between two excerpts of one claim."""
    most = len(excerpts) // _SHARES
    first = 0
    for number, (excerpt, following) in enumerate(pairwise(excerpts), start=1):
        if number - first > most and excerpt.claim != following.claim:
            yield excerpts[first:number]
            first = number
    if first < len(excerpts):
        yield excerpts[first:]


def _records(parted: list[tuple[Scene, list[Block]]]) -> Iterator[Record]:
    """The documents that the parts of excerpts are from, and their voices."""
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
