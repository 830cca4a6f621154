"""How many records an excerpt has of an act of a speaker, by all that it shows of them together.

A clause by itself shows whether it admits or accuses; whether a reader makes one record of three such clauses, two, or
none, shows when all of the excerpt is seen: how likely the likeliest clauses are, whether somebody else may have said
them, how many sentences they fill, how many are named there, and whether the claim above speaks of it. What that weighs
stands in ``tallies.toml``, made by ``bench/assertion_weights.py`` with the weights of clauses.
"""

from __future__ import annotations

import math
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from testimonia.model import Act

from .clauses import Clause
from .signs import Context, told_as
from .utterances import Reading

__all__ = ["MOST", "Tallies", "Weighed", "shipped_tallies", "signs_of_pairs", "steps_up_to"]

MOST = 4  # records of one act of one speaker that are told apart
Weighed = Sequence[Sequence[Mapping[Act, float]]]  # by clause and by who may speak in it, how likely each act is
_FILE = Path(__file__).with_name("tallies.toml")
_ALWAYS = "always"
_WORTH = 0.1  # likelihood of the likeliest clause, below which nothing is recorded
_SLIGHT = 0.02  # likelihood of a clause that counts at all
_ON = 0.2  # likelihood of a clause that counts for one of the act
_OUTRIGHT = (Act.CORROBORATES, Act.RETRACTS)
_WEAK = ("noun ", "word ", "thing ")  # rules that say little
_CHANCES = (0.03, 0.06, 0.1, 0.14, 0.2, 0.27, 0.35, 0.45, 0.57, 0.7, 0.83)
_EDGES: Mapping[str, tuple[float, ...]] = {
    "likeliest": _CHANCES,
    "second": _CHANCES,
    "third": _CHANCES,
    "other act": _CHANCES,
    "another": _CHANCES,
    "another here": _CHANCES,
    "together": (0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1, 1.3, 1.7, 2.2, 3, 4),
    "sentences": (1, 2, 3, 4, 5),
    "paragraphs": (2, 3, 4),
    "voices": (2, 3, 4),
    "named": (1, 2, 3, 5),
    "words": (10, 20, 35, 50, 80, 120),
    "runs": (1, 2, 3, 4, 5),
    "said outright": (1, 2, 3),
    "ruled": (1, 2, 3, 4),
    "strong": (1, 2, 3, 4),
    "length": (15, 25, 40, 60, 90, 130, 200, 300),
}


@dataclass(slots=True)
class _Pair:
    """What is known of an act of a speaker."""

    chances: list[float] = field(default_factory=list)
    on: list[Clause] = field(default_factory=list)
    most: float = -1.0
    best: Clause | None = None
    said: int = 0
    ruled: int = 0
    strong: int = 0
    here: float = 0.0  # the likeliest that somebody else does it in the same words


class Tallies:
    """For one record, for two and so on, what each sign adds to the log odds that there are as many."""

    def __init__(self, tables: Sequence[Mapping[str, float]]) -> None:
        signs = {sign for table in tables for sign in table}
        rows = {sign: tuple(table.get(sign, 0.0) for table in tables) for sign in signs - {_ALWAYS}}
        self._always = tuple(table.get(_ALWAYS, 0.0) for table in tables)
        for steps in _steps_of_all().values():
            reached = nothing = (0.0,) * len(tables)
            for step in steps:
                added = rows.get(step, nothing)
                reached = rows[step] = tuple(one + more for one, more in zip(reached, added, strict=True))
        self._rows = rows

    def likelihoods(self, signs: Iterable[str]) -> list[float]:
        """How likely there are one record or more, two or more, …; never rising."""
        known = self._rows
        rows = [known[sign] for sign in signs if sign in known]
        found: list[float] = []
        for total in map(math.fsum, zip(self._always, *rows, strict=True)):
            likely = 1 / (1 + math.exp(-total))
            found.append(min(likely, found[-1]) if found else likely)
        return found


@cache
def shipped_tallies() -> Tallies:
    """Those that come with the program."""
    return Tallies(list(tomllib.loads(_FILE.read_text(encoding="utf-8")).values()))


def signs_of_pairs(
    reading: Reading, context: Context, weighed: Weighed, runs: Mapping[tuple[str, Act], int]
) -> dict[tuple[str, Act], list[str]]:
    """What the excerpt shows of each speaker (by id) and act that may be recorded.

    ``runs`` are the stretches of clauses that seem one record each.
    """
    pairs = _pairs(context, weighed)
    by_act: dict[Act, list[tuple[float, str]]] = {}
    by_teller: dict[str, list[tuple[float, Act]]] = {}
    for (teller, act), pair in pairs.items():
        pair.chances.sort(reverse=True)
        by_act.setdefault(act, []).append((pair.most, teller))
        by_teller.setdefault(teller, []).append((pair.most, act))
    length = _step("length", len(reading.words))
    signs: dict[tuple[str, Act], list[str]] = {}
    for key, pair in pairs.items():
        if pair.most < _WORTH and key not in runs:
            continue
        teller, act = key
        mine = [length, *_amounts(reading, pair), *_of_claim(context, teller, act)]
        mine.append(_step("other act", max([likely for likely, one in by_teller[teller] if one is not act] or (0.0,))))
        mine.append(_step("another", max([likely for likely, one in by_act[act] if one != teller] or (0.0,))))
        mine.append(_step("runs", runs.get(key, 0)))
        kind = teller.split(":", 1)[0] if ":" in teller else "person"
        if pair.best is not None:
            mine += _of_kind(act, kind, told_as(pair.best), pair.best.link)
        signs[key] = mine
    return signs


def _pairs(context: Context, weighed: Weighed) -> dict[tuple[str, Act], _Pair]:
    pairs: dict[tuple[str, Act], _Pair] = {}
    for place, readings in enumerate(context.speakings):
        here = weighed[place]
        for number, clause in enumerate(readings):
            proposals = context.proposals[place][number]
            acts = [found for found in here[number].items() if found[1] >= _SLIGHT]
            acts += [(act, 0.0) for act in _OUTRIGHT if any(proposal.act is act for proposal in proposals)]
            for act, likely in acts:
                pair = pairs.get((clause.teller.id, act))
                if pair is None:
                    pair = pairs[clause.teller.id, act] = _Pair()
                pair.chances.append(likely)
                if likely > pair.most:
                    pair.most, pair.best = likely, clause
                if likely >= _ON:
                    pair.on.append(clause)
                if len(here) > 1:
                    for other, found in enumerate(here):
                        if other != number and found.get(act, 0.0) > pair.here:
                            pair.here = found[act]
                rules = [proposal.rule for proposal in proposals if proposal.act is act]
                if rules:
                    pair.ruled += 1
                    pair.said += any(rule.startswith("says ") for rule in rules)
                    pair.strong += not all(rule.startswith(_WEAK) for rule in rules)
    return pairs


def _amounts(reading: Reading, pair: _Pair) -> Iterator[str]:
    chances, on = pair.chances, pair.on
    yield _step("likeliest", chances[0])
    if len(chances) > 1:
        yield _step("second", chances[1])
        if len(chances) > 2:
            yield _step("third", chances[2])
    yield _step("together", sum(chances))
    yield _step("another here", pair.here)
    if pair.ruled:
        yield _step("ruled", pair.ruled)
        yield _step("strong", pair.strong)
        yield _step("said outright", pair.said)
    if on:
        yield _step("words", sum([clause.last - clause.first for clause in on]))
        named = {party.id for clause in on for party in reading.parties_in(clause.first, clause.last)}
        yield _step("named", len(named))
        yield _step("sentences", len({clause.number for clause in on}))
        if len(on) > 1:
            yield _step("voices", len({clause.voice.id for clause in on}))
            if "\n" in reading.text:
                starts = {reading.words[clause.first].start for clause in on}
                yield _step("paragraphs", len({reading.text.count("\n", 0, start) for start in starts}))


def _of_claim(context: Context, teller: str, act: Act) -> Iterator[str]:
    """What the claim above says of them."""
    if act in context.claim:
        yield "claim speaks of the act"
    stated = context.stated
    if any(one.act is act and one.speaker == teller for one in stated):
        yield "claim of the act by speaker"
    elif any(one.act is act for one in stated):
        yield "claim of the act"
    if any(one.speaker == teller for one in stated):
        yield "claim by speaker"
    if any(teller in one.of for one in stated):
        yield "claim of speaker"


@cache
def _of_kind(act: Act, kind: str, how: str, link: str) -> tuple[str, ...]:
    return act.value, kind, f"{act.value} {kind}", f"link {link}", f"{act.value} {how}"


def _step(name: str, amount: float) -> str:
    """The sign of the last edge of a quantity that it reaches; an empty one below all."""
    edges, signs = _named(name)
    return signs[bisect_right(edges, amount)]


@cache
def _named(name: str) -> tuple[tuple[float, ...], tuple[str, ...]]:
    return _EDGES[name], ("", *(f"{name} {edge}" for edge in _EDGES[name]))


@cache
def _steps_of_all() -> dict[str, tuple[str, ...]]:
    return {name: _named(name)[1][1:] for name in _EDGES}


def steps_up_to(sign: str) -> tuple[str, ...]:
    """A sign with those of the edges below its own: what is reached has passed them."""
    steps = _steps_of_all().get(sign.rpartition(" ")[0], ())
    return steps[: steps.index(sign) + 1] if sign in steps else (sign,)
