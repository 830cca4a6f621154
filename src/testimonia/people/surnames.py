"""The spellings of family names on a page, gathered into groups that one name may be printed as.

A group holds romanisations of one original, misprints of a well-attested spelling, and a spelling with a stray plural
or possessive ``s``. It says that the *names* are one, not that the people are: namesakes are told apart afterwards. A
woman's form (``-ova``, ``-skaya``) never shares a group with the man's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Kind", "Likelihood", "Link", "Surnames", "gather_surnames"]

JOINED = 0.75  # from this likeness two spellings are one name
PERHAPS = 0.6  # from this they are shown as perhaps one
WELL_ATTESTED = 3  # so often a spelling stands on the page before a rarer one may be its misprint
RARE = 2  # no misprint stands on the page more often
MISPRINT_SHARE = 4  # so many times rarer than the right spelling a misprint has to be
MISPRINT_JOINED = 0.7  # from this likeness a rare spelling is the misprint of a well-attested one
MISPRINT_VOUCHED = 0.45  # from this, where a given name or the surroundings vouch for it


class Kind(StrEnum):
    """In what way two spellings are alike."""

    SPELLING = "spelling"  # one name in two romanisations, or letter for letter
    MISPRINT = "misprint"
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
    vouched: Callable[[str, str], str],
) -> Surnames:
    """Group folded family names, each compared with those only that share a key.

    ``slip_keys`` are shared by spellings a misprint apart. ``vouched`` says what besides the letters speaks for two
    spellings being one name (the same given name), ``""`` for nothing.
    """
    order = sorted(counts, key=lambda name: (-counts[name], name))
    found = Surnames({}, {}, [])
    sharing: dict[str, list[str]] = defaultdict(list)
    near: dict[str, list[str]] = defaultdict(list)
    numbers = iter(range(len(order)))
    for name in order:
        links = [Link(name, other, compare(name, other)) for other in _sharing(sharing, keys(name))]
        best = _best(link for link in links if link.likelihood.kind is Kind.SPELLING)
        if (best is None or best.likelihood.score < JOINED) and counts[name] <= RARE:
            slips = [_as_misprint(name, other, counts, compare, vouched) for other in _sharing(near, slip_keys(name))]
            best = _best([*slips, *([best] if best else [])])
        if best is not None and best.likelihood.score >= JOINED:
            found.group[name] = found.group[best.to]
            found.links[name] = best
        else:
            found.group[name] = next(numbers)
            if best is not None and best.likelihood.score >= PERHAPS:
                found.perhaps.append(best)
        for key in keys(name):
            sharing[key].append(name)
        for key in slip_keys(name):
            near[key].append(name)
    return found


def _sharing(index: Mapping[str, list[str]], keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(other for key in keys for other in index.get(key, ())))


def _best(links: Iterable[Link]) -> Link | None:
    return max(links, key=lambda link: link.likelihood.score, default=None)


def _as_misprint(
    name: str, other: str, counts: Mapping[str, int], compare: Compare, vouched: Callable[[str, str], str]
) -> Link:
    """The link from a rare spelling to one it may be a misprint of; its likelihood 0 where that cannot be."""
    likelihood = compare(name, other)
    if likelihood.kind not in (Kind.MISPRINT, Kind.OTHER):
        return Link(name, other, Likelihood(0.0))
    word = vouched(name, other)
    attested = counts[other] >= WELL_ATTESTED and counts[name] * MISPRINT_SHARE <= counts[other]
    why = (*likelihood.why, *((word,) if word else ()), *(("the other is well attested",) if attested else ()))
    score = likelihood.score
    if (attested and score >= MISPRINT_JOINED) or (word and score >= MISPRINT_VOUCHED):
        return Link(name, other, Likelihood(max(score, JOINED), Kind.MISPRINT, why, likelihood.against))
    if attested and name == other + "s":
        why = ("a well-attested name with a stray plural or possessive s",)
        return Link(name, other, Likelihood(JOINED, Kind.MISPRINT, why))
    return Link(
        name, other, Likelihood(min(score, PERHAPS) if attested else 0.0, Kind.MISPRINT, why, likelihood.against)
    )
