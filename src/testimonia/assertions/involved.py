"""Whom an assertion concerns, chosen among all whom its clause and the clauses before it name.

`concerned` makes a first guess by rules; here each party that comes into question, that guess among them, is weighed by
how it stands in the clause. The weights (``concern.toml``) are made by ``bench/assertion_weights.py``.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testimonia.model import Act

from .candidates import Candidates, candidates
from .clauses import Clause
from .concerned import concerned
from .parties import Party
from .roles import whole
from .signs import Context
from .subjects import Subjects
from .utterances import Reading

__all__ = [
    "CHOSEN",
    "Concern",
    "chosen",
    "concern_of",
    "involved",
    "likelihoods_of",
    "shipped_concern",
    "signs_of_nobody",
    "signs_of_number",
    "table_of",
]

CHOSEN = (Act.ADMITS, Act.ACCUSES, Act.CORROBORATES, Act.EXONERATES, Act.JUDGES)
Table = Mapping[Act, Mapping[str, float]]
"""By act what each sign adds to log odds."""


@dataclass(frozen=True, slots=True)
class Concern:
    """What signs weigh: for a party that it is one of those concerned (``who``), for a clause that it concerns nobody
    (``nobody``)."""

    who: Table
    nobody: Table


_NAMES = frozenset(act.value for act in CHOSEN)
_ALWAYS = "always"
_FILE = Path(__file__).with_name("concern.toml")
_NOBODY = 1.4  # times likelier than that it concerns any of those named, before a clause concerns nobody
_LEAST = 0.35  # likelihood from which a party is concerned; the likeliest is, where none reaches that
_REACHED = tuple((step, f"likeliest {step}") for step in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9))
_MOST = 6  # candidates that are counted
_CUSTODY = "police"  # those who hold prisoners, whatever they are called
_HANDLING = frozenset(("treatment", "force"))


def involved(
    reading: Reading,
    subjects: Subjects,
    context: Context,
    place: int,
    number: int,
    act: Act,
    weights: Concern,
) -> tuple[Party, ...]:
    """Whom the act of a clause's reading is about, its teller left out, in the order of the words."""
    clause = context.speakings[place][number]
    guess = concerned(reading, subjects, clause, act, context.proposals[place][number])
    if act not in CHOSEN or (guess and not guess[0].name and act is not Act.EXONERATES):
        return tuple(whole(reading, subjects, party) for party in guess)  # who is implied has no name
    kept = chosen(candidates(reading, subjects, context, place, number, act, guess), act, weights)
    found = _outermost([whole(reading, subjects, party) for party in kept])
    if not found and act is Act.EXONERATES:
        implied = tuple(party for party in guess if not party.name)
        return implied or _implied(clause, context.shown[place].told)
    return found


def _implied(clause: Clause, told: Iterable[str]) -> tuple[Party, ...]:
    """Whom it clears that somebody was well treated, or a trial was no sham, where no words name him."""
    by = next((hit.usage.by for hit in clause.every if hit.usage.by and clause.first <= hit.first < clause.last), "")
    if not by and not _HANDLING.isdisjoint(told):
        by = _CUSTODY
    return (Party(0, 0, f"org:{by}", "", "org"),) if by else ()


def chosen(found: Candidates, act: Act, weights: Concern) -> tuple[Party, ...]:
    """The parties among candidates that are likely to be concerned; none, where it is much likelier that the
    clause concerns nobody than that it concerns any of them."""
    if not found.parties:
        return ()
    likelihoods = likelihoods_of(found, act, weights.who)
    least = min(_LEAST, max(likelihoods))
    kept = [(party, chance) for (party, _), chance in zip(found.parties, likelihoods, strict=True) if chance >= least]
    nobody = _likelihood(signs_of_nobody(found, likelihoods), weights.nobody[act])
    if nobody > _NOBODY * (1 - nobody) * (1 - math.prod(1 - chance for _, chance in kept)):
        return ()
    return tuple(party for party, _ in kept)


def _outermost(parties: list[Party]) -> tuple[Party, ...]:
    """The parties of which none is named inside of what names another: the guard in "officers of the guard"."""
    within: set[tuple[int, int]] = set()
    reach = 0
    for start, end in sorted({(party.start, party.end) for party in parties}, key=lambda span: (span[0], -span[1])):
        if start < end <= reach:
            within.add((start, end))
        reach = max(reach, end)
    return tuple(party for party in parties if (party.start, party.end) not in within)


def likelihoods_of(found: Candidates, act: Act, weights: Table) -> list[float]:
    """How likely each candidate is one of those concerned, if anybody is."""
    mine, many = weights[act], signs_of_number(found)
    return [_likelihood((*signs, many), mine) for _, signs in found.parties]


def signs_of_number(found: Candidates) -> str:
    """How many come into question."""
    return f"candidates {min(len(found.parties), _MOST)}"


def signs_of_nobody(found: Candidates, likelihoods: Sequence[float]) -> set[str]:
    """What shows whether a clause concerns anybody: its words, and how the likeliest candidate stands."""
    top = max(likelihoods)
    best = found.parties[likelihoods.index(top)][1]
    reached = [sign for step, sign in _REACHED if top > step]
    return {*found.general, signs_of_number(found), *reached, *["best " + sign for sign in best]}


def _likelihood(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    # exact, for signs are a set: a sum that is rounded on the way would hang on their order, which no two runs share
    total = math.fsum([weights[_ALWAYS], *filter(None, map(weights.get, signs))])
    return 1 / (1 + math.exp(-total))


def table_of(weights: Mapping[str, float]) -> Table:
    """By act what each sign adds: its own weight, and what it weighs for that act beside."""
    found: dict[Act, dict[str, float]] = {}
    for act in CHOSEN:
        prefix = act.value + " "
        mine = {sign: weight for sign, weight in weights.items() if sign.split(" ")[0] not in _NAMES}
        for sign, weight in weights.items():
            if sign.startswith(prefix):
                bare = sign.removeprefix(prefix)
                mine[bare] = mine.get(bare, 0.0) + weight
        mine[_ALWAYS] = weights.get(_ALWAYS, 0.0) + weights.get(act.value, 0.0)
        found[act] = mine
    return found


def concern_of(tables: Mapping[str, Mapping[str, float]]) -> Concern:
    """The weights of the two tables of a file."""
    return Concern(table_of(tables["who"]), table_of(tables["nobody"]))


@cache
def shipped_concern() -> Concern:
    """The weights that come with the program."""
    return concern_of(tomllib.loads(_FILE.read_text(encoding="utf-8")))
