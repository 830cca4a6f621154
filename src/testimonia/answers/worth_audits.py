"""The audit of claims as rows: what of their words the evidence carries, and what to mind, the worst first."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Audit, AuditPart, Carriage, Caution, Profile, Reviewed, Sourcebook
from ..words.lines import Lines
from .naming import QuestionError
from .worth_counts import find_claims
from .worth_stemmas import reason_words, review_words

__all__ = ["WORST_FIRST", "AuditRow", "CautionRow", "PartRow", "audit_row", "audits"]

WORST_FIRST = (
    Profile.CONTRADICTED,
    Profile.NOT_FOUND,
    Profile.HEDGED,
    Profile.PARTLY,
    Profile.SINGLE,
    Profile.CARRIED,
)


@dataclass(frozen=True, slots=True)
class PartRow:
    """A word or two of a claim, how the evidence carries it, and the words of the evidence with their places."""

    text: str
    start: int
    end: int
    kind: str
    carriage: str
    evidence: tuple[tuple[str, int, int], ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CautionRow:
    """One thing to mind: the claim's words, and the words of the evidence with their place, where it lies in one."""

    kind: str
    message: str
    start: int
    end: int
    excerpt: str | None
    evidence: str | None
    evidence_start: int | None
    evidence_end: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A claim word by word against its evidence.

    ``excerpts`` and ``origins`` are counts, lines are counted from 1; ``review`` is what readers say of the audit.
    """

    id: str
    claim: str
    text: str
    profile: str
    excerpts: int
    origins: int
    carried: int
    missing: int
    line: int
    start: int
    end: int
    parts: tuple[PartRow, ...]
    cautions: tuple[CautionRow, ...]
    why: tuple[str, ...]
    review: str | None = None


def audits(book: Sourcebook, *, profile: Profile | str | None = None, claim: str | None = None) -> list[AuditRow]:
    """The audits of claims by profile, the worst first, within a profile those with most to mind.

    Raises:
        QuestionError: there is no such profile. NotFoundError: there is no such claim.
    """
    wanted = _profile(profile)
    under = None if claim is None else {one.id for one in find_claims(book, claim)}
    lines = Lines(book.text)
    rows = [
        _row(audit, book, lines)
        for audit in book.audits
        if wanted in (None, audit.profile) and (under is None or audit.claim in under)
    ]
    order = {kind.value: rank for rank, kind in enumerate(WORST_FIRST)}
    return sorted(rows, key=lambda row: (order[row.profile], -len(row.cautions), -row.missing, row.start))


def audit_row(book: Sourcebook, audit: Audit) -> AuditRow:
    """One audit as a row."""
    return _row(audit, book, Lines(book.text))


def _profile(profile: Profile | str | None) -> Profile | None:
    if profile is None:
        return None
    try:
        return Profile(profile)
    except ValueError:
        raise QuestionError(f"No profile is named {profile!r}. There are: {', '.join(Profile)}.") from None


def _row(audit: Audit, book: Sourcebook, lines: Lines) -> AuditRow:
    claim = book.claims[audit.claim]
    return AuditRow(
        review=review_words(book, Reviewed.AUDIT, audit.id),
        id=audit.id,
        claim=audit.claim,
        text=" ".join(claim.text.split()),
        profile=audit.profile.value,
        excerpts=len(audit.excerpts),
        origins=len(audit.origins),
        carried=sum(part.carriage is Carriage.CARRIED for part in audit.parts),
        missing=sum(part.carriage is Carriage.MISSING for part in audit.parts),
        line=lines.number(claim.span),
        start=claim.span.start,
        end=claim.span.end,
        parts=tuple(_part(part, book) for part in audit.parts),
        cautions=tuple(_caution(caution, book) for caution in audit.cautions),
        why=reason_words(audit.reasons),
    )


def _part(part: AuditPart, book: Sourcebook) -> PartRow:
    return PartRow(
        text=part.text,
        start=part.span.start,
        end=part.span.end,
        kind=part.kind.value,
        carriage=part.carriage.value,
        evidence=tuple((book.cut(span), span.start, span.end) for span in part.evidence),
        why=reason_words(part.reasons),
    )


def _caution(caution: Caution, book: Sourcebook) -> CautionRow:
    place = caution.evidence
    return CautionRow(
        kind=caution.kind.value,
        message=caution.message,
        start=caution.span.start,
        end=caution.span.end,
        excerpt=caution.excerpt,
        evidence=None if place is None else book.cut(place),
        evidence_start=None if place is None else place.start,
        evidence_end=None if place is None else place.end,
        confidence=caution.confidence,
    )
