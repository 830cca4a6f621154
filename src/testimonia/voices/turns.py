"""Transcript turns: who has the floor, line by line.

A turn begins with a label at the beginning of a line (``MR. HARE (rising):``, ``Q.``, ``THE CHAIRMAN. —``, ``1432.
Mr. Hare:``) and runs to the next, with its stage directions. A label is taken for one where the excerpt bears it out:
capitals with a name or an office in them, question and answer, or several labels that take turns. A line that is
wholly in brackets between turns (``(Laughter.)``) is nobody's turn, nor are paragraphs after the last one in which
somebody tells on about its speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from testimonia.model import Span

from .turn_labels import (
    ANSWERED,
    BARE,
    CAPITALS_STOPPED,
    GAP,
    HEADS,
    INITIAL,
    LABEL,
    NUMBERED,
    NUMBERED_SAYING,
    OFFICE,
)

__all__ = ["Turn", "TurnKind", "find_turns", "known_labels"]


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


_STAGE = re.compile(r"^[ \t]*[(\[][^()\[\]\n]{2,160}[)\]][ \t.]*$", re.MULTILINE)
_TELLS_ON = re.compile(
    r"^[ \t]*(?:(?:And |But |Then |Thus |So |Here |At this |After |When )?(?:he|she|they|the|this|these)\b)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:he|she|they|the (?:witness|accused|prisoner|defendant)) "
    r"(?:said|says|added|admitted|answered|replied|denied|testified)\b"
)
_FIRST_OR_SECOND = re.compile(r"\b(?:I|me|my|mine|we|us|our|you|your|yours)\b|[?!]")


def find_turns(text: str, *, is_name: Callable[[int, int], bool], known: frozenset[str] = frozenset()) -> list[Turn]:
    """The turns of an excerpt in order; none where nothing bears out that its labels are labels.

    ``is_name`` says whether somebody is named between two offsets of the text; ``known`` are labels, in small
    letters, that the rest of the page bears out.
    """
    numbered = _numbered(text) or _initialled(text) or _in_capitals(text)
    if numbered:
        return numbered
    found = [m for m in LABEL.finditer(_with_gaps(text)) if _may_be_label(text, m)]
    asking = any(m.group("question") for m in found)
    found = [m for m in found if not _is_stopped(m) or (asking and _is_office_in_capitals(m))]
    if not found:
        return _run_on(text)
    others = any(m.group("capitals") and ":" in m.group("mark") and _is_office_or_name(m, is_name) for m in found)
    answering = any(m.group("answer") for m in found) or _is_answered(text, found)
    sure = [m for m in found if _is_sure(m, is_name, known, asking=asking, answering=answering)]
    if others and not asking:  # "THE CORONER: …" asks the witness as well as a "Q." does
        sure = [m for m in found if m in sure or (m.group("answer") and OFFICE.search(m.group("label")))]
    times = Counter(_folded(m) for m in found)
    if not sure:
        if not (_take_turns(found, is_name) and max(times.values()) >= 2 and len(times) >= 2):
            return []
        sure = [
            m for m in found if is_name(*m.span("label")) or times[_folded(m)] >= 2 or OFFICE.search(m.group("label"))
        ]
    else:
        certain = {id(m) for m in sure}
        sure = [
            m
            for m in found
            if id(m) in certain
            or (m.group("capitals") and (times[_folded(m)] > 1 or _is_office_among(m, sure)))
            or m.group("voice")
            or (
                m.group("titled")
                and (is_name(*m.span("label")) or OFFICE.search(m.group("label")))
                and _speaks(text, m)
            )
        ]
    starts = [m.start("label") - len(m.group("emphasis") or "") - len(m.group("number") or "") for m in sure]
    turns = []
    single = _single_paragraphs(text, sure, starts)
    for place, label in enumerate(sure):
        end = starts[place + 1] if place + 1 < len(sure) else len(text)
        end = _cut_end(text, label.end(), end, last=place + 1 == len(sure), single=single)
        turns += _parted(text, _turn(text, label, starts[place], end))
    return turns


def _is_stopped(label: re.Match[str]) -> bool:
    """Whether a mere point parts capitals from what is said, as it parts a heading from its words."""
    return label.group("mark") == "." and bool(label.group("capitals"))


def _is_office_in_capitals(label: re.Match[str]) -> bool:
    """``THE PRESIDENT.``: among questions and answers, whoever else has the word."""
    return label.group("label").startswith("THE ") and bool(OFFICE.search(label.group("label")))


def _with_gaps(text: str) -> str:
    """The text with a sign for the blank behind "Q" and "A" at the beginning of lines, where they are labels.

    A bare "A" is an article, unless a "Q" asks on the line before it.
    """
    if not _ASKED_BARE.search(text):
        return text
    return BARE.sub(lambda m: m["lead"] + GAP, text)


_ASKED_BARE = re.compile(r"^[ \t]*Q[ \t]+[^\Wa-z_][^\n]*\n[ \t]*A[ \t]+\S", re.MULTILINE)


def _is_answered(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether every question that a label opens has its answer on its line."""
    asked = [m for m in found if m.group("question")]
    lines = [text.find("\n", m.end()) for m in asked]
    ends = [line if line >= 0 else len(text) for line in lines]
    return bool(asked) and all(ANSWERED.search(text, m.end(), end) for m, end in zip(asked, ends, strict=True))


def _in_capitals(text: str) -> list[Turn]:
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


def _run_on(text: str) -> list[Turn]:
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


def _is_office_or_name(label: re.Match[str], is_name: Callable[[int, int], bool]) -> bool:
    return bool(OFFICE.search(label.group("label"))) or is_name(*label.span("label"))


def _is_office_among(label: re.Match[str], sure: list[re.Match[str]]) -> bool:
    """Whether a label in capitals says what somebody is, "THE DEFENDER:", among turns that are borne out."""
    among = sum(other.start() < label.start() for other in sure)
    return 0 < among < len(sure) and label.group("label").startswith("THE ") and ":" in label.group("mark")


def _parted(text: str, turn: Turn) -> list[Turn]:
    """The turn, parted where question and answer stand on one line: "Was it paid? — It was. — By whom? — By him."."""
    answer = ANSWERED.search(text, turn.body, turn.span.end) if turn.kind is TurnKind.QUESTION else None
    if answer is not None:  # "Q. What are you? A. Mate."
        asked = replace(turn, span=Span(turn.span.start, len(text[: answer.start()].rstrip())))
        label = Span(*answer.span("label"))
        return [asked, Turn(Span(label.start, turn.span.end), label, None, TurnKind.ANSWER, label.end)]
    stops = [m.start("dash") for m in _ON_ONE_LINE.finditer(text, turn.body, turn.span.end)]
    if turn.kind is not TurnKind.QUESTION or not stops or text[: stops[0]].rstrip()[-1:] != "?":
        return [turn]
    ends = [*stops, turn.span.end]
    found = [replace(turn, span=Span(turn.span.start, len(text[: ends[0]].rstrip())))]
    for place, start in enumerate(stops):
        end = len(text[: ends[place + 1]].rstrip())
        label = Span(start, start + 1) if place % 2 == 0 else turn.label
        kind = TurnKind.ANSWER if place % 2 == 0 else TurnKind.QUESTION
        found.append(Turn(Span(start, end), label, None, kind, start + 1))
    return found


_ON_ONE_LINE = re.compile(r"[?.!][\"”’)]* (?P<dash>[—–]) ?(?=\S)")


def _numbered(text: str) -> list[Turn]:
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


_QUESTION_AND_ANSWER = tuple(map(frozenset, ("QA", "DR", "FA", "PR")))  # in English, French, German, Spanish


def _initialled(text: str) -> list[Turn]:
    """Lines that begin with one of two or three initials, in turn."""
    found = list(INITIAL.finditer(text))
    letters = [m.group("label") for m in found]
    if len(found) < 4 or not 2 <= len(set(letters)) <= 3 or frozenset(letters) in _QUESTION_AND_ANSWER:
        return []
    if sum(a != b for a, b in pairwise(letters)) < len(letters) // 2:
        return []
    turns = []
    for place, label in enumerate(found):
        end = found[place + 1].start("label") if place + 1 < len(found) else len(text)
        end = _cut_end(text, label.end(), end, last=place + 1 == len(found), single=True)
        while text[end - 1].isspace():
            end -= 1
        span = Span(label.start("label"), end)
        turns.append(Turn(span, Span(*label.span("label")), None, TurnKind.NAMED, label.end() + 1))
    return turns


def _turn(text: str, label: re.Match[str], start: int, end: int) -> Turn:
    kind = (
        TurnKind.QUESTION if label.group("question") else TurnKind.ANSWER if label.group("answer") else TurnKind.NAMED
    )
    words = label.group("label").rstrip(" .") if kind is TurnKind.NAMED else label.group("label")
    stop = text[label.end("label") : label.end("label") + 1] == "." and kind is not TurnKind.NAMED and len(words) == 1
    aside = (
        Span(label.start("aside") + (label.group("aside")[0] == " "), label.end("aside"))
        if label.group("aside")
        else None
    )
    words_end = label.start("label") + len(words) + stop
    while end > start and text[end - 1].isspace():
        end -= 1
    return Turn(Span(start, max(end, label.end())), Span(label.start("label"), words_end), aside, kind, label.end())


def _may_be_label(text: str, label: re.Match[str]) -> bool:
    words = label.group("label").rstrip()
    if label.group("question") or label.group("answer") or label.group("voice"):
        return True
    mark = label.group("mark")
    if ":" not in mark and not (
        label.group("capitals")
        or mark.startswith(".")
        or words.endswith(".")
        or re.match(r"(?:M|Mr|Mrs|Dr|Sir|The|Lord|Mme)\b", words)
    ):
        return False  # "Smith — a clerk" is an entry of a list
    if HEADS.search(words) and not OFFICE.search(words):
        return False
    if label.group("titled") and not label.group("capitals"):
        line_end = text.find("\n", label.end())
        line = text[label.end() : line_end if line_end >= 0 else len(text)].strip()
        return bool(line) and line[-1] not in ";," and not (line[:1].islower())
    return len(words) >= 2


def _folded(label: re.Match[str]) -> str:
    return label.group("label").strip(" .").lower()


def _is_sure(
    label: re.Match[str], is_name: Callable[[int, int], bool], known: frozenset[str], *, asking: bool, answering: bool
) -> bool:
    if label.group("question"):
        return answering
    if label.group("answer"):
        return asking
    if label.group("voice"):  # borne out by the labels around it, but for "An hon. MEMBER:"
        return ":" in label.group("mark") and bool(_MEMBER.search(label.group("label")))
    if label.group("capitals"):
        known_one = is_name(*label.span("label")) or OFFICE.search(label.group("label")) or _folded(label) in known
        return bool(known_one) or _is_introduced(label)
    return False


_MEMBER = re.compile(r"\b[Hh]on\.? (?:MEMBERS?|Members?)$")


def _is_introduced(label: re.Match[str]) -> bool:
    """Whether a label alone on its line says in brackets who he is: ``ASH [member of the crew since 1911]:``."""
    aside = label.group("aside")
    return bool(aside) and len(aside.split()) > 2 and label.string.startswith("\n", label.end())


def _take_turns(found: list[re.Match[str]], is_name: Callable[[int, int], bool]) -> bool:
    """Whether labels in small letters go back and forth as speakers do."""
    folded = [_folded(m) for m in found]
    changes = sum(a != b for a, b in pairwise(folded))
    named = sum(
        is_name(*m.span("label")) or bool(OFFICE.search(m.group("label"))) or len(_folded(m)) <= 3 for m in found
    )
    return changes >= len(set(folded)) and named * 2 >= len(found)


def _speaks(text: str, label: re.Match[str]) -> bool:
    after = text[label.end() : label.end() + 3].strip()
    return bool(after) and not after[0].islower()


def _single_paragraphs(text: str, labels: list[re.Match[str]], starts: list[int]) -> bool:
    """Whether every turn but the last is one paragraph."""
    return all(
        "\n" not in _STAGE.sub("", text[label.end() : start]).strip()
        for label, start in zip(labels, starts[1:], strict=False)
    )


def _cut_end(text: str, start: int, end: int, *, last: bool, single: bool) -> int:
    """Where a turn ends: before a stage direction on a line of its own, or before somebody tells on."""
    feed = text.find("\n", start, end)
    while feed >= 0:
        line_end = text.find("\n", feed + 1, end)
        line_end = end if line_end < 0 else line_end
        line = text[feed + 1 : line_end]
        if _STAGE.fullmatch(line):
            return feed
        if line.strip() and _tells_on(
            line, last=last and single, alone=text[max(start, feed - 1) : feed + 1] == "\n\n"
        ):
            return feed
        feed = text.find("\n", feed + 1, end)
    return end


def _tells_on(line: str, *, last: bool, alone: bool) -> bool:
    """Whether a line after a turn's own is the narrator's; ``alone`` says that a blank line stands before it."""
    told = re.sub(r"[\"“«][^\"”»]*(?:[\"”»]|$)", "", line)
    if not told.strip() or _FIRST_OR_SECOND.search(told):
        return False
    return last or (alone and bool(_TELLS_ON.match(line))) or bool(_SAID.search(told))


def known_labels(texts: Iterable[str]) -> frozenset[str]:
    """Labels in capitals that stand at the beginning of lines in more than one place, in small letters."""
    times: Counter[str] = Counter()
    for text in texts:
        times.update({_folded(m) for m in LABEL.finditer(text) if m.group("capitals") and ":" in m.group("mark")})
    return frozenset(label for label, count in times.items() if count >= 2 and not HEADS.search(label))
