"""What somebody denies and another, or he himself elsewhere, affirms.

Two ways: a statement that the assertions room reads as a denial, against one that puts the same matter on the same
person; and, in a transcript, an answer that gives another's answer the lie.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Act, Assertion, Cause, DiscrepancyKind, Mode, Reason, Sourcebook, Voice
from .differences import Difference, Words, about_of
from .sayings import Saying, Sayings
from .settings import Settings

__all__ = ["answered_denials", "confronted_answers"]

_MATTER = 9.0  # what a denial and what it denies must share beside names
_MOST = 3
_FAR = 6  # turns between an answer and the one that gives it the lie
_YES = re.compile(
    r"\W*(?:yes|i confirm|i do|correct|correctly|that is (?:so|correct|true|right)|i corroborate|quite so|it is)\b",
    re.I,
)
_LIE = re.compile(
    r"\W*(?:that is|that's|it is|this is)\s+(?:an?\s+)?(?:absolute\s+|complete\s+|downright\s+)?"
    r"(?:lie|untrue|false|not true|not so|incorrect|invention|nonsense)\b|\W*(?:i deny|nothing of the (?:kind|sort))\b",
    re.I,
)


def answered_denials(book: Sourcebook, sayings: Sayings, settings: Settings) -> Iterator[Difference]:
    """Denials and clearings of somebody against what puts the same on him."""
    against: defaultdict[str, list[Assertion]] = defaultdict(list)
    denials: list[tuple[str, Assertion]] = []
    for assertion in book.assertions:
        if assertion.excerpt is None:
            continue
        if assertion.act is Act.ACCUSES:
            for person in assertion.of:
                against[person].append(assertion)
        elif assertion.act is Act.ADMITS:
            against[assertion.speaker].append(assertion)
        elif assertion.act is Act.DENIES:
            denials.append((assertion.speaker, assertion))
        elif assertion.act is Act.EXONERATES:
            denials += [(person, assertion) for person in assertion.of]
    for person, denial in denials:
        here = _saying_of(sayings, denial)
        if here is None:
            continue
        rivals: list[tuple[float, Assertion, Saying]] = []
        for charge in against.get(person, ()):
            there = _saying_of(sayings, charge)
            if there is None or there.record is here.record or not settings.may_be_one(here, there):
                continue
            shared = _features(sayings, denial) & _features(sayings, charge)
            weight = sayings.weigh(frozenset(f for f in shared if f[0] != "@"))
            if weight >= _MATTER:
                rivals.append((sayings.weigh(frozenset(shared)), charge, there))
        rivals.sort(key=lambda rival: (-rival[0], rival[2].number))
        for weight, charge, there in rivals[:_MOST]:
            one, other = _words(here, denial), _words(there, charge)
            yield _difference(
                sayings, one, other, weight, (person,), "one denies what the other puts on the same person"
            )


def _features(sayings: Sayings, assertion: Assertion) -> frozenset[str]:
    saying = _saying_of(sayings, assertion)
    if saying is None:
        return frozenset()
    words = _words(saying, assertion)
    return frozenset(token.key for token in saying.tokens_in(words.start, words.end)) - {""}


def _saying_of(sayings: Sayings, assertion: Assertion) -> Saying | None:
    own = sayings.of_record.get(assertion.excerpt or "")
    if not own:
        return None
    place = own[0].record.source.text_span(assertion.span)  # type: ignore[union-attr]
    if place is None:
        return None
    return own[max(0, bisect_right([saying.start for saying in own], place.start) - 1)]


def _words(saying: Saying, assertion: Assertion) -> Words:
    place = saying.record.source.text_span(assertion.span)  # type: ignore[union-attr]
    assert place is not None
    return Words(saying, place.start, place.end)


@dataclass(frozen=True, slots=True)
class _Answer:
    voice: Voice
    start: int
    end: int
    text: str


def confronted_answers(book: Sourcebook, sayings: Sayings) -> Iterator[Difference]:
    """Answers in one transcript of which one confirms and the other, somebody else's, calls it a lie."""
    turns: defaultdict[str, list[_Answer]] = defaultdict(list)
    for voice in book.voices:
        own = sayings.of_record.get(voice.excerpt)
        if voice.mode is not Mode.TURN or not own:
            continue
        place = own[0].record.source.text_span(voice.span)  # type: ignore[union-attr]
        if place is None:
            continue
        text = own[0].text[place.start : place.end]
        said = re.match(r"[^:\n]{0,80}:\s*", text)
        begin = place.start + (said.end() if said else 0)
        turns[voice.excerpt].append(_Answer(voice, begin, place.end, own[0].text[begin : place.end]))
    for excerpt, answers in turns.items():
        own = sayings.of_record[excerpt]
        starts = [saying.start for saying in own]
        for at, answer in enumerate(answers):
            if not _LIE.match(answer.text):
                continue
            for other in (*reversed(answers[max(0, at - _FAR) : at]), *answers[at + 1 : at + 1 + _FAR]):
                if other.voice.speaker == answer.voice.speaker or not _YES.match(other.text):
                    continue
                first, second = sorted((answer, other), key=lambda a: a.start)
                a, b = (own[max(0, bisect_right(starts, t.start) - 1)] for t in (first, second))
                yield Difference(
                    DiscrepancyKind.OPPOSITE,
                    _first_words(a, first),
                    _first_words(b, second),
                    f"{first.voice.speaker_name}, {second.voice.speaker_name}",
                    0.8,
                    Cause.CONFLICT,
                    tuple(sorted({first.voice.speaker, second.voice.speaker})),
                    (Reason("one answers yes and the other calls it a lie, a few turns apart"),),
                    12.0,
                )
                break


def _first_words(saying: Saying, answer: _Answer) -> Words:
    stop = re.search(r"[.!?](?=\s|$)", answer.text)
    return Words(saying, answer.start, answer.start + (stop.end() if stop else len(answer.text)))


def _difference(
    sayings: Sayings, one: Words, other: Words, weight: float, persons: tuple[str, ...], rule: str
) -> Difference:
    a, b = (one, other) if one.saying.number < other.saying.number else (other, one)
    pair = sayings.pair(a.saying, b.saying)
    return Difference(
        DiscrepancyKind.OPPOSITE,
        a,
        b,
        about_of(pair),
        min(0.75, 0.35 + weight / 50),
        Cause.CONFLICT,
        persons,
        (Reason(rule),),
        weight,
    )
