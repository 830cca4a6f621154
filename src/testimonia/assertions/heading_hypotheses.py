"""Headings whose "if", "why" or "does not prove" has one plain answer: what they take for granted is stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from testimonia.model import Act

from .acts import Form, Group, Hit
from .heading_clauses import Clause, Link
from .heading_people import Heading, Statement
from .heading_phrases import PROCEEDINGS, Phrase, Sort, is_actor, phrases

__all__ = ["by_asking_why", "by_not_proving", "by_supposing", "of_convicted"]

_UNREAL = frozenset("would wouldn't could couldn't might".split())
_PROVING = ("prov", "show", "mean", "demonstrat", "impl", "establish", "suggest")
_ALLEGING = ("claim", "alleg", "say", "said", "believ", "maintain", "assert", "pretend", "charg")


def by_supposing(h: Heading) -> Iterator[Statement]:
    """ "if the vote was rigged it would have taken weeks": it was not."""
    if len(h.clauses) < 2 or h.clauses[0].link is not Link.SUB:
        return
    supposed, then = h.clauses[0], h.clauses[1]
    unreal = then.modal in _UNREAL and (then.perfect or h.lows[supposed.begin] in ("had", "were"))
    if not unreal:
        return
    supposed.negated = not supposed.negated
    told = [s for s in h.state(supposed, None) if s.act in (Act.EXONERATES, Act.JUDGES)]
    supposed.negated = not supposed.negated
    court = [p for p in h.subject_of(supposed) if p.head in PROCEEDINGS]
    for statement in told:
        of = statement.of
        if court and not any(target.name for target in of):
            of = tuple(replace(target, name=p.name, start=p.start, end=p.end) for target in of[:1] for p in court)
        yield replace(statement, of=of, last=len(h.tokens), rule="what is supposed is plainly not so", confidence=0.55)


def by_asking_why(h: Heading) -> Iterator[Statement]:
    """ "why would Ash steal when he was rich", "why stage a trial when all can see it": nobody did."""
    if h.lows[:1] != ["why"] or not {"when", "if"} & set(h.lows[3:]) or h.text.rstrip().endswith("?"):
        return
    stop = next(n for n in range(3, len(h.lows)) if h.lows[n] in ("when", "if"))
    asked = h.lows[1] in ("would", "should", "did")
    place, hit = _wrong_at(h, 2 if asked else 1, stop, asked)
    if hit is None:
        return
    court = [p for p in phrases(h.text, h.tokens, 2, stop) if p.head in PROCEEDINGS]
    of = h.targets([p for p in phrases(h.text, h.tokens, 2, place) if is_actor(p)]) if asked else ()
    if hit.usage.by:
        of = h.implied(hit.usage, place, hit.last)
        of = tuple(replace(t, name=p.name, start=p.start, end=p.end) for t in of for p in court) or of
    if of:
        yield Statement(Act.EXONERATES, None, of, 0, len(h.tokens), "why should it have been so", 0.55)
    for who in _who_says_so(h, stop) if of else ():
        yield Statement(Act.ACCUSES, who, of, 0, stop, "what somebody claims", 0.55)


def _wrong_at(h: Heading, first: int, last: int, verb: bool) -> tuple[int, Hit | None]:
    for n in range(first, last):
        for hit in h.at(n) if h.lows[n] else ():
            wrong = hit.usage.group is Group.DEEDS and hit.usage.act is Act.ACCUSES and hit.usage.whom != "partner"
            if wrong and hit.last <= last and (Form.BASE in hit.forms if verb else hit.usage.name == "deeds.sham"):
                return n, hit
    return last, None


def _who_says_so(h: Heading, last: int) -> list[Phrase]:
    """ "… as Rowe claims"."""
    for n in range(2, last - 2):
        if h.lows[n] == "as" and h.tokens[n + 1].name is not None and h.lows[n + 2].startswith(_ALLEGING):
            return phrases(h.text, h.tokens, n + 1, n + 2)
    return []


def by_not_proving(h: Heading, clause: Clause, subject: list[Phrase]) -> Iterator[Statement]:
    """ "a lost diary does not prove that Ash lied": he need not have; "… that he is innocent": he need not be."""
    things = bool(subject) and all(p.sort == Sort.THING for p in subject)
    if not clause.negated or not things or not clause.contents or not h.verb_of(clause).startswith(_PROVING):
        return
    for number in clause.contents:
        content = h.clauses[number]
        content.negated = not content.negated
        told = [s for s in h.state(content, None) if s.act in (Act.EXONERATES, Act.JUDGES)]
        content.negated = not content.negated
        yield from told


def of_convicted(h: Heading, clause: Clause, told: list[Statement]) -> list[Statement]:
    """ "would not have hanged them unless the proof was plain": whom the proof was of."""
    whom = [p for p in phrases(h.text, h.tokens, clause.end, clause.stop) if is_actor(p)]
    of = h.targets(whom)
    return [replace(s, of=of) if of and s.act is Act.JUDGES and not s.of else s for s in told]
