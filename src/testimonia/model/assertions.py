"""Who says what of whom: assertions, each anchored to the words that say it and attributed to whoever says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .reasons import Reason
from .span import Span

__all__ = ["Act", "Amount", "Assertion", "Marker", "MarkerKind"]


class Act(StrEnum):
    """What somebody does by saying something."""

    ADMITS = "admits"  # that he did it himself
    DENIES = "denies"  # that he did it
    ACCUSES = "accuses"  # another of doing it
    CORROBORATES = "corroborates"  # another's statement
    RETRACTS = "retracts"  # his own earlier statement
    EXONERATES = "exonerates"  # another, or says that treatment was fair
    REPORTS = "reports"  # that something happened, accusing nobody
    JUDGES = "judges"  # an opinion on guilt, credibility or motive


class MarkerKind(StrEnum):
    """How a statement is qualified in its own words."""

    HEDGE = "hedge"  # "allegedly", "might be", "as it were"
    NEGATION = "negation"
    IRONY = "irony"


@dataclass(frozen=True, slots=True)
class Marker:
    """A qualifying word of a statement, never dropped."""

    kind: MarkerKind
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum or number as stated: one value, or a range; ``unit`` as printed. ``text`` is what the span prints."""

    span: Span
    text: str
    value: float | None = None
    min: float | None = None
    max: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Assertion:
    """One statement.

    ``excerpt`` or ``claim`` is the id of what it stands in, ``span`` the words that say it and ``text`` the same as
    printed. ``speaker`` is the innermost person whose statement it is, an id as in `Voice`. ``of`` are the ids of
    whom it concerns and ``of_names`` their names as printed, ``of_spans`` where; an empty name says that the words at
    its span imply who is meant. ``matter`` is the part of the words that says what; ``when`` is EDTF and ``where`` as
    printed, each with its span, ``None`` where the words do not say. ``touches`` is the id of the assertion that a
    corroboration, denial or retraction answers, where the page has it. ``voice`` is the id of the voice it was read
    from, ``None`` in a claim.
    """

    id: str
    span: Span
    text: str
    speaker: str
    speaker_name: str
    act: Act
    excerpt: str | None = None
    claim: str | None = None
    of: tuple[str, ...] = ()
    of_names: tuple[str, ...] = ()
    of_spans: tuple[Span, ...] = ()
    matter: Span | None = None
    when: str | None = None
    when_span: Span | None = None
    where: str | None = None
    where_span: Span | None = None
    amount: Amount | None = None
    markers: tuple[Marker, ...] = ()
    touches: str | None = None
    voice: str | None = None
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()
