"""Answers: what a short answer of a transcript says, taken from the question that was put.

"Was the bolt put in? — Yes." admits what was asked; "Do you confirm this? — I confirm it." corroborates what was put,
and whose word it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from testimonia.model import Act, Mode

from .acts import Group
from .clauses import Clause
from .parties import Party
from .utterances import Reading

__all__ = ["Polarity", "Question", "questions_of"]

_YES = frozenset("yes aye certainly exactly quite correct right indeed true".split())
_NO = frozenset("no never not nothing nobody none nor".split())
_DO = frozenset("do did have had was were am could would is are has".split())
_CONFIRM = frozenset("confirm confirms corroborate corroborates agree true correct so".split())
_FALSE = frozenset("false untrue lie slander invention infamous nonsense".split())


class Polarity(StrEnum):
    """How an answer begins."""

    YES = "yes"
    NO = "no"
    FALSE = "false"  # "that is a lie"
    BY = "by"  # "by Ash"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Question:
    """What was put to the speaker of a turn, and how he takes it up.

    ``of_you`` says that it is about himself, ``wrong`` that it asks about a deed that one is accused of, ``confirms``
    that it asks whether something is so, ``treatment`` how somebody was treated; ``named`` are the persons named in it
    and in the turns of the same questioner just before.
    """

    polarity: Polarity
    first: bool  # whether the clause is the first of the turn
    asked: bool  # whether a question was put at all
    of_you: bool
    wrong: bool
    confirms: bool
    named: tuple[Party, ...]
    treatment: bool


def questions_of(reading: Reading, clauses: Sequence[Clause]) -> Mapping[int, Question]:
    """For the clauses of each turn behind another's turn, the question that it answers."""
    found: dict[int, Question] = {}
    turns: list[list[int]] = []
    for place, clause in enumerate(clauses):
        if clause.voice.mode is not Mode.TURN:
            if clause.voice.mode is not Mode.QUOTE:
                turns.append([])
            continue
        if turns and turns[-1] and clauses[turns[-1][-1]].voice is clause.voice:
            turns[-1].append(place)
        else:
            turns.append([place])
    for number in range(1, len(turns)):
        here, before = turns[number], turns[number - 1]
        if not here or not before or clauses[here[0]].voice.speaker == clauses[before[0]].voice.speaker:
            continue
        question = _question(reading, clauses, here, before, turns[number - 3] if number > 2 else [])
        for place in here:
            found[place] = question if place == here[0] else _later(question)
    return found


def _question(
    reading: Reading, clauses: Sequence[Clause], here: list[int], before: list[int], earlier: list[int]
) -> Question:
    answer, asking = clauses[here[0]], clauses[before[-1]]
    words = [reading.words[at].low for at in range(answer.first, answer.last)]
    asked_words = {reading.words[at].low for place in before for at in range(clauses[place].first, clauses[place].last)}
    named = tuple(
        party
        for place in (*earlier, *before)
        for party in reading.parties_in(clauses[place].first, clauses[place].last)
        if party.id != answer.voice.speaker
    )
    wrong = any(
        hit.usage.group is Group.DEEDS and hit.usage.act is Act.ACCUSES
        for place in before
        for hit, *_ in clauses[place].hits
    )
    treatment = any(hit.usage.name.endswith("-treatment") for place in before for hit, *_ in clauses[place].hits)
    return Question(
        _polarity(words, reading, answer),
        True,
        asking.utterance.question,
        bool(asked_words & {"you", "your", "yourself"}),
        wrong,
        bool(asked_words & _CONFIRM) and bool(asked_words & {"confirm", "agree", "true", "correct", "so"}),
        named,
        treatment,
    )


def _polarity(words: list[str], reading: Reading, answer: Clause) -> Polarity:
    head = words[:4]
    if not head:
        return Polarity.OTHER
    if head[0] in _YES or (head[0] in ("i", "it", "he", "they") and head[-1] in _DO and len(words) <= len(head)):
        return Polarity.YES
    if head[0] in _NO or (head[0] in ("i", "it", "he", "they") and len(head) > 2 and head[1] in _DO and head[2] in _NO):
        return Polarity.NO
    if set(words[:6]) & _FALSE and head[0] in ("that", "it", "this", "a", "lies"):
        return Polarity.FALSE
    if head[0] == "by" and reading.parties_in(answer.first, answer.last):
        return Polarity.BY
    return Polarity.OTHER


def _later(question: Question) -> Question:
    return replace(question, polarity=Polarity.OTHER, first=False)
