"""What a clause shows beside its proposals: how it is told, how long it is, who is named in it."""

from __future__ import annotations

import re

from testimonia.model import Act, Mode

from .acts import Group
from .clauses import Clause
from .proposals import Proposal
from .subjects import NEGATIONS, Kind
from .transcripts import Question
from .utterances import Reading

__all__ = ["signs_of", "told_as"]

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_MARGIN = 4  # marks around a voice's words
_OWN_MODES = (Mode.NARRATION, Mode.EDITORIAL)


def told_as(clause: Clause) -> str:
    """``own`` words of an author, ``said`` by somebody else, or ``told`` of him."""
    if clause.frame is not None:
        return "told"
    return "own" if clause.voice.mode in _OWN_MODES else "said"


def signs_of(
    reading: Reading,
    clause: Clause,
    proposals: list[Proposal],
    before: Clause | None,
    question: Question | None = None,
) -> dict[Act, list[str]]:
    """For each act, the signs for and against it."""
    how = told_as(clause)
    common = _common(reading, clause, how, before)
    if question is not None:
        common.append("answer" if question.asked else "reply")
    by_act: dict[Act, list[str]] = {}
    rules: dict[Act, list[str]] = {}
    for proposal in proposals:
        rules.setdefault(proposal.act, [])
        if proposal.rule not in rules[proposal.act]:
            rules[proposal.act].append(proposal.rule)
    weighty = any(act is not Act.REPORTS for act in rules)
    for act in Act:
        signs = list(common)
        mine = rules.get(act, [])
        for rule in mine:
            signs.append(rule)
        signs.append("one rule" if len(mine) == 1 else "rules" if mine else "no rule")
        if not mine:
            signs.append(f"{how}: no rule")
        if not weighty:
            signs.append(f"{how}: no rule but of events")
        for other, theirs in rules.items():
            if other is not act:
                signs.append(f"also {other.value}")
                if any(rule.startswith("says ") for rule in theirs):
                    signs.append("another is said outright")
        by_act[act] = signs
    return by_act


def _common(reading: Reading, clause: Clause, how: str, before: Clause | None) -> list[str]:
    words = reading.words[clause.first : clause.last]
    lows = [word.low for word in words]
    there = set(lows)
    found = [how]
    add = found.append
    frame = clause.frame
    kind = clause.teller.id.split(":")[0] if ":" in clause.teller.id else "person"
    add(f"{how} by {kind}")
    if clause.voice.mode is Mode.EDITORIAL:
        add("editorial")
    if frame is None and clause.voice.mode is Mode.TURN:
        add("turn")
    if frame is not None and frame.usage.said:
        add("reported")
    length = len(lows)
    add(f"{how} " + ("tiny" if length < 4 else "short" if length < 8 else "middle" if length < 25 else "long"))
    if clause.utterance.question:
        add("question")
    if _introduces(reading, clause):
        add("introduces")
        add(f"{how} introduces")
    if clause.utterance.last - clause.utterance.first == clause.last - clause.first:
        add(f"{how} whole")
    if _alone(reading, clause):
        add(f"{how} alone")
    if _bracketed(reading, clause):
        add("bracketed")
    if there & {"i", "we"}:
        add(f"{how} i")
    if there & {"if", "whether", "unless"}:
        add("if")
    if there & {"perhaps", "maybe", "presumably", "possibly", "probably"}:
        add("maybe")
    if there & {"would", "could", "might", "may", "should"}:
        add("would")
    if there & NEGATIONS:
        add(f"{how} not")
    if there & {"you", "your"}:
        add("you")
    if there & {"is", "are", "am"} and not there & {"was", "were"}:
        add(f"{how} is")
    if any(_YEAR.fullmatch(low) for low in lows):
        add("year")
    if any(low[0].isdigit() for low in lows):
        add("number")
    parties = reading.parties_in(clause.first, clause.last)
    persons = {p.id for p in parties if p.kind == "person"}
    others = {p.id for p in parties if p.kind != "person"}
    add(f"{how} " + ("persons" if len(persons) > 1 else "person" if persons else "group" if others else "nobody"))
    if clause.number == 0:
        add("first sentence")
    if len(reading.utterances) < 4:
        add("short excerpt")
    if len(reading.utterances) > 9:
        add("long excerpt")
    begin = lows[0] if lows else ""
    if begin in ("when", "after", "as", "before", "while", "since"):
        add("subordinate")
    tables = {hit.usage.name.split(".", 1)[1] for hit, *_ in clause.hits if hit.usage.group is not Group.MARKS}
    for table in tables:
        add(f"{how} table {table}")
    if not tables:
        add(f"{how} no word of deeds")
    if any(hit.usage.group is Group.MARKS and hit.usage.name == "marks.hedge" for hit, *_ in clause.hits):
        add("hedge")
    if before is not None and before.teller.id == clause.teller.id:
        add("same teller before")
    if frame is not None and frame.subject.kind is Kind.SELF:
        add("i say")
    return found


def _introduces(reading: Reading, clause: Clause) -> bool:
    """Whether a quotation follows right behind, which says it itself."""
    end = reading.words[clause.last - 1].end
    rest = reading.text[end : end + 6].lstrip(" ,-–—\n")
    return rest[:1] == ":" or (rest[:1] in ('"', "“", "„", "«") and clause.last == clause.utterance.last)


def _alone(reading: Reading, clause: Clause) -> bool:
    """Whether the clause is all that its voice says there."""
    start, end = reading.words[clause.first].start, reading.words[clause.last - 1].end
    piece = reading.piece_at(clause.first)
    return start - piece.start < _MARGIN and piece.end - end < _MARGIN


def _bracketed(reading: Reading, clause: Clause) -> bool:
    """Whether the sentence stands in brackets by itself: a reference, a stage direction."""
    words = reading.text[clause.utterance.start : clause.utterance.end].strip()
    return words[:1] in ("(", "[") and words[-1:] in (")", "]")
