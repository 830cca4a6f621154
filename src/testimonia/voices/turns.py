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
from dataclasses import replace
from itertools import pairwise

from testimonia.model import Span

from .turn_forms import Turn, TurnKind, in_capitals, numbered, run_on
from .turn_labels import ANSWERED, BARE, GAP, HEADS, INITIAL, LABEL, OFFICE

__all__ = ["Turn", "TurnKind", "find_turns", "known_labels"]


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
    by_form = numbered(text) or _initialled(text) or in_capitals(text)
    if by_form:
        return by_form
    found = [m for m in LABEL.finditer(_with_gaps(text)) if _may_be_label(text, m)]
    asking = any(m.group("question") for m in found)
    found = [m for m in found if not _is_stopped(m) or (asking and _is_office_in_capitals(m))]
    if not found:
        return run_on(text)
    interview = _answered_by_label(text, found, is_name)
    if interview:
        return interview
    others = any(
        (m.group("capitals") or (m.group("titled") and _is_asked(text, m)))
        and ":" in m.group("mark")
        and _is_office_or_name(m, is_name)
        for m in found
    )
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


def _answered_by_label(text: str, found: Sequence[re.Match[str]], is_name: Callable[[int, int], bool]) -> list[Turn]:
    """An interview that labels its answers alone: "Did you sleep there?", "Ash: Never.", line by line."""
    starts = [m.start() + len(m.group()) - len(m.group().lstrip()) for m in found]
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    if len(found) < _ANSWERS or len(lines) != 2 * len(found) or len({_folded(m) for m in found}) != 1:
        return []
    if not is_name(*found[0].span("label")) or [start for start, _ in lines[1::2]] != starts:
        return []
    if any(text[end - 1] != "?" for _, end in lines[::2]):
        return []
    turns = []
    for label, (asked, end), (start, stop) in zip(found, lines[::2], lines[1::2], strict=True):
        turns.append(Turn(Span(asked, end), Span(asked, asked), None, TurnKind.QUESTION, asked))
        turns.append(_turn(text, label, start, stop))
    return turns


_LINE = re.compile(r"[^\s][^\n]*(?<=\S)")
_ANSWERS = 2  # under one label


def _is_office_or_name(label: re.Match[str], is_name: Callable[[int, int], bool]) -> bool:
    return bool(OFFICE.search(label.group("label"))) or is_name(*label.span("label"))


def _is_asked(text: str, label: re.Match[str]) -> bool:
    """Whether the line behind a label asks, and the next line is a witness's."""
    end = text.find("\n", label.end())
    return end > 0 and text[:end].rstrip('"”’») ').endswith("?") and _WITNESS.match(text, end + 1) is not None


_WITNESS = re.compile(r"[ \t]*(?:The )?Witness ?(?:[:.—–-])")


def _is_office_among(label: re.Match[str], sure: list[re.Match[str]]) -> bool:
    """Whether a label in capitals says what somebody is, "THE DEFENDER:", among turns that are borne out."""
    among = sum(other.start() < label.start() for other in sure)
    return 0 < among < len(sure) and label.group("label").startswith("THE ") and ":" in label.group("mark")


def _parted(text: str, turn: Turn) -> list[Turn]:
    """The turn, parted where question and answer stand on one line: "Was it paid? — It was. — By whom? — By him."."""
    if turn.kind is TurnKind.QUESTION and ANSWERED.search(text, turn.body, turn.span.end) is not None:
        return _on_its_line(text, turn)  # "Q. What are you? A. Mate."
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


def _on_its_line(text: str, turn: Turn) -> list[Turn]:
    """Questions and answers that go on in the line of the first: "Q. What are you? A. Mate. Q. Of what ship? A. Hers."

    Whoever asks again is labelled as at the beginning of the line.
    """
    label = re.escape(turn.label.cut(text))
    asked = re.compile(rf"(?<=[?.!…\"”’)\]—–-]) +(?P<label>{label})(?:[.:](?= )|(?= +\S))")
    found = [turn]
    while True:
        last = found[-1]
        asks = last.kind is TurnKind.QUESTION
        following = (ANSWERED if asks else asked).search(text, last.body, last.span.end)
        if following is None:
            return found
        found[-1] = replace(last, span=Span(last.span.start, len(text[: following.start()].rstrip())))
        place = Span(*following.span("label"))
        kind = TurnKind.ANSWER if asks else TurnKind.QUESTION
        found.append(Turn(Span(place.start, last.span.end), place, None, kind, place.end))


_ON_ONE_LINE = re.compile(r"[?.!][\"”’)]* (?P<dash>[—–]) ?(?=\S)")


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
