"""The profile of a claim: how its evidence stands to its words. A description, no verdict."""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.model import Carriage, CautionKind, Profile, Reason

from .carrying import Carried
from .choosing import caution_of, is_contradiction
from .exhibits import Exhibit, Point

__all__ = ["carriage_of", "profile_of", "reasons_of"]

_FOUND = 0.25  # how much of a claim must stand in some excerpt for it to be found there
_WHOLE = 0.6  # and how much for it to be carried
_RESERVED = frozenset((CautionKind.HEDGE_DROPPED, CautionKind.RUMOUR, CautionKind.IRONY))


def profile_of(parts: Sequence[Carried], exhibits: Sequence[Exhibit], points: Sequence[Point], origins: int) -> Profile:
    """The worst that holds, in the order: contradicted, not found, hedged, partly, single origin, carried."""
    if any(is_contradiction(point) for point in points):
        return Profile.CONTRADICTED
    told = sum(carried.part.weight for carried in parts)
    found = sum(carried.part.weight for carried in parts if carried.evidence)
    names = bool(exhibits) and exhibits[0].heading.is_topic and found > 0.0  # a matter, of which nothing is said
    if not exhibits or (told and found / told < _FOUND and not names):
        return Profile.NOT_FOUND
    if any(caution_of(point) in _RESERVED for point in points):
        return Profile.HEDGED
    if points or (told and found / told < _WHOLE and not names):
        return Profile.PARTLY
    return Profile.SINGLE if origins < 2 else Profile.CARRIED


def carriage_of(carried: Carried, points: Sequence[Point]) -> Carriage:
    """How one part is carried: it is hedged where every sentence that has it shows reserve."""
    part = carried.part
    against = [point for point in points if is_contradiction(point)]
    if any(_is_meant(point) and point.claim.start <= part.start < point.claim.end for point in against):
        return Carriage.CONTRADICTED
    if not carried.evidence:
        return Carriage.MISSING
    reserved = {point.sentence for point in points if caution_of(point) in _RESERVED}
    return Carriage.HEDGED if carried.sentences and carried.sentences <= reserved else Carriage.CARRIED


def _is_meant(point: Point) -> bool:
    """Whether some words of the claim are meant, and not all of it."""
    return len(point.claim) < len(point.exhibit.heading.text)


def reasons_of(parts: Sequence[Carried], points: Sequence[Point], origins: int) -> tuple[Reason, ...]:
    """What the profile rests on."""
    told = [carried for carried in parts if carried.part.weight]
    found = sum(bool(carried.evidence) for carried in told)
    reasons = [Reason(f"{found} of its {len(told)} telling words stand in its evidence")]
    against = sum(is_contradiction(point) for point in points)
    if against:
        reasons.append(Reason(f"the evidence says otherwise in {against} place{'s' if against > 1 else ''}"))
    if len(points) > against:
        less = len(points) - against
        reasons.append(Reason(f"the evidence says less in {less} place{'s' if less > 1 else ''}"))
    reasons.append(Reason(f"{origins} origin{'' if origins == 1 else 's'}"))
    return tuple(reasons)
