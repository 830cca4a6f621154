"""What the evidence is worth: what depends on what, who stood how near, where accounts differ, what carries a claim.

Every record sets the words of two places side by side or says on which words a count rests; none says what happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .reasons import Reason
from .span import Span

__all__ = [
    "Alignment",
    "Audit",
    "AuditPart",
    "Carriage",
    "Cause",
    "Caution",
    "CautionKind",
    "Dependence",
    "DependenceKind",
    "Discrepancy",
    "DiscrepancyKind",
    "Nearness",
    "Origin",
    "PartKind",
    "Profile",
    "Witness",
]


class DependenceKind(StrEnum):
    """How two excerpts come to share an origin."""

    DUPLICATE = "duplicate"  # the same words from the same work
    SAME_DOCUMENT = "same-document"  # two editions or translations of one original
    REQUOTE = "requote"  # one quotes the words of the other's source
    DERIVES = "derives"  # one retells the other's source


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words of one excerpt and the words of the other that answer them; both spans are of the page."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Dependence:
    """Two excerpts that are not independent.

    ``a`` and ``b`` are ids of excerpts, ``a`` the earlier on the page; ``a_span`` and ``b_span`` the stretches that
    answer each other, from the first aligned word to the last, and ``alignments`` their pieces in the order of ``a``,
    without what an ellipsis or a change left out.
    """

    id: str
    a: str
    b: str
    a_span: Span
    b_span: Span
    kind: DependenceKind
    alignments: tuple[Alignment, ...] = ()
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Excerpts that count once: one account, printed or retold several times, or one that stands alone.

    ``excerpts`` are ids in the order of the page, ``dependences`` the ids of what ties them together (none where it is
    one excerpt). ``head`` is the excerpt that the others lead back to, ``None`` where nothing tells which.
    """

    id: str
    excerpts: tuple[str, ...]
    dependences: tuple[str, ...] = ()
    head: str | None = None
    reasons: tuple[Reason, ...] = ()


class Nearness(StrEnum):
    """How near somebody stood to what he tells, by the page's own words."""

    PRESENT = "present"  # did it, saw it, or was there
    HEARD = "heard"  # was told of it
    READ = "read"  # knows it from papers
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Witness:
    """Somebody whose word an excerpt gives, and how near the page's words place him to what he tells.

    ``speaker`` is an id as in `Voice`; ``span`` all of his words in the excerpt from the first to the last; ``origin``
    the id of the `Origin` that his words count under. The ``reasons`` cut the words that place him.
    """

    id: str
    excerpt: str
    speaker: str
    speaker_name: str
    span: Span
    nearness: Nearness
    origin: str
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()


class DiscrepancyKind(StrEnum):
    """In what two accounts differ."""

    DATE = "date"
    NUMBER = "number"
    AMOUNT = "amount"
    NAME = "name"
    PLACE = "place"
    OUTCOME = "outcome"
    PRESENCE = "presence"
    WORDING = "wording"
    OPPOSITE = "opposite"
    HEADING = "heading"  # a claim against its own evidence


class Cause(StrEnum):
    """What would explain a difference; named only where words or figures show it."""

    CALENDAR = "calendar"
    ROMANISATION = "romanisation"
    ROUNDING = "rounding"
    COUNTING = "different counting"
    EVENT = "different event"
    TRANSLATION = "translation"
    MISPRINT = "misprint"
    CONFLICT = "real conflict"


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two places that speak of one thing and differ.

    ``a`` and ``b`` are ids of excerpts or claims; the spans are the words that differ, ``a_says`` and ``b_says`` what
    each says, in its own words. ``about`` is the one thing, put in the page's words; ``reasons`` say why it is taken
    for one thing. ``cause`` is ``None`` where nothing shows one. ``persons`` are ids of whom it concerns.
    """

    id: str
    a: str
    b: str
    a_span: Span
    b_span: Span
    kind: DiscrepancyKind
    about: str
    a_says: str
    b_says: str
    cause: Cause | None = None
    persons: tuple[str, ...] = ()
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()


class Profile(StrEnum):
    """How the evidence under a claim stands to its words: a description, no verdict."""

    CARRIED = "carried"
    PARTLY = "partly"
    HEDGED = "hedged in the source"
    SINGLE = "single origin"
    NOT_FOUND = "not found in the evidence"
    CONTRADICTED = "contradicted"


class PartKind(StrEnum):
    """What a word of a claim does in it."""

    PERSON = "person"
    ACT = "act"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    QUALIFIER = "qualifier"  # "all", "never", "only", "lenient"
    MATTER = "matter"


class Carriage(StrEnum):
    """How the evidence carries one part of a claim."""

    CARRIED = "carried"
    HEDGED = "hedged"  # only with a hedge that the claim leaves out
    MISSING = "missing"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class AuditPart:
    """One part of a claim, and the spans of its evidence that carry or contradict it."""

    span: Span
    text: str
    kind: PartKind
    carriage: Carriage
    evidence: tuple[Span, ...] = ()
    reasons: tuple[Reason, ...] = ()


class CautionKind(StrEnum):
    """Why the evidence is weaker than the claim sounds."""

    HEDGE_DROPPED = "hedge dropped"
    RUMOUR = "rumour taken as fact"
    IRONY = "irony taken as fact"
    ACCUSATION = "accusation printed as a deed"
    SINGLE = "single witness"
    DEPENDENT = "dependent witnesses"
    CUT = "cut at the decisive place"
    BRACKET = "the compiler's bracket does the work"
    OVERSTATED = "says more than the evidence"
    OPPOSED = "the evidence says otherwise"


@dataclass(frozen=True, slots=True)
class Caution:
    """One thing to mind in the evidence of a claim: the claim's words, and the words of the evidence.

    ``span`` are words of the claim, all of it where no one word is meant; ``evidence`` the place in an excerpt,
    ``None`` where it lies in no one place. ``message`` is one plain sentence.
    """

    kind: CautionKind
    span: Span
    message: str
    excerpt: str | None = None
    evidence: Span | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Audit:
    """One claim word by word against its own excerpts.

    ``excerpts`` and ``origins`` are ids; the latter are what the count of independent origins rests on.
    """

    id: str
    claim: str
    profile: Profile
    parts: tuple[AuditPart, ...] = ()
    cautions: tuple[Caution, ...] = ()
    excerpts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
