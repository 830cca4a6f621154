"""People: who is named on the page, by which spellings, and why one name is taken for another.

A `Person` is what the program takes for one human being. Each of its spellings says why it was joined and what
speaks against it; two persons who may be one, but not surely enough, stay two, with a `MayBe` between them. A
`Decision` is a reader's word on the matter: it outranks every score and is kept over every reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .reasons import Reason
from .span import Span
from .undoing import counting

__all__ = ["Anchor", "Decision", "DecisionKind", "Gender", "MayBe", "Mention", "Person", "Spelling", "in_force"]


class Gender(StrEnum):
    """What pronouns and titles the page uses of somebody."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Spelling:
    """One printed form of a person's name, without titles and without a possessive ``'s``.

    ``scheme`` names the romanisation that yields this spelling from ``original``, the name in its own script as far
    as it can be had; both ``None`` where nothing tells. ``confidence`` (0 to 1) is how sure it is that this form
    means this person, with the ``reasons`` for it and ``against`` it. A form that means several people (a bare
    surname of two brothers) is a spelling of each.
    """

    text: str
    count: int
    scheme: str | None = None
    original: str | None = None
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One human being who is named on the page.

    ``name`` is the fullest printed form that was met, or that an authority file states; ``variants`` the distinct
    spellings, commonest first, and ``spellings`` the same with the reasons for each. ``gender`` is what the page
    shows by titles, given names and patronymics; ``None`` where it does not. ``roles`` are the page's own words for
    the person ("deputy chief of police"), each with its place. ``identifiers`` come from a reader's authority file
    (``wikidata``, ``viaf``), never from the program.
    """

    id: str
    name: str
    variants: tuple[str, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    gender: Gender | None = None
    roles: tuple[Reason, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named.

    ``span`` is the name as printed, without titles and without a possessive ``'s``; ``record`` is the id of the
    excerpt or claim it stands in. ``confidence`` (0 to 1) says how sure it is that this person is meant.
    """

    id: str
    span: Span
    text: str
    record: str
    person: str
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class MayBe:
    """Two persons who may be one human being, shown as such and not joined."""

    id: str
    a: str
    b: str
    confidence: float
    reasons: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()


class DecisionKind(StrEnum):
    """What a reader decided."""

    MERGE = "merge"  # what is anchored by ``a`` and what is anchored by ``b`` name one person
    SPLIT = "split"  # they name two
    UNDO = "undo"  # an own decision counts no longer, another's is objected to; it is kept all the same


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that a decision rests on, found again after the page was edited by its words and their neighbours.

    ``before`` and ``after`` are up to 32 code points of the page on either side.
    """

    span: Span
    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reader decided about who is who: kept with who, when (UTC, ISO 8601) and why; never overwritten.

    ``a`` and ``b`` are places where the people are named. ``orphaned`` says that one of them is not on the page any
    more, so that the decision is kept but does nothing. ``of`` is the id of the decision that an undo takes back, which
    names no places of its own.
    """

    id: str
    kind: DecisionKind
    a: tuple[Anchor, ...]
    b: tuple[Anchor, ...]
    reviewer: str
    when: str
    why: str
    orphaned: bool = False
    of: str | None = None


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that nobody took back who made them, in their order; objections of others are among them.

    An undo can itself be taken back; then what it took back counts again.

    >>> merge = Decision("d1", DecisionKind.MERGE, (), (), "Ines", "2031-05-01T09:00:00Z", "one handwriting")
    >>> undo = Decision("d2", DecisionKind.UNDO, (), (), "Ines", "2031-05-02T09:00:00Z", "two after all", of="d1")
    >>> in_force([merge]) == (merge,), in_force([merge, undo]) == (undo,)
    (True, True)
    >>> objection = Decision("d2", DecisionKind.UNDO, (), (), "Tove", "2031-05-02T09:00:00Z", "two hands", of="d1")
    >>> in_force([merge, objection]) == (merge, objection)
    True
    """
    there = tuple(decisions)
    count = counting(there)
    return tuple(decision for decision in there if decision.id in count)
