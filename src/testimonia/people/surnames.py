"""The spellings of family names on a page, gathered into groups that one name may be printed as.

A group holds romanisations of one original, misprints of a well-attested spelling, and a spelling with a stray plural
or possessive ``s``. It says that the *names* are one, not that the people are: namesakes are told apart afterwards. A
woman's form (``-ova``, ``-skaya``) never shares a group with the man's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

__all__ = ["Likelihood", "Link", "Surnames", "gather_surnames"]

JOINED = 0.8  # from this likeness two spellings are one name
PERHAPS = 0.6  # from this they are shown as perhaps one
WELL_ATTESTED = 3  # so often a spelling stands on the page before a rarer one may be its misprint
MISPRINT_SHARE = 4  # so many times rarer than the right spelling a misprint has to be
SHORTEST_MISPRINT = 7  # a shorter word becomes another name by one letter, and needs more to vouch for it
SHORTEST_WITH_CONTEXT = 5
_MISPRINT_SCORE = 0.85


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How like two spellings are (0 to 1), with the reasons for it and against it."""

    score: float
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
    keys: Callable[[str], tuple[str, ...]],
    compare: Compare,
    vouched: Callable[[str, str], str],
    apart: Callable[[str, str], str],
) -> Surnames:
    """Group folded family names, each compared with those only that share a key or are one letter away.

    ``vouched`` says what besides the letters speaks for two spellings being one (the same given name, the same
    excerpt), ``apart`` what speaks against it; both ``""`` for nothing.
    """
    order = sorted(counts, key=lambda name: (-counts[name], name))
    rank = {name: place for place, name in enumerate(order)}
    found = Surnames({}, {}, [])
    sharing: dict[str, list[str]] = defaultdict(list)
    near = _Neighbours(name for name in order if counts[name] >= WELL_ATTESTED)
    numbers = iter(range(len(order)))
    for name in order:
        best: Link | None = None
        rivals = dict.fromkeys(other for key in keys(name) for other in sharing[key])
        for other in rivals:
            best = _better(best, Link(name, other, _weigh(compare(name, other), apart(name, other))))
        if best is None or best.likelihood.score < JOINED:
            for other in near.of(name):
                if rank[other] < rank[name] and other not in rivals:
                    likelihood = _as_misprint(name, other, counts, vouched(name, other))
                    best = _better(best, Link(name, other, _weigh(likelihood, apart(name, other))))
        if best is not None and best.likelihood.score >= JOINED:
            found.group[name] = found.group[best.to]
            found.links[name] = best
        else:
            found.group[name] = next(numbers)
            if best is not None and best.likelihood.score >= PERHAPS:
                found.perhaps.append(best)
        for key in keys(name):
            sharing[key].append(name)
    return found


def _better(best: Link | None, link: Link) -> Link:
    return link if best is None or link.likelihood.score > best.likelihood.score else best


def _weigh(likelihood: Likelihood, apart: str) -> Likelihood:
    if not apart or likelihood.score >= 1.0:
        return likelihood
    return Likelihood(likelihood.score * 0.5, likelihood.why, (*likelihood.against, apart))


def _as_misprint(name: str, other: str, counts: Mapping[str, int], vouched: str) -> Likelihood:
    """How likely the rarer spelling is a misprint of the commoner, one letter away."""
    if _is_womans_form(name, other) or counts[name] * MISPRINT_SHARE > counts[other]:
        return Likelihood(0.0)
    if name == other + "s":
        return Likelihood(_MISPRINT_SCORE, ("the well-attested name with a stray plural or possessive s",))
    long_enough = min(len(name), len(other)) >= (SHORTEST_WITH_CONTEXT if vouched else SHORTEST_MISPRINT)
    if not long_enough or (name[0] != other[0] and not vouched):
        return Likelihood(PERHAPS if vouched else 0.0, ("one letter from a well-attested name",))
    why = ("a misprint of a well-attested name, one letter away",)
    return Likelihood(_MISPRINT_SCORE, (*why, vouched) if vouched else why)


def _is_womans_form(a: str, b: str) -> bool:
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    return longer == shorter + "a"


class _Neighbours:
    """Words one letter away: one letter more, less or other, or two that changed places."""

    def __init__(self, words: Iterator[str]) -> None:
        self._by_rest: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for rest in _rests(word):
                self._by_rest[rest].append(word)

    def of(self, word: str) -> list[str]:
        found = Counter(other for rest in _rests(word) for other in self._by_rest.get(rest, ()))
        return sorted(other for other in found if other != word and _is_one_away(word, other))


def _rests(word: str) -> set[str]:
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))} if len(word) >= 4 else set()


def _is_one_away(a: str, b: str) -> bool:
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    if len(a) != len(b):
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        return len(longer) == len(shorter) + 1 and longer[head + 1 :] == shorter[head:]
    return a[head + 1 :] == b[head + 1 :] or (
        a[head : head + 2] == b[head : head + 2][::-1] and a[head + 2 :] == b[head + 2 :]
    )
