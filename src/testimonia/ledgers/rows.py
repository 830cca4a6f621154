"""Rows of the ledgers made of what was read: places on the page, whose word it is, when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.model import (
    Amount,
    Dating,
    Entry,
    IdMaker,
    Ledger,
    Mention,
    Part,
    Person,
    Reason,
    Sourcebook,
    Span,
    Voice,
)
from testimonia.words.accounts import Account, Telling
from testimonia.words.clauses import Party, Sentence
from testimonia.words.record_texts import RecordText

from .persons import is_pronoun

__all__ = ["Book", "Found", "stretch"]

_OF_A_LIFE = re.compile(r"\b(?:born|died|buried|widowed|baptised)\s(?:\w+\s){0,3}$")
_ANOTHER = re.compile(r";|,\s(?:and|but)\s(?:he|she|they|it|I|we|who|which)\s")  # a clause of its own begins


@dataclass(frozen=True, slots=True)
class Found:
    """One row as read: offsets into the record's text."""

    ledger: Ledger
    start: int
    end: int
    telling: Telling
    parts: tuple[tuple[str, Party], ...]
    amount: Amount | None = None
    confidence: float = 0.9
    reasons: tuple[Reason, ...] = ()


def stretch(sentence: Sentence, parts: Sequence[tuple[str, Party]], first: int, last: int) -> tuple[int, int]:
    """From where to where a row reaches: its own words, and those of its parts that stand in the sentence."""
    here = [party for _, party in parts if sentence.start <= party.start < sentence.end]
    return min([first, *(party.start for party in here)]), max([last, *(party.end for party in here)])


class Book:
    """Gives rows their places, dates and ids."""

    def __init__(self, book: Sourcebook) -> None:
        self.text = book.text
        self._datings = sorted(book.datings, key=lambda dating: dating.span.start)
        self._starts = [dating.span.start for dating in self._datings]
        self._ids = IdMaker()

    def dating_in(self, span: Span, near: int, but: Span | None = None) -> Dating | None:
        """The date in a stretch of the page that stands nearest to a place, and is no part of a sum."""
        here = self._datings[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        here = [d for d in here if (but is None or not d.span.overlaps(but)) and not self._is_aside(d.span, near)]
        here = [d for d in here if not _OF_A_LIFE.search(self.text, max(0, d.span.start - 40), d.span.start)]
        here = [d for d in here if d.span.start < near or not _ANOTHER.search(self.text, near, d.span.start)]
        return min(here, key=lambda d: abs(d.span.start - near), default=None)

    def _is_aside(self, dated: Span, near: int) -> bool:
        """Whether one of two places stands in square brackets and the other does not."""
        between = self.text[min(dated.end, near) : max(dated.start, near)]
        return between.count("[") != between.count("]")

    def entry(self, account: Account, found: Found, sentence: tuple[int, int] | None = None) -> Entry:
        """The record of a row."""
        record: RecordText = account.record
        span = record.place(found.start, found.end)
        whole = record.place(*sentence) if sentence is not None else span
        dating = self.dating_in(whole, span.start, found.amount.span if found.amount is not None else None)
        parts = tuple(self._part(record, role, party) for role, party in found.parts)
        sure = [party.confidence for _, party in found.parts]
        confidence = min([found.confidence, found.telling.confidence, *sure])
        telling = found.telling
        unsure = [part for (_, party), part in zip(found.parts, parts, strict=True) if is_pronoun(party)]
        whom = [Reason("it is not sure whom the pronoun means", part.span.cut(self.text), part.span) for part in unsure]
        return Entry(
            self._ids.give("l", record.id, found.ledger.value, span.cut(self.text), *_names(found.parts)),
            found.ledger,
            span,
            span.cut(self.text),
            record.id,
            telling.speaker,
            telling.name,
            parts,
            found.amount,
            dating.edtf if dating is not None else None,
            dating.span if dating is not None else None,
            round(confidence, 3),
            (*found.reasons, *whom, *telling.reasons),
        )

    def office(self, role: Reason, person: Person, mention: Mention, voice: Voice | None) -> Entry:
        """The record of an office that stands beside a name."""
        assert role.span is not None
        span = Span(min(role.span.start, mention.span.start), max(role.span.end, mention.span.end))
        parts = (
            Part("who", mention.text, mention.span, person.id),
            Part("office", role.span.cut(self.text), role.span),
        )
        return Entry(
            self._ids.give("l", mention.record, "office", span.cut(self.text)),
            Ledger.OFFICES,
            span,
            span.cut(self.text),
            mention.record,
            voice.speaker if voice is not None else "compiler",
            voice.speaker_name if voice is not None else "",
            parts,
            None,
            None,
            None,
            round(min(0.85, mention.confidence), 3),
            (Reason(role.rule, role.words, role.span),),
        )

    def _part(self, record: RecordText, role: str, party: Party) -> Part:
        span = record.place(party.start, party.end)
        return Part(role, party.name or span.cut(self.text), span, party.id)


def _names(parts: Sequence[tuple[str, Party]]) -> list[str]:
    return [f"{role}:{party.name}" for role, party in parts]
