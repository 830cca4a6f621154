"""What of the worth of the evidence a reader can review: what depends on what or differs, and how claims stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .reviewable import FREE, Names, Reader, Reviewable, all_of
from .reviews import Reviewed
from .sourcebook import Sourcebook
from .span import Span
from .worth import Audit, Carriage, Cause, CautionKind, DependenceKind, DiscrepancyKind, PartKind, Profile

__all__ = ["OF_WORTH"]


def _dependences(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for d in book.dependences:
        yield Reviewable(
            Reviewed.DEPENDENCE,
            d.id,
            (d.a_span, d.b_span),
            {"kind": d.kind.value},
            ("kind",),
            {"kind": all_of(DependenceKind)},
            within=d.a,
            confidence=d.confidence,
            reasons=d.reasons,
        )


def _discrepancies(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for d in book.discrepancies:
        yield Reviewable(
            Reviewed.DISCREPANCY,
            d.id,
            (d.a_span, d.b_span),
            {"kind": d.kind.value, "about": d.about, "cause": "" if d.cause is None else d.cause.value},
            ("kind",),
            {"kind": all_of(DiscrepancyKind), "cause": all_of(Cause), "about": FREE},
            within=d.a,
            confidence=d.confidence,
            reasons=d.reasons,
        )


def _audits(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for audit, claim in _audited(book):
        yield Reviewable(
            Reviewed.AUDIT,
            audit.id,
            (claim,),
            {"profile": audit.profile.value},
            ("profile",),
            {"profile": all_of(Profile)},
            within=audit.claim,
            reasons=audit.reasons,
        )


def _parts(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for audit, _ in _audited(book):
        for number, part in enumerate(audit.parts, 1):
            yield Reviewable(
                Reviewed.PART,
                f"{audit.id}.part-{number}",
                (part.span,),
                {"kind": part.kind.value, "carriage": part.carriage.value},
                ("kind", "carriage"),
                {"kind": all_of(PartKind), "carriage": all_of(Carriage)},
                within=audit.claim,
                reasons=part.reasons,
            )


def _cautions(book: Sourcebook, names: Names) -> Iterator[Reviewable]:
    for audit, _ in _audited(book):
        for number, caution in enumerate(audit.cautions, 1):
            yield Reviewable(
                Reviewed.CAUTION,
                f"{audit.id}.caution-{number}",
                (caution.span,) if caution.evidence is None else (caution.span, caution.evidence),
                {"kind": caution.kind.value, "message": caution.message},
                ("kind",),
                {"kind": all_of(CautionKind)},
                within=audit.claim,
                confidence=caution.confidence,
            )


def _audited(book: Sourcebook) -> Iterator[tuple[Audit, Span]]:
    claims = {claim.id: claim.span for claim in book.claims}
    return ((audit, claims[audit.claim]) for audit in book.audits if audit.claim in claims)


OF_WORTH: Mapping[Reviewed, Reader] = {
    Reviewed.DEPENDENCE: _dependences,
    Reviewed.DISCREPANCY: _discrepancies,
    Reviewed.AUDIT: _audits,
    Reviewed.PART: _parts,
    Reviewed.CAUTION: _cautions,
}
