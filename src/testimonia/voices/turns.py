"""Transcript turns: who has the floor, line by line.

A turn begins with a label at the beginning of a line (``MR. HARE (rising):``, ``Q.``, ``THE CHAIRMAN. —``,
``1432. Mr. Hare:``) and runs to the next, with its stage directions. A label is taken for one where the excerpt bears it
out: capitals with a name or an office in them, question and answer, or several labels that take turns. A line that is
wholly in brackets between turns (``(Laughter.)``) is nobody's turn, nor are paragraphs after the last one in which
somebody tells on about its speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from testimonia.model import Span

__all__ = ["Turn", "TurnKind", "find_turns", "known_labels"]

from enum import StrEnum


class TurnKind(StrEnum):
    """Whether the label names somebody or only says what he does."""

    NAMED = "named"
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


_CAPITALS = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|M|Mme|Mlle|Hon|Rev|St|Capt|Col|Gen|Lt|Maj)\.? |THE |A )*[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐΑ-Ω](?:[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐΑ-Ω'’.\-]| (?=[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐΑ-Ω])){1,38}"
_TITLED = r"(?:(?:The|A|An) )?(?:[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐΑ-Ω][\w'’\-]*\.? ?){1,4}(?:(?:of|de|von|van|for|the|du|des) (?:the )?(?:[A-ZÀ-Þ][\w'’\-]*\.? ?){1,3})?"
_ASKING = r"Question(?: by [^:\n]{2,40})?|QUESTION(?: BY [^:\n]{2,40})?|Q|Frage|Вопрос|Питання|Demande|Pregunta"
_ANSWERING = r"Answer|ANSWER|A|Antwort|Ответ|Відповідь|Réponse|Respuesta"
_LABEL = re.compile(
    rf"^[ \t]*(?P<number>\d{{1,5}}[.)] +)?(?P<emphasis>\*\*|__|\*|_)?"
    rf"(?P<label>(?P<question>{_ASKING})|(?P<answer>{_ANSWERING})|(?P<capitals>{_CAPITALS})|(?P<titled>{_TITLED}))"
    rf"(?P<aside> ?[(\[][^()\[\]\n]{{1,90}}[)\]])?(?P=emphasis)?"
    rf"(?P<mark> ?:(?!//)(?:\*\*|__)?|\.? ?[—–―]+|\.--|(?<=Q|A)\.|\.:)(?=[ \t\n.…\"“«'‘(\[]|$|(?<=[—–―-])\S)".replace(
        "(?P=emphasis)?", r"(?:\*\*|__|\*|_)?"
    ),
    re.MULTILINE,
)
_STAGE = re.compile(r"^[ \t]*[(\[][^()\[\]\n]{2,160}[)\]][ \t.]*$", re.MULTILINE)
_OFFICE = re.compile(
    r"\b(?:president|prosecutor|judge|chair(?:man|woman|person)?|voices?|clerk|witness|interpreter|commissioner|counsel|magistrate|coroner|"
    r"defen[cs]e|accused|prisoner|defendant|speaker|moderator|interviewer|interviewee|court|attorney|advocate|lawyer|juror|foreman|secretary|"
    r"minister|senator|deputy|mayor|reporter|correspondent|journalist|host|editor|translator|members?|delegates?|audience|crowd|all|"
    r"examiner|investigator|officer|inspector|expert|presiding|bishop|archbishop|king|queen|captain|colonel|general|major|man|woman|shouts?|cries|"
    r"председатель|прокурор|судья|свидетель|голос|защитник|голова|суддя|свідок)\b",
    re.IGNORECASE,
)
_HEADS = re.compile(  # of documents and parts of them, in capitals before a colon
    r"\b(?:decision|decree|resolution|conclusions?|summary|note|notes|report|memorandum|order|subject|from|to|date|re|copy|cc|discussion|"
    r"appendix|annex|item|part|chapter|section|article|finding|findings|list|table|exhibit|example|case|charge|verdict|sentence|"
    r"further|first|second|third|fourth|fifth|task|source|sources|footnote|postscript|ps|nb|present|absent|agenda|warning|important|result|results)\b",
    re.IGNORECASE,
)
_TELLS_ON = re.compile(
    r"^[ \t]*(?:(?:And |But |Then |Thus |So |Here |At this |After |When )?(?:he|she|they|the|this|these)\b)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:he|she|they|the (?:witness|accused|prisoner|defendant)) (?:said|says|added|admitted|answered|replied|denied|testified)\b"
)
_FIRST_OR_SECOND = re.compile(r"\b(?:I|me|my|mine|we|us|our|you|your|yours)\b|[?!]")


def find_turns(text: str, *, is_name: Callable[[int, int], bool], known: frozenset[str] = frozenset()) -> list[Turn]:
    """The turns of an excerpt in order; none where nothing bears out that its labels are labels.

    ``is_name`` says whether somebody is named between two offsets of the text; ``known`` are labels, in small
    letters, that the rest of the page bears out.
    """
    found = [m for m in _LABEL.finditer(text) if _may_be_label(text, m)]
    if not found:
        return []
    asking = any(m.group("question") for m in found)
    answering = any(m.group("answer") for m in found)
    sure = [m for m in found if _is_sure(m, is_name, known, asking=asking, answering=answering)]
    if not sure:
        times = Counter(_folded(m) for m in found)
        if not (_take_turns(found, is_name) and max(times.values()) >= 2 and len(times) >= 2):
            return []
        sure = [
            m for m in found if is_name(*m.span("label")) or times[_folded(m)] >= 2 or _OFFICE.search(m.group("label"))
        ]
    else:
        certain = {id(m) for m in sure}
        sure = [
            m
            for m in found
            if id(m) in certain or (m.group("titled") and is_name(*m.span("label")) and _speaks(text, m))
        ]
    starts = [m.start("label") - len(m.group("emphasis") or "") - len(m.group("number") or "") for m in sure]
    turns = []
    for place, label in enumerate(sure):
        end = starts[place + 1] if place + 1 < len(sure) else len(text)
        end = _cut_end(
            text, label.end(), end, last=place + 1 == len(sure), single=_single_paragraphs(text, sure, starts)
        )
        turns.append(_turn(text, label, starts[place], end))
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
    words = label.group("label")
    if label.group("question") or label.group("answer"):
        return True
    mark = label.group("mark")
    if ":" not in mark and not (label.group("capitals") or re.match(r"(?:M|Mr|Mrs|Dr|Sir|The|Lord|Mme)\b", words)):
        return False  # "Smith — a clerk" is an entry of a list
    if _HEADS.search(words) and not _OFFICE.search(words):
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
    if label.group("capitals"):
        return is_name(*label.span("label")) or bool(_OFFICE.search(label.group("label"))) or _folded(label) in known
    return False


def _take_turns(found: list[re.Match[str]], is_name: Callable[[int, int], bool]) -> bool:
    """Whether labels in small letters go back and forth as speakers do."""
    folded = [_folded(m) for m in found]
    changes = sum(a != b for a, b in zip(folded, folded[1:], strict=False))
    named = sum(
        is_name(*m.span("label")) or bool(_OFFICE.search(m.group("label"))) or len(_folded(m)) <= 3 for m in found
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
        times.update({_folded(m) for m in _LABEL.finditer(text) if m.group("capitals") and ":" in m.group("mark")})
    return frozenset(label for label, count in times.items() if count >= 2 and not _HEADS.search(label))
