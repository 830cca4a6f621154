"""Who was there, by question and answer and where the place stands first: "With her were Ash and Reed".

"Was Reed there?" with "No" or "Not until noon" behind it tells that he was not; "Who was in the room?" with a name
behind it that he was. A place or "with him" before "were" or "stood" makes those present who are named behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .sayings import Saying, Token

__all__ = ["Bystander", "read_bystanders"]

_PLACE = (
    r"(?:there|present|in\s+(?:it|the\s+\w+)|at\s+(?:hand|home|the\s+\w+)|on\s+the\s+\w+|with\s+(?:you|him|her|them|me|us)|"
    r"by\s+(?:then|that\s+time)|about|near)"
)
_WAS_HE = re.compile(
    rf"\b(?:was|were|had)\s+(?P<whom>(?:[^?.;:]|(?<=[DM]r)\.|(?<=Mrs)\.){{2,60}}?)\s+(?:{_PLACE}|arrived|come|appeared)\b",
    re.I,
)
_WHO_WAS = re.compile(
    rf"\bwho\s+(?:else\s+)?(?:was|were|stood|sat)\s+(?:also\s+|then\s+)?{_PLACE}|"
    rf"\bwas\s+(?:there\s+)?(?:any(?:one|body)(?:\s+else)?|no(?:\s*one|body)\s+else)\s+{_PLACE}",
    re.I,
)
_NO = re.compile(
    r"(?:no|not|never|nor)\b(?!\s+(?:doubt|question|wonder|matter|other|more|sooner|need|only)\b)|(?:he|she|they)\s+(?:(?:was|were|had)\s+(?:not|never)\b|(?:was|were)n['’]t\b|"
    r"(?:was|were)\s+(?:called|sent|fetched|brought)\s+(?:in|up|down|for)\b[^.;]*?\b(?:after|later|when\s+it\s+was\s+over)\b|"
    r"(?:came|arrived|got\s+there)\b[^.;]*?\b(?:after|later)\b)",
    re.I,
)
_YES = re.compile(r"(?:yes|aye|certainly|he\s+was\b(?!\s+not)|she\s+was\b(?!\s+not)|they\s+were\b(?!\s+not))", re.I)
_LABEL = re.compile(r"\s*(?:\(?[A-Z][\w.'’ -]{0,40}\)?\s*:|A\.|[-—–]+)?\s*[“\"‘']?")
_INVERTED = re.compile(
    r"\b(?:there\s+)?(?:with\s+(?:him|her|them|me|us)|beside\s+(?:him|her|them|me|us)|present|"
    r"(?:at|by|beside|round|around|in)\s+the\s+(?:bedside|bed|table|deathbed|room|graveside|door|meeting|house|car|carriage|boat))"
    r"\s+(?:were|was|stood|sat|lay)\s+(?:also\s+|only\s+)?(?P<who>(?:[^?.;:]|(?<=[DM]r)\.|(?<=Mrs)\.){3,160})",
    re.I,
)
_NOT_HIMSELF = re.compile(r"['’]s\b|\b(?:but|except|besides|save|than|of|from)\b", re.I)  # "Ash's brother", "but Ash"
_BELONGS = re.compile(r"\b(?:from|of|by|for|about|to|concerning)\b", re.I)  # "two letters from Ash"
_BEGINS = 24  # code points of an answer before the name


@dataclass(frozen=True, slots=True)
class Bystander:
    """Whether a person was there, by ``text[start:end]`` of the saying's record."""

    saying: Saying
    person: str
    there: bool
    start: int
    end: int


def read_bystanders(own: list[Saying]) -> Iterator[Bystander]:
    """What the sentences of one account tell so, in their order."""
    for at, saying in enumerate(own):
        if saying.named and (found := _inverted(saying)):
            stop = _BELONGS.search(saying.text, *found.span("who"))
            for token in _people(saying, found.start("who"), stop.start() if stop else found.end("who")):
                yield Bystander(saying, token.named.person, True, found.start("who"), token.end)  # type: ignore[union-attr]
        if not saying.words.rstrip("\"'”’)] ").endswith("?"):
            continue
        answers = own[at + 1 : at + 2]
        if not answers:
            continue
        answer = answers[0]
        label = _LABEL.match(answer.text, answer.start, answer.end)
        start = label.end() if label else answer.start
        end = answer.start + len(answer.words.rstrip())
        if _WHO_WAS.search(saying.text, saying.start, saying.end):
            first = _people(answer, start, min(end, start + _BEGINS))
            for token in first[:1] and _people(answer, start, end):
                yield Bystander(answer, token.named.person, True, start, end)  # type: ignore[union-attr]
        elif asked := _WAS_HE.search(saying.text, saying.start, saying.end):
            people = [] if _NOT_HIMSELF.search(asked["whom"]) else _people(saying, *asked.span("whom"))
            denied = bool(_NO.match(answer.text, start))
            if len(people) == 1 and (denied or _YES.match(answer.text, start)):
                yield Bystander(answer, people[0].named.person, not denied, start, end)  # type: ignore[union-attr]


def _inverted(saying: Saying) -> re.Match[str] | None:
    """A place before its verb, at the head of a sentence or clause."""
    found = _INVERTED.search(saying.text, saying.start, saying.end)
    if found is None or not (found.start() == saying.start or saying.text[: found.start()].rstrip()[-1] in '.;:“"‘—'):
        return None
    return found


def _people(saying: Saying, start: int, end: int) -> list[Token]:
    return [token for token in saying.named if token.named is not None and start <= token.start and token.end <= end]
