"""Whoever a claim lets speak, and what the same person says in the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from testimonia.model import Act, Assertion, Span

from .contexts import is_his_voice
from .denied import clause_around
from .exhibits import Exhibit, Point
from .headings import Heading

__all__ = ["speakers"]

_OPPOSITE = {
    Act.ADMITS: (Act.DENIES, Act.RETRACTS),
    Act.DENIES: (Act.ADMITS,),
    Act.ACCUSES: (Act.EXONERATES,),
    Act.EXONERATES: (Act.ACCUSES,),
}
_WORDS = {"=admit": Act.ADMITS, "=deny": Act.DENIES}
_BEFORE_THAT = re.compile(
    r"\b(?:had|he'd|she'd) (?:\w+ly )?(?:denied|admitted|confessed|accused|withdrawn|retracted)\b", re.IGNORECASE
)
_EVERYTHING = re.compile(
    r"\b(?:confess(?:e[sd])?|admit(?:s|ted)?|own(?:s|ed)(?:\s+to)?|acknowledge[sd]?)\s+(?:to\s+)?"
    r"(?:everything|all|the\s+whole|every\s+(?:charge|count|crime|word))\b",
    re.IGNORECASE,
)
_NOT_I = re.compile(
    r"\bI\s+(?:(?:(?:did|had)\s+(?:not|never)|didn[’']t|never)\s+"
    r"(?!know|knew|say|said|think|thought|believ|see|saw|hear|feel|felt|lik|lov|want|wish|mean|meant|tell|told|ask|read|expect|"
    r"hope)[^\W\d_]+\s+(?:the|an?|any|him|her|them|his|their|anybody|anyone)\b|(?:had|took)\s+no\s+(?:part|hand|share)|deny\b)"
)
_TESTIMONY = frozenset(("=evidence", "=admit"))
_SURE = 0.5  # how sure a statement of the excerpt must be
_NEAR = 0.2


def speakers(exhibit: Exhibit) -> Iterator[Point]:
    """Where somebody does in the excerpt the opposite of what the claim lets him do."""
    heading = exhibit.heading
    yield from _omitted(exhibit)
    yield from _testimony(exhibit)
    yield from _not_everything(exhibit)
    for assertion in heading.assertions:
        against = _OPPOSITE.get(assertion.act, ())
        if not assertion.speaker_name or _says_both(heading, against):
            continue
        for said in exhibit.assertions:
            if said.speaker != assertion.speaker or said.act not in against or said.confidence < _SURE:
                continue
            if said.act in (Act.ACCUSES, Act.EXONERATES) and not set(said.of) & set(assertion.of):
                continue
            point = _point(exhibit, assertion.span, said)
            if point is not None:
                yield point


def _not_everything(exhibit: Exhibit) -> Iterator[Point]:
    """What whoever is to have admitted everything denies in his own words."""
    heading = exhibit.heading
    every = _EVERYTHING.search(heading.text)
    if every is None or heading.is_denial:
        return
    for line in exhibit.lines:
        found = None if line.is_question else _NOT_I.search(line.text, line.start, line.end)
        if found is not None and is_his_voice(exhibit, found.start()):
            words = Span(*found.span())
            place = clause_around(line, words)
            yield Point("speaker", exhibit, Span(*every.span()), place, words, 0.5, Act.DENIES.value)
            return


def _omitted(exhibit: Exhibit) -> Iterator[Point]:
    """A denial of whomever the claim takes for guilty, which it leaves out."""
    heading = exhibit.heading
    if not (heading.accuses or heading.is_factive) or _says_both(heading, (Act.DENIES, Act.RETRACTS)):
        return
    for assertion in heading.assertions:
        if assertion.act is not Act.ACCUSES:
            continue
        for said in exhibit.assertions:
            if said.speaker in assertion.of and said.act is Act.DENIES and said.confidence >= _SURE:
                point = _point(exhibit, assertion.span, said)
                if point is not None:
                    yield replace(point, rule="omitted")


def _testimony(exhibit: Exhibit) -> Iterator[Point]:
    """A denial by whose "testimony as to" a deed the claim only names."""
    heading = exhibit.heading
    words = heading.line.words
    for at, word in enumerate(words[:-1]):
        if word.person is None or words[at + 1].concept not in _TESTIMONY or not heading.deeds or heading.assertions:
            continue
        for said in exhibit.assertions:
            if said.speaker == word.person and said.act is Act.DENIES and said.confidence >= _SURE:
                point = _point(exhibit, heading.record.place(word.start, words[at + 1].end), said)
                if point is not None:
                    yield point


def _says_both(heading: Heading, against: tuple[Act, ...]) -> bool:
    """Whether the claim itself says that the opposite was done too: "denies one deed but admits another"."""
    told = heading.acts | {_WORDS[part.concept] for part in heading.parts if part.concept in _WORDS}
    return not told.isdisjoint(against)


def _point(exhibit: Exhibit, claimed: Span, said: Assertion) -> Point | None:
    place = exhibit.excerpt.text_span(said.span)
    if place is None:
        return None
    if _BEFORE_THAT.search(place.cut(exhibit.record.text)):
        return None
    n = next((n for n, line in enumerate(exhibit.lines) if line.start <= place.start < line.end), None)
    if n is None or exhibit.lines[n].is_question or exhibit.near(n) < _NEAR:
        return None
    claim = exhibit.heading.place_of(claimed)
    return Point("speaker", exhibit, claim, place, place, exhibit.near(n), said.act.value)
