"""Turns that show by the form of the whole excerpt: numbered questions, capitals and a point, dashes between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from testimonia.model import Span

from .turn_labels import CAPITALS_STOPPED, HEADS, NUMBERED, NUMBERED_SAYING

__all__ = ["Turn", "TurnKind", "in_capitals", "numbered", "run_on"]


class TurnKind(StrEnum):
    """Whether the label names somebody or only says what he does."""

    NAMED = "named"
    INTERJECTED = "interjected"  # named too, but he neither asks nor is examined
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn in an excerpt's text: its whole span, the label's words, and an aside such as ``(rising)``."""

    span: Span
    label: Span
    aside: Span | None
    kind: TurnKind
    body: int  # where the words after the label begin


def in_capitals(text: str) -> list[Turn]:
    """Lines that begin with names in capitals and a point, in turn: "ASH. Was he sober?"."""
    found = list(CAPITALS_STOPPED.finditer(text))
    names = [m.group("label") for m in found]
    if len(found) < _LINES or not 1 < len(set(names)) < len(names) or text[: found[0].start()].strip():
        return []
    if len(found) != len([line for line in text.splitlines() if line.strip()]) or any(map(HEADS.search, names)):
        return []
    turns = []
    for place, label in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        span = Span(label.start("label"), label.start() + len(text[label.start() : end].rstrip()))
        turns.append(Turn(span, Span(*label.span("label")), None, TurnKind.NAMED, label.end()))
    return turns


_LINES = 4  # that speak in turn


def run_on(text: str) -> list[Turn]:
    """Questions and answers without labels that a dash parts: "You kept it? -- I did. -- For whom? -- For her."."""
    if "?" not in text:
        return []
    begin, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    dashes = [m.start("dash") for m in _PARTED.finditer(text, begin, stop)]
    bounds = [begin, *dashes, stop]
    parts = [(a, len(text[:b].rstrip())) for a, b in pairwise(bounds)]
    if len(parts) < _EXCHANGES or "\n" in text[begin:stop]:
        return []
    asked = [text[a:b].rstrip('"”’)')[-1:] == "?" for a, b in parts]
    if not all(asked[::2][: len(parts) // 2]) or any(asked[1::2]):
        return []
    turns = []
    for place, (start, end) in enumerate(parts):
        kind = TurnKind.ANSWER if place % 2 else TurnKind.QUESTION
        dash = _DASH.match(text, start)
        label = Span(start, start + 1) if dash is not None else Span(start, start)
        turns.append(Turn(Span(start, end), label, None, kind, dash.end() if dash is not None else start))
    return turns


_PARTED = re.compile(r"(?<=[.?!\"”’)]) ?(?P<dash>--|[—–]) ?(?=[^\s—–-])")
_DASH = re.compile(r"(?:--|[—–]) ?")
_EXCHANGES = 6  # parts that ask and answer in turn


def numbered(text: str) -> list[Turn]:
    """Numbered questions with their answers behind a dash, as minutes of evidence print them."""
    found = list(NUMBERED.finditer(text))
    if len(found) < 2 or any(int(a.group("number")) >= int(b.group("number")) for a, b in pairwise(found)):
        return []
    turns = _sayings(text, found)
    lines = [m.start("number") for m in re.finditer(r"^[ \t]*(?P<number>\d{1,5})\. ", text, re.MULTILINE)]
    for question in found:
        start, dash = question.start("number"), question.start("dash")
        stop = dash + len(question.group("dash").rstrip(" —–―-"))
        label = _asks(question) or Span(start, question.end("number"))
        turns.append(Turn(Span(start, stop), label, None, TurnKind.QUESTION, question.start("asked")))
        end = next((line for line in lines if line > question.end("dash")), len(text))
        while end > stop and text[end - 1].isspace():
            end -= 1
        begin = stop
        while text[begin].isspace():
            begin += 1
        turns.append(Turn(Span(begin, end), Span(begin, begin + 1), None, TurnKind.ANSWER, question.end("dash")))
    return sorted(turns, key=lambda turn: turn.span.start)


def _asks(found: re.Match[str]) -> Span | None:
    """The words that name somebody after the number."""
    return next((Span(*found.span(name)) for name in ("label", "bracketed") if found.group(name) is not None), None)


def _sayings(text: str, asked: list[re.Match[str]]) -> list[Turn]:
    """Numbered lines that are no question, of somebody who is named after the number."""
    questions = {found.start("number") for found in asked}
    turns = []
    for found in NUMBERED_SAYING.finditer(text):
        start, label = found.start("number"), _asks(found)
        if start in questions or label is None:
            continue
        line = text.find("\n", start)
        end = len(text[: line if line >= 0 else len(text)].rstrip())
        turns.append(Turn(Span(start, end), label, None, TurnKind.INTERJECTED, found.start("asked")))
    return turns
