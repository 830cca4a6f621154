"""Registers of what the page says happened: proceedings, payments, meetings, messages, offices, dates.

Nothing here is settled: every cell says who says so, and rival values stand side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .assertions import Amount
from .reasons import Reason
from .span import Span

__all__ = ["Cell", "CellKind", "Dating", "Entry", "Ledger", "Part", "Proceeding", "ProceedingKind"]


class ProceedingKind(StrEnum):
    """What sort of proceedings the page names."""

    TRIAL = "trial"
    INQUIRY = "inquiry"
    PLENUM = "plenum"
    COMMISSION = "commission"
    MEETING = "meeting"
    OTHER = "other"


class CellKind(StrEnum):
    """What a cell of the register says of a proceeding, or of one person in it."""

    DEFENDANT = "defendant"
    JUDGE = "judge"
    PROSECUTOR = "prosecutor"
    COUNSEL = "counsel"
    WITNESS = "witness"
    CHARGE = "charge"
    PLEA = "plea"
    VERDICT = "verdict"
    SENTENCE = "sentence"
    FATE = "fate"
    DATE = "date"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Proceeding:
    """A trial, inquiry, plenum or commission that the page names.

    ``name`` is how the page calls it oftenest, ``names`` every way it does with its place; ``date`` is EDTF where the
    page says one and all agree, else ``None`` (the rival dates are cells).
    """

    id: str
    kind: ProceedingKind
    name: str
    names: tuple[Reason, ...] = ()
    date: str | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact of a proceeding as one place of the page states it.

    ``person`` is whom it concerns (of a charge, plea, verdict, sentence or fate) or who is meant (a defendant, judge
    …), ``None`` for dates and places. ``value`` is the fact as printed, cut from ``span``; for a date its EDTF is
    ``edtf``. ``speaker`` says whose word it is, an id as in `Voice` (the compiler's in a claim); ``record`` is the
    excerpt or claim.
    """

    id: str
    proceeding: str
    kind: CellKind
    value: str
    span: Span
    record: str
    speaker: str
    speaker_name: str
    person: str | None = None
    person_name: str | None = None
    edtf: str | None = None
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()


class Ledger(StrEnum):
    """Which ledger an entry belongs to."""

    PAYMENTS = "payments"
    MEETINGS = "meetings"
    MESSAGES = "messages"
    OFFICES = "offices"


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's or something's part in an entry.

    ``role`` is ``payer``, ``payee``, ``from``, ``through``, ``to``, ``who``, ``with``, ``where``, ``for`` or
    ``office``; ``id`` a person's or a speaker's id, ``None`` for what is no person.
    """

    role: str
    name: str
    span: Span
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a ledger as one place of the page states it, on whose word; ``when`` is EDTF."""

    id: str
    ledger: Ledger
    span: Span
    text: str
    record: str
    speaker: str
    speaker_name: str
    parts: tuple[Part, ...] = ()
    amount: Amount | None = None
    when: str | None = None
    when_span: Span | None = None
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Dating:
    """A date that the page prints, as EDTF, with what it was resolved against where it does not say it all itself.

    ``record`` is the excerpt or claim; ``speaker`` who dates; ``event`` are the words that say what is dated, ``None``
    where the sentence names no event.
    """

    id: str
    span: Span
    text: str
    edtf: str
    precision: str
    record: str
    speaker: str
    speaker_name: str
    event: Span | None = None
    reasons: tuple[Reason, ...] = ()
