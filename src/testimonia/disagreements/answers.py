"""Answers in a transcript that somebody else calls a lie: what he said right before, or confirmed a few turns off."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Cause, DiscrepancyKind, Mode, Reason, Sourcebook, Voice
from .differences import Difference, Words
from .sayings import Saying, Sayings

__all__ = ["confronted_answers"]

_FAR = 6  # turns between an answer and the one that gives it the lie
_YES = re.compile(
    r"\W*(?:yes|i confirm|i do|correct|correctly|that is (?:so|correct|true|right)|i corroborate|quite so|it is)\b",
    re.I,
)
_LIE = re.compile(
    r"\W*(?:that is|that's|it is|this is)\s+(?:an?\s+)?(?:absolute\s+|complete\s+|downright\s+)?"
    r"(?:lie|untrue|false|not true|not so|incorrect|invention|nonsense)\b|\W*(?:i deny|nothing of the (?:kind|sort)"
    r"|i (?:gave|said|did|made|wrote|sent|signed) no such|there was no such)\b",
    re.I,
)

_EARLIER = re.compile(  # what a witness is reminded of: "On the 9th of May you told the coroner that …"
    r"\b(?:(?:but|yet)\s+)?(?P<when>(?:on|in|at|before)\s+(?:the|your|[A-Z])[^.?!:;]{2,40}?,?\s+)?(?:(?:but|yet)\s+)?you\s+(?:had\s+|have\s+)?"
    r"(?:stated|told|swore|deposed|wrote|declared|testified|said|signed)\b"
    r"(?P<whom>\s+(?:to\s+)?(?:the\s+(?:police|court|judge|magistrate|coroner|examin\w+|inquiry|inquest|commission\w*|officer|consul|doctor|"
    r"inspector)(?:\s+\w+)?|(?:Mr|Mrs|Dr|Captain|Inspector|Sergeant)\.?\s+[A-Z][\w’'-]+))?(?:,\s+[^,.;:?!]{2,30},)?(?:\s+that\b|[,:]?\s*(?=[\"“‘']|$))",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:I\s+(?:take|took)\s+(?:it|that|this|back|(?:all\s+of\s+)?(?:it|that)\s+back)|I\s+withdraw|I\s+retract|I\s+was\s+(?:wrong|mistaken)|"
    r"I\s+lied|it\s+was\s+(?:not\s+(?:true|so)|untrue|a\s+lie|false)|I\s+(?:never\s+said|did\s+not\s+say)|it\s+is\s+not\s+(?:true|so))\b",
    re.IGNORECASE,
)
_ASSENT = re.compile(
    r"\W*(?:yes|i do|correct|that is (?:so|correct|true|right)|quite so|as\b|exactly)\b", re.IGNORECASE
)


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
            if at:
                yield from _reminded(own, starts, answers[at - 1], answer, answers[at + 1 : at + 4])
            if not _LIE.match(answer.text):
                continue
            if at and _is_word_against(answers[at - 1], answer):
                yield _difference(own, starts, answers[at - 1], answer, "one says it and the other calls it a lie")
                continue
            for other in (*reversed(answers[max(0, at - _FAR) : at]), *answers[at + 1 : at + 1 + _FAR]):
                if other.voice.speaker == answer.voice.speaker or not _YES.match(other.text):
                    continue
                reason = "one answers yes and the other calls it a lie, a few turns apart"
                yield _difference(own, starts, answer, other, reason)
                break


def _is_word_against(said: _Answer, answer: _Answer) -> bool:
    """Whether what is called a lie is what somebody else said right before, and no question."""
    return said.voice.speaker != answer.voice.speaker and "?" not in said.text and bool(_LIE.match(answer.text))


def _reminded(
    own: list[Saying], starts: list[int], said: _Answer, asked: _Answer, answers: list[_Answer]
) -> Iterator[Difference]:
    """What somebody is reminded to have said before, at a time or to whom being named, against what was just said.

    Where the answer to it takes it back, that is against it too.
    """
    found = _EARLIER.search(asked.text)
    if found is None or not (found["when"] or found["whom"]) or said.voice.speaker == asked.voice.speaker:
        return
    if "?" in asked.text[: found.start()]:
        return
    start = asked.start + found.start()
    end = max(asked.end, own[max(0, bisect_right(starts, start) - 1)].end)
    earlier = _Answer(asked.voice, start, end, own[0].text[start:end])
    if "?" not in said.text and not _ASSENT.match(said.text):
        last = own[max(0, bisect_right(starts, len(said.text.rstrip()) + said.start - 1) - 1)]
        begin = max(said.start, last.start)
        now = _Answer(said.voice, begin, said.end, own[0].text[begin : said.end])
        yield _difference(
            own, starts, now, earlier, "what was just said, and what somebody is reminded to have said before"
        )
    answer = next((other for other in answers if other.voice.speaker != asked.voice.speaker), None)
    back = None if answer is None else _BACK.search(answer.text)
    if answer is not None and back is not None:
        taken = _Answer(answer.voice, answer.start + back.start(), answer.end, answer.text[back.start() :])
        yield _difference(own, starts, earlier, taken, "what somebody is reminded to have said, and takes back")


def _difference(own: list[Saying], starts: list[int], one: _Answer, other: _Answer, reason: str) -> Difference:
    first, second = sorted((one, other), key=lambda a: a.start)
    a, b = (own[max(0, bisect_right(starts, t.start) - 1)] for t in (first, second))
    return Difference(
        DiscrepancyKind.OPPOSITE,
        _first_words(a, first),
        _first_words(b, second),
        f"{first.voice.speaker_name}, {second.voice.speaker_name}",
        0.8,
        Cause.CONFLICT,
        tuple(sorted({first.voice.speaker, second.voice.speaker})),
        (Reason(reason),),
        12.0,
    )


def _first_words(saying: Saying, answer: _Answer) -> Words:
    end = min(saying.end, answer.end)
    return Words(saying, answer.start, len(saying.text[:end].rstrip()) if end > answer.start else answer.end)
