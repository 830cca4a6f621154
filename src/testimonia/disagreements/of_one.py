"""What is told of one person, in pairs to be compared; of two who may be one as well, as less sure.

Whom an account is about, where it begins with "he", is whom its claim names; so it goes on, though it names others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import TypeVar

from ..model import MayBe
from .sayings import Saying, Sayings

__all__ = ["LESS_SURE", "he_is", "of_one_person"]

T = TypeVar("T")
_HE = frozenset(("he", "she"))
LESS_SURE = 0.1  # what is taken off the confidence where two may be one person and may not


def of_one_person(
    told: Mapping[tuple[str, str], Sequence[T]], maybes: Sequence[MayBe], most: int
) -> Iterator[tuple[tuple[str, str], T, T, bool]]:
    """Pairs of what is told under one key, a person's id and of what; whether the person is one for sure.

    No more than ``most`` are paired under each key.
    """
    for key, own in told.items():
        for one, other in combinations(own[:most], 2):
            yield key, one, other, True
    kinds = dict.fromkeys(kind for _, kind in told) if maybes else {}
    for maybe in maybes:
        for kind in kinds:
            here, there = (told.get((person, kind), ())[:most] for person in (maybe.a, maybe.b))
            for one, other in product(here, there):
                yield (maybe.a, kind), one, other, False


def he_is(sayings: Sayings, saying: Saying) -> str | None:
    """Whom "he" at the head of a sentence means in an account that begins with "he": whom its claim names alone.

    ``None`` where it is no such account or sentence, or a sentence between them begins with a name.
    """
    own = sayings.of_record[saying.record.id]
    asked = sayings.named_in_claims.get(saying.record.claim or "", [])
    if len(asked) != 1 or not _begins_with_he(own[0]) or not _begins_with_he(saying):
        return None
    between = own[: saying.number - own[0].number]
    return None if any(before.tokens and before.tokens[0].named is not None for before in between) else asked[0]


def _begins_with_he(saying: Saying) -> bool:
    return bool(saying.tokens) and saying.tokens[0].low in _HE
