"""For those who write a stage: run it on a page, check what it yields; and make a book by hand.

>>> book = make_book("THE FERRY\\n\\nIt left.\\n\\nMarlow, Salt.\\n", claims=["THE FERRY"],
...                  excerpts=[("It left.", "THE FERRY", "Marlow, Salt.")])
>>> check_book(book)
>>> book.excerpts[0].citation == book.citations[0].id
True
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .errors import PipelineError
from .model import (
    Assertion,
    Cell,
    Citation,
    Claim,
    Convention,
    Dating,
    Decision,
    Document,
    Entry,
    Excerpt,
    Finding,
    HandRole,
    IdMaker,
    MayBe,
    Mention,
    Passage,
    PassageKind,
    Person,
    Proceeding,
    Reason,
    Record,
    Source,
    Sourcebook,
    Span,
    Voice,
    Work,
)

if TYPE_CHECKING:
    from .pipeline import Stage

__all__ = ["check_book", "make_book", "make_source", "run_stage"]


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
    from .pipeline import check_order, run

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


def check_book(book: Sourcebook) -> None:
    """Check what holds for every book: spans, the partition of the text, ids, and what records name.

    Raises:
        AssertionError: with a sentence that says what does not hold, and for which record.
    """
    length = len(book.text)
    everything: list[Any] = [record for kind in _KINDS for record in book.of(kind)]
    for record in everything:
        for span in _spans(record):
            if span.end > length:  # asked first: to describe every record takes long
                _hold(False, f"{record!r} reaches beyond the {length} characters of the page")
    place = 0
    for passage in book.passages:
        if passage.span.start != place:
            _hold(False, f"the passages leave a gap or overlap before {passage!r}")
        place = passage.span.end
    _hold(not book.passages or place == length, f"the passages end at {place}, the page at {length}")
    ids: dict[type, list[str]] = {kind: [r.id for r in everything if type(r) is kind] for kind in _WITH_ID}
    for kind, given in ids.items():
        _hold(len(given) == len(set(given)), f"two of the {kind.__name__} records have one id")
    known = {kind: set(given) for kind, given in ids.items()}
    _check_evidence(book, known)
    _check_people(book, known)
    _check_voices(book, known)
    _check_assertions(book, known)
    _check_registers(book, known)


_KINDS: tuple[type[Any], ...] = (
    Claim, Excerpt, Citation, Work, Finding, Person, Mention, MayBe, Decision, Voice, Document, Assertion, Proceeding,
    Cell, Entry, Dating, Passage, Convention,
)  # fmt: skip
_WITH_ID = _KINDS[:-2]
_KINDS_OF_SPEAKER = ("author", "editor", "translator", "org", "group", "anon")
_Known = Mapping[type, set[str]]


def _check_evidence(book: Sourcebook, known: _Known) -> None:
    for excerpt in book.excerpts:
        _hold(excerpt.claim is None or excerpt.claim in known[Claim], f"the claim of {excerpt.id} is not there")
        cited = excerpt.citation is None or excerpt.citation in known[Citation]
        _hold(cited, f"the citation of {excerpt.id} is not there")
        _hold(all(excerpt.span.contains(s) for s in excerpt.segments), f"segments of {excerpt.id} lie outside it")
        words = "\n".join(map(book.cut, excerpt.segments or (excerpt.span,)))
        _hold(excerpt.text == words, f"the text of {excerpt.id} is not what its segments cut from the page")
    for citation in book.citations:
        _hold(citation.work is None or citation.work in known[Work], f"the work of {citation.id} is not there")


def _check_people(book: Sourcebook, known: _Known) -> None:
    place = 0
    for mention in book.mentions:
        _hold(mention.text == book.cut(mention.span), f"the text of {mention.id} is not what its span cuts")
        _hold(mention.record in known[Excerpt] | known[Claim], f"the record of {mention.id} is not there")
        _hold(mention.person in known[Person], f"the person of {mention.id} is not there")
        _hold(mention.span.start >= place, f"{mention.id} overlaps the mention before it, or is out of order")
        place = mention.span.end
    for person in book.people:
        spelt = [spelling.text for spelling in person.spellings]
        _hold(not spelt or list(person.variants) == spelt, f"variants and spellings of {person.id} differ")
    for maybe in book.maybes:
        _hold({maybe.a, maybe.b} <= known[Person] and maybe.a != maybe.b, f"{maybe.id} is not between two people")
    spellings = [spelling for person in book.people for spelling in person.spellings]
    weighed: list[Any] = [*book.mentions, *book.maybes, *book.voices, *spellings]
    weighed += [*book.assertions, *book.cells, *book.entries]
    for record in weighed:
        _hold(0 <= record.confidence <= 1, f"the confidence of {record!r} is not between 0 and 1")


def _check_voices(book: Sourcebook, known: _Known) -> None:
    heard: dict[str, list[Span]] = {}
    place = 0
    for voice in book.voices:
        _hold(voice.excerpt in known[Excerpt], f"the excerpt of {voice.id} is not there")
        _hold(voice.span.start >= place, f"{voice.id} overlaps the voice before it, or is out of order")
        place = voice.span.end
        _hold(_is_somebody(voice.speaker, known), f"{voice.id} is spoken by {voice.speaker!r}, who is nobody")
        _hold(voice.document is None or voice.document in known[Document], f"the document of {voice.id} is not there")
        for hand in voice.chain:
            is_paper = hand.role in (HandRole.DOCUMENT, HandRole.SOURCE) and hand.who in known[Document]
            is_known = is_paper or (hand.role is not HandRole.DOCUMENT and _is_somebody(hand.who, known))
            _hold(is_known, f"the chain of {voice.id} leads through {hand.who!r}, who is nobody")
        heard.setdefault(voice.excerpt, []).extend(voice.segments or (voice.span,))
    for excerpt in book.excerpts if heard else ():
        words = {
            offset
            for span in excerpt.segments or (excerpt.span,)
            for offset in range(span.start, span.end)
            if not book.text[offset].isspace()
        }
        spoken = {offset for span in heard.get(excerpt.id, ()) for offset in range(span.start, span.end)}
        _hold(
            not words - spoken,
            f"words of {excerpt.id} belong to no voice, the first at {min(words - spoken, default=0)}",
        )
    for document in book.documents:
        _hold(set(document.excerpts) <= known[Excerpt], f"an excerpt of {document.id} is not there")
        author = document.author
        _hold(author is None or _is_somebody(author, known), f"{document.id} is by {author!r}, who is nobody")


def _check_assertions(book: Sourcebook, known: _Known) -> None:
    voices = {voice.id: voice for voice in book.voices}
    for said in book.assertions:
        _hold(
            (said.excerpt is None) != (said.claim is None), f"{said.id} stands in no excerpt and no claim, or in both"
        )
        _check_stated(book, said, said.text, said.excerpt or said.claim or "", known)
        for who in said.of:
            _hold(_is_somebody(who, known), f"{said.id} is of {who!r}, who is nobody")
        # a span may cut a pronoun, so that the name need not stand there
        _hold(len(said.of_spans) in (0, len(said.of_names)), f"not every name of {said.id} has its span")
        # whom the page does not name it implies by some words
        shown = said.of_spans or (None,) * len(said.of_names)
        implied = all(name or span for name, span in zip(said.of_names, shown, strict=True))
        _hold(implied, f"{said.id} concerns somebody whom no words name or imply")
        _hold(said.matter is None or said.span.contains(said.matter), f"the matter of {said.id} lies outside its words")
        for value, what in ((said.when, said.when_span), (said.where, said.where_span)):
            _hold(what is None or value is not None, f"{said.id} has the words for a fact that it does not state")
        for marker in said.markers:
            _hold(marker.text == book.cut(marker.span), f"a marker of {said.id} is not what its span cuts")
        _hold(said.touches is None or said.touches in known[Assertion], f"what {said.id} touches is not there")
        _hold(said.touches != said.id, f"{said.id} touches itself")
        _hold(said.voice is None or said.voice in voices, f"the voice of {said.id} is not there")
        heard = voices.get(said.voice or "")
        _hold(heard is None or heard.excerpt == said.excerpt, f"the voice of {said.id} is heard in another excerpt")


def _check_registers(book: Sourcebook, known: _Known) -> None:
    for cell in book.cells:
        _check_stated(book, cell, cell.value, cell.record, known)
        _hold(cell.proceeding in known[Proceeding], f"the proceeding of {cell.id} is not there")
        _hold(
            cell.person is None or _is_somebody(cell.person, known), f"{cell.id} is of {cell.person!r}, who is nobody"
        )
    for entry in book.entries:
        _check_stated(book, entry, entry.text, entry.record, known)
        for part in entry.parts:
            _hold(
                part.id is None or _is_somebody(part.id, known), f"a part of {entry.id} is {part.id!r}, who is nobody"
            )
            printed = part.id is not None or part.name == book.cut(part.span)  # a person may be a pronoun there
            _hold(printed, f"a part of {entry.id} is not what its span cuts")
    for dating in book.datings:
        _check_stated(book, dating, dating.text, dating.record, known)
        _hold(bool(dating.edtf), f"{dating.id} states no date")


def _check_stated(
    book: Sourcebook, record: Assertion | Cell | Entry | Dating, words: str, within: str, known: _Known
) -> None:
    """Check what holds for whatever somebody states in an excerpt or a claim."""
    _hold(words == book.cut(record.span), f"the words of {record.id} are not what its span cuts")
    _hold(within in known[Excerpt] | known[Claim], f"the record of {record.id} is not there")
    _hold(_is_somebody(record.speaker, known), f"{record.id} is said by {record.speaker!r}, who is nobody")
    amount = getattr(record, "amount", None)
    if amount is not None:
        _hold(amount.text == book.cut(amount.span), f"the amount of {record.id} is not what its span cuts")
        bounds = amount.min is not None or amount.max is not None
        _hold(amount.value is None or not bounds, f"the amount of {record.id} has both a value and bounds")


def _is_somebody(speaker: str, known: _Known) -> bool:
    kind, _, who = speaker.partition(":")
    return speaker == "compiler" or (kind in _KINDS_OF_SPEAKER and bool(who)) or speaker in known[Person]


def _hold(holds: bool, otherwise: str) -> None:
    if not holds:
        raise AssertionError(f"It does not hold: {otherwise}.")


def _spans(record: Any) -> list[Span]:
    """Every place on the page that a record names; a decision names some that may be there no more."""
    if isinstance(record, Decision):
        return []
    spans = [record.span] if isinstance(getattr(record, "span", None), Span) else []
    for name in ("segments", "odd", "date_words", "places", "of_spans"):
        spans += getattr(record, name, ())
    for name in ("matter", "when_span", "where_span", "event"):
        if getattr(record, name, None) is not None:
            spans.append(getattr(record, name))
    parts: list[Any] = [*getattr(record, "markers", ()), *getattr(record, "parts", ()), getattr(record, "amount", None)]
    spans += [part.span for part in parts if part is not None]
    spans += [field.span for field in getattr(record, "fields", ())]
    for name in ("reasons", "against", "roles", "names"):
        reasons: tuple[Reason, ...] = getattr(record, name, ())
        spans += [reason.span for reason in reasons if reason.span is not None]
    for part in (*getattr(record, "spellings", ()), *getattr(record, "chain", ())):
        if not isinstance(part, str):  # the spellings of a work
            spans += _spans(part)
    return spans
