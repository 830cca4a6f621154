"""Which acts a clause can be, and by which rule: what `weighing` chooses from.

A rule is named by what it looked at, so that a reader sees why, and so that each can be weighed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from testimonia.model import Act
from testimonia.words.grammar import BE, PREPOSITIONS

from .acts import Group, Hit
from .clauses import Clause
from .negations import WRONGLY
from .parties import Party
from .subjects import Kind, Subject
from .transcripts import Polarity, Question
from .utterances import Reading

__all__ = ["Proposal", "is_self", "propose"]

_ME = frozenset("me us myself ourselves".split())
_OBJECT = 4  # words from a verb to its object
_FAR = 6  # words from "it is stated" to its "that"
_MY = frozenset("my our".split())
_FROM = frozenset("from by with through".split())
_TAKES = frozenset("receive received receives receiving accept accepted accepting got get gets".split())
_SOFT = "deeds.dealing"
_IS = BE | frozenset(
    "seem seems seemed found proved prove proves call calls called named considered consider considers thought".split()
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act that a clause may be: by which rule, whom it concerns, and the words it rests on."""

    act: Act
    rule: str
    of: tuple[Party, ...] = ()
    first: int = -1
    last: int = -1


def is_self(subject: Subject, clause: Clause) -> bool:
    """Whether the subject is the clause's teller himself."""
    if subject.kind is Kind.SELF:
        return clause.voice.speaker == clause.teller.id
    return any(party.id == clause.teller.id for party in subject.parties)


def propose(reading: Reading, clause: Clause, question: Question | None = None) -> list[Proposal]:
    """All that the words of a clause propose, the rules that say most first; ``question`` is what it answers."""
    found: list[Proposal] = [] if question is None else _answer(clause, question)
    frame = clause.frame
    words = reading.words
    lows = {words[at].low for at in range(clause.first, clause.last)}
    if frame is not None and frame.usage.act is not None:
        act = frame.usage.negated if frame.negated else frame.usage.act
        if act is not None:
            rule = "says " + frame.usage.name.removeprefix("says.")
            rule += " not" if frame.negated else ""
            rule += " noun" if frame.noun else " passive" if frame.passive else ""
            whose = question.named[:1] if question is not None and act is Act.CORROBORATES else ()
            found.append(Proposal(act, rule, whose, frame.hit.first, frame.hit.last))
    wrongs = [h for h in clause.hits if h[0].usage.act is Act.ACCUSES and h[0].usage.group is Group.DEEDS]
    hard = [h for h in wrongs if h[0].usage.name != _SOFT]
    open_from, open_to = _left_open(reading, clause)
    imputed = _imputed_from(reading, clause)
    for hit, subject, passive, negated in clause.hits:
        usage = hit.usage
        if open_from <= hit.first < open_to:
            continue
        if usage.opinion and not _is_opinion(reading, clause, hit):
            continue
        if usage.motive or usage.opinion:
            rule = "motive" if usage.motive else "opines"
            found.append(Proposal(Act.JUDGES, rule, subject.parties if usage.motive else (), hit.first, hit.last))
            continue
        if passive and words[hit.first - 1].low in WRONGLY:
            found.append(Proposal(Act.EXONERATES, "wrongly charged", subject.parties, hit.first, hit.last))
            continue
        no = " not" if negated else ""
        if usage.group is Group.DEEDS and usage.act is not None:
            deeds = _deed(reading, clause, hit, subject, passive, negated, bool(hard), lows)
            if hit.first >= imputed:  # what others say of the teller he does not own
                deeds = [p for p in deeds if p.act is not Act.ADMITS]
            found += deeds
        elif usage.group is Group.QUALITIES and usage.act is not None:
            predicate = _is_predicate(reading, clause, hit)
            act = usage.act if not negated else (usage.negated or usage.act)
            name = usage.name.removeprefix("qualities.")
            if name == "guilt" and not negated and _followed_by_for(reading, clause, hit):
                found.append(Proposal(Act.ACCUSES, "responsible for", subject.parties, hit.first, hit.last))
            found.append(
                Proposal(act, ("is " if predicate else "word ") + name + no, subject.parties, hit.first, hit.last)
            )
    if frame is not None and frame.usage.opinion:
        opined = [p for p in found if p.act is Act.ACCUSES]
        found = [p for p in found if p.act is not Act.ACCUSES]
        found += [Proposal(Act.JUDGES, "opines " + p.rule, p.of, p.first, p.last) for p in opined]
        found.append(Proposal(Act.JUDGES, "opines", (), frame.hit.first, frame.hit.last))
    owned = [h for h in wrongs if clause.first < h[0].first < imputed and not h[0].is_verb]
    my_orders = next((h for h in owned if words[h[0].first - 1].low in _MY), None)
    if my_orders is not None:
        rule = "my orders" if my_orders[0].usage.name == _SOFT else "my wrong"
        found.append(Proposal(Act.ADMITS, rule, (), my_orders[0].first, my_orders[0].last))
    return found


def _is_opinion(reading: Reading, clause: Clause, hit: Hit) -> bool:
    """Whether words of opinion give one: a verb does, a noun only with "my": "in my opinion", not "in conclusion"."""
    return hit.is_verb or any(reading.words[at].low in _MY for at in range(max(clause.first, hit.first - 2), hit.last))


def _left_open(reading: Reading, clause: Clause) -> tuple[int, int]:
    """The words behind "whether", or behind "if" up to the next comma: they are not asserted."""
    for at in range(clause.first, clause.last):
        low = reading.words[at].low
        if low not in ("whether", "if", "unless"):
            continue
        for end in range(at + 1, clause.last):
            if low != "whether" and "," in reading.text[reading.words[end - 1].end : reading.words[end].start]:
                return at, end
        return at, clause.last
    return clause.last, clause.last


def _imputed_from(reading: Reading, clause: Clause) -> int:
    """Where begins what "it is stated that" lays at somebody's door: nobody's word, and no teller's own."""
    words = reading.words
    for hit in clause.every:
        if not (hit.usage.group is Group.SAYS and clause.first < hit.first < clause.last and hit.is_verb):
            continue
        before = [words[at].low for at in range(max(clause.first, hit.first - _OBJECT), hit.first)]
        after = [words[at].low for at in range(hit.last, min(hit.last + _FAR, clause.last))]
        if "it" in before and "that" in after and any(low in BE for low in before) and not _by_me(after):
            return hit.last
    return clause.last


def _by_me(lows: list[str]) -> bool:
    return any(one == "by" and other in _ME for one, other in pairwise(lows))


def _to_teller(reading: Reading, clause: Clause, hit: Hit) -> bool:
    """Whether the object of a verb is the teller: "gave me", and in what is told of him "gave him"."""
    for at in range(hit.last, min(hit.last + _OBJECT, clause.last)):
        low = reading.words[at].low
        if low in _ME or (clause.told and low in ("him", "her", "them")):
            return True
    return False


def _answer(clause: Clause, question: Question) -> list[Proposal]:
    """What a short answer says by what was asked."""
    if not question.first:
        return []
    at = (clause.first, clause.last)
    you = "you " if question.of_you else ""
    wrong = "wrong" if question.wrong else "thing"
    if question.polarity is Polarity.FALSE:
        return [Proposal(Act.DENIES, "calls it false", (), *at)]
    if not question.asked:
        return []
    if question.polarity is Polarity.YES:
        if question.confirms and question.named:
            return [Proposal(Act.CORROBORATES, "answers yes", question.named[-1:], *at)]
        rule = f"yes to {you}{wrong}"
        return [Proposal(Act.ADMITS, rule, (), *at), Proposal(Act.REPORTS, rule, (), *at)]
    if question.polarity is Polarity.NO and question.treatment:
        return [Proposal(Act.EXONERATES, "no to ill-treatment", (), *at)]
    if question.polarity is Polarity.NO:
        return [Proposal(Act.DENIES, f"no to {you}{wrong}", (), *at)]
    if question.polarity is Polarity.BY:
        return [Proposal(Act.ACCUSES, f"by whom of {you}{wrong}", (), *at)]
    rule = f"answers {you}{wrong}"
    found = [Proposal(Act.REPORTS, rule, (), *at)]
    if question.wrong and question.of_you:
        found.append(Proposal(Act.ADMITS, rule, (), *at))
    return found


def _deed(
    reading: Reading,
    clause: Clause,
    hit: Hit,
    subject: Subject,
    passive: bool,
    negated: bool,
    hard: bool,
    lows: set[str],
) -> list[Proposal]:
    usage = hit.usage
    low = reading.words[hit.first].low
    others = tuple(party for party in subject.parties if party.id != clause.teller.id)
    myself = is_self(subject, clause)
    at = (hit.first, hit.last)
    no = " not" if negated else ""
    if usage.act is Act.ACCUSES:
        weight = "deal" if usage.name == _SOFT else "ill" if usage.name == "deeds.ill-treatment" else "wrong"
        if weight == "deal" and hard:
            weight = "deal with wrong"
        if hit.is_verb and subject.kind is not Kind.NONE:
            if passive:
                if weight == "ill" and negated:
                    return [Proposal(Act.EXONERATES, "not ill-treated", (), *at)]
                return [
                    Proposal(Act.REPORTS, weight + " suffered" + no, others, *at),
                    Proposal(Act.ACCUSES, weight + " suffered" + no, (), *at),
                ]
            if myself:
                return [Proposal(Act.DENIES if negated else Act.ADMITS, "self " + weight + no, (), *at)]
            if others:
                return [Proposal(Act.EXONERATES if negated else Act.ACCUSES, "other " + weight + no, others, *at)]
            return [Proposal(Act.ACCUSES, "thing " + weight + no, (), *at)]
        if weight == "ill" and (negated or "no" in lows or "without" in lows):
            return [Proposal(Act.EXONERATES, "no ill-treatment", (), *at)]
        predicate = _is_predicate(reading, clause, hit)
        return [
            Proposal(
                Act.EXONERATES if predicate and negated else Act.ACCUSES,
                ("is " if predicate else "noun ") + weight + no,
                (),
                *at,
            )
        ]
    if usage.act is Act.EXONERATES:
        return [Proposal(Act.EXONERATES if not negated else Act.ACCUSES, "well treated" + no, (), *at)]
    if usage.act is None:
        return []
    if usage.act is not Act.REPORTS:
        return [Proposal(usage.act, "deed " + usage.name + no, others, *at)]
    name = "measure" if usage.name == "deeds.measure" else "event"
    found = []
    if hit.is_verb and subject.kind is not Kind.NONE:
        if passive:
            found.append(
                Proposal(
                    Act.REPORTS,
                    name + " suffered" + (" by somebody" if subject.parties else "") + no,
                    subject.parties,
                    *at,
                )
            )
        elif myself:
            found.append(Proposal(Act.REPORTS, "self " + name + no, (), *at))
            if hard and not negated:
                found.append(Proposal(Act.ADMITS, "self event with wrong", (), *at))
            if low in _TAKES and any(w in lows for w in _FROM):
                found.append(Proposal(Act.ADMITS, "self takes", (), *at))
                found.append(Proposal(Act.ACCUSES, "self takes", (), *at))
        elif others:
            found.append(Proposal(Act.REPORTS, "other " + name + no, others, *at))
            if _to_teller(reading, clause, hit):
                found.append(Proposal(Act.ACCUSES, "other gives me", others, *at))
        else:
            found.append(Proposal(Act.REPORTS, "thing " + name + no, (), *at))
    else:
        found.append(Proposal(Act.REPORTS, "noun " + name, (), *at))
    return found


def _followed_by_for(reading: Reading, clause: Clause, hit: Hit) -> bool:
    return hit.last < clause.last and reading.words[hit.last].low in ("for", "of")


def _is_predicate(reading: Reading, clause: Clause, hit: Hit) -> bool:
    """Whether a noun or adjective is said of somebody by a form of "to be", or set beside his name."""
    words, text = reading.words, reading.text
    for at in range(hit.first - 1, max(clause.first, hit.first - 6) - 1, -1):
        if words[at].low in _IS:
            return True
        gap = text[words[at].end : words[at + 1].start]
        if "--" in gap or "—" in gap or "–" in gap:
            return words[at].capital
        if reading.party_at(at) is not None:
            return gap.strip() == ","
        if words[at].low in PREPOSITIONS:
            return False
    return False
