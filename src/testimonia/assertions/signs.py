"""What speaks for and against each act of a clause, by who may be its speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from testimonia.model import Act, Assertion, Mode
from testimonia.words.stems import is_function_word, stem

from .acts import Group, Vocabulary
from .clauses import Clause, Link
from .parties import Party
from .proposals import Proposal, propose
from .setting import Setting
from .shown import Shown, shown_by
from .subjects import Kind
from .transcripts import questions_of
from .utterances import Reading

__all__ = ["Context", "signs_of", "told_as"]

_WEIGHED = (Act.ADMITS, Act.DENIES, Act.ACCUSES, Act.EXONERATES, Act.JUDGES, Act.REPORTS)
_ALSO = {act: f"also {act.value}" for act in Act}
_MERIT = "qualities.merit"
_WEAK = ("noun ", "word ", "thing ")  # rules that say little
_OWN_MODES = (Mode.NARRATION, Mode.EDITORIAL)
_STANDS_NOT = ("stands not",)
_MANY = 4
_HEAD = 3  # letters that a stem has at least, where its word has as many


def told_as(clause: Clause) -> str:
    """``own`` words of an author, ``said`` by somebody else, ``told`` of him, ``named`` as his by the way, or told
    ``on`` after what he was let say before."""
    if clause.frame is not None:
        return "told" if clause.link is Link.FIRST else "named"
    if clause.link in (Link.ON, Link.INTRODUCED):
        return "on"
    if clause.link in (Link.CONVINCED, Link.CHARGED):
        return "named"
    return "own" if clause.voice.mode in _OWN_MODES else "said"


class Context:
    """What the clauses of an excerpt propose by who may be speaking, and what stands around each."""

    def __init__(
        self,
        reading: Reading,
        speakings: Sequence[Sequence[Clause]],
        vocabulary: Vocabulary,
        setting: Setting | None = None,
    ) -> None:
        self.speakings = speakings
        self.clauses = clauses = [readings[0] for readings in speakings]
        self.questions = questions_of(reading, clauses)
        self.proposals: list[list[list[Proposal]]] = [
            [
                propose(reading, clause, None if number else self.questions.get(place))
                for number, clause in enumerate(readings)
            ]
            for place, readings in enumerate(speakings)
        ]
        self.setting = setting or Setting()
        self.stated = self.setting.of_claim(reading.excerpt.claim)
        self.claim = _claim_acts(reading.claim_words, vocabulary)
        stems = _claim_stems(reading.claim_words, reading.claim_persons)
        heads = {root[:_HEAD] for root in stems}  # a stem is the beginning of its word
        lows = {word.low for word in reading.words}
        of_claim = frozenset([low for low in lows if low[:_HEAD] in heads and stem(low) in stems])
        self.shown = [shown_by(reading, clause, of_claim) for clause in clauses]
        self.in_claim = {party.id for party in reading.claim_persons}
        self.often = Counter(party.id for party in reading.parties)
        self._acts: dict[str, Counter[Act]] = {}
        for clause, proposals in zip(clauses, self.proposals, strict=True):
            acts = self._acts.setdefault(clause.teller.id, Counter())
            acts.update({p.act for p in proposals[0] if p.act is not Act.REPORTS and not p.rule.startswith(_WEAK)})

    def elsewhere(self, place: int, number: int) -> set[Act]:
        """What the teller of a clause's reading is likely to do by the other clauses here."""
        acts = self._acts.get(self.speakings[place][number].teller.id)
        if acts is None:
            return set()
        here = set() if number else {p.act for p in self.proposals[place][0]}
        return {act for act, times in acts.items() if times > (1 if act in here else 0)}


@lru_cache(maxsize=8)
def _claim_stems(words: tuple[str, ...], persons: tuple[Party, ...]) -> frozenset[str]:
    """The words of the claim without their endings, names left out."""
    names = {stem(word) for party in persons for word in party.name.lower().split()}
    return frozenset({stem(word) for word in words if not is_function_word(word)} - names)


@lru_cache(maxsize=8)
def _claim_acts(words: tuple[str, ...], vocabulary: Vocabulary) -> frozenset[Act]:
    """The acts that the words of the claim speak of."""
    beginnings = vocabulary.beginnings
    hits = [hit for place, word in enumerate(words) if word in beginnings for hit in vocabulary.at(words, place)]
    return frozenset(
        hit.usage.act for hit in hits if hit.usage.act not in (None, Act.REPORTS) and hit.usage.name != _MERIT
    )


def signs_of(context: Context, place: int, number: int) -> tuple[list[str], dict[Act, tuple[str, ...]]]:
    """The signs that a reading of a clause shows beside the plain ones of its words (``context.shown``), and for each
    act those for and against its being that."""
    readings = context.speakings[place]
    clause, proposals = readings[number], context.proposals[place][number]
    question = None if number else context.questions.get(place)
    how = told_as(clause)
    shown = context.shown[place]
    common = [f"{how} {sign}" for sign in shown.told]
    common += _of_teller(clause, how, context.clauses[place - 1] if place else None)
    common += _of_setting(context, clause, shown, how)
    common.append(f"link {clause.link}")
    common += _among(clause.link, _kind(clause.teller.id), how, len(readings))
    for other in readings:
        if other is not clause:
            common += _beside(clause.link, how, other.link, _kind(other.teller.id))
    for step in (-1, 1):
        common += _neighbour(context, place, step, clause, how)
    if question is not None:
        common.append("answer" if question.asked else "reply")
    named = "teller in claim" if clause.teller.id in context.in_claim else "teller not in claim"
    common.append(named)
    elsewhere = context.elsewhere(place, number)
    rules: dict[Act, tuple[str, ...]] = {}
    for proposal in proposals:
        mine = rules.get(proposal.act, ())
        if proposal.rule not in mine:
            rules[proposal.act] = (*mine, proposal.rule)
    outright = {act for act, mine in rules.items() if any(rule.startswith("says ") for rule in mine)}
    proposed = tuple(rules)
    by_act = {
        act: _of_act(
            act,
            how,
            rules.get(act, ()),
            proposed,
            named if act in context.claim else "another" if context.claim else "",
            "it" if act in elsewhere else "another" if elsewhere else "",
            not outright <= {act},
        )
        for act in _WEIGHED
    }
    return common, by_act


@cache  # the same few come together over and over
def _of_act(
    act: Act, how: str, mine: tuple[str, ...], proposed: tuple[Act, ...], claimed: str, elsewhere: str, outright: bool
) -> tuple[str, ...]:
    """Signs of one act: the rules that propose it, ``mine``, and what else is ``proposed``; ``claimed`` and
    ``elsewhere`` say of the claim and of the teller's other clauses whether it is done there, or ``another``."""
    also = [_ALSO[other] for other in proposed if not mine or other is not act]
    signs = [*mine, "one rule" if len(mine) == 1 else "rules"] if mine else ["no rule", f"{how}: no rule"]
    signs += also
    if all(other is Act.REPORTS for other in proposed):
        signs.append(f"{how}: no rule but of events")
    if claimed == "another":
        signs.append("claim of another act")
    elif claimed:
        signs += ("claim of the act", f"claim of the act, {claimed}")
    if elsewhere == "another":
        signs.append(f"{how} another act elsewhere")
    elif elsewhere:
        signs.append(f"{how} elsewhere" if mine else f"{how} elsewhere only")
    if outright:
        signs.append("another is said outright")
    return tuple(signs)


@cache
def _among(link: Link, kind: str, how: str, count: int) -> tuple[str, ...]:
    return f"{link} {kind}", f"one of {min(count, _MANY)}", f"{how}: one of {min(count, _MANY)}"


@cache
def _beside(link: Link, how: str, other: Link, kind: str) -> tuple[str, ...]:
    """Signs of another who may speak in the same clause."""
    return f"link {link}, also {other}", f"{how} {link}, also {other} {kind}"


def _neighbour(context: Context, place: int, step: int, clause: Clause, how: str) -> tuple[str, ...]:
    """What the clause before or behind shows: who speaks there, and what he seems to do."""
    side = "before" if step < 0 else "behind"
    if not 0 <= place + step < len(context.clauses):
        return (f"none {side}",)
    other = context.clauses[place + step]
    teller = clause.teller.id
    same = other.teller.id == teller
    may = same or any(reading.teller.id == teller for reading in context.speakings[place + step])
    acts = tuple(proposal.act for proposal in context.proposals[place + step][0][:2])
    voice = "" if other.voice is clause.voice else other.voice.mode
    return _shown_beside(side, told_as(other), same, may, acts, voice, how)


@cache
def _shown_beside(
    side: str, told: str, same: bool, may: bool, acts: tuple[Act, ...], voice: str, how: str
) -> tuple[str, ...]:
    who = "the same" if same else "another"
    found = [f"{who} {told} {side}", f"{side} voice {voice or 'same'}", *(f"{side} {who} {act}" for act in acts)]
    if may:
        found.append(f"{how} may speak {side}")
    return tuple(found)


def _kind(id_: str) -> str:
    return id_.split(":", 1)[0] if ":" in id_ else "person"


def _of_teller(clause: Clause, how: str, before: Clause | None) -> list[str]:
    """Signs that depend on whose word the clause is taken for."""
    frame = clause.frame
    teller = clause.teller.id
    found = [how, f"{how} by {_kind(teller)}"]
    if frame is None and clause.voice.mode is Mode.TURN:
        found.append("turn")
    if frame is not None and frame.usage.said:
        found.append("reported")
    tables = {hit.usage.name.split(".", 1)[1] for hit, *_ in clause.hits if hit.usage.group is not Group.MARKS}
    found += [f"{how} table {table}" for table in tables] or [f"{how} no word of deeds"]
    if any(hit.usage.group is Group.MARKS and hit.usage.name == "marks.hedge" for hit, *_ in clause.hits):
        found.append("hedge")
    if before is not None and before.teller.id == teller:
        found.append("same teller before")
    if frame is not None and frame.subject.kind is Kind.SELF:
        found.append("i say")
    return found


def _of_setting(context: Context, clause: Clause, shown: Shown, how: str) -> list[str]:
    """Signs from the claim above and from how those concerned stand on the page."""
    teller = clause.teller.id
    others = shown.parties - {teller}
    found = [f"claim words {min(shown.shared, 3)}", f"{how} claim words {min(shown.shared, 3)}"]
    found += _stated(context.stated, teller, others, how)
    found += [f"claim words {min(shown.shared, 2)} of {stated.act.value}" for stated in context.stated[:2]]
    if others & context.in_claim:
        found.append(f"{how} claim person here")
    if ":" not in teller:
        found += context.setting.standing.get(teller, _STANDS_NOT)
    if others & context.setting.accused:
        found.append(f"{how} of one who stands accused")
    return found


def _stated(stated: Iterable[Assertion], teller: str, others: frozenset[str], how: str) -> list[str]:
    found: list[str] = []
    for assertion in stated:
        who = "teller" if assertion.speaker == teller else "compiler" if assertion.speaker == "compiler" else "another"
        act = assertion.act.value
        found += (f"claim {act} by {who}", f"{how} claim {act} by {who}")
        if not others.isdisjoint(assertion.of):
            found.append(f"claim {act} of one here")
        if teller in assertion.of:
            found.append(f"claim {act} of teller")
    return found or ["claim none"]
