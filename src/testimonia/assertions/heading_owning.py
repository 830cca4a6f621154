"""Admissions and denials: of a deed that is named, or in a clause."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.model import Act

from .acts import Group, Usage
from .heading_clauses import Clause
from .heading_partners import partners_of, payers_of, takes_at
from .heading_people import Heading, Statement, rule_of
from .heading_phrases import Phrase, Sort, is_actor, phrases
from .heading_states import by_being, forced_words
from .heading_wills import orderers_of

__all__ = ["by_admitting", "by_owning", "excepted"]

_EXCEPT = frozenset("except save excepting".split())


def by_owning(
    h: Heading,
    clause: Clause,
    act: Act,
    usage: Usage,
    who: Phrase | None,
    speakers: list[Phrase],
    contents: list[Clause],
) -> Iterator[Statement]:
    """Admissions and denials: of a deed that is named, or in a clause."""
    rule = rule_of(usage)
    if act is Act.DENIES:
        yield h.make(act, who, (), clause, rule, 0.9)
    elif contents:
        for content in contents:
            yield from by_admitting(h, clause, content, who, speakers)
    else:
        first, last = clause.end, clause.stop
        hit = clause.hits[0]
        if hit.gap is not None:
            first = hit.gap[0]
        of = partners_of(h, first, last, who) or (orderers_of(h, clause, who) if act is Act.ADMITS else ())
        yield h.make(act, who, of, clause, rule, 0.9)
        payers = payers_of(h, first, last, who) or orderers_of(h, clause, who)
        if payers:
            yield h.make(Act.ACCUSES, who, payers, clause, "whoever paid or ordered it is accused with him", 0.6)
    free = h.freely(clause)
    if act is Act.ADMITS and not clause.present and free is not None and not contents:
        yield h.make(Act.EXONERATES, None, h.implied(free[0], *free[1]), clause, "they confessed freely", 0.6)
    forced = forced_words(h, clause) if act is Act.ADMITS and not contents else None
    if forced is not None:
        yield h.make(Act.ACCUSES, None, h.implied(forced[0], *forced[1]), clause, "they were made to confess", 0.6)
    yield from excepted(h, clause, act, who)


def excepted(h: Heading, clause: Clause, act: Act, who: Phrase | None) -> Iterator[Statement]:
    """ "all admit it except Rowe", "admits the one but not the other"."""
    other = Act.DENIES if act is Act.ADMITS else Act.ADMITS
    first, last = clause.subject
    for n in range(first + 1, last - 1):
        if h.lows[n] in _EXCEPT or h.lows[n] == "but":
            for phrase in phrases(h.text, h.tokens, n + 1, last):
                if is_actor(phrase):
                    yield h.make(other, phrase, (), clause, "the one who is excepted", 0.7)
    for n in range(clause.end, clause.stop):
        if h.lows[n] in _EXCEPT:
            for phrase in phrases(h.text, h.tokens, n + 1, clause.stop):
                if is_actor(phrase):
                    yield h.make(other, phrase, (), clause, "the one who is excepted", 0.7)
        elif h.lows[n : n + 2] == ["but", "not"] and h.lows[n + 2 : n + 3] != ["to"]:
            yield h.make(other, who, (), clause, "but not the other", 0.7)


def by_admitting(
    h: Heading, clause: Clause, content: Clause, who: Phrase | None, speakers: list[Phrase]
) -> Iterator[Statement]:
    """ "admits that he …", "admits that Rowe paid him"."""
    subject, is_self = h.meant(h.subject_of(content), who, speakers)
    usage = content.usage(Group.DEEDS)
    free = h.freely(content)
    statement_of_his = any(p.sort == Sort.PRONOUN and p.head in ("it", "they", "them") for p in h.subject_of(content))
    if free is not None and (statement_of_his or not is_self):
        yield h.make(Act.EXONERATES, who, h.implied(free[0], *free[1]), content, "it was done freely", 0.75)
        return
    if is_self or (subject and not any(is_actor(p) for p in subject) and usage is None):
        own = usage is not None and usage.by and content.passive
        if own and usage is not None and usage.negated is not None and content.negated:
            yield from by_being(h, content, subject, is_self, who, False) or ()
            return
        of = partners_of(h, content.end if content.passive else content.verb, content.stop, who)
        ahead = h.lows[content.end] if content.end < content.stop else ""
        if not of and ahead in ("him", "her", "them") and len(speakers) > 1:
            of = h.targets([p for p in speakers if who is None or p.id != who.id])
        saying = content.usage(Group.SAYS)
        if usage is None and saying is not None and saying.act is Act.ACCUSES:
            of = h.targets(phrases(h.text, h.tokens, content.end, content.stop), who, speakers)
        of = of or orderers_of(h, content, who)
        yield h.make(Act.ADMITS, who, of, content, "admits that he did", 0.9)
        payers = payers_of(h, content.verb, content.stop, who) if content.passive or takes_at(h, content.verb) else ()
        payers = payers or orderers_of(h, content, who)
        if payers:
            yield h.make(Act.ACCUSES, who, payers, content, "whoever paid is accused by whoever admits it", 0.6)
        return
    agents = [p for p in h.after("by", content) if is_actor(p)] if content.passive or content.copula else []
    actors = [p for p in subject if is_actor(p)]
    if agents:
        yield h.make(Act.ACCUSES, who, h.targets(agents, who), content, "admits that others did it", 0.7)
    elif usage is not None and usage.act is Act.ACCUSES and actors:
        of = h.targets(actors, who)
        objects = phrases(h.text, h.tokens, content.end, content.stop)
        himself = any(p.sort == Sort.PRONOUN for p in objects[:1]) or usage.whom == "partner"
        if himself:
            yield h.make(Act.ADMITS, who, of, content, "admits what another did with him", 0.8)
        yield h.make(Act.ACCUSES, who, of, content, "admits what another did", 0.8)
    else:
        told = [s for s in h.stated(content, who, speakers, True) if s.act is not Act.REPORTS]
        if told:
            yield from told
        else:
            saying = content.usage(Group.SAYS)
            act = Act.JUDGES if saying is not None else Act.ADMITS
            yield h.make(
                act,
                who,
                () if saying is not None else h.targets(actors, who),
                content,
                "admits something of another",
                0.5,
            )
