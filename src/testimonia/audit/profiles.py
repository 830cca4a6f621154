"""The profile of a claim: how its evidence stands to its words. A description, no verdict."""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.model import Carriage, CautionKind, Profile

from .carrying import Carried
from .choosing import caution_of, is_contradiction
from .exhibits import Exhibit, Point

__all__ = ["carriage_of", "profile_of"]

_FOUND = 0.25  # how much of a claim must stand in some excerpt for it to be found there
_WHOLE = 0.6  # and how much for it to be carried
_RESERVED = frozenset((CautionKind.HEDGE_DROPPED, CautionKind.RUMOUR, CautionKind.IRONY))


def profile_of(parts: Sequence[Carried], exhibits: Sequence[Exhibit], points: Sequence[Point], origins: int) -> Profile:
    """The worst that holds, in the order: contradicted, not found, hedged, partly, single origin, carried."""
    if any(is_contradiction(point) for point in points):
        return Profile.CONTRADICTED
    told = sum(carried.part.weight for carried in parts)
    found = sum(carried.part.weight for carried in parts if carried.evidence)
    if not exhibits or (told and found / told < _FOUND):
        return Profile.NOT_FOUND
    if any(caution_of(point) in _RESERVED for point in points):
        return Profile.HEDGED
    if points or (told and found / told < _WHOLE):
        return Profile.PARTLY
    return Profile.SINGLE if origins < 2 else Profile.CARRIED


def carriage_of(carried: Carried, points: Sequence[Point]) -> Carriage:
    """How one part is carried."""
    here = [point for point in points if point.claim.start <= carried.part.start < point.claim.end]
    if any(is_contradiction(point) for point in here):
        return Carriage.CONTRADICTED
    if not carried.evidence:
        return Carriage.MISSING
    return Carriage.HEDGED if any(caution_of(point) in _RESERVED for point in here) else Carriage.CARRIED
