"""Cells of the register made of facts: which proceedings, whose word, where on the page."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Cell, CellKind, IdMaker, Reason, Span
from testimonia.words.accounts import Account

from .contexts import Context, Resolved
from .facts import Fact
from .gathering import Gathered

__all__ = ["CellMaker"]


class CellMaker:
    """Gives cells their ids and proceedings."""

    def __init__(self, page: str, names: dict[int, str]) -> None:
        self.page, self.names = page, names
        self._ids = IdMaker()
        self._made: set[tuple[str, CellKind, Span, str | None]] = set()

    def of_fact(self, account: Account, fact: Fact, resolved: Resolved) -> Iterator[Cell]:
        """The cell of a fact whose proceedings are known."""
        sentence = account.sentence(account.number_at(fact.start))
        at = next((n for n, w in enumerate(sentence.words) if w.end > max(fact.verb, fact.start)), 0)
        telling = account.word_of(sentence, at) if sentence.words else None
        confidence = fact.confidence * resolved.confidence
        if fact.person is not None:
            confidence = min(confidence, fact.person.confidence)
        yield from self.cell(
            account,
            resolved.group,
            fact.kind,
            fact.start,
            fact.end,
            (telling.speaker, telling.name) if telling is not None else ("compiler", ""),
            fact.person.id if fact.person is not None else None,
            fact.person.name if fact.person is not None else None,
            confidence,
            (Reason(fact.rule), resolved.reason, *(telling.reasons if telling is not None else ())),
        )

    def cell(
        self,
        account: Account,
        group: Gathered,
        kind: CellKind,
        start: int,
        end: int,
        speaker: tuple[str, str],
        person: str | None,
        person_name: str | None,
        confidence: float,
        reasons: tuple[Reason, ...],
        edtf: str | None = None,
    ) -> Iterator[Cell]:
        """One cell, if it is not there yet."""
        span = account.record.place(start, end)
        key = (self.names[id(group)], kind, span, person or person_name)
        if key in self._made:
            return
        self._made.add(key)
        value = span.cut(self.page)
        yield Cell(
            self._ids.give("r", key[0], kind.value, account.record.id, value, person_name or ""),
            key[0],
            kind,
            value,
            span,
            account.record.id,
            *speaker,
            person,
            person_name,
            edtf,
            round(confidence, 3),
            reasons,
        )
