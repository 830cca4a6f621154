"""What holds for every book: that its records are what they say."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ..model import (
    Assertion,
    Audit,
    Cell,
    Citation,
    Claim,
    Convention,
    Dating,
    Decision,
    Dependence,
    Discrepancy,
    Document,
    Entry,
    Excerpt,
    Finding,
    HandRole,
    MayBe,
    Mention,
    Origin,
    Passage,
    Person,
    Proceeding,
    Reason,
    Sourcebook,
    Span,
    Voice,
    Witness,
    Work,
)
from .worth import check_worth, hold, worth_spans

__all__ = ["check_book"]


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
                hold(False, f"{record!r} reaches beyond the {length} characters of the page")
    place = 0
    for passage in book.passages:
        if passage.span.start != place:
            hold(False, f"the passages leave a gap or overlap before {passage!r}")
        place = passage.span.end
    hold(not book.passages or place == length, f"the passages end at {place}, the page at {length}")
    ids: dict[type, list[str]] = {kind: [r.id for r in everything if type(r) is kind] for kind in _WITH_ID}
    for kind, given in ids.items():
        hold(len(given) == len(set(given)), f"two of the {kind.__name__} records have one id")
    known = {kind: set(given) for kind, given in ids.items()}
    _check_evidence(book, known)
    _check_people(book, known)
    _check_voices(book, known)
    _check_assertions(book, known)
    _check_registers(book, known)
    check_worth(book, partial(_is_somebody, known=known))


_KINDS: tuple[type[Any], ...] = (
    Claim, Excerpt, Citation, Work, Finding, Person, Mention, MayBe, Decision, Voice, Document, Assertion, Proceeding,
    Cell, Entry, Dating, Dependence, Origin, Witness, Discrepancy, Audit, Passage, Convention,
)  # fmt: skip
_WITH_ID = _KINDS[:-2]
_KINDS_OF_SPEAKER = ("author", "editor", "translator", "org", "group", "anon")
_Known = Mapping[type, set[str]]


def _check_evidence(book: Sourcebook, known: _Known) -> None:
    for excerpt in book.excerpts:
        hold(excerpt.claim is None or excerpt.claim in known[Claim], f"the claim of {excerpt.id} is not there")
        cited = excerpt.citation is None or excerpt.citation in known[Citation]
        hold(cited, f"the citation of {excerpt.id} is not there")
        hold(all(excerpt.span.contains(s) for s in excerpt.segments), f"segments of {excerpt.id} lie outside it")
        words = "\n".join(map(book.cut, excerpt.segments or (excerpt.span,)))
        hold(excerpt.text == words, f"the text of {excerpt.id} is not what its segments cut from the page")
    for citation in book.citations:
        hold(citation.work is None or citation.work in known[Work], f"the work of {citation.id} is not there")


def _check_people(book: Sourcebook, known: _Known) -> None:
    place = 0
    for mention in book.mentions:
        hold(mention.text == book.cut(mention.span), f"the text of {mention.id} is not what its span cuts")
        hold(mention.record in known[Excerpt] | known[Claim], f"the record of {mention.id} is not there")
        hold(mention.person in known[Person], f"the person of {mention.id} is not there")
        hold(mention.span.start >= place, f"{mention.id} overlaps the mention before it, or is out of order")
        place = mention.span.end
    for person in book.people:
        spelt = [spelling.text for spelling in person.spellings]
        hold(not spelt or list(person.variants) == spelt, f"variants and spellings of {person.id} differ")
    for maybe in book.maybes:
        hold({maybe.a, maybe.b} <= known[Person] and maybe.a != maybe.b, f"{maybe.id} is not between two people")
    spellings = [spelling for person in book.people for spelling in person.spellings]
    weighed: list[Any] = [*book.mentions, *book.maybes, *book.voices, *spellings]
    weighed += [*book.assertions, *book.cells, *book.entries]
    weighed += [*book.dependences, *book.witnesses, *book.discrepancies, *(c for a in book.audits for c in a.cautions)]
    for record in weighed:
        hold(0 <= record.confidence <= 1, f"the confidence of {record!r} is not between 0 and 1")


def _check_voices(book: Sourcebook, known: _Known) -> None:
    heard: dict[str, list[Span]] = {}
    place = 0
    for voice in book.voices:
        hold(voice.excerpt in known[Excerpt], f"the excerpt of {voice.id} is not there")
        hold(voice.span.start >= place, f"{voice.id} overlaps the voice before it, or is out of order")
        place = voice.span.end
        hold(_is_somebody(voice.speaker, known), f"{voice.id} is spoken by {voice.speaker!r}, who is nobody")
        hold(voice.document is None or voice.document in known[Document], f"the document of {voice.id} is not there")
        for hand in voice.chain:
            is_paper = hand.role in (HandRole.DOCUMENT, HandRole.SOURCE) and hand.who in known[Document]
            is_known = is_paper or (hand.role is not HandRole.DOCUMENT and _is_somebody(hand.who, known))
            hold(is_known, f"the chain of {voice.id} leads through {hand.who!r}, who is nobody")
        heard.setdefault(voice.excerpt, []).extend(voice.segments or (voice.span,))
    for excerpt in book.excerpts if heard else ():
        words = {
            offset
            for span in excerpt.segments or (excerpt.span,)
            for offset in range(span.start, span.end)
            if not book.text[offset].isspace()
        }
        spoken = {offset for span in heard.get(excerpt.id, ()) for offset in range(span.start, span.end)}
        hold(
            not words - spoken,
            f"words of {excerpt.id} belong to no voice, the first at {min(words - spoken, default=0)}",
        )
    for document in book.documents:
        hold(set(document.excerpts) <= known[Excerpt], f"an excerpt of {document.id} is not there")
        author = document.author
        hold(author is None or _is_somebody(author, known), f"{document.id} is by {author!r}, who is nobody")


def _check_assertions(book: Sourcebook, known: _Known) -> None:
    voices = {voice.id: voice for voice in book.voices}
    for said in book.assertions:
        hold((said.excerpt is None) != (said.claim is None), f"{said.id} stands in no excerpt and no claim, or in both")
        _check_stated(book, said, said.text, said.excerpt or said.claim or "", known)
        for who in said.of:
            hold(_is_somebody(who, known), f"{said.id} is of {who!r}, who is nobody")
        # a span may cut a pronoun, so that the name need not stand there
        hold(len(said.of_spans) in (0, len(said.of_names)), f"not every name of {said.id} has its span")
        # whom the page does not name it implies by some words
        shown = said.of_spans or (None,) * len(said.of_names)
        implied = all(name or span for name, span in zip(said.of_names, shown, strict=True))
        hold(implied, f"{said.id} concerns somebody whom no words name or imply")
        hold(said.matter is None or said.span.contains(said.matter), f"the matter of {said.id} lies outside its words")
        for value, what in ((said.when, said.when_span), (said.where, said.where_span)):
            hold(what is None or value is not None, f"{said.id} has the words for a fact that it does not state")
        for marker in said.markers:
            hold(marker.text == book.cut(marker.span), f"a marker of {said.id} is not what its span cuts")
        hold(said.touches is None or said.touches in known[Assertion], f"what {said.id} touches is not there")
        hold(said.touches != said.id, f"{said.id} touches itself")
        hold(said.voice is None or said.voice in voices, f"the voice of {said.id} is not there")
        heard = voices.get(said.voice or "")
        hold(heard is None or heard.excerpt == said.excerpt, f"the voice of {said.id} is heard in another excerpt")


def _check_registers(book: Sourcebook, known: _Known) -> None:
    for cell in book.cells:
        _check_stated(book, cell, cell.value, cell.record, known)
        hold(cell.proceeding in known[Proceeding], f"the proceeding of {cell.id} is not there")
        hold(cell.person is None or _is_somebody(cell.person, known), f"{cell.id} is of {cell.person!r}, who is nobody")
    for entry in book.entries:
        _check_stated(book, entry, entry.text, entry.record, known)
        for part in entry.parts:
            hold(part.id is None or _is_somebody(part.id, known), f"a part of {entry.id} is {part.id!r}, who is nobody")
            printed = part.id is not None or part.name == book.cut(part.span)  # a person may be a pronoun there
            hold(printed, f"a part of {entry.id} is not what its span cuts")
    for dating in book.datings:
        _check_stated(book, dating, dating.text, dating.record, known)
        hold(bool(dating.edtf), f"{dating.id} states no date")


def _check_stated(
    book: Sourcebook, record: Assertion | Cell | Entry | Dating, words: str, within: str, known: _Known
) -> None:
    """Check what holds for whatever somebody states in an excerpt or a claim."""
    hold(words == book.cut(record.span), f"the words of {record.id} are not what its span cuts")
    hold(within in known[Excerpt] | known[Claim], f"the record of {record.id} is not there")
    hold(_is_somebody(record.speaker, known), f"{record.id} is said by {record.speaker!r}, who is nobody")
    amount = getattr(record, "amount", None)
    if amount is not None:
        hold(amount.text == book.cut(amount.span), f"the amount of {record.id} is not what its span cuts")
        bounds = amount.min is not None or amount.max is not None
        hold(amount.value is None or not bounds, f"the amount of {record.id} has both a value and bounds")


def _is_somebody(speaker: str, known: _Known) -> bool:
    kind, _, who = speaker.partition(":")
    return speaker == "compiler" or (kind in _KINDS_OF_SPEAKER and bool(who)) or speaker in known[Person]


def _spans(record: Any) -> list[Span]:
    """Every place on the page that a record names; a decision names some that may be there no more."""
    if isinstance(record, Decision):
        return []
    spans = [record.span] if isinstance(getattr(record, "span", None), Span) else []
    for name in ("segments", "odd", "date_words", "places", "of_spans"):
        spans += getattr(record, name, ())
    for name in ("matter", "when_span", "where_span", "event", "a_span", "b_span"):
        if getattr(record, name, None) is not None:
            spans.append(getattr(record, name))
    spans += worth_spans(record)
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
