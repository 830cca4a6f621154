"""Verbs by which somebody in a heading says something, and what follows them."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act

from .acts import Group, Object, Usage
from .heading_by_words import by_act
from .heading_clauses import Clause
from .heading_knowing import KNOWING, by_knowing, has_sense
from .heading_people import Heading, Statement, rule_of
from .heading_phrases import Phrase, Sort, is_actor, phrases
from .heading_states import by_being
from .heading_telling import by_telling

__all__ = ["by_saying"]

_CONTESTING = ("says.contesting", "says.doubting")
_SPOKEN = (Object.PERSON, Object.CLAUSE, Object.STATEMENT)
_CHARGES = frozenset("charge charges accusation accusations allegation allegations indictment guilt verdict".split())
_TAKING_HOLD = ("own", "hold", "held", "find", "found", "learn", "discover", "notic", "detect", "uncover", "observ")


def by_saying(
    h: Heading,
    clause: Clause,
    usage: Usage,
    subject: list[Phrase],
    is_self: bool,
    outer: Phrase | None,
    outers: list[Phrase],
    opinion: bool,
    nobody: bool,
) -> Iterator[Statement]:
    """A verb by which somebody says something."""
    speakers = [p for p in subject if is_actor(p)]
    if clause.passive:
        yield from by_being_named(h, clause, usage, subject, outer)
        return
    if is_self and outer is not None:
        speakers = [outer]
    if not speakers:
        makers = [q for p in subject for q in p.owners if is_actor(q)]
        vocal = any(h.vocabulary.known(p.head, Group.SAYS) for p in subject if p.head)
        if makers and vocal and usage.object in _SPOKEN and usage.act is not Act.JUDGES:
            speakers = makers
    if usage.asks:
        yield from by_asking(h, clause, speakers, subject, outer)
        return
    if usage.motive and h.lows[clause.end - 1] == "hide" and not _hides_a_wrong(h, clause):
        return  # "tries to hide the salt"
    if usage.motive:
        if speakers and outer is None:
            yield h.make(Act.JUDGES, None, h.targets(speakers), clause, "what somebody had in mind", 0.55)
        elif speakers and not is_self:
            yield h.make(Act.JUDGES, outer, h.targets(speakers), clause, "what somebody had in mind", 0.6)
        return
    free = h.freely(clause) if usage.said and not clause.contents else None
    if free is not None and speakers and clause.end == clause.stop - (free[1][1] - free[1][0]):
        for who in speakers:
            yield h.make(Act.EXONERATES, who, h.implied(free[0], *free[1]), clause, "it was said freely", 0.7)
        return
    if (usage.said and nobody) or (outer is None and clause.modal in ("should", "must", "ought")):
        return
    if usage.said and is_self and outer is not None and clause.negated and not clause.contents:
        yield h.make(Act.DENIES, outer, (), clause, "says that he did not", 0.6)
        return
    if usage.name == KNOWING and outer is None and not has_sense(h, clause):
        yield from by_knowing(h, clause, speakers)
        return
    if outer is None and speakers and not clause.contents and _takes_hold(h, clause, usage):
        yield h.make(Act.REPORTS, None, h.targets(speakers), clause, "what somebody had or came upon", 0.5)
        return
    if outer is None and usage.said and speakers and clause.end == clause.stop and _concurs(h, clause):
        told = _spoken_before(h, clause)
        if told:
            for who in speakers:
                yield h.make(Act.CORROBORATES, who, h.targets(told, who), clause, "says the same", 0.65)
            return
    if usage.said:
        yield from by_telling(h, clause, usage, speakers, outer, outers, opinion)
        return
    if nobody and usage.act in (Act.ADMITS, Act.DENIES):
        yield h.make(Act.REPORTS, outer, h.targets(subject), clause, "not everybody did", 0.6)
        return
    if nobody and usage.act is Act.ACCUSES:
        of = h.targets(phrases(h.text, h.tokens, clause.end, clause.stop))
        if of and not clause.negated:
            yield h.make(Act.EXONERATES, outer, of, clause, "nobody accused him", 0.5)
        return
    act = usage.act
    assert act is not None
    if usage.name in _CONTESTING:
        objects = phrases(h.text, h.tokens, clause.end, clause.stop)
        bare = [p.head for p in objects if p.head and not p.owners]
        own = any(head in _CHARGES or h.vocabulary.known(head, Group.DEEDS) for head in bare)
        if own and speakers and not clause.negated:
            for who in speakers:
                yield h.make(Act.DENIES, who, (), clause, "contests a charge", 0.7)
            return
        of = h.targets(objects)
        if speakers and not clause.negated and of and {t.id for t in of} <= _deniers(h, clause):
            for who in speakers:
                yield h.make(Act.ACCUSES, who, of, clause, "contradicts him who denies it", 0.65)
            return
    if clause.negated:
        if usage.negated is None and usage.act is Act.DENIES and outer is None and not nobody:
            act = Act.ADMITS  # "never denied it"
        elif usage.negated is None:
            if usage.act is Act.RETRACTS and is_self:
                act = Act.ADMITS
            elif outer is None:
                yield h.make(Act.REPORTS, None, h.targets(subject), clause, "somebody did not say it", 0.5)
                return
            else:
                yield h.make(Act.REPORTS, outer, h.targets(subject), clause, "somebody did not say it", 0.5)
                return
        elif outer is not None and not is_self:
            yield h.make(Act.ACCUSES, outer, h.targets(subject), clause, "says that somebody does not own up", 0.5)
            return
        else:
            act = usage.negated
    if clause.modal in ("should", "must") and outer is not None:
        yield h.make(Act.ACCUSES, outer, h.targets(speakers, outer), clause, "says what somebody was to say", 0.5)
        return
    if not speakers:
        if act in (Act.ADMITS, Act.DENIES, Act.RETRACTS):
            return
        speakers_or_none: list[Phrase | None] = [None]
    else:
        speakers_or_none = list(speakers)
    for one in speakers_or_none:
        yield from by_act(h, clause, act, usage, one, speakers)
    if act is Act.ACCUSES and speakers:
        for number in clause.contents:  # "denounces Ash and how he fled"
            yield from (s for s in h.state(h.clauses[number], speakers) if s.act is not Act.REPORTS)


def _deniers(h: Heading, clause: Clause) -> set[str]:
    """Who denies something before in the heading."""
    before = h.clauses[: h.clauses.index(clause)]
    denying = [c for c in before if c.saying is not None and c.saying.act is Act.DENIES and not c.passive]
    return {p.id for c in denying for p in h.subject_of(c) if is_actor(p)}


def _hides_a_wrong(h: Heading, clause: Clause) -> bool:
    objects = phrases(h.text, h.tokens, clause.end, clause.stop)
    concealing = h.vocabulary.usages["deeds.concealing"].things
    return not objects or any(is_actor(p) or p.owners or p.head in concealing for p in objects)


def _concurs(h: Heading, clause: Clause) -> bool:
    return h.verb_of(clause).startswith(("agree", "concur")) and not clause.negated


def _spoken_before(h: Heading, clause: Clause) -> list[Phrase]:
    """Who said something before in the heading."""
    for other in h.clauses[: h.clauses.index(clause)]:
        if other.saying is not None and other.holder is None and not other.passive:
            return [p for p in h.subject_of(other) if is_actor(p)]
    return []


def _takes_hold(h: Heading, clause: Clause, usage: Usage) -> bool:
    """ "owned the mill", "held the rope", "found the boots": of a thing, where the same verb may say something too."""
    plain = usage.name in ("says.saying", "says.admitting") and len(h.verb_of(clause).split()) == 1
    if not plain or not h.verb_of(clause).startswith(_TAKING_HOLD) or clause.hits[0].last - clause.hits[0].first > 1:
        return False
    if any(hit.usage.act is Act.ACCUSES for hit in h.deeds_in(clause.end, clause.stop)):
        return False
    objects = phrases(h.text, h.tokens, clause.end, clause.stop)
    if objects and h.verb_of(clause).startswith("own") and objects[0].sort == Sort.GROUP and objects[0].head:
        return True  # "owned two luggers"
    return bool(objects) and objects[0].sort == Sort.THING and not h.vocabulary.known(objects[0].head, Group.SAYS)


def by_being_named(
    h: Heading, clause: Clause, usage: Usage, subject: list[Phrase], outer: Phrase | None
) -> Iterator[Statement]:
    """ "was denounced by Rowe", "was accused of theft"."""
    by = h.after("by", clause)
    agents = [p for p in by if is_actor(p)]
    if usage.said or usage.asks or usage.act is None or usage.object is Object.DEED:
        held = list(by_being(h, clause, subject, False, outer, False))
        yield from held
        if not held and usage.object is Object.DEED and outer is None and any(is_actor(p) for p in subject):
            yield h.make(Act.REPORTS, None, h.targets(subject), clause, "what befell somebody", 0.55)
        return
    if clause.negated and outer is not None and any(p.id == outer.id for p in subject):
        yield h.make(Act.DENIES, outer, (), clause, "says that he is not to be named", 0.6)
        return
    if clause.negated:
        yield h.make(
            Act.EXONERATES if outer is not None else Act.REPORTS,
            outer,
            h.targets(subject),
            clause,
            "was not accused",
            0.5,
        )
        return
    if agents:
        for agent in agents:
            yield h.make(usage.act, agent, h.targets(subject), clause, rule_of(usage), 0.85)
        return
    yield h.make(Act.REPORTS, outer, h.targets(subject), clause, "what befell somebody", 0.65)


def by_asking(
    h: Heading, clause: Clause, speakers: list[Phrase], subject: list[Phrase], outer: Phrase | None
) -> Iterator[Statement]:
    """ "challenges Rowe to confess" accuses him; to ask for something else is an event."""
    asked = [p for p in phrases(h.text, h.tokens, clause.end, clause.stop) if is_actor(p) or p.sort == Sort.PRONOUN]
    confess = wrong = False
    for n in range(clause.verb + 1, clause.stop):
        if h.lows[n - 1] != "to":
            continue
        for hit in h.at(n) if h.lows[n] else ():
            confess = confess or (hit.usage.act is Act.ADMITS and hit.is_verb)
            wrong = wrong or (
                hit.usage.group is Group.DEEDS
                and hit.usage.act is Act.ACCUSES
                and hit.usage.whom != "partner"
                and hit.is_verb
            )
    gap = clause.hits[0].gap
    within = [*h.lows[slice(*gap)]] if gap is not None else h.lows[clause.end : clause.end + 1]
    himself = bool({"him", "her", "them", "me", "us"} & set(within))
    if confess and speakers and asked:
        for who in speakers:
            yield h.make(Act.ACCUSES, who, h.targets(asked, who, speakers), clause, "asks somebody to confess", 0.7)
    elif outer is not None and speakers and (wrong or himself or clause.modal == "should"):
        yield h.make(
            Act.ACCUSES,
            outer,
            h.targets(speakers, outer),
            clause,
            "says that somebody told others to do it",
            0.75,
        )
    elif (
        outer is None
        and speakers
        and (h.lows[clause.end - 1] == "to" or (asked and "to" in h.lows[clause.end : clause.stop]))
    ):
        yield h.make(Act.REPORTS, None, h.targets([*subject, *asked]), clause, "asks somebody to do something", 0.6)
