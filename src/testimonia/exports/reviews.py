"""What readers say of records, as plain facts of the exchange format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model import (
    Anchor,
    Assertion,
    Audit,
    Cell,
    Citation,
    Claim,
    Dating,
    Dependence,
    Discrepancy,
    Document,
    Entry,
    Excerpt,
    Finding,
    MayBe,
    Mention,
    Person,
    Review,
    Reviewed,
    Sourcebook,
    Standing,
    Voice,
)

__all__ = ["REVIEWED", "anchor_facts", "review_facts", "standing_facts", "standing_of"]

REVIEWED: Mapping[type, Reviewed] = {
    Assertion: Reviewed.ASSERTION,
    Audit: Reviewed.AUDIT,
    Cell: Reviewed.CELL,
    Citation: Reviewed.CITATION,
    Claim: Reviewed.CLAIM,
    Dating: Reviewed.DATING,
    Dependence: Reviewed.DEPENDENCE,
    Discrepancy: Reviewed.DISCREPANCY,
    Document: Reviewed.DOCUMENT,
    Entry: Reviewed.ENTRY,
    Excerpt: Reviewed.EXCERPT,
    Finding: Reviewed.FINDING,
    MayBe: Reviewed.MAYBE,
    Mention: Reviewed.MENTION,
    Person: Reviewed.PERSON,
    Voice: Reviewed.VOICE,
}  # parts and cautions of an audit are told by their number in it


def review_facts(review: Review) -> Iterator[tuple[str, Any]]:
    """The facts of a review but for its id, absent ones left out."""
    yield "kind", review.kind.value
    yield "what", review.what.value
    if review.of is not None:
        yield "of", review.of
    if review.item:
        yield "item", review.item
    if review.places:
        yield "places", [anchor_facts(anchor) for anchor in review.places]
    if review.identity:
        yield "identity", dict(review.identity)
    if review.field is not None:
        yield "field", review.field
    if review.value is not None:
        yield "value", review.value
    if review.place is not None:
        yield "place", anchor_facts(review.place)
    yield "reviewer", review.reviewer
    yield "when", review.when
    yield "why", review.why
    yield "orphaned", review.orphaned
    if review.lost:
        yield "lost", review.lost


def anchor_facts(anchor: Anchor) -> dict[str, Any]:
    """A place with its words, and those on either side."""
    facts: dict[str, Any] = {"start": anchor.span.start, "end": anchor.span.end, "text": anchor.text}
    if anchor.before:
        facts["before"] = anchor.before
    if anchor.after:
        facts["after"] = anchor.after
    return facts


def standing_of(record: object, book: Sourcebook | None) -> Iterator[tuple[str, Any]]:
    """``review``, where readers said something of a record of the book."""
    what = REVIEWED.get(type(record))
    if what is None or book is None or not book.reviews:
        return
    standing = book.standing(what, getattr(record, "id", ""))
    if standing is not None:
        yield "review", standing_facts(standing)


def standing_facts(standing: Standing) -> dict[str, Any]:
    """How a record stands, and who says what of it."""
    facts: dict[str, Any] = {"state": standing.state.value}
    if standing.verdicts:
        facts["verdicts"] = [_said(review) for review in standing.verdicts]
    if standing.notes:
        facts["notes"] = [_said(review) for review in standing.notes]
    if standing.objections:
        facts["objections"] = [_said(review) for review in standing.objections]
    return facts


def _said(review: Review) -> dict[str, Any]:
    told = ("kind", "of", "field", "value", "place", "reviewer", "when", "why")
    return {"id": review.id} | {name: value for name, value in review_facts(review) if name in told}
