"""The spellings of family names on a page, gathered into groups that one name may be printed as.

A group holds romanisations of one original, misprints of a well-attested spelling, and a spelling with a stray plural
or possessive ``s``. It says that the *names* are one, not that the people are: namesakes are told apart afterwards. A
woman's form (``-ova``, ``-skaya``) never shares a group with the man's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

__all__ = ["Kind", "Likelihood", "Link", "Surnames", "Witness", "gather_surnames"]

JOINED = 0.7  # from this likeness two spellings are one name
PERHAPS = 0.6  # the most that is said of two spellings that are not joined
LEAST_PERHAPS = 0.45  # from this they are shown as perhaps one
WELL_ATTESTED = 3  # so often a spelling stands on the page before a rarer one may be its misprint
RARE = 2  # no misprint stands on the page more often
MISPRINT_SHARE = 4  # so many times rarer than the right spelling a misprint has to be
MISPRINT_JOINED = 0.7  # from this likeness a rare spelling is the misprint of a well-attested one
MISPRINT_VOUCHED = 0.4  # from this, where the given name or initials beside it are the same
MISPRINT_NEAR = 0.6  # from this, where both stand under one heading
GIVEN_AGREES = "the same given name or initials beside it"
_SHORTEST = 6  # letters; a shorter word becomes another name by one letter
_SHORTEST_NEAR = 8  # the same where neither spelling is well attested
_SHORTEST_WITH_GIVEN = 4
_OFTEN = 10  # times that a long name stands on the page for each slip of a letter
_LONG_ENOUGH = 9
_LONG = 7  # from this length on two rare spellings are compared though nothing vouches for them
_FEW_LETTERS = 2  # that two spellings may differ in to be perhaps one name, where the same given name is beside both
_SURE_OF_G = 0.92  # the likeness from which an h and a g at the beginning are one letter without a voucher
_SIDE_BY_SIDE = 0.7  # what is left of a likeness where both spellings stand side by side in a list


class Kind(StrEnum):
    """In what way two spellings are alike."""

    SPELLING = "spelling"  # one name in two romanisations, or letter for letter
    MISPRINT = "misprint"
    PART = "part"  # the last part of a double name
    WOMAN = "a woman's form"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How like two spellings are (0 to 1) and in what way, with the reasons for it and against it."""

    score: float
    kind: Kind = Kind.OTHER
    why: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


Compare = Callable[[str, str], Likelihood]


class Witness(Protocol):
    """What besides the letters speaks for or against two spellings being one name; ``""`` for nothing."""

    def of_same_head(self, name: str) -> Iterable[str]:
        """The spellings that the same written out given name, or the same two initials, stand beside."""

    def same_head(self, a: str, b: str) -> str:
        """Whether the same given name or initials stand beside both."""

    def turns_h_to_g(self, a: str, b: str) -> bool:
        """Whether the page or what stands beside the names makes it likely that an h and a g are one letter."""

    def spelt(self, a: str, b: str) -> str:
        """Whether the page says that the name is written so."""

    def near(self, a: str, b: str) -> str:
        """Whether both stand under one heading."""

    def apart(self, a: str, b: str) -> str:
        """Whether both stand side by side as two."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why a spelling was joined to a commoner one, or may be."""

    spelling: str
    to: str
    likelihood: Likelihood


@dataclass(slots=True)
class Surnames:
    """``group`` numbers the spellings that are one name; ``links`` say why, ``perhaps`` what was left open."""

    group: dict[str, int]
    links: dict[str, Link]
    perhaps: list[Link]


def gather_surnames(
    counts: Mapping[str, int],
    keys: Callable[[str], Iterable[str]],
    slip_keys: Callable[[str], Iterable[str]],
    compare: Compare,
    witness: Witness,
) -> Surnames:
    """Group folded family names, each compared with those only that share a key.

    ``slip_keys`` are shared by spellings a misprint apart.
    """
    order = sorted(counts, key=lambda name: (-counts[name], name))
    found = Surnames({}, {}, [])
    sharing: dict[str, list[str]] = defaultdict(list)
    near: dict[str, list[str]] = defaultdict(list)
    numbers = iter(range(len(order)))
    for name in order:
        links = [_as_spelling(name, other, counts, compare, witness) for other in _sharing(sharing, keys(name))]
        best = _best(links)
        if (best is None or best.likelihood.score < JOINED) and counts[name] <= RARE:
            rivals = dict.fromkeys(
                [*_sharing(near, slip_keys(name)), *witness.of_same_head(name), *_but_for_an_s(name)]
            )
            slips = [_as_misprint(name, other, counts, compare, witness) for other in rivals if other in found.group]
            best = _best([*([best] if best else []), *slips])
        if best is not None and best.likelihood.score >= JOINED:
            found.group[name] = found.group[best.to]
            found.links[name] = best
        else:
            found.group[name] = next(numbers)
            if best is not None and best.likelihood.score >= LEAST_PERHAPS:
                found.perhaps.append(best)
        for key in keys(name):
            sharing[key].append(name)
        for key in slip_keys(name):
            near[key].append(name)
    return found


def _as_spelling(name: str, other: str, counts: Mapping[str, int], compare: Compare, witness: Witness) -> Link:
    """The link from a spelling to one it may be another romanisation of."""
    likelihood = compare(name, other)
    if likelihood.kind is Kind.PART:
        parts = max(name, other, key=lambda words: words.count(" ")).split()
        if any(
            part in counts and part not in (name, other) for part in parts[:-1]
        ):  # "Lowe-Hartley", of Lowe and Hartley
            return Link(name, other, Likelihood(0.0))
    elif likelihood.kind is not Kind.SPELLING:
        return Link(name, other, Likelihood(0.0))
    apart = witness.apart(name, other)
    if apart and likelihood.score < 1.0:
        against = (*likelihood.against, apart)
        return Link(name, other, Likelihood(likelihood.score * _SIDE_BY_SIDE, likelihood.kind, likelihood.why, against))
    if {name[:1], other[:1]} == {"h", "g"} and likelihood.score < _SURE_OF_G and not witness.turns_h_to_g(name, other):
        against = (*likelihood.against, "H and G begin two names as often as one.")  # Hill and Gill, Hale and Gale
        return Link(name, other, Likelihood(PERHAPS, likelihood.kind, likelihood.why, against))
    return Link(name, other, likelihood)


def _sharing(index: Mapping[str, list[str]], keys: Iterable[str]) -> list[str]:
    # in order, for keys are sets: of two that are as likely the first is taken, in every run the same
    return list(dict.fromkeys(other for key in sorted(keys) for other in index.get(key, ())))


def _best(links: Iterable[Link]) -> Link | None:
    return max(links, key=lambda link: link.likelihood.score, default=None)


def _as_misprint(name: str, other: str, counts: Mapping[str, int], compare: Compare, witness: Witness) -> Link:
    """The link from a rare spelling to one it may be a misprint of; its likelihood is 0 where that cannot be."""
    spelt = witness.spelt(name, other)
    if spelt and _letters_that_differ(name, other) <= _FEW_LETTERS and not witness.apart(name, other):
        return Link(name, other, Likelihood(MISPRINT_JOINED, Kind.MISPRINT, (spelt,)))
    attested = counts[other] >= WELL_ATTESTED and counts[name] * MISPRINT_SHARE <= counts[other]
    head, near = witness.same_head(name, other), witness.near(name, other)
    nothing = Link(name, other, Likelihood(0.0))
    differ = _letters_that_differ(name, other) if name.isascii() == other.isascii() else 0  # two scripts: no saying
    vouched = head or attested or near
    most = max(len(name), len(other)) // 3 + bool(head) if vouched else _FEW_LETTERS
    if differ > most or not (vouched or len(name) >= _LONG) or witness.apart(name, other):
        return nothing
    if attested and (near or min(len(name), len(other)) >= _SHORTEST) and other in _but_for_an_s(name):
        return Link(name, other, Likelihood(JOINED, Kind.MISPRINT, ("the same name but for an s at its end",)))
    likelihood = compare(name, other)
    if likelihood.kind not in (Kind.MISPRINT, Kind.OTHER, Kind.SPELLING):
        return nothing
    needed = MISPRINT_VOUCHED if head else MISPRINT_NEAR if near else MISPRINT_JOINED
    vouchers = [word for word in (head, near, "the other is well attested" if attested else "") if word]
    why = (*likelihood.why, *vouchers)
    if differ == 1 and head == GIVEN_AGREES and len(name) >= _SHORTEST_WITH_GIVEN:
        return Link(name, other, Likelihood(JOINED, Kind.MISPRINT, why, likelihood.against))
    if _is_slip_of_a_letter(name, other, counts) or (vouched and _undoubled(name) == _undoubled(other)):
        return Link(name, other, Likelihood(max(likelihood.score, JOINED), Kind.MISPRINT, why, likelihood.against))
    if (
        vouched
        and likelihood.score >= needed
        and min(len(name), len(other)) >= (_SHORTEST if head or attested else _SHORTEST_NEAR)
    ):
        return Link(name, other, Likelihood(max(likelihood.score, JOINED), Kind.MISPRINT, why, likelihood.against))
    score = PERHAPS if head == GIVEN_AGREES and differ <= _FEW_LETTERS else min(likelihood.score, PERHAPS)
    return Link(name, other, Likelihood(score, Kind.MISPRINT, why, likelihood.against))


def _but_for_an_s(name: str) -> tuple[str, ...]:
    return (name + "s", name[:-1]) if name.endswith("s") else (name + "s",)


def _is_slip_of_a_letter(name: str, other: str, counts: Mapping[str, int]) -> bool:
    """Whether a long name has lost or gained a letter once, beside many places where it has not."""
    return (
        counts[name] * _OFTEN <= counts[other]
        and abs(len(name) - len(other)) == 1
        and min(len(name), len(other)) >= _LONG_ENOUGH
        and name[0] == other[0]
        and _letters_that_differ(name, other) <= 1 + _FEW_LETTERS
    )


def _undoubled(name: str) -> str:
    return re.sub(r"(.)\1", r"\1", name)


def _letters_that_differ(a: str, b: str) -> int:
    """How long the stretch is that is left of the longer word without what both begin and end with."""
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return max(len(a), len(b)) - head - tail
