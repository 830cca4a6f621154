"""Cells of the register made of facts: which proceedings, whose word, where on the page."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Cell, CellKind, IdMaker, Proceeding, ProceedingKind, Reason, Span
from testimonia.words.accounts import Account, Telling

from .contexts import Resolved
from .facts import Fact
from .gathering import Gathered

__all__ = ["CellMaker"]


_PARTS = frozenset((CellKind.DEFENDANT, CellKind.JUDGE, CellKind.PROSECUTOR, CellKind.COUNSEL, CellKind.WITNESS))
_KEPT = frozenset((CellKind.PLEA, CellKind.SENTENCE, CellKind.VERDICT))


class CellMaker:
    """Gives cells their ids and proceedings."""

    def __init__(self, page: str, names: dict[int, str], proceedings: IdMaker) -> None:
        self.page, self.names = page, names
        self.others: list[Proceeding] = []
        self._proceedings = proceedings
        self._ids = IdMaker()
        self._kept: list[Gathered] = []  # so that no other object takes over an id
        self._made: set[tuple[str, CellKind, Span, str | None]] = set()

    def of_fact(self, account: Account, fact: Fact, resolved: Resolved) -> Iterator[Cell]:
        """The cell of a fact whose proceedings are known."""
        sentence = account.sentence(account.number_at(fact.start))
        at = next((n for n, w in enumerate(sentence.words) if w.end > max(fact.verb, fact.start)), 0)
        telling = account.word_of(sentence, at) if sentence.words else None
        if (
            telling is not None
            and fact.kind in _PARTS
            and fact.person is not None
            and fact.person.id == telling.speaker
        ):
            voice = account.voice_at(fact.start)  # nobody says of himself "the witness Ash"
            telling = Telling("compiler", "", 1.0) if voice is None else Telling(voice.speaker, voice.speaker_name, 1.0)
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

    def unnamed(self, facts: list[tuple[Account, Fact]]) -> Iterator[Cell]:
        """Pleas, verdicts and sentences of proceedings that are not named there: kept apart for each excerpt.

        But for one person under one claim, whose rival sentences are of one court sooner than of two.
        """
        made: dict[str, Gathered] = {}
        of_person: dict[tuple[str, str], Gathered] = {}
        for account, fact in facts:
            if fact.kind not in _KEPT or fact.person is None:
                continue
            record = account.record
            under = (record.id if record.is_claim else record.claim or record.id, fact.person.id or "")
            group = made.get(record.id) or (of_person.get(under) if fact.person.id else None)
            if group is None:
                start, end = min(fact.person.start, fact.verb), max(fact.verb, fact.end)
                group = Gathered(ProceedingKind.OTHER)
                place = record.place(start, min(end, start + 100))
                words = " ".join(place.cut(self.page).split())
                self.names[id(group)] = self._proceedings.give("q", "other", record.id)
                why = (Reason("the page does not say there which proceedings these were", words, place),)
                self.others.append(Proceeding(self.names[id(group)], ProceedingKind.OTHER, words, why[:1], None, why))
                self._kept.append(group)
            made[record.id] = group
            if fact.person.id:
                of_person.setdefault(under, group)
            yield from self.of_fact(account, fact, Resolved(group, 0.6, Reason("no proceedings are named")))

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
