"""Two accounts under one claim of which one answers the claim and the other bears it out.

A claim asks one thing of all that stands under it. So where one account denies it outright ("I made no such promise"),
another that tells what the claim tells is set against that one and not against the claim alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from testimonia.model import Discrepancy, PartKind, Span

from .choosing import is_contradiction
from .contexts import is_denied_here, is_of_others, is_plain, is_supposed, may_deny
from .contraries import borne_out, may_be_borne_out
from .exhibits import Exhibit, Point
from .headings import Heading
from .vocabulary import concept_of, stem_of

__all__ = ["Against", "Known", "set_against_each_other"]

_DENYING = frozenset(("denied", "answered", "baseless", "company", "some", "contrary"))
_SCALES = frozenset(
    "treatment freedom arms order remorse openness sobriety intent liberty sleep honesty knowledge speech planning "
    "sanity".split()
)
_OF_NUMBERS = frozenset("figure day hour sum several one part".split())
_NEAR = 0.3  # how much of the claim a sentence must tell that bears it out
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SEEING = re.compile(r"\b(?:saw|sees|seen|watched|witness\w*|eyes|present|there|heard)\b", re.IGNORECASE)
_I_WAS = re.compile(
    r"\bI\s+(?:(?:had|have)\s+)?(?:(?:myself|then|just)\s+)?(?:saw|seen|watched|stood|climbed|got|looked|was|lay|ran|heard|counted)\b"
    r"(?!\s+(?:not|never|told|born|late|away)\b)"
)
_WOULD_NOT = re.compile(
    r"\bwould\s+not\s+(?:have|take|touch|accept|hear\s+of)\s+(?:it|them|any|him|her)\b", re.IGNORECASE
)
_NEAR_WORD = 0.1  # where it has the very word that is denied
_NEAR_ANSWERED = 0.2  # where the claim itself is asked and answered
_OF_ITS_OWN = 0.26  # and how much in the sentence itself, where no deed of the claim stands in it
_NEAR_DEED = 0.2  # and how much of it, people, days and places left out
_WHO_AND_WHEN = frozenset((PartKind.PERSON, PartKind.DATE, PartKind.PLACE))
_CLOSE = 30  # characters
_MOST = 3  # accounts that one denial is set against


@dataclass(frozen=True, slots=True)
class Against:
    """A place that answers the claim, and words of another excerpt that bear it out; ``weight`` from 0 to 1."""

    point: Point
    exhibit: Exhibit
    words: Span
    weight: float


class Known:
    """The disagreements that are known already, so that no pair of places is told twice."""

    def __init__(self, known: Iterable[Discrepancy]) -> None:
        self._known: defaultdict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
        for own in known:
            self._known[own.a, own.b].append((own.a_span, own.b_span))

    def has(self, pair: Discrepancy) -> bool:
        """Whether one is known whose places lie over or beside those of a pair."""
        return any(
            _beside(pair.a_span, a_span) and _beside(pair.b_span, b_span)
            for a_span, b_span in self._known.get((pair.a, pair.b), ())
        )


def _beside(one: Span, other: Span) -> bool:
    return one.start - _CLOSE < other.end and other.start < one.end + _CLOSE


def set_against_each_other(
    heading: Heading, exhibits: Sequence[Exhibit], points: Sequence[Point], found: Sequence[Point]
) -> Iterator[Against]:
    """The pairs of one claim: ``points`` are those that are shown, ``found`` all that the rules found."""
    answering = [point for point in points if _answers(point)]
    if not answering:
        return
    against = {p.exhibit.excerpt.id for p in found if is_contradiction(p) and p.rule not in _OF_NUMBERS}
    others = [exhibit for exhibit in exhibits if exhibit.excerpt.id not in against]
    for point in answering:
        scale = "guilt" if point.rule == "doubted" else point.rule.partition(":")[2]
        least = _NEAR_ANSWERED if point.rule == "answered" else _NEAR
        bearing = []
        for exhibit in others:
            place = _on_its_side(heading, exhibit, scale) if scale else None
            place = place or borne_out(exhibit, point.claim)
            own = point.rule == "contrary" and may_be_borne_out(exhibit, point.claim)
            if place is None and not scale and not own:
                place = _telling(exhibit, least, point.claim if point.rule == "company" else None)
            if place is None and point.rule == "denied":
                place = _saying_it(exhibit, point)
            if point.rule == "absent":
                place = _seeing_it(exhibit, point)
            if place is not None:
                bearing.append((place[0], exhibit, place[1]))
        bearing.sort(key=lambda b: (-b[0], b[1].excerpt.span.start))
        for near, exhibit, words in bearing[:_MOST]:
            yield Against(point, exhibit, words, min(1.0, near))


def _answers(point: Point) -> bool:
    rule, _, scale = point.rule.partition(":")
    if rule == "doubted":  # blame of whom the claim has for blameless, or none of whom it has for guilty
        return any(pole.scale == "guilt" for pole in point.exhibit.heading.poles)
    if rule == "absent":
        return _SEEING.search(point.claim.cut(point.exhibit.heading.text)) is not None
    return rule in _DENYING or (rule == "opposed" and scale in _SCALES)


def _telling(exhibit: Exhibit, least: float, claim: Span | None) -> tuple[float, Span] | None:
    """The sentence that tells most of the claim, where that is enough and told outright.

    Of a claim that denies it is one that denies the claim's own words, of another one that denies none of them.
    ``claim`` is a stretch of the claim of which a word must be told.
    """
    heading = exhibit.heading
    of = frozenset(part.concept for part in heading.parts if claim and claim.start <= part.start < claim.end)
    who = frozenset(part.concept for part in heading.parts if part.kind in _WHO_AND_WHEN)
    acts = frozenset(part.concept for part in heading.parts if part.kind is PartKind.ACT)
    found = None
    for n, line in enumerate(exhibit.lines):
        near = exhibit.near(n)
        if near < least or (found is not None and near <= found[0]) or line.is_question or line.marks:
            continue
        if of and line.concepts.isdisjoint(of):
            continue
        if exhibit.near(n, who) < _NEAR_DEED:
            continue  # it names the same people, and tells something else of them
        if exhibit.shares[n] < _OF_ITS_OWN and line.concepts.isdisjoint(acts):
            continue  # what tells of the claim stands beside it
        if heading.is_denial != _denies(exhibit, n):
            continue
        found = near, Span(line.start, line.end)
    return found


def _denies(exhibit: Exhibit, n: int) -> bool:
    """Whether a sentence denies one of the claim's words."""
    line = exhibit.lines[n]
    return may_deny(line.low_forms) and any(
        word.concept in exhibit.told[n] and is_denied_here(line, at) for at, word in enumerate(line.words)
    )


def _saying_it(exhibit: Exhibit, point: Point) -> tuple[float, Span] | None:
    """Where the deed that is denied is told in the claim's own word, whatever its form."""
    part = next((p for p in exhibit.heading.parts if p.start == point.claim.start and p.kind is PartKind.ACT), None)
    if part is None:
        return None
    places = []
    refuses = part.concept == concept_of("refuse")
    for n, line in enumerate(exhibit.lines):
        if line.is_question or line.marks or (exhibit.near(n) < _NEAR_WORD and not refuses):
            continue
        would_not = _WOULD_NOT.search(line.text, line.start, line.end) if refuses else None
        if would_not is not None:
            places.append((exhibit.near(n), -n, Span(*would_not.span())))
            continue
        at = next((k for k, word in enumerate(line.words) if stem_of(word.low) == stem_of(part.text.lower())), None)
        if at is not None and not line.is_denied(at) and not is_supposed(line, at) and not is_of_others(line, at):
            places.append((exhibit.near(n), -n, line.clause(at)))
    if not places:
        return None
    near, _, words = max(places, key=lambda place: place[:2])
    return near, words


def _seeing_it(exhibit: Exhibit, point: Point) -> tuple[float, Span] | None:
    """Where whoever is to have seen it tells in his own words that he was there: "I had climbed up a mast"."""
    words = _WORD.findall(exhibit.heading.text.lower())
    for n, line in enumerate(exhibit.lines):
        found = _I_WAS.search(line.text, line.start, line.end)
        if found is None or line.is_question or line.marks:
            continue
        voice = exhibit.voice_at(exhibit.record.place(found.start(), found.end()).start)
        named = voice is not None and voice.speaker_name.lower().split()[-1:]
        if voice is not None and (voice.speaker in exhibit.heading.persons or (named and named[0] in words)):
            at = next(k for k, word in enumerate(line.words) if word.end > found.start())
            return max(_NEAR, exhibit.near(n)), line.clause(at)
    return None


def _on_its_side(heading: Heading, exhibit: Exhibit, scale: str) -> tuple[float, Span] | None:
    """The words that lie on the claim's own end of a scale, nearest to what else it tells."""
    ends = {pole.effective for pole in heading.poles if pole.scale == scale}
    places = [
        (exhibit.near(n), -n, line.place(pole.at, pole.length))
        for n, line in enumerate(exhibit.lines)
        if not line.is_question
        for pole in line.poles
        if pole.scale == scale and pole.effective in ends and is_plain(line, pole)
    ]
    if not places:
        return None
    near, _, words = max(places, key=lambda place: place[:2])
    return near, words
