"""What a clause shows beside its proposals: how it is told, how long it is, who is named in it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from testimonia.model import Act, Mode

from .acts import Group, Vocabulary
from .clauses import Clause
from .proposals import propose
from .subjects import NEGATIONS, Kind
from .transcripts import questions_of
from .utterances import Reading

__all__ = ["Context", "signs_of", "told_as"]

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_WORDS = Path(__file__).with_name("signs.toml")
_PAST = frozenset("was were had did said told came went took gave made knew became got saw met found".split())
_PRESENT = frozenset("is are am has have does do".split())
_WEIGHED = (Act.ADMITS, Act.DENIES, Act.ACCUSES, Act.EXONERATES, Act.JUDGES, Act.REPORTS)
_ALSO = {act: f"also {act.value}" for act in Act}
_MERIT = "qualities.merit"
_WEAK = ("noun ", "word ", "thing ")  # rules that say little
_MARGIN = 4  # marks around a voice's words
_OWN_MODES = (Mode.NARRATION, Mode.EDITORIAL)


def told_as(clause: Clause) -> str:
    """``own`` words of an author, ``said`` by somebody else, or ``told`` of him."""
    if clause.frame is not None:
        return "told"
    return "own" if clause.voice.mode in _OWN_MODES else "said"


class Context:
    """What the clauses of an excerpt propose, and what stands around each."""

    def __init__(self, reading: Reading, clauses: Sequence[Clause], vocabulary: Vocabulary) -> None:
        self.clauses = clauses
        self.questions = questions_of(reading, clauses)
        self.proposals = [propose(reading, clause, self.questions.get(place)) for place, clause in enumerate(clauses)]
        self.claim = _claim_acts(reading.claim_words, vocabulary)
        self.in_claim = {party.id for party in reading.claim_persons}
        self._acts: dict[str, Counter[Act]] = {}
        for clause, proposals in zip(clauses, self.proposals, strict=True):
            acts = self._acts.setdefault(clause.teller.id, Counter())
            acts.update({p.act for p in proposals if p.act is not Act.REPORTS and not p.rule.startswith(_WEAK)})

    def elsewhere(self, place: int) -> set[Act]:
        """What the teller of a clause is likely to do by his other clauses here."""
        acts = self._acts[self.clauses[place].teller.id]
        here = {p.act for p in self.proposals[place]}
        return {act for act, times in acts.items() if times > (1 if act in here else 0)}


@lru_cache(maxsize=8)
def _claim_acts(words: tuple[str, ...], vocabulary: Vocabulary) -> frozenset[Act]:
    """The acts that the words of the claim speak of."""
    beginnings = vocabulary.beginnings
    hits = [hit for place, word in enumerate(words) if word in beginnings for hit in vocabulary.at(words, place)]
    return frozenset(
        hit.usage.act for hit in hits if hit.usage.act not in (None, Act.REPORTS) and hit.usage.name != _MERIT
    )


def signs_of(reading: Reading, context: Context, place: int) -> tuple[list[str], dict[Act, list[str]]]:
    """The signs that a clause shows, and for each act those for and against its being that."""
    clause, proposals = context.clauses[place], context.proposals[place]
    question = context.questions.get(place)
    how = told_as(clause)
    common = _common(reading, clause, how, context.clauses[place - 1] if place else None)
    if question is not None:
        common.append("answer" if question.asked else "reply")
    named = "teller in claim" if clause.teller.id in context.in_claim else "teller not in claim"
    common.append(named)
    elsewhere = context.elsewhere(place)
    by_act: dict[Act, list[str]] = {}
    rules: dict[Act, list[str]] = {}
    for proposal in proposals:
        rules.setdefault(proposal.act, [])
        if proposal.rule not in rules[proposal.act]:
            rules[proposal.act].append(proposal.rule)
    weighty = any(act is not Act.REPORTS for act in rules)
    outright = {act for act, mine in rules.items() if any(rule.startswith("says ") for rule in mine)}
    no_rule, only_events = f"{how}: no rule", f"{how}: no rule but of events"
    for act in _WEIGHED:
        mine = rules.get(act, [])
        signs = list(mine)
        signs.append("one rule" if len(mine) == 1 else "rules" if mine else "no rule")
        if not mine:
            signs.append(no_rule)
        if not weighty:
            signs.append(only_events)
        if act in context.claim:
            signs += ("claim of the act", f"claim of the act, {named}")
        elif context.claim:
            signs.append("claim of another act")
        if act in elsewhere:
            signs.append(f"{how} elsewhere" if mine else f"{how} elsewhere only")
        elif elsewhere:
            signs.append(f"{how} another act elsewhere")
        for other in rules:
            if other is not act:
                signs.append(_ALSO[other])
        if outright - {act}:
            signs.append("another is said outright")
        by_act[act] = signs
    return common, by_act


@cache
def _word_signs() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[tuple[str, str], ...]]]:
    """Whole words with their signs, and by two letters the beginnings of words with theirs."""
    whole: dict[str, tuple[str, ...]] = {}
    beginnings: dict[str, tuple[tuple[str, str], ...]] = {}
    for sign, words in tomllib.loads(_WORDS.read_text(encoding="utf-8")).items():
        for word in words.split():
            if word.endswith("*"):
                beginnings[word[:2]] = (*beginnings.get(word[:2], ()), (word[:-1], sign))
            else:
                whole[word] = (*whole.get(word, ()), sign)
    return whole, beginnings


@cache
def _signs_of_word(low: str) -> tuple[str, ...]:
    whole, beginnings = _word_signs()
    return (*whole.get(low, ()), *(sign for begin, sign in beginnings.get(low[:2], ()) if low.startswith(begin)))


def _kinds_of(lows: set[str]) -> set[str]:
    found: set[str] = set()
    for low in lows:
        signs = _signs_of_word(low)
        if signs:
            found.update(signs)
    return found


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
    digits = [low for low in there if low[0].isdigit()]
    if digits:
        add("number")
        if any(_YEAR.fullmatch(low) for low in digits):
            add("year")
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
    kinds = _kinds_of(there)
    for kind_ in kinds:
        add(f"{how} {kind_}")
    if not kinds:
        add(f"{how} no kind")
    if there & _PAST or any(low.endswith("ed") for low in lows):
        add(f"{how} past")
    elif there & _PRESENT:
        add(f"{how} present")
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
