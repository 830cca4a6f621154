"""A book made by hand, and a stage run on a page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import PipelineError
from ..model import (
    Citation,
    Claim,
    Excerpt,
    Finding,
    IdMaker,
    Passage,
    PassageKind,
    Record,
    Source,
    Sourcebook,
    Span,
    Work,
)
from .checks import check_book

if TYPE_CHECKING:
    from ..pipeline import Stage

__all__ = ["make_book", "make_source", "run_stage"]


def make_source(text: str, *, name: str = "page.txt", encoding: str = "utf-8", media: str = "text/plain") -> Source:
    """A source as if a file of this text had been read; what UTF-8 cannot hold is encoded all the same."""
    raw = text.encode(encoding, "surrogatepass")
    return Source(name, raw, text, encoding, media, hashlib.sha256(raw).hexdigest())


def make_book(
    page: str | Source,
    *,
    claims: Iterable[str] = (),
    excerpts: Iterable[tuple[str, str | None, str | None]] = (),
    citations: Iterable[str] = (),
    works: Mapping[str, Mapping[str, Any]] | None = None,
    title: str | None = None,
    more: Iterable[Record] = (),
) -> Sourcebook:
    """A book whose records are given by their words, looked up in the page in the order given.

    Args:
        page: the text of the page, or a source.
        claims: the words of each heading.
        excerpts: the words of each excerpt, of the claim it stands under, and of the citation that closes it.
        citations: citations that close no excerpt; those of the excerpts need not be named.
        works: the CSL item of each work by words that stand in all its citations.
        title: the words of the page's title.
        more: records of any kind to add.

    Raises:
        ValueError: words do not stand in the page.
    """
    source = page if isinstance(page, Source) else make_source(page)
    text, ids, place = source.text, IdMaker(), 0
    pieces: list[Passage] = []

    def find(kind: PassageKind, words: str, id_: str | None = None) -> Span:
        nonlocal place
        start = text.find(words, place)
        start = text.index(words) if start < 0 else start
        place = start + len(words)
        pieces.append(Passage(kind, Span(start, place), id_))
        return pieces[-1].span

    if title is not None:
        find(PassageKind.TITLE, title)
    made_works = {words: Work(ids.give("w", words), csl, 0) for words, csl in (works or {}).items()}
    counts = dict.fromkeys(made_works, 0)
    made_claims: dict[str, Claim] = {}
    place = 0
    for words in claims:
        id_ = ids.give("c", words)
        made_claims[words] = Claim(id_, find(PassageKind.CLAIM, words, id_), words)
    made_citations: list[Citation] = []

    def cite(words: str) -> str:
        id_ = ids.give("k", words)
        cited = next((name for name in made_works if name in words), None)
        if cited is not None:
            counts[cited] += 1
        made_citations.append(
            Citation(
                id=id_,
                span=find(PassageKind.CITATION, words, id_),
                text=words,
                csl={} if cited is None else made_works[cited].csl,
                work=None if cited is None else made_works[cited].id,
            )
        )
        return id_

    made_excerpts: list[Excerpt] = []
    place = 0
    for words, claim, citation in excerpts:
        id_ = ids.give("x", words)
        span = find(PassageKind.EXCERPT, words, id_)
        made_excerpts.append(
            Excerpt(
                id=id_,
                span=span,
                text=words,
                claim=None if claim is None else made_claims[claim].id,
                citation=None if citation is None else cite(citation),
                segments=(span,),
            )
        )
    place = 0
    for words in citations:
        cite(words)
    book = Sourcebook(source)
    book.add(_partition(text, pieces))
    book.add(made_claims.values())
    book.add(made_excerpts)
    book.add(made_citations)
    book.add(Work(w.id, w.csl, counts[name], (name,), w.reasons) for name, w in made_works.items())
    book.add(more)
    return book


def _partition(text: str, pieces: Sequence[Passage]) -> list[Passage]:
    """The pieces in order, with what lies between as marks or stray text."""
    whole: list[Passage] = []
    place = 0
    for piece in [*sorted(pieces, key=lambda p: p.span), Passage(PassageKind.MARK, Span(len(text), len(text)))]:
        if piece.span.start > place:
            words = text[place : piece.span.start]
            kind = PassageKind.STRAY if any(c.isalnum() for c in words) else PassageKind.MARK
            whole.append(Passage(kind, Span(place, piece.span.start)))
        if len(piece.span):
            whole.append(piece)
        place = piece.span.end
    return whole


def run_stage(stage: Stage, page: str | Source | Sourcebook, before: Sequence[Stage] = ()) -> Sourcebook:
    """Run a stage on a page, or on a book so far, and check what it yields.

    ``before`` are stages to run first; those that a page needs before the stage may not be left out.

    Raises:
        PipelineError: a stage reads what none before it writes, or yields what it does not declare.
        AssertionError: a record is not what it says; see `check_book`.
    """
    from ..pipeline import check_order, run

    if isinstance(page, Sourcebook):
        book = page
    else:
        check_order([*before, stage])
        book = Sourcebook(make_source(page) if isinstance(page, str) else page)
    run(book, before)
    for record in list(stage(book)):
        if type(record) not in stage.writes | {Finding}:
            raise PipelineError(f"Stage {stage.name!r} yielded a {type(record).__name__}, which it does not declare.")
        book.add([record])
    check_book(book)
    return book
